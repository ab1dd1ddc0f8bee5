// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/decimate.h"

#include <algorithm>

namespace meitrace {

QVector<QPointF> decimated(const QVector<QPointF>& points, int buckets)
{
    const qsizetype count = points.size();
    if (buckets < 1 || count <= 2 * static_cast<qsizetype>(buckets) + 2) {
        return points;
    }
    const double low = points.constFirst().x();
    const double span = points.constLast().x() - low;
    if (span <= 0) {
        return points;
    }
    QVector<QPointF> out;
    out.reserve(2 * buckets + 2);
    out.append(points.constFirst());
    qsizetype i = 1;
    while (i < count - 1) {
        const auto bucket = std::min<qsizetype>(
            buckets - 1, static_cast<qsizetype>((points[i].x() - low) / span * buckets));
        qsizetype least = i;
        qsizetype most = i;
        for (; i < count - 1; ++i) {
            const auto here = std::min<qsizetype>(
                buckets - 1, static_cast<qsizetype>((points[i].x() - low) / span * buckets));
            if (here != bucket) {
                break;
            }
            least = points[i].y() < points[least].y() ? i : least;
            most = points[i].y() > points[most].y() ? i : most;
        }
        out.append(points[std::min(least, most)]);
        if (least != most) {
            out.append(points[std::max(least, most)]);
        }
    }
    out.append(points.constLast());
    return out;
}

}  // namespace meitrace
