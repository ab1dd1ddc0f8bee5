// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/kind.h"

#include "models/domain/contactfields.h"
#include "models/domain/kindfields.h"
#include "models/domain/tradefields.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

using namespace kindfields;  // NOLINT(google-build-using-namespace): its own tables

// clang-format off
constexpr std::array<KindSpec, 23> kKinds {{
    { .code = "his_customer", .id = 1, .target = KindTarget::Documents, .table = "person_record", .mainTime = "registered_at", .factInPast = true, .needsPerson = true,
      .fields = kHisCustomerFields, .naturalKey = kHisCustomerKey, .required = kHisCustomerRequired, .mustHave = kHisCustomerMust },
    { .code = "his_consult", .id = 2, .target = KindTarget::Documents, .table = "lead", .mainTime = "lead_time", .factInPast = true, .needsPerson = true,
      .fields = kHisConsultFields, .naturalKey = kHisConsultKey, .required = kHisConsultRequired, .mustHave = kHisConsultMust },
    { .code = "his_billing", .id = 3, .target = KindTarget::Documents, .table = "bill_line", .mainTime = "pay_time", .factInPast = true, .needsPerson = true,
      .fields = kHisBillingFields, .naturalKey = kHisBillingKey, .required = kHisBillingRequired, .mustHave = kHisBillingMust },
    { .code = "his_consumption", .id = 4, .target = KindTarget::Documents, .table = "treat_line", .mainTime = "consume_time", .factInPast = true, .needsPerson = true,
      .fields = kHisConsumptionFields, .naturalKey = kHisConsumptionKey, .required = kHisConsumptionRequired, .mustHave = kHisConsumptionMust },
    { .code = "his_booking", .id = 5, .target = KindTarget::Documents, .table = "booking", .mainTime = "booking_time", .factInPast = false, .needsPerson = true,
      .fields = kHisBookingFields, .naturalKey = kHisBookingKey, .required = kHisBookingRequired, .mustHave = kHisBookingMust },
    { .code = "his_visit", .id = 6, .target = KindTarget::Documents, .table = "visit", .mainTime = "visit_time", .factInPast = true, .needsPerson = true,
      .fields = kHisVisitFields, .naturalKey = kHisVisitKey, .required = kHisVisitRequired, .mustHave = kHisVisitMust },
    { .code = "web_event", .id = 7, .target = KindTarget::Stream, .table = "", .mainTime = "event_time", .factInPast = true, .needsPerson = true,
      .fields = kWebEventFields, .naturalKey = kWebEventKey, .required = kWebEventRequired, .mustHave = kWebEventMust },
    { .code = "touch_log", .id = 8, .target = KindTarget::Stream, .table = "", .mainTime = "send_time", .factInPast = true, .needsPerson = true,
      .fields = kTouchLogFields, .naturalKey = kTouchLogKey, .required = kTouchLogRequired, .mustHave = kTouchLogMust },
    { .code = "ad_spend", .id = 9, .target = KindTarget::Documents, .table = "ad_daily", .mainTime = "stat_date", .factInPast = true, .needsPerson = false,
      .fields = kAdSpendFields, .naturalKey = kAdSpendKey, .partialKey = true, .extraKey = "day_span", .required = kAdSpendRequired, .mustHave = kAdSpendMust },
    { .code = "consent", .id = 10, .target = KindTarget::Documents, .table = "consent_record", .mainTime = "consent_time", .factInPast = true, .needsPerson = true,
      .fields = kConsentFields, .naturalKey = kConsentKey, .required = kConsentRequired, .mustHave = kConsentMust },
    { .code = "his_package", .id = 11, .target = KindTarget::Documents, .table = "package_balance", .mainTime = "snapshot_at", .factInPast = true, .needsPerson = true,
      .fields = kHisPackageFields, .naturalKey = kHisPackageKey, .required = kHisPackageRequired, .mustHave = kHisPackageMust },
    { .code = "his_followup", .id = 12, .target = KindTarget::Documents, .table = "followup", .mainTime = "followup_plan_at", .factInPast = false, .needsPerson = true,
      .fields = kHisFollowupFields, .naturalKey = kHisFollowupKey, .required = kHisFollowupRequired, .mustHave = kHisFollowupMust },
    { .code = "local_life_order", .id = 13, .target = KindTarget::Documents, .table = "voucher", .mainTime = "verify_time", .factInPast = true, .needsPerson = false,
      .fields = kLocalLifeOrderFields, .naturalKey = kLocalLifeOrderKey, .spareKey = kLocalLifeOrderSpare, .required = kLocalLifeOrderRequired, .mustHave = kLocalLifeOrderMust },
    { .code = "youzan_order", .id = 14, .target = KindTarget::Documents, .table = "shop_order", .mainTime = "pay_time", .factInPast = true, .needsPerson = true,
      .fields = kYouzanOrderFields, .naturalKey = kYouzanOrderKey, .required = kYouzanOrderRequired, .mustHave = kYouzanOrderMust },
    { .code = "wecom_contact", .id = 15, .target = KindTarget::Documents, .table = "wecom_contact", .mainTime = "added_at", .factInPast = true, .needsPerson = true,
      .fields = kWecomContactFields, .naturalKey = kWecomContactKey, .spareKey = kWecomContactSpare, .required = kWecomContactRequired, .mustHave = kWecomContactMust },
    { .code = "ad_lead", .id = 16, .target = KindTarget::Documents, .table = "ad_lead", .mainTime = "lead_time", .factInPast = true, .needsPerson = true,
      .fields = kAdLeadFields, .naturalKey = kAdLeadKey, .required = kAdLeadRequired, .mustHave = kAdLeadMust },
    { .code = "email_campaign", .id = 17, .target = KindTarget::Documents, .table = "email_record", .mainTime = "last_changed", .factInPast = true, .needsPerson = false,
      .fields = kEmailCampaignFields, .naturalKey = kEmailCampaignKey, .partialKey = true, .leastKey = 1, .required = kEmailCampaignRequired, .mustHave = kEmailCampaignMust },
    { .code = "social_content", .id = 18, .target = KindTarget::Documents, .table = "content_stat", .mainTime = "snapshot_at", .factInPast = true, .needsPerson = false,
      .fields = kSocialContentFields, .naturalKey = kSocialContentKey, .spareKey = kSocialContentSpare, .required = kSocialContentRequired, .mustHave = kSocialContentMust },
    { .code = "survey", .id = 19, .target = KindTarget::Documents, .table = "survey_answer", .mainTime = "submitted_at", .factInPast = true, .needsPerson = false,
      .fields = kSurveyFields, .naturalKey = kSurveyKey, .required = kSurveyRequired, .mustHave = kSurveyMust },
    { .code = "points_ledger", .id = 20, .target = KindTarget::Documents, .table = "points_entry", .mainTime = "time", .factInPast = true, .needsPerson = true,
      .fields = kPointsLedgerFields, .naturalKey = kPointsLedgerKey, .required = kPointsLedgerRequired, .mustHave = kPointsLedgerMust },
    { .code = "service_record", .id = 21, .target = KindTarget::Documents, .table = "service_record", .mainTime = "time", .factInPast = true, .needsPerson = true,
      .fields = kServiceRecordFields, .naturalKey = kServiceRecordKey, .required = kServiceRecordRequired, .mustHave = kServiceRecordMust },
    { .code = "target", .id = 22, .target = KindTarget::Documents, .table = "target", .mainTime = "month", .factInPast = false, .needsPerson = false,
      .fields = kTargetFields, .naturalKey = kTargetKey, .partialKey = true, .required = kTargetRequired, .mustHave = kTargetMust },
    { .code = "item_list", .id = 23, .target = KindTarget::Documents, .table = "item_list", .mainTime = "snapshot_at", .factInPast = true, .needsPerson = false,
      .fields = kItemListFields, .naturalKey = kItemListKey, .partialKey = true, .required = kItemListRequired, .mustHave = kItemListMust },
}};
// clang-format on

}  // namespace

std::span<const KindSpec> kinds()
{
    return kKinds;
}

const KindSpec* kindByCode(std::string_view code)
{
    const auto* found
        = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindSpec& k) { return k.code == code; });
    return found == kKinds.end() ? nullptr : found;
}

const KindSpec* kindById(std::uint8_t id)
{
    const auto* found
        = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindSpec& k) { return k.id == id; });
    return found == kKinds.end() ? nullptr : found;
}

int fieldIndex(const KindSpec& kind, std::string_view name)
{
    for (std::size_t i = 0; i < kind.fields.size(); ++i) {
        if (kind.fields[i].name == name) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

bool addsUp(const FieldSpec& field)
{
    static constexpr std::array<std::string_view, 10> kNever {
        "age",        "birth_year",    "day_span",    "unit_price", "unit_value",
        "list_price", "member_rating", "record_left", "balance",    "points_balance"};
    const bool number = field.type == FieldType::Money || field.type == FieldType::Quantity
        || field.type == FieldType::Count;
    return number && std::find(kNever.begin(), kNever.end(), field.name) == kNever.end();
}

}  // namespace meitrace
