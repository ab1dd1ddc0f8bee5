// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/anysearch.h"
#include "analytics/journey/chainevents.h"
#include "analytics/journey/chainsearch.h"
#include "analytics/journey/funnelcases.h"
#include "analytics/journey/funnelplan.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace meitrace {

/// The funnel of one customer in full: units, values held constant, entry rules, policies. One object per
/// thread; it reuses its memory.
class UnitFunnel {
public:
    explicit UnitFunnel(const FunnelPlan& plan);

    /// Rows begin … end - 1 are the seen events of a customer.
    void evaluate(Index customer, Index begin, Index end, FunnelChunk& chunk, CaseWriter& writer);

private:
    /// What is held constant: fields, then the session or visit that binds the chain; 0 = no value
    struct Key {
        std::array<std::uint32_t, 4> parts {};
        bool operator==(const Key&) const = default;
        bool operator<(const Key& other) const { return parts < other.parts; }
    };

    /// The answer for one partition and one entry (all of them, a session, an attempt).
    struct Found {
        ChainMerit merit;
        std::size_t chainAt = 0;  ///< its rows in m_chainRows
        std::size_t chainSize = 0;
        std::int32_t entry = 0;  ///< Session: its number; Every: the attempt
        Millis momentLow = 0;    ///< when the chain is complete: earliest instant, by day first, row
        bool momentByDay = false;
        Index momentRow = 0;
        Millis firstStart = 0;  ///< of the first event that may begin a chain
        bool grows = true;
    };

    struct SessionEntry {
        ChainStart start;
        std::int32_t first = 0;  ///< place of its first event in the total order
    };

    void gather(Index begin, Index end, const Index* list, Index rowOffset);
    void widenToDay(ChainEvent& event);
    void addKeyed(const ChainEvent& event, std::size_t offset);
    void evaluateUnit(Index customer, bool grows, FunnelChunk& chunk, CaseWriter& writer);
    void sortPartitions();
    std::int32_t firstStart() const;
    void takePartition(std::size_t from, std::size_t to);
    [[nodiscard]] bool fits(const Key& key, const Key& partition) const;
    void solve(ChainEvents& events, bool grows);
    void noteSession(const ChainEvents& events, std::int32_t place);
    void solveEvery(ChainEvents& events, bool grows);
    void keep(const ChainEvents& events, const ChainOutcome& outcome, std::int32_t entry, Millis first,
              bool grows);
    const ChainOutcome& bestOf(const ChainEvents& events, ChainStart start);
    const ChainOutcome& search(const ChainEvents& events, ChainStart start);
    [[nodiscard]] bool mayStart(const ChainEvent& event) const;
    void write(Index customer, FunnelChunk& chunk, CaseWriter& writer);
    static bool isBetter(const Found& a, const Found& b);

    const FunnelPlan& m_plan;
    const bool m_attempts;  ///< each entry is searched by itself
    const bool m_keyed;
    std::uint32_t m_startSteps;
    ChainSearch m_search;
    AnySearch m_anySearch;
    ChainOutcome m_bestOf;
    std::optional<UnitSplit> m_units;
    std::optional<UnitSplit> m_bounds;
    std::optional<UnitSplit> m_entries;
    std::vector<std::optional<Codes>> m_hold;

    std::vector<ChainEvent> m_all;         ///< keyed: of the unit, in the total order
    std::vector<Key> m_keys;               ///< 0 in a field: no value
    std::vector<std::size_t> m_order;      ///< events that have a whole key, by key
    ChainEvents m_events;                  ///< of the unit, or of one partition of it
    std::vector<SessionEntry> m_sessions;  ///< in which the unit may enter
    std::vector<Found> m_found;
    std::vector<Index> m_chainRows;
    Day m_day = 0;
    Millis m_dayBegin = 0;
    Millis m_dayEnd = 0;
};

}  // namespace meitrace
