// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/trendview.h"

#include "ui/text/fieldtext.h"
#include "ui/text/figures.h"
#include "ui/text/periodtext.h"
#include "ui/viewmodels/funnelview.h"
#include "ui/viewmodels/moneyaxis.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

struct TrendView {
    Q_DECLARE_TR_FUNCTIONS(TrendView)
};

constexpr Index kFew = 30;

bool isMoney(TrendMeasure measure)
{
    return measure == TrendMeasure::Sum || measure == TrendMeasure::Mean
        || measure == TrendMeasure::Percentile;
}

QString valueText(double value, TrendMeasure measure)
{
    if (std::isnan(value)) {
        return QStringLiteral("–");
    }
    if (isMoney(measure)) {
        return roundMoneyText(value);
    }
    return measure == TrendMeasure::PerCustomer ? QLocale().toString(value, 'f', 2)
                                                : countText(std::llround(value));
}

QString seriesName(const TrendSeries& series, const TrendOptions& options)
{
    if (!options.splitBy) {
        return funnelStepName(options.events);
    }
    if (series.isOther) {
        return TrendView::tr("Other");
    }
    return series.name.empty() ? TrendView::tr("(none)") : fieldValueText(*options.splitBy, series.name);
}

QString compareName(TrendCompare compare)
{
    return compare == TrendCompare::Year ? TrendView::tr("the year before")
                                         : TrendView::tr("the time before");
}

LineSeries lineOf(const std::vector<TrendPoint>& points, const QString& name, double unit)
{
    LineSeries line;
    line.name = name;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!std::isnan(points[i].value)) {
            line.points << QPointF(static_cast<double>(i), points[i].value / unit);
        }
    }
    return line;
}

/// The last period that is over; -1: none
int lastWhole(const TrendResult& result)
{
    return static_cast<int>(result.starts.size()) - (result.lastIsOpen ? 2 : 1);
}

/// "12 % more than in May 2026"
QString changeSentence(double now, double before, const QString& when)
{
    if (std::isnan(now) || std::isnan(before) || before <= 0) {
        return {};
    }
    const double change = now / before - 1;
    return std::abs(change) < 0.005
        ? TrendView::tr("as much as in %1").arg(when)
        : (change > 0 ? TrendView::tr("%1 more than in %2") : TrendView::tr("%1 less than in %2"))
              .arg(percentText(std::abs(change)), when);
}

}  // namespace

QString trendMeasureName(TrendMeasure measure, int percent)
{
    switch (measure) {
    case TrendMeasure::Events:
        return TrendView::tr("times");
    case TrendMeasure::Customers:
        return TrendView::tr("customers");
    case TrendMeasure::PerCustomer:
        return TrendView::tr("times per customer");
    case TrendMeasure::Sum:
        return TrendView::tr("amounts added up");
    case TrendMeasure::Mean:
        return TrendView::tr("average amount");
    case TrendMeasure::Percentile:
        return percent == 50 ? TrendView::tr("median amount")
                             : TrendView::tr("amount that %1 % stay below").arg(percent);
    }
    return {};
}

LineData trendLines(const TrendResult& result, const TrendOptions& options)
{
    LineData lines;
    const double unit = isMoney(options.measure) ? moneyAxisUnit() : 1;
    for (const Day start : result.starts) {
        lines.xLabels << periodText(options.unit, start);
    }
    lines.xHeader = TrendView::tr("From");
    lines.yTitle = isMoney(options.measure) ? moneyAxisTitle()
                                            : capitalised(trendMeasureName(options.measure, options.percent));
    for (const TrendSeries& series : result.series) {
        LineSeries line = lineOf(series.points, seriesName(series, options), unit);
        if (result.lastIsOpen) {
            line.immatureFrom = static_cast<int>(line.points.size()) - 1;
        }
        lines.series << line;
        if (result.series.size() == 1 && !series.before.empty()) {
            lines.series << lineOf(series.before, capitalised(compareName(options.compare)), unit);
        }
    }
    return lines;
}

