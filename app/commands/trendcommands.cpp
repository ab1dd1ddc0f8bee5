// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// trend, distribution, intervals, heatmap: how much, how often, how long between, and when
#include "analytics/journey/occurrences.h"
#include "analytics/journey/trend.h"
#include "app/commands/choosing.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/commands/reading.h"
#include "app/format.h"
#include "app/texttable.h"
#include "models/base/badoption.h"
#include "ui/text/fieldtext.h"
#include "ui/text/periodtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <limits>

namespace meitrace {

namespace {

struct Trends {
    Q_DECLARE_TR_FUNCTIONS(Trends)
};

using Align = TextTable::Align;
using MeasureName = std::pair<const char*, TrendMeasure>;
using UnitName = std::pair<const char*, PeriodUnit>;

constexpr std::array<MeasureName, 6> kMeasures {{{"events", TrendMeasure::Events},
                                                 {"customers", TrendMeasure::Customers},
                                                 {"per_customer", TrendMeasure::PerCustomer},
                                                 {"sum", TrendMeasure::Sum},
                                                 {"mean", TrendMeasure::Mean},
                                                 {"percentile", TrendMeasure::Percentile}}};
constexpr std::array<UnitName, 5> kUnits {{{"day", PeriodUnit::Days},
                                           {"week", PeriodUnit::Weeks},
                                           {"month", PeriodUnit::Months},
                                           {"quarter", PeriodUnit::Quarters},
                                           {"year", PeriodUnit::Years}}};

bool isMoney(TrendMeasure measure)
{
    return measure == TrendMeasure::Sum || measure == TrendMeasure::Mean
        || measure == TrendMeasure::Percentile;
}

Status readTrend(const CommandContext& context, TrendOptions& options)
{
    using Compare = std::pair<const char*, TrendCompare>;
    const Result<std::int64_t> percent = context.integer("percent", options.percent);
    const Result<std::int64_t> top = context.integer("top", options.top);
    if (!percent || !top) {
        return percent ? top.error() : percent.error();
    }
    options.percent = static_cast<int>(*percent);
    options.top = static_cast<int>(*top);
    options.includeAnonymous = context.isSet("include-anonymous");
    if (context.isSet("split")) {
        options.splitBy = eventFieldByName(context.value("split"));
        if (!options.splitBy || !hasDictionary(*options.splitBy)) {
            return badOption("split", context.value("split"),
                             "channel, store, staff, device, campaign, item, page");
        }
    }
    Status status = readRange(context, options.from, options.to, options.asOf);
    status = status ? readPredicate(context, "event", options.events) : status;
    status = status ? choose(context, "measure", kMeasures, options.measure) : status;
    status = status ? choose(context, "unit", kUnits, options.unit) : status;
    return status ? choose(context, "compare",
                           std::array {Compare {"none", TrendCompare::None},
                                       Compare {"previous", TrendCompare::Previous},
                                       Compare {"year", TrendCompare::Year}},
                           options.compare)
                  : status;
}

Json pointJson(const TrendPoint& point, Day start)
{
    return {{"from", isoDate(start)},
            {"value", numberOrNull(point.value)},
            {"events", point.events},
            {"customers", point.customers},
            {"amount_minor", point.amount}};
}

Json seriesJson(const TrendResult& result, const TrendSeries& series)
{
    Json json {{"name", series.name.empty() ? Json() : Json(series.name)}, {"other", series.isOther}};
    Json points = Json::array();
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        points.push_back(pointJson(series.points[i], result.starts[i]));
    }
    json["points"] = std::move(points);
    Json before = Json::array();
    for (std::size_t i = 0; i < series.before.size(); ++i) {
        before.push_back(pointJson(series.before[i], result.beforeStarts[i]));
    }
    json["before"] = std::move(before);
    return json;
}

QString valueText(double value, TrendMeasure measure)
{
    return value != value  ? QStringLiteral("–")
        : isMoney(measure) ? roundMoneyText(value)
                           : QLocale().toString(value, 'f', measure == TrendMeasure::PerCustomer ? 2 : 0);
}

QString trendText(const TrendResult& result, const TrendOptions& options)
{
    QStringList heads {Trends::tr("From")};
    for (const TrendSeries& series : result.series) {
        heads << (series.isOther            ? Trends::tr("(other)")
                      : series.name.empty() ? Trends::tr("Value")
                                            : fieldValueText(*options.splitBy, series.name));
        if (!series.before.empty()) {
            heads << Trends::tr("Before");
        }
    }
    TextTable table(heads, {Align::Left});
    for (std::size_t period = 0; period < result.starts.size(); ++period) {
        QStringList cells {periodText(options.unit, result.starts[period])};
        for (const TrendSeries& series : result.series) {
            cells << valueText(series.points[period].value, options.measure);
            if (!series.before.empty()) {
                cells << valueText(series.before[period].value, options.measure);
            }
        }
        table.row(cells);
    }
    return table.text()
        + (result.lastIsOpen ? Trends::tr("The last period is not over.") + u'\n' : QString());
}

Status readScope(const CommandContext& context, OccurrenceScope& scope)
{
    scope.includeAnonymous = context.isSet("include-anonymous");
    return readRange(context, scope.from, scope.to, scope.asOf);
}

/// What all three answers about occurrences say of whom they looked at.
Answer answerOf(const CommandContext& context, const Snapshot& snapshot, const OccurrenceScope& scope,
                Index notSelected, Index anonymous)
{
    Answer answer;
    answer.options = {{"where", whereJson(context)}, {"include_anonymous", scope.includeAnonymous}};
    answer.exclude("not_selected", notSelected);
    answer.exclude("anonymous", anonymous);
    answer.dataVersion = snapshot.frame().dataVersion;
    answer.asOf = scope.asOf == kMissingDay ? snapshot.frame().asOf : scope.asOf;
    return answer;
}

Json endJson(std::int64_t high)
{
    return high == std::numeric_limits<std::int64_t>::max() ? Json() : Json(high);
}

QString classText(std::int64_t low, std::int64_t high, bool open)
{
    return open       ? Trends::tr("%1 and more").arg(countText(low))
        : low == high ? countText(low)
                      : Trends::tr("%1 to %2").arg(countText(low), countText(high));
}

}  // namespace

