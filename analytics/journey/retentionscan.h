// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/daytable.h"
#include "analytics/features/eventmatcher.h"
#include "analytics/journey/retention.h"

#include <array>
#include <cstdint>
#include <vector>

namespace meitrace {

/// One entry and what followed it.
struct RetentionTrace {
    static constexpr int kNever = -1;

    int period = 0;           ///< of the entry, in the order of the periods asked for
    std::uint32_t split = 0;  ///< code of the entry's field, 0 without a split
    std::uint64_t hits = 0;   ///< bit per column in which the criterion holds so far
    int mature = 0;           ///< columns 0 … mature - 1 have elapsed
    int daysToReturn = kNever;
    int daysSeen = 0;  ///< from the entry to the as-of day
    std::array<Fen, RetentionOptions::kMostColumns + 1> money {};
};

/// Options bound to a snapshot: finds the entries of a customer and follows each. Reading it is safe from
/// several threads.
class RetentionScan {
public:
    static Result<RetentionScan> make(const Snapshot& snapshot, const RetentionOptions& options, Job& job);

    [[nodiscard]] const Periods& periods() const { return m_periods; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] Day asOf() const { return m_asOf; }

    /// Calls take(trace) for each entry of a customer.
    template <typename Take>
    void each(Index customer, std::vector<Index>& entries, std::vector<Index>& later, Take take) const
    {
        collect(customer, entries, later);
        RetentionTrace trace;
        for (const Index entry : entries) {
            follow(entry, later, trace);
            take(trace);
        }
    }

private:
    static constexpr std::uint64_t kEntry = 1, kReturn = 2, kMoney = 4;

    RetentionScan(const Snapshot& snapshot, const RetentionOptions& options, EventMatcher matcher, Day from,
                  Day to, Day asOf);

    /// Rows that open an entry, and rows that are returns or money, ascending.
    void collect(Index customer, std::vector<Index>& entries, std::vector<Index>& later) const;
    void follow(Index entry, const std::vector<Index>& later, RetentionTrace& trace) const;
    [[nodiscard]] int columnOf(Index entry, Index row, int& reached) const;
    [[nodiscard]] Millis boundary(Index entry, int column) const;
    [[nodiscard]] int matureColumns(Index entry) const;
    [[nodiscard]] std::uint64_t judged(std::uint64_t came, bool cameLater) const;

    const Snapshot* m_snapshot;
    RetentionEntry m_entryRule;
    RetentionAlignment m_alignment;
    RetentionCriterion m_criterion;
    int m_cycleDays;
    std::vector<DayBracket> m_brackets;
    EventMatcher m_matcher;
    Periods m_periods;  ///< from the first entry asked for to the as-of day
    DayTable m_days;
    Day m_from;
    Day m_to;
    Day m_asOf;
    Millis m_end;
    int m_columns;
    const Millis* m_time;
    const Fen* m_amount = nullptr;
    std::optional<Codes> m_split;
};

}  // namespace meitrace
