// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

namespace meitrace {

/// a + b, stopping at the ends of the range instead of turning over: for sums of what files say. The lowest
/// number, which stands for a missing one, never comes out.
constexpr std::int64_t saturatedSum(std::int64_t a, std::int64_t b)
{
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    std::int64_t sum = 0;
    return __builtin_add_overflow(a, b, &sum) ? (b > 0 ? kMost : -kMost) : (sum < -kMost ? -kMost : sum);
}

constexpr std::int64_t saturatedDifference(std::int64_t a, std::int64_t b)
{
    return saturatedSum(
        a, b == std::numeric_limits<std::int64_t>::min() ? std::numeric_limits<std::int64_t>::max() : -b);
}

}  // namespace meitrace
