// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funneloptions.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace meitrace {

/// A set of served steps that a chain can have reached.
struct ChainState {
    std::uint32_t steps = 0;  ///< bit j: step j is served
    std::uint32_t rows = 0;   ///< bit j: row j of the result is reached
    int progress = 0;         ///< what exclusions count: the highest step served (1-based), or how many are
    int depth = 0;            ///< highest row that is not optional, 1-based
    int served = 0;           ///< how many steps
};

/// All states of a funnel and how a step leads from one to the next. A chain through the states with all
/// optional steps, anchors and open entries is what the mode allows; what lies between its events is not
/// known here.
class ChainStates {
public:
    static constexpr int kMostStates = 8192;

    /// The options must be checked. Gives up (isComplete() is false) beyond kMostStates.
    explicit ChainStates(const FunnelOptions& options);

    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] int size() const { return static_cast<int>(m_states.size()); }
    [[nodiscard]] const ChainState& operator[](int state) const
    {
        return m_states[static_cast<std::size_t>(state)];
    }
    /// The state after a chain's first event served `step` (0-based); -1: chains do not begin there
    [[nodiscard]] int start(int step) const { return m_start[static_cast<std::size_t>(step)]; }
    /// Bit j: a chain may begin at step j
    [[nodiscard]] std::uint32_t startSteps() const { return m_startSteps; }
    /// The state after `step` (0-based) was served; -1: not allowed
    [[nodiscard]] int next(int state, int step) const
    {
        return m_next[static_cast<std::size_t>(state) * static_cast<std::size_t>(m_steps)
                      + static_cast<std::size_t>(step)];
    }
    /// All transitions (from, to) by a step
    [[nodiscard]] const std::vector<std::pair<int, int>>& transitions(int step) const
    {
        return m_transitions[static_cast<std::size_t>(step)];
    }
    /// Bit j: step j may come next
    [[nodiscard]] std::uint32_t nextSteps(int state) const
    {
        return m_nextSteps[static_cast<std::size_t>(state)];
    }
    /// The highest row that is not optional, of those up to a progress
    [[nodiscard]] int depthAt(int progress) const { return m_depthAt[static_cast<std::size_t>(progress)]; }
    /// Nothing is deeper or serves more.
    [[nodiscard]] bool isFull(int state) const { return (*this)[state].steps == m_full; }

private:
    [[nodiscard]] bool isAllowed(std::uint32_t served, int step) const;
    [[nodiscard]] bool isAllowedInOrder(std::uint32_t served, int step) const;
    int add(std::uint32_t served);
    void connect();

    int m_steps;
    bool m_inOrder;
    bool m_openEntry;
    bool m_complete = true;
    std::uint32_t m_full;
    std::uint32_t m_optional = 0;
    std::uint32_t m_startSteps = 0;
    std::vector<int> m_group;  ///< by step: steps of a lower group come first
    std::vector<int> m_depthAt;
    std::vector<ChainState> m_states;
    std::vector<int> m_start;
    std::vector<int> m_next;
    std::vector<std::uint32_t> m_nextSteps;
    std::vector<std::vector<std::pair<int, int>>> m_transitions;
};

}  // namespace meitrace
