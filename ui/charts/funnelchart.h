// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

namespace meitrace {

/// One step. reached + lost + open is the reached number of the step before; lost and open of the first are
/// 0.
struct FunnelBar {
    QString name {};
    qint64 reached = 0;
    qint64 lost = 0;
    qint64 open = 0;           ///< the window has not yet elapsed
    QString time {};           ///< "1.6 days"; may be empty
    double compareShare = -1;  ///< share of the first step in the other period, 0..1; negative: no outline
    QString compareText {};    ///< "+1.2 points"
};

struct FunnelGroup {
    QString name;
    QVector<FunnelBar> steps;
};

/// Words of the chart, translated. Those with %1 take a number.
struct FunnelWords {
    QString entered, ofFirst, lost, open, time;            ///< "Entered", "%1 of first step", "%1 lost", …
    QString reachedName, lostName, openName, compareName;  ///< legend and table
    QString stepHeader, groupHeader, shareHeader, rateHeader, timeHeader;
};

/// One group: a plain funnel. Several (split by an attribute): bars side by side, each as share of its own
/// first step.
struct FunnelData {
    QVector<FunnelGroup> groups;
    FunnelWords words;
};

/// Bars of a funnel: solid reached, light still open, hatched lost, the step rate as a pill between two bars
/// and the numbers beneath. When the columns become too narrow for their words, the funnel turns and runs
/// downwards. Regions: row = step, column = group, part = Reached, Lost or Open. Left/right: step; up/down:
/// part.
///     chart->setData(data);
///     connect(chart, &Chart::activated, this, [](const RegionId& id) { openPanel(id.row, id.part); });
class FunnelChart final : public Chart {
    Q_OBJECT

public:
    enum Part { Reached, Lost, Open };

    explicit FunnelChart(const QString& accessibleName = {}, QWidget* parent = nullptr);

    void setData(const FunnelData& data);
    const FunnelData& data() const { return m_data; }
    /// "What if": the pill of a step can be dragged up and down, or moved with Alt+Up/Down by one point.
    void setRatesDraggable(bool draggable);

    bool isEmpty() const override;
    ChartTable table() const override;
    double heightFor(double width, const ChartStyle& style) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// True when the funnel runs downwards at this width.
    bool runsDown(double width, const ChartStyle& style) const;

signals:
    /// Wanted rate of a step, 0..1, from the first pixel of a drag to the last.
    void rateDragged(int step, double rate);

protected:
    QVector<ChartRegion> layoutRegions(const QSizeF& size, const ChartStyle& style) const override;
    void draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const override;
    RegionId neighbour(const RegionId& from, int key) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    ChartRegion partRegion(const RegionId& id, const QRectF& box, bool down, qint64 count) const;
    int stepCount() const;
    double rate(int group, int step) const;
    int pillAt(const QPointF& point) const;

    FunnelData m_data;
    bool m_draggable = false;
    int m_dragStep = -1;
    double m_dragFrom = 0;
    double m_dragRate = 0;
};

}  // namespace meitrace
