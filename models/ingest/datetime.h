// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"
#include "models/domain/fate.h"
#include "models/domain/kind.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meitrace {

enum class TimeFormat : std::uint8_t { Auto, Iso, Ymd, Dmy, Mdy, EpochS, EpochMs, EpochUs, Excel };

/// "auto", "iso", "ymd", "dmy", "mdy", "epoch_s", "epoch_ms", "epoch_us", "excel"
std::optional<TimeFormat> timeFormatByName(std::string_view name);

/// How the times of a column are written: decided once per column.
struct TimeReading {
    TimeFormat format = TimeFormat::Auto;
    bool dayFirst = false;    ///< 30/06/2026
    bool monthFirst = false;  ///< 06/30/2026; with neither such dates are ambiguous
    int epochDigits = -1;  ///< 10, 13, 16; 0: no epoch column; -1: nothing is known, each cell by its length
    Day earliestSerial = 25569;  ///< smallest spreadsheet day number taken for one
    Day today = 0;               ///< for two-digit years, and for suggestions
};

/// An instant as it was written.
struct Moment {
    enum class Outcome : std::uint8_t { Read, Missing, Placeholder, Bad, Ambiguous, NoYear };

    Outcome outcome = Outcome::Bad;
    TimeQuality quality = TimeQuality::Exact;
    bool hasDate = false;
    bool hasClock = false;
    bool isUtc = false;     ///< an offset, Z or an epoch was given: `day` and `clock` are UTC
    bool repaired = false;  ///< a spreadsheet's day number
    bool fullWidth = false;
    Day day = 0;
    std::int64_t clock = 0;  ///< milliseconds since midnight; 24:00 is the next day
    int first = 0;           ///< Ambiguous: the two numbers; NoYear: month and day
    int second = 0;
    int year = 0;

    /// Milliseconds since 1970-01-01 on the wall clock, or UTC when isUtc
    [[nodiscard]] Millis millis() const { return static_cast<Millis>(day) * kDayMillis + clock; }
};

/// Reads any spelling of domain 4.5. A cell with a clock only has hasDate false.
Moment readMoment(std::string_view cell, const TimeReading& reading);

/// What would be accepted instead of a cell that was not: "2026-06-30". May be empty.
std::string suggestionFor(const Moment& moment, const TimeReading& reading);

/// The cell of a date that lies after `today`, with the year that was perhaps meant: the latest of the last
/// ten that differs in one digit and makes the date one of the past. "2063-07-01" in 2026: "2023-07-01".
/// Empty where there is none or the year does not stand in the cell.
std::string withLikelyYear(std::string_view cell, Day day, Day today);

/// The first two numbers of a date that ends with the year, "30/06/2026": evidence for their order.
std::optional<std::pair<int, int>> yearLastNumbers(std::string_view cell);

namespace detail {

/// Everything that is neither ISO nor a plain number: years with words, month names, AM and PM, offsets.
/// `folded` as made by FoldedCell.
Moment readWordedMoment(std::string_view folded, const TimeReading& reading);

/// Puts a date into the moment; false when there is no such day. 0000-00-00, 0001-01-01, 1900-01-01 and
/// 1899-12-30 become placeholders.
bool setDate(Moment& moment, int year, int month, int day);
/// False when there is no such time of day. Hour 24 only as 24:00:00.
bool setClock(Moment& moment, int hour, int minute, int second, int millisecond);
/// Moves the moment to UTC.
void setOffset(Moment& moment, int minutes);

}  // namespace detail

}  // namespace meitrace
