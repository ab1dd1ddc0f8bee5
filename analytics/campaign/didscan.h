// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/didleaf.h"
#include "analytics/campaign/truth.h"
#include "analytics/features/eventmatcher.h"

#include <array>
#include <cstdint>
#include <vector>

namespace meitrace {

/// Counts and sums in fixed windows, joined by AND or OR: one or two passes over a customer's events, from
/// the newest back, until all is settled or no window reaches further.
///
/// Rows are in the order of the stream, in which an event that only knows its day stands up to a day behind
/// its instant; so nothing before a row that lies more than a day before all windows matters.
class DidScan {
public:
    static constexpr int kMost = EventMatcher::kMostPredicates;

    /// Clauses without filters and other conditions on single events: only their types and times are looked
    /// at.
    static bool isPlain(const DidLeaf& leaf);

    explicit DidScan(bool all)
        : m_all(all)
    {
    }
    /// In the order of their bits, which start at 0; plain ones first.
    void add(const DidLeaf& did);
    /// After the last add().
    void finish(const EventMatcher& matcher);

    [[nodiscard]] bool isEmpty() const { return m_leaves.empty(); }
    /// Rough nanoseconds for a customer
    [[nodiscard]] double cost() const;
    /// Never unknown.
    [[nodiscard]] bool at(Index customer, const EventView& view, const EventMatcher& matcher) const;

private:
    using Counts = std::array<std::int64_t, kMost>;

    struct Leaf {
        DidLeaf did;
        std::int64_t settleAt = std::numeric_limits<std::int64_t>::max();  ///< no more events can change it
        Millis before = DidLeaf::kEver;  ///< rows before one below it are not inside
        /// Rows before one below it do not matter.
        [[nodiscard]] Millis stop() const { return did.isLapsed() ? DidLeaf::kEver : before; }
        void take(const EventView& view, Index row, std::int64_t& measured) const;
    };
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): only as many as there are leaves are set
    struct Progress {
        Counts measured;
        std::uint64_t open = 0;  ///< bits of leaves that are not settled
        Millis stop = 0;
    };

    [[nodiscard]] std::uint64_t allBits() const;
    [[nodiscard]] Millis stopOf(std::uint64_t open) const;
    [[nodiscard]] bool holds(const Leaf& leaf, std::int64_t measured) const;
    void countPlain(const EventView& view, Index low, Index high, Counts& measured) const;
    template <int N>
    void countPlainOf(const EventView& view, Index low, Index high, Counts& measured) const;
    void countOthers(const EventView& view, const EventMatcher& matcher, Index low, Index high,
                     Progress& progress) const;
    bool settle(Progress& progress) const;
    [[nodiscard]] bool decides(std::uint64_t bits, Millis stop, Index customer, const EventView& view,
                               const EventMatcher& matcher) const;

    bool m_all;
    int m_plain = 0;
    std::vector<Leaf> m_leaves;
    std::vector<std::uint64_t> m_plainOfType;
    std::vector<std::uint64_t> m_othersOfType;
    std::uint64_t m_others = 0;
    Millis m_plainStop = DidLeaf::kEver;
    Millis m_othersStop = DidLeaf::kEver;
};

}  // namespace meitrace
