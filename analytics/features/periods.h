// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/units.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace meitrace {

/// Calendar periods. Weeks begin on Monday.
enum class PeriodUnit : std::uint8_t { Days, Weeks, Months, Quarters, Years };

/// "day", "week", "month", "quarter", "year"
std::string_view periodUnitCode(PeriodUnit unit);

/// First day of the period that the day lies in.
Day periodStart(PeriodUnit unit, Day day);
/// First day of the n-th period after the one that begins on `start`; n may be negative.
Day periodAfter(PeriodUnit unit, Day start, int n);

/// Consecutive periods from the one of a first day to the one of a last day.
class Periods {
public:
    static constexpr int kMost = 20'000;

    /// from <= to; what lies beyond kMost periods is cut off at the beginning.
    Periods(PeriodUnit unit, Day from, Day to);

    [[nodiscard]] PeriodUnit unit() const { return m_unit; }
    [[nodiscard]] int count() const { return static_cast<int>(m_start.size()) - 1; }
    /// First day
    [[nodiscard]] Day start(int period) const { return m_start[static_cast<std::size_t>(period)]; }
    /// First day behind it
    [[nodiscard]] Day end(int period) const { return m_start[static_cast<std::size_t>(period) + 1]; }
    /// -1 outside of them
    [[nodiscard]] int of(Day day) const
    {
        const auto at = static_cast<std::size_t>(day - m_start.front());
        return day < m_start.front() || at >= m_of.size() ? -1 : m_of[at];
    }

private:
    PeriodUnit m_unit;
    std::vector<Day> m_start;        ///< count + 1
    std::vector<std::int32_t> m_of;  ///< by day from the first start on
};

}  // namespace meitrace
