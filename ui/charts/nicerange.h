// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace meitrace {

/// Ends and steps of an axis: steps are 1, 2 or 5 times a power of ten, both ends are multiples of the step.
struct NiceRange {
    double low = 0;
    double high = 1;
    double step = 1;
    int decimals = 0;  ///< that a label needs to show a step exactly

    QVector<double> ticks() const;
};

/// Contains low..high with about `steps` steps. Equal or not finite ends get room of one step; fromZero pulls
/// 0 in.
NiceRange niceRange(double low, double high, int steps = 5, bool fromZero = false);

enum class NumberKind { Plain, Percent, Money };
/// ASCII only, thousands grouped; a percent value of 0.118 is "11.8%". decimals < 0: as many as the range
/// needs.
QString axisText(double value, NumberKind kind, const NiceRange& range);

/// In words of a chart, in the chosen language: "11.8 %", "<0.1 %"
QString percentLabel(double share);

}  // namespace meitrace
