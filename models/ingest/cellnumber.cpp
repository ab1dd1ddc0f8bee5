// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/cellnumber.h"

#include "models/base/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace meitrace {

namespace {

using Kind = NumberForm::Kind;

constexpr int kDigits = 15;             // what a spreadsheet shows of a number
constexpr double kLastDay = 2'958'465;  // 9999-12-31
constexpr double kFalseLeapDay = 60;
constexpr Day kDay0Of1900 = -25'569;  // 1899-12-30
constexpr Day kDay0Of1904 = -24'107;  // 1904-01-01
constexpr std::int64_t kNearSecond = 5;

bool parse(std::string_view text, double& value)
{
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() && std::isfinite(value);
}

/// Digits and at most one point, which need no rewriting.
bool isPlainNumber(std::string_view text)
{
    if (!text.empty() && text.front() == '-') {
        text.remove_prefix(1);
    }
    int digits = 0;
    int points = 0;
    for (const char c : text) {
        digits += c >= '0' && c <= '9' ? 1 : 0;
        points += c == '.' ? 1 : 0;
    }
    return digits > 0 && digits <= kDigits && points <= 1
        && static_cast<std::size_t>(digits) + static_cast<std::size_t>(points) == text.size();
}

std::string decimalText(double value)
{
    std::array<char, 400> buffer {};
    const auto general = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                       std::chars_format::scientific, kDigits - 1);
    double rounded = 0;
    std::from_chars(buffer.data(), general.ptr, rounded);
    const auto fixed
        = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::fixed);
    return fixed.ec == std::errc() ? std::string(buffer.data(), fixed.ptr) : std::string();
}

std::string clockText(std::int64_t millis)
{
    std::array<char, 40> buffer {};
    const std::int64_t seconds = millis / 1000;
    const auto part = [](std::int64_t number) { return static_cast<long long>(number); };
    int size = std::snprintf(buffer.data(), buffer.size(), "%02lld:%02lld:%02lld", part(seconds / 3600),
                             part(seconds / 60 % 60), part(seconds % 60));
    if (millis % 1000 != 0) {
        size += std::snprintf(buffer.data() + size, buffer.size() - static_cast<std::size_t>(size), ".%03lld",
                              part(millis % 1000));
    }
    return {buffer.data(), static_cast<std::size_t>(size)};
}

std::string dayText(double day, bool is1904)
{
    if (!is1904 && day == kFalseLeapDay) {
        return "1900-02-29";
    }
    const auto whole = static_cast<Day>(day);
    if (is1904) {
        return isoDate(kDay0Of1904 + whole);
    }
    return isoDate(kDay0Of1900 + whole + (day < kFalseLeapDay ? 1 : 0));
}

/// Empty when the number is no date.
std::string serialText(double serial, Kind kind, bool is1904)
{
    if (serial < 0 || serial > kLastDay) {
        return {};
    }
    double day = std::floor(serial);
    auto millis = static_cast<std::int64_t>(std::llround((serial - day) * 86'400'000.0));
    const std::int64_t beyond = millis % 1000;
    millis += beyond <= kNearSecond ? -beyond : beyond >= 1000 - kNearSecond ? 1000 - beyond : 0;
    if (kind == Kind::Duration) {
        return clockText(static_cast<std::int64_t>(day) * 86'400'000 + millis);
    }
    if (millis >= 86'400'000) {
        day += 1;
        millis = 0;
    }
    if (kind == Kind::Time && day == 0) {
        return clockText(millis);
    }
    return millis == 0 ? dayText(day, is1904) : dayText(day, is1904) + " " + clockText(millis);
}

std::string withZeros(std::string text, std::size_t digits)
{
    const bool isWhole
        = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isWhole && text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

/// What the letters of a format code say.
struct CodeLetters {
    bool day = false;       ///< y, d, or e without a sign behind it
    bool clock = false;     ///< h, s
    bool month = false;     ///< m: a minute beside a clock
    bool elapsed = false;   ///< [h], [mm], [ss]
    std::size_t zeros = 0;  ///< 0
    bool other = false;     ///< # ? . , % E+
};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Goes past [ … ] and notes elapsed time. at: of the bracket
std::size_t pastBracket(std::string_view code, std::size_t at, CodeLetters& letters)
{
    const std::size_t end = std::min(code.find(']', at), code.size());
    const std::string_view inside = code.substr(at + 1, end - at - 1);
    const char first = inside.empty() ? '\0' : lower(inside.front());
    const bool same = std::all_of(inside.begin(), inside.end(), [&](char c) { return lower(c) == first; });
    letters.elapsed = letters.elapsed || (same && (first == 'h' || first == 'm' || first == 's'));
    return end;
}

CodeLetters lettersOf(std::string_view code)
{
    CodeLetters letters;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = lower(code[i]);
        const char next = i + 1 < code.size() ? code[i + 1] : '\0';
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            i = pastBracket(code, i, letters);
        } else if (c == 'y' || c == 'd' || (c == 'e' && next != '+' && next != '-')) {
            letters.day = true;
        } else if (c == 'h' || c == 's') {
            letters.clock = true;
        } else if (c == 'm') {
            letters.month = true;
        } else if (c == '0') {
            ++letters.zeros;
        } else if (c == '#' || c == '?' || c == '.' || c == ',' || c == '%' || c == 'e') {
            letters.other = true;
        } else if (c == 'g' && code.substr(i, 7) == "General") {
            i += 6;
            letters.other = true;
        }
    }
    return letters;
}

}  // namespace

NumberForm builtInForm(int id)
{
    switch (id) {
    case 18:
    case 19:
    case 20:
    case 21:
    case 32:
    case 33:
    case 34:
    case 35:
    case 55:
    case 56:
        return {Kind::Time};
    case 22:
        return {Kind::DateTime};
    case 45:
    case 46:
    case 47:
        return {Kind::Duration};
    default:
        break;
    }
    const bool isDate
        = (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
    return {isDate ? Kind::Date : Kind::General};
}

NumberForm formOfCode(std::string_view code)
{
    const CodeLetters letters = lettersOf(code);
    if (letters.elapsed) {
        return {Kind::Duration};
    }
    if (letters.day || (letters.month && !letters.clock)) {
        return {letters.clock ? Kind::DateTime : Kind::Date};
    }
    if (letters.clock) {
        return {Kind::Time};
    }
    constexpr std::size_t kMostZeros = 30;
    if (letters.zeros >= 2 && letters.zeros <= kMostZeros && !letters.other) {
        return {Kind::Zeros, static_cast<std::uint8_t>(letters.zeros)};
    }
    return {};
}

std::string numberText(std::string_view number, NumberForm form, bool is1904)
{
    double value = 0;
    const bool isSerial = form.kind != Kind::General && form.kind != Kind::Zeros;
    if (isSerial && parse(number, value)) {
        std::string text = serialText(value, form.kind, is1904);
        if (!text.empty()) {
            return text;
        }
    }
    std::string text(number);
    if (!isPlainNumber(number) && parse(number, value)) {
        text = decimalText(value);
    }
    return form.kind == Kind::Zeros ? withZeros(std::move(text), form.zeros) : text;
}

}  // namespace meitrace
