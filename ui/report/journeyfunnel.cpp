// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The funnel in the journey report: bars, steps, months.
#include "analytics/stats/proportion.h"
#include "ui/charts/funnelchart.h"
#include "ui/charts/linechart.h"
#include "ui/report/journeyreport.h"
#include "ui/report/journeytext.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/funnelview.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <memory>

namespace meitrace {

namespace {

struct FunnelReport {
    Q_DECLARE_TR_FUNCTIONS(FunnelReport)
};

constexpr double kChartHigh = 330;
constexpr double kLinesHigh = 240;
constexpr double kMonthsHigh = 620;  // the lines and a table of a year

/// The chart of the page, with the other period as outlines.
FunnelData bars(const JourneyData& data)
{
    FunnelData shown = funnelChartOf(data.now.funnel, data.now.options);
    if (data.before) {
        shown.words.compareName = periodText(data.before->period);
        QVector<FunnelBar>& steps = shown.groups.front().steps;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            const double share = data.before->funnel.steps[static_cast<std::size_t>(i)].ofFirst.rate;
            steps[i].compareShare = std::isnan(share) ? -1 : share;
        }
    }
    return shown;
}

PaperTable stepTable(const JourneyData& data)
{
    PaperTable table;
    table.columns = {{FunnelReport::tr("Step"), 1.7},
                     {FunnelReport::tr("Customers"), 1, Qt::AlignRight},
                     {FunnelReport::tr("Of first step"), 1, Qt::AlignRight},
                     {FunnelReport::tr("Of the step before (95 % certain)"), 1.9, Qt::AlignRight},
                     {FunnelReport::tr("Lost"), 0.8, Qt::AlignRight},
                     {FunnelReport::tr("Still open"), 0.9, Qt::AlignRight},
                     {FunnelReport::tr("Median time"), 1, Qt::AlignRight}};
    const std::vector<FunnelStep>& steps = data.now.funnel.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const FunnelStep& step = steps[i];
        const QString none = QStringLiteral("—");
        const bool later = i > 0;
        const bool any = later && step.ofPrevious.of > 0;
        table.rows.push_back(
            {{QStringLiteral("%1  %2").arg(i + 1).arg(funnelStepName(data.now.options.steps[i])),
              countText(step.reached), percentText(step.ofFirst.rate),
              any ? FunnelReport::tr("%1 (%2 to %3)")
                        .arg(percentText(step.ofPrevious.rate), percentText(step.ofPrevious.interval.low),
                             percentText(step.ofPrevious.interval.high))
                  : none,
              later ? countText(step.lost) : none, later ? countText(step.open) : none,
              later && step.wait.n > 0 ? shortDurationText(step.wait.median) : none}});
    }
    return table;
}

PaperTable compareTable(const JourneyData& data)
{
    const JourneyFigures& before = *data.before;
    PaperTable table;
    table.columns = {{FunnelReport::tr("Step"), 1.7},
                     {periodText(data.now.period), 1.2, Qt::AlignRight},
                     {FunnelReport::tr("Of first step"), 1, Qt::AlignRight},
                     {periodText(before.period), 1.2, Qt::AlignRight},
                     {FunnelReport::tr("Of first step"), 1, Qt::AlignRight},
                     {FunnelReport::tr("Change (95 % certain)"), 2.2, Qt::AlignRight}};
    for (std::size_t i = 0; i < data.now.funnel.steps.size(); ++i) {
        const FunnelStep& a = data.now.funnel.steps[i];
        const FunnelStep& b = before.funnel.steps[i];
        QString change = QStringLiteral("—");
        if (i > 0 && a.ofFirst.of > 0 && b.ofFirst.of > 0) {
            const Interval range = newcombe({a.ofFirst.hits, a.ofFirst.of}, {b.ofFirst.hits, b.ofFirst.of});
            change = pointsText(a.ofFirst.rate - b.ofFirst.rate, range);
        }
        table.rows.push_back(
            {{funnelStepName(data.now.options.steps[i]), countText(a.reached), percentText(a.ofFirst.rate),
              countText(b.reached), percentText(b.ofFirst.rate), change}});
    }
    return table;
}

