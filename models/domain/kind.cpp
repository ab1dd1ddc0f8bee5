// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/kind.h"

#include "models/domain/kindfields.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

using namespace kindfields;  // NOLINT(google-build-using-namespace): its own tables

// clang-format off
constexpr std::array<KindSpec, 10> kKinds {{
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
      .fields = kAdSpendFields, .naturalKey = kAdSpendKey, .partialKey = true, .required = kAdSpendRequired, .mustHave = kAdSpendMust },
    { .code = "consent", .id = 10, .target = KindTarget::Documents, .table = "consent_record", .mainTime = "consent_time", .factInPast = true, .needsPerson = true,
      .fields = kConsentFields, .naturalKey = kConsentKey, .required = kConsentRequired, .mustHave = kConsentMust },
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

}  // namespace meitrace
