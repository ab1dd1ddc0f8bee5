// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace meitrace {

/// Divides a whole amount by shares that add up to 1, to the last unit: what rounding down leaves goes to the
/// largest remainders, of equal ones to the earlier. A negative amount is divided like its positive.
///
/// parts: one per share; written. Cost  O(n²) at worst, n being the shares with a part
void largestRemainder(std::int64_t amount, std::span<const double> shares, std::span<std::int64_t> parts);

}  // namespace meitrace
