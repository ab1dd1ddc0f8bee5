// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/calendar.h"
#include "models/base/result.h"
#include "models/base/units.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meitrace {

/// Seconds to Weeks are exact (a day is 24 hours); Months and Years are calendar units, never 30 or 365 days.
enum class DurationUnit : std::uint8_t { Seconds, Minutes, Hours, Days, Weeks, Months, Years };

/// A length of time as a person wrote it: "12w" stays twelve weeks. count: 0 to a hundred years.
struct Duration {
    std::int64_t count = 0;
    DurationUnit unit = DurationUnit::Days;

    /// True: months() counts. False: millis() counts.
    [[nodiscard]] bool isCalendar() const { return unit >= DurationUnit::Months; }
    /// 0 for calendar units
    [[nodiscard]] Millis millis() const;
    /// 0 for exact units
    [[nodiscard]] int months() const;
    bool operator==(const Duration&) const = default;
};

/// "30min", "12h", "30d", "12w", "24mo", "2y", "90s"; blanks between and long names ("30 days") are read too.
///
/// Errors  BadRule(duration_m): a plain m, which could be minutes or months; detail names both.
///         BadRule(duration): anything else; place.column counts characters of `text` from 1.
Result<Duration> parseDuration(std::string_view text);

/// "s", "min", "h", "d", "w", "mo", "y" and their long English names; nothing for a plain "m".
std::optional<DurationUnit> durationUnitByName(std::string_view name);

/// The short form; parses to an equal value.
std::string printDuration(const Duration& duration);

/// times x duration after the instant (before it when times is negative). Calendar units keep the reading of
/// the wall clock and move the civil day as addMonths() does.
Millis shifted(Millis instant, const Duration& duration, const Zone& zone, int times = 1);

/// The same for civil days. Exact units count whole days, rounded down.
Day shiftedDay(Day day, const Duration& duration, int times = 1);

}  // namespace meitrace