TrendPlace trendPlace(const TrendResult& result, const RegionId& point)
{
    const bool before = result.series.size() == 1 && point.column == 1;
    const std::size_t series = before ? 0 : static_cast<std::size_t>(point.column);
    const auto& points = before ? result.series[series].before : result.series[series].points;
    // Points without a value have no place on the line.
    int at = -1;
    for (int left = point.row; left >= 0; --left) {
        do {
            ++at;
        } while (at < static_cast<int>(points.size())
                 && std::isnan(points[static_cast<std::size_t>(at)].value));
    }
    return {.series = static_cast<int>(series), .period = at, .before = before};
}

QString trendTitle(const TrendOptions& options)
{
    return TrendView::tr("%1: %2").arg(funnelStepName(options.events),
                                       trendMeasureName(options.measure, options.percent));
}

QString trendCaption(const TrendResult& result, const TrendOptions& options)
{
    QString text = TrendView::tr("%1: %2 times, %3.")
                       .arg(daysText(result.from, result.to), countText(result.events),
                            customersText(result.customers));
    if (result.lastIsOpen) {
        text += u' ' + TrendView::tr("The last period is not over.");
    }
    if (!result.beforeStarts.empty() && result.series.size() > 1) {
        text
            += u' ' + TrendView::tr("%1 stands in the table.").arg(capitalised(compareName(options.compare)));
    }
    return text;
}

QString trendPlaceTitle(const TrendResult& result, const TrendOptions& options, const TrendPlace& place)
{
    const auto& starts = place.before ? result.beforeStarts : result.starts;
    const QString name = seriesName(result.series[static_cast<std::size_t>(place.series)], options);
    return TrendView::tr("%1, %2").arg(
        name, periodText(options.unit, starts[static_cast<std::size_t>(place.period)]));
}

QStringList trendFindings(const TrendResult& result, const TrendOptions& options)
{
    if (result.events < kFew) {
        return {TrendView::tr("Fewer than 30 events; treat with care.")};
    }
    QStringList sentences;
    const TrendSeries& first = result.series.front();
    const int last = lastWhole(result);
    if (last >= 1) {
        const auto at = static_cast<std::size_t>(last);
        const double now = first.points[at].value;
        QStringList changes {
            changeSentence(now, first.points[at - 1].value, periodText(options.unit, result.starts[at - 1]))};
        if (!first.before.empty() && options.compare == TrendCompare::Year) {
            changes << changeSentence(now, first.before[at].value,
                                      periodText(options.unit, result.beforeStarts[at]));
        }
        changes.removeAll(QString());
        const QString subject
            = TrendView::tr("%1 in %2: %3")
                  .arg(seriesName(first, options), periodText(options.unit, result.starts[at]),
                       valueText(now, options.measure));
        sentences << (changes.isEmpty()
                          ? subject + QLatin1Char('.')
                          : TrendView::tr("%1, %2.").arg(subject, changes.join(TrendView::tr(", "))));
    }
    const auto most = std::max_element(
        first.points.begin(), first.points.end(),
        [](const TrendPoint& a, const TrendPoint& b) { return std::isnan(a.value) || a.value < b.value; });
    if (first.points.size() > 3 && !std::isnan(most->value)) {
        const auto at = static_cast<std::size_t>(most - first.points.begin());
        sentences << TrendView::tr("The highest was %1 in %2.")
                         .arg(valueText(most->value, options.measure),
                              periodText(options.unit, result.starts[at]));
    }
    if (result.series.size() > 1) {
        Index events = 0;
        for (const TrendPoint& point : first.points) {
            events += point.events;
        }
        sentences << TrendView::tr("“%1” has %2 of all events.")
                         .arg(seriesName(first, options),
                              percentText(static_cast<double>(events) / static_cast<double>(result.events)));
    }
    if (result.lastIsOpen) {
        sentences << TrendView::tr("The last period is not over: its value is not compared.");
    }
    return sentences;
}

}  // namespace meitrace
