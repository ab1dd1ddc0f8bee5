// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funneltrend.h"

#include "analytics/journey/funnelplan.h"
#include "models/base/badoption.h"

#include <map>

namespace meitrace {

Result<std::vector<FunnelTrendPoint>> funnelTrend(const Snapshot& snapshot, const FunnelOptions& options,
                                                  const FunnelResult& result, int row, PeriodUnit period,
                                                  Job& job)
{
    if (row < 0 || row >= static_cast<int>(result.steps.size())) {
        return badOption("step", row + 1);
    }
    const Result<std::unique_ptr<const FunnelPlan>> plan = FunnelPlan::make(snapshot, options, job);
    if (!plan) {
        return plan.error();
    }
    struct Counts {
        Index entrants = 0;
        Index reached = 0;
        Index open = 0;
    };
    std::map<Day, Counts> periods;
    for (Index i = 0; i < result.cases.customer.size(); ++i) {
        const Day day = snapshot.dayOf(snapshot.time()[result.cases.first[i]]);
        Counts& counts = periods[periodStart(period, day)];
        const bool reached = ((result.cases.served[i] >> static_cast<unsigned>(row)) & 1U) != 0;
        ++counts.entrants;
        counts.reached += reached ? 1 : 0;
        counts.open += !reached && (result.cases.flags[i] & FunnelCases::kOpen) != 0 ? 1 : 0;
    }
    std::vector<FunnelTrendPoint> points;
    if (periods.empty()) {
        return points;
    }
    for (Day start = periods.begin()->first; start <= periods.rbegin()->first;
         start = periodAfter(period, start, 1)) {
        const auto found = periods.find(start);
        const Counts counts = found == periods.end() ? Counts {} : found->second;
        const Millis lastInstant = snapshot.endOfDay(periodAfter(period, start, 1) - 1) - 1;
        points.push_back({.start = start,
                          .reached = {.hits = counts.reached,
                                      .of = counts.entrants,
                                      .rate = proportion(counts.reached, counts.entrants),
                                      .interval = wilson(counts.reached, counts.entrants)},
                          .open = counts.open,
                          .mature = lastInstant < (*plan)->end && !(*plan)->isRunning(lastInstant)});
    }
    return points;
}

}  // namespace meitrace