PaperTable monthTable(const JourneyData& data)
{
    PaperTable table;
    table.columns = {{FunnelReport::tr("Month of the first step"), 1.6},
                     {FunnelReport::tr("Entered"), 1, Qt::AlignRight},
                     {FunnelReport::tr("To the last step"), 1, Qt::AlignRight},
                     {FunnelReport::tr("Share (95 % certain)"), 1.9, Qt::AlignRight},
                     {FunnelReport::tr("Still open"), 1, Qt::AlignRight}};
    for (const FunnelTrendPoint& point : data.months) {
        const QDate month = QDate(1970, 1, 1).addDays(point.start);
        table.rows.push_back({{QLocale().toString(month, FunnelReport::tr("MMMM yyyy")),
                               countText(point.reached.of), countText(point.reached.hits),
                               point.reached.of > 0 ? FunnelReport::tr("%1 (%2 to %3)")
                                                          .arg(percentText(point.reached.rate),
                                                               percentText(point.reached.interval.low),
                                                               percentText(point.reached.interval.high))
                                                    : QStringLiteral("—"),
                               countText(point.open)}});
    }
    return table;
}

/// The share by month with its band; the months that may still change are dotted.
std::shared_ptr<LineChart> monthChart(const JourneyData& data)
{
    LineData lines;
    LineSeries series;
    series.name = FunnelReport::tr("Share that came to the last step");
    for (const FunnelTrendPoint& point : data.months) {
        const auto x = static_cast<double>(lines.xLabels.size());
        const QDate month = QDate(1970, 1, 1).addDays(point.start);
        lines.xLabels << QLocale().standaloneMonthName(month.month(), QLocale::ShortFormat);
        if (point.reached.of == 0) {
            continue;
        }
        if (!point.mature && series.immatureFrom < 0) {
            series.immatureFrom = static_cast<int>(series.points.size());
        }
        series.points.append({x, point.reached.rate});
        series.low.append({x, point.reached.interval.low});
        series.high.append({x, point.reached.interval.high});
    }
    lines.series = {series};
    lines.kind = NumberKind::Percent;
    auto chart = std::make_shared<LineChart>();
    chart->setData(lines);
    return chart;
}

}  // namespace

void addFunnel(PaperFlow& flow, const JourneyData& data)
{
    if (data.now.funnel.steps.empty()) {
        flow.section(FunnelReport::tr("Where customers are lost"), funnelDefinition(data));
        flow.text(FunnelReport::tr(
            "The data know fewer than two of the steps lead, booking, arrival and sale, so "
            "there is no funnel yet. Files of leads, bookings, visits and bills bring them."));
        return;
    }
    flow.section(FunnelReport::tr("Where customers are lost"), funnelDefinition(data));
    auto chart = std::make_shared<FunnelChart>();
    chart->setData(bars(data));
    flow.block(kChartHigh, [chart](QPainter& painter, const QRectF& box) {
        chart->paintTo(painter, box, ChartStyle::print());
    });
    flow.gap(12);
    flow.table(stepTable(data));
    if (data.before) {
        flow.gap(18);
        flow.heading(FunnelReport::tr("Against %1").arg(periodText(data.before->period)));
        flow.table(compareTable(data));
    }
    if (data.months.size() > 1) {
        flow.gap(18);
        flow.heading(FunnelReport::tr("From the first step to the last, month by month"), kMonthsHigh);
        flow.block(kLinesHigh, [lines = monthChart(data)](QPainter& painter, const QRectF& box) {
            lines->paintTo(painter, box, ChartStyle::print());
        });
        flow.gap(4);
        flow.text(
            FunnelReport::tr("Shaded: 95 % certain. Dotted: the time of some customers has not run out."),
            PaperFont::Caption, true);
        flow.gap(10);
        flow.table(monthTable(data));
    }
}

}  // namespace meitrace
