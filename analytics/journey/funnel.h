// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/eventmatcher.h"
#include "analytics/journey/funneloptions.h"
#include "analytics/stats/proportion.h"
#include "models/frame/bitset.h"
#include "models/frame/column.h"
#include "models/frame/snapshot.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// hits of `of`; rate is NaN when `of` is 0. Wilson's 95 % interval.
struct FunnelRate {
    Index hits = 0;
    Index of = 0;
    double rate = 0;
    Interval interval {};
};

/// Quartiles of a time in milliseconds (type 7); NaN when n is 0. Times of events known by day only count
/// civil days of 24 hours.
struct FunnelTimes {
    Index n = 0;
    double p25 = 0;
    double median = 0;
    double p75 = 0;
};

/// One row. In the modes Any and Anchored row j means "at least j of the steps".
/// reached + lost + open = previous.
struct FunnelStep {
    Index reached = 0;
    Index previous
        = 0;         ///< passed the last step that is not optional; with open entry also those entering here
    Index lost = 0;  ///< cannot get here any more; of an optional step: went on without it, or stayed
    Index open = 0;  ///< not here, but the window has not elapsed at the as-of time
    FunnelRate ofFirst;  ///< all entrants; with open entry those present at this step or an earlier one
    FunnelRate ofPrevious;
    FunnelRate maturedOfFirst;  ///< headline: entrants whose first entry's window has elapsed
    FunnelRate maturedOfPrevious;
    FunnelTimes wait;        ///< since the step before it in the chain
    FunnelTimes sinceFirst;  ///< since the chain's first event
};

enum class SplitKind : std::uint8_t {
    Value,
    Other,   ///< all values beyond the most frequent ones
    Missing  ///< no value
};

struct FunnelSplit {
    SplitKind kind = SplitKind::Value;
    std::string value;
    std::vector<FunnelStep> steps;
};

/// The cases behind the figures, in the order of their customers: units, or attempts when every entry counts.
struct FunnelCases {
    static constexpr std::uint8_t kOpen = 1;
    static constexpr std::uint8_t kMatured = 2;

    Column<std::int32_t> customer;
    Column<std::uint32_t> served;  ///< bit j: step j + 1 reached
    Column<Index> first;           ///< row of the chain's first event
    Column<Index> last;            ///< row of its last event
    Column<std::uint8_t> flags;
    Column<std::int32_t> group;  ///< index into splits, -1 = in none; empty without a split
    /// Case by case the row of the event that served each step, -1 = none; empty unless keepChains
    Column<Index> chain;
};

struct FunnelResult {
    std::vector<FunnelStep> steps;
    /// Most entrants first, ties by text, of a circumstance in its own order; then Other, then Missing
    std::vector<FunnelSplit> splits;
    FunnelCases cases;
    std::vector<bool> optional;  ///< by step
    bool openEntry = false;
    Index outsidePopulation = 0;       ///< customers not looked at
    Index withoutEntry = 0;            ///< units that never entered
    Index dropped = 0;                 ///< units taken out by ExclusionPolicy::Drop
    Day asOf = 0;                      ///< the one used
    std::vector<UnknownName> unknown;  ///< predicates counted through steps, exclusions, visible
};

/// Counts who goes how far along a chain of steps.
///
/// A chain serves steps with different events of one unit; a chain ends at its furthest step. Modes, entry
/// rules, windows, exclusions, events known by day only and ties: docs/methods/funnel.md. Every combination
/// is exact; none is greedy.
/// Cost    O(events) where the plain case applies (Ordered, Best, customers, no extras, exact times);
/// otherwise
///         O(events x states x labels), states = ways of having served steps.
/// Errors  BadOption(steps | window | step_windows | gap | optional | anchors | exclude | hold | split |
///         attribution | split_values | tolerance | population | open_entry), BadRule(step), Cancelled, those
///         of the snapshot. A funnel nobody enters is a result, not an error.
/// Source  semantics C0, C1, C7; latest-start recurrence as in ClickHouse's windowFunnel.
Result<FunnelResult> funnel(const Snapshot& snapshot, const FunnelOptions& options, Job& job);

enum class FunnelClass : std::uint8_t { Reached, Lost, Open };

/// The class of a case at a step (0-based), or nothing where the case is not in that row at all.
std::optional<FunnelClass> funnelClass(const FunnelResult& result, Index funnelCase, int step);

/// Case numbers of one class of a row. split: index into splits, or -1 for all.
std::vector<Index> funnelMembers(const FunnelResult& result, int step, FunnelClass which, int split = -1);

/// The same as customers. With sessions, visits or attempts as cases a customer may be in several classes.
Bitset funnelCustomers(const FunnelResult& result, Index customers, int step, FunnelClass which,
                       int split = -1);

}  // namespace meitrace
