// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"

namespace meitrace {

struct Interval {
    double low = 0;
    double high = 0;
};

/// Two-sided 95 % point of the normal distribution
inline constexpr double kZ95 = 1.959963984540054;

/// hits / n; NaN when n is 0.
double proportion(Index hits, Index n);

/// Wilson's score interval of a proportion; 0 <= hits <= n. Nothing is known of n = 0: {0, 1}.
/// Source  Wilson 1927, JASA 22
Interval wilson(Index hits, Index n, double z = kZ95);

/// Hits of n.
struct Share {
    Index hits = 0;
    Index n = 0;
};

/// Interval of a - b from the two Wilson intervals; {-1, 1} when either n is 0.
/// Source  Newcombe 1998, Statistics in Medicine 17, method 10
Interval newcombe(Share a, Share b, double z = kZ95);

/// a - b plus or minus z unpooled standard errors; {-1, 1} when either n is 0.
Interval waldDifference(Share a, Share b, double z = kZ95);

/// Interval of (a.hits / a.n) / (b.hits / b.n) from the two Wilson intervals; {0, infinity} when nothing is
/// known of one side, high infinite when b has no hits.
/// Source  Donner and Zou 2012, Statistical Methods in Medical Research 21 (MOVER)
Interval ratioInterval(Share a, Share b, double z = kZ95);

/// Two-sided p of a standard normal z.
double normalP(double z);

/// (a - b) / pooled standard error; 0 when either n is 0 or all or none are hits.
double twoProportionZ(Share a, Share b);

/// Two-sided p of Fisher's exact test: all tables with the same margins that are no more likely than this
/// one. 1 when a margin is 0. Cost  O(standard deviations of the first cell).
double fisherP(Share a, Share b);

/// Two-sided p that a and b are one proportion: Fisher when an expected cell is below 5, else the pooled z.
double twoProportionP(Share a, Share b);

/// Odds of a against odds of b, 0.5 added to each cell (Haldane and Anscombe), with Woolf's interval.
struct OddsRatio {
    double ratio = 1;
    double low = 0;
    double high = 0;
};
OddsRatio oddsRatio(Share a, Share b, double z = kZ95);

}  // namespace meitrace
