// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

#include <cmath>

namespace meitrace {

struct CompareItem {
    QString label;
    double value = 0;
    double average = std::nan("");  ///< where the mark stands; NaN: none
    QString valueText;              ///< "62%, 2.2 times"
    QString averageText;            ///< for the hover card and the table
};

struct CompareData {
    QVector<CompareItem> items;
    double most = 0;      ///< end of the scale; 0: the largest value or average
    QString averageName;  ///< "mark = all customers"
    QString labelHeader, valueHeader, averageHeader;
};

/// One bar per item with a mark where the average of all stands. Names stand above their bars and are never
/// cut. Regions: row = item.
class CompareBars final : public Chart {
    Q_OBJECT

public:
    explicit CompareBars(const QString& accessibleName = {}, QWidget* parent = nullptr);

    void setData(const CompareData& compare);

    bool isEmpty() const override;
    ChartTable table() const override;
    double heightFor(double width, const ChartStyle& style) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    QVector<ChartRegion> layoutRegions(const QSizeF& size, const ChartStyle& style) const override;
    void draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row {
        QRectF label, value, track;
    };
    QVector<Row> rows(double width, const ChartStyle& style) const;
    double most() const;

    CompareData m_data;
};

}  // namespace meitrace
