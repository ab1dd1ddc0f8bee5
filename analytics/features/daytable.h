// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/snapshot.h"

#include <algorithm>
#include <vector>

namespace meitrace {

/// Civil days of the clinic by a table of their first instants: for loops over many events.
class DayTable {
public:
    /// Days first … last of the table; earlier instants take the slow way.
    DayTable(const Snapshot& snapshot, Day first, Day last)
        : m_snapshot(snapshot)
        , m_first(first)
    {
        m_start.reserve(static_cast<std::size_t>(last - first) + 2);
        for (Day day = first - 1; day <= last; ++day) {
            m_start.push_back(snapshot.endOfDay(day));
        }
    }

    /// First instant of the first day
    [[nodiscard]] Millis begin() const { return m_start.front(); }
    /// First instant behind the last day
    [[nodiscard]] Millis end() const { return m_start.back(); }
    /// instant: before end()
    [[nodiscard]] Day of(Millis instant) const
    {
        if (instant < m_start.front()) {
            return m_snapshot.dayOf(instant);
        }
        const auto last = static_cast<std::ptrdiff_t>(m_start.size()) - 2;
        auto i = std::min<std::ptrdiff_t>((instant - m_start.front()) / kDayMillis, last);
        while (instant < m_start[static_cast<std::size_t>(i)]) {
            --i;
        }
        while (instant >= m_start[static_cast<std::size_t>(i + 1)]) {
            ++i;
        }
        return m_first + static_cast<Day>(i);
    }

private:
    const Snapshot& m_snapshot;
    Day m_first;
    std::vector<Millis> m_start;
};

}  // namespace meitrace
