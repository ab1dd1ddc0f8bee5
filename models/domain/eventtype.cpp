// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/eventtype.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

constexpr int kNeutral = EventType::kNeutralStage;

// Order is the code: append only.
constexpr std::array<EventType, 61> kTypes {{
    {1, "ad_click", 0},
    {2, "content_view", 0},
    {3, "content_engage", 1},
    {4, "page_view", 1},
    {5, "item_view", 1},
    {6, "search", 1},
    {7, "form_start", 1},
    {8, "dm_open", 1},
    {9, "lead", 2},
    {10, "form_submit", 2},
    {11, "call_in", 2},
    {12, "voucher_buy", 2},
    {13, "coupon_claim", 2},
    {14, "wechat_add", 3},
    {15, "group_join", 3},
    {16, "oa_follow", 3},
    {17, "mp_open", 3},
    {18, "consult_online", 3},
    {19, "quote_sent", 3},
    {20, "booking_create", 4},
    {21, "booking_change", 4},
    {22, "booking_cancel", 4},
    {23, "booking_noshow", 4},
    {24, "arrive", 5},
    {25, "triage", 5},
    {26, "voucher_redeem", 5},
    {27, "consult_onsite", 6},
    {28, "no_deal", 6},
    {29, "deposit_pay", 7},
    {30, "deal", 7},
    {31, "bill", 7},
    {32, "stored_value_topup", 7},
    {33, "treat", 8},
    {34, "course_done", 8},
    {35, "photo_compare", 9},
    {36, "followup_done", 9},
    {37, "survey_submit", 9},
    {38, "review_post", 9},
    {39, "refund", 9},
    {40, "complaint", 9},
    {41, "referral_made", 11},
    {42, "touch_sent", kNeutral},
    {43, "touch_open", kNeutral},
    {44, "touch_click", kNeutral},
    {45, "touch_reply", kNeutral},
    {46, "unsubscribe", kNeutral},
    {47, "wechat_delete", kNeutral},
    {48, "points_earn", kNeutral},
    {49, "points_redeem", kNeutral},
    {50, "level_up", kNeutral},
    {51, "reco_shown", kNeutral},
    {52, "reco_click", kNeutral},
    {53, "consent_given", kNeutral},
    {54, "consent_withdrawn", kNeutral},
    {55, "package_expire", kNeutral},
    {56, "checkin", 1},
    {57, "group_message", 3},
    {58, "live_subscribe", 1},
    {59, "live_watch", 1},
    {60, "share", 1},
    {61, "event_attend", 3},
}};

}  // namespace

std::span<const EventType> standardEventTypes()
{
    return kTypes;
}

std::optional<EventType> standardEventType(std::string_view name)
{
    const auto found
        = std::find_if(kTypes.begin(), kTypes.end(), [&](const EventType& t) { return t.name == name; });
    return found == kTypes.end() ? std::nullopt : std::optional<EventType>(*found);
}

int stageOf(std::uint16_t code)
{
    return code >= 1 && code <= kTypes.size() ? kTypes[code - 1U].stage : kNeutral;
}

}  // namespace meitrace
