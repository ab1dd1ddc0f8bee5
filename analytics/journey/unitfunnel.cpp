// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/unitfunnel.h"

#include "analytics/journey/funnel.h"
#include "models/domain/kind.h"

#include <algorithm>
#include <tuple>

namespace meitrace {

namespace {

/// What an event serves, by the mask of what it meets.
ChainEvent servedBy(std::uint64_t mask, std::uint16_t type, const FunnelPlan& plan)
{
    ChainEvent event;
    event.steps = static_cast<std::uint32_t>(mask & plan.stepBits);
    event.exclusions
        = static_cast<std::uint8_t>((mask & plan.exclusionBits) >> static_cast<unsigned>(plan.steps));
    event.visible = plan.options.mode == FunnelMode::Strict
        && (event.steps != 0
            || (plan.options.visible.empty() ? !isMachineEvent(type) : (mask & plan.visibleBits) != 0));
    return event;
}

}  // namespace

UnitFunnel::UnitFunnel(const FunnelPlan& plan)
    : m_plan(plan)
    , m_attempts(plan.exclusions > 0 && plan.options.policy != ExclusionPolicy::Clean)
    , m_keyed(!plan.options.hold.empty() || plan.options.bound != UnitKind::Customer)
    , m_startSteps(plan.states.startSteps())
    , m_search(plan)
    , m_anySearch(plan)
{
    const FunnelOptions& options = plan.options;
    if (options.unit != UnitKind::Customer) {
        m_units.emplace(plan.snapshot, plan.splitRule(options.unit));
    }
    if (options.bound != UnitKind::Customer) {
        m_bounds.emplace(plan.snapshot, plan.splitRule(options.bound));
    }
    if (options.entry == FunnelEntry::Session) {
        m_entries.emplace(plan.snapshot, plan.splitRule(UnitKind::Session));
    }
    for (const EventField field : options.hold) {
        m_hold.emplace_back(plan.snapshot.codes(field));
    }
}

void UnitFunnel::evaluate(Index customer, Index begin, Index end, FunnelChunk& chunk, CaseWriter& writer)
{
    for (std::optional<UnitSplit>* split : {&m_units, &m_bounds, &m_entries}) {
        if (*split) {
            (*split)->split(begin, end);
        }
    }
    if (!m_units) {
        gather(begin, end, nullptr, begin);
        evaluateUnit(customer, true, chunk, writer);
        return;
    }
    for (Index unit = 0; unit < m_units->units(); ++unit) {
        const std::span<const Index> rows = m_units->rows(unit);
        gather(0, static_cast<Index>(rows.size()), rows.data(), begin);
        evaluateUnit(customer, m_units->canGrow(unit, m_plan.end), chunk, writer);
    }
}

void UnitFunnel::gather(Index begin, Index end, const Index* list, Index rowOffset)
{
    constexpr auto kDay = static_cast<std::uint8_t>(TimeQuality::WholeDay);
    const std::uint16_t* types = m_plan.snapshot.type().data();
    const Millis* times = m_plan.snapshot.time().data();
    const std::uint8_t* precisions = m_plan.snapshot.precision().data();
    m_events.clear();
    m_all.clear();
    m_keys.clear();
    for (Index i = begin; i < end; ++i) {
        const Index row = list != nullptr ? list[i] : i;
        const Millis time = times[row];
        if (m_plan.isRead[types[row]] == 0 || time < m_plan.from) {
            continue;
        }
        ChainEvent event = servedBy(m_plan.matcher.mask(row), types[row], m_plan);
        if (!event.matters()) {
            continue;
        }
        event.row = row;
        event.low = time;
        event.high = time;
        event.byDay = precisions[row] >= kDay;
        if (event.byDay) {
            widenToDay(event);
        }
        event.mayStart = m_plan.mayStart(time);
        const auto offset = static_cast<std::size_t>(row - rowOffset);
        if (m_entries) {
            event.session = m_entries->unitOf()[offset];
            event.mayStart = event.mayStart && event.session >= 0;
        }
        if (m_keyed) {
            addKeyed(event, offset);
        } else {
            m_events.add(event);
        }
    }
}

void UnitFunnel::widenToDay(ChainEvent& event)
{
    if (event.low < m_dayBegin || event.low >= m_dayEnd) {
        m_day = m_plan.snapshot.dayOf(event.low);
        m_dayBegin = m_plan.snapshot.endOfDay(m_day - 1);
        m_dayEnd = m_plan.snapshot.endOfDay(m_day);
    }
    event.low = m_dayBegin;
    event.high = m_dayEnd - 1;
}

bool UnitFunnel::mayStart(const ChainEvent& event) const
{
    return event.mayStart && !event.used && (event.steps & m_startSteps) != 0;
}

void UnitFunnel::evaluateUnit(Index customer, bool grows, FunnelChunk& chunk, CaseWriter& writer)
{
    m_found.clear();
    m_chainRows.clear();
    if (!m_keyed) {
        solve(m_events, grows);
        write(customer, chunk, writer);
        return;
    }
    sortPartitions();
    const bool single = m_plan.options.entry == FunnelEntry::First && !m_plan.options.countHoldValues;
    const std::int32_t first = single ? firstStart() : -1;
    bool any = false;
    for (std::size_t from = 0, to = 0; from < m_order.size(); from = to) {
        while (to < m_order.size() && m_keys[m_order[to]] == m_keys[m_order[from]]) {
            ++to;
        }
        const Key& key = m_keys[m_order[from]];
        if (single && (first < 0 || m_keys[static_cast<std::size_t>(first)] != key)) {
            continue;
        }
        takePartition(from, to);
        const bool boundGrows
            = !m_bounds || m_bounds->canGrow(static_cast<Index>(key.parts[3]) - 1, m_plan.end);
        solve(m_events, grows && boundGrows);
        if (m_plan.options.countHoldValues) {
            any = true;
            write(customer, chunk, writer);
            m_found.clear();
            m_chainRows.clear();
        }
    }
    if (!any) {
        write(customer, chunk, writer);
    }
}

const ChainOutcome& UnitFunnel::search(const ChainEvents& events, ChainStart start)
{
    return m_plan.isAnyOrder ? m_anySearch.run(events, start) : m_search.run(events, start);
}

const ChainOutcome& UnitFunnel::bestOf(const ChainEvents& events, ChainStart start)
{
    const bool bySession = start.kind == ChainStart::Kind::Session;
    if (start.kind == ChainStart::Kind::One || (!m_attempts && !(m_plan.isAnyOrder && bySession))) {
        return search(events, start);
    }
    m_bestOf = ChainOutcome {};
    const bool drops = m_attempts && m_plan.options.policy == ExclusionPolicy::Drop;
    for (std::int32_t i = 0; i < events.size(); ++i) {
        const bool full = m_bestOf.served == m_plan.steps && m_bestOf.depth == m_plan.steps;
        if (full && i > m_bestOf.moment && !drops) {
            break;
        }
        if (!mayStart(events[i]) || (bySession && events[i].session != start.value)) {
            continue;
        }
        const ChainOutcome& attempt = search(events, {.kind = ChainStart::Kind::One, .value = i});
        const int liveDepth = std::max(m_bestOf.liveDepth, attempt.liveDepth);
        const bool hit = m_bestOf.hit || attempt.hit;
        if (attempt.isBetterThan(m_bestOf)) {
            m_bestOf = attempt;
        }
        m_bestOf.liveDepth = liveDepth;
        m_bestOf.hit = hit;
    }
    return m_bestOf;
}

void UnitFunnel::keep(const ChainEvents& events, const ChainOutcome& outcome, std::int32_t entry,
                      Millis first, bool grows)
{
    if (outcome.served == 0) {
        return;
    }
    Found found;
    found.merit = static_cast<const ChainMerit&>(outcome);
    found.entry = entry;
    found.momentLow = events[outcome.moment].low;
    found.momentByDay = events[outcome.moment].byDay;
    found.momentRow = events[outcome.moment].row;
    found.firstStart = first;
    found.grows = grows;
    found.chainAt = m_chainRows.size();
    found.chainSize = outcome.chain.size();
    for (const std::int32_t event : outcome.chain) {
        m_chainRows.push_back(events[event].row);
    }
    m_found.push_back(found);
}

void UnitFunnel::solve(ChainEvents& events, bool grows)
{
    std::int32_t first = -1;
    events.finish(m_plan.tolerance, m_plan.options.mode == FunnelMode::Strict, m_plan.exclusions);
    m_sessions.clear();
    for (std::int32_t i = 0; i < events.size(); ++i) {
        if (!mayStart(events[i])) {
            continue;
        }
        first = first < 0 || events[i].row < events[first].row ? i : first;
        if (m_entries) {
            noteSession(events, i);
        }
    }
    if (first < 0) {
        return;
    }
    const Millis firstStart = events[first].high;
    switch (m_plan.options.entry) {
    case FunnelEntry::Best:
        keep(events, bestOf(events, {}), 0, firstStart, grows);
        break;
    case FunnelEntry::First:
        keep(events, bestOf(events, {.kind = ChainStart::Kind::One, .value = first}), 0, firstStart, grows);
        break;
    case FunnelEntry::Every:
        solveEvery(events, grows);
        break;
    case FunnelEntry::Session:
        for (const SessionEntry& session : m_sessions) {
            keep(events, bestOf(events, session.start), session.start.value, events[session.first].high,
                 grows);
        }
        break;
    }
}

void UnitFunnel::noteSession(const ChainEvents& events, std::int32_t place)
{
    const auto found = std::find_if(m_sessions.rbegin(), m_sessions.rend(), [&](const SessionEntry& entry) {
        return entry.start.value == events[place].session;
    });
    if (found != m_sessions.rend()) {
        found->start.lastHigh = std::max(found->start.lastHigh, events[place].high);
        found->first = events[place].row < events[found->first].row ? place : found->first;
        return;
    }
    m_sessions.push_back({.start = {.kind = ChainStart::Kind::Session,
                                    .value = events[place].session,
                                    .from = place,
                                    .lastHigh = events[place].high},
                          .first = place});
}

void UnitFunnel::solveEvery(ChainEvents& events, bool grows)
{
    for (std::int32_t place = 0; place < events.size();) {
        if (!mayStart(events[place])) {
            ++place;
            continue;
        }
        const ChainOutcome& outcome
            = search(events, {.kind = ChainStart::Kind::One, .value = place, .isAttempt = true});
        keep(events, outcome, static_cast<std::int32_t>(m_found.size()), events[place].high, grows);
        for (std::size_t i = 0; events.areLoose() && i < outcome.chain.size(); ++i) {
            events.setUsed(outcome.chain[i]);
        }
        place = outcome.next;
    }
}

bool UnitFunnel::isBetter(const Found& a, const Found& b)
{
    const ChainMerit& x = a.merit;
    const ChainMerit& y = b.merit;
    if (x.depth != y.depth || x.served != y.served) {
        return x.depth != y.depth ? x.depth > y.depth : x.served > y.served;
    }
    const auto momentOf
        = [](const Found& f) { return std::tuple(f.momentLow, f.momentByDay ? 0 : 1, f.momentRow); };
    if (momentOf(a) != momentOf(b)) {
        return momentOf(a) < momentOf(b);
    }
    return x.start > y.start;
}

void UnitFunnel::write(Index customer, FunnelChunk& chunk, CaseWriter& writer)
{
    if (m_found.empty()) {
        ++chunk.withoutEntry;
        return;
    }
    const bool hit = std::any_of(m_found.begin(), m_found.end(), [](const Found& f) { return f.merit.hit; });
    if (hit && m_plan.options.policy == ExclusionPolicy::Drop) {
        ++chunk.dropped;
        return;
    }
    std::stable_sort(m_found.begin(), m_found.end(),
                     [](const Found& a, const Found& b) { return a.entry < b.entry; });
    for (std::size_t i = 0; i < m_found.size();) {
        std::size_t best = i;
        int liveDepth = 0;
        bool grows = false;
        Millis first = m_found[i].firstStart;
        const std::size_t begin = i;
        for (; i < m_found.size() && m_found[i].entry == m_found[begin].entry; ++i) {
            const Found& found = m_found[i];
            best = isBetter(found, m_found[best]) ? i : best;
            liveDepth = std::max(liveDepth, found.grows ? found.merit.liveDepth : 0);
            grows = grows || found.grows;
            first = std::min(first, found.firstStart);
        }
        const ChainMerit& merit = m_found[best].merit;
        const bool open = liveDepth > merit.depth;
        const bool matured = !grows || !m_plan.isRunning(first);
        writer.add(customer, std::span(m_chainRows).subspan(m_found[best].chainAt, m_found[best].chainSize),
                   merit.rows,
                   static_cast<std::uint8_t>((open ? FunnelCases::kOpen : 0)
                                             | (matured ? FunnelCases::kMatured : 0)));
    }
}

}  // namespace meitrace
