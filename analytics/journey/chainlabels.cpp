// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The labels of the chain search: how chains grow, which of them are kept, which are still alive.
#include "analytics/journey/chainsearch.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace meitrace {

namespace {

constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::max();

}  // namespace

void ChainSearch::begin(std::int32_t event, int step)
{
    const ChainEvent& e = (*m_events)[event];
    if (m_start.kind != ChainStart::Kind::One && !twinIsFree(-1, event)) {
        return;
    }
    Node node;
    node.event = event;
    node.state = m_states.start(step);
    node.start = e.high;
    m_fresh.push_back(static_cast<std::int32_t>(m_nodes.size()));
    m_nodes.push_back(node);
    if (m_clean) {
        m_gaps.emplace_back().fill(kNever);
    }
    noteProgress(m_states[node.state].progress, event);
}

void ChainSearch::extend(std::int32_t from, std::int32_t event, int step, std::int32_t moment)
{
    const Node& old = m_nodes[static_cast<std::size_t>(from)];
    const ChainEvent& e = (*m_events)[event];
    const Millis start = std::min(old.start, e.high);
    if (!m_plan.window.within(start, (*m_events)[moment].low)
        || (m_strict && event > m_events->strictEnd(old.event))
        || (e.twin >= 0 && !twinIsFree(from, event))) {
        return;
    }
    if (m_plan.hasStepWindows
        && !m_plan.stepWindow[static_cast<std::size_t>(step)].within((*m_events)[old.event].high, e.low)) {
        return;
    }
    Node node;
    node.parent = from;
    node.event = event;
    node.state = m_states.next(old.state, step);
    node.start = start;
    if (m_clean) {
        Deadlines gaps {};
        if (!carryGaps(from, event, node.state, gaps)) {
            return;
        }
        m_gaps.push_back(gaps);
    }
    m_fresh.push_back(static_cast<std::int32_t>(m_nodes.size()));
    m_nodes.push_back(node);
    noteProgress(m_states[node.state].progress, event);
}

bool ChainSearch::carryGaps(std::int32_t node, std::int32_t event, int to, Deadlines& gaps) const
{
    const Node& old = m_nodes[static_cast<std::size_t>(node)];
    const int before = m_states[old.state].progress;
    const int after = m_states[to].progress;
    for (int x = 0; x < m_plan.exclusions; ++x) {
        const FunnelExclusion& exclusion = m_plan.options.exclusions[static_cast<std::size_t>(x)];
        const auto at = static_cast<std::size_t>(x);
        gaps[at] = kNever;
        if (after <= exclusion.from || before >= exclusion.to) {
            continue;
        }
        const std::int32_t until = before <= exclusion.from ? m_events->cleanEnd(x, old.event)
                                                            : m_gaps[static_cast<std::size_t>(node)][at];
        if (after < exclusion.to) {
            gaps[at] = until;
        } else if (event > until) {
            return false;
        }
    }
    return true;
}

void ChainSearch::keepFresh(std::size_t from)
{
    std::size_t kept = from;
    for (std::size_t i = from; i < m_fresh.size(); ++i) {
        const std::int32_t node = m_fresh[i];
        const std::int32_t state = m_nodes[static_cast<std::size_t>(node)].state;
        std::vector<std::int32_t>& list = m_lists[static_cast<std::size_t>(state)];
        if (list.empty()) {
            m_touched.push_back(state);
        }
        // of equals the later chain stays: its events are the later ones
        std::erase_if(list, [&](std::int32_t other) { return beats(node, other); });
        if (std::any_of(list.begin(), list.end(), [&](std::int32_t other) { return beats(other, node); })) {
            continue;
        }
        list.push_back(node);
        m_fresh[kept++] = node;
        noteBest(node, m_moment);
    }
    m_fresh.resize(kept);
}

