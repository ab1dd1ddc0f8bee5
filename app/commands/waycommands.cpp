// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// paths, process: which way people took
#include "analytics/features/duration.h"
#include "analytics/journey/paths.h"
#include "analytics/journey/process.h"
#include "app/commands/choosing.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/commands/reading.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/text/names.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct Ways {
    Q_DECLARE_TR_FUNCTIONS(Ways)
};

using Align = TextTable::Align;

constexpr std::array<const char*, 5> kNodeKinds {"activity", "other", "ended", "begun", "skipped"};

Status readWays(const CommandContext& context, ActivityOptions& options)
{
    if (Status status = readActivities(context, options); !status) {
        return status;
    }
    if (context.isSet("gap")) {
        const Result<Duration> gap = parseDuration(context.value("gap"));
        if (!gap || gap->isCalendar()) {
            return badOption("gap", context.value("gap"), "30min, 2h, 1d");
        }
        options.unit.gap = gap->millis();
    }
    using Unit = std::pair<const char*, UnitKind>;
    return choose(context, "unit",
                  std::array {Unit {"customer", UnitKind::Customer}, Unit {"session", UnitKind::Session},
                              Unit {"visit", UnitKind::Visit}},
                  options.unit.kind);
}

QString nodeText(const PathNode& node)
{
    switch (node.kind) {
    case PathNode::Kind::Activity:
        return eventName(node.label);
    case PathNode::Kind::Other:
        return Ways::tr("(other)");
    case PathNode::Kind::Ended:
        return Ways::tr("(nothing more)");
    case PathNode::Kind::Begun:
        return Ways::tr("(nothing before)");
    case PathNode::Kind::Skipped:
        return Ways::tr("(steps between)");
    }
    return {};
}

Json pathJson(const PathResult& result)
{
    Json json {{"units", result.units}, {"customers", result.customers}, {"complete", result.complete}};
    json["nodes"] = Json::array();
    for (const PathNode& node : result.nodes) {
        json["nodes"].push_back({{"step", node.step},
                                 {"kind", kNodeKinds[static_cast<std::size_t>(node.kind)]},
                                 {"label", node.label.empty() ? Json() : Json(node.label)},
                                 {"count", node.units},
                                 {"beyond", node.beyond},
                                 {"done", node.done}});
    }
    json["links"] = Json::array();
    for (const PathLink& link : result.links) {
        json["links"].push_back({{"step", result.nodes[static_cast<std::size_t>(link.from)].step},
                                 {"from", link.from},
                                 {"to", link.to},
                                 {"count", link.units},
                                 {"median_s", link.medianSeconds}});
    }
    return json;
}

QString pathText(const PathResult& result)
{
    TextTable table({Ways::tr("Step"), Ways::tr("From"), Ways::tr("To"), Ways::tr("Count"), Ways::tr("Share"),
                     Ways::tr("Median wait")},
                    {Align::Right, Align::Left, Align::Left});
    for (const PathLink& link : result.links) {
        const PathNode& from = result.nodes[static_cast<std::size_t>(link.from)];
        const PathNode& to = result.nodes[static_cast<std::size_t>(link.to)];
        table.row({QString::number(from.step + 1), nodeText(from), nodeText(to), countText(link.units),
                   percentText(static_cast<double>(link.units) / static_cast<double>(from.units)),
                   to.kind == PathNode::Kind::Ended ? QString() : durationText(link.medianSeconds * 1000)});
    }
    return table.text();
}

QString activityText(const ProcessActivity& activity)
{
    return activity.isOther ? Ways::tr("(other)") : eventName(activity.label);
}

Json processJson(const ProcessResult& result)
{
    const auto label = [&](int number) {
        const ProcessActivity& activity = result.activities[static_cast<std::size_t>(number)];
        return activity.isOther ? Json() : Json(activity.label);
    };
    Json json {
        {"cases", result.units},        {"customers", result.customers},    {"different", result.different},
        {"p25_s", result.lowerSeconds}, {"median_s", result.medianSeconds}, {"p75_s", result.upperSeconds}};
    json["activities"] = Json::array();
    for (const ProcessActivity& activity : result.activities) {
        json["activities"].push_back({{"activity", activity.isOther ? Json() : Json(activity.label)},
                                      {"events", activity.events},
                                      {"cases", activity.units},
                                      {"customers", activity.customers},
                                      {"starts", activity.starts},
                                      {"ends", activity.ends},
                                      {"returns", activity.returns},
                                      {"median_wait_s", activity.medianWait}});
    }
    json["follows"] = Json::array();
    for (const ProcessFollow& follow : result.follows) {
        json["follows"].push_back({{"from", label(follow.from)},
                                   {"to", label(follow.to)},
                                   {"count", follow.count},
                                   {"cases", follow.units},
                                   {"median_s", follow.medianSeconds},
                                   {"p75_s", follow.upperSeconds}});
    }
    json["precedence"] = Json::array();
    for (const ProcessOrder& order : result.orders) {
        json["precedence"].push_back({{"from", label(order.from)},
                                      {"to", label(order.to)},
                                      {"cases", order.units},
                                      {"share", order.share},
                                      {"median_s", order.medianSeconds}});
    }
    json["variants"] = Json::array();
    for (const ProcessVariant& variant : result.variants) {
        Json sequence = Json::array();
        for (const int number : variant.sequence) {
            sequence.push_back(label(number));
        }
        json["variants"].push_back({{"sequence", sequence},
                                    {"goes_on", variant.goesOn},
                                    {"cases", variant.units},
                                    {"customers", variant.customers},
                                    {"share", variant.share},
                                    {"cumulative", variant.cumulative},
                                    {"median_s", variant.medianSeconds}});
    }
    return json;
}

