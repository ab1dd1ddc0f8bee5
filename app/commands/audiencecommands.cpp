// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// audience
#include "analytics/campaign/ruleparser.h"
#include "analytics/workbench/audiencebook.h"
#include "analytics/workbench/tables.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/text/names.h"
#include "ui/text/personnames.h"
#include "ui/viewmodels/exportview.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace meitrace {

namespace {

struct AudienceCommands {
    Q_DECLARE_TR_FUNCTIONS(AudienceCommands)
};

using Align = TextTable::Align;

RuleLanguage shownLanguage()
{
    return QLocale().language() == QLocale::Chinese ? RuleLanguage::Chinese : RuleLanguage::English;
}

std::string printedClause(const RuleNode& clause, RuleLanguage language)
{
    return printRule(clause, ruleWords(), language);
}

const char* truthName(Truth truth)
{
    switch (truth) {
    case Truth::True:
        return "true";
    case Truth::False:
        return "false";
    case Truth::Unknown:
        return "unknown";
    }
    return "unknown";
}

Json reasonJson(const RuleReason& reason, const Zone& zone)
{
    Json json {{"clause", printedClause(*reason.clause, RuleLanguage::English)},
               {"value", truthName(reason.truth)}};
    if (reason.event.row >= 0) {
        json["event"] = {{"type", std::string(reason.event.type)},
                         {"time", zone.isoTime(reason.event.time)},
                         {"in_window", reason.event.inWindow}};
    }
    if (reason.fact.known) {
        json["fact"]
            = reason.fact.type == AttributeType::Category ? Json(reason.fact.text) : Json(reason.fact.number);
    }
    if (!reason.children.empty()) {
        json["clauses"] = Json::array();
        for (const RuleReason& child : reason.children) {
            json["clauses"].push_back(reasonJson(child, zone));
        }
    }
    return json;
}

QString truthText(Truth truth)
{
    switch (truth) {
    case Truth::True:
        return AudienceCommands::tr("yes");
    case Truth::False:
        return AudienceCommands::tr("no");
    case Truth::Unknown:
        return AudienceCommands::tr("unknown");
    }
    return {};
}

void reasonRows(const RuleReason& reason, const Zone& zone, int depth, TextTable& table)
{
    QString because;
    if (reason.event.row >= 0) {
        because = QStringLiteral("%1, %2").arg(eventName(reason.event.type),
                                               fromUtf8(zone.isoTime(reason.event.time)));
    } else if (reason.fact.known) {
        because = reason.fact.type == AttributeType::Category ? fromUtf8(reason.fact.text)
                                                              : QLocale().toString(reason.fact.number);
    }
    table.row(
        {QString(qsizetype {2} * depth, u' ') + fromUtf8(printedClause(*reason.clause, shownLanguage())),
         truthText(reason.truth), because});
    for (const RuleReason& child : reason.children) {
        reasonRows(child, zone, depth + 1, table);
    }
}

Result<Answer> listAudiences(Clinic& clinic, Job& job)
{
    const auto saved = savedAudiences(clinic, job);
    if (!saved) {
        return saved.error();
    }
    Answer answer;
    answer.used = static_cast<std::int64_t>(saved->size());
    answer.result["audiences"] = Json::array();
    TextTable table({AudienceCommands::tr("Name"), AudienceCommands::tr("State"),
                     AudienceCommands::tr("Version"), AudienceCommands::tr("Rule or origin")},
                    {Align::Left, Align::Left, Align::Right, Align::Left});
    for (const SavedAudience& audience : *saved) {
        answer.result["audiences"].push_back(
            {{"name", audience.name},
             {"rule", audience.rule.empty() ? Json() : Json(audience.rule)},
             {"origin", audience.origin.empty() ? Json() : Json(audience.origin)},
             {"version", audience.version},
             {"frozen", audience.frozen},
             {"members", audience.frozen ? Json(audience.members) : Json()}});
        table.row({fromUtf8(audience.name),
                   audience.frozen ? AudienceCommands::tr("frozen, %1").arg(countText(audience.members))
                                   : AudienceCommands::tr("live"),
                   QString::number(audience.version), audienceOriginText(audience)});
    }
    answer.text = saved->empty() ? AudienceCommands::tr("No audience is saved yet.") + u'\n' : table.text();
    return answer;
}

Result<Answer> explain(const CommandContext& context, const Snapshot& snapshot, const ReadyRule& ready)
{
    const Index customer = snapshot.findCustomer(context.value("why"));
    if (customer < 0) {
        return Error {.code = ErrorCode::NotFound, .subject = "customer", .value = context.value("why")};
    }
    const Result<AudienceReason> reason
        = explainMembership(snapshot, ready.rule, ready.options, customer, context.job);
    if (!reason) {
        return reason.error();
    }
    Answer answer;
    answer.used = 1;
    answer.result = {{"customer", context.value("why")},
                     {"member", reason->isMember()},
                     {"in_population", reason->inPopulation},
                     {"reason", reasonJson(reason->rule, snapshot.frame().zone)}};
    TextTable table(
        {AudienceCommands::tr("Clause"), AudienceCommands::tr("Holds"), AudienceCommands::tr("Because of")},
        {Align::Left, Align::Left, Align::Left});
    reasonRows(reason->rule, snapshot.frame().zone, 0, table);
    answer.text
        = (reason->isMember() ? AudienceCommands::tr("%1 is in.") : AudienceCommands::tr("%1 is not in."))
              .arg(fromUtf8(context.value("why")))
        + QStringLiteral("\n\n") + table.text();
    return answer;
}

Result<std::string> ruleText(const CommandContext& context, Clinic& clinic)
{
    if (context.isSet("where")) {
        return context.value("where");
    }
    const auto saved = savedAudiences(clinic, context.job);
    if (!saved) {
        return saved.error();
    }
    for (const SavedAudience& audience : *saved) {
        if (audience.name == context.argument(1)) {
            return audience.frozen ? "in audience \"" + audience.name + "\"" : audience.rule;
        }
    }
    return context.arguments.size() > 1
        ? Result<std::string>(
            Error {.code = ErrorCode::NotFound, .subject = "audience", .value = context.argument(1)})
        : Result<std::string>(Error {.code = ErrorCode::BadOption, .subject = "where"});
}

/// Says of a saved audience what its rule alone does not: since when it is frozen and where it came from.
Status addOrigin(const CommandContext& context, Clinic& clinic, Answer& answer)
{
    const auto saved = savedAudiences(clinic, context.job);
    if (!saved) {
        return saved.error();
    }
    for (const SavedAudience& audience : *saved) {
        if (audience.name != context.argument(1)) {
            continue;
        }
        answer.result["frozen"] = audience.frozen;
        answer.result["origin"] = audience.origin.empty() ? Json() : Json(audience.origin);
        if (audience.frozen) {
            answer.text.prepend(AudienceCommands::tr("A fixed list of %1 as of %2. %3")
                                    .arg(customersText(audience.members), fromUtf8(isoDate(audience.asOf)),
                                         audienceOriginText(audience))
                                + QStringLiteral("\n\n"));
        }
    }
    return Done {};
}

Status writeMembers(const CommandContext& context, const Snapshot& snapshot, const Bitset& members)
{
    return writeTable(
        context.value("members"), {"customer", "group"}, snapshot.customers(),
        [&](Index c, std::vector<std::string>& cells) {
            if (members.test(c)) {
                cells = {snapshot.customerCode(c), "member"};
            }
        },
        context.job);
}

/// What is told of the customers a rule holds for.
struct Findings {
    Audience audience;
    std::vector<WaterfallStep> waterfall;
    ReachCounts reachable {};
};

Result<Findings> findingsOf(const Snapshot& snapshot, const ReadyRule& ready, Day day, Job& job)
{
    Result<Audience> audience = evaluateAudience(snapshot, ready.rule, ready.options, job);
    Result<std::vector<WaterfallStep>> waterfall
        = audienceWaterfall(snapshot, ready.rule, ready.options, job);
    if (!audience || !waterfall) {
        return audience ? waterfall.error() : audience.error();
    }
    const Result<ReachCounts> reachable = reachCounts(snapshot, audience->members, day, job);
    if (!reachable) {
        return reachable.error();
    }
    return Findings {std::move(*audience), std::move(*waterfall), *reachable};
}

void answerFindings(const Findings& findings, Answer& answer)
{
    answer.result["customers"] = findings.audience.members.count();
    answer.result["unknown"] = findings.audience.unknown.count();
    answer.result["waterfall"] = Json::array();
    TextTable table(
        {AudienceCommands::tr("Clause"), AudienceCommands::tr("By itself"), AudienceCommands::tr("So far")},
        {Align::Left});
    for (const WaterfallStep& step : findings.waterfall) {
        answer.result["waterfall"].push_back({{"clause", printedClause(*step.clause, RuleLanguage::English)},
                                              {"own", step.own},
                                              {"cumulative", step.cumulative}});
        table.row({fromUtf8(printedClause(*step.clause, shownLanguage())), countText(step.own),
                   countText(step.cumulative)});
    }
    const auto reached = [&](std::size_t channel) { return countText(findings.reachable[channel]); };
    for (std::size_t channel = 0; channel < kReachChannels.size(); ++channel) {
        const auto code = static_cast<std::size_t>(kReachChannels[channel]);
        answer.result["reachable"][std::string(kConsentChannelCodes[code])] = findings.reachable[channel];
    }
    answer.text = table.text() + u'\n'
        + AudienceCommands::tr("%1; unknown for %2 more. Consent to be written to: WeChat %3, SMS "
                               "%4, calls %5, e-mail %6, ads %7.")
              .arg(customersText(findings.audience.members.count()),
                   countText(findings.audience.unknown.count()), reached(0), reached(1), reached(2),
                   reached(3), reached(4))
        + u'\n';
}

/// What was asked for beside the answer: to save the audience, and to write its members.
Status keepAudience(const CommandContext& context, Clinic& clinic, const SavedAudience* saved,
                    const Snapshot& snapshot, const Bitset& members)
{
    if (saved != nullptr) {
        if (Status status = saveAudience(clinic, *saved, members, context.job); !status) {
            return status;
        }
    }
    return context.isSet("members") ? writeMembers(context, snapshot, members) : Status(Done {});
}

}  // namespace

