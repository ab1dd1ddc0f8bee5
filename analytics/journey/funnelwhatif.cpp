// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funnelwhatif.h"

#include "models/base/badoption.h"

#include <algorithm>

namespace meitrace {

Result<FunnelWhatIf> funnelWhatIf(const std::vector<FunnelStep>& steps, int step, double rate)
{
    if (step < 1 || step >= static_cast<int>(steps.size())) {
        return badOption("step", step);
    }
    if (!(rate >= 0 && rate <= 1)) {
        return badOption("rate", std::to_string(rate));
    }
    const FunnelStep& changed = steps[static_cast<std::size_t>(step)];
    const double more = static_cast<double>(changed.previous) * rate - static_cast<double>(changed.reached);
    double chance = 1;
    Interval range {1, 1};
    for (std::size_t later = static_cast<std::size_t>(step) + 1; later < steps.size(); ++later) {
        const FunnelRate& next = steps[later].ofPrevious;
        chance *= next.of > 0 ? next.rate : 0;
        range.low *= next.of > 0 ? next.interval.low : 0;
        range.high *= next.of > 0 ? next.interval.high : 1;
    }
    FunnelWhatIf answer {.step = step, .rate = rate, .extra = more * chance, .range = {}};
    answer.range.low = std::min(more * range.low, more * range.high);
    answer.range.high = std::max(more * range.low, more * range.high);
    return answer;
}

}  // namespace meitrace
