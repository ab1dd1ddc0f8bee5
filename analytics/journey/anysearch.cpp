// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/anysearch.h"

#include <algorithm>
#include <bit>

namespace meitrace {

namespace {

constexpr std::uint32_t bitOf(int step)
{
    return std::uint32_t {1} << static_cast<unsigned>(step);
}

}  // namespace

void StepMatching::clear()
{
    m_classes.clear();
    m_servedBy.fill(-1);
    m_wanted = 0;
    m_served = 0;
    m_size = 0;
}

std::size_t StepMatching::classOf(std::uint32_t steps)
{
    const auto found
        = std::find_if(m_classes.begin(), m_classes.end(), [&](const Class& c) { return c.steps == steps; });
    if (found != m_classes.end()) {
        return static_cast<std::size_t>(found - m_classes.begin());
    }
    m_classes.push_back({.steps = steps});
    m_wanted |= steps;
    return m_classes.size() - 1;
}

bool StepMatching::serve(int step, std::uint32_t& tried)
{
    tried |= bitOf(step);
    for (std::size_t c = 0; c < m_classes.size(); ++c) {
        Class& candidate = m_classes[c];
        if ((candidate.steps & bitOf(step)) == 0) {
            continue;
        }
        bool isFree = candidate.used < candidate.there;
        for (std::uint32_t others = m_served & ~tried; !isFree && others != 0; others &= others - 1U) {
            const int other = std::countr_zero(others);
            if (m_servedBy[static_cast<std::size_t>(other)] == static_cast<int>(c)
                && (tried & bitOf(other)) == 0 && serve(other, tried)) {
                --m_classes[c].used;
                isFree = true;
            }
        }
        if (isFree) {
            ++m_classes[c].used;
            m_servedBy[static_cast<std::size_t>(step)] = static_cast<int>(c);
            return true;
        }
    }
    return false;
}

void StepMatching::grow()
{
    std::uint32_t tried = 0;
    for (std::uint32_t open = m_wanted & ~m_served; open != 0; open &= open - 1U) {
        const int step = std::countr_zero(open);
        if ((tried & bitOf(step)) == 0 && serve(step, tried)) {
            m_served |= bitOf(step);
            ++m_size;
            return;
        }
    }
}

void StepMatching::add(std::uint32_t steps)
{
    ++m_classes[classOf(steps)].there;
    if ((m_wanted & ~m_served) != 0) {
        grow();
    }
}

void StepMatching::remove(std::uint32_t steps)
{
    const std::size_t c = classOf(steps);
    --m_classes[c].there;
    if (m_classes[c].used <= m_classes[c].there) {
        return;
    }
    for (std::uint32_t served = m_served; served != 0; served &= served - 1U) {
        const int step = std::countr_zero(served);
        if (m_servedBy[static_cast<std::size_t>(step)] == static_cast<int>(c)) {
            m_servedBy[static_cast<std::size_t>(step)] = -1;
            m_served &= ~bitOf(step);
            --m_classes[c].used;
            --m_size;
            break;
        }
    }
    grow();
}

const ChainOutcome& AnySearch::run(const ChainEvents& events, ChainStart start)
{
    reset(events, start);
    const bool one = start.kind == ChainStart::Kind::One;
    std::int32_t moment = one ? start.value : 0;
    bool complete = false;
    for (; moment < events.size() && !complete; ++moment) {
        const ChainEvent& event = events[moment];
        if (one && !isInside(start.value, event.low)) {
            break;
        }
        if (event.steps == 0 || event.used) {
            continue;
        }
        slideTo(moment);
        if (m_starters > 0 && m_matching.size() > m_outcome.depth) {
            noteBest(moment);
        }
        complete = m_outcome.depth == m_plan.steps;
    }
    m_outcome.next = moment;
    if (m_outcome.depth > 0) {
        buildChain();
    }
    m_outcome.liveDepth = !complete && isRunningAtEnd() ? m_plan.steps : 0;
    return m_outcome;
}

void AnySearch::reset(const ChainEvents& events, ChainStart start)
{
    m_events = &events;
    m_start = start;
    m_matching.clear();
    m_window.clear();
    m_starters = 0;
    static_cast<ChainMerit&>(m_outcome) = ChainMerit {};
    m_outcome.chain.clear();
    for (std::int32_t i = 0; events.areLoose() && start.kind == ChainStart::Kind::One && i < start.value;
         ++i) {
        if (events[i].last >= start.value && events[i].steps != 0 && !events[i].used) {
            m_matching.add(events[i].steps);
            m_window.push_back(i);
        }
    }
    std::make_heap(m_window.begin(), m_window.end(),
                   [&](std::int32_t a, std::int32_t b) { return events[a].high > events[b].high; });
}

bool AnySearch::isInside(std::int32_t event, Millis at) const
{
    return m_plan.window.within((*m_events)[event].high, at);
}

void AnySearch::leave()
{
    const auto later
        = [&](std::int32_t a, std::int32_t b) { return (*m_events)[a].high > (*m_events)[b].high; };
    std::pop_heap(m_window.begin(), m_window.end(), later);
    const std::int32_t event = m_window.back();
    m_window.pop_back();
    m_matching.remove((*m_events)[event].steps);
    m_starters -= m_start.kind == ChainStart::Kind::All && (*m_events)[event].mayStart ? 1 : 0;
}

void AnySearch::slideTo(std::int32_t moment)
{
    const ChainEvent& event = (*m_events)[moment];
    while (!m_window.empty() && !isInside(m_window.front(), event.low)) {
        leave();
    }
    m_matching.add(event.steps);
    m_window.push_back(moment);
    std::push_heap(m_window.begin(), m_window.end(),
                   [&](std::int32_t a, std::int32_t b) { return (*m_events)[a].high > (*m_events)[b].high; });
    const bool starts = m_start.kind == ChainStart::Kind::All ? event.mayStart : moment == m_start.value;
    m_starters += starts ? 1 : 0;
}

void AnySearch::noteBest(std::int32_t moment)
{
    m_outcome.depth = m_matching.size();
    m_outcome.served = m_outcome.depth;
    m_outcome.rows = bitOf(m_outcome.depth) - 1U;
    m_outcome.moment = moment;
    m_outcome.chain = m_window;
}

void AnySearch::buildChain()
{
    // the chain that begins last: take away what ends first while the level stays
    std::vector<std::int32_t> inside = m_outcome.chain;
    const bool one = m_start.kind == ChainStart::Kind::One;
    std::sort(inside.begin(), inside.end(), [&](std::int32_t a, std::int32_t b) {
        const Millis endA = (*m_events)[a].high;
        const Millis endB = (*m_events)[b].high;
        return endA != endB ? endA < endB : a < b;
    });
    StepMatching matching;
    matching.clear();
    std::size_t first = inside.size();
    bool starts = false;
    while (matching.size() < m_outcome.depth || !starts) {
        const std::int32_t event = inside[--first];
        matching.add((*m_events)[event].steps);
        starts = starts || (one ? event == m_start.value : (*m_events)[event].mayStart);
    }
    inside.erase(inside.begin(), inside.begin() + static_cast<std::ptrdiff_t>(first));
    m_outcome.start = (*m_events)[inside.front()].high;
    std::sort(inside.begin(), inside.end());
    if (one) {
        // the attempt's first event leads, whatever may stand beside it
        std::stable_partition(inside.begin(), inside.end(),
                              [&](std::int32_t e) { return e == m_start.value; });
    }
    matching.clear();
    m_outcome.chain.clear();
    for (const std::int32_t event : inside) {
        const int before = matching.size();
        matching.add((*m_events)[event].steps);
        if (matching.size() > before) {
            m_outcome.chain.push_back(event);
        }
    }
}

bool AnySearch::isRunningAtEnd() const
{
    if (!m_plan.window.isLimited()) {
        return false;
    }
    if (m_start.kind == ChainStart::Kind::One) {
        return isInside(m_start.value, m_plan.end);
    }
    for (std::int32_t i = 0; i < m_events->size(); ++i) {
        if ((*m_events)[i].mayStart && (*m_events)[i].steps != 0 && isInside(i, m_plan.end)) {
            return true;
        }
    }
    return false;
}

}  // namespace meitrace
