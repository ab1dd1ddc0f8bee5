// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/stats/proportion.h"

namespace meitrace {

/// How much more often those with a mark reach something than everybody.
struct Lift {
    double ratio = 1;  ///< share of those with the mark / share of all; NaN when nobody has it or reaches it
    Interval interval {};  ///< {0, infinity} when a cell that it rests on is empty
};

/// with: those with the mark; all: everybody, they included. Interval on the log scale by the delta method of
/// the four cells, which knows that the marked are part of all.
/// Source  Agresti 2013, Categorical Data Analysis, 16.1 (delta method for multinomial cells)
Lift lift(Share with, Share all, double z = kZ95);

}  // namespace meitrace
