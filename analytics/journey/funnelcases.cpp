// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funnelcases.h"

#include <algorithm>
#include <bit>

namespace meitrace {

CaseWriter::CaseWriter(const FunnelPlan& plan, Index expected, FunnelChunk& chunk)
    : m_plan(plan)
    , m_chunk(chunk)
    , m_time(plan.snapshot.time().data())
    , m_precision(plan.snapshot.precision().data())
{
    const auto size = static_cast<std::size_t>(expected);
    chunk.customer.reserve(size);
    chunk.served.reserve(size);
    chunk.first.reserve(size);
    chunk.last.reserve(size);
    chunk.flags.reserve(size);
    chunk.rows.resize(static_cast<std::size_t>(plan.steps));
    if (plan.splitAttribute) {
        m_attribute = plan.splitAttribute->code.data();
    } else if (plan.splitField) {
        m_field = plan.snapshot.codes(*plan.splitField);
    } else if (plan.splitCircumstance) {
        m_circumstance.emplace(plan.snapshot, *plan.splitCircumstance, plan.end);
    }
}

Millis CaseWriter::daysBetween(Index earlier, Index later) const
{
    const Snapshot& snapshot = m_plan.snapshot;
    return std::max<Millis>(0, snapshot.dayOf(m_time[later]) - snapshot.dayOf(m_time[earlier])) * kDayMillis;
}

std::uint32_t CaseWriter::codeOf(Index customer, std::span<const Index> chain, std::uint32_t served) const
{
    if (m_attribute != nullptr) {
        return m_attribute[customer];
    }
    const FunnelAttribution& attribution = m_plan.options.attribution;
    if (attribution.at == FunnelAttribution::At::Step) {
        const auto row = static_cast<unsigned>(attribution.step - 1);
        if (((served >> row) & 1U) == 0) {
            return FunnelChunk::kNoGroup;
        }
        const int place = std::popcount(served & ((std::uint32_t {1} << row) - 1U));
        return codeOfEvent(customer, chain[static_cast<std::size_t>(place)]);
    }
    const bool first = attribution.at == FunnelAttribution::At::First;
    if (m_circumstance && !m_plan.splitCircumstance->isOfOneType()) {
        return codeOfEvent(customer, first ? chain.front() : chain.back());
    }
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const std::uint32_t code = codeOfEvent(customer, chain[first ? i : chain.size() - 1 - i]);
        if (code != 0) {
            return code;
        }
    }
    return 0;
}

void CaseWriter::add(Index customer, std::span<const Index> chain, std::uint32_t served, std::uint8_t flags)
{
    m_chunk.customer.push_back(static_cast<std::int32_t>(customer));
    m_chunk.served.push_back(served);
    m_chunk.first.push_back(chain.front());
    m_chunk.last.push_back(chain.back());
    m_chunk.flags.push_back(flags);
    if (m_attribute != nullptr || m_field || m_circumstance) {
        m_chunk.code.push_back(codeOf(customer, chain, served));
    }
    if (m_plan.options.keepChains) {
        std::size_t next = 0;
        for (int row = 0; row < m_plan.steps; ++row) {
            const bool isServed = ((served >> static_cast<unsigned>(row)) & 1U) != 0;
            m_chunk.chains.push_back(isServed ? chain[next++] : -1);
        }
    }
    std::size_t place = 1;
    for (std::uint32_t rest = served & (served - 1U); rest != 0; rest &= rest - 1U, ++place) {
        FunnelChunk::RowTimes& row = m_chunk.rows[static_cast<std::size_t>(std::countr_zero(rest))];
        row.wait.push_back(between(chain[place - 1], chain[place]));
        row.sinceFirst.push_back(between(chain[0], chain[place]));
    }
}

}  // namespace meitrace
