// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/stats/proportion.h"
#include "models/base/units.h"

#include <span>
#include <vector>

namespace meitrace {

/// One group: by time 0, 1, 2 …, how many events happened and how many people were seen for so long without
/// one. Both of the same length.
struct SurvivalGroup {
    std::span<const Index> events;
    std::span<const Index> censored;
};

/// A step of the curve: from `time` on, until the next step.
struct SurvivalStep {
    int time = 0;
    Index atRisk = 0;  ///< just before
    Index events = 0;
    double surviving = 1;  ///< share without an event, from 1 down
    Interval interval;     ///< 95 %, within 0 … 1
};

/// Share of people without an event over time, of whom some were not seen to the end. Steps only where events
/// happened.
///
/// Ties    People seen for exactly t are at risk of an event at t.
/// Source  Kaplan and Meier 1958, JASA 53; interval by Greenwood's variance of log(−log S) (Borgan and
/// Liestøl 1990) Cost    O(times)
std::vector<SurvivalStep> kaplanMeier(const SurvivalGroup& group);

/// First time at which no more than the share is left without an event; -1 where that was not seen.
int survivalQuantile(const std::vector<SurvivalStep>& curve, double share = 0.5);

struct LogRank {
    double chiSquare = 0;
    int degrees = 0;  ///< groups that tell something, less one; 0: nothing to compare
    double p = 1;
};

/// Whether groups differ in when events happen.
/// Source  Mantel 1966, Cancer Chemotherapy Reports 50; Peto and Peto 1972, JRSS A 135
LogRank logRank(const std::vector<SurvivalGroup>& groups);

}  // namespace meitrace
