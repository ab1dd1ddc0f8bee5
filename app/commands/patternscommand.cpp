// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// patterns: sequences that go with an outcome
#include "analytics/journey/patterns.h"
#include "analytics/workbench/tables.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/commands/reading.h"
#include "app/format.h"
#include "app/texttable.h"
#include "models/base/badoption.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/patternview.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct Patterns {
    Q_DECLARE_TR_FUNCTIONS(Patterns)
};

Status readPercent(const CommandContext& context, const char* option, double& share)
{
    if (!context.isSet(option)) {
        return Done {};
    }
    bool isNumber = false;
    share = context.parser.value(QLatin1String(option)).toDouble(&isNumber) / 100;
    return isNumber ? Status(Done {}) : badOption(option, context.value(option), "percent: 1, 0.5");
}

Status readCounts(const CommandContext& context, PatternOptions& options)
{
    const Result<std::int64_t> longest = context.integer("longest", options.longest);
    const Result<std::int64_t> top = context.integer("top", options.top);
    const Result<std::int64_t> seed = context.integer("seed", static_cast<std::int64_t>(options.seed));
    for (const Result<std::int64_t>* number : {&longest, &top, &seed}) {
        if (!*number) {
            return number->error();
        }
    }
    options.longest = static_cast<int>(*longest);
    options.top = static_cast<int>(*top);
    options.seed = static_cast<std::uint64_t>(*seed);
    const Status status = readPercent(context, "support", options.support);
    return status ? readPercent(context, "common", options.common) : status;
}

Status readOptions(const CommandContext& context, PatternOptions& options)
{
    Status status = readActivities(context, options.activities);
    status = status ? readPredicate(context, "outcome", options.outcome) : status;
    status = status ? readCounts(context, options) : status;
    if (!status) {
        return status;
    }
    if (context.isSet("by")) {
        options.activities.property = eventFieldByName(context.value("by"));
        if (!options.activities.property) {
            return badOption("by", context.value("by"), "item, channel, store, page, campaign");
        }
    }
    const QString leftOut = context.isSet("leave-out") ? context.parser.value(QStringLiteral("leave-out"))
                                                       : QStringLiteral("consent_given,consent_withdrawn");
    for (const QString& type : leftOut.split(u',', Qt::SkipEmptyParts)) {
        options.activities.labels.push_back({type.trimmed().toStdString(), {}});
        options.activities.labels.push_back({type.trimmed().toStdString() + ": *", {}});
    }
    return Done {};
}

Json resultJson(const PatternResult& result)
{
    Json json {{"reached", result.reached},        {"others", result.others},
               {"passed_over", result.passedOver}, {"compared", result.compared},
               {"explained", result.explained},    {"cut", result.cut}};
    json["patterns"] = Json::array();
    for (const Pattern& pattern : result.patterns) {
        json["patterns"].push_back(
            {{"sequence", pattern.sequence},
             {"customers", pattern.with.n},
             {"reached", pattern.with.hits},
             {"rate", numberOrNull(proportion(pattern.with.hits, pattern.with.n))},
             {"rate_of_all", numberOrNull(proportion(pattern.all.hits, pattern.all.n))},
             {"lift", numberOrNull(pattern.lift.ratio)},
             {"ci_low", numberOrNull(pattern.lift.interval.low)},
             {"ci_high", numberOrNull(pattern.lift.interval.high)},
             {"q", numberOrNull(pattern.q)}});
    }
    return json;
}

Status writeMembers(const CommandContext& context, const Snapshot& snapshot, const PatternOptions& options,
                    const PatternResult& result)
{
    std::vector<std::pair<std::size_t, Index>> lines;
    for (std::size_t pattern = 0; pattern < result.patterns.size(); ++pattern) {
        const Result<Bitset> members = patternMembers(snapshot, options, result, pattern, context.job);
        if (!members) {
            return members.error();
        }
        members->forEach([&](Index customer) { lines.emplace_back(pattern, customer); });
    }
    return writeTable(
        context.value("members"), {"pattern", "customer"}, static_cast<Index>(lines.size()),
        [&](Index row, std::vector<std::string>& cells) {
            const auto& [pattern, customer] = lines[static_cast<std::size_t>(row)];
            cells = {std::to_string(pattern + 1), snapshot.customerCode(customer)};
        },
        context.job);
}

}  // namespace

Result<Answer> runPatterns(const CommandContext& context)
{
    PatternOptions options;
    options.outcome = {{{.type = "deal"}}};
    if (Status status = readOptions(context, options); !status) {
        return status.error();
    }
    Result<OpenedClinic> opened
        = openClinic(context, options.activities.asOf, options.activities.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    options.activities.population = std::move(opened->population);
    const Result<PatternResult> result = patterns(*opened->snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    if (context.isSet("members")) {
        if (Status status = writeMembers(context, *opened->snapshot, options, *result); !status) {
            return status.error();
        }
    }
    Answer answer;
    answer.options = {{"outcome", printed(options.outcome)},
                      {"longest", options.longest},
                      {"support", options.support},
                      {"common", options.common},
                      {"top", options.top},
                      {"seed", options.seed},
                      {"where", whereJson(context)},
                      {"include_anonymous", options.activities.includeAnonymous}};
    answer.used = result->reached + result->others;
    answer.exclude("not_selected", result->notSelected);
    answer.exclude("anonymous", result->anonymous);
    answer.exclude("reached_before", result->reachedBefore);
    answer.exclude("without_history", result->withoutHistory);
    answer.exclude("not_known_long_enough", result->tooShort);
    answer.dataVersion = opened->snapshot->frame().dataVersion;
    answer.asOf = opened->snapshot->frame().asOf;
    answer.result = resultJson(*result);
    PatternTable table;
    table.setResult(*result, options);
    answer.text = modelText(table) + u'\n' + patternCaption(*result, options) + u'\n'
        + sentencesText(patternFindings(*result, options)) + u'\n';
    return answer;
}

}  // namespace meitrace
