// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartstyle.h"

#include <QGraphicsScene>

#include <memory>

class QAbstractSeries;
class QChart;

namespace meitrace {

/// A QChart that is drawn into any painter. It draws grid, lines, areas and bars; words, legend and marks are
/// ours, because Qt Charts shortens labels with dots and prints other than ASCII formats as "?".
class QtPlot final {
public:
    struct Axis {
        double low = 0;
        double high = 1;
        QVector<double> ticks;
    };

    QtPlot(const QtPlot&) = delete;
    QtPlot& operator=(const QtPlot&) = delete;
    /// The plot area lies inside the size; y has grid lines at its ticks.
    QtPlot(const QSizeF& size, const QRectF& plotArea, const ChartStyle& style);
    ~QtPlot();

    void setAxes(const Axis& x, const Axis& y);
    /// Bars stand on whole numbers of x (or y, if lying).
    void setLying(bool lying) { m_lying = lying; }
    void addLine(const QVector<QPointF>& points, const QPen& pen);
    void addArea(const QVector<QPointF>& upper, const QVector<QPointF>& lower, const QColor& fill);
    /// One vector of values per set, all of the same length.
    void addBars(const QVector<QVector<double>>& sets, const QVector<QColor>& colours, bool stacked,
                 double width);

    void render(QPainter& painter) const;

private:
    void attach(QAbstractSeries* series);

    QSizeF m_size;
    QRectF m_plotArea;
    ChartStyle m_style;
    bool m_lying = false;
    mutable QGraphicsScene m_scene;
    QChart* m_chart;
};

/// Dash pattern of series number index: solid, dashed, dash-dot, …
QPen seriesPen(const QColor& colour, int index, const ChartStyle& style);

}  // namespace meitrace
