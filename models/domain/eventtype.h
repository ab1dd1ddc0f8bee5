// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace meitrace {

/// The event types every clinic knows. The number is the code in the store and never changes; names of their
/// own that files bring follow behind the last. Stage: where in the customer's way it stands (0 exposure … 11
/// referral, 20 neutral).
struct EventType {
    std::uint16_t code = 0;
    std::string_view name;
    int stage = kNeutralStage;

    static constexpr int kNeutralStage = 20;
};

/// Code 0 is "no type"; element i has code i + 1.
std::span<const EventType> standardEventTypes();
/// Empty when `name` is a type of the clinic's own.
std::optional<EventType> standardEventType(std::string_view name);
/// Names own types get their codes from here on.
inline constexpr std::uint16_t kFirstOwnEventType = 1000;
/// Stage by code; own types are neutral.
int stageOf(std::uint16_t code);

namespace event {
// Codes used by name in the program; they agree with the table (tested).
inline constexpr std::uint16_t kPageView = 4;
inline constexpr std::uint16_t kDmOpen = 8;
inline constexpr std::uint16_t kLead = 9;
inline constexpr std::uint16_t kCallIn = 11;
inline constexpr std::uint16_t kVoucherBuy = 12;
inline constexpr std::uint16_t kWechatAdd = 14;
inline constexpr std::uint16_t kConsultOnline = 18;
inline constexpr std::uint16_t kBookingCreate = 20;
inline constexpr std::uint16_t kBookingCancel = 22;
inline constexpr std::uint16_t kBookingNoShow = 23;
inline constexpr std::uint16_t kArrive = 24;
inline constexpr std::uint16_t kVoucherRedeem = 26;
inline constexpr std::uint16_t kConsultOnsite = 27;
inline constexpr std::uint16_t kNoDeal = 28;
inline constexpr std::uint16_t kDepositPay = 29;
inline constexpr std::uint16_t kDeal = 30;
inline constexpr std::uint16_t kBill = 31;
inline constexpr std::uint16_t kStoredValueTopup = 32;
inline constexpr std::uint16_t kTreat = 33;
inline constexpr std::uint16_t kFollowupDone = 36;
inline constexpr std::uint16_t kSurveySubmit = 37;
inline constexpr std::uint16_t kRefund = 39;
inline constexpr std::uint16_t kComplaint = 40;
inline constexpr std::uint16_t kTouchSent = 42;
inline constexpr std::uint16_t kTouchOpen = 43;
inline constexpr std::uint16_t kTouchClick = 44;
inline constexpr std::uint16_t kTouchReply = 45;
inline constexpr std::uint16_t kUnsubscribe = 46;
inline constexpr std::uint16_t kWechatDelete = 47;
inline constexpr std::uint16_t kPointsEarn = 48;
inline constexpr std::uint16_t kPointsRedeem = 49;
inline constexpr std::uint16_t kConsentGiven = 53;
inline constexpr std::uint16_t kConsentWithdrawn = 54;
inline constexpr std::uint16_t kPackageExpire = 55;
inline constexpr std::uint16_t kShare = 60;
}  // namespace event

}  // namespace meitrace
