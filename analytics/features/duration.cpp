// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/duration.h"

#include "models/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace meitrace {

namespace {

struct UnitName {
    std::string_view name;
    DurationUnit unit;
};

// The first name of a unit is the one it is printed with.
constexpr std::array<UnitName, 27> kUnits {{
    {"s", DurationUnit::Seconds},       {"min", DurationUnit::Minutes},  {"h", DurationUnit::Hours},
    {"d", DurationUnit::Days},          {"w", DurationUnit::Weeks},      {"mo", DurationUnit::Months},
    {"y", DurationUnit::Years},         {"sec", DurationUnit::Seconds},  {"second", DurationUnit::Seconds},
    {"seconds", DurationUnit::Seconds}, {"mins", DurationUnit::Minutes}, {"minute", DurationUnit::Minutes},
    {"minutes", DurationUnit::Minutes}, {"hr", DurationUnit::Hours},     {"hour", DurationUnit::Hours},
    {"hours", DurationUnit::Hours},     {"day", DurationUnit::Days},     {"days", DurationUnit::Days},
    {"wk", DurationUnit::Weeks},        {"week", DurationUnit::Weeks},   {"weeks", DurationUnit::Weeks},
    {"mon", DurationUnit::Months},      {"month", DurationUnit::Months}, {"months", DurationUnit::Months},
    {"yr", DurationUnit::Years},        {"year", DurationUnit::Years},   {"years", DurationUnit::Years},
}};

constexpr std::array<Millis, 5> kUnitMillis {1000, 60'000, 3'600'000, kDayMillis, 7 * kDayMillis};
constexpr Millis kLongest = 36'525 * kDayMillis;
constexpr std::int64_t kMostMonths = 1200;

Error refusal(std::string subject, std::string_view text, std::size_t column, std::string detail)
{
    return Error {.code = ErrorCode::BadRule,
                  .subject = std::move(subject),
                  .value = shortened(text),
                  .place = {.column = characterCount(text.substr(0, column)) + 1},
                  .detail = std::move(detail)};
}

bool isTooLong(std::int64_t count, DurationUnit unit)
{
    switch (unit) {
    case DurationUnit::Months:
        return count > kMostMonths;
    case DurationUnit::Years:
        return count > kMostMonths / 12;
    default:
        return count > kLongest / kUnitMillis[static_cast<std::size_t>(unit)];
    }
}

}  // namespace

Millis Duration::millis() const
{
    return isCalendar() ? 0 : count * kUnitMillis[static_cast<std::size_t>(unit)];
}

int Duration::months() const
{
    return isCalendar() ? static_cast<int>(unit == DurationUnit::Years ? count * 12 : count) : 0;
}

std::optional<DurationUnit> durationUnitByName(std::string_view name)
{
    const auto* found
        = std::find_if(kUnits.begin(), kUnits.end(), [&](const UnitName& u) { return u.name == name; });
    return found == kUnits.end() ? std::nullopt : std::optional<DurationUnit>(found->unit);
}

Result<Duration> parseDuration(std::string_view text)
{
    const std::string_view body = trimmed(text);
    const auto start = body.empty() ? text.size() : static_cast<std::size_t>(body.data() - text.data());
    Duration duration;
    const auto [end, error] = std::from_chars(body.data(), body.data() + body.size(), duration.count);
    const auto length = static_cast<std::size_t>(end - body.data());
    if (error != std::errc {} || duration.count < 0) {
        return refusal("duration", text, start, "a number comes first, as in 30d");
    }
    const std::string_view name = trimmed(body.substr(length));
    const std::size_t nameAt
        = name.empty() ? start + length : static_cast<std::size_t>(name.data() - text.data());
    const std::string folding = folded(name);
    if (folding == "m") {
        return refusal("duration_m", text, nameAt, "m is unclear: min for minutes, mo for months");
    }
    const std::optional<DurationUnit> unit = durationUnitByName(folding);
    if (!unit) {
        return refusal("duration", text, nameAt, "units are s, min, h, d, w, mo, y");
    }
    duration.unit = *unit;
    if (isTooLong(duration.count, *unit)) {
        return refusal("duration", text, start, "at most a hundred years");
    }
    return duration;
}

std::string printDuration(const Duration& duration)
{
    return std::to_string(duration.count) + std::string(kUnits[static_cast<std::size_t>(duration.unit)].name);
}

Millis shifted(Millis instant, const Duration& duration, const Zone& zone, int times)
{
    if (!duration.isCalendar()) {
        return instant + times * duration.millis();
    }
    const Millis clock = zone.timeOfDay(instant);
    const Day day = addMonths(zone.dayOf(instant), times * duration.months());
    return zone.toUtc(static_cast<Millis>(day) * kDayMillis + clock);
}

Day shiftedDay(Day day, const Duration& duration, int times)
{
    return duration.isCalendar() ? addMonths(day, times * duration.months())
                                 : static_cast<Day>(day + times * (duration.millis() / kDayMillis));
}

}  // namespace meitrace
