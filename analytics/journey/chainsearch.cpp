// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/chainsearch.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace meitrace {

namespace {

constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::max();

bool has(std::uint32_t set, int member)
{
    return ((set >> static_cast<unsigned>(member)) & 1U) != 0;
}

}  // namespace

bool ChainMerit::isBetterThan(const ChainMerit& other) const
{
    if (depth != other.depth) {
        return depth > other.depth;
    }
    if (served != other.served) {
        return served > other.served;
    }
    if (moment != other.moment) {
        return moment < other.moment;
    }
    return start != other.start ? start > other.start : rows < other.rows;
}

ChainSearch::ChainSearch(const FunnelPlan& plan)
    : m_plan(plan)
    , m_states(plan.states)
    , m_strict(plan.options.mode == FunnelMode::Strict)
    , m_clean(plan.exclusions > 0 && plan.options.policy == ExclusionPolicy::Clean)
    , m_attempts(plan.exclusions > 0 && !m_clean)
    , m_needsLast(m_strict || m_clean || plan.hasStepWindows)
    , m_lists(static_cast<std::size_t>(plan.states.size()))
{
}

const ChainOutcome& ChainSearch::run(const ChainEvents& events, ChainStart start)
{
    reset(events, start);
    const bool one = start.kind == ChainStart::Kind::One;
    const bool bounded = start.kind != ChainStart::Kind::All;
    const Millis lastStart = one ? events[start.value].high : start.lastHigh;
    std::int32_t moment = one ? start.value : events.areLoose() ? 0 : start.from;
    for (; moment < events.size() && !m_ended && !m_completed; ++moment) {
        const ChainEvent& event = events[moment];
        if (bounded && !m_plan.window.within(lastStart, event.low)) {
            break;
        }
        if (start.isAttempt && moment != start.value && mayStart(moment)
            && !anyContinues(event.low, moment)) {
            break;
        }
        takeEvent(moment);
        m_ended = m_attempts && isEnded(moment);
        m_completed = m_completed
            || (m_best >= 0 && m_states.isFull(m_nodes[static_cast<std::size_t>(m_best)].state));
    }
    m_outcome.next = moment;
    m_ended = m_ended || (m_attempts && !m_completed && isEnded(events.size()));
    finish();
    return m_outcome;
}

void ChainSearch::reset(const ChainEvents& events, ChainStart start)
{
    m_events = &events;
    m_start = start;
    for (const std::int32_t state : m_touched) {
        m_lists[static_cast<std::size_t>(state)].clear();
    }
    m_touched.clear();
    m_nodes.clear();
    m_gaps.clear();
    m_loose.clear();
    m_excluded.clear();
    m_best = -1;
    m_ended = false;
    m_completed = false;
    m_progress = 0;
    m_surely.fill(kNever);
    for (std::int32_t i = 0; events.areLoose() && start.kind == ChainStart::Kind::One && i < start.value;
         ++i) {
        if (events[i].last >= start.value && events[i].steps != 0 && !events[i].used) {
            m_loose.push_back(i);
        }
    }
}

bool ChainSearch::mayStart(std::int32_t event) const
{
    const ChainEvent& e = (*m_events)[event];
    return e.mayStart && !e.used && (e.steps & m_states.startSteps()) != 0;
}

void ChainSearch::takeEvent(std::int32_t moment)
{
    const ChainEvent& event = (*m_events)[moment];
    if (m_attempts && event.exclusions != 0) {
        m_excluded.push_back(moment);
    }
    if (event.steps == 0 || event.used) {
        return;
    }
    m_moment = moment;
    m_fresh.clear();
    const bool starts = m_start.kind == ChainStart::Kind::One ? moment == m_start.value
        : m_start.kind == ChainStart::Kind::Session           ? event.session == m_start.value
                                                              : true;
    for (std::uint32_t steps = event.steps; steps != 0; steps &= steps - 1U) {
        const int step = std::countr_zero(steps);
        if (starts && event.mayStart && m_states.start(step) >= 0) {
            begin(moment, step);
        }
        extendAll(moment, step);
    }
    keepFresh(0);
    if (m_events->areLoose()) {
        takeLoose(moment);
    }
}

void ChainSearch::extendAll(std::int32_t moment, int step)
{
    for (const auto& [from, to] : m_states.transitions(step)) {
        // new nodes are not in the lists yet, so no event serves twice
        for (const std::int32_t node : m_lists[static_cast<std::size_t>(from)]) {
            extend(node, moment, step, moment);
        }
    }
}

