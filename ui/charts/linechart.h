// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/nicerange.h"

#include <memory>

namespace meitrace {

class QtPlot;

struct LineSeries {
    QString name;
    QVector<QPointF> points;     ///< sorted by x
    QVector<QPointF> low, high;  ///< band around the line; may be empty
    int immatureFrom = -1;       ///< from this point on the line is dotted: the numbers will still change
};

/// Vertical line with a word, as "price change".
struct ChartNote {
    double x = 0;
    QString text;
};

struct LineData {
    QVector<LineSeries> series;  ///< up to six; from the second on dashed
    QStringList xLabels;         ///< names of x = 0, 1, 2, …; empty: x is a number
    QString xTitle, yTitle;
    NumberKind kind = NumberKind::Plain;
    bool fromZero = true;
    QVector<ChartNote> notes;
    QString xHeader;  ///< head of the first table column; empty: xTitle
};

/// Lines over time or numbers, drawn by Qt Charts from at most two points per pixel.
/// Regions: row = point, column = series. Left/right: along the line; up/down: to another series at the same
/// x.
class LineChart : public Chart {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LineChart)

public:
    explicit LineChart(const QString& accessibleName = {}, QWidget* parent = nullptr);
    ~LineChart() override;

    void setData(const LineData& lines);
    /// Fills the space under each line with 22 % of its colour.
    void setFilled(bool filled);

    bool isEmpty() const override;
    ChartTable table() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Of the vertical axis.
    NiceRange range() const;

protected:
    QVector<ChartRegion> layoutRegions(const QSizeF& size, const ChartStyle& style) const override;
    void draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const override;
    RegionId neighbour(const RegionId& from, int key) const override;

private:
    struct Frame {
        QRectF plot;
        NiceRange x, y;
        double low = 0, high = 1;  ///< shown x
        double legend = 0;
        QPointF place(const QPointF& value) const;
    };

    Frame frame(const QSizeF& size, const ChartStyle& style) const;
    QVector<LegendEntry> legend(const ChartStyle& style) const;
    void plotSeries(QtPlot& plot, const Frame& f, const ChartStyle& style) const;
    void drawWords(QPainter& painter, const Frame& f, const QSizeF& size, const ChartStyle& style) const;
    void drawMarks(QPainter& painter, const Frame& f, const ChartStyle& style) const;
    QString xText(double x) const;
    QString yText(double y) const;

    LineData m_data;
    bool m_filled = false;
    mutable std::unique_ptr<QtPlot> m_plot;
    mutable QSizeF m_plotSize;
    mutable const Tokens* m_plotTokens = nullptr;
    mutable double m_plotZoom = 0;
};

/// The same with filled areas.
class AreaChart final : public LineChart {
    Q_OBJECT

public:
    explicit AreaChart(const QString& accessibleName = {}, QWidget* parent = nullptr);
};

}  // namespace meitrace
