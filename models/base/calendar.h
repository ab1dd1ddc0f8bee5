// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/units.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// Proleptic Gregorian date. month 1-12, day 1-31.
struct CivilDate {
    int year = 1970;
    int month = 1;
    int day = 1;
};

/// Days since 1970-01-01. Any year.
Day dayFromCivil(int year, int month, int day);
CivilDate civilFromDay(Day day);
bool isValidDate(int year, int month, int day);
/// 0 = Monday … 6 = Sunday
int weekday(Day day);
/// First day of the calendar month n months after the month of `day`; n may be negative.
Day monthStart(Day day, int monthsLater = 0);
/// The same day of month n months later, clipped to the month's length.
Day addMonths(Day day, int months);
/// "2026-06-30"
std::string isoDate(Day day);
std::optional<Day> parseIsoDate(std::string_view text);

/// A time zone with all its offset changes from 1900 to 2100 as a table, so that conversions need no outside
/// call. Immutable and safe to share between threads.
class Zone {
public:
    /// Errors  NotFound(zone name)
    static Result<Zone> find(const std::string& ianaName);
    /// Asia/Shanghai is the default of a workspace; UTC+08:00 all year since 1991.
    static Zone utc();

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] Millis offsetAt(Millis utc) const;
    /// Civil day of an instant; the day starts dayStart milliseconds after local midnight.
    [[nodiscard]] Day dayOf(Millis utc, Millis dayStart = 0) const;
    /// Milliseconds since local midnight, 0 to 86,399,999
    [[nodiscard]] Millis timeOfDay(Millis utc) const;
    /// UTC of a local wall-clock reading (milliseconds since 1970-01-01 local). In a gap the later, in an
    /// overlap the earlier.
    [[nodiscard]] Millis toUtc(Millis local) const;
    [[nodiscard]] Millis startOfDay(Day day) const { return toUtc(static_cast<Millis>(day) * kDayMillis); }
    /// "2026-06-30T14:05:09+08:00", with milliseconds only when they are not zero
    [[nodiscard]] std::string isoTime(Millis utc) const;

private:
    Zone() = default;

    std::string m_name;
    std::shared_ptr<const std::vector<Millis>>
        m_from;  ///< instants of change, ascending; the first is the lowest number
    std::shared_ptr<const std::vector<Millis>> m_offset;  ///< offset from that instant on
};

}  // namespace meitrace
