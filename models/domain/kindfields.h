// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"

#include <array>

/// The fields of each kind of file, as tables. Only kind.cpp includes this.
namespace meitrace::kindfields {

using enum FieldType;
using enum FieldUse;

// clang-format off
constexpr std::array<FieldSpec, 38> kHisCustomerFields {{
    { "his_no", Key, Person, KeyType::HisNo },
    { "name", FieldType::Name, Evidence, KeyType::Name },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "phone2", FieldType::Phone, Person, KeyType::Phone },
    { "wechat_id", Key, Person, KeyType::WechatId },
    { "email", FieldType::Email, Person, KeyType::Email },
    { "member_card_no", Key, Person, KeyType::CardNo },
    { "id_card_no", Key, Person, KeyType::IdCard },
    { "unionid", Key, Person, KeyType::UnionId },
    { "gender", FieldType::Gender, Attribute },
    { "birth_date", FieldType::Date, Evidence, KeyType::BirthDate },
    { "age", Count, Attribute },
    { "birth_year", Count, Attribute },
    { "province", Label, Attribute },
    { "city", Label, Attribute },
    { "district", Label, Attribute },
    { "occupation", Label, Attribute },
    { "marital", Label, Attribute },
    { "source_l1", FieldType::Channel, Attribute },
    { "source_l2", Label, Attribute },
    { "referrer_no", Key, Stored },
    { "referrer_phone", FieldType::Phone, Helper },
    { "staff_online", Label, Attribute },
    { "staff_onsite", Label, Attribute },
    { "doctor", Label, Attribute },
    { "store", Label, Attribute },
    { "member_level", Label, Attribute },
    { "points_balance", Count, Attribute },
    { "stored_value_balance", Money, Attribute },
    { "gift_balance", Money, Attribute },
    { "registered_at", Time, Attribute },
    { "member_since", Time, Attribute },
    { "skin_type", Label, Attribute },
    { "is_member", Bool, Attribute },
    { "wecom_friend", Bool, Attribute },
    { "is_test", Bool, Attribute },
    { "first_name", Text, Helper },
    { "last_name", Text, Helper },
}};
// clang-format on
constexpr std::array<std::string_view, 1> kHisCustomerKey {"his_no"};
constexpr std::array<std::string_view, 0> kHisCustomerMust {};
constexpr std::array<std::string_view, 2> kHisCustomerGroup1 {"his_no", "phone"};
constexpr std::array<std::span<const std::string_view>, 1> kHisCustomerRequired {
    std::span<const std::string_view>(kHisCustomerGroup1)};

