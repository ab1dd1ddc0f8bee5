// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace meitrace {

/// What can say who somebody is. The numbers go into the store.
enum class KeyType : std::uint8_t {
    HisNo = 1,  ///< chart number, unique inside one scope (system and store)
    UnionId = 2,
    ExternalUserId = 3,
    OpenId = 4,
    Phone = 5,  ///< valid full mobile number, normalised to 11 digits, or E.164 with + for others
    Email = 6,
    CardNo = 7,
    PlatformUid = 8,
    LoginUser = 9,
    WechatId = 10,
    IdCard = 11,
    MaskedPhone = 12,  ///< 138****5678: prefix and tail; weak
    PhoneTail = 13,    ///< last four digits only; weak
    Device = 14,       ///< browser or device cookie: never merges two persons by itself
    Name = 15,         ///< normalised name; evidence, not a key that links
    BirthDate = 16,    ///< ISO date; evidence
    RawPhone = 17      ///< a phone cell that is no valid number, kept as text
};

/// Weight with which a shared key links two handles, 0 to 1. From 0.9 on it links by itself (domain: identity
/// keys).
constexpr double keyStrength(KeyType type)
{
    switch (type) {
    case KeyType::HisNo:
        return 1.0;
    case KeyType::UnionId:
        return 0.98;
    case KeyType::ExternalUserId:
        return 0.97;
    case KeyType::OpenId:
        return 0.95;
    case KeyType::Phone:
        return 0.93;
    case KeyType::Email:
        return 0.90;
    case KeyType::CardNo:
        return 0.95;
    case KeyType::PlatformUid:
        return 0.9;
    case KeyType::LoginUser:
    case KeyType::WechatId:
        return 0.95;
    case KeyType::IdCard:
        return 0.99;
    case KeyType::MaskedPhone:
        return 0.55;
    case KeyType::PhoneTail:
        return 0.60;
    case KeyType::Device:
        return 0.40;
    case KeyType::Name:
    case KeyType::BirthDate:
    case KeyType::RawPhone:
        return 0.0;
    }
    return 0.0;
}

/// From this strength on a shared key links two handles by itself.
inline constexpr double kLinkingStrength = 0.9;

/// Keys that make their holder a known customer: any but a device and mere evidence.
constexpr bool makesKnown(KeyType type)
{
    return type != KeyType::Device;
}

std::string_view keyTypeCode(KeyType type);  ///< "his_no", "phone", …

enum class Gender : std::uint8_t { Unknown = 0, Female = 1, Male = 2 };

enum class ConsentScope : std::uint8_t {
    Service = 1,
    Marketing,
    Profiling,
    ThirdPartyAds,
    Photo,
    SensitiveHealth
};
enum class ConsentChannel : std::uint8_t { Any = 1, Wechat, Sms, Call, Email, Ads };
enum class ConsentState : std::uint8_t { Granted = 1, Denied = 2, Withdrawn = 3 };
enum class BookingStatus : std::uint8_t {
    Pending = 1,
    Confirmed,
    Arrived,
    Served,
    Paid,
    Treated,
    NoShow,
    Left,
    Cancelled
};
enum class VisitType : std::uint8_t { First = 1, Return, InCourse, Again, RefundVisit, Other };
enum class BillKind : std::uint8_t {
    Sale = 1,
    Refund,
    Deposit,
    DepositBack,
    Topup,
    TopupRefund,
    DebtPayment,
    CardSale,
    Gift,
    Adjustment
};

/// Codes as they stand in rules, files and --json, in the order of the enumerators.
inline constexpr std::array<std::string_view, 3> kGenderCodes {"", "female", "male"};
inline constexpr std::array<std::string_view, 7> kConsentScopeCodes {
    "", "service", "marketing", "profiling", "third_party_ads", "photo", "sensitive_health"};
inline constexpr std::array<std::string_view, 7> kConsentChannelCodes {"",     "any",   "wechat", "sms",
                                                                       "call", "email", "ads"};
inline constexpr std::array<std::string_view, 4> kConsentStateCodes {"", "granted", "denied", "withdrawn"};
inline constexpr std::array<std::string_view, 10> kBookingStatusCodes {
    "", "pending", "confirmed", "arrived", "served", "paid", "treated", "no_show", "left", "cancelled"};
inline constexpr std::array<std::string_view, 7> kVisitTypeCodes {
    "", "first", "return", "in_course", "again", "refund_visit", "other"};
inline constexpr std::array<std::string_view, 11> kBillKindCodes {
    "",          "sale", "refund",    "deposit", "deposit_back", "topup", "topup_refund", "debt_payment",
    "card_sale", "gift", "adjustment"};

}  // namespace meitrace
