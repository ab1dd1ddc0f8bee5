// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/unitfunnel.h"

#include <algorithm>

namespace meitrace {

void UnitFunnel::addKeyed(const ChainEvent& event, std::size_t offset)
{
    m_all.push_back(event);
    Key key {};
    for (std::size_t h = 0; h < m_hold.size(); ++h) {
        key.parts[h] = (*m_hold[h])[event.row];
    }
    key.parts[3] = m_bounds ? static_cast<std::uint32_t>(m_bounds->unitOf()[offset] + 1) : 0;
    m_keys.push_back(key);
}

void UnitFunnel::sortPartitions()
{
    m_order.clear();
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        bool whole = m_all[i].steps != 0 && (!m_bounds || m_keys[i].parts[3] != 0);
        for (std::size_t h = 0; h < m_hold.size(); ++h) {
            whole = whole && m_keys[i].parts[h] != 0;
        }
        if (whole) {
            m_order.push_back(i);
        }
    }
    std::sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) {
        return m_keys[a] != m_keys[b] ? m_keys[a] < m_keys[b] : a < b;
    });
}

std::int32_t UnitFunnel::firstStart() const
{
    std::size_t first = m_all.size();
    for (const std::size_t i : m_order) {
        first = mayStart(m_all[i]) ? std::min(first, i) : first;
    }
    return first < m_all.size() ? static_cast<std::int32_t>(first) : -1;
}

bool UnitFunnel::fits(const Key& key, const Key& partition) const
{
    for (std::size_t k = 0; k < key.parts.size(); ++k) {
        if (key.parts[k] != 0 && key.parts[k] != partition.parts[k]) {
            return false;
        }
    }
    return true;
}

void UnitFunnel::takePartition(std::size_t from, std::size_t to)
{
    m_events.clear();
    const Key& partition = m_keys[m_order[from]];
    if (m_plan.exclusions == 0 && m_plan.options.mode != FunnelMode::Strict) {
        for (std::size_t i = from; i < to; ++i) {
            m_events.add(m_all[m_order[i]]);
        }
        return;
    }
    for (std::size_t i = 0, own = from; i < m_all.size(); ++i) {
        ChainEvent event = m_all[i];
        if (own < to && m_order[own] == i) {
            ++own;
        } else {
            event.steps = 0;
            event.exclusions = fits(m_keys[i], partition) ? event.exclusions : std::uint8_t {0};
        }
        if (event.matters()) {
            m_events.add(event);
        }
    }
}

}  // namespace meitrace
