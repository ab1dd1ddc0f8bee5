// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnel.h"
#include "analytics/stats/proportion.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// An event that those who got through have more (or less) often than those who did not. Association, not
/// cause.
struct FunnelDriver {
    std::uint16_t type = 0;
    std::string name;
    Share with;      ///< cases with the event: how many reached the last step, of how many
    Share without;   ///< the others
    OddsRatio odds;  ///< of with against without, 0.5 added to each cell, 95 % interval
    double p = 1;    ///< Fisher, two-sided
    double q = 1;    ///< Benjamini-Hochberg over all drivers of the list
};

struct FunnelDrivers {
    Index reached = 0;  ///< cases that are compared
    Index lost = 0;
    Index support = 0;                  ///< fewest cases with and without an event
    std::vector<FunnelDriver> drivers;  ///< lowest q first, then the odds furthest from 1, then by name
};

/// Which events tell apart those who reached the last step from those who are lost (not the open ones).
///
/// Only what lies before the outcome counts: of those who got through events behind the chain's first event
/// and before its last; of the lost as long after their first event as one of the others took, drawn by
/// customer code, so that both were watched equally long. Events of types that serve a step are left out, and
/// those that fewer than max(20, 1 %) of the cases have or lack.
/// result: of funnel() with the same snapshot and options.
/// Cost    O(events of the cases). Errors  those of funnel()
/// Source  semantics C1; methods 5, leakage rule
Result<FunnelDrivers> funnelDrivers(const Snapshot& snapshot, const FunnelOptions& options,
                                    const FunnelResult& result, std::uint64_t seed, Job& job);

/// The cases with an event of a driver's type, or those without.
struct DriverSide {
    std::uint64_t seed = 0;  ///< that of funnelDrivers()
    std::uint16_t type = 0;
    bool with = true;
};

/// Customers of the compared cases on one side.
Result<Bitset> funnelDriverMembers(const Snapshot& snapshot, const FunnelOptions& options,
                                   const FunnelResult& result, const DriverSide& side, Job& job);

}  // namespace meitrace