Result<Answer> runAudience(const CommandContext& context)
{
    const bool saves = context.arguments.size() > 1 && context.isSet("where") && !context.isSet("why");
    Result<Clinic> clinic = saves ? Clinic::forWriting(context.argument(0), context.job)
                                  : Clinic::forReading(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    if (context.isSet("list")) {
        return listAudiences(*clinic, context.job);
    }
    const Result<Day> asOf = context.day("as-of", kMissingDay);
    const Result<std::string> rule = ruleText(context, *clinic);
    const Result<SnapshotPtr> snapshot = clinic->snapshot(context.job);
    if (!asOf || !rule || !snapshot) {
        return !asOf ? asOf.error() : (!rule ? rule.error() : snapshot.error());
    }
    const Result<ReadyRule> ready
        = readyRule(*clinic, {*rule, *asOf, context.isSet("include-anonymous")}, context.job);
    if (!ready) {
        return ready.error();
    }
    if (context.isSet("why")) {
        return explain(context, **snapshot, *ready);
    }
    const Day day = *asOf == kMissingDay ? (*snapshot)->frame().asOf : *asOf;
    const Result<Findings> findings = findingsOf(**snapshot, *ready, day, context.job);
    if (!findings) {
        return findings.error();
    }
    const SavedAudience saved {.name = context.argument(1),
                               .rule = printRule(ready->rule, ruleWords()),
                               .version = 0,
                               .frozen = context.isSet("freeze"),
                               .asOf = day,
                               .members = 0};
    if (Status status
        = keepAudience(context, *clinic, saves ? &saved : nullptr, **snapshot, findings->audience.members);
        !status) {
        return status.error();
    }
    Answer answer;
    answer.options = {{"where", printRule(ready->rule, ruleWords())},
                      {"freeze", context.isSet("freeze")},
                      {"include_anonymous", context.isSet("include-anonymous")}};
    answer.used = ready->options.population.count();
    answer.dataVersion = (*snapshot)->frame().dataVersion;
    answer.asOf = day;
    answerFindings(*findings, answer);
    if (context.arguments.size() > 1) {
        if (Status status = addOrigin(context, *clinic, answer); !status) {
            return status.error();
        }
    }
    return answer;
}

}  // namespace meitrace
