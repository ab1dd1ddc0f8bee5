// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/blocking.h"
#include "models/identity/evidence.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// The levels of all columns for one pair: three bits a column, the first one lowest.
using Pattern = std::uint32_t;
inline constexpr unsigned kLevelBits = 3;

constexpr Level levelOf(Pattern pattern, std::size_t column)
{
    return static_cast<Level>((pattern >> (kLevelBits * column)) & 7U);
}

/// Compares all columns of two rows.
Pattern comparePair(const EvidenceTable& table, std::uint32_t a, std::uint32_t b);

/// What is known about a column: shares of the levels among known comparisons; they sum to 1.
struct FieldModel {
    std::string name;
    EvidenceKind kind = EvidenceKind::Code;
    std::array<double, kLevels> m {};  ///< of pairs that are one person
    std::array<double, kLevels> u {};  ///< of pairs of two persons

    /// log2(m / u); 0 for Unknown
    [[nodiscard]] double weight(Level level) const;
};

/// What one column says about a pair.
struct FieldEvidence {
    std::string field;
    Level level = Level::Unknown;
    double weight = 0.0;  ///< bits for (positive) or against one person, rarity of the value included
    double rarity = 0.0;  ///< part of it: an equal value rarer (positive) or more common than most
};

/// Weights of a pair: score = prior + sum of the fields' weights, p = 1 / (1 + 2^-score).
struct PairEvidence {
    double prior = 0.0;
    std::vector<FieldEvidence> fields;
    double score = 0.0;
    double probability = 0.0;
};

/// The model of Fellegi and Sunter (1969) with agreement levels and term frequencies.
struct LinkModel {
    std::vector<FieldModel> fields;  ///< as the columns
    double lambda = 0.0;             ///< share of all pairs that are one person

    /// log2(lambda / (1 - lambda))
    [[nodiscard]] double prior() const;
    /// Prior and weights of the levels, without rarity
    [[nodiscard]] double score(Pattern pattern) const;
    /// What an equal value adds for being rare or common: log2(u(Equal) / share), at most 5. The share that a
    /// third record would have by chance: (count - 1) / (rows + 1 / u(Equal)): the pair's own two records
    /// prove nothing, one is added that stands for what is usual.
    /// count: rows that hold the value, the two among them; rows: filled cells of the column
    [[nodiscard]] double rarity(std::size_t column, std::uint32_t count, std::uint32_t rows) const;
    [[nodiscard]] PairEvidence explain(const EvidenceTable& table, std::uint32_t a, std::uint32_t b) const;

    static double probability(double score);
};

/// What pairs of one person look like before any data is seen: m of each level.
std::array<double, kLevels> usualAgreement(EvidenceKind kind);

/// The model as one line of text that gives the same bytes back, and back again.
std::string toText(const LinkModel& model);
std::optional<LinkModel> linkModelFrom(std::string_view text);

}  // namespace meitrace