Result<Answer> runTrend(const CommandContext& context)
{
    TrendOptions options;
    if (Status status = readTrend(context, options); !status) {
        return status.error();
    }
    Result<OpenedClinic> opened = openClinic(context, options.asOf, options.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    options.population = std::move(opened->population);
    const Result<TrendResult> result = trend(*opened->snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    Answer answer;
    answer.options = {{"event", printed(options.events)},
                      {"unit", std::string(periodUnitCode(options.unit))},
                      {"where", whereJson(context)},
                      {"include_anonymous", options.includeAnonymous}};
    answer.result = {{"from", isoDate(result->from)},
                     {"to", isoDate(result->to)},
                     {"events", result->events},
                     {"customers", result->customers},
                     {"last_is_open", result->lastIsOpen}};
    Json list = Json::array();
    for (const TrendSeries& series : result->series) {
        list.push_back(seriesJson(*result, series));
    }
    answer.result["series"] = std::move(list);
    answer.used = result->customers;
    answer.exclude("not_selected", result->notSelected);
    answer.exclude("anonymous", result->anonymous);
    answer.dataVersion = opened->snapshot->frame().dataVersion;
    answer.asOf = opened->snapshot->frame().asOf;
    answer.text = trendText(*result, options);
    return answer;
}

Result<Answer> runDistribution(const CommandContext& context)
{
    using Of = std::pair<const char*, DistributionOf>;
    DistributionOptions options;
    Status status = readScope(context, options.scope);
    status = status ? readPredicate(context, "event", options.events) : status;
    status = status
        ? choose(context, "of",
                 std::array {Of {"times", DistributionOf::Times}, Of {"days", DistributionOf::Days},
                             Of {"hours", DistributionOf::Hours}, Of {"amount", DistributionOf::Amount}},
                 options.of)
        : status;
    Result<OpenedClinic> opened = status
        ? openClinic(context, options.scope.asOf, options.scope.includeAnonymous)
        : Result<OpenedClinic>(status.error());
    if (!opened) {
        return opened.error();
    }
    options.scope.population = std::move(opened->population);
    const Result<DistributionResult> result = distribution(*opened->snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    Answer answer
        = answerOf(context, *opened->snapshot, options.scope, result->notSelected, result->anonymous);
    answer.used = result->customers + result->never;
    answer.result = {{"customers", result->customers},
                     {"never", result->never},
                     {"below", result->below},
                     {"mean", result->mean},
                     {"median", result->median},
                     {"p90", result->p90},
                     {"most", result->most}};
    Json classes = Json::array();
    TextTable table({Trends::tr("Class"), Trends::tr("Customers"), Trends::tr("Share")}, {Align::Left});
    for (const DistributionClass& shown : result->classes) {
        const bool open = shown.high == std::numeric_limits<std::int64_t>::max();
        classes.push_back({{"from", shown.low}, {"to", endJson(shown.high)}, {"customers", shown.customers}});
        table.row(
            {classText(shown.low, shown.high, open), countText(shown.customers),
             percentText(static_cast<double>(shown.customers) / static_cast<double>(result->customers))});
    }
    answer.result["classes"] = std::move(classes);
    answer.text = table.text();
    return answer;
}

Result<Answer> runIntervals(const CommandContext& context)
{
    IntervalOptions options;
    Status status = readScope(context, options.scope);
    status = status ? readPredicate(context, "from-event", options.first) : status;
    status = status ? readPredicate(context, "to-event", options.second) : status;
    Result<OpenedClinic> opened = status
        ? openClinic(context, options.scope.asOf, options.scope.includeAnonymous)
        : Result<OpenedClinic>(status.error());
    if (!opened) {
        return opened.error();
    }
    options.scope.population = std::move(opened->population);
    const Result<IntervalResult> result = intervals(*opened->snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    Answer answer
        = answerOf(context, *opened->snapshot, options.scope, result->notSelected, result->anonymous);
    answer.used = result->customers;
    answer.result
        = {{"pairs", result->pairs},      {"customers", result->customers}, {"open", result->open},
           {"p10_s", result->seconds[0]}, {"p25_s", result->seconds[1]},    {"median_s", result->seconds[2]},
           {"p75_s", result->seconds[3]}, {"p90_s", result->seconds[4]}};
    Json classes = Json::array();
    TextTable table({Trends::tr("Days between"), Trends::tr("Times"), Trends::tr("Share")}, {Align::Left});
    for (const IntervalClass& shown : result->classes) {
        const bool open = shown.high == std::numeric_limits<Day>::max();
        classes.push_back(
            {{"from_d", shown.low}, {"to_d", open ? Json() : Json(shown.high)}, {"pairs", shown.pairs}});
        table.row({classText(shown.low, shown.high, open), countText(shown.pairs),
                   percentText(static_cast<double>(shown.pairs) / static_cast<double>(result->pairs))});
    }
    answer.result["classes"] = std::move(classes);
    answer.text = table.text() + u'\n'
        + Trends::tr("Half of the times at most %1; one in ten more than %2.")
              .arg(durationText(result->seconds[2] * 1000), durationText(result->seconds[4] * 1000))
        + u'\n';
    return answer;
}

Result<Answer> runHeatmap(const CommandContext& context)
{
    WeekHourOptions options;
    Status status = readScope(context, options.scope);
    status = status ? readPredicate(context, "event", options.events) : status;
    Result<OpenedClinic> opened = status
        ? openClinic(context, options.scope.asOf, options.scope.includeAnonymous)
        : Result<OpenedClinic>(status.error());
    if (!opened) {
        return opened.error();
    }
    options.scope.population = std::move(opened->population);
    const Result<WeekHourResult> result = weekHours(*opened->snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    Answer answer
        = answerOf(context, *opened->snapshot, options.scope, result->notSelected, result->anonymous);
    answer.used = result->customers;
    answer.result = {{"events", result->events}, {"without_time", result->withoutTime}};
    QStringList heads {Trends::tr("Hour")};
    for (int day = 0; day < WeekHourResult::kDays; ++day) {
        heads << QLocale().standaloneDayName(day + 1, QLocale::ShortFormat);
    }
    TextTable table(heads, {});
    Json cells = Json::array();
    for (int hour = 0; hour < WeekHourResult::kHours; ++hour) {
        QStringList row {QString::number(hour)};
        for (int day = 0; day < WeekHourResult::kDays; ++day) {
            const auto& cell = result->cells[static_cast<std::size_t>(day) * WeekHourResult::kHours
                                             + static_cast<std::size_t>(hour)];
            row << countText(cell.events);
            cells.push_back({{"weekday", day + 1},
                             {"hour", hour},
                             {"events", cell.events},
                             {"customers", cell.customers}});
        }
        table.row(row);
    }
    answer.result["cells"] = std::move(cells);
    answer.text = table.text();
    return answer;
}

}  // namespace meitrace
