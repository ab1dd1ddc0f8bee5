// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/snapshot.h"

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace meitrace {

/// What is counted: customers, their web sessions, or their clinic visits.
enum class UnitKind : std::uint8_t { Customer, Session, Visit };

/// Events that no person made (sendings, bookkeeping of points): they neither open nor extend a session or a
/// visit and are no steps of anybody's way.
bool isMachineEvent(std::uint16_t type);

/// How the events of one customer fall into units (semantics C7).
///
/// Session  the session id of the data where an event has one; the others by pauses: a pause longer than gap
///          starts a new one, a pause of exactly gap does not. No cut at midnight. Events known by day only
///          and without an id belong to none.
/// Visit    same store, same civil day; events without a store form one of their own.
/// Machine events belong to no session and no visit.
class UnitSplit {
public:
    struct Rule {
        UnitKind kind = UnitKind::Session;
        Millis gap = 1'800'000;      ///< sessions without an id
        bool cutAtCampaign = false;  ///< a new campaign starts a new session
    };

    /// The columns a splitter of this kind reads.
    static Status load(const Snapshot& snapshot, const Rule& rule, Job& job);

    /// The columns must be loaded. One object per thread; it reuses its memory.
    UnitSplit(const Snapshot& snapshot, const Rule& rule);

    /// Splits rows begin … end - 1, which belong to one customer, in order. Cost  O(rows).
    void split(Index begin, Index end);

    [[nodiscard]] Index units() const { return static_cast<Index>(m_last.size()); }
    /// Unit of row begin + i, in the order of their first events; -1 = none
    [[nodiscard]] const std::vector<std::int32_t>& unitOf() const { return m_unit; }
    /// The rows of a unit, ascending
    [[nodiscard]] std::span<const Index> rows(Index unit) const
    {
        const auto first = static_cast<std::size_t>(m_offset[static_cast<std::size_t>(unit)]);
        const auto last = static_cast<std::size_t>(m_offset[static_cast<std::size_t>(unit) + 1]);
        return std::span(m_rows).subspan(first, last - first);
    }
    /// True while an event at `instant` could still fall into the unit.
    [[nodiscard]] bool canGrow(Index unit, Millis instant) const
    {
        return m_rule.kind == UnitKind::Customer
            || (m_rule.kind == UnitKind::Session
                && instant - m_last[static_cast<std::size_t>(unit)] <= m_rule.gap);
    }

private:
    std::int32_t sessionOf(Index row);
    std::int32_t visitOf(Index row);
    std::int32_t newUnit();
    void groupRows(Index begin, Index end);

    const Snapshot* m_snapshot;
    Rule m_rule;
    const std::uint16_t* m_type = nullptr;
    const Millis* m_time = nullptr;
    const std::uint8_t* m_precision = nullptr;
    const std::uint32_t* m_session = nullptr;
    std::optional<Codes> m_campaign;
    std::optional<Codes> m_store;

    std::vector<std::int32_t> m_unit;
    std::vector<Millis> m_last;  ///< time of the last event of each unit
    std::vector<Index> m_rows;
    std::vector<Index> m_offset;
    std::vector<Index> m_next;
    std::unordered_map<std::uint64_t, std::int32_t> m_units;  ///< by session id, or by day and store
    std::int32_t m_open = -1;                                 ///< the running session without an id
    std::uint32_t m_openCampaign = 0;
    std::uint32_t m_lastId = 0;  ///< of the row before
    std::int32_t m_lastUnit = -1;
    Day m_day = 0;  ///< civil day of instants m_dayBegin … m_dayEnd - 1
    Millis m_dayBegin = 0;
    Millis m_dayEnd = 0;
};

}  // namespace meitrace