QString processText(const ProcessResult& result)
{
    TextTable activities({Ways::tr("Activity"), Ways::tr("Events"), Ways::tr("Cases"), Ways::tr("Starts"),
                          Ways::tr("Ends"), Ways::tr("Repeats"), Ways::tr("Median wait")},
                         {Align::Left});
    for (const ProcessActivity& activity : result.activities) {
        activities.row({activityText(activity), countText(activity.events), countText(activity.units),
                        countText(activity.starts), countText(activity.ends), countText(activity.returns),
                        durationText(activity.medianWait * 1000)});
    }
    TextTable variants({Ways::tr("Variant"), Ways::tr("Cases"), Ways::tr("Share"), Ways::tr("Cumulative"),
                        Ways::tr("Median time")},
                       {Align::Left});
    for (const ProcessVariant& variant : result.variants) {
        QStringList names;
        for (const int number : variant.sequence) {
            names << activityText(result.activities[static_cast<std::size_t>(number)]);
        }
        variants.row(
            {names.join(QStringLiteral(" > ")) + (variant.goesOn ? QStringLiteral(" > +") : QString()),
             countText(variant.units), percentText(variant.share), percentText(variant.cumulative),
             durationText(variant.medianSeconds * 1000)});
    }
    return activities.text() + u'\n' + variants.text();
}

}  // namespace

Result<Answer> runPaths(const CommandContext& context)
{
    PathOptions options;
    Status status = readWays(context, options.activities);
    const Result<std::int64_t> steps = context.integer("steps", 6);
    const Result<std::int64_t> top = context.integer("top", 8);
    using Match = std::pair<const char*, PathMatch>;
    status = status ? choose(context, "match",
                             std::array {Match {"first", PathMatch::First}, Match {"last", PathMatch::Last},
                                         Match {"each", PathMatch::Each}},
                             options.match)
                    : status;
    if (!status || !steps || !top) {
        return !status ? status.error() : steps ? top.error() : steps.error();
    }
    options.steps = static_cast<int>(*steps);
    options.top = static_cast<int>(*top);
    options.start = context.value("start");
    options.end = context.value("end");
    options.onlyComplete = context.isSet("only-complete");
    for (const QString& name : context.parser.value(QStringLiteral("via")).split(u',', Qt::SkipEmptyParts)) {
        options.via.push_back(name.trimmed().toStdString());
    }
    Result<OpenedClinic> opened
        = openClinic(context, options.activities.asOf, options.activities.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    options.activities.population = std::move(opened->population);
    const Result<PathResult> result = paths(*opened->snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    Answer answer;
    answer.options = {{"start", options.start.empty() ? Json() : Json(options.start)},
                      {"end", options.end.empty() ? Json() : Json(options.end)},
                      {"via", options.via},
                      {"steps", options.steps},
                      {"top", options.top},
                      {"where", whereJson(context)}};
    answer.result = pathJson(*result);
    answer.used = result->customers;
    answer.exclude("not_selected", result->notSelected);
    answer.exclude("anonymous", result->anonymous);
    answer.exclude("without_start", result->withoutStart);
    answer.exclude("incomplete", result->incomplete);
    answer.dataVersion = opened->snapshot->frame().dataVersion;
    answer.asOf = opened->snapshot->frame().asOf;
    answer.text = pathText(*result);
    return answer;
}

Result<Answer> runProcess(const CommandContext& context)
{
    ProcessOptions options;
    const Status status = readWays(context, options.activities);
    const Result<std::int64_t> most = context.integer("activities", 40);
    const Result<std::int64_t> variants = context.integer("variants", 20);
    if (!status || !most || !variants) {
        return !status ? status.error() : most ? variants.error() : most.error();
    }
    options.mostActivities = static_cast<int>(*most);
    options.topVariants = static_cast<int>(*variants);
    Result<OpenedClinic> opened
        = openClinic(context, options.activities.asOf, options.activities.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    options.activities.population = std::move(opened->population);
    const Result<ProcessResult> result = processView(*opened->snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    Answer answer;
    answer.options = {{"activities", options.mostActivities},
                      {"variants", options.topVariants},
                      {"where", whereJson(context)}};
    answer.result = processJson(*result);
    answer.used = result->customers;
    answer.exclude("not_selected", result->notSelected);
    answer.exclude("anonymous", result->anonymous);
    answer.dataVersion = opened->snapshot->frame().dataVersion;
    answer.asOf = opened->snapshot->frame().asOf;
    answer.text = processText(*result);
    return answer;
}

}  // namespace meitrace
