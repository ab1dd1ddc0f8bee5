// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnelcases.h"
#include "analytics/journey/funnelplan.h"

#include <array>
#include <cstdint>
#include <vector>

namespace meitrace {

/// The plain funnel (Ordered, Best, customers, no extras) over exact times: the latest-start recurrence
///
///     event of step k at t:  start[k] = start[k - 1]  when t - start[k - 1] <= window;  start[1] = t
///
/// read straight off the columns. Chains are then traced backwards: the event before a chain's event is the
/// latest one that serves the step before.
class PlainScan {
public:
    explicit PlainScan(const FunnelPlan& plan);

    /// Rows begin … end - 1 are the events of a customer, seen or not, all with exact times.
    void evaluate(Index customer, Index begin, Index end, FunnelChunk& chunk, CaseWriter& writer);

private:
    static constexpr int kSlots = 24;
    /// Longer ago than any window
    static constexpr Millis kNever = -2 * FunnelWindow::kUnlimited + 1;

    struct Reached {
        int depth = 0;
        Index first = 0;       ///< row of the first event that may begin a chain
        Index completed = 0;   ///< row that made the chain as deep
        Millis lastStart = 0;  ///< time of the last event that may begin a chain, of those read
    };

    template <bool kBounded>
    [[nodiscard]] bool starts(int step, Index row) const;
    template <bool kBounded>
    [[nodiscard]] Index firstStart(Index begin, Index end) const;
    template <bool kBounded>
    Reached scanTypes(Index begin, Index end) const;
    Reached scanMasks(Index begin, Index end) const;
    Reached scan(Index begin, Index end) const;
    /// serves(row, step): the row's event serves a step, 1-based
    template <typename Serves>
    void trace(const Reached& reached, Serves serves);

    const FunnelPlan& m_plan;
    const std::uint16_t* m_type;
    const Millis* m_time;
    const int m_steps;
    const Millis m_window;
    bool m_byType = true;              ///< every type serves at most one step, whatever its fields
    std::vector<std::uint8_t> m_step;  ///< by type: 1-based step; 0 = none
    std::array<Index, kSlots> m_chain {};
};

}  // namespace meitrace
