// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/audience.h"
#include "analytics/campaign/audiencereason.h"
#include "analytics/campaign/ruleparser.h"
#include "models/frame/snapshotbuilder.h"
#include "models/resources/resource.h"

#include <cstdint>
#include <cstdlib>
#include <string>

// A rule that is read prints in both languages, and what is printed reads as the same rule and prints the
// same again. It evaluates on a small clinic or is refused, and whom it holds for is whom the reasons hold
// for.

using namespace meitrace;

namespace {

void require(bool claim)
{
    if (!claim) {
        std::abort();
    }
}

const KeywordTable& words()
{
    static const KeywordTable table = *KeywordTable::parse(resource("text/rule_keywords.csv"));
    return table;
}

SnapshotPtr smallClinic()
{
    constexpr Day kToday = 20'600;
    SnapshotBuilder builder;
    for (Index customer = 0; customer < 6; ++customer) {
        builder.addCustomer(customer != 5);
        for (Day day = 0; day < 7 * customer; day += 3) {
            SnapshotBuilder::Event event;
            event.time = (kToday - day) * kDayMillis + customer * 1000;
            event.type = day % 2 == 0 ? "bill" : "arrive";
            event.precision = day % 4 == 0 ? TimeQuality::WholeDay : TimeQuality::Exact;
            event.amount = 100 * day - 500;
            event.texts[EventField::Item] = day % 3 == 0 ? "A" : "B";
            builder.addEvent(customer, event);
        }
    }
    builder.setText(1, "gender", "female");
    builder.setNumber(2, "birth_date", 9000, AttributeType::Date);
    builder.setNumber(3, "registered", kToday - 30, AttributeType::Date);
    builder.setNumber(4, "stored_value", 12'345, AttributeType::Money);
    builder.addConsent(1, {.scope = ConsentScope::Marketing, .state = ConsentState::Granted, .at = 1});
    builder.setAsOf(kToday);
    return builder.build();
}

void checkText(const RuleNode& rule, RuleLanguage language)
{
    const std::string text = printRule(rule, words(), language);
    if (text.size() > kRuleBytes) {
        return;
    }
    const Result<RuleNode> again = parseRule(text, words());
    require(again && *again == rule);
    require(printRule(*again, words(), language) == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const SnapshotPtr clinic = smallClinic();
    const Result<RuleNode> rule
        = parseRule(std::string_view(reinterpret_cast<const char*>(data), size), words());
    if (!rule) {
        require(rule.error().code == ErrorCode::BadRule && !rule.error().subject.empty());
        require(rule.error().place.column >= 1 && rule.error().place.column <= static_cast<Index>(size) + 1);
        return 0;
    }
    checkText(*rule, RuleLanguage::English);
    checkText(*rule, RuleLanguage::Chinese);
    Job job(1);
    const Result<Audience> audience = evaluateAudience(*clinic, *rule, {}, job);
    for (Index customer = 0; audience && customer < clinic->customers(); ++customer) {
        const Result<AudienceReason> reason = explainMembership(*clinic, *rule, {}, customer, job);
        require(reason && reason->isMember() == audience->members.test(customer));
    }
    return 0;
}
