// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/periods.h"

#include "models/base/calendar.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

constexpr int kWeek = 7;
constexpr int kQuarter = 3;
constexpr int kYear = 12;

}  // namespace

std::string_view periodUnitCode(PeriodUnit unit)
{
    static constexpr std::array<std::string_view, 5> kCodes {"day", "week", "month", "quarter", "year"};
    return kCodes[static_cast<std::size_t>(unit)];
}

Day periodStart(PeriodUnit unit, Day day)
{
    switch (unit) {
    case PeriodUnit::Days:
        return day;
    case PeriodUnit::Weeks:
        return day - weekday(day);
    case PeriodUnit::Months:
        return monthStart(day);
    case PeriodUnit::Quarters:
        return monthStart(day, -((civilFromDay(day).month - 1) % kQuarter));
    case PeriodUnit::Years:
        return dayFromCivil(civilFromDay(day).year, 1, 1);
    }
    return day;
}

Day periodAfter(PeriodUnit unit, Day start, int n)
{
    switch (unit) {
    case PeriodUnit::Days:
        return start + n;
    case PeriodUnit::Weeks:
        return start + kWeek * n;
    case PeriodUnit::Months:
        return monthStart(start, n);
    case PeriodUnit::Quarters:
        return monthStart(start, kQuarter * n);
    case PeriodUnit::Years:
        return monthStart(start, kYear * n);
    }
    return start;
}

Periods::Periods(PeriodUnit unit, Day from, Day to)
    : m_unit(unit)
{
    Day start = periodStart(unit, to);
    m_start = {periodAfter(unit, start, 1), start};
    while (start > from && static_cast<int>(m_start.size()) <= kMost) {
        start = periodAfter(unit, start, -1);
        m_start.push_back(start);
    }
    std::reverse(m_start.begin(), m_start.end());
    m_of.reserve(static_cast<std::size_t>(m_start.back() - m_start.front()));
    for (int period = 0; period < count(); ++period) {
        m_of.insert(m_of.end(), static_cast<std::size_t>(end(period) - Periods::start(period)), period);
    }
}

}  // namespace meitrace