bool ChainSearch::beats(std::int32_t a, std::int32_t b) const
{
    const Node& first = m_nodes[static_cast<std::size_t>(a)];
    const Node& second = m_nodes[static_cast<std::size_t>(b)];
    if (first.start < second.start) {
        return false;
    }
    if (m_needsLast) {
        const ChainEvent& lastOfFirst = (*m_events)[first.event];
        const ChainEvent& lastOfSecond = (*m_events)[second.event];
        if (lastOfFirst.last < lastOfSecond.last || lastOfFirst.high < lastOfSecond.high) {
            return false;
        }
    }
    for (int x = 0; m_clean && x < m_plan.exclusions; ++x) {
        if (m_gaps[static_cast<std::size_t>(a)][static_cast<std::size_t>(x)]
            < m_gaps[static_cast<std::size_t>(b)][static_cast<std::size_t>(x)]) {
            return false;
        }
    }
    return !m_events->areLoose() || usesNoMore(a, b);
}

bool ChainSearch::usesNoMore(std::int32_t a, std::int32_t b) const
{
    const std::uint32_t open = ~m_states[m_nodes[static_cast<std::size_t>(a)].state].steps;
    for (std::int32_t node = a; node >= 0; node = m_nodes[static_cast<std::size_t>(node)].parent) {
        const std::int32_t event = m_nodes[static_cast<std::size_t>(node)].event;
        const ChainEvent& e = (*m_events)[event];
        if (e.last >= m_moment && (e.steps & open) != 0 && !contains(b, event)) {
            return false;
        }
    }
    return true;
}

bool ChainSearch::contains(std::int32_t node, std::int32_t event) const
{
    for (; node >= 0; node = m_nodes[static_cast<std::size_t>(node)].parent) {
        if (m_nodes[static_cast<std::size_t>(node)].event == event) {
            return true;
        }
    }
    return false;
}

bool ChainSearch::twinIsFree(std::int32_t node, std::int32_t event) const
{
    const std::int32_t twin = (*m_events)[event].twin;
    return twin < 0 || (*m_events)[twin].used || contains(node, twin);
}

bool ChainSearch::isClean(std::int32_t node, int to, std::int32_t place) const
{
    Deadlines unused {};
    return carryGaps(node, place, to, unused);
}

bool ChainSearch::canContinue(std::int32_t node, Millis at, std::int32_t place, bool limited) const
{
    const Node& n = m_nodes[static_cast<std::size_t>(node)];
    if (!m_plan.window.within(n.start, at) || (m_strict && place > m_events->strictEnd(n.event))) {
        return false;
    }
    for (std::uint32_t steps = m_states.nextSteps(n.state); steps != 0; steps &= steps - 1U) {
        const int step = std::countr_zero(steps);
        bool open = !limited || m_plan.window.isLimited();
        if (m_plan.hasStepWindows) {
            const FunnelWindow& window = m_plan.stepWindow[static_cast<std::size_t>(step)];
            open = (open || window.isLimited()) && window.within((*m_events)[n.event].high, at);
        }
        if (open && (!m_clean || isClean(node, m_states.next(n.state, step), place))) {
            return true;
        }
    }
    return false;
}

bool ChainSearch::anyContinues(Millis at, std::int32_t place) const
{
    for (const std::int32_t state : m_touched) {
        for (const std::int32_t node : m_lists[static_cast<std::size_t>(state)]) {
            if (canContinue(node, at, place, false)) {
                return true;
            }
        }
    }
    return false;
}

int ChainSearch::reach(std::int32_t node) const
{
    const Node& n = m_nodes[static_cast<std::size_t>(node)];
    const int progress = m_states[n.state].progress;
    int most = m_plan.steps;
    for (int x = 0; m_clean && x < m_plan.exclusions; ++x) {
        const FunnelExclusion& gap = m_plan.options.exclusions[static_cast<std::size_t>(x)];
        const bool inside = progress > gap.from && progress < gap.to;
        const std::int32_t until = progress == gap.from ? m_events->cleanEnd(x, n.event)
            : inside ? m_gaps[static_cast<std::size_t>(node)][static_cast<std::size_t>(x)]
                     : kNever;
        if (until < m_events->size()) {
            most = std::min(most, progress == gap.from ? gap.from : gap.to - 1);
        }
    }
    return m_states.depthAt(most);
}

int ChainSearch::liveDepth() const
{
    int deepest = 0;
    for (const std::int32_t state : m_touched) {
        for (const std::int32_t node : m_lists[static_cast<std::size_t>(state)]) {
            if (canContinue(node, m_plan.end, m_events->size(), true)) {
                deepest = std::max(deepest, reach(node));
            }
        }
    }
    return deepest;
}

}  // namespace meitrace
