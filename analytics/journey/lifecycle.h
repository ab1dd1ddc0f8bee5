// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/eventpredicate.h"
#include "analytics/features/periods.h"
#include "models/base/job.h"
#include "models/frame/bitset.h"
#include "models/frame/snapshot.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace meitrace {

/// What a customer is in a period. Everybody who was ever active by its end is exactly one of them.
enum class LifeState : std::uint8_t {
    New,          ///< active, for the first time ever
    Returning,    ///< active now and in the period before
    Resurrected,  ///< active now and earlier, not in the period before
    Dormant,      ///< active in the period before, not now
    Away,         ///< absent for more than one period
    Lost          ///< absent for so many periods that she counts as gone
};
inline constexpr std::size_t kLifeStates = 6;

/// "new", "returning", …
std::string_view lifeStateCode(LifeState state);

struct LifecycleOptions {
    EventPredicate activity {};
    PeriodUnit unit = PeriodUnit::Quarters;
    int lostAfter = 4;       ///< periods of absence, 2 to 1,000
    Day from = kMissingDay;  ///< first period shown; missing: that of the first activity
    Day to = kMissingDay;    ///< last period shown; missing: that of the as-of day
    Day asOf = kMissingDay;
    Bitset population {};
    bool includeAnonymous = false;
};

struct LifecyclePeriod {
    Day start = 0;
    std::array<Index, kLifeStates> states {};
    Index newlyLost = 0;  ///< of Lost, those for whom this is the first such period
    bool mature = true;   ///< its last day is not behind the as-of day

    [[nodiscard]] Index of(LifeState state) const { return states[static_cast<std::size_t>(state)]; }
    [[nodiscard]] Index active() const
    {
        return of(LifeState::New) + of(LifeState::Returning) + of(LifeState::Resurrected);
    }
};

struct LifecycleResult {
    std::vector<LifecyclePeriod> periods;
    Day asOf = 0;
    Index customers = 0;  ///< ever active
    Index notSelected = 0;
    Index anonymous = 0;
    Index neverActive = 0;
};

/// Who comes for the first time, stays, comes back and goes, period by period. History before the first
/// period shown counts.
///
/// Identity  active(t) = active(t − 1) − dormant(t) + new(t) + resurrected(t)
/// Cost      one pass over the types of the events.
/// Errors    BadOption(lost_after | from | population), BadRule of the predicate, EmptyInput(activity),
/// Cancelled,
///           those of loading columns
/// Source    semantics C4; docs/methods/lifecycle.md
Result<LifecycleResult> lifecycle(const Snapshot& snapshot, const LifecycleOptions& options, Job& job);

/// The customers of a state in the period that begins on a day.
Result<Bitset> lifecycleMembers(const Snapshot& snapshot, const LifecycleOptions& options, Day start,
                                LifeState state, Job& job);

/// On how many different periods of a range people were active.
struct StickinessOptions {
    EventPredicate activity {};
    PeriodUnit unit = PeriodUnit::Weeks;
    Day from = kMissingDay;     ///< missing: 12 periods up to the as-of day
    Day to = kMissingDay;       ///< missing: the as-of day
    bool openDaysOnly = false;  ///< Days: only days count on which anybody was active
    Bitset population {};
    bool includeAnonymous = false;
};

struct StickinessResult {
    std::vector<Index> exactly;  ///< [k]: customers active in exactly k periods; [0]: in none of them
    std::vector<Index> atLeast;  ///< [k]: in k or more
    int periods = 0;             ///< that could be
    bool lastIsPartial = false;  ///< the last period has not elapsed at the as-of day
    Day from = 0;
    Day to = 0;
};

/// Errors  as lifecycle()
/// Source  semantics C5
Result<StickinessResult> stickiness(const Snapshot& snapshot, const StickinessOptions& options, Job& job);

}  // namespace meitrace
