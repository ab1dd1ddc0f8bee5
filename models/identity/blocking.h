// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/identity/evidence.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// Records of people, column by column, of one source or of two.
struct EvidenceTable {
    std::vector<EvidenceColumn> columns;  ///< at most kMostColumns, equally many rows each
    std::vector<std::uint8_t> source;     ///< by row, 0 or 1: then only pairs across count; empty: one source

    [[nodiscard]] std::uint32_t rows() const { return columns.empty() ? 0 : columns.front().rows(); }
    [[nodiscard]] bool comparable(std::uint32_t a, std::uint32_t b) const
    {
        return source.empty() || source[a] != source[b];
    }
    /// Pairs there are in all
    [[nodiscard]] double allPairs() const;
};

inline constexpr std::size_t kMostColumns = 10;

/// Two records, the lower row in the upper half.
using RowPair = std::uint64_t;
constexpr RowPair makeRowPair(std::uint32_t a, std::uint32_t b)
{
    return (std::uint64_t {a < b ? a : b} << 32U) | (a < b ? b : a);
}
constexpr std::uint32_t firstOf(RowPair pair)
{
    return static_cast<std::uint32_t>(pair >> 32U);
}
constexpr std::uint32_t secondOf(RowPair pair)
{
    return static_cast<std::uint32_t>(pair & 0xFFFFFFFFU);
}

/// Records are compared when they agree on all parts of at least one rule.
struct BlockRule {
    struct Key {
        std::uint8_t column = 0;
        Part part = Part::Whole;
    };
    std::vector<Key> keys;
};

/// "surname, birth year and month"-like text for tables: column names with "~" before a sound, "4" …
std::string ruleName(const BlockRule& rule, const EvidenceTable& table);

/// What a rule brings.
struct BlockCount {
    std::int64_t pairs = 0;
    std::int64_t dropped = 0;  ///< blocks above the cap: their key stands for nobody in particular
};

/// A key that more records than this share is a placeholder.
inline constexpr std::uint32_t kBlockCap = 200;

/// Counts the pairs of a rule without making them.  Cost  O(n log n)
BlockCount countPairs(const EvidenceTable& table, const BlockRule& rule, std::uint32_t cap = kBlockCap);

/// Adds the pairs of a rule, in the order of its keys' hashes. Of more than `most` pairs only those of every
/// k-th block, by hash, with the smallest k that keeps the limit about.
void addPairs(const EvidenceTable& table, const BlockRule& rule, std::vector<RowPair>& pairs,
              std::uint32_t cap = kBlockCap, std::int64_t most = -1);

/// Sorts, each once.
void makeUnique(std::vector<RowPair>& pairs);

/// Rules for a table nothing is known about: every column alone that is not a mere category and has many
/// values, and every two columns. Those with fewest pairs come first; rules are left out from where their
/// pairs would exceed `perRow` for each row.
std::vector<BlockRule> usualRules(const EvidenceTable& table, Job& job, double perRow = 60.0);

}  // namespace meitrace