void ChainSearch::takeLoose(std::int32_t moment)
{
    std::erase_if(m_loose, [&](std::int32_t event) { return (*m_events)[event].last < moment; });
    // NOLINTNEXTLINE(modernize-loop-convert): extend() adds to the list
    for (std::size_t i = 0; i < m_fresh.size(); ++i) {
        for (const std::int32_t event : m_loose) {
            const std::int32_t node = m_fresh[i];
            const std::uint32_t steps = (*m_events)[event].steps
                & m_states.nextSteps(m_nodes[static_cast<std::size_t>(node)].state);
            if (steps == 0 || contains(node, event)) {
                continue;
            }
            const std::size_t before = m_fresh.size();
            for (std::uint32_t rest = steps; rest != 0; rest &= rest - 1U) {
                extend(node, event, std::countr_zero(rest), moment);
            }
            keepFresh(before);
        }
    }
    if ((*m_events)[moment].last > moment) {
        m_loose.push_back(moment);
    }
}

void ChainSearch::noteBest(std::int32_t node, std::int32_t moment)
{
    const Node& fresh = m_nodes[static_cast<std::size_t>(node)];
    const ChainState& state = m_states[fresh.state];
    m_completed = m_completed || (m_start.isAttempt && m_states.nextSteps(fresh.state) == 0);
    if (m_best >= 0) {
        const Node& best = m_nodes[static_cast<std::size_t>(m_best)];
        const ChainState& bestState = m_states[best.state];
        if (state.depth != bestState.depth || state.served != bestState.served) {
            if (state.depth < bestState.depth
                || (state.depth == bestState.depth && state.served < bestState.served)) {
                return;
            }
        } else if (moment != m_outcome.moment || fresh.start < best.start
                   || (fresh.start == best.start && state.steps > bestState.steps)) {
            return;
        }
    }
    m_best = node;
    m_outcome.moment = moment;
}

void ChainSearch::noteProgress(int progress, std::int32_t event)
{
    m_progress = std::max(m_progress, progress);
    for (int p = progress; m_attempts && p >= 1; --p) {
        std::int32_t& surely = m_surely[static_cast<std::size_t>(p)];
        surely = std::min(surely, (*m_events)[event].last);
    }
}

bool ChainSearch::isEndedBy(std::int32_t excluded, int exclusion) const
{
    const FunnelExclusion& gap = m_plan.options.exclusions[static_cast<std::size_t>(exclusion)];
    return has((*m_events)[excluded].exclusions, exclusion) && m_progress < gap.to
        && m_surely[static_cast<std::size_t>(gap.from)] < excluded
        && anyContinues((*m_events)[excluded].low, excluded);
}

bool ChainSearch::isEnded(std::int32_t moment)
{
    bool ended = false;
    for (const std::int32_t excluded : m_excluded) {
        const bool isOver = (*m_events)[excluded].last <= moment;
        for (int x = 0; isOver && x < m_plan.exclusions; ++x) {
            ended = ended || isEndedBy(excluded, x);
        }
    }
    std::erase_if(m_excluded, [&](std::int32_t excluded) { return (*m_events)[excluded].last <= moment; });
    return ended;
}

void ChainSearch::finish()
{
    m_outcome.hit = m_ended;
    m_outcome.chain.clear();
    m_outcome.depth = 0;
    m_outcome.served = 0;
    m_outcome.rows = 0;
    m_outcome.liveDepth = 0;
    if (m_best < 0) {
        return;
    }
    const Node& best = m_nodes[static_cast<std::size_t>(m_best)];
    const ChainState& state = m_states[best.state];
    m_outcome.depth = state.depth;
    m_outcome.served = state.served;
    m_outcome.rows = state.rows;
    m_outcome.start = best.start;
    for (std::int32_t node = m_best; node >= 0; node = m_nodes[static_cast<std::size_t>(node)].parent) {
        m_outcome.chain.push_back(m_nodes[static_cast<std::size_t>(node)].event);
    }
    std::reverse(m_outcome.chain.begin(), m_outcome.chain.end());
    if (!m_ended && !m_completed) {
        m_outcome.liveDepth = liveDepth();
    }
}

}  // namespace meitrace
