// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnel.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// What was written down of cases that were lost on the way to one step.
struct LostReason {
    int step = 1;            ///< 0-based row
    std::uint16_t type = 0;  ///< no_deal, booking_cancel, booking_noshow; 0 = nothing was written
    std::string name;        ///< of the type
    std::string detail;      ///< the words; empty: none, only that it happened
    Index cases = 0;
};

struct LostReasons {
    std::vector<LostReason> reasons;  ///< by step, most cases first, nothing written last
    std::vector<Index> lost;          ///< by row: cases whose way ended before it
};

/// Stated reasons beside the drivers: the first visit without a deal, cancelled booking or missed appointment
/// behind a lost case's last step and inside its window. Every lost case stands in exactly one reason of
/// exactly one step, the first it did not get to that does not block; open cases in none.
/// result: of funnel() with the same snapshot and options. Cost  O(events of the lost). Errors  those of
/// funnel()
Result<LostReasons> lostReasons(const Snapshot& snapshot, const FunnelOptions& options,
                                const FunnelResult& result, Job& job);

/// The customers behind a reason.
Result<Bitset> lostReasonMembers(const Snapshot& snapshot, const FunnelOptions& options,
                                 const FunnelResult& result, const LostReason& reason, Job& job);

}  // namespace meitrace
