// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/daytable.h"
#include "analytics/features/eachcustomer.h"
#include "analytics/features/eventmatcher.h"
#include "analytics/features/population.h"
#include "analytics/journey/occurrences.h"

#include <vector>

namespace meitrace {

/// One or two kinds of events on some days, customer by customer. Reading it is safe from several threads.
class OccurrenceScan {
public:
    /// One event that counts.
    struct Event {
        Index row = 0;
        Millis time = 0;  ///< by which it stands in the order: of day-precision events the end of their day
        Day day = 0;
        bool hasTime = true;     ///< its time of day is known
        std::uint64_t mask = 0;  ///< bit i: it is of the i-th kind
    };

    /// Events behind the scope's last day are seen too, up to the as-of day.
    static Result<OccurrenceScan> make(const Snapshot& snapshot, const std::vector<EventPredicate>& kinds,
                                       const OccurrenceScope& scope, Job& job);

    [[nodiscard]] const Population& population() const { return m_population; }
    [[nodiscard]] const Snapshot& snapshot() const { return *m_snapshot; }
    [[nodiscard]] bool isInside(Day day) const { return day >= m_from && day <= m_to; }

    void read(Index customer, std::vector<Event>& events) const;

private:
    OccurrenceScan(const Snapshot& snapshot, const OccurrenceScope& scope, EventMatcher matcher, Day from,
                   Day to, Day asOf);

    const Snapshot* m_snapshot;
    EventMatcher m_matcher;
    Day m_from;
    Day m_to;
    Population m_population;
    DayTable m_days;
};

/// The customers for whom passes(customer, events) holds.
template <typename Passes>
Result<Bitset> occurrenceMembers(const OccurrenceScan& scan, Job& job, Passes passes)
{
    struct Part {
        std::vector<OccurrenceScan::Event> events {};
        std::vector<Index> found {};
    };
    Bitset members(scan.snapshot().customers());
    const Status status = eachCustomer<Part>(
        scan.population().rows, job, [] { return Part {}; },
        [&](Part& part, Index customer) {
            scan.read(customer, part.events);
            if (passes(part.events)) {
                part.found.push_back(customer);
            }
        },
        [&](const Part& part) {
            for (const Index customer : part.found) {
                members.set(customer);
            }
        });
    return status ? Result<Bitset>(std::move(members)) : Result<Bitset>(status.error());
}

}  // namespace meitrace
