// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"

#include <array>

/// The fields of files about what is owned, ordered and planned, as tables. Only kind.cpp includes this.
/// What identifies somebody else than the customer, nicknames and remarks are helpers: known and not kept.
/// Free text (FieldType::Text) is kept with the person's documents only: no event, rule, list or log has it.
namespace meitrace::kindfields {

using enum FieldType;
using enum FieldUse;

// clang-format off
constexpr std::array<FieldSpec, 19> kHisPackageFields {{
    { "his_no", Key, Person, KeyType::HisNo },
    { "name", FieldType::Name, Evidence, KeyType::Name },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "card_no", Key, Stored },
    { "card_name", Label, Stored },
    { "item_name", Label, Stored },
    { "bought_qty", Quantity, Stored },
    { "gift_qty", Quantity, Stored },
    { "used_qty", Quantity, Stored },
    { "remaining_qty", Quantity, Stored },
    { "paid_amount", Money, Stored },
    { "unit_value", Money, Stored },
    { "remaining_amount", Money, Stored },
    { "remaining_both", Text, Helper },
    { "bought_at", Time, Stored },
    { "expire_at", Time, Stored },
    { "card_status", Label, Stored },
    { "store", Label, Stored },
    { "snapshot_at", Time, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 5> kHisPackageKey {"his_no", "card_no", "item_name", "bought_at",
                                                          "snapshot_at"};
constexpr std::array<std::string_view, 1> kHisPackageMust {"snapshot_at"};
constexpr std::array<std::string_view, 3> kHisPackageGroup1 {"his_no", "phone", "name"};
constexpr std::array<std::string_view, 2> kHisPackageGroup2 {"item_name", "card_name"};
constexpr std::array<std::string_view, 3> kHisPackageGroup3 {"remaining_qty", "remaining_amount",
                                                             "remaining_both"};
constexpr std::array<std::span<const std::string_view>, 3> kHisPackageRequired {
    std::span<const std::string_view>(kHisPackageGroup1),
    std::span<const std::string_view>(kHisPackageGroup2),
    std::span<const std::string_view>(kHisPackageGroup3)};

// clang-format off
constexpr std::array<FieldSpec, 14> kHisFollowupFields {{
    { "followup_no", Key, Stored },
    { "his_no", Key, Person, KeyType::HisNo },
    { "name", FieldType::Name, Evidence, KeyType::Name },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "followup_type", Label, Stored },
    { "followup_plan_at", Time, Stored },
    { "followup_done_at", Time, Stored },
    { "followup_method", FieldType::Channel, Stored },
    { "followup_result", Label, Stored },
    { "followup_content", Text, Stored },
    { "satisfaction", Figure, Stored },
    { "staff", Label, Stored },
    { "store", Label, Stored },
    { "next_followup_at", Time, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 1> kHisFollowupKey {"followup_no"};
constexpr std::array<std::string_view, 1> kHisFollowupMust {"followup_plan_at"};
constexpr std::array<std::string_view, 3> kHisFollowupGroup1 {"his_no", "phone", "name"};
constexpr std::array<std::string_view, 2> kHisFollowupGroup2 {"followup_plan_at", "followup_done_at"};
constexpr std::array<std::string_view, 6> kHisFollowupGroup3 {
    "followup_type", "followup_method", "followup_result", "followup_content", "staff", "followup_no"};
constexpr std::array<std::span<const std::string_view>, 3> kHisFollowupRequired {
    std::span<const std::string_view>(kHisFollowupGroup1),
    std::span<const std::string_view>(kHisFollowupGroup2),
    std::span<const std::string_view>(kHisFollowupGroup3)};

// clang-format off
constexpr std::array<FieldSpec, 31> kLocalLifeOrderFields {{
    { "platform", FieldType::Channel, Stored },
    { "order_no", Key, Stored },
    { "coupon_code", Key, Stored },
    { "item_name", Label, Stored },
    { "item_code", Key, Stored },
    { "qty", Quantity, Stored },
    { "order_time", Time, Stored },
    { "pay_time", Time, Stored },
    { "verify_time", Time, Stored },
    { "verify_status", FieldType::VoucherStatus, Stored },
    { "store", Label, Stored },
    { "verify_account", Label, Stored },
    { "verify_channel", Label, Stored },
    { "list_amount", Money, Stored },
    { "payable_amount", Money, Stored },
    { "paid_amount", Money, Stored },
    { "settle_amount", Money, Stored },
    { "commission", Money, Stored },
    { "merchant_promo", Money, Stored },
    { "platform_promo", Money, Stored },
    { "refund_amount", Money, Stored },
    { "refund_time", Time, Stored },
    { "refund_status", Label, Stored },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "phone_tail", FieldType::Phone, Person, KeyType::PhoneTail },
    { "platform_uid", Key, Person, KeyType::PlatformUid },
    { "nickname", Text, Helper },
    { "booking_time", Time, Stored },
    { "deposit_amount", Money, Stored },
    { "rating", Figure, Stored },
    { "review", Text, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 1> kLocalLifeOrderKey {"coupon_code"};
constexpr std::array<std::string_view, 2> kLocalLifeOrderSpare {"order_no", "item_name"};
constexpr std::array<std::string_view, 0> kLocalLifeOrderMust {};
constexpr std::array<std::string_view, 2> kLocalLifeOrderGroup1 {"coupon_code", "order_no"};
constexpr std::array<std::string_view, 3> kLocalLifeOrderGroup2 {"verify_time", "order_time", "pay_time"};
/// What tells vouchers from bills of the till, which have order numbers and times as well.
constexpr std::array<std::string_view, 2> kLocalLifeOrderGroup3 {"coupon_code", "verify_status"};
constexpr std::array<std::span<const std::string_view>, 3> kLocalLifeOrderRequired {
    std::span<const std::string_view>(kLocalLifeOrderGroup1),
    std::span<const std::string_view>(kLocalLifeOrderGroup2),
    std::span<const std::string_view>(kLocalLifeOrderGroup3)};

// clang-format off
constexpr std::array<FieldSpec, 41> kYouzanOrderFields {{
    { "order_no", Key, Stored },
    { "channel_name", Label, Stored },
    { "store", Label, Stored },
    { "order_type", Label, Stored },
    { "order_status", Label, Stored },
    { "promo_type", Label, Stored },
    { "order_source", FieldType::Channel, Stored },
    { "order_time", Time, Stored },
    { "pay_time", Time, Stored },
    { "finish_time", Time, Stored },
    { "pay_method", Label, Stored },
    { "pay_trade_no", Key, Stored },
    { "list_amount", Money, Stored },
    { "freight", Money, Stored },
    { "discount_amount", Money, Stored },
    { "payable_amount", Money, Stored },
    { "paid_amount", Money, Stored },
    { "pay_discount", Money, Stored },
    { "settle_amount", Money, Stored },
    { "points_used", Count, Stored },
    { "item_name", Label, Stored },
    { "qty", Quantity, Stored },
    { "province", Label, Stored },
    { "city", Label, Stored },
    { "district", Label, Stored },
    { "address", Text, Helper },
    { "receiver_name", Text, Helper },
    { "receiver_phone", Text, Helper },
    { "buyer_remark", Text, Helper },
    { "nickname", Text, Helper },
    { "is_member", Bool, Attribute },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "email", FieldType::Email, Person, KeyType::Email },
    { "distributor", Label, Stored },
    { "distributor_phone", Text, Helper },
    { "staff", Label, Stored },
    { "refund_status", Label, Stored },
    { "refund_amount", Money, Stored },
    { "remark", Text, Helper },
    { "risk_tag", Label, Stored },
    { "coupon_name", Label, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 1> kYouzanOrderKey {"order_no"};
constexpr std::array<std::string_view, 2> kYouzanOrderMust {"order_no", "paid_amount"};
constexpr std::array<std::string_view, 1> kYouzanOrderGroup1 {"order_no"};
constexpr std::array<std::string_view, 2> kYouzanOrderGroup2 {"pay_time", "order_time"};
constexpr std::array<std::string_view, 1> kYouzanOrderGroup3 {"paid_amount"};
constexpr std::array<std::string_view, 2> kYouzanOrderGroup4 {"phone", "email"};
/// What tells a shop's orders from bills of the till.
constexpr std::array<std::string_view, 8> kYouzanOrderGroup5 {
    "order_status", "channel_name",  "receiver_name", "receiver_phone",
    "freight",      "refund_status", "promo_type",    "order_type"};
constexpr std::array<std::span<const std::string_view>, 5> kYouzanOrderRequired {
    std::span<const std::string_view>(kYouzanOrderGroup1),
    std::span<const std::string_view>(kYouzanOrderGroup2),
    std::span<const std::string_view>(kYouzanOrderGroup3),
    std::span<const std::string_view>(kYouzanOrderGroup4),
    std::span<const std::string_view>(kYouzanOrderGroup5)};

// clang-format off
constexpr std::array<FieldSpec, 13> kPointsLedgerFields {{
    { "entry_no", Key, Stored },
    { "his_no", Key, Person, KeyType::HisNo },
    { "name", FieldType::Name, Evidence, KeyType::Name },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "time", Time, Stored },
    { "type", Label, Stored },
    { "points", Count, Stored },
    { "order_no", Key, Stored },
    { "base_amount", Money, Stored },
    { "ratio", Label, Stored },
    { "record_left", Count, Stored },
    { "balance", Count, Stored },
    { "operator", Label, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 1> kPointsLedgerKey {"entry_no"};
constexpr std::array<std::string_view, 2> kPointsLedgerMust {"time", "points"};
constexpr std::array<std::string_view, 3> kPointsLedgerGroup1 {"his_no", "phone", "name"};
constexpr std::array<std::string_view, 1> kPointsLedgerGroup2 {"time"};
constexpr std::array<std::string_view, 1> kPointsLedgerGroup3 {"points"};
constexpr std::array<std::span<const std::string_view>, 3> kPointsLedgerRequired {
    std::span<const std::string_view>(kPointsLedgerGroup1),
    std::span<const std::string_view>(kPointsLedgerGroup2),
    std::span<const std::string_view>(kPointsLedgerGroup3)};

// clang-format off
constexpr std::array<FieldSpec, 5> kTargetFields {{
    { "month", Time, Stored },
    { "store", Label, Stored },
    { "staff", Label, Stored },
    { "metric", Label, Stored },
    { "value", Figure, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 4> kTargetKey {"month", "store", "staff", "metric"};
constexpr std::array<std::string_view, 3> kTargetMust {"month", "metric", "value"};
constexpr std::array<std::string_view, 1> kTargetGroup1 {"month"};
constexpr std::array<std::string_view, 1> kTargetGroup2 {"metric"};
constexpr std::array<std::string_view, 1> kTargetGroup3 {"value"};
constexpr std::array<std::span<const std::string_view>, 3> kTargetRequired {
    std::span<const std::string_view>(kTargetGroup1), std::span<const std::string_view>(kTargetGroup2),
    std::span<const std::string_view>(kTargetGroup3)};

// clang-format off
constexpr std::array<FieldSpec, 6> kItemListFields {{
    { "item_code", Key, Stored },
    { "item_name", Label, Stored },
    { "item_category", Label, Stored },
    { "list_price", Money, Stored },
    { "margin_rate", Ratio, Stored },
    { "snapshot_at", Time, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 3> kItemListKey {"item_code", "item_name", "snapshot_at"};
constexpr std::array<std::string_view, 2> kItemListMust {"snapshot_at", "margin_rate"};
constexpr std::array<std::string_view, 2> kItemListGroup1 {"item_code", "item_name"};
constexpr std::array<std::string_view, 1> kItemListGroup2 {"margin_rate"};
constexpr std::array<std::span<const std::string_view>, 2> kItemListRequired {
    std::span<const std::string_view>(kItemListGroup1), std::span<const std::string_view>(kItemListGroup2)};

}  // namespace meitrace::kindfields
