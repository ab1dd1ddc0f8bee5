// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/demo/clinicbook.h"
#include "models/demo/draw.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace meitrace::demo {

/// Clinic-local wall clock in seconds since 1970-01-01 local. The clinic's zone (UTC+08:00) has no changes in
/// the window.
using Second = std::int64_t;
inline constexpr Second kDaySeconds = 86'400;
inline constexpr Second kHour = 3'600;
inline constexpr Second kZoneSeconds = 8 * kHour;

constexpr Second at(Day day, Second secondOfDay)
{
    return static_cast<Second>(day) * kDaySeconds + secondOfDay;
}

/// day of a wall-clock second at or after 1970
constexpr Day dayOf(Second second)
{
    return static_cast<Day>(second / kDaySeconds);
}

/// When the clinic's data begin and end, when it is open, and how busy people are to come.
class ClinicCalendar {
public:
    static const ClinicCalendar& get();

    [[nodiscard]] Day firstDay() const { return m_first; }  ///< 2023-07-01
    [[nodiscard]] Day asOf() const { return m_last; }       ///< 2026-06-30, the last day with facts
    [[nodiscard]] Day bookedUntil() const { return m_last + kDaysAhead; }
    [[nodiscard]] Day priceRise() const { return m_priceRise; }  ///< 2025-03-01 (T15)
    [[nodiscard]] Day staffLeft() const { return m_staffLeft; }  ///< one consultant of each store leaves
    [[nodiscard]] bool inWindow(Second second) const
    {
        return second >= at(m_first, 0) && second < at(m_last + 1, 0);
    }

    [[nodiscard]] bool isOpen(Day day) const;
    /// Name of the promotion that runs on a day; empty = none
    [[nodiscard]] const std::string& promotion(Day day) const;
    /// An open day within three days of the target, busy weekdays more often. Never before `earliest`.
    [[nodiscard]] Day openDayNear(Draw& draw, Day target, Day earliest) const;
    /// A day of the window on which a lead comes in: month, weekday, season of the treatment, closed days.
    [[nodiscard]] Day leadDay(Draw& draw, Season season) const;

    static constexpr Day kDaysAhead = 14;

private:
    struct Span {
        Day from = 0, to = 0;
        bool closed = false;
        std::string name;
    };

    ClinicCalendar();

    Day m_first, m_last, m_priceRise, m_staffLeft;
    std::vector<Span> m_spans;
    std::array<std::vector<std::uint64_t>, 3>
        m_leadsUpTo;  ///< cumulative weights of the days of the window, per Season
};

}  // namespace meitrace::demo
