// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/largestremainder.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>

namespace meitrace {

void largestRemainder(std::int64_t amount, std::span<const double> shares, std::span<std::int64_t> parts)
{
    const std::int64_t whole = std::abs(amount);
    const auto exact = [&](std::size_t i) { return static_cast<double>(whole) * shares[i]; };
    std::int64_t left = whole;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        parts[i] = std::min(left, static_cast<std::int64_t>(std::floor(exact(i))));
        left -= parts[i];
    }
    for (; left > 0 && !shares.empty(); --left) {
        std::size_t most = 0;
        const auto missing = [&](std::size_t i) { return exact(i) - static_cast<double>(parts[i]); };
        for (std::size_t i = 1; i < shares.size(); ++i) {
            most = missing(i) > missing(most) ? i : most;
        }
        ++parts[most];
    }
    if (amount < 0) {
        std::transform(parts.begin(), parts.end(), parts.begin(), std::negate<> {});
    }
}

}  // namespace meitrace
