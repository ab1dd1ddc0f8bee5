// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/pathview.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/text/personnames.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>

namespace meitrace {

namespace {

struct PathView {
    Q_DECLARE_TR_FUNCTIONS(PathView)
};

constexpr int kColours = 6;
constexpr Index kFew = 30;

double shareOf(Index part, Index whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

const PathNode& nodeOf(const PathResult& result, int number)
{
    return result.nodes[static_cast<std::size_t>(number)];
}

bool isReal(const PathNode& node)
{
    return node.kind == PathNode::Kind::Activity;
}

/// Colours of the most frequent names, over all columns.
std::map<std::string, int> coloursOf(const PathResult& result)
{
    std::map<std::string, Index> units;
    for (const PathNode& node : result.nodes) {
        if (isReal(node)) {
            units[node.label] += node.units;
        }
    }
    std::vector<std::pair<Index, std::string>> order;
    order.reserve(units.size());
    for (const auto& [label, count] : units) {
        order.emplace_back(-count, label);
    }
    std::sort(order.begin(), order.end());
    std::map<std::string, int> colours;
    for (std::size_t i = 0; i < order.size() && i < kColours; ++i) {
        colours[order[i].second] = static_cast<int>(i);
    }
    return colours;
}

SankeyRank rankOf(PathNode::Kind kind)
{
    switch (kind) {
    case PathNode::Kind::Activity:
    case PathNode::Kind::Skipped:
        return SankeyRank::ByFlow;
    case PathNode::Kind::Other:
        return SankeyRank::Foot;
    case PathNode::Kind::Begun:
    case PathNode::Kind::Ended:
        break;
    }
    return SankeyRank::Bottom;
}

QStringList columnNames(const PathResult& result, const PathOptions& options)
{
    int columns = 0;
    for (const PathNode& node : result.nodes) {
        columns = std::max(columns, node.step + 1);
    }
    QStringList names;
    for (int column = 0; column < columns; ++column) {
        const int back = options.steps - 1 - column;
        if (options.start.empty() && !options.end.empty()) {
            names << (back == 0 ? PathView::tr("Goal") : PathView::tr("%n step(s) before", "", back));
        } else {
            names << (column == 0
                          ? (options.start.empty() ? PathView::tr("First step") : PathView::tr("Start"))
                          : PathView::tr("Step %1").arg(column + 1));
        }
    }
    return names;
}

QString nodeDetail(const PathNode& node, const PathResult& result, const PathOptions& options)
{
    QStringList lines {PathView::tr("%1 of all paths").arg(percentText(shareOf(node.units, result.units)))};
    if (node.done > 0 && !options.start.empty()) {
        lines << PathView::tr("%1 reach the goal here").arg(countText(node.done));
    }
    if (node.beyond > 0) {
        lines << PathView::tr("%1 go on after this column").arg(countText(node.beyond));
    }
    return lines.join(u'\n');
}

QString waitText(const PathLink& link, const PathResult& result)
{
    const bool isWait
        = isReal(nodeOf(result, link.from)) && nodeOf(result, link.to).kind != PathNode::Kind::Ended;
    return isWait ? shortDurationText(link.medianSeconds * 1000) : QString();
}

ChartTable tableOf(const PathResult& result, const PathOptions& options)
{
    ChartTable table;
    table.headers = {PathView::tr("Step"),  PathView::tr("From"),           PathView::tr("To"),
                     PathView::tr("Paths"), PathView::tr("Of these, next"), PathView::tr("Median time")};
    for (const PathLink& link : result.links) {
        const PathNode& from = nodeOf(result, link.from);
        table.rows.append({QString::number(from.step + 1), pathNodeName(from, options.activities),
                           pathNodeName(nodeOf(result, link.to), options.activities), countText(link.units),
                           percentText(shareOf(link.units, from.units)), waitText(link, result)});
    }
    return table;
}

/// The link where most units of many wait longest.
const PathLink* slowest(const PathResult& result)
{
    const PathLink* worst = nullptr;
    for (const PathLink& link : result.links) {
        const bool counts = isReal(nodeOf(result, link.from)) && isReal(nodeOf(result, link.to))
            && link.units >= std::max(kFew, result.units / 50);
        if (counts && (worst == nullptr || link.medianSeconds > worst->medianSeconds)) {
            worst = &link;
        }
    }
    return worst;
}

/// The activity that most units do in a column; nullptr where there is none.
const PathNode* mostFrequent(const PathResult& result, int column)
{
    const PathNode* most = nullptr;
    for (const PathNode& node : result.nodes) {
        if (node.step == column && isReal(node) && (most == nullptr || node.units > most->units)) {
            most = &node;
        }
    }
    return most;
}

}  // namespace

QString activityName(std::string_view label, const ActivityOptions& options)
{
    const std::size_t colon = options.property ? label.find(": ") : std::string_view::npos;
    if (colon == std::string_view::npos) {
        return capitalised(eventName(label));
    }
    const std::string_view value = label.substr(colon + 2);
    const QString name = *options.property == EventField::Channel ? channelName(value)
        : *options.property == EventField::Item                   ? itemName(value)
                                                                  : fromUtf8(value);
    return PathView::tr("%1: %2", "what happened: by which channel")
        .arg(capitalised(eventName(label.substr(0, colon))), name);
}

QString pathNodeName(const PathNode& node, const ActivityOptions& options)
{
    switch (node.kind) {
    case PathNode::Kind::Activity:
        break;
    case PathNode::Kind::Other:
        return PathView::tr("Other");
    case PathNode::Kind::Ended:
        return PathView::tr("Nothing more");
    case PathNode::Kind::Begun:
        return PathView::tr("Nothing before");
    case PathNode::Kind::Skipped:
        return PathView::tr("Steps between");
    }
    return activityName(node.label, options);
}

SankeyData pathChartOf(const PathResult& result, const PathOptions& options)
{
    SankeyData chart;
    const std::map<std::string, int> colours = coloursOf(result);
    chart.columnNames = columnNames(result, options);
    for (const PathNode& node : result.nodes) {
        const auto colour = isReal(node) ? colours.find(node.label) : colours.end();
        chart.nodes.append({.column = node.step,
                            .name = pathNodeName(node, options.activities),
                            .value = static_cast<double>(node.units),
                            .text = countText(node.units),
                            .detail = nodeDetail(node, result, options),
                            .colour = colour == colours.end() ? -1 : colour->second,
                            .rank = rankOf(node.kind)});
    }
    for (const PathLink& link : result.links) {
        const QString wait = waitText(link, result);
        const QString share = PathView::tr("%1 of those")
                                  .arg(percentText(shareOf(link.units, nodeOf(result, link.from).units)));
        chart.links.append(
            {.from = link.from,
             .to = link.to,
             .value = static_cast<double>(link.units),
             .text = countText(link.units),
             .detail = wait.isEmpty() ? share : share + u'\n' + PathView::tr("median %1").arg(wait)});
    }
    chart.table = tableOf(result, options);
    return chart;
}

QString pathTitle(const PathOptions& options)
{
    const auto name = [&](const std::string& label) { return activityName(label, options.activities); };
    if (!options.start.empty() && !options.end.empty()) {
        return PathView::tr("From “%1” to “%2”").arg(name(options.start), name(options.end));
    }
    if (!options.start.empty()) {
        return PathView::tr("What follows “%1”").arg(name(options.start));
    }
    return options.end.empty() ? PathView::tr("Paths from the first step on")
                               : PathView::tr("What leads to “%1”").arg(name(options.end));
}

QString pathCaption(const PathResult& result, const PathOptions& options)
{
    QStringList parts {
        PathView::tr("%1 paths of %2").arg(countText(result.units), customersText(result.customers))};
    parts << (options.activities.repeats == ActivityRepeats::Collapse
                  ? PathView::tr("repeated steps in a row are one")
                  : options.activities.repeats == ActivityRepeats::First
                  ? PathView::tr("each step only the first time")
                  : PathView::tr("every step counts"));
    if (result.withoutStart > 0) {
        parts << (options.start.empty() ? PathView::tr("%1 never reached the goal")
                                        : PathView::tr("%1 never came to the start"))
                     .arg(countText(result.withoutStart));
    }
    if (result.incomplete > 0) {
        parts << PathView::tr("%1 took another way").arg(countText(result.incomplete));
    }
    return parts.join(PathView::tr("; ", "between parts of a caption"));
}

QStringList pathFindings(const PathResult& result, const PathOptions& options)
{
    QStringList sentences;
    if (result.units < kFew) {
        return {PathView::tr("Fewer than 30 paths; treat with care.")};
    }
    const auto name = [&](const PathNode& node) { return pathNodeName(node, options.activities); };
    if (!options.start.empty() && !options.end.empty()) {
        sentences << PathView::tr("%1 of %2 reach the goal.")
                         .arg(percentText(shareOf(result.complete, result.units)), countText(result.units));
    }
    const bool isBackwards = options.start.empty() && !options.end.empty();
    const int column = isBackwards ? options.steps - 2 : options.start.empty() ? 0 : 1;
    if (const PathNode* most = mostFrequent(result, column)) {
        const QString share = percentText(shareOf(most->units, result.units));
        sentences << (isBackwards ? PathView::tr("“%1” comes right before it in %2 of the paths.")
                          : options.start.empty() ? PathView::tr("%2 of the paths begin with “%1”.")
                                                  : PathView::tr("“%1” comes next in %2 of the paths."))
                         .arg(name(*most), share);
    }
    for (const PathNode& node : result.nodes) {
        if (node.kind == PathNode::Kind::Ended && node.step == 1 && node.units > 0 && !isBackwards) {
            sentences << PathView::tr("%1 stop after the first step.")
                             .arg(percentText(shareOf(node.units, result.units)));
        }
    }
    if (const PathLink* worst = slowest(result); worst != nullptr && worst->medianSeconds > 0) {
        sentences << PathView::tr("The longest wait is from “%1” to “%2”: median %3, %4 paths.")
                         .arg(name(nodeOf(result, worst->from)), name(nodeOf(result, worst->to)),
                              shortDurationText(worst->medianSeconds * 1000), countText(worst->units));
    }
    return sentences;
}

QString routeText(const PathResult& result, const PathOptions& options, std::vector<int> nodes)
{
    std::sort(nodes.begin(), nodes.end(),
              [&](int a, int b) { return nodeOf(result, a).step < nodeOf(result, b).step; });
    QStringList names;
    for (const int node : nodes) {
        names << pathNodeName(nodeOf(result, node), options.activities);
    }
    return names.join(QStringLiteral(" → "));
}

}  // namespace meitrace
