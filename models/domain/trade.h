// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace meitrace {

/// Where a voucher of a local-life platform stands. The numbers go into the store.
enum class VoucherStatus : std::uint8_t { Unused = 1, Used, Expired, Refunded, UsedRefunded, Booked, Other };

/// Who speaks to whom, seen from the clinic.
enum class Direction : std::uint8_t { In = 1, Out };

enum class ServiceKind : std::uint8_t { Chat = 1, Call, Case, Complaint, Other };

/// Codes as they stand in rules, files and --json, in the order of the enumerators.
inline constexpr std::array<std::string_view, 8> kVoucherStatusCodes {
    "", "unused", "used", "expired", "refunded", "used_refunded", "booked", "other"};
inline constexpr std::array<std::string_view, 3> kDirectionCodes {"", "in", "out"};
inline constexpr std::array<std::string_view, 6> kServiceKindCodes {"",     "chat",      "call",
                                                                    "case", "complaint", "other"};

}  // namespace meitrace
