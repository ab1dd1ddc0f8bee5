// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// pain: where customers are lost beyond the usual
#include "analytics/journey/painpoints.h"
#include "analytics/workbench/overview.h"
#include "analytics/workbench/tables.h"
#include "analytics/workbench/usualfunnel.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/commands/reading.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/painview.h"

#include <QCoreApplication>

#include <cmath>

namespace meitrace {

namespace {

struct Pain {
    Q_DECLARE_TR_FUNCTIONS(Pain)
};

using Align = TextTable::Align;

Status readOptions(const CommandContext& context, PainOptions& options)
{
    if (context.isSet("steps")) {
        Result<std::vector<EventPredicate>> steps = parseEventList(context.value("steps"));
        if (!steps) {
            return steps.error();
        }
        options.funnel.steps = *std::move(steps);
    }
    options.funnel.window = Duration {30, DurationUnit::Days};
    if (context.isSet("window")) {
        const Result<Duration> window = parseDuration(context.value("window"));
        if (!window) {
            return window.error();
        }
        options.funnel.window = *window;
    }
    if (context.isSet("by")) {
        options.keys.clear();
        for (const QString& key :
             context.parser.value(QStringLiteral("by")).split(u',', Qt::SkipEmptyParts)) {
            options.keys.push_back(key.trimmed().toStdString());
        }
    }
    const Result<std::int64_t> support = context.integer("support", options.support);
    if (!support) {
        return support.error();
    }
    options.support = *support;
    options.funnel.includeAnonymous = context.isSet("include-anonymous");
    Status status = readDays(context, "money-days", options.moneyDays);
    status
        = status ? readRange(context, options.funnel.from, options.funnel.to, options.funnel.asOf) : status;
    // --to names the last day on which a chain may begin.
    options.funnel.to += options.funnel.to == kMissingDay ? 0 : 1;
    return status;
}

Json shareJson(const Share& share)
{
    return {{"lost", share.hits}, {"of", share.n}, {"rate", numberOrNull(proportion(share.hits, share.n))}};
}

Json pointJson(const PainPoint& point, const PainOptions& options)
{
    return {{"step", point.step + 1},
            {"from", printed(options.funnel.steps[static_cast<std::size_t>(point.step) - 1])},
            {"to", printed(options.funnel.steps[static_cast<std::size_t>(point.step)])},
            {"by", options.keys[point.key]},
            {"value", point.value},
            {"group", shareJson(point.lost)},
            {"others", shareJson(point.others)},
            {"expected", numberOrNull(point.expected)},
            {"excess", point.excess},
            {"difference_low", point.difference.low},
            {"difference_high", point.difference.high},
            {"q", numberOrNull(point.q)},
            {"at_stake_minor", point.atStake},
            {"wait_median_s", secondsOrNull(point.wait.median)},
            {"others_wait_median_s", secondsOrNull(point.waitOthers.median)}};
}

Json stepsJson(const PainResult& result, const PainOptions& options)
{
    Json steps = Json::array();
    for (std::size_t row = 1; row < result.steps.size(); ++row) {
        const PainStep& step = result.steps[row];
        steps.push_back({{"step", row + 1},
                         {"to", printed(options.funnel.steps[row])},
                         {"previous", step.previous},
                         {"lost", step.lost},
                         {"payers", step.payers.hits},
                         {"of", step.payers.n},
                         {"median_net_minor", step.medianNet}});
    }
    return steps;
}

QString tableText(const PainResult& result, const PainOptions& options)
{
    TextTable table({Pain::tr("Where"), Pain::tr("Who"), Pain::tr("Lost"), Pain::tr("Others lost"),
                     Pain::tr("Beyond usual"), Pain::tr("At stake"), Pain::tr("Chance of noise")},
                    {Align::Left, Align::Left});
    for (const PainPoint& point : result.points) {
        table.row({painWhere(options, point), painWho(options, point),
                   percentText(proportion(point.lost.hits, point.lost.n)),
                   percentText(proportion(point.others.hits, point.others.n)),
                   countText(std::llround(point.excess)), roundMoneyText(static_cast<double>(point.atStake)),
                   percentText(point.q)});
    }
    return table.text();
}

Status writeMembers(const CommandContext& context, const Snapshot& snapshot, const PainOptions& options,
                    const PainResult& result)
{
    std::vector<std::pair<std::size_t, Index>> lines;
    for (std::size_t point = 0; point < result.points.size(); ++point) {
        const Result<Bitset> members = painMembers(snapshot, options, result, point, context.job);
        if (!members) {
            return members.error();
        }
        members->forEach([&](Index customer) { lines.emplace_back(point, customer); });
    }
    return writeTable(
        context.value("members"), {"point", "customer"}, static_cast<Index>(lines.size()),
        [&](Index row, std::vector<std::string>& cells) {
            const auto& [point, customer] = lines[static_cast<std::size_t>(row)];
            cells = {std::to_string(point + 1), snapshot.customerCode(customer)};
        },
        context.job);
}

}  // namespace

Result<Answer> runPain(const CommandContext& context)
{
    PainOptions options;
    if (Status status = readOptions(context, options); !status) {
        return status.error();
    }
    Result<OpenedClinic> opened = openClinic(context, options.funnel.asOf, options.funnel.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    if (options.funnel.steps.empty()) {
        const Result<Overview> overview = overviewOf(opened->clinic, context.job);
        if (!overview) {
            return overview.error();
        }
        options.funnel.steps = usualFunnel(*overview).steps;
    }
    options.funnel.population = std::move(opened->population);
    const Result<PainResult> result = painPoints(*opened->snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    if (context.isSet("members")) {
        if (Status status = writeMembers(context, *opened->snapshot, options, *result); !status) {
            return status.error();
        }
    }
    Answer answer;
    answer.options = {{"steps", printed(options.funnel.steps)},
                      {"by", options.keys},
                      {"window", printDuration(*options.funnel.window)},
                      {"money_days", options.moneyDays},
                      {"support", options.support},
                      {"where", whereJson(context)},
                      {"include_anonymous", options.funnel.includeAnonymous}};
    answer.used = result->funnel.cases.customer.size();
    answer.exclude("outside_population", result->funnel.outsidePopulation);
    answer.exclude("not_entered", result->funnel.withoutEntry);
    answer.dataVersion = opened->snapshot->frame().dataVersion;
    answer.asOf = result->funnel.asOf;
    answer.result = {{"compared", result->compared}, {"steps", stepsJson(*result, options)}};
    Json points = Json::array();
    for (const PainPoint& point : result->points) {
        points.push_back(pointJson(point, options));
    }
    answer.result["pain"] = std::move(points);
    answer.text = tableText(*result, options) + u'\n' + painCaption(*result, options) + u'\n'
        + sentencesText(painFindings(*result, options)) + u'\n';
    return answer;
}

}  // namespace meitrace
