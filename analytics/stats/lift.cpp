// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/lift.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace meitrace {

Lift lift(Share with, Share all, double z)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    Lift found {.ratio = proportion(with.hits, with.n) / proportion(all.hits, all.n),
                .interval = {.low = 0, .high = kInfinity}};
    if (with.hits == 0 || with.n == 0 || all.hits == 0) {
        return found;
    }
    const auto both = static_cast<double>(with.hits);
    const auto marked = static_cast<double>(with.n);
    const auto reached = static_cast<double>(all.hits);
    const double variance = 1 / both - 1 / marked - 1 / reached + 2 * both / (marked * reached)
        - 1 / static_cast<double>(all.n);
    const double spread = std::exp(z * std::sqrt(std::max(0.0, variance)));
    found.interval = {.low = found.ratio / spread, .high = found.ratio * spread};
    return found;
}

}  // namespace meitrace
