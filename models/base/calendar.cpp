// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <limits>
#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>

namespace meitrace {

namespace {

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

bool isLeap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int daysInMonth(int year, int month)
{
    static constexpr std::array<int, 12> kDays {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

}  // namespace

// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil and its inverse).
Day dayFromCivil(int year, int month, int day)
{
    const int y = year - (month <= 2 ? 1 : 0);
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int yearOfEra = y - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

CivilDate civilFromDay(Day day)
{
    const std::int64_t z = static_cast<std::int64_t>(day) + 719468;
    const std::int64_t era = floorDiv(z, 146097);
    const std::int64_t dayOfEra = z - era * 146097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t mp = (5 * dayOfYear + 2) / 153;
    CivilDate date;
    date.day = static_cast<int>(dayOfYear - (153 * mp + 2) / 5 + 1);
    date.month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
    date.year = static_cast<int>(yearOfEra + era * 400 + (date.month <= 2 ? 1 : 0));
    return date;
}

bool isValidDate(int year, int month, int day)
{
    return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

int weekday(Day day)
{
    return static_cast<int>(((static_cast<std::int64_t>(day) + 3) % 7 + 7) % 7);
}

Day monthStart(Day day, int monthsLater)
{
    const CivilDate date = civilFromDay(day);
    const std::int64_t months = static_cast<std::int64_t>(date.year) * 12 + date.month - 1 + monthsLater;
    const auto year = static_cast<int>(floorDiv(months, 12));
    return dayFromCivil(year, static_cast<int>(months - static_cast<std::int64_t>(year) * 12) + 1, 1);
}

Day addMonths(Day day, int months)
{
    const CivilDate first = civilFromDay(monthStart(day, months));
    return dayFromCivil(first.year, first.month,
                        std::min(civilFromDay(day).day, daysInMonth(first.year, first.month)));
}

std::string isoDate(Day day)
{
    const CivilDate date = civilFromDay(day);
    std::array<char, 32> buffer {};
    const int length
        = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

std::optional<Day> parseIsoDate(std::string_view text)
{
    CivilDate date;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto number = [&](std::size_t at, std::size_t count, int& out) {
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + count, out);
        return error == std::errc {} && end == text.data() + at + count && out >= 0;
    };
    if (!number(0, 4, date.year) || !number(5, 2, date.month) || !number(8, 2, date.day)
        || !isValidDate(date.year, date.month, date.day)) {
        return std::nullopt;
    }
    return dayFromCivil(date.year, date.month, date.day);
}

Result<Zone> Zone::find(const std::string& ianaName)
{
    const std::unique_ptr<icu::TimeZone> zone(
        icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(ianaName)));
    if (!zone || *zone == icu::TimeZone::getUnknown()) {
        return Error {.code = ErrorCode::NotFound, .subject = ianaName, .detail = "time zone"};
    }
    constexpr double kFrom = -2208988800000.0;  // 1900-01-01
    constexpr double kUntil = 4102444800000.0;  // 2100-01-01
    auto from = std::make_shared<std::vector<Millis>>();
    auto offset = std::make_shared<std::vector<Millis>>();
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t raw = 0;
    std::int32_t dst = 0;
    zone->getOffset(kFrom, 0, raw, dst, status);
    from->push_back(std::numeric_limits<Millis>::min());
    offset->push_back(static_cast<Millis>(raw) + dst);
    if (const auto* basic = dynamic_cast<const icu::BasicTimeZone*>(zone.get())) {
        icu::TimeZoneTransition change;
        double at = kFrom;
        while (basic->getNextTransition(at, 0, change) != 0 && change.getTime() < kUntil) {
            at = change.getTime();
            from->push_back(static_cast<Millis>(at));
            offset->push_back(static_cast<Millis>(change.getTo()->getRawOffset())
                              + change.getTo()->getDSTSavings());
        }
    }
    Zone result;
    result.m_name = ianaName;
    result.m_from = std::move(from);
    result.m_offset = std::move(offset);
    return result;
}

Zone Zone::utc()
{
    Zone result;
    result.m_name = "UTC";
    result.m_from = std::make_shared<std::vector<Millis>>(1, std::numeric_limits<Millis>::min());
    result.m_offset = std::make_shared<std::vector<Millis>>(1, 0);
    return result;
}

Millis Zone::offsetAt(Millis utc) const
{
    const auto& from = *m_from;
    if (utc >= from.back()) {
        return m_offset->back();
    }
    const auto after = std::upper_bound(from.begin(), from.end(), utc);
    return (*m_offset)[static_cast<std::size_t>(after - from.begin() - 1)];
}

Day Zone::dayOf(Millis utc, Millis dayStart) const
{
    return static_cast<Day>(floorDiv(utc + offsetAt(utc) - dayStart, kDayMillis));
}

Millis Zone::timeOfDay(Millis utc) const
{
    const Millis local = utc + offsetAt(utc);
    return local - floorDiv(local, kDayMillis) * kDayMillis;
}

Millis Zone::toUtc(Millis local) const
{
    // Try the offsets in force a day before and after: near a change they differ, elsewhere they agree.
    const Millis before = offsetAt(local - kDayMillis);
    const Millis after = offsetAt(local + kDayMillis);
    if (offsetAt(local - before) == before) {
        return local - before;
    }
    return offsetAt(local - after) == after ? local - after : local - before;
}

std::string Zone::isoTime(Millis utc) const
{
    const Millis offset = offsetAt(utc);
    const Millis local = utc + offset;
    const std::int64_t day = floorDiv(local, kDayMillis);
    const Millis rest = local - day * kDayMillis;
    std::string text = isoDate(static_cast<Day>(day));
    std::array<char, 32> buffer {};
    std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d", static_cast<int>(rest / 3'600'000),
                  static_cast<int>(rest / 60'000 % 60), static_cast<int>(rest / 1000 % 60));
    text += buffer.data();
    if (rest % 1000 != 0) {
        std::snprintf(buffer.data(), buffer.size(), ".%03d", static_cast<int>(rest % 1000));
        text += buffer.data();
    }
    const Millis minutes = (offset < 0 ? -offset : offset) / 60'000;
    std::snprintf(buffer.data(), buffer.size(), "%c%02d:%02d", offset < 0 ? '-' : '+',
                  static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
    return text + buffer.data();
}

}  // namespace meitrace
