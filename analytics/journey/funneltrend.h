// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/periods.h"
#include "analytics/journey/funnel.h"

#include <vector>

namespace meitrace {

/// Cases whose chain begins in one period.
struct FunnelTrendPoint {
    Day start = 0;        ///< first civil day of the period; weeks begin on Monday
    FunnelRate reached;   ///< of its entrants, those who reached the row
    Index open = 0;       ///< of the others, those who still may
    bool mature = false;  ///< a chain begun at the period's end has no window left
};

/// Conversion over time: every case belongs to the period of its first event. Periods without cases between
/// the first and the last are there with nothing in them. result: of funnel() with the same snapshot and
/// options. row: 0-based. Errors  BadOption(step) for a row that is not there, those of funnel()
Result<std::vector<FunnelTrendPoint>> funnelTrend(const Snapshot& snapshot, const FunnelOptions& options,
                                                  const FunnelResult& result, int row, PeriodUnit period,
                                                  Job& job);

}  // namespace meitrace
