// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/samples.h"
#include "tests/ui/gallery/pages.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace meitrace::test {

namespace {

Card* inCard(QWidget* page, const char* title, Chart* chart, int height)
{
    auto* card = new Card(QString::fromLatin1(title), page);
    if (height > 0) {
        chart->setFixedHeight(Theme::current().px(height));
    }
    card->body()->addWidget(chart);
    return card;
}

void addRow(QWidget* page, const QVector<QWidget*>& widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::current().px(16));
    for (QWidget* widget : widgets) {
        row->addWidget(widget, 1);
    }
    qobject_cast<QVBoxLayout*>(page->layout())->addLayout(row);
}

}  // namespace

void fillFunnels(QWidget* page, bool chinese)
{
    auto* plain = new FunnelChart(QStringLiteral("Funnel"), page);
    plain->setData(sampleFunnel(chinese));
    plain->setSelection({{2, 0, FunnelChart::Lost}});
    addRow(page, {inCard(page, "Funnel", plain, 480)});
    auto* split = new FunnelChart(QStringLiteral("Split"), page);
    split->setData(sampleSplitFunnel(chinese));
    auto* narrow = new FunnelChart(QStringLiteral("Narrow"), page);
    narrow->setData(sampleFunnel(chinese));
    narrow->setRatesDraggable(true);
    auto* narrowCard = inCard(page, "Narrow", narrow, 400);
    narrowCard->setFixedWidth(Theme::current().px(440));
    addRow(page, {inCard(page, "Split", split, 400), narrowCard});
    auto* tall = new FunnelChart(QStringLiteral("Long"), page);
    tall->setData(sampleLongFunnel());
    addRow(page, {inCard(page, "Twenty steps", tall, 900)});
}

void fillHeat(QWidget* page, bool chinese)
{
    auto* rfm = new HeatGrid(QStringLiteral("RFM"), page);
    rfm->setData(sampleRfm(chinese));
    rfm->setSelection({{3, 4, 0}});
    auto* week = new HeatGrid(QStringLiteral("Week"), page);
    week->setData(sampleWeek(chinese));
    auto* retention = new HeatGrid(QStringLiteral("Retention"), page);
    retention->setData(sampleRetention(chinese));
    addRow(page, {inCard(page, "RFM", rfm, 0), inCard(page, "Weekday and hour", week, 0)});
    addRow(page, {inCard(page, "Retention", retention, 0)});
}

void fillSeries(QWidget* page, bool chinese)
{
    auto* lines = new LineChart(QStringLiteral("Retention curve"), page);
    lines->setData(sampleLines(chinese));
    auto* areas = new AreaChart(QStringLiteral("Posterior"), page);
    areas->setData(samplePosterior(chinese));
    addRow(page, {inCard(page, "Lines", lines, 260), inCard(page, "Areas", areas, 260)});
    auto* stack = new BarChart(QStringLiteral("Segments"), page);
    stack->setData(sampleStack(chinese));
    auto* lying = new BarChart(QStringLiteral("Channels"), page);
    lying->setData(sampleChannels(chinese));
    addRow(page, {inCard(page, "Stack", stack, 300), inCard(page, "Lying", lying, 300)});
    auto* spread = new DistributionBars(QStringLiteral("Days"), page);
    spread->setData(sampleDistribution(chinese));
    auto* cloud = new DensityScatter(QStringLiteral("Clusters"), page);
    cloud->setData(sampleScatter(60000));
    addRow(page, {inCard(page, "Distribution", spread, 320), inCard(page, "Scatter", cloud, 320)});
}

void fillPeople(QWidget* page, bool chinese)
{
    auto* compare = new CompareBars(QStringLiteral("Preferences"), page);
    compare->setData(sampleCompare(chinese));
    auto* stages = new StageTimeline(QStringLiteral("Journey"), page);
    stages->setStages(sampleStages(chinese), {});
    addRow(page, {inCard(page, "Compare", compare, 0), inCard(page, "Stages", stages, 0)});
    auto* across = new StageTimeline(QStringLiteral("Journey"), page);
    across->setStages(sampleStages(chinese), {});
    addRow(page, {inCard(page, "Stages", across, 0)});
    auto* life = new Timeline(QStringLiteral("Contacts"), page);
    life->setData(sampleLife(chinese));
    addRow(page, {inCard(page, "Contacts", life, 0)});
}

}  // namespace meitrace::test
