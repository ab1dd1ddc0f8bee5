// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/funnelchart.h"

namespace meitrace {

/// Where everything of a funnel stands; regions and drawing both come from it.
struct FunnelPlan {
    struct Bar {
        QRectF reached, open, lost;
        QRectF compare;  ///< empty: none
    };
    struct Step {
        QVector<Bar> bars;  ///< one per group
        QRectF pill;        ///< step rate; empty for the first
        QRectF labels;      ///< column of words
        QStringList lines;  ///< captions under name and count
    };

    bool down = false;
    QRectF plot;
    double legendHeight = 0;
    double labelHeight = 0;
    double nameWidth = 0;  ///< running down: column of step names
    QVector<Step> steps;
};

QString countText(qint64 count);
/// The captions of a step, one line each.
QStringList funnelLines(const FunnelData& data, int step);
QVector<LegendEntry> funnelLegend(const FunnelData& data, const ChartStyle& style);
FunnelPlan planFunnel(const FunnelData& data, const QSizeF& size, const ChartStyle& style);
/// Width of the widest word block of a column.
double funnelColumnWidth(const FunnelData& data, const ChartStyle& style);

}  // namespace meitrace