// clang-format off
constexpr std::array<FieldSpec, 22> kHisConsultFields {{
    { "lead_no", Key, Stored },
    { "lead_time", Time, Stored },
    { "his_no", Key, Person, KeyType::HisNo },
    { "name", FieldType::Name, Evidence, KeyType::Name },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "wechat_id", Key, Person, KeyType::WechatId },
    { "source_l1", FieldType::Channel, Stored },
    { "source_l2", Label, Stored },
    { "urgency", Label, Stored },
    { "consult_tool", Label, Stored },
    { "intent_items", Label, Stored },
    { "lead_status", Label, Stored },
    { "wechat_added", Bool, Stored },
    { "is_booked", Bool, Stored },
    { "is_dispatched", Bool, Stored },
    { "is_redeemed", Bool, Stored },
    { "is_consulted", Bool, Stored },
    { "is_refund", Bool, Stored },
    { "deposit_amount", Money, Stored },
    { "staff_online", Label, Stored },
    { "store", Label, Stored },
    { "first_reply_at", Time, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 1> kHisConsultKey {"lead_no"};
constexpr std::array<std::string_view, 1> kHisConsultMust {"lead_time"};
constexpr std::array<std::string_view, 4> kHisConsultGroup1 {"phone", "wechat_id", "his_no", "name"};
constexpr std::array<std::string_view, 1> kHisConsultGroup2 {"lead_time"};
constexpr std::array<std::span<const std::string_view>, 2> kHisConsultRequired {
    std::span<const std::string_view>(kHisConsultGroup1),
    std::span<const std::string_view>(kHisConsultGroup2)};

// clang-format off
constexpr std::array<FieldSpec, 38> kHisBillingFields {{
    { "his_no", Key, Person, KeyType::HisNo },
    { "name", FieldType::Name, Evidence, KeyType::Name },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "gender", FieldType::Gender, Attribute },
    { "order_no", Key, Stored },
    { "line_no", Key, Stored },
    { "store", Label, Stored },
    { "order_time", Time, Stored },
    { "pay_time", Time, Stored },
    { "item_name", Label, Stored },
    { "item_code", Key, Stored },
    { "item_category", Label, Stored },
    { "item_type", Label, Stored },
    { "package_name", Label, Stored },
    { "promo_name", Label, Stored },
    { "qty", Quantity, Stored },
    { "unit_price", Money, Helper },
    { "list_amount", Money, Stored },
    { "discount_amount", Money, Stored },
    { "payable_amount", Money, Stored },
    { "paid_amount", Money, Stored },
    { "cash_amount", Money, Stored },
    { "stored_value_used", Money, Stored },
    { "gift_used", Money, Stored },
    { "net_amount", Money, Stored },
    { "refund_amount", Money, Stored },
    { "refund_time", Time, Stored },
    { "debt_amount", Money, Stored },
    { "deposit_amount", Money, Stored },
    { "pay_method", Label, Stored },
    { "bill_kind", FieldType::BillKind, Stored },
    { "visit_type", FieldType::VisitType, Stored },
    { "source_l1", FieldType::Channel, Stored },
    { "is_internal", Bool, Stored },
    { "is_refund", Bool, Stored },
    { "staff_onsite", Label, Stored },
    { "staff_online", Label, Stored },
    { "doctor", Label, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 2> kHisBillingKey {"order_no", "line_no"};
constexpr std::array<std::string_view, 2> kHisBillingMust {"pay_time", "paid_amount"};
constexpr std::array<std::string_view, 3> kHisBillingGroup1 {"his_no", "phone", "name"};
constexpr std::array<std::string_view, 2> kHisBillingGroup2 {"pay_time", "order_time"};
constexpr std::array<std::string_view, 2> kHisBillingGroup3 {"paid_amount", "unit_price"};
constexpr std::array<std::span<const std::string_view>, 3> kHisBillingRequired {
    std::span<const std::string_view>(kHisBillingGroup1),
    std::span<const std::string_view>(kHisBillingGroup2),
    std::span<const std::string_view>(kHisBillingGroup3)};

// clang-format off
constexpr std::array<FieldSpec, 24> kHisConsumptionFields {{
    { "his_no", Key, Person, KeyType::HisNo },
    { "name", FieldType::Name, Evidence, KeyType::Name },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "gender", FieldType::Gender, Attribute },
    { "consume_no", Key, Stored },
    { "consume_time", Time, Stored },
    { "item_name", Label, Stored },
    { "item_code", Key, Stored },
    { "item_category", Label, Stored },
    { "item_type", Label, Stored },
    { "qty", Quantity, Stored },
    { "consume_amount", Money, Stored },
    { "net_amount", Money, Stored },
    { "remaining_qty", Quantity, Stored },
    { "store", Label, Stored },
    { "store_sold", Label, Stored },
    { "staff_onsite", Label, Stored },
    { "doctor", Label, Stored },
    { "operator", Label, Stored },
    { "device", Label, Stored },
    { "body_area", Label, Stored },
    { "promo_name", Label, Stored },
    { "package_name", Label, Stored },
    { "is_internal", Bool, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 1> kHisConsumptionKey {"consume_no"};
constexpr std::array<std::string_view, 1> kHisConsumptionMust {"consume_time"};
constexpr std::array<std::string_view, 3> kHisConsumptionGroup1 {"his_no", "phone", "name"};
constexpr std::array<std::string_view, 1> kHisConsumptionGroup2 {"consume_time"};
constexpr std::array<std::string_view, 2> kHisConsumptionGroup3 {"item_name", "item_code"};
constexpr std::array<std::span<const std::string_view>, 3> kHisConsumptionRequired {
    std::span<const std::string_view>(kHisConsumptionGroup1),
    std::span<const std::string_view>(kHisConsumptionGroup2),
    std::span<const std::string_view>(kHisConsumptionGroup3)};

// clang-format off
constexpr std::array<FieldSpec, 23> kHisBookingFields {{
    { "booking_no", Key, Stored },
    { "his_no", Key, Person, KeyType::HisNo },
    { "name", FieldType::Name, Evidence, KeyType::Name },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "gender", FieldType::Gender, Attribute },
    { "age", Count, Attribute },
    { "district", Label, Attribute },
    { "booking_created_at", Time, Stored },
    { "booking_date", Time, Helper },
    { "booking_time", Time, Stored },
    { "booking_end", Time, Stored },
    { "half_day", Label, Helper },
    { "item_name", Label, Stored },
    { "booking_type", Label, Stored },
    { "booking_status", FieldType::BookingStatus, Stored },
    { "store", Label, Stored },
    { "doctor", Label, Stored },
    { "staff_onsite", Label, Stored },
    { "operator", Label, Stored },
    { "arrive_time", Time, Stored },
    { "cancel_reason", Label, Stored },
    { "booking_source", FieldType::Channel, Stored },
    { "reminder_sent", Bool, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 1> kHisBookingKey {"booking_no"};
constexpr std::array<std::string_view, 1> kHisBookingMust {"booking_time"};
constexpr std::array<std::string_view, 3> kHisBookingGroup1 {"his_no", "phone", "name"};
constexpr std::array<std::string_view, 2> kHisBookingGroup2 {"booking_time", "booking_date"};
constexpr std::array<std::span<const std::string_view>, 2> kHisBookingRequired {
    std::span<const std::string_view>(kHisBookingGroup1),
    std::span<const std::string_view>(kHisBookingGroup2)};

// clang-format off
constexpr std::array<FieldSpec, 18> kHisVisitFields {{
    { "visit_no", Key, Stored },
    { "his_no", Key, Person, KeyType::HisNo },
    { "name", FieldType::Name, Evidence, KeyType::Name },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "visit_time", Time, Stored },
    { "visit_type", FieldType::VisitType, Stored },
    { "store", Label, Stored },
    { "staff_onsite", Label, Stored },
    { "doctor", Label, Stored },
    { "consult_mode", Label, Stored },
    { "is_arrived", Bool, Stored },
    { "is_deal", Bool, Stored },
    { "deal_amount", Money, Stored },
    { "deal_time", Time, Stored },
    { "undealt_reason", Label, Stored },
    { "next_plan", Label, Stored },
    { "intent_items", Label, Stored },
    { "companion", Bool, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 1> kHisVisitKey {"visit_no"};
constexpr std::array<std::string_view, 1> kHisVisitMust {"visit_time"};
constexpr std::array<std::string_view, 3> kHisVisitGroup1 {"his_no", "phone", "name"};
constexpr std::array<std::string_view, 1> kHisVisitGroup2 {"visit_time"};
constexpr std::array<std::span<const std::string_view>, 2> kHisVisitRequired {
    std::span<const std::string_view>(kHisVisitGroup1), std::span<const std::string_view>(kHisVisitGroup2)};

// clang-format off
constexpr std::array<FieldSpec, 29> kWebEventFields {{
    { "event_time", Time, Stored },
    { "event_name", EventName, Stored },
    { "event_value", Money, Stored },
    { "user_id", Key, Person, KeyType::LoginUser },
    { "openid", Key, Person, KeyType::OpenId },
    { "unionid", Key, Person, KeyType::UnionId },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "visitor_id", Key, Person, KeyType::Device },
    { "his_no", Key, Person, KeyType::HisNo },
    { "session_id", Key, Stored },
    { "channel", FieldType::Channel, Stored },
    { "utm_source", FieldType::Channel, Stored },
    { "campaign", Label, Stored },
    { "utm_campaign", Label, Stored },
    { "item_code", Key, Stored },
    { "item_name", Label, Stored },
    { "store", Label, Stored },
    { "staff", Label, Stored },
    { "page_path", Text, Stored },
    { "page_url", Text, Stored },
    { "page_title", Text, Stored },
    { "search_term", Label, Stored },
    { "element", Label, Stored },
    { "device", Label, Stored },
    { "detail", Label, Stored },
    { "city", Label, Attribute },
    { "province", Label, Attribute },
    { "event_id", Key, Stored },
    { "forwards", Count, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 0> kWebEventKey {};
constexpr std::array<std::string_view, 1> kWebEventMust {"event_time"};
constexpr std::array<std::string_view, 6> kWebEventGroup1 {"user_id", "openid",     "unionid",
                                                           "phone",   "visitor_id", "his_no"};
constexpr std::array<std::string_view, 1> kWebEventGroup2 {"event_time"};
constexpr std::array<std::string_view, 3> kWebEventGroup3 {"event_name", "page_url", "page_path"};
constexpr std::array<std::span<const std::string_view>, 3> kWebEventRequired {
    std::span<const std::string_view>(kWebEventGroup1), std::span<const std::string_view>(kWebEventGroup2),
    std::span<const std::string_view>(kWebEventGroup3)};

// clang-format off
constexpr std::array<FieldSpec, 15> kTouchLogFields {{
    { "touch_channel", FieldType::Channel, Stored },
    { "campaign_name", Label, Stored },
    { "his_no", Key, Person, KeyType::HisNo },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "email", FieldType::Email, Person, KeyType::Email },
    { "external_userid", Key, Person, KeyType::ExternalUserId },
    { "sender", Label, Stored },
    { "send_time", Time, Stored },
    { "send_status", Label, Stored },
    { "deliver_time", Time, Stored },
    { "open_time", Time, Stored },
    { "click_time", Time, Stored },
    { "reply_time", Time, Stored },
    { "unsub_time", Time, Stored },
    { "cost", Money, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 0> kTouchLogKey {};
constexpr std::array<std::string_view, 1> kTouchLogMust {"send_time"};
constexpr std::array<std::string_view, 4> kTouchLogGroup1 {"phone", "external_userid", "email", "his_no"};
constexpr std::array<std::string_view, 1> kTouchLogGroup2 {"send_time"};
constexpr std::array<std::span<const std::string_view>, 2> kTouchLogRequired {
    std::span<const std::string_view>(kTouchLogGroup1), std::span<const std::string_view>(kTouchLogGroup2)};

// clang-format off
constexpr std::array<FieldSpec, 24> kAdSpendFields {{
    { "stat_date", Time, Stored },
    { "platform", Label, Stored },
    { "channel", FieldType::Channel, Stored },
    { "account_id", Key, Stored },
    { "account_name", Label, Stored },
    { "campaign_id", Key, Stored },
    { "campaign_name", Label, Stored },
    { "adgroup_id", Key, Stored },
    { "adgroup_name", Label, Stored },
    { "creative_id", Key, Stored },
    { "creative_name", Label, Stored },
    { "spend", Money, Stored },
    { "spend_gift", Money, Stored },
    { "impressions", Count, Stored },
    { "clicks", Count, Stored },
    { "conversions", Count, Stored },
    { "dm_inquiries", Count, Stored },
    { "dm_openings", Count, Stored },
    { "dm_leads", Count, Stored },
    { "form_leads", Count, Stored },
    { "orders", Count, Stored },
    { "gmv", Money, Stored },
    { "day_span", Count, Stored },
    { "stat_until", Time, Helper },
}};
// clang-format on
constexpr std::array<std::string_view, 7> kAdSpendKey {
    "stat_date", "platform", "account_id", "campaign_id", "campaign_name", "adgroup_id", "creative_id"};
constexpr std::array<std::string_view, 2> kAdSpendMust {"stat_date", "spend"};
constexpr std::array<std::string_view, 7> kAdSpendGroup1 {"stat_date",    "campaign_name", "campaign_id",
                                                          "adgroup_name", "adgroup_id",    "creative_name",
                                                          "creative_id"};
constexpr std::array<std::string_view, 1> kAdSpendGroup2 {"spend"};
constexpr std::array<std::span<const std::string_view>, 2> kAdSpendRequired {
    std::span<const std::string_view>(kAdSpendGroup1), std::span<const std::string_view>(kAdSpendGroup2)};

// clang-format off
constexpr std::array<FieldSpec, 15> kConsentFields {{
    { "his_no", Key, Person, KeyType::HisNo },
    { "name", FieldType::Name, Evidence, KeyType::Name },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "email", FieldType::Email, Person, KeyType::Email },
    { "external_userid", Key, Person, KeyType::ExternalUserId },
    { "consent_scope", FieldType::ConsentScope, Stored },
    { "channel", FieldType::ConsentChannel, Stored },
    { "consent_status", FieldType::ConsentState, Stored },
    { "consent_time", Time, Stored },
    { "withdraw_time", Time, Stored },
    { "expire_time", Time, Stored },
    { "evidence", Label, Stored },
    { "policy_version", Label, Stored },
    { "is_sensitive", Bool, Stored },
    { "dnc", Bool, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 0> kConsentKey {};
constexpr std::array<std::string_view, 0> kConsentMust {};
constexpr std::array<std::string_view, 4> kConsentGroup1 {"his_no", "phone", "email", "external_userid"};
constexpr std::array<std::string_view, 2> kConsentGroup2 {"consent_status", "dnc"};
constexpr std::array<std::span<const std::string_view>, 2> kConsentRequired {
    std::span<const std::string_view>(kConsentGroup1), std::span<const std::string_view>(kConsentGroup2)};

}  // namespace meitrace::kindfields
