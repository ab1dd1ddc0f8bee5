// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/rule.h"
#include "analytics/campaign/truth.h"
#include "analytics/features/eventmatcher.h"
#include "models/frame/snapshot.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace meitrace {

/// A clause about events inside a group.
struct DidTerm {
    const DidClause* clause = nullptr;  ///< must outlive the group
    bool negated = false;
    std::int64_t column = 0;
};

/// What a clause found at one customer.
struct DidFinding {
    Truth truth = Truth::False;
    std::int64_t measured = 0;  ///< events in the window, their sum in minor units, or different values
    Index row = -1;             ///< the deciding event; -1 = there is none
    bool inWindow = false;      ///< it lies in the window: else it is the nearest one before the as-of day
};

/// Buffers that one thread uses again and again.
struct DidScratch {
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
    /// One clause alone, after its negation.
    [[nodiscard]] DidFinding find(std::size_t clause, Index customer, DidScratch& scratch) const;

    /// Rough cost of a customer, for the order of evaluation
    [[nodiscard]] double cost() const;

private:
    struct Leaf {
        const DidClause* clause = nullptr;
        bool negated = false;    ///< of the term, or "did not"; not both
        bool withinDay = false;  ///< the window starts inside a day
        RuleOp op = RuleOp::GreaterEqual;
        std::int64_t number = 1;  ///< events or minor units
        Millis start = std::numeric_limits<Millis>::min();
        Millis startDay = std::numeric_limits<Millis>::min();  ///< start of the day of `start`
        Millis end = 0;
        unsigned bit = 0;
        unsigned anchorBit = 0;
        std::optional<EventField> field;  ///< of Distinct; none: the day
    };
    /// A count or sum in a fixed window: bit i of the matcher is element i.
    struct FastLeaf {
        Leaf leaf;
        bool sum = false;
        bool lapsed = false;
        std::int64_t settleAt
            = std::numeric_limits<std::int64_t>::max();      ///< measured: no more can change it
        Millis before = std::numeric_limits<Millis>::min();  ///< rows before one below it are not inside
        /// Rows before one below it do not matter.
        [[nodiscard]] Millis stop() const { return lapsed ? std::numeric_limits<Millis>::min() : before; }
    };

    DidGroup(const Snapshot& snapshot, Day asOf, bool all);
    Status addLeaf(const DidTerm& term);
    void addFast(const Leaf& leaf);
    void bindWindow(Leaf& leaf) const;
    Status bindEvents(Job& job);
    Status loadFields(Job& job);

    static bool compares(std::int64_t measured, RuleOp op, std::int64_t number);
    [[nodiscard]] bool isInside(const Leaf& leaf, Index row) const;
    [[nodiscard]] bool isWholeDay(Index row) const;
    [[nodiscard]] Truth scanFast(Index customer) const;
    [[nodiscard]] bool settles(const FastLeaf& fast, Index row, std::int64_t& measured) const;
    [[nodiscard]] bool holds(const FastLeaf& fast, std::int64_t measured) const;
    [[nodiscard]] std::uint64_t allOpen() const;
    [[nodiscard]] Millis stopOf(std::uint64_t open) const;

    void collect(const Leaf& leaf, Index customer, DidScratch& scratch) const;
    [[nodiscard]] bool keepInside(const Leaf& leaf, DidScratch& scratch) const;
    void keepSince(DidScratch& scratch) const;
    void keepWithin(const Leaf& leaf, DidScratch& scratch) const;
    [[nodiscard]] std::int64_t measure(const Leaf& leaf, DidScratch& scratch) const;
    [[nodiscard]] DidFinding examine(const Leaf& leaf, Index customer, DidScratch& scratch) const;

    const Snapshot* m_snapshot;
    Day m_asOf;
    Millis m_end;  ///< of the as-of day
    bool m_all;
    const Millis* m_time = nullptr;
    const std::uint16_t* m_type = nullptr;
    const Fen* m_amount = nullptr;              ///< null where no clause reads it
    const std::uint8_t* m_precision = nullptr;  ///< the same
    std::optional<EventMatcher> m_matcher;
    std::vector<Leaf> m_leaves;  ///< in the order of the terms
    std::vector<FastLeaf> m_fast;
    std::vector<std::uint64_t> m_interest;  ///< by type: bits of fast leaves
    Millis m_stop = std::numeric_limits<Millis>::min();
};

}  // namespace meitrace
