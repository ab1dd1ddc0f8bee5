// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"
#include "ui/charts/nicerange.h"

namespace meitrace {

struct ScatterData {
    QVector<float> x, y;
    QVector<quint8> group;   ///< per point, index into groupNames; empty: all in group 0
    QStringList groupNames;  ///< up to six, the rest is drawn as "other"
    QString xTitle, yTitle;
    QString groupHeader, countHeader, xHeader, yHeader;
};

/// Many points as a picture of densities, groups by colour; one pass over the points, a million in some
/// milliseconds. Regions: row = group, at its centre of mass.
class DensityScatter final : public Chart {
    Q_OBJECT

public:
    explicit DensityScatter(const QString& accessibleName = {}, QWidget* parent = nullptr);

    void setData(const ScatterData& scatter);

    bool isEmpty() const override;
    ChartTable table() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    QVector<ChartRegion> layoutRegions(const QSizeF& size, const ChartStyle& style) const override;
    void draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const override;

private:
    struct Group {
        qint64 count = 0;
        double x = 0, y = 0;  ///< means
    };
    QRectF plotRect(const QSizeF& size, const ChartStyle& style) const;
    QVector<LegendEntry> legend(const ChartStyle& style) const;
    QImage densities(const QSize& cells, const ChartStyle& style) const;
    void drawAxes(QPainter& painter, const QRectF& plot, const QSizeF& size, const ChartStyle& style) const;
    QPointF place(const QRectF& plot, double x, double y) const;
    int groupOf(qsizetype point) const;

    ScatterData m_data;
    QVector<Group> m_groups;
    NiceRange m_x, m_y;
    mutable QImage m_image;
    mutable const Tokens* m_imageTokens = nullptr;
};

}  // namespace meitrace
