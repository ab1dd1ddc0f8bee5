// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"

#include <array>

/// The fields of files about contacts: people who were added, who asked, who answered, and what they saw, as
/// tables. Only kind.cpp includes this. What identifies somebody else than the customer, nicknames and
/// remarks are helpers: known and not kept. Free text (FieldType::Text) is kept with the person's documents
/// only: no event, rule, list or log has it.
namespace meitrace::kindfields {

using enum FieldType;
using enum FieldUse;

// clang-format off
constexpr std::array<FieldSpec, 24> kWecomContactFields {{
    { "remark_name", FieldType::Name, Evidence, KeyType::Name },
    { "phone_tail", FieldType::Phone, Person, KeyType::PhoneTail },
    { "description", Text, Helper },
    { "added_by", Label, Stored },
    { "added_by_account", Key, Stored },
    { "department", Label, Stored },
    { "added_at", Time, Stored },
    { "add_way", Label, Stored },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "corp_name", Label, Stored },
    { "email", FieldType::Email, Person, KeyType::Email },
    { "address", Text, Helper },
    { "position", Label, Stored },
    { "tel", FieldType::Phone, Person, KeyType::Phone },
    { "tags", Label, Stored },
    { "tags_2", Label, Stored },
    { "tags_3", Label, Stored },
    { "tags_4", Label, Stored },
    { "external_userid", Key, Person, KeyType::ExternalUserId },
    { "unionid", Key, Person, KeyType::UnionId },
    { "gender", FieldType::Gender, Attribute },
    { "deleted_at", Time, Stored },
    { "state", Label, Stored },
    { "group_chat", Label, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 2> kWecomContactKey {"external_userid", "added_by_account"};
constexpr std::array<std::string_view, 3> kWecomContactSpare {"remark_name", "added_by", "added_at"};
constexpr std::array<std::string_view, 0> kWecomContactMust {};
constexpr std::array<std::string_view, 4> kWecomContactGroup1 {"external_userid", "remark_name", "phone",
                                                               "unionid"};
constexpr std::array<std::string_view, 2> kWecomContactGroup2 {"added_at", "deleted_at"};
constexpr std::array<std::string_view, 4> kWecomContactGroup3 {"added_by", "added_by_account",
                                                               "external_userid", "add_way"};
constexpr std::array<std::span<const std::string_view>, 3> kWecomContactRequired {
    std::span<const std::string_view>(kWecomContactGroup1),
    std::span<const std::string_view>(kWecomContactGroup2),
    std::span<const std::string_view>(kWecomContactGroup3)};

// clang-format off
constexpr std::array<FieldSpec, 21> kAdLeadFields {{
    { "lead_no", Key, Stored },
    { "lead_time", Time, Stored },
    { "name", FieldType::Name, Evidence, KeyType::Name },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "wechat_id", Key, Person, KeyType::WechatId },
    { "platform", FieldType::Channel, Stored },
    { "campaign_id", Key, Stored },
    { "campaign_name", Label, Stored },
    { "adgroup_id", Key, Stored },
    { "adgroup_name", Label, Stored },
    { "creative_name", Label, Stored },
    { "form_name", Label, Stored },
    { "province", Label, Attribute },
    { "city", Label, Attribute },
    { "intent_items", Label, Stored },
    { "lead_status", Label, Stored },
    { "owner", Label, Stored },
    { "remark", Text, Helper },
    { "call_seconds", Duration, Stored },
    { "click_id", Key, Stored },
    { "first_reply_at", Time, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 1> kAdLeadKey {"lead_no"};
constexpr std::array<std::string_view, 1> kAdLeadMust {"lead_time"};
constexpr std::array<std::string_view, 2> kAdLeadGroup1 {"phone", "wechat_id"};
constexpr std::array<std::string_view, 1> kAdLeadGroup2 {"lead_time"};
constexpr std::array<std::string_view, 8> kAdLeadGroup3 {"lead_no",       "platform",     "campaign_id",
                                                         "campaign_name", "form_name",    "click_id",
                                                         "adgroup_id",    "creative_name"};
constexpr std::array<std::span<const std::string_view>, 3> kAdLeadRequired {
    std::span<const std::string_view>(kAdLeadGroup1), std::span<const std::string_view>(kAdLeadGroup2),
    std::span<const std::string_view>(kAdLeadGroup3)};

// clang-format off
constexpr std::array<FieldSpec, 34> kEmailCampaignFields {{
    { "email", FieldType::Email, Person, KeyType::Email },
    { "name", FieldType::Name, Evidence, KeyType::Name },
    { "first_name", Text, Helper },
    { "last_name", Text, Helper },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "member_rating", Count, Stored },
    { "optin_time", Time, Stored },
    { "signup_time", Time, Stored },
    { "confirm_time", Time, Stored },
    { "optin_ip", Text, Helper },
    { "last_changed", Time, Stored },
    { "unsub_time", Time, Stored },
    { "status", Label, Stored },
    { "email_uid", Text, Helper },
    { "notes", Text, Helper },
    { "tags", Label, Stored },
    { "campaign_name", Label, Stored },
    { "campaign_id", Key, Stored },
    { "subject", Label, Stored },
    { "send_time", Time, Stored },
    { "sent", Count, Stored },
    { "delivered", Count, Stored },
    { "soft_bounces", Count, Stored },
    { "hard_bounces", Count, Stored },
    { "unique_opens", Count, Stored },
    { "total_opens", Count, Stored },
    { "unique_clicks", Count, Stored },
    { "total_clicks", Count, Stored },
    { "unsubscribes", Count, Stored },
    { "abuse", Count, Stored },
    { "action", Label, Stored },
    { "action_time", Time, Stored },
    { "click_url", Text, Helper },
    { "language", Label, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 5> kEmailCampaignKey {"email", "campaign_id", "campaign_name",
                                                             "action", "action_time"};
constexpr std::array<std::string_view, 0> kEmailCampaignMust {};
constexpr std::array<std::string_view, 3> kEmailCampaignGroup1 {"email", "campaign_id", "campaign_name"};
constexpr std::array<std::string_view, 9> kEmailCampaignGroup2 {
    "status", "member_rating", "optin_time",   "last_changed", "action",
    "sent",   "send_time",     "unique_opens", "total_opens"};
constexpr std::array<std::span<const std::string_view>, 2> kEmailCampaignRequired {
    std::span<const std::string_view>(kEmailCampaignGroup1),
    std::span<const std::string_view>(kEmailCampaignGroup2)};

// clang-format off
constexpr std::array<FieldSpec, 21> kSocialContentFields {{
    { "platform", FieldType::Channel, Stored },
    { "content_id", Key, Stored },
    { "title", Label, Stored },
    { "account", Label, Stored },
    { "published_at", Time, Stored },
    { "content_type", Label, Stored },
    { "impressions", Count, Stored },
    { "views", Count, Stored },
    { "likes", Count, Stored },
    { "collects", Count, Stored },
    { "comments", Count, Stored },
    { "shares", Count, Stored },
    { "follows", Count, Stored },
    { "completion_rate", Ratio, Stored },
    { "avg_watch_s", Duration, Stored },
    { "cover_ctr", Ratio, Stored },
    { "profile_visits", Count, Stored },
    { "dm_inquiries", Count, Stored },
    { "cost", Money, Stored },
    { "is_paid", Bool, Stored },
    { "snapshot_at", Time, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 2> kSocialContentKey {"content_id", "snapshot_at"};
constexpr std::array<std::string_view, 3> kSocialContentSpare {"title", "published_at", "snapshot_at"};
constexpr std::array<std::string_view, 1> kSocialContentMust {"snapshot_at"};
constexpr std::array<std::string_view, 2> kSocialContentGroup1 {"content_id", "title"};
constexpr std::array<std::string_view, 3> kSocialContentGroup2 {"views", "likes", "impressions"};
constexpr std::array<std::span<const std::string_view>, 2> kSocialContentRequired {
    std::span<const std::string_view>(kSocialContentGroup1),
    std::span<const std::string_view>(kSocialContentGroup2)};

// clang-format off
constexpr std::array<FieldSpec, 20> kSurveyFields {{
    { "answer_no", Key, Stored },
    { "submitted_at", Time, Stored },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "email", FieldType::Email, Person, KeyType::Email },
    { "name", FieldType::Name, Evidence, KeyType::Name },
    { "his_no", Key, Person, KeyType::HisNo },
    { "survey_name", Label, Stored },
    { "nps", Figure, Stored },
    { "satisfaction", Figure, Stored },
    { "score_doctor", Figure, Stored },
    { "score_staff", Figure, Stored },
    { "score_env", Figure, Stored },
    { "score_effect", Figure, Stored },
    { "comment", Text, Stored },
    { "item_name", Label, Stored },
    { "store", Label, Stored },
    { "concerns", Label, Stored },
    { "budget", Label, Stored },
    { "duration_s", Duration, Stored },
    { "source_l1", FieldType::Channel, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 2> kSurveyKey {"survey_name", "answer_no"};
constexpr std::array<std::string_view, 1> kSurveyMust {"submitted_at"};
constexpr std::array<std::string_view, 1> kSurveyGroup1 {"submitted_at"};
constexpr std::array<std::string_view, 6> kSurveyGroup2 {"nps",         "satisfaction", "score_doctor",
                                                         "score_staff", "score_env",    "score_effect"};
constexpr std::array<std::span<const std::string_view>, 2> kSurveyRequired {
    std::span<const std::string_view>(kSurveyGroup1), std::span<const std::string_view>(kSurveyGroup2)};

// clang-format off
constexpr std::array<FieldSpec, 18> kServiceRecordFields {{
    { "record_no", Key, Stored },
    { "his_no", Key, Person, KeyType::HisNo },
    { "name", FieldType::Name, Evidence, KeyType::Name },
    { "phone", FieldType::Phone, Person, KeyType::Phone },
    { "external_userid", Key, Person, KeyType::ExternalUserId },
    { "time", Time, Stored },
    { "record_type", FieldType::ServiceKind, Stored },
    { "direction", FieldType::Direction, Stored },
    { "channel", FieldType::Channel, Stored },
    { "category", Label, Stored },
    { "text", Text, Stored },
    { "staff", Label, Stored },
    { "store", Label, Stored },
    { "state", Label, Stored },
    { "first_reply_at", Time, Stored },
    { "closed_at", Time, Stored },
    { "duration", Duration, Stored },
    { "satisfaction", Figure, Stored },
}};
// clang-format on
constexpr std::array<std::string_view, 1> kServiceRecordKey {"record_no"};
constexpr std::array<std::string_view, 1> kServiceRecordMust {"time"};
constexpr std::array<std::string_view, 4> kServiceRecordGroup1 {"his_no", "phone", "external_userid", "name"};
constexpr std::array<std::string_view, 1> kServiceRecordGroup2 {"time"};
constexpr std::array<std::string_view, 5> kServiceRecordGroup3 {"direction", "text", "state", "record_type",
                                                                "record_no"};
constexpr std::array<std::span<const std::string_view>, 3> kServiceRecordRequired {
    std::span<const std::string_view>(kServiceRecordGroup1),
    std::span<const std::string_view>(kServiceRecordGroup2),
    std::span<const std::string_view>(kServiceRecordGroup3)};

}  // namespace meitrace::kindfields
