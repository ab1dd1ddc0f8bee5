// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/dayrange.h"

#include "models/base/calendar.h"
#include "models/base/text.h"
#include "models/ingest/celltext.h"

#include <array>
#include <vector>

namespace meitrace {

namespace {

constexpr std::size_t kShortestDate = 8;
constexpr int kLongestRange = 3'660;

std::optional<Day> wholeDate(std::string_view text, const TimeReading& reading)
{
    const std::string_view inside = trimmed(text);
    if (inside.size() < kShortestDate) {
        return std::nullopt;
    }
    const Moment moment = readMoment(inside, reading);
    const bool date = moment.outcome == Moment::Outcome::Read && moment.hasDate && !moment.isUtc
        && !moment.repaired && moment.quality <= TimeQuality::WholeDay;
    return date ? std::optional<Day>(moment.day) : std::nullopt;
}

/// Year, month and day from position at on, as digits with or without a mark between them.
std::optional<Day> dayAt(std::string_view name, std::size_t at)
{
    constexpr std::size_t kYearDigits = 4;
    const auto number = [&](std::size_t digits) {
        int value = 0;
        for (; digits > 0 && at < name.size() && isDigit(name[at]); --digits) {
            value = value * 10 + (name[at++] - '0');
        }
        return value;
    };
    const int year = number(kYearDigits);
    const bool marked = at < name.size() && (name[at] == '-' || name[at] == '_' || name[at] == '.');
    at += marked ? 1 : 0;
    const std::size_t monthAt = at;
    const int month = number(2);
    const bool compact = !marked && at - monthAt == 2;
    const bool spaced = marked && at > monthAt && at < name.size() && name[at] == name[monthAt - 1];
    at += spaced ? 1 : 0;
    const std::size_t dayBegin = at;
    const int day = number(2);
    const bool whole = (compact && at - dayBegin == 2) || (spaced && at > dayBegin);
    const bool ends = at == name.size() || !isDigit(name[at]);
    if (!whole || !ends || year < 2000 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const Day found = dayFromCivil(year, month, day);
    return civilFromDay(found).day == day ? std::optional<Day>(found) : std::nullopt;
}

bool beginsNumber(std::string_view name, std::size_t at)
{
    return isDigit(name[at]) && (at == 0 || !isDigit(name[at - 1]));
}

std::string_view withoutFolder(std::string_view file)
{
    const std::size_t folder = file.find_last_of("/\\");
    return folder == std::string_view::npos ? file : file.substr(folder + 1);
}

/// The days of the month that begins at position at: 202606, 2026-06 and no day behind it.
std::optional<DayRange> monthAt(std::string_view name, std::size_t at)
{
    constexpr std::size_t kYearDigits = 4;
    std::string digits;
    std::size_t end = at;
    const auto take = [&](std::size_t most) {
        for (std::size_t taken = 0; taken < most && end < name.size() && isDigit(name[end]); ++taken) {
            digits += name[end++];
        }
    };
    take(kYearDigits);
    const bool marked = end < name.size() && (name[end] == '-' || name[end] == '_' || name[end] == '.');
    end += marked ? 1 : 0;
    take(2);
    const bool more = end < name.size()
        && (isDigit(name[end]) || (marked && end + 1 < name.size() && isDigit(name[end + 1])));
    if (digits.size() != kYearDigits + 2 || more) {
        return std::nullopt;
    }
    const int year = std::stoi(digits.substr(0, kYearDigits));
    const int month = std::stoi(digits.substr(kYearDigits));
    if (year < 2000 || year > 2099 || month < 1 || month > 12) {
        return std::nullopt;
    }
    const Day first = dayFromCivil(year, month, 1);
    return DayRange {first, addMonths(first, 1) - 1};
}

}  // namespace

std::optional<DayRange> readDayRange(std::string_view cell, const TimeReading& reading)
{
    static constexpr std::array<std::string_view, 8> kMarks {
        "~", "\xEF\xBD\x9E", "\xE8\x87\xB3", "\xE5\x88\xB0", " to ", "\xE2\x80\x93", "\xE2\x80\x94", "-"};
    for (const std::string_view mark : kMarks) {
        for (std::size_t at = cell.find(mark); at != std::string_view::npos; at = cell.find(mark, at + 1)) {
            const std::optional<Day> first = wholeDate(cell.substr(0, at), reading);
            const std::optional<Day> last
                = first ? wholeDate(cell.substr(at + mark.size()), reading) : std::nullopt;
            if (last && *last >= *first && *last - *first < kLongestRange) {
                return DayRange {*first, *last};
            }
        }
    }
    return std::nullopt;
}

std::optional<Day> dayInFileName(std::string_view file)
{
    const std::string_view name = withoutFolder(file);
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (const auto day = beginsNumber(name, at) ? dayAt(name, at) : std::nullopt) {
            return day;
        }
    }
    return std::nullopt;
}

std::optional<DayRange> daysInFileName(std::string_view file)
{
    const std::string_view name = withoutFolder(file);
    std::vector<Day> days;
    std::optional<DayRange> month;
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (!beginsNumber(name, at)) {
            continue;
        }
        if (const auto day = dayAt(name, at)) {
            days.push_back(*day);
        } else if (!month) {
            month = monthAt(name, at);
        }
    }
    if (days.size() >= 2 && days[1] >= days[0] && days[1] - days[0] < kLongestRange) {
        return DayRange {days[0], days[1]};
    }
    return days.empty() ? month : std::nullopt;
}

}  // namespace meitrace
