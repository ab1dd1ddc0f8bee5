// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// persona
#include "analytics/workbench/analysisoutcome.h"
#include "analytics/workbench/audiencebook.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/commands/saving.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/text/names.h"
#include "ui/text/personnames.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

struct PersonaCommand {
    Q_DECLARE_TR_FUNCTIONS(PersonaCommand)
};

using Align = TextTable::Align;

/// A bare word names a saved audience or a segment; anything else is a rule.
Result<std::string> ruleOfSet(Clinic& clinic, const std::string& text, Job& job)
{
    const Result<std::vector<SavedAudience>> saved = savedAudiences(clinic, job);
    if (!saved) {
        return saved.error();
    }
    if (std::any_of(saved->begin(), saved->end(),
                    [&](const SavedAudience& audience) { return audience.name == text; })) {
        return ruleOfAudience(text);
    }
    const bool isWord = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string::npos;
    return text != "all" && isWord ? "rfm.segment = " + text : text;
}

Json traitsJson(const PersonaResult& persona)
{
    Json traits = Json::array();
    for (const PersonaTrait& trait : persona.traits) {
        traits.push_back({{"attribute", trait.attribute},
                          {"value", trait.value},
                          {"share_in", numberOrNull(trait.shareIn)},
                          {"share_rest", numberOrNull(trait.shareRest)},
                          {"lift", numberOrNull(trait.lift)},
                          {"ci_low", numberOrNull(trait.liftRange.low)},
                          {"ci_high", numberOrNull(trait.liftRange.high)},
                          {"q", numberOrNull(trait.q)},
                          {"notable", trait.isNotable}});
    }
    return traits;
}

/// The traits that set the group apart, as a table.
QString notableText(const PersonaResult& persona)
{
    TextTable table({PersonaCommand::tr("Attribute"), PersonaCommand::tr("Value"),
                     PersonaCommand::tr("In the group"), PersonaCommand::tr("In the rest"),
                     PersonaCommand::tr("Lift"), PersonaCommand::tr("q")},
                    {Align::Left, Align::Left});
    for (const PersonaTrait& trait : persona.traits) {
        if (trait.isNotable) {
            table.row(
                {attributeName(trait.attribute), attributeValueName(trait.attribute, trait.value),
                 percentText(trait.shareIn), percentText(trait.shareRest),
                 // Nobody in the rest has it: there is no ratio.
                 std::isfinite(trait.lift) ? QLocale().toString(trait.lift, 'f', 2) : QStringLiteral("—"),
                 QLocale().toString(trait.q, 'g', 2)});
        }
    }
    return table.text();
}

}  // namespace

Result<Answer> runPersona(const CommandContext& context)
{
    if (!context.isSet("of")) {
        return Error {.code = ErrorCode::BadOption, .subject = "of"};
    }
    const Result<Day> asOf = context.day("as-of", kMissingDay);
    if (!asOf) {
        return asOf.error();
    }
    const bool anonymous = context.isSet("include-anonymous");
    Result<OpenedClinic> opened = openClinic(context, *asOf, anonymous);
    if (!opened) {
        return opened.error();
    }
    const Result<std::string> rule = ruleOfSet(opened->clinic, context.value("of"), context.job);
    if (!rule) {
        return rule.error();
    }
    const AnalysisDefinition definition {
        .where = context.value("where"),
        .options = PersonaQuestion {.of = *rule, .includeAnonymous = anonymous, .asOf = *asOf}};
    const Result<PersonaResult> persona = askPersona(opened->clinic, definition, context.job);
    if (!persona) {
        return persona.error();
    }
    Answer answer;
    answer.options = {{"of", *rule}, {"where", whereJson(context)}, {"include_anonymous", anonymous}};
    answer.used = persona->members + persona->rest;
    answer.dataVersion = opened->snapshot->frame().dataVersion;
    answer.asOf = persona->asOf;
    answer.result["members"] = persona->members;
    answer.result["rest"] = persona->rest;
    answer.result["traits"] = traitsJson(*persona);
    answer.result["suppressed"] = persona->suppressed + persona->complementary;
    answer.text = notableText(*persona) + u'\n'
        + PersonaCommand::tr("%1 against %2 others; shares of those whose value is known. Groups "
                             "below 10 are not shown.")
              .arg(customersText(persona->members), countText(persona->rest))
        + u'\n';
    if (!context.isSet("save")) {
        return answer;
    }
    const Status saved = saveAnswer(context, definition, outcomeOf(*opened->snapshot, *persona), answer);
    return saved ? Result<Answer>(std::move(answer)) : Result<Answer>(saved.error());
}

}  // namespace meitrace
