// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QVector>

namespace meitrace {

/// Fewer points that draw the same line: of each of the `buckets` equal stretches of x the lowest and the
/// highest, in their order, besides the first and the last point. Points must be sorted by x. At most 2 ×
/// buckets + 2 points.
QVector<QPointF> decimated(const QVector<QPointF>& points, int buckets);

}  // namespace meitrace
