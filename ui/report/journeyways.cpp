// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Paths, pain points, channels and next steps of the journey report.
#include "models/domain/fate.h"
#include "ui/charts/sankey.h"
#include "ui/report/journeyreport.h"
#include "ui/report/journeytext.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/attributionview.h"
#include "ui/viewmodels/painview.h"
#include "ui/viewmodels/pathview.h"

#include <QAbstractItemModel>
#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <memory>

namespace meitrace {

namespace {

struct JourneyWays {
    Q_DECLARE_TR_FUNCTIONS(JourneyWays)
};

constexpr double kSankeyHigh = 430;
constexpr std::size_t kMostPoints = 10;
constexpr int kMostRoutes = 5;
constexpr std::size_t kMostSteps = 3;  // from pain points

double rateOf(const Share& share)
{
    return proportion(share.hits, share.n);
}

PaperTable painTable(const PainResult& result, const PainOptions& options)
{
    PaperTable table;
    table.columns = {{JourneyWays::tr("Where"), 1.5},
                     {JourneyWays::tr("Who"), 1.7},
                     {JourneyWays::tr("Lost"), 1.2, Qt::AlignRight},
                     {JourneyWays::tr("Others"), 0.8, Qt::AlignRight},
                     {JourneyWays::tr("Beyond usual"), 0.9, Qt::AlignRight},
                     {JourneyWays::tr("At stake"), 1, Qt::AlignRight},
                     {JourneyWays::tr("Look at first"), 2.4}};
    for (std::size_t i = 0; i < std::min(kMostPoints, result.points.size()); ++i) {
        const PainPoint& point = result.points[i];
        table.rows.push_back(
            {{painWhere(options, point), painWho(options, point),
              JourneyWays::tr("%1 of %2").arg(percentText(rateOf(point.lost)), countText(point.lost.n)),
              percentText(rateOf(point.others)), countText(std::llround(point.excess)),
              point.atStake > 0 ? roundMoneyText(static_cast<double>(point.atStake)) : QStringLiteral("—"),
              painAdvice(options, point)}});
    }
    return table;
}

/// A table of the window on paper; the first column is three times as wide as the others.
PaperTable paperTable(const QAbstractItemModel& model, int mostRows)
{
    PaperTable table;
    for (int column = 0; column < model.columnCount(); ++column) {
        const int side = model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        table.columns.push_back({model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                                 column == 0 ? 2.0 : 1.0,
                                 (side & Qt::AlignRight) != 0 ? Qt::AlignRight : Qt::AlignLeft});
    }
    for (int row = 0; row < std::min(mostRows, model.rowCount()); ++row) {
        PaperRow line;
        for (int column = 0; column < model.columnCount(); ++column) {
            line.cells.emplace_back(model.index(row, column).data().toString());
        }
        table.rows.push_back(std::move(line));
    }
    return table;
}

}  // namespace

void addPaths(PaperFlow& flow, const JourneyData& data)
{
    if (!data.paths.result) {
        return;
    }
    flow.section(JourneyWays::tr("The ways customers take"), pathsDefinition(data));
    flow.text(sentencesText(pathFindings(*data.paths.result, data.paths.options)));
    flow.gap(14);
    auto chart = std::make_shared<Sankey>();
    chart->setData(pathChartOf(*data.paths.result, data.paths.options));
    flow.block(kSankeyHigh, [chart](QPainter& painter, const QRectF& box) {
        chart->paintTo(painter, box, ChartStyle::print());
    });
    flow.gap(6);
    flow.text(pathCaption(*data.paths.result, data.paths.options), PaperFont::Caption, true);
}

void addPainPoints(PaperFlow& flow, const JourneyData& data)
{
    if (!data.pain.result) {
        return;
    }
    const PainResult& result = *data.pain.result;
    flow.section(JourneyWays::tr("Pain points"), painDefinition(data));
    flow.text(sentencesText(painFindings(result, data.pain.options)));
    flow.gap(12);
    if (!result.points.empty()) {
        flow.table(painTable(result, data.pain.options));
    }
    flow.gap(6);
    flow.text(painCaption(result, data.pain.options), PaperFont::Caption, true);
}

void addChannels(PaperFlow& flow, const JourneyData& data)
{
    if (!data.credit.result) {
        return;
    }
    const AttributionResult& result = *data.credit.result;
    flow.section(JourneyWays::tr("What the channels brought"), channelsDefinition(data));
    flow.text(attributionCaption(result, data.credit.options));
    flow.gap(12);
    AttributionTable table;
    table.setResult(result, AttributionTable::Unit::Conversions, false);
    flow.table(paperTable(table, table.rowCount()));
    RouteTable routes;
    routes.setResult(result);
    if (routes.rowCount() > 0) {
        flow.gap(18);
        flow.heading(JourneyWays::tr("Most frequent paths through the channels"));
        flow.table(paperTable(routes, kMostRoutes));
    }
}

void addNextSteps(PaperFlow& flow, const JourneyData& data)
{
    PaperTable table;
    table.columns = {{JourneyWays::tr("To do"), 2.6},
                     {JourneyWays::tr("Why"), 2.8},
                     {JourneyWays::tr("Owner"), 1},
                     {JourneyWays::tr("Until"), 0.9},
                     {JourneyWays::tr("Done"), 0.6}};
    const auto add = [&table](const QString& what, const QString& why) {
        table.rows.push_back({{what, why, QString(), QString(), QStringLiteral("☐")}});
    };
    if (data.pain.result) {
        const std::vector<PainPoint>& points = data.pain.result->points;
        for (std::size_t i = 0; i < std::min<std::size_t>(kMostSteps, points.size()); ++i) {
            add(painAdvice(data.pain.options, points[i]), painSentence(points[i], data.pain.options));
        }
    }
    if (data.recoverable.reachable > 0) {
        add(JourneyWays::tr("Write to the recoverable customers"),
            JourneyWays::tr("%1 were lost, gave a sign of life lately and agreed to marketing.")
                .arg(customersText(data.recoverable.reachable)));
    }
    Index setAside = 0;
    for (const ImportBatch& batch : data.overview.batches) {
        setAside += batch.fates.counts()[static_cast<std::size_t>(RowFate::Quarantined)];
    }
    if (setAside > 0) {
        add(JourneyWays::tr("Mend the rows that are set aside"),
            JourneyWays::tr("%1 rows stand in no figure until then.").arg(countText(setAside)));
    }
    if (table.rows.empty()) {
        return;
    }
    flow.section(JourneyWays::tr("Next steps"),
                 JourneyWays::tr("Proposed by fixed rules from the figures of this report; people decide."));
    flow.table(table);
}

}  // namespace meitrace
