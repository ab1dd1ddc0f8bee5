// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/eventmatcher.h"
#include "analytics/features/population.h"
#include "analytics/journey/monitor.h"
#include "models/base/badoption.h"

#include <algorithm>

namespace meitrace {

Result<Bitset> monitorMembers(const Snapshot& snapshot, const MonitorOptions& options,
                              const MonitorResult& result, int series, int point, Job& job)
{
    if (series < 0 || series >= static_cast<int>(result.series.size())) {
        return badOption("point", series);
    }
    const MonitorSeries& watched = result.series[static_cast<std::size_t>(series)];
    const auto metric = std::find_if(options.metrics.begin(), options.metrics.end(),
                                     [&](const MonitorMetric& one) { return one.id == watched.metric; });
    if (point < 0 || point >= static_cast<int>(watched.starts.size()) || metric == options.metrics.end()) {
        return badOption("point", point);
    }
    if (Status status = snapshot.load({EventField::Time, EventField::Type}, job); !status) {
        return status.error();
    }
    const Result<EventMatcher> matcher = EventMatcher::bind(metric->events, snapshot, job);
    if (!matcher) {
        return matcher.error();
    }
    const Day start = watched.starts[static_cast<std::size_t>(point)];
    const Millis begin = snapshot.endOfDay(start - 1);
    const Millis end = snapshot.endOfDay(periodAfter(watched.unit, start, 1) - 1);
    Bitset members(snapshot.customers());
    populationOf(snapshot, options.population, options.includeAnonymous).rows.forEach([&](Index customer) {
        for (Index row = snapshot.begin(customer); row < snapshot.end(customer); ++row) {
            if (snapshot.time()[row] >= begin && snapshot.time()[row] < end && matcher->matches(row)) {
                members.set(customer);
                return;
            }
        }
    });
    return members;
}

}  // namespace meitrace
