// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/names.h"

#include "analytics/clinic/itemcatalogue.h"
#include "ui/text/figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <utility>

namespace meitrace {

namespace {

struct Names {
    Q_DECLARE_TR_FUNCTIONS(Names)
};

using Entry = std::pair<std::string_view, const char*>;

// clang-format off
constexpr std::array<Entry, 23> kKinds {{
    { "his_customer", QT_TRANSLATE_NOOP("Names", "customer records") },
    { "his_consult", QT_TRANSLATE_NOOP("Names", "leads") },
    { "his_billing", QT_TRANSLATE_NOOP("Names", "bill lines") },
    { "his_consumption", QT_TRANSLATE_NOOP("Names", "treatments delivered") },
    { "his_booking", QT_TRANSLATE_NOOP("Names", "bookings") },
    { "his_visit", QT_TRANSLATE_NOOP("Names", "visits") },
    { "web_event", QT_TRANSLATE_NOOP("Names", "web events") },
    { "touch_log", QT_TRANSLATE_NOOP("Names", "messages sent") },
    { "ad_spend", QT_TRANSLATE_NOOP("Names", "ad spend") },
    { "consent", QT_TRANSLATE_NOOP("Names", "consents") },
    { "his_package", QT_TRANSLATE_NOOP("Names", "card balances") },
    { "his_followup", QT_TRANSLATE_NOOP("Names", "follow-ups") },
    { "local_life_order", QT_TRANSLATE_NOOP("Names", "vouchers") },
    { "youzan_order", QT_TRANSLATE_NOOP("Names", "shop orders") },
    { "wecom_contact", QT_TRANSLATE_NOOP("Names", "WeCom contacts") },
    { "ad_lead", QT_TRANSLATE_NOOP("Names", "leads of ads") },
    { "email_campaign", QT_TRANSLATE_NOOP("Names", "e-mail members and mailings") },
    { "social_content", QT_TRANSLATE_NOOP("Names", "posts and videos") },
    { "survey", QT_TRANSLATE_NOOP("Names", "survey answers") },
    { "points_ledger", QT_TRANSLATE_NOOP("Names", "points entries") },
    { "service_record", QT_TRANSLATE_NOOP("Names", "chats, calls and complaints") },
    { "target", QT_TRANSLATE_NOOP("Names", "targets") },
    { "item_list", QT_TRANSLATE_NOOP("Names", "items with their margins") },
}};

constexpr std::array<Entry, 20> kSegments {{
    { "vip", QT_TRANSLATE_NOOP("Names", "important, valuable") },
    { "vip_keep", QT_TRANSLATE_NOOP("Names", "important, keep") },
    { "vip_grow", QT_TRANSLATE_NOOP("Names", "important, develop") },
    { "vip_rescue", QT_TRANSLATE_NOOP("Names", "important, win back") },
    { "std", QT_TRANSLATE_NOOP("Names", "ordinary, valuable") },
    { "std_keep", QT_TRANSLATE_NOOP("Names", "ordinary, keep") },
    { "std_grow", QT_TRANSLATE_NOOP("Names", "ordinary, develop") },
    { "std_rescue", QT_TRANSLATE_NOOP("Names", "ordinary, win back") },
    { "champions", QT_TRANSLATE_NOOP("Names", "Champions") },
    { "loyal", QT_TRANSLATE_NOOP("Names", "Loyal") },
    { "potential_loyalist", QT_TRANSLATE_NOOP("Names", "Potential loyalist") },
    { "new", QT_TRANSLATE_NOOP("Names", "New") },
    { "promising", QT_TRANSLATE_NOOP("Names", "Promising") },
    { "needs_attention", QT_TRANSLATE_NOOP("Names", "Needs attention") },
    { "about_to_sleep", QT_TRANSLATE_NOOP("Names", "About to sleep") },
    { "at_risk", QT_TRANSLATE_NOOP("Names", "At risk") },
    { "cant_lose", QT_TRANSLATE_NOOP("Names", "Can't lose") },
    { "hibernating", QT_TRANSLATE_NOOP("Names", "Hibernating") },
    { "lost", QT_TRANSLATE_NOOP("Names", "Lost") },
    { "none", QT_TRANSLATE_NOOP("Names", "No purchase") },
}};

constexpr std::array<Entry, 61> kEvents {{
    { "ad_click", QT_TRANSLATE_NOOP("Names", "ad click") },
    { "content_view", QT_TRANSLATE_NOOP("Names", "content viewed") },
    { "content_engage", QT_TRANSLATE_NOOP("Names", "content liked or commented") },
    { "page_view", QT_TRANSLATE_NOOP("Names", "page view") },
    { "item_view", QT_TRANSLATE_NOOP("Names", "item viewed") },
    { "search", QT_TRANSLATE_NOOP("Names", "search") },
    { "form_start", QT_TRANSLATE_NOOP("Names", "form started") },
    { "dm_open", QT_TRANSLATE_NOOP("Names", "direct message opened") },
    { "lead", QT_TRANSLATE_NOOP("Names", "lead") },
    { "form_submit", QT_TRANSLATE_NOOP("Names", "form sent") },
    { "call_in", QT_TRANSLATE_NOOP("Names", "call") },
    { "voucher_buy", QT_TRANSLATE_NOOP("Names", "voucher bought") },
    { "coupon_claim", QT_TRANSLATE_NOOP("Names", "coupon claimed") },
    { "wechat_add", QT_TRANSLATE_NOOP("Names", "WeChat added") },
    { "group_join", QT_TRANSLATE_NOOP("Names", "group joined") },
    { "oa_follow", QT_TRANSLATE_NOOP("Names", "account followed") },
    { "mp_open", QT_TRANSLATE_NOOP("Names", "mini program opened") },
    { "consult_online", QT_TRANSLATE_NOOP("Names", "online consultation") },
    { "quote_sent", QT_TRANSLATE_NOOP("Names", "quote sent") },
    { "booking_create", QT_TRANSLATE_NOOP("Names", "booking") },
    { "booking_change", QT_TRANSLATE_NOOP("Names", "booking changed") },
    { "booking_cancel", QT_TRANSLATE_NOOP("Names", "booking cancelled") },
    { "booking_noshow", QT_TRANSLATE_NOOP("Names", "no-show") },
    { "arrive", QT_TRANSLATE_NOOP("Names", "arrival") },
    { "triage", QT_TRANSLATE_NOOP("Names", "triage") },
    { "voucher_redeem", QT_TRANSLATE_NOOP("Names", "voucher redeemed") },
    { "consult_onsite", QT_TRANSLATE_NOOP("Names", "consultation on site") },
    { "no_deal", QT_TRANSLATE_NOOP("Names", "no deal") },
    { "deposit_pay", QT_TRANSLATE_NOOP("Names", "deposit paid") },
    { "deal", QT_TRANSLATE_NOOP("Names", "deal") },
    { "bill", QT_TRANSLATE_NOOP("Names", "bill") },
    { "stored_value_topup", QT_TRANSLATE_NOOP("Names", "stored value topped up") },
    { "treat", QT_TRANSLATE_NOOP("Names", "treatment") },
    { "course_done", QT_TRANSLATE_NOOP("Names", "course finished") },
    { "photo_compare", QT_TRANSLATE_NOOP("Names", "photos compared") },
    { "followup_done", QT_TRANSLATE_NOOP("Names", "follow-up done") },
    { "survey_submit", QT_TRANSLATE_NOOP("Names", "survey answered") },
    { "review_post", QT_TRANSLATE_NOOP("Names", "review posted") },
    { "refund", QT_TRANSLATE_NOOP("Names", "refund") },
    { "complaint", QT_TRANSLATE_NOOP("Names", "complaint") },
    { "referral_made", QT_TRANSLATE_NOOP("Names", "referral") },
    { "touch_sent", QT_TRANSLATE_NOOP("Names", "message sent") },
    { "touch_open", QT_TRANSLATE_NOOP("Names", "message opened") },
    { "touch_click", QT_TRANSLATE_NOOP("Names", "message clicked") },
    { "touch_reply", QT_TRANSLATE_NOOP("Names", "message answered") },
    { "unsubscribe", QT_TRANSLATE_NOOP("Names", "unsubscribed") },
    { "wechat_delete", QT_TRANSLATE_NOOP("Names", "WeChat contact deleted") },
    { "points_earn", QT_TRANSLATE_NOOP("Names", "points earned") },
    { "points_redeem", QT_TRANSLATE_NOOP("Names", "points used") },
    { "level_up", QT_TRANSLATE_NOOP("Names", "level raised") },
    { "reco_shown", QT_TRANSLATE_NOOP("Names", "recommendation shown") },
    { "reco_click", QT_TRANSLATE_NOOP("Names", "recommendation clicked") },
    { "consent_given", QT_TRANSLATE_NOOP("Names", "consent given") },
    { "consent_withdrawn", QT_TRANSLATE_NOOP("Names", "consent withdrawn") },
    { "package_expire", QT_TRANSLATE_NOOP("Names", "package expired") },
    { "checkin", QT_TRANSLATE_NOOP("Names", "check-in") },
    { "group_message", QT_TRANSLATE_NOOP("Names", "message in a group") },
    { "live_subscribe", QT_TRANSLATE_NOOP("Names", "live show reserved") },
    { "live_watch", QT_TRANSLATE_NOOP("Names", "live show watched") },
    { "share", QT_TRANSLATE_NOOP("Names", "shared") },
    { "event_attend", QT_TRANSLATE_NOOP("Names", "event attended") },
}};

constexpr std::array<Entry, 29> kAttributes {{
    { "gender", QT_TRANSLATE_NOOP("Names", "gender") },
    { "birth_date", QT_TRANSLATE_NOOP("Names", "birth date") },
    { "birth_year", QT_TRANSLATE_NOOP("Names", "birth year") },
    { "province", QT_TRANSLATE_NOOP("Names", "province") },
    { "city", QT_TRANSLATE_NOOP("Names", "city") },
    { "district", QT_TRANSLATE_NOOP("Names", "district") },
    { "occupation", QT_TRANSLATE_NOOP("Names", "occupation") },
    { "marital", QT_TRANSLATE_NOOP("Names", "marital status") },
    { "source", QT_TRANSLATE_NOOP("Names", "source") },
    { "source_detail", QT_TRANSLATE_NOOP("Names", "source in detail") },
    { "staff_online", QT_TRANSLATE_NOOP("Names", "online consultant") },
    { "staff_onsite", QT_TRANSLATE_NOOP("Names", "consultant") },
    { "doctor", QT_TRANSLATE_NOOP("Names", "doctor") },
    { "store", QT_TRANSLATE_NOOP("Names", "store") },
    { "member_level", QT_TRANSLATE_NOOP("Names", "member level") },
    { "points", QT_TRANSLATE_NOOP("Names", "points") },
    { "stored_value", QT_TRANSLATE_NOOP("Names", "stored value") },
    { "bonus_money", QT_TRANSLATE_NOOP("Names", "bonus money") },
    { "skin_type", QT_TRANSLATE_NOOP("Names", "skin type") },
    { "is_member", QT_TRANSLATE_NOOP("Names", "member") },
    { "wecom_friend", QT_TRANSLATE_NOOP("Names", "WeCom contact") },
    { "is_test", QT_TRANSLATE_NOOP("Names", "test person") },
    { "registered", QT_TRANSLATE_NOOP("Names", "registered") },
    { "member_since", QT_TRANSLATE_NOOP("Names", "member since") },
    { "age_stated", QT_TRANSLATE_NOOP("Names", "age") },
    { "age", QT_TRANSLATE_NOOP("Names", "age") },
    { "first_touch", QT_TRANSLATE_NOOP("Names", "first channel") },
    { "first_channel", QT_TRANSLATE_NOOP("Names", "first channel") },
    { "event", QT_TRANSLATE_NOOP("Names", "has had") },
}};

constexpr std::array<Entry, 34> kChannels {{
    { "xhs_org", QT_TRANSLATE_NOOP("Names", "Xiaohongshu") },
    { "xhs_ads", QT_TRANSLATE_NOOP("Names", "Xiaohongshu ads") },
    { "dy_org", QT_TRANSLATE_NOOP("Names", "Douyin") },
    { "dy_ads", QT_TRANSLATE_NOOP("Names", "Douyin ads") },
    { "dy_life", QT_TRANSLATE_NOOP("Names", "Douyin local deals") },
    { "sph", QT_TRANSLATE_NOOP("Names", "WeChat Channels") },
    { "mt_dp", QT_TRANSLATE_NOOP("Names", "Meituan and Dianping") },
    { "soyoung", QT_TRANSLATE_NOOP("Names", "SoYoung") },
    { "gengmei", QT_TRANSLATE_NOOP("Names", "GengMei") },
    { "baidu_sem", QT_TRANSLATE_NOOP("Names", "Baidu ads") },
    { "baidu_org", QT_TRANSLATE_NOOP("Names", "Baidu search") },
    { "tencent_ads", QT_TRANSLATE_NOOP("Names", "Tencent ads") },
    { "wecom", QT_TRANSLATE_NOOP("Names", "WeCom") },
    { "wechat", QT_TRANSLATE_NOOP("Names", "WeChat") },
    { "any", QT_TRANSLATE_NOOP("Names", "Any channel") },
    { "ads", QT_TRANSLATE_NOOP("Names", "Ads") },
    { "oa", QT_TRANSLATE_NOOP("Names", "WeChat account") },
    { "minipro", QT_TRANSLATE_NOOP("Names", "Mini program") },
    { "sms", QT_TRANSLATE_NOOP("Names", "Text message") },
    { "call", QT_TRANSLATE_NOOP("Names", "Phone") },
    { "email", QT_TRANSLATE_NOOP("Names", "E-mail") },
    { "web_direct", QT_TRANSLATE_NOOP("Names", "Website") },
    { "web_seo", QT_TRANSLATE_NOOP("Names", "Web search") },
    { "app", QT_TRANSLATE_NOOP("Names", "App") },
    { "referral", QT_TRANSLATE_NOOP("Names", "Referral") },
    { "walkin", QT_TRANSLATE_NOOP("Names", "Walk-in") },
    { "partner", QT_TRANSLATE_NOOP("Names", "Partner") },
    { "event_offline", QT_TRANSLATE_NOOP("Names", "Event") },
    { "kol", QT_TRANSLATE_NOOP("Names", "Influencer") },
    { "zhihu", QT_TRANSLATE_NOOP("Names", "Zhihu") },
    { "weibo", QT_TRANSLATE_NOOP("Names", "Weibo") },
    { "google_ads", QT_TRANSLATE_NOOP("Names", "Google ads") },
    { "meta_ads", QT_TRANSLATE_NOOP("Names", "Meta ads") },
    { "unknown", QT_TRANSLATE_NOOP("Names", "Unknown") },
}};

// in the order of RowRule
constexpr std::array<const char*, static_cast<std::size_t>(RowRule::SetAsideByRecipe) + 1> kRules {{
    "",
    QT_TRANSLATE_NOOP("Names", "bytes that are no text in this encoding"),
    QT_TRANSLATE_NOOP("Names", "a NUL byte stood in the row"),
    QT_TRANSLATE_NOOP("Names", "a quote was opened and never closed"),
    QT_TRANSLATE_NOOP("Names", "too few cells"),
    QT_TRANSLATE_NOOP("Names", "too many cells"),
    QT_TRANSLATE_NOOP("Names", "the row is too long"),
    QT_TRANSLATE_NOOP("Names", "nothing says who it is about"),
    QT_TRANSLATE_NOOP("Names", "a required value is missing"),
    QT_TRANSLATE_NOOP("Names", "not a time"),
    QT_TRANSLATE_NOOP("Names", "not a date"),
    QT_TRANSLATE_NOOP("Names", "day and month cannot be told apart"),
    QT_TRANSLATE_NOOP("Names", "lies in the future"),
    QT_TRANSLATE_NOOP("Names", "not an amount"),
    QT_TRANSLATE_NOOP("Names", "not a number"),
    QT_TRANSLATE_NOOP("Names", "digits of the phone number are lost"),
    QT_TRANSLATE_NOOP("Names", "digits of the number are lost"),
    QT_TRANSLATE_NOOP("Names", "not a value of this field"),
    QT_TRANSLATE_NOOP("Names", "a total line"),
    QT_TRANSLATE_NOOP("Names", "the header again"),
    QT_TRANSLATE_NOOP("Names", "left out by the mapping"),
    QT_TRANSLATE_NOOP("Names", "a blank row"),
    QT_TRANSLATE_NOOP("Names", "full-width characters"),
    QT_TRANSLATE_NOOP("Names", "spelling of a phone number"),
    QT_TRANSLATE_NOOP("Names", "not a valid phone number"),
    QT_TRANSLATE_NOOP("Names", "a placeholder, not a phone number"),
    QT_TRANSLATE_NOOP("Names", "masked phone number"),
    QT_TRANSLATE_NOOP("Names", "a second phone number"),
    QT_TRANSLATE_NOOP("Names", "spelling of a date"),
    QT_TRANSLATE_NOOP("Names", "part of the date was worked out"),
    QT_TRANSLATE_NOOP("Names", "a placeholder, not a date"),
    QT_TRANSLATE_NOOP("Names", "spelling of an amount"),
    QT_TRANSLATE_NOOP("Names", "amount rounded"),
    QT_TRANSLATE_NOOP("Names", "a word for “nothing”"),
    QT_TRANSLATE_NOOP("Names", "spreadsheet guard removed"),
    QT_TRANSLATE_NOOP("Names", "age out of range"),
    QT_TRANSLATE_NOOP("Names", "the line is no JSON object"),
    QT_TRANSLATE_NOOP("Names", "a cleaning rule set it aside"),
}};
// clang-format on

template <std::size_t Count>
QString lookUp(const std::array<Entry, Count>& table, std::string_view code)
{
    for (const auto& [known, name] : table) {
        if (known == code) {
            return QCoreApplication::translate("Names", name);
        }
    }
    return fromUtf8(code);
}

}  // namespace

QString languageName(const QString& language)
{
    // Qt's own name for it is that of one country.
    return language == QLatin1String("en") ? QStringLiteral("English")
                                           : QLocale(language).nativeLanguageName();
}

QString fateName(RowFate fate)
{
    switch (fate) {
    case RowFate::Ok:
        return Names::tr("taken as it stands");
    case RowFate::Fixed:
        return Names::tr("repaired");
    case RowFate::Quarantined:
        return Names::tr("set aside");
    case RowFate::Duplicate:
        return Names::tr("duplicate");
    case RowFate::Skipped:
        return Names::tr("left out");
    case RowFate::Superseded:
        return Names::tr("replaced");
    case RowFate::Erased:
        return Names::tr("erased");
    }
    return {};
}

QString ruleName(RowRule rule)
{
    const auto place = static_cast<std::size_t>(rule);
    return rule == RowRule::None || place >= kRules.size() ? QString() : Names::tr(kRules[place]);
}

QString kindName(std::string_view code)
{
    return lookUp(kKinds, code);
}

QString segmentName(std::string_view code)
{
    return lookUp(kSegments, code);
}

QString eventName(std::string_view code)
{
    return lookUp(kEvents, code);
}

QString channelName(std::string_view code)
{
    return lookUp(kChannels, code);
}

QString itemName(std::string_view code)
{
    const CatalogueItem* item = ItemCatalogue::standard().find(code);
    return item == nullptr
        ? fromUtf8(code)
        : fromUtf8(QLocale().language() == QLocale::Chinese ? item->chinese : item->english);
}

QString attributeName(std::string_view name)
{
    return lookUp(kAttributes, name);
}

}  // namespace meitrace
