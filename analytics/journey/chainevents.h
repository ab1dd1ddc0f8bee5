// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"

#include <cstdint>
#include <vector>

namespace meitrace {

/// An event as the chain searches see it. Times are intervals: an exact event lasts no time, an event known
/// by its day may be at any of the day's instants.
struct ChainEvent {
    Index row = 0;
    Millis low = 0;
    Millis high = 0;
    std::uint32_t steps = 0;    ///< bit j: may serve step j
    std::int32_t session = -1;  ///< web session, where entries are counted by session
    std::int32_t last = 0;      ///< place of the last event that it may stand behind; itself for an exact one
    std::int32_t twin = -1;     ///< place of an earlier event that is the same in every respect
    std::uint8_t exclusions = 0;  ///< bit e: is excluded by exclusion e
    bool visible = false;
    bool mayStart = false;
    bool byDay = false;
    bool used = false;  ///< by an earlier attempt

    [[nodiscard]] bool matters() const { return steps != 0 || exclusions != 0 || visible; }
};

/// Events of one unit, ordered so that place i begins no later than place i + 1. Event a is surely before
/// event b when a.last < place of b; otherwise b may stand before a. The order of a chain is possible when no
/// event is surely before one that precedes it in the chain.
///
/// Equal exact instants keep their order unless there is a tolerance; with one, exact events at most that far
/// apart may stand either way.
class ChainEvents {
public:
    void clear() { m_events.clear(); }
    void add(const ChainEvent& event) { m_events.push_back(event); }
    /// Orders the events and works out what follows from the order. Events come in the total order.
    /// strict: strictEnd() will be asked; exclusions: how many cleanEnd() will be asked for.
    void finish(Millis tolerance, bool strict, int exclusions);

    [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(m_events.size()); }
    [[nodiscard]] const ChainEvent& operator[](std::int32_t place) const
    {
        return m_events[static_cast<std::size_t>(place)];
    }
    void setUsed(std::int32_t place) { m_events[static_cast<std::size_t>(place)].used = true; }
    /// Some event may stand behind a later one.
    [[nodiscard]] bool areLoose() const { return m_loose; }

    /// An event that directly follows `event` has a place up to this: behind it some visible event would
    /// surely lie between. size() when none does.
    [[nodiscard]] std::int32_t strictEnd(std::int32_t event) const
    {
        return m_strictEnd[static_cast<std::size_t>((*this)[event].last) + 1];
    }
    /// An event up to this place has no event of the exclusion surely between `event` and itself.
    [[nodiscard]] std::int32_t cleanEnd(int exclusion, std::int32_t event) const
    {
        return m_cleanEnd[static_cast<std::size_t>(exclusion)]
                         [static_cast<std::size_t>((*this)[event].last) + 1];
    }

private:
    void setLast(Millis tolerance);
    void setTwins();
    template <typename Counts>
    void setEnds(std::vector<std::int32_t>& ends, Counts counts) const;

    std::vector<ChainEvent> m_events;
    bool m_loose = false;
    std::vector<std::int32_t> m_strictEnd;  ///< by place: lowest `last` of the visible events from there on
    std::vector<std::vector<std::int32_t>> m_cleanEnd;
};

}  // namespace meitrace
