// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

namespace meitrace {

struct Stage {
    QString when;  ///< "Day 6"
    QString name;
    QString note;    ///< "no-show 9%"; may be empty
    int colour = 0;  ///< category of the dot
};

/// The typical way of a group with its median times: along a line from left to right where the words fit,
/// else downwards. Regions: row = stage.
class StageTimeline final : public Chart {
    Q_OBJECT

public:
    explicit StageTimeline(const QString& accessibleName = {}, QWidget* parent = nullptr);

    void setStages(const QVector<Stage>& stages, const QStringList& tableHeaders);

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
    bool runsDown(double width, const ChartStyle& style) const;
    QPointF dot(int stage, const QSizeF& size, const ChartStyle& style) const;

    QVector<Stage> m_stages;
    QStringList m_headers;
};

}  // namespace meitrace
