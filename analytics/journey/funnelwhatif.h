// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnel.h"

namespace meitrace {

/// What another rate of one step would change, all later steps keeping theirs.
struct FunnelWhatIf {
    int step = 0;      ///< 0-based; 1 or more
    double rate = 0;   ///< asked for, of those before the step
    double extra = 0;  ///< more units at the last step; negative = fewer
    Interval range;    ///< of extra, from the intervals of the later steps' rates; low <= extra <= high
};

/// The chance that somebody passes the step is taken to be the same for those who would come in addition.
/// Errors  BadOption(step | rate)
Result<FunnelWhatIf> funnelWhatIf(const std::vector<FunnelStep>& steps, int step, double rate);

}  // namespace meitrace
