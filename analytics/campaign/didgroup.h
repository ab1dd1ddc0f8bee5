// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/didleaf.h"
#include "analytics/campaign/didscan.h"
#include "analytics/campaign/rule.h"
#include "analytics/campaign/truth.h"
#include "analytics/features/eventmatcher.h"
#include "models/frame/snapshot.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace meitrace {

/// What a clause found at one customer.
struct DidFinding {
    Truth truth = Truth::False;
    std::int64_t measured = 0;  ///< events in the window, their sum in minor units, or different values
    Index row = -1;             ///< the deciding event; -1 = there is none
    bool inWindow = false;      ///< it lies in the window: else it is the nearest one before the as-of day
};

/// Buffers that one thread uses again and again.
struct DidScratch {
    std::vector<Index> customers;
    std::vector<Index> rows;
    std::vector<Index> anchors;
    std::vector<Index> inside;
    std::vector<std::int64_t> values;
};

/// Clauses about events that stand side by side under AND (or OR), answered in one pass over a customer's
/// events.
///
/// Time    An exact event lies in a window when its instant does, an event that only knows its day when its
///         day touches the window. Windows of days, weeks, months and years are civil days.
/// Anchors Since: events behind the last anchor in the order of the stream. Within: events behind an anchor
///         and less than its length after it. An anchor that only knows its day stands before everything of
///         that day. A customer without an anchor is unknown.
class DidGroup {
public:
    /// Most bits (one per clause, one more per anchor) in a group.
    static constexpr int kBits = EventMatcher::kMostPredicates;
    static int bitsOf(const DidClause& clause);

    /// Loads the columns the clauses read.
    /// Errors  BadRule (a filter that cannot be bound), those of loading
    static Result<DidGroup> bind(const std::vector<DidTerm>& terms, bool all, const Snapshot& snapshot,
                                 Day asOf, Job& job);

    /// All clauses joined by AND (by OR where all is false), each after its own negation.
    [[nodiscard]] Truth at(Index customer, DidScratch& scratch) const;
    /// Where the customer's newest events lie in memory, to be fetched ahead; meaningless without events.
    [[nodiscard]] std::array<const void*, 3> newest(Index customer) const
    {
        constexpr Index kTimesPerLine = 8;
        const Index first = m_view.snapshot->begin(customer);
        const Index last = std::max(first, m_view.snapshot->end(customer) - 1);
        return {m_view.type + last, m_view.time + last, m_view.time + std::max(first, last - kTimesPerLine)};
    }
    /// One clause alone, after its negation.
    [[nodiscard]] DidFinding find(std::size_t clause, Index customer, DidScratch& scratch) const;

    /// Names in the filters that the data do not know
    [[nodiscard]] const std::vector<UnknownName>& unknownNames() const { return m_matcher->unknown(); }
    /// Rough cost of a customer, for the order of evaluation
    [[nodiscard]] double cost() const;

private:
    DidGroup(const Snapshot& snapshot, Day asOf, bool all);
    Status bindEvents(Job& job);
    Status loadFields(Job& job);

    void collect(const DidLeaf& leaf, Index customer, DidScratch& scratch) const;
    [[nodiscard]] bool keepInside(const DidLeaf& leaf, DidScratch& scratch) const;
    void keepSince(DidScratch& scratch) const;
    void keepWithin(const DidLeaf& leaf, DidScratch& scratch) const;
    [[nodiscard]] std::int64_t measure(const DidLeaf& leaf, DidScratch& scratch) const;
    [[nodiscard]] DidFinding examine(const DidLeaf& leaf, Index customer, DidScratch& scratch) const;

    bool m_all;
    EventView m_view;
    std::optional<EventMatcher> m_matcher;
    std::vector<DidLeaf> m_leaves;  ///< in the order of the terms
    std::vector<DidLeaf> m_slow;    ///< those that the scan does not answer
    DidScan m_scan;
};

}  // namespace meitrace
