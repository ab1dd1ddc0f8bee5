// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/daytable.h"
#include "analytics/features/eventmatcher.h"
#include "analytics/features/population.h"
#include "analytics/journey/trend.h"

#include <optional>
#include <string>
#include <vector>

namespace meitrace {

/// Options of a trend bound to the data. Reading it is safe from several threads.
class TrendScan {
public:
    static constexpr int kUnseen = -1;  ///< series of values seen only in the days compared with

    /// Errors  those of trend()
    static Result<TrendScan> make(const Snapshot& snapshot, const TrendOptions& options, Job& job);

    [[nodiscard]] const Periods& periods() const { return m_now.periods; }
    /// nullptr without days to compare with
    [[nodiscard]] const Periods* beforePeriods() const { return m_before ? &m_before->periods : nullptr; }
    [[nodiscard]] const Population& population() const { return m_population; }
    [[nodiscard]] int series() const { return m_seriesCount; }
    /// Of the series that have one
    [[nodiscard]] const std::vector<std::string>& names() const { return m_names; }
    [[nodiscard]] bool hasOther() const { return m_hasOther; }
    [[nodiscard]] Day from() const { return m_now.from; }
    [[nodiscard]] Day to() const { return m_now.to; }
    /// Part of the progress that make() took
    [[nodiscard]] double done() const { return m_codes ? kNaming : 0; }

    /// Calls take(row, series, period, before) for every event that counts, in order.
    template <typename Take>
    void each(Index customer, Take take) const
    {
        const Millis* times = m_snapshot->time().data();
        for (Index row = m_snapshot->begin(customer); row < m_snapshot->end(customer); ++row) {
            const Millis time = times[row];
            if (time < m_days.begin() || time >= m_days.end() || !m_matcher.matches(row)) {
                continue;
            }
            const Day day = m_days.of(time);
            const int series = m_codes ? m_ofCode[(*m_codes)[row]] : 0;
            if (m_now.has(day)) {
                take(row, series, m_now.periods.of(day), false);
            }
            if (m_before && m_before->has(day)) {
                take(row, series, m_before->periods.of(day), true);
            }
        }
    }

private:
    static constexpr double kNaming = 0.4;

    struct Span {
        Periods periods;
        Day from = 0;
        Day to = 0;

        [[nodiscard]] bool has(Day day) const { return day >= from && day <= to; }
    };

    TrendScan(const Snapshot& snapshot, const TrendOptions& options, EventMatcher matcher, Span now,
              std::optional<Span> before);
    static std::optional<Span> spanBefore(const Span& now, TrendCompare compare);
    Status chooseSeries(const TrendOptions& options, Job& job);

    const Snapshot* m_snapshot;
    EventMatcher m_matcher;
    Span m_now;
    std::optional<Span> m_before;
    Population m_population;
    DayTable m_days;
    std::optional<Codes> m_codes;
    std::vector<int> m_ofCode;
    std::vector<std::string> m_names;
    int m_seriesCount = 1;
    bool m_hasOther = false;
};

}  // namespace meitrace
