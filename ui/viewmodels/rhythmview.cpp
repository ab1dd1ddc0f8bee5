// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/rhythmview.h"

#include "analytics/stats/proportion.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/funnelview.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <limits>
#include <numeric>

namespace meitrace {

namespace {

struct RhythmView {
    Q_DECLARE_TR_FUNCTIONS(RhythmView)
};

constexpr Index kFew = 30;
constexpr int kEveningFrom = 20;

QString amountText(std::int64_t value, DistributionOf of)
{
    return of == DistributionOf::Amount ? roundMoneyText(static_cast<double>(value)) : countText(value);
}

QString classText(const DistributionClass& shown, DistributionOf of)
{
    if (shown.low == shown.high) {
        return amountText(shown.low, of);
    }
    if (shown.high == std::numeric_limits<std::int64_t>::max()) {
        return RhythmView::tr("%1 and more").arg(amountText(shown.low, of));
    }
    if (of == DistributionOf::Amount) {
        return shown.low <= 1
            ? RhythmView::tr("below %1").arg(amountText(shown.high + 1, of))
            : RhythmView::tr("%1 to %2").arg(amountText(shown.low, of), amountText(shown.high + 1, of));
    }
    return RhythmView::tr("%1 to %2").arg(amountText(shown.low, of), amountText(shown.high, of));
}

QString classText(const IntervalClass& shown)
{
    if (shown.high == 0) {
        return RhythmView::tr("same day");
    }
    return shown.high == std::numeric_limits<Day>::max()
        ? RhythmView::tr("%1 days and more").arg(shown.low)
        : RhythmView::tr("%1 to %2 days").arg(shown.low).arg(shown.high);
}

QString unitText(DistributionOf of, double value)
{
    const QString number = QLocale().toString(value, 'f', 1);
    switch (of) {
    case DistributionOf::Times:
        return RhythmView::tr("%1 times").arg(number);
    case DistributionOf::Days:
        return RhythmView::tr("%1 days").arg(number);
    case DistributionOf::Hours:
        return RhythmView::tr("%1 hours").arg(number);
    case DistributionOf::Amount:
        break;
    }
    return roundMoneyText(value);
}

QString dayName(int day)
{
    return QLocale().standaloneDayName(day + 1, QLocale::ShortFormat);
}

}  // namespace

BarData distributionBars(const DistributionResult& result, DistributionOf of)
{
    BarData bars;
    BarSeries series {.name = RhythmView::tr("Customers"), .values = {}};
    for (const DistributionClass& shown : result.classes) {
        bars.categories << classText(shown, of);
        series.values << static_cast<double>(shown.customers);
    }
    bars.series << series;
    bars.valueTitle = RhythmView::tr("Customers");
    bars.categoryHeader = of == DistributionOf::Amount ? RhythmView::tr("Amount") : RhythmView::tr("Number");
    return bars;
}

QString distributionTitle(const DistributionOptions& options)
{
    const QString name = funnelStepName(options.events);
    switch (options.of) {
    case DistributionOf::Times:
        return RhythmView::tr("%1: how many times").arg(name);
    case DistributionOf::Days:
        return RhythmView::tr("%1: on how many days").arg(name);
    case DistributionOf::Hours:
        return RhythmView::tr("%1: in how many hours").arg(name);
    case DistributionOf::Amount:
        break;
    }
    return RhythmView::tr("%1: for how much").arg(name);
}

QString distributionCaption(const DistributionResult& result)
{
    QString text = RhythmView::tr("%1; %2 never did it on these days.")
                       .arg(customersText(result.customers), countText(result.never));
    if (result.below > 0) {
        text += u' '
            + RhythmView::tr("%1 come to nothing or less and stand in no bar.").arg(countText(result.below));
    }
    return text;
}

QStringList distributionFindings(const DistributionResult& result, DistributionOf of)
{
    if (result.customers < kFew) {
        return {RhythmView::tr("Fewer than 30 customers; treat with care.")};
    }
    QStringList sentences {
        RhythmView::tr("On average %1, half of them at most %2, one in ten more than %3.")
            .arg(unitText(of, result.mean), unitText(of, result.median), unitText(of, result.p90))};
    if (of != DistributionOf::Amount && !result.classes.empty() && result.classes.front().high == 1) {
        const Index once = result.classes.front().customers;
        const Interval range = wilson(once, result.customers);
        sentences << RhythmView::tr("%1 did it only once (95 % range %2 to %3).")
                         .arg(percentText(proportion(once, result.customers)), percentText(range.low),
                              percentText(range.high));
    }
    return sentences;
}

QString distributionPlaceTitle(const DistributionResult& result, const DistributionOptions& options,
                               int number)
{
    const QString name = funnelStepName(options.events);
    return number < 0 ? RhythmView::tr("%1: never").arg(name)
                      : RhythmView::tr("%1: %2").arg(
                          name, classText(result.classes[static_cast<std::size_t>(number)], options.of));
}

BarData intervalBars(const IntervalResult& result)
{
    BarData bars;
    BarSeries series {.name = RhythmView::tr("Times"), .values = {}};
    for (const IntervalClass& shown : result.classes) {
        bars.categories << classText(shown);
        series.values << static_cast<double>(shown.pairs);
    }
    bars.series << series;
    bars.valueTitle = RhythmView::tr("Times");
    bars.categoryHeader = RhythmView::tr("Days between");
    return bars;
}

QString intervalTitle(const IntervalOptions& options)
{
    const QString first = funnelStepName(options.first);
    return options.second.clauses.empty()
        ? RhythmView::tr("From “%1” to the next one").arg(first)
        : RhythmView::tr("From “%1” to “%2”").arg(first, funnelStepName(options.second));
}

QString intervalCaption(const IntervalResult& result)
{
    return RhythmView::tr("%1 times, %2; %3 have not been followed yet and stand in no bar.")
        .arg(countText(result.pairs), customersText(result.customers), countText(result.open));
}

QStringList intervalFindings(const IntervalResult& result)
{
    if (result.pairs < kFew) {
        return {RhythmView::tr("Fewer than 30 times; treat with care.")};
    }
    const auto span = [&](std::size_t at) { return shortDurationText(result.seconds[at] * 1000); };
    QStringList sentences {
        RhythmView::tr("Half of the times it took at most %1; the middle half lies between %2 and %3.")
            .arg(span(2), span(1), span(3)),
        RhythmView::tr("One in ten took less than %1, one in ten more than %2.").arg(span(0), span(4))};
    if (result.open > result.pairs) {
        sentences << RhythmView::tr(
            "More than half have not been followed yet: among them may be the slow ones.");
    }
    return sentences;
}

QString intervalPlaceTitle(const IntervalResult& result, const IntervalOptions& options, int number)
{
    return RhythmView::tr("%1: %2").arg(
        intervalTitle(options),
        number < 0 ? RhythmView::tr("not yet") : classText(result.classes[static_cast<std::size_t>(number)]));
}

HeatData weekHourHeat(const WeekHourResult& result)
{
    HeatData heat;
    for (int day = 0; day < WeekHourResult::kDays; ++day) {
        heat.rowNames << dayName(day);
    }
    for (int hour = 0; hour < WeekHourResult::kHours; ++hour) {
        heat.columnNames << QString::number(hour);
    }
    for (const WeekHourResult::Cell& counted : result.cells) {
        HeatCell cell;
        cell.value = static_cast<double>(counted.events);
        cell.detail
            = RhythmView::tr("%1 times, %2").arg(countText(counted.events), customersText(counted.customers));
        heat.cells << cell;
    }
    heat.rowTitle = RhythmView::tr("Day");
    heat.columnTitle = RhythmView::tr("hour of the day");
    heat.valueName = RhythmView::tr("times");
    heat.low = 0;
    heat.format = [](double value) { return countText(std::llround(value)); };
    return heat;
}

QString weekHourTitle(const WeekHourOptions& options)
{
    return RhythmView::tr("%1: when in the week").arg(funnelStepName(options.events));
}

QString weekHourCaption(const WeekHourResult& result)
{
    QString text
        = RhythmView::tr("%1 times, %2.").arg(countText(result.events), customersText(result.customers));
    if (result.withoutTime > 0) {
        text += u' '
            + RhythmView::tr("Of %1 only the day is known; they stand in no cell.")
                  .arg(countText(result.withoutTime));
    }
    return text;
}

QStringList weekHourFindings(const WeekHourResult& result)
{
    const Index timed = result.events - result.withoutTime;
    if (timed < kFew) {
        return {RhythmView::tr("Fewer than 30 times; treat with care.")};
    }
    const auto most = std::max_element(
        result.cells.begin(), result.cells.end(),
        [](const WeekHourResult::Cell& a, const WeekHourResult::Cell& b) { return a.events < b.events; });
    const auto at = static_cast<int>(most - result.cells.begin());
    Index evening = 0;
    for (std::size_t cell = 0; cell < result.cells.size(); ++cell) {
        evening += static_cast<int>(cell) % WeekHourResult::kHours >= kEveningFrom ? result.cells[cell].events
                                                                                   : 0;
    }
    return {RhythmView::tr("Most happens on %1 from %2 to %3 o'clock: %4 of all.")
                .arg(QLocale().standaloneDayName(at / WeekHourResult::kHours + 1, QLocale::LongFormat))
                .arg(at % WeekHourResult::kHours)
                .arg(at % WeekHourResult::kHours + 1)
                .arg(percentText(proportion(most->events, timed))),
            RhythmView::tr("%1 happens from %2 o'clock to midnight.")
                .arg(percentText(proportion(evening, timed)))
                .arg(kEveningFrom)};
}

QString weekHourPlaceTitle(const WeekHourOptions& options, int cell)
{
    return RhythmView::tr("%1: %2, %3 to %4 o'clock")
        .arg(funnelStepName(options.events), dayName(cell / WeekHourResult::kHours))
        .arg(cell % WeekHourResult::kHours)
        .arg(cell % WeekHourResult::kHours + 1);
}

}  // namespace meitrace
