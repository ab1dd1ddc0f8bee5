// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/nicerange.h"

#include <cmath>

namespace meitrace {

struct DistributionData {
    QVector<double> edges;   ///< n + 1, ascending
    QVector<double> counts;  ///< n
    double median = std::nan("");
    QString medianText;  ///< "median 6.4 days"
    QString xTitle;
    QString binHeader, countHeader;
};

/// Histogram with a mark at the median. Regions: row = bin.
class DistributionBars final : public Chart {
    Q_OBJECT

public:
    explicit DistributionBars(const QString& accessibleName = {}, QWidget* parent = nullptr);

    void setData(const DistributionData& distribution);

    bool isEmpty() const override;
    ChartTable table() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QVector<ChartRegion> layoutRegions(const QSizeF& size, const ChartStyle& style) const override;
    void draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const override;

private:
    struct Frame {
        QRectF plot;
        NiceRange x, y;
    };
    Frame frame(const QSizeF& size, const ChartStyle& style) const;
    QRectF barRect(const Frame& f, int bin) const;
    double place(const Frame& f, double x) const;
    QString binText(int bin) const;

    DistributionData m_data;
};

}  // namespace meitrace
