// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QRectF>
#include <QVector>

namespace meitrace {

/// Where a node of a flow diagram wants to stand in its column, from the top.
enum class SankeyRank { ByFlow, Foot, Bottom };

/// What the plan of a flow diagram is made of: values are widths, of any unit.
struct SankeyShape {
    struct Node {
        int column = 0;
        double value = 0;
        SankeyRank rank = SankeyRank::ByFlow;
    };
    struct Link {
        int from = 0;  ///< a node of the column before that of `to`
        int to = 0;
        double value = 0;
    };

    QVector<Node> nodes;
    QVector<Link> links;
};

/// Bars and bands in the unit of the area.
struct SankeyPlan {
    struct Band {
        double fromTop = 0;  ///< where it leaves its bar
        double toTop = 0;    ///< where it comes in
        double width = 0;
    };

    QVector<QRectF> bars;  ///< beside the nodes
    QVector<Band> bands;   ///< beside the links
    QVector<double> left;  ///< of each column
    double scale = 0;      ///< height of the value 1

    /// The ribbon between two bars; at least `thin` wide, so that a weak link can be seen and hit.
    [[nodiscard]] QPainterPath ribbon(const SankeyShape& shape, int link, double thin) const;
};

/// Stands the bars of each column so that bands cross little and run level: columns are ordered by where
/// their inflow comes from, then bars are drawn to the middle of their neighbours and pushed apart again. The
/// order inside a rank depends on the values alone; equal ones stay as they were given.
///
/// area      bars lie in it; the first column at its left end, the last at its right
/// barWidth  of all bars
/// gap       between bars of a column, smaller where there are many
/// Cost      rounds × (nodes log nodes + links)
SankeyPlan sankeyPlan(const SankeyShape& shape, const QRectF& area, double barWidth, double gap);

}  // namespace meitrace
