// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/chainevents.h"

#include <algorithm>

namespace meitrace {

namespace {

bool beginsBefore(const ChainEvent& a, const ChainEvent& b)
{
    return a.low != b.low ? a.low < b.low : a.byDay && !b.byDay;
}

bool areTwins(const ChainEvent& a, const ChainEvent& b)
{
    return a.byDay && b.byDay && a.low == b.low && a.steps == b.steps && a.session == b.session
        && a.exclusions == b.exclusions && a.visible == b.visible && a.mayStart == b.mayStart;
}

}  // namespace

void ChainEvents::setLast(Millis tolerance)
{
    const std::int32_t n = size();
    for (std::int32_t i = 0; i < n; ++i) {
        ChainEvent& event = m_events[static_cast<std::size_t>(i)];
        event.last = i;
        if (!event.byDay && tolerance == 0) {
            continue;
        }
        const Millis until = event.high + (event.byDay ? 0 : tolerance);
        while (event.last + 1 < n && (*this)[event.last + 1].low <= until) {
            ++event.last;
        }
        m_loose = m_loose || event.last > i;
    }
}

void ChainEvents::setTwins()
{
    for (std::int32_t i = 0; i < size(); ++i) {
        ChainEvent& event = m_events[static_cast<std::size_t>(i)];
        for (std::int32_t j = i - 1; event.byDay && j >= 0 && (*this)[j].low == event.low; --j) {
            if (areTwins((*this)[j], event)) {
                event.twin = j;
                break;
            }
        }
    }
}

template <typename Counts>
void ChainEvents::setEnds(std::vector<std::int32_t>& ends, Counts counts) const
{
    ends.assign(m_events.size() + 1, size());
    for (std::int32_t i = size() - 1; i >= 0; --i) {
        const auto at = static_cast<std::size_t>(i);
        ends[at] = counts((*this)[i]) ? std::min(ends[at + 1], (*this)[i].last) : ends[at + 1];
    }
}

void ChainEvents::finish(Millis tolerance, bool strict, int exclusions)
{
    m_loose = false;
    const bool anyDay
        = std::any_of(m_events.begin(), m_events.end(), [](const ChainEvent& e) { return e.byDay; });
    if (anyDay) {
        std::stable_sort(m_events.begin(), m_events.end(), beginsBefore);
    }
    setLast(tolerance);
    if (anyDay) {
        setTwins();
    }
    if (strict) {
        setEnds(m_strictEnd, [](const ChainEvent& e) { return e.visible; });
    }
    m_cleanEnd.resize(static_cast<std::size_t>(exclusions));
    for (int x = 0; x < exclusions; ++x) {
        setEnds(m_cleanEnd[static_cast<std::size_t>(x)],
                [x](const ChainEvent& e) { return ((e.exclusions >> static_cast<unsigned>(x)) & 1U) != 0; });
    }
}

}  // namespace meitrace
