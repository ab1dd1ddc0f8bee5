// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/datetime.h"

#include "models/base/calendar.h"
#include "models/ingest/celltext.h"
#include "models/ingest/money.h"
#include "models/ingest/words.h"

#include <array>
#include <functional>
#include <numeric>

namespace meitrace {

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kMinute = 60'000;
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
/// Day 0 of spreadsheets is 1899-12-30 for all dates after the 29 February 1900 that they believe in.
constexpr Day kSerialEpoch = 25569;
constexpr Day kFalseLeapDay = 60;
constexpr Day kLatestSerial = 73050;  // 2099-12-31

int twoDigits(const char* at)
{
    return isDigit(at[0]) && isDigit(at[1]) ? (at[0] - '0') * 10 + (at[1] - '0') : -1;
}

int fourDigits(const char* at)
{
    const int high = twoDigits(at);
    const int low = twoDigits(at + 2);
    return high < 0 || low < 0 ? -1 : high * 100 + low;
}

/// Z, UTC, +08:00, +0800, +08, or nothing. False when it is something else.
bool readIsoZone(std::string_view rest, Moment& moment)
{
    if (rest.empty()) {
        return true;
    }
    if (rest == "Z" || rest == " UTC" || rest == "UTC" || rest == " Z") {
        moment.isUtc = true;
        return true;
    }
    if ((rest[0] != '+' && rest[0] != '-') || (rest.size() != 3 && rest.size() != 5 && rest.size() != 6)) {
        return false;
    }
    const int hours = twoDigits(rest.data() + 1);
    const bool colon = rest.size() == 6;
    const int minutes = rest.size() == 3 ? 0 : twoDigits(rest.data() + rest.size() - 2);
    if (hours < 0 || minutes < 0 || hours > 14 || minutes > 59 || (colon && rest[3] != ':')) {
        return false;
    }
    detail::setOffset(moment, (rest[0] == '-' ? -1 : 1) * (hours * 60 + minutes));
    return true;
}

/// Decimals of a second behind position `at`, which moves behind them; further ones than milliseconds are
/// cut.
int readFraction(std::string_view cell, std::size_t& at)
{
    int millis = 0;
    int unit = 100;
    for (; at < cell.size() && isDigit(cell[at]); ++at) {
        millis += (cell[at] - '0') * unit;
        unit /= 10;
    }
    return millis;
}

struct Clock {
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millis = 0;
};

constexpr std::size_t kToMinutes = 16;
constexpr std::size_t kToSeconds = 19;

/// 14:30[:09[.123]] behind a date of ten characters. Returns where the rest begins; 0 when the cell looks
/// otherwise.
std::size_t readIsoClock(std::string_view cell, Moment& moment, Clock& clock)
{
    const char* at = cell.data();
    if (cell.size() < kToMinutes || (at[10] != ' ' && at[10] != 'T') || at[13] != ':') {
        return 0;
    }
    clock.hour = twoDigits(at + 11);
    clock.minute = twoDigits(at + 14);
    std::size_t next = kToMinutes;
    moment.quality = TimeQuality::Minute;
    if (cell.size() >= kToSeconds && at[16] == ':') {
        clock.second = twoDigits(at + 17);
        next = kToSeconds;
        moment.quality = TimeQuality::Exact;
        if (cell.size() > 20 && (at[19] == '.' || at[19] == ',') && isDigit(at[20])) {
            clock.millis = readFraction(cell, ++next);
        }
    }
    return clock.hour < 0 || clock.minute < 0 || clock.second < 0 ? 0 : next;
}

/// 2024-03-05, 2024/03/05, with 14:30[:09[.123]] and a zone. False when the cell looks otherwise.
bool readIso(std::string_view cell, Moment& moment)
{
    const char* at = cell.data();
    if (cell.size() < 10 || (at[4] != '-' && at[4] != '/') || at[7] != at[4]) {
        return false;
    }
    const int year = fourDigits(at);
    const int month = twoDigits(at + 5);
    const int day = twoDigits(at + 8);
    if (year < 0 || month < 0 || day < 0) {
        return false;
    }
    if (cell.size() == 10) {
        moment.quality = TimeQuality::WholeDay;
        moment.outcome = detail::setDate(moment, year, month, day) ? moment.outcome : Moment::Outcome::Bad;
        return true;
    }
    Clock clock;
    const std::size_t next = readIsoClock(cell, moment, clock);
    if (next == 0) {
        return false;
    }
    const bool valid = detail::setDate(moment, year, month, day)
        && detail::setClock(moment, clock.hour, clock.minute, clock.second, clock.millis);
    const std::string_view rest = cell.substr(next);
    const bool slot = next == kToMinutes && at[10] == ' ' && !rest.empty() && rest[0] == '-';  // 10:00-11:00
    if (slot || !readIsoZone(rest, moment)) {
        return false;
    }
    moment.outcome = valid ? moment.outcome : Moment::Outcome::Bad;
    return true;
}

void setMillis(Moment& moment, Millis millis)
{
    moment.day
        = static_cast<Day>(millis >= 0 ? millis / kDayMillis : -((kDayMillis - 1 - millis) / kDayMillis));
    moment.clock = millis - static_cast<Millis>(moment.day) * kDayMillis;
    moment.hasDate = true;
    moment.hasClock = true;
    moment.outcome = Moment::Outcome::Read;
}

/// An instant as a count since 1970; `digits` 10, 13 or 16 says of what.
bool readEpoch(const Decimal& number, int digits, Moment& moment)
{
    Decimal seconds = number;
    seconds.places += digits - 10;
    bool exact = true;
    const std::optional<std::int64_t> millis = scaled(seconds, 3, exact);
    constexpr Millis kLatest = 4'102'444'800'000;  // 2100
    if (!millis || *millis < 0 || *millis >= kLatest) {
        return false;
    }
    setMillis(moment, *millis);
    moment.isUtc = true;
    return true;
}

bool readSerial(const Decimal& number, Day earliest, Moment& moment)
{
    bool exact = true;
    const std::optional<std::int64_t> seconds
        = scaled({.mantissa = number.mantissa, .places = number.places}, 0, exact);
    if (!seconds) {
        return false;
    }
    __extension__ using Wide = __int128;
    Wide scale = 1;
    for (int i = 0; i < number.places; ++i) {
        scale *= 10;
    }
    // Whole seconds: the fraction of a day that a spreadsheet writes is exact to some microseconds.
    const auto total
        = static_cast<std::int64_t>((static_cast<Wide>(number.mantissa) * 86'400 * 2 + scale) / (2 * scale));
    const auto serial = static_cast<Day>(total / 86'400);
    if (number.mantissa <= 0 || serial < earliest || serial > kLatestSerial || serial == kFalseLeapDay) {
        return false;
    }
    const Day day = serial - kSerialEpoch + (serial < kFalseLeapDay ? 1 : 0);
    setMillis(moment, static_cast<Millis>(day) * kDayMillis + total % 86'400 * 1000);
    moment.hasClock = !exact;
    moment.quality = exact ? TimeQuality::WholeDay : TimeQuality::Exact;
    moment.repaired = true;
    return true;
}

/// 20240305, 202403051430, 20240305143009
bool readCompact(std::string_view cell, Moment& moment)
{
    const std::size_t size = cell.size();
    const char* at = cell.data();
    const int year = fourDigits(at);
    if (year < kFirstYear || year > kLastYear
        || !detail::setDate(moment, year, twoDigits(at + 4), twoDigits(at + 6))) {
        return false;
    }
    moment.quality = size == 8 ? TimeQuality::WholeDay
        : size == 12           ? TimeQuality::Minute
                               : TimeQuality::Exact;
    return size == 8
        || detail::setClock(moment, twoDigits(at + 8), twoDigits(at + 10),
                            size == 14 ? twoDigits(at + 12) : 0, 0);
}

int wantedDigits(const TimeReading& reading, std::size_t digits)
{
    switch (reading.format) {
    case TimeFormat::EpochS:
        return 10;
    case TimeFormat::EpochMs:
        return 13;
    case TimeFormat::EpochUs:
        return 16;
    case TimeFormat::Auto:
        break;
    default:
        return 0;
    }
    if (reading.epochDigits < 0) {
        return digits == 10 || digits == 13 || digits == 16 ? static_cast<int>(digits) : 0;
    }
    const auto wanted = static_cast<std::size_t>(reading.epochDigits);
    return wanted != 0 && (digits == wanted || digits + 1 == wanted) ? reading.epochDigits : 0;
}

/// A cell of digits, perhaps with decimals.
Moment readNumber(std::string_view cell, const Decimal& number, const TimeReading& reading)
{
    Moment moment;
    const std::size_t digits = std::min(cell.find('.'), cell.size());
    const bool yearFirst = reading.format == TimeFormat::Auto || reading.format == TimeFormat::Iso
        || reading.format == TimeFormat::Ymd;
    if (const int wanted = wantedDigits(reading, digits); wanted != 0) {
        moment.outcome = readEpoch(number, wanted, moment) ? moment.outcome : Moment::Outcome::Bad;
        return moment;
    }
    if (yearFirst && number.places == 0 && (digits == 8 || digits == 12 || digits == 14)) {
        moment.outcome = readCompact(cell, moment) ? moment.outcome : Moment::Outcome::Bad;
        return moment;
    }
    const bool free = reading.format == TimeFormat::Auto && digits == 5;
    if (free || reading.format == TimeFormat::Excel) {
        const Day earliest = reading.format == TimeFormat::Excel ? 1 : reading.earliestSerial;
        moment.outcome = readSerial(number, earliest, moment) ? moment.outcome : Moment::Outcome::Bad;
    }
    return moment;
}

bool isPlaceholder(int year, int month, int day)
{
    return (year == 0 && month == 0 && day == 0) || (year == 1 && month == 1 && day == 1)
        || (year == 1900 && month == 1 && day == 1) || (year == 1899 && month == 12 && day >= 30);
}

}  // namespace

std::optional<TimeFormat> timeFormatByName(std::string_view name)
{
    constexpr std::array<std::string_view, 9> kNames {"auto",    "iso",      "ymd",      "dmy",  "mdy",
                                                      "epoch_s", "epoch_ms", "epoch_us", "excel"};
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames[i] == name) {
            return static_cast<TimeFormat>(i);
        }
    }
    return std::nullopt;
}

namespace detail {

bool setDate(Moment& moment, int year, int month, int day)
{
    moment.hasDate = true;
    if (isPlaceholder(year, month, day)) {
        moment.outcome = Moment::Outcome::Placeholder;
        return true;
    }
    if (year < kFirstYear || year > kLastYear || !isValidDate(year, month, day)) {
        return false;
    }
    moment.day = dayFromCivil(year, month, day);
    moment.outcome = Moment::Outcome::Read;
    return true;
}

bool setClock(Moment& moment, int hour, int minute, int second, int millisecond)
{
    const bool midnight = hour == 24 && minute == 0 && second == 0 && millisecond == 0;
    if (hour < 0 || (hour > 23 && !midnight) || minute < 0 || minute > 59 || second < 0 || second > 59) {
        return false;
    }
    moment.hasClock = true;
    moment.clock = hour * kHour + minute * kMinute + second * std::int64_t {1000} + millisecond;
    return true;
}

void setOffset(Moment& moment, int minutes)
{
    const Day day = moment.day;
    const Millis millis = moment.millis() - minutes * kMinute;
    const Moment::Outcome outcome = moment.outcome;
    moment.isUtc = true;
    if (outcome == Moment::Outcome::Read || day != 0) {
        setMillis(moment, millis);
        moment.outcome = outcome;
    }
}

}  // namespace detail

Moment readMoment(std::string_view cell, const TimeReading& reading)
{
    Moment moment;
    const bool anyOrder = reading.format == TimeFormat::Auto || reading.format == TimeFormat::Iso
        || reading.format == TimeFormat::Ymd || reading.format == TimeFormat::Dmy
        || reading.format == TimeFormat::Mdy;
    if (anyOrder && readIso(cell, moment)) {
        return moment;
    }
    bool guarded = false;
    const std::string_view inside = withoutGuards(cell, guarded);
    moment = Moment {};
    if (inside.empty() || isNullWord(inside)) {
        moment.outcome = Moment::Outcome::Missing;
        return moment;
    }
    FoldedCell folded;
    if (!folded.fold(inside)) {
        return moment;
    }
    const std::string_view text = folded.text();
    Decimal number;
    if (isDigit(text.front()) && readPlainDecimal(text, number.mantissa, number.places)) {
        moment = readNumber(text, number, reading);
    } else if (anyOrder) {
        moment = detail::readWordedMoment(text, reading);
    }
    moment.fullWidth = folded.fullWidth();
    return moment;
}

std::string suggestionFor(const Moment& moment, const TimeReading& reading)
{
    if (moment.outcome == Moment::Outcome::NoYear) {
        const int year = civilFromDay(reading.today).year;
        for (int y = year; y > year - 8; --y) {
            if (isValidDate(y, moment.first, moment.second)
                && dayFromCivil(y, moment.first, moment.second) <= reading.today) {
                return isoDate(dayFromCivil(y, moment.first, moment.second));
            }
        }
    }
    if (moment.outcome == Moment::Outcome::Ambiguous && isValidDate(moment.year, moment.first, moment.second)
        && isValidDate(moment.year, moment.second, moment.first)) {
        return isoDate(dayFromCivil(moment.year, moment.first, moment.second)) + " / "
            + isoDate(dayFromCivil(moment.year, moment.second, moment.first));
    }
    return {};
}

std::string withLikelyYear(std::string_view cell, Day day, Day today)
{
    const CivilDate date = civilFromDay(day);
    const std::string written = std::to_string(date.year);
    const std::size_t at = cell.find(written);
    if (at == std::string_view::npos) {
        return {};
    }
    const int last = civilFromDay(today).year;
    for (int year = last; year > last - 10; --year) {
        const std::string meant = std::to_string(year);
        const bool isNear = meant.size() == written.size()
            && std::inner_product(meant.begin(), meant.end(), written.begin(), 0, std::plus<>(),
                                  std::not_equal_to<>())
                == 1;
        if (isNear && isValidDate(year, date.month, date.day)
            && dayFromCivil(year, date.month, date.day) <= today) {
            return std::string(cell).replace(at, written.size(), meant);
        }
    }
    return {};
}

}  // namespace meitrace
