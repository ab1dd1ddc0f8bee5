// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/chainstates.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

namespace meitrace {

namespace {

constexpr std::uint32_t bitOf(int step)
{
    return std::uint32_t {1} << static_cast<unsigned>(step);
}

/// Steps below `step`
constexpr std::uint32_t below(int step)
{
    return bitOf(step) - 1U;
}

int highest(std::uint32_t set)
{
    return static_cast<int>(std::bit_width(set));
}

}  // namespace

ChainStates::ChainStates(const FunnelOptions& options)
    : m_steps(static_cast<int>(options.steps.size()))
    , m_inOrder(options.mode == FunnelMode::Ordered || options.mode == FunnelMode::Strict)
    , m_openEntry(options.openEntry)
    , m_full(below(m_steps))
    , m_group(options.steps.size(), 0)
    , m_depthAt(options.steps.size() + 1, 0)
    , m_start(options.steps.size(), -1)
    , m_transitions(options.steps.size())
{
    for (const int step : options.optional) {
        m_optional |= bitOf(step - 1);
    }
    int group = 0;
    for (int step = 0; step < m_steps; ++step) {
        const bool anchored = options.mode == FunnelMode::Anchored
            && std::find(options.anchors.begin(), options.anchors.end(), step + 1) != options.anchors.end();
        m_group[static_cast<std::size_t>(step)] = anchored ? ++group : group;
        group += anchored ? 1 : 0;
        m_depthAt[static_cast<std::size_t>(step) + 1]
            = (m_optional & bitOf(step)) == 0 ? step + 1 : m_depthAt[static_cast<std::size_t>(step)];
    }
    connect();
}

bool ChainStates::isAllowedInOrder(std::uint32_t served, int step) const
{
    if (served == 0) {
        return m_openEntry || step == 0;
    }
    const int last = highest(served);
    const std::uint32_t skipped = below(step) & ~below(last);
    return step >= last && (skipped & ~m_optional) == 0;
}

bool ChainStates::isAllowed(std::uint32_t served, int step) const
{
    if ((served & bitOf(step)) != 0) {
        return false;
    }
    if (m_inOrder) {
        return isAllowedInOrder(served, step);
    }
    const int group = m_group[static_cast<std::size_t>(step)];
    for (int other = 0; other < m_steps; ++other) {
        const bool done = (served & bitOf(other)) != 0;
        const int otherGroup = m_group[static_cast<std::size_t>(other)];
        if ((otherGroup < group && !done) || (otherGroup > group && done)) {
            return false;
        }
    }
    return true;
}

int ChainStates::add(std::uint32_t served)
{
    ChainState state;
    state.steps = served;
    state.served = std::popcount(served);
    state.rows = m_inOrder ? served : below(state.served);
    state.progress = m_inOrder ? highest(served) : state.served;
    state.depth = m_inOrder ? highest(served & ~m_optional) : state.served;
    m_states.push_back(state);
    return static_cast<int>(m_states.size()) - 1;
}

void ChainStates::connect()
{
    std::unordered_map<std::uint32_t, int> known;
    const auto stateOf = [&](std::uint32_t served) {
        const auto [found, isNew] = known.try_emplace(served, -1);
        if (isNew) {
            found->second = add(served);
        }
        return found->second;
    };
    for (int step = 0; step < m_steps; ++step) {
        if (isAllowed(0, step)) {
            m_start[static_cast<std::size_t>(step)] = stateOf(bitOf(step));
            m_startSteps |= bitOf(step);
        }
    }
    for (int state = 0; state < size() && m_complete; ++state) {
        std::uint32_t steps = 0;
        for (int step = 0; step < m_steps; ++step) {
            const std::uint32_t served = m_states[static_cast<std::size_t>(state)].steps;
            const int to = isAllowed(served, step) ? stateOf(served | bitOf(step)) : -1;
            m_next.push_back(to);
            if (to >= 0) {
                steps |= bitOf(step);
                m_transitions[static_cast<std::size_t>(step)].emplace_back(state, to);
            }
        }
        m_nextSteps.push_back(steps);
        m_complete = size() <= kMostStates;
    }
}

}  // namespace meitrace
