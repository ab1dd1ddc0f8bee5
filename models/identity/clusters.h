// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/keygroups.h"
#include "models/identity/resolver.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace meitrace {

/// What is known about the person behind a cluster, packed: kind in the top byte, the value below it.
/// Values of one kind are equal exactly when the facts are (full names: when their 56-bit hashes are).
using Fact = std::uint64_t;

enum class FactKind : std::uint8_t { HanName = 1, LatinName, Surname, Birth, IdCard, Apart };

constexpr unsigned kFactShift = 56;
constexpr Fact makeFact(FactKind kind, std::uint64_t value)
{
    return (static_cast<Fact>(kind) << kFactShift) | (value & ((Fact {1} << kFactShift) - 1));
}
constexpr FactKind kindOf(Fact fact)
{
    return static_cast<FactKind>(fact >> kFactShift);
}

constexpr bool isFullNameFact(Fact fact)
{
    return kindOf(fact) <= FactKind::LatinName;
}

/// Sorted, each once.
using Facts = std::span<const Fact>;

/// The facts of one kind
Facts ofKind(Facts facts, FactKind kind);
bool haveCommon(Facts a, Facts b);

/// Union-find over handles that knows what each cluster holds. Not safe to share between threads.
class Clusters {
public:
    enum class Conflict : std::uint8_t {
        None,
        Person,  ///< names, surnames, birth dates or id cards differ
        Apart    ///< people decided that they are two
    };

    /// Every handle alone, with the names, birth dates and id cards of its keys.
    Clusters(const IdentityInput& input, const KeyGroups& groups);

    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(m_parent.size()); }
    std::uint32_t root(std::uint32_t ident);

    /// Facts of the cluster with this root; valid until the next unite() or keepApart().
    [[nodiscard]] Facts facts(std::uint32_t root) const;
    [[nodiscard]] bool hasFullName(std::uint32_t root) const;

    /// Whether two different clusters may be one person. a and b are roots.
    Conflict conflict(std::uint32_t a, std::uint32_t b);

    /// One cluster of two. a and b are roots, not equal.
    void unite(std::uint32_t a, std::uint32_t b);

    /// From now on conflict(a, b) is Apart. a and b are roots, not equal.
    void keepApart(std::uint32_t a, std::uint32_t b);

    /// Counts units from here: every cluster of now is one.
    void startUnits();
    /// Clusters of startUnits() that are in this one.
    [[nodiscard]] std::uint32_t units(std::uint32_t root) const { return m_units[root]; }

private:
    struct Range {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };

    void addFacts(const IdentityInput& input, const KeyGroups& groups);
    bool readingsAgree(Facts han, Facts latin);
    bool namesConflict(Facts a, Facts b);
    std::string_view textOf(Fact name);
    Range joined(Range a, Range b);

    std::vector<std::uint32_t> m_parent;
    std::vector<std::uint32_t> m_size;
    std::vector<std::uint32_t> m_units;
    std::vector<Range> m_range;                              ///< by root, into m_facts
    std::vector<Fact> m_facts;                               ///< grows: a joined range is written behind
    std::vector<std::pair<Fact, std::string_view>> m_texts;  ///< full names; sorted at first use
    bool m_textsSorted = false;
    std::uint64_t m_apart = 0;  ///< decisions of keepApart()
};

}  // namespace meitrace
