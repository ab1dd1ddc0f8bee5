// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/eachcustomer.h"
#include "analytics/features/eventmatcher.h"
#include "analytics/features/population.h"
#include "analytics/journey/sessions.h"

#include <span>
#include <vector>

namespace meitrace {

/// The sessions of each customer, as rows of the snapshot. Reading it is safe from several threads.
class SessionScan {
public:
    /// What one thread needs while it reads.
    struct Memory {
        UnitSplit split;
        std::vector<Index> rows {};
    };

    /// Errors  those of sessions() but EmptyInput
    static Result<SessionScan> make(const Snapshot& snapshot, const SessionOptions& options, Job& job);

    [[nodiscard]] const Snapshot& snapshot() const { return *m_snapshot; }
    [[nodiscard]] const Population& population() const { return m_population; }
    [[nodiscard]] Day from() const { return m_from; }
    [[nodiscard]] Day to() const { return m_to; }
    [[nodiscard]] Day asOf() const { return m_asOf; }
    [[nodiscard]] Memory memory() const { return {.split = UnitSplit(*m_snapshot, m_rule)}; }
    /// Row behind the customer's last event that is seen
    [[nodiscard]] Index seenEnd(Index customer) const;

    /// Calls take(rows) for every session of the customer that begins on the days asked for, with its events
    /// in order.
    template <typename Take>
    void each(Index customer, Memory& memory, Take take) const
    {
        memory.split.split(m_snapshot->begin(customer), seenEnd(customer));
        for (Index unit = 0; unit < memory.split.units(); ++unit) {
            memory.rows.clear();
            for (const Index row : memory.split.rows(unit)) {
                if (m_matcher.matches(row)) {
                    memory.rows.push_back(row);
                }
            }
            if (!memory.rows.empty() && isInside(memory.rows.front())) {
                take(std::span<const Index>(memory.rows));
            }
        }
    }

private:
    SessionScan(const Snapshot& snapshot, const SessionOptions& options, EventMatcher matcher);
    [[nodiscard]] bool isInside(Index row) const
    {
        const Millis time = m_snapshot->time()[row];
        return time >= m_begin && time < m_stop;
    }

    const Snapshot* m_snapshot;
    UnitSplit::Rule m_rule;
    EventMatcher m_matcher;
    Population m_population;
    Day m_asOf;
    Day m_from;
    Day m_to;
    Millis m_begin;  ///< sessions begin at instants from here
    Millis m_stop;   ///< to before here
    Millis m_end;    ///< first instant that is not seen
};

}  // namespace meitrace
