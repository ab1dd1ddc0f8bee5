// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/sankeyplan.h"

namespace meitrace {

struct SankeyNode {
    int column = 0;
    QString name;
    double value = 0;
    QString text;     ///< under the name, "3,900"
    QString detail;   ///< further lines of the hover card
    int colour = -1;  ///< category of its own name; -1: grey, for "other" and what is no event
    SankeyRank rank = SankeyRank::ByFlow;
};

struct SankeyLink {
    int from = 0;  ///< a node of the column before that of `to`
    int to = 0;
    double value = 0;
    QString text;    ///< "1,204"
    QString detail;  ///< "31% of them, after 2 days"
};

struct SankeyData {
    QStringList columnNames;
    QVector<SankeyNode> nodes;
    QVector<SankeyLink> links;
    ChartTable table;
};

/// Flow from column to column: bars for nodes, bands for links, as wide as their values.
/// Regions: row = node (part Node) or link (part Link). The selection is lit and everything else fades;
/// several nodes are a route, lit where they follow each other.
class Sankey final : public Chart {
    Q_OBJECT

public:
    enum Part { Node, Link };

    explicit Sankey(const QString& accessibleName = {}, QWidget* parent = nullptr);

    void setData(const SankeyData& flow);
    [[nodiscard]] RegionId nodeId(int node) const { return {node, m_data.nodes[node].column, Node}; }

    bool isEmpty() const override;
    ChartTable table() const override { return m_data.table; }
    double heightFor(double width, const ChartStyle& style) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QVector<ChartRegion> layoutRegions(const QSizeF& size, const ChartStyle& style) const override;
    void draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const override;

private:
    enum class Light { Plain, Lit, Faded };

    struct Label {
        QRectF name, text, back;
    };

    [[nodiscard]] SankeyPlan plan(const QSizeF& size, const ChartStyle& style) const;
    [[nodiscard]] double lastLabels(const ChartStyle& style) const;
    [[nodiscard]] int mostInColumn() const;
    [[nodiscard]] Light lightOf(int link, const ChartStyle& style) const;
    [[nodiscard]] QVector<Label> labels(const SankeyPlan& plan, const QSizeF& size,
                                        const ChartStyle& style) const;
    void drawLinks(QPainter& painter, const SankeyPlan& plan, const ChartStyle& style) const;
    void drawNodes(QPainter& painter, const SankeyPlan& plan, const ChartStyle& style) const;

    SankeyData m_data;
    SankeyShape m_shape;
};

}  // namespace meitrace
