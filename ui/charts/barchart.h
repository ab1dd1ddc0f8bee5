// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/nicerange.h"

namespace meitrace {

struct BarSeries {
    QString name;
    QVector<double> values;  ///< one per category, not negative when stacked
    bool isRest = false;     ///< all the others together: in the neutral colour
};

struct BarData {
    QStringList categories;
    QVector<BarSeries> series;  ///< up to six
    bool stacked = false;
    NumberKind kind = NumberKind::Plain;
    QString valueTitle;
    QString categoryHeader;  ///< head of the first table column
    QVector<int> immature;   ///< categories whose numbers will still change: hatched
};

/// Bars over categories, drawn by Qt Charts. When names do not fit under the bars, the bars lie down; names
/// are never cut. Regions: row = category, column = series.
class BarChart final : public Chart {
    Q_OBJECT

public:
    explicit BarChart(const QString& accessibleName = {}, QWidget* parent = nullptr);

    void setData(const BarData& bars);

    bool isEmpty() const override;
    ChartTable table() const override;
    double heightFor(double width, const ChartStyle& style) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool isLying(double width, const ChartStyle& style) const;
    NiceRange range() const;

protected:
    QVector<ChartRegion> layoutRegions(const QSizeF& size, const ChartStyle& style) const override;
    void draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const override;

private:
    struct Frame {
        QRectF plot;
        NiceRange range;
        bool lying = false;
        double legend = 0;
    };

    Frame frame(const QSizeF& size, const ChartStyle& style) const;
    QRectF barRect(const Frame& f, int category, int series) const;
    QVector<LegendEntry> legend(const ChartStyle& style) const;
    void plotBars(QPainter& painter, const Frame& f, const QSizeF& size, const ChartStyle& style) const;
    void drawWords(QPainter& painter, const Frame& f, const ChartStyle& style) const;
    double widestName(const ChartStyle& style) const;
    QString valueText(double value) const;
    QColor colour(int series, const ChartStyle& style) const;

    BarData m_data;
};

}  // namespace meitrace
