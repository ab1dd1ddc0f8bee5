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
    m_step.assign(sure.size(), 0);
    for (std::size_t type = 0; type < sure.size(); ++type) {
        if (plan.matcher.maybe()[type] != 0 || std::popcount(sure[type]) > 1) {
            m_byType = false;
        } else if (sure[type] != 0) {
            m_step[type] = static_cast<std::uint8_t>(std::countr_zero(sure[type]) + 1);
        }
    }
}

template <bool kBounded>
inline bool PlainScan::starts(int step, Index row) const
{
    return step == 1 && (!kBounded || m_plan.mayStart(m_time[row]));
}

/// The first row that may begin a chain, else `end`.
template <bool kBounded>
inline Index PlainScan::firstStart(Index begin, Index end) const
{
    const std::uint8_t* steps = m_step.data();
    const std::uint16_t* types = m_type;
    Index row = begin;
    while (row < end && !starts<kBounded>(steps[types[row]], row)) {
        ++row;
    }
    return row;
}

// Of the events of step 1 only the latest before an event of step 2 matters, so they only leave their row,
// without a branch and without reading their time. The others are rarer.
template <bool kBounded>
PlainScan::Reached PlainScan::scanTypes(Index begin, Index end) const
{
    const std::uint8_t* steps = m_step.data();
    const std::uint16_t* types = m_type;
    const Millis* times = m_time;
    const Millis window = m_window;
    const Millis unseen = m_plan.end;
    Index row = firstStart<kBounded>(begin, end);
    Reached reached;
    if (row == end) {
        return reached;
    }
    reached.first = row;
    reached.completed = row;
    Index latest = row;
    Millis start[kSlots];  // set before it is read: a step is only taken when the one before it was
    int depth = 1;
    for (++row; row < end; ++row) {
        const int step = steps[types[row]];
        if (step <= 1) {
            latest = starts<kBounded>(step, row) ? row : latest;
            continue;
        }
        if (step > depth + 1) {
            continue;
        }
        const Millis time = times[row];
        const Millis before = step == 2 ? times[latest] : start[step - 1];
        if (time - before > window || time >= unseen) {
            continue;
        }
        start[step] = before;
        if (step > depth) {
            depth = step;
            reached.completed = row;
            if (depth == m_steps) {
                break;
            }
        }
    }
    reached.depth = depth;
    reached.lastStart = times[latest];
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
        if (time >= m_plan.end) {
            break;
        }
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

template <typename Serves>
void PlainScan::trace(const Reached& reached, Serves serves)
{
    Index row = reached.completed;
    m_chain[static_cast<std::size_t>(reached.depth - 1)] = row;
    for (int step = reached.depth - 1; step >= 1; --step) {
        do {
            --row;
        } while (!serves(row, step) || (step == 1 && !m_plan.mayStart(m_time[row])));
        m_chain[static_cast<std::size_t>(step - 1)] = row;
    }
}

PlainScan::Reached PlainScan::scan(Index begin, Index end) const
{
    const bool bounded = m_plan.from > -FunnelWindow::kUnlimited || m_plan.to < FunnelWindow::kUnlimited;
    return !m_byType ? scanMasks(begin, end)
        : bounded    ? scanTypes<true>(begin, end)
                     : scanTypes<false>(begin, end);
}

void PlainScan::evaluate(Index customer, Index begin, Index end, FunnelChunk& chunk, CaseWriter& writer)
{
    Reached reached = scan(begin, end);
    if (reached.depth > 0 && reached.lastStart >= m_plan.end) {
        // it began behind the as-of time: look again at what is seen
        while (end > begin && m_time[end - 1] >= m_plan.end) {
            --end;
        }
        reached = scan(begin, end);
    }
    if (reached.depth == 0) {
        ++chunk.withoutEntry;
        return;
    }
    if (m_byType) {
        trace(reached, [steps = m_step.data(), types = m_type](Index row, int step) {
            return steps[types[row]] == step;
        });
    } else {
        trace(reached, [this](Index row, int step) {
            return ((m_plan.matcher.mask(row) >> static_cast<unsigned>(step - 1)) & 1U) != 0;
        });
    }
    const bool limited = m_plan.window.isLimited();
    const bool open = limited && reached.depth < m_steps && m_plan.end - reached.lastStart <= m_window;
    const bool running = limited && m_plan.end - m_time[reached.first] <= m_window;
    const auto flags
        = static_cast<std::uint8_t>((open ? FunnelCases::kOpen : 0) | (running ? 0 : FunnelCases::kMatured));
    writer.add(customer, std::span(m_chain).first(static_cast<std::size_t>(reached.depth)),
               (std::uint32_t {1} << static_cast<unsigned>(reached.depth)) - 1U, flags);
}

}  // namespace meitrace
