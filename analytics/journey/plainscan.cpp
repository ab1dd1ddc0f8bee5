// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/plainscan.h"

#include "analytics/journey/funnel.h"

#include <bit>

namespace meitrace {

PlainScan::PlainScan(const FunnelPlan& plan)
    : m_plan(plan)
    , m_type(plan.snapshot.type().data())
    , m_time(plan.snapshot.time().data())
    , m_steps(plan.steps)
    , m_window(plan.window.length())
{
    const std::vector<std::uint64_t>& sure = plan.matcher.sure();
    m_slot.assign(sure.size(), static_cast<std::uint8_t>(m_steps + 2));
    for (std::size_t type = 0; type < sure.size(); ++type) {
        if (plan.matcher.maybe()[type] != 0 || std::popcount(sure[type]) > 1) {
            m_bySlot = false;
        } else if (sure[type] != 0) {
            m_slot[type] = static_cast<std::uint8_t>(std::countr_zero(sure[type]) + 1);
        }
    }
}

// Slot 0 holds the time of an event that may begin a chain, slot steps + 1 is never reached and slot steps +
// 2 takes the events that serve no step.
template <bool kBounded>
PlainScan::Reached PlainScan::scanTypes(Index begin, Index end) const
{
    std::array<Millis, kSlots> start {};
    start.fill(kNever);
    Reached reached;
    const std::uint8_t* slots = m_slot.data();
    const Millis window = m_window;
    const Millis from = m_plan.from;
    const Millis to = m_plan.to;
    int depth = 0;
    for (Index row = begin; row < end; ++row) {
        const std::size_t slot = slots[m_type[row]];
        const Millis time = m_time[row];
        start[0] = !kBounded || (time >= from && time < to) ? time : kNever;
        const Millis before = start[slot - 1];
        const bool inside = time - before <= window;
        start[slot] = inside ? before : start[slot];
        if (inside & (static_cast<int>(slot) > depth)) {
            reached.completed = row;
            reached.first = depth == 0 ? row : reached.first;
            if (++depth == m_steps) {
                break;
            }
        }
    }
    reached.depth = depth;
    reached.lastStart = start[1];
    return reached;
}

PlainScan::Reached PlainScan::scanMasks(Index begin, Index end) const
{
    std::array<Millis, kSlots> start {};
    start.fill(kNever);
    Reached reached;
    for (Index row = begin; row < end && reached.depth < m_steps; ++row) {
        if (m_plan.isRead[m_type[row]] == 0) {
            continue;
        }
        std::uint64_t mask = m_plan.matcher.mask(row);
        const Millis time = m_time[row];
        start[0] = m_plan.mayStart(time) ? time : kNever;
        while (mask != 0) {
            // from the last step down, so that an event does not serve twice
            const int slot = static_cast<int>(std::bit_width(mask));
            mask &= ~(std::uint64_t {1} << static_cast<unsigned>(slot - 1));
            const Millis before = start[static_cast<std::size_t>(slot - 1)];
            if (time - before > m_window) {
                continue;
            }
            start[static_cast<std::size_t>(slot)] = before;
            if (slot > reached.depth) {
                reached.depth = slot;
                reached.completed = row;
                reached.first = slot == 1 ? row : reached.first;
            }
        }
    }
    reached.lastStart = start[1];
    return reached;
}

bool PlainScan::serves(Index row, int step) const
{
    return m_bySlot ? m_slot[m_type[row]] == step + 1
                    : ((m_plan.matcher.mask(row) >> static_cast<unsigned>(step)) & 1U) != 0;
}

void PlainScan::trace(const Reached& reached)
{
    Index row = reached.completed;
    m_chain[static_cast<std::size_t>(reached.depth - 1)] = row;
    for (int step = reached.depth - 2; step >= 0; --step) {
        do {
            --row;
        } while (!serves(row, step) || (step == 0 && !m_plan.mayStart(m_time[row])));
        m_chain[static_cast<std::size_t>(step)] = row;
    }
}

void PlainScan::evaluate(Index customer, Index begin, Index end, FunnelChunk& chunk, CaseWriter& writer)
{
    const bool bounded = m_plan.from > -FunnelWindow::kUnlimited || m_plan.to < FunnelWindow::kUnlimited;
    const Reached reached = !m_bySlot ? scanMasks(begin, end)
        : bounded                     ? scanTypes<true>(begin, end)
                                      : scanTypes<false>(begin, end);
    if (reached.depth == 0) {
        ++chunk.withoutEntry;
        return;
    }
    trace(reached);
    const bool limited = m_plan.window.isLimited();
    const bool open = limited && reached.depth < m_steps && m_plan.end - reached.lastStart <= m_window;
    const bool running = limited && m_plan.end - m_time[reached.first] <= m_window;
    const auto flags
        = static_cast<std::uint8_t>((open ? FunnelCases::kOpen : 0) | (running ? 0 : FunnelCases::kMatured));
    writer.add(customer, std::span(m_chain).first(static_cast<std::size_t>(reached.depth)),
               (std::uint32_t {1} << static_cast<unsigned>(reached.depth)) - 1U, flags);
}

}  // namespace meitrace
