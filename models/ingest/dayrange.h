// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/datetime.h"

#include <optional>
#include <string_view>

namespace meitrace {

/// Civil days from the first to the last, both of them in it.
struct DayRange {
    Day first = 0;
    Day last = 0;

    [[nodiscard]] int days() const { return last - first + 1; }
};

/// "2026-06-01 ~ 2026-06-30", "20260601-20260630" and the like: two whole dates with a mark or a word between
/// them. Clocks beside the dates do not count.
std::optional<DayRange> readDayRange(std::string_view cell, const TimeReading& reading);

/// The day a file's name says: 20260630, 2026-06-30, 2026.6.30 and the like; its folder does not count.
std::optional<Day> dayInFileName(std::string_view file);

/// The days a file's name says: two dates, the second not before the first, or a month (2026-06, 202606). One
/// date alone may be any: nothing.
std::optional<DayRange> daysInFileName(std::string_view file);

}  // namespace meitrace
