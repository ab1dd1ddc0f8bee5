// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

namespace meitrace {

using Index = std::int64_t;   ///< row, customer or event number; signed, 0-based
using Millis = std::int64_t;  ///< instant, UTC milliseconds since 1970-01-01
using Day = std::int32_t;     ///< civil day of the clinic, days since 1970-01-01
using Fen = std::int64_t;     ///< money in minor units of the clinic's currency
using Milli = std::int64_t;   ///< a quantity in thousandths

/// Marks a missing number, time, day or amount in integer columns.
inline constexpr std::int64_t kMissing = std::numeric_limits<std::int64_t>::min();
inline constexpr Day kMissingDay = std::numeric_limits<Day>::min();
inline constexpr Millis kDayMillis = 86'400'000;

}  // namespace meitrace
