// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/duration.h"
#include "analytics/features/eventpredicate.h"
#include "analytics/features/unitsplit.h"
#include "models/frame/bitset.h"
#include "models/frame/eventcolumns.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

enum class FunnelMode : std::uint8_t {
    Ordered,  ///< steps in order, anything between
    Strict,   ///< steps in order, no other visible event between
    Any,      ///< any order inside the window
    Anchored  ///< any order, but anchored steps keep their place
};

enum class FunnelEntry : std::uint8_t {
    Best,    ///< furthest level over all entries
    First,   ///< only the first entry of a unit
    Every,   ///< totals: each entry outside a running attempt starts one
    Session  ///< one attempt per web session in which the unit enters
};

enum class ExclusionPolicy : std::uint8_t {
    Clean,  ///< some chain without the excluded event in the gap counts
    End,    ///< the excluded event ends the attempt; what was reached stays
    Drop    ///< the unit does not count at all
};

/// An event that must not lie between two steps.
struct FunnelExclusion {
    EventPredicate event {};
    int from = 1;  ///< 1-based step after which the gap begins
    int to = 2;    ///< step at which it ends; in the modes Any and Anchored both count steps done
    bool operator==(const FunnelExclusion&) const = default;
};

/// Which event of the chain a split reads its value from.
struct FunnelAttribution {
    enum class At : std::uint8_t { First, Last, Step };

    At at = At::First;  ///< First, Last: of the events that carry a value
    int step = 1;       ///< 1-based, for Step
    bool operator==(const FunnelAttribution&) const = default;
};

struct FunnelOptions {
    std::vector<EventPredicate> steps {};  ///< 2 to 20
    FunnelMode mode = FunnelMode::Ordered;
    FunnelEntry entry = FunnelEntry::Best;
    UnitKind unit = UnitKind::Customer;

    /// From the chain's first event to its last, the limit included. Exact durations count milliseconds,
    /// months count civil days: until the end of the same day n months later. Nothing: no limit, and nothing
    /// is open.
    std::optional<Duration> window = Duration {90, DurationUnit::Days};
    /// Empty, or one per step: time since the step before it; the first is not used. Beside `window`.
    std::vector<std::optional<Duration>> stepWindows {};
    UnitKind bound = UnitKind::Customer;       ///< Session, Visit: the whole chain inside one of them
    Duration gap {30, DurationUnit::Minutes};  ///< of sessions without an id; exact, above 0
    bool cutAtCampaign = false;                ///< sessions without an id: a new campaign starts a new one

    std::vector<int> anchors {1};  ///< Anchored: 1-based steps that keep their place
    std::vector<EventPredicate>
        visible {};  ///< Strict: empty = every event that a person made; steps always are
    std::vector<FunnelExclusion> exclusions {};  ///< at most 8
    ExclusionPolicy policy = ExclusionPolicy::Clean;
    std::vector<int> optional {};  ///< 1-based steps that never block; Ordered and Strict only
    bool openEntry = false;        ///< a chain may begin at any step; Ordered and Strict only
    /// Channel … Page: the same value along the chain, at most 3. Events without a value serve no step.
    std::vector<EventField> hold {};
    bool countHoldValues = false;  ///< each value of a unit is a unit of its own

    std::string split {};  ///< event field, circumstance or attribute of the customer; empty = none
    FunnelAttribution attribution {};
    int splitValues = 10;     ///< 1 to 100, the others together; a circumstance shows all of its own
    bool keepChains = false;  ///< FunnelCases::chain is wanted

    Bitset population {};  ///< customers looked at; size 0 = all
    bool includeAnonymous = false;
    Day from = kMissingDay;    ///< first civil day on which a chain may begin; missing = any
    Day to = kMissingDay;      ///< first civil day on which it may not any more
    Day asOf = kMissingDay;    ///< last civil day that is seen; missing = the snapshot's
    int toleranceSeconds = 0;  ///< exact events so close count in either order; 0 to 3600
};

/// "x@2-3": event x between steps 2 and 3.
/// Errors  BadRule(exclude) with place.column, BadRule(step) for the event
Result<FunnelExclusion> parseExclusion(std::string_view text);
/// Exclusions separated by commas
Result<std::vector<FunnelExclusion>> parseExclusions(std::string_view text);
std::string printed(const FunnelExclusion& exclusion);

/// "first", "last", "step:2". Errors  BadOption(attribution)
Result<FunnelAttribution> parseAttribution(std::string_view text);

/// Names as on the command line: ordered strict any anchored; best first every session; clean end drop;
/// customer session visit.
std::optional<FunnelMode> funnelModeByName(std::string_view name);
std::optional<FunnelEntry> funnelEntryByName(std::string_view name);
std::optional<ExclusionPolicy> exclusionPolicyByName(std::string_view name);
std::optional<UnitKind> unitKindByName(std::string_view name);
std::string_view nameOf(FunnelMode mode);
std::string_view nameOf(FunnelEntry entry);
std::string_view nameOf(ExclusionPolicy policy);
std::string_view nameOf(UnitKind kind);

}  // namespace meitrace
