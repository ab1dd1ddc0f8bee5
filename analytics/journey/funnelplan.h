// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/circumstance.h"
#include "analytics/features/eventmatcher.h"
#include "analytics/journey/chainstates.h"
#include "analytics/journey/funneloptions.h"
#include "analytics/journey/funnelwindow.h"
#include "models/frame/snapshot.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace meitrace {

/// Options checked and bound to a snapshot: everything the passes over the customers read. Immutable; shared
/// by all threads.
struct FunnelPlan {
    FunnelPlan(const Snapshot& world, const FunnelOptions& asked)
        : snapshot(world)
        , options(asked)
        , states(asked)
    {
    }

    const Snapshot& snapshot;
    const FunnelOptions& options;
    ChainStates states;
    /// Predicates: steps, then exclusions, then (Strict with a chosen set) visible ones
    EventMatcher matcher;
    int steps = 0;
    int exclusions = 0;
    std::uint64_t stepBits = 0;
    std::uint64_t exclusionBits = 0;
    std::uint64_t visibleBits = 0;
    /// By type code: events that any search reads. All that a person made in Strict without a chosen set.
    std::vector<std::uint8_t> isRead;

    FunnelWindow window;
    std::vector<FunnelWindow> stepWindow;  ///< empty, or one per step
    bool hasStepWindows = false;
    Millis from = 0;  ///< a chain may begin at instants from … to - 1
    Millis to = 0;
    Millis end = 0;  ///< first instant that is not seen
    Day asOf = 0;
    Millis tolerance = 0;
    bool hasDays = false;     ///< some event is known by its day only
    bool needsSplit = false;  ///< sessions or visits are units, bounds or entries
    bool isPlain = false;     ///< the plain pass applies to customers with exact times
    bool isAnyOrder = false;  ///< the matching search applies

    /// The column a split reads: codes of the customers or of the events.
    std::shared_ptr<const Attribute> splitAttribute;
    std::optional<EventField> splitField;
    std::optional<Circumstance> splitCircumstance;  ///< neither of them: of single events
    Dictionary circumstances;                       ///< its values

    [[nodiscard]] bool mayStart(Millis time) const { return time >= from && time < to; }
    [[nodiscard]] bool isCounted(Index customer) const
    {
        return (options.includeAnonymous || snapshot.known().test(customer))
            && (options.population.size() == 0 || options.population.test(customer));
    }
    /// A chain begun at `start` can still grow at the as-of time as far as the windows say. Without any
    /// window nothing is ever open.
    [[nodiscard]] bool isRunning(Millis start) const;
    /// Row behind the customer's last event that is seen. Events are ordered by day at least, so the unseen
    /// are the last.
    [[nodiscard]] Index seenEnd(Index customer) const
    {
        const Millis* time = snapshot.time().data();
        const Index begin = snapshot.begin(customer);
        Index row = snapshot.end(customer);
        while (row > begin && time[row - 1] >= end) {
            --row;
        }
        return row;
    }
    [[nodiscard]] UnitSplit::Rule splitRule(UnitKind kind) const
    {
        return {.kind = kind, .gap = options.gap.millis(), .cutAtCampaign = options.cutAtCampaign};
    }

    /// Errors  those of funnel()
    static Result<std::unique_ptr<const FunnelPlan>> make(const Snapshot& snapshot,
                                                          const FunnelOptions& options, Job& job);
};

/// The checks that need no data. Errors  BadOption
Status checkFunnelOptions(const Snapshot& snapshot, const FunnelOptions& options);

}  // namespace meitrace
