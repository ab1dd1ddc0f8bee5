// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace meitrace::test {

enum class Sight { Normal, Deuteranopia, Protanopia, Tritanopia };

/// CIEDE2000 difference (Sharma, Wu and Dalal 2005) of two sRGB colours under D65.
double colourDifference(const QColor& a, const QColor& b);
/// CIELAB values straight in, for the published check pairs.
double labDifference(const double (&a)[3], const double (&b)[3]);
/// How a colour looks to a colour-blind eye: Machado, Oliveira and Fernandes 2009, severity 1, in linear RGB.
QColor seen(const QColor& colour, Sight sight);

}  // namespace meitrace::test
