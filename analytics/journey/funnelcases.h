// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnelplan.h"
#include "models/domain/kind.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace meitrace {

/// What one pass over a range of customers found.
struct FunnelChunk {
    /// Times of the cases that reached a row, in the order of the cases
    struct RowTimes {
        std::vector<Millis> wait;
        std::vector<Millis> sinceFirst;
    };

    std::vector<std::int32_t> customer;
    std::vector<std::uint32_t> served;
    std::vector<Index> first;  ///< row of the chain's first event
    std::vector<Index> last;
    std::vector<std::uint8_t> flags;
    std::vector<std::uint32_t> code;  ///< of the split; kNoGroup: the case has no place in it
    std::vector<RowTimes> rows;       ///< by row; the first of a chain has no times
    std::vector<Index> chains;        ///< FunnelCases::chain, where it is asked for
    Index outside = 0;
    Index withoutEntry = 0;
    Index dropped = 0;

    static constexpr std::uint32_t kNoGroup = 0xFFFFFFFF;
};

/// Writes cases into a chunk: one per thread and chunk.
class CaseWriter {
public:
    /// expected: about how many cases there will be
    CaseWriter(const FunnelPlan& plan, Index expected, FunnelChunk& chunk);

    /// chain: rows of the snapshot, in the order of serving; served: bit per row of the result, as many as
    /// chain has events.
    void add(Index customer, std::span<const Index> chain, std::uint32_t served, std::uint8_t flags);

private:
    [[nodiscard]] Millis between(Index earlier, Index later) const
    {
        constexpr auto kDay = static_cast<std::uint8_t>(TimeQuality::WholeDay);
        if (m_plan.hasDays && (m_precision[earlier] >= kDay || m_precision[later] >= kDay)) {
            return daysBetween(earlier, later);
        }
        return std::max<Millis>(0, m_time[later] - m_time[earlier]);
    }
    [[nodiscard]] Millis daysBetween(Index earlier, Index later) const;
    [[nodiscard]] std::uint32_t codeOf(Index customer, std::span<const Index> chain,
                                       std::uint32_t served) const;
    [[nodiscard]] std::uint32_t codeOfEvent(Index customer, Index row) const
    {
        return m_field ? (*m_field)[row] : m_circumstance->code(customer, row);
    }

    const FunnelPlan& m_plan;
    FunnelChunk& m_chunk;
    const Millis* m_time;
    const std::uint8_t* m_precision;
    const std::uint32_t* m_attribute = nullptr;
    std::optional<Codes> m_field;
    std::optional<CircumstanceReader> m_circumstance;
};

}  // namespace meitrace
