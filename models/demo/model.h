// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/demo/cliniccalendar.h"

#include <array>

namespace meitrace::demo {

// Numbers of the model that more than one file needs. Tuned until the demo clinic meets its assertions, then
// frozen.

inline constexpr std::uint64_t kOnlineStaff = 4;  ///< per store
inline constexpr std::uint64_t kOnsiteStaff = 5;
inline constexpr std::uint64_t kDoctors = 4;
inline constexpr std::uint64_t kNurses = 6;
inline constexpr int kLeavingOnsite = 2;  ///< number of the consultant who leaves each store

inline constexpr double kWalletShare = 0.38;  ///< of those who come back; 22 % of payers own stored value
inline constexpr Fen kYuan = 100;

inline constexpr std::size_t kHeaderEvery = 1200;  ///< rows between repeated headers (Q06)

inline constexpr double kNoShowFar = 0.32;  ///< booked more than kFarDays ahead (T8)
inline constexpr double kNoShowNear = 0.14;
inline constexpr Day kFarDays = 10;

/// What is sold beside treatments, by code
inline constexpr std::array<const char*, 6> kGoods {"SKU-MASK-MD", "SKU-SPF", "SKU-HA",
                                                    "SKU-TXA",     "SKU-VC",  "SKU-EYE"};

}  // namespace meitrace::demo
