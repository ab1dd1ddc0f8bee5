// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/occurrencescan.h"

#include "models/base/badoption.h"
#include "models/domain/person.h"

#include <algorithm>
#include <utility>

namespace meitrace {

OccurrenceScan::OccurrenceScan(const Snapshot& snapshot, const OccurrenceScope& scope, EventMatcher matcher,
                               Day from, Day to, Day asOf)
    : m_snapshot(&snapshot)
    , m_matcher(std::move(matcher))
    , m_from(from)
    , m_to(to)
    , m_population(populationOf(snapshot, scope.population, scope.includeAnonymous))
    , m_days(snapshot, from, asOf)
{
}

Result<OccurrenceScan> OccurrenceScan::make(const Snapshot& snapshot,
                                            const std::vector<EventPredicate>& kinds,
                                            const OccurrenceScope& scope, Job& job)
{
    const SnapshotFrame& frame = snapshot.frame();
    const Day asOf = scope.asOf == kMissingDay ? frame.asOf : scope.asOf;
    const Day to = std::min(scope.to == kMissingDay ? asOf : scope.to, asOf);
    const Day from = scope.from == kMissingDay ? frame.firstDay : scope.from;
    if (from > to) {
        return badOption("from", isoDate(from), "after the last day");
    }
    if (Status checked = checkPopulation(snapshot, scope.population); !checked) {
        return checked.error();
    }
    if (Status loaded
        = snapshot.load({EventField::Time, EventField::Precision, EventField::Type, EventField::Amount}, job);
        !loaded) {
        return loaded.error();
    }
    Result<EventMatcher> matcher = EventMatcher::bind(kinds, snapshot, job);
    if (!matcher) {
        return matcher.error();
    }
    return OccurrenceScan(snapshot, scope, *std::move(matcher), from, to, asOf);
}

void OccurrenceScan::read(Index customer, std::vector<Event>& events) const
{
    events.clear();
    const Millis* times = m_snapshot->time().data();
    const std::uint8_t* precision = m_snapshot->precision().data();
    for (Index row = m_snapshot->begin(customer); row < m_snapshot->end(customer); ++row) {
        if (times[row] < m_days.begin() || times[row] >= m_days.end()) {
            continue;
        }
        const std::uint64_t mask = m_matcher.mask(row);
        if (mask != 0) {
            const bool hasTime = precision[row] < static_cast<std::uint8_t>(TimeQuality::WholeDay);
            events.push_back({.row = row,
                              .time = hasTime ? times[row] : times[row] + kDayMillis - 1,
                              .day = m_days.of(times[row]),
                              .hasTime = hasTime,
                              .mask = mask});
        }
    }
}

}  // namespace meitrace
