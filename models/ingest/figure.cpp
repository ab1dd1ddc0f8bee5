// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/figure.h"

#include "models/base/text.h"
#include "models/ingest/celltext.h"
#include "models/ingest/words.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace meitrace {

namespace {

constexpr int kFigurePlaces = 3;
constexpr int kRatioPlaces = 6;
constexpr NumberCell kBadNumber {.value = kMissing, .repair = RowRule::None, .bad = RowRule::BadNumber};

std::string withoutUnit(std::string text)
{
    if (const WordTable::Word* unit = wordTable("figure_unit").longestSuffix(text);
        unit != nullptr && unit->text.size() < text.size()) {
        text.resize(text.size() - unit->text.size());
    }
    return std::string(trimmed(text));
}

/// The number in units of 10^-places, a hundredth of it where it is a percentage.
NumberCell numberIn(std::string_view text, int places, bool percent)
{
    Decimal number = readDecimal(text, {});
    number.places += percent ? 2 : 0;
    bool exact = true;
    const auto value
        = number.outcome == Decimal::Outcome::Number ? scaled(number, places, exact) : std::nullopt;
    return value ? NumberCell {.value = *value} : kBadNumber;
}

bool takePercentSign(std::string& text)
{
    const bool percent = !text.empty() && text.back() == '%';
    if (percent) {
        text.pop_back();
        text = std::string(trimmed(text));
    }
    return percent;
}

/// Folded and without what a spreadsheet puts around it; empty for nothing.
std::string insideOf(std::string_view cell)
{
    bool guarded = false;
    const std::string_view inside = withoutGuards(cell, guarded);
    return inside.empty() || isNullWord(inside) ? std::string() : folded(inside);
}

std::int64_t partOf(std::string_view number, std::int64_t millis)
{
    Decimal decimal;
    bool exact = true;
    if (number.empty() || number.front() == '-'
        || !readPlainDecimal(number, decimal.mantissa, decimal.places)) {
        return kMissing;
    }
    const auto thousandths = scaled(decimal, kFigurePlaces, exact);
    constexpr std::int64_t kLongest = 1'000'000'000;
    return thousandths && *thousandths < kLongest ? *thousandths * millis / 1000 : kMissing;
}

/// 1:23 or 00:01:23
std::int64_t clockMillis(std::string_view text)
{
    const std::vector<std::string_view> parts = split(text, ':');
    std::int64_t total = 0;
    for (const std::string_view part : parts) {
        const std::int64_t value = partOf(trimmed(part), 1000);
        if (value == kMissing || parts.size() > 3) {
            return kMissing;
        }
        total = total * 60 + value;
    }
    return total;
}

/// Numbers with units, the largest first; a bare number is seconds.
std::int64_t unitMillis(std::string_view text)
{
    std::int64_t total = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
        const std::string_view number = text.substr(0, end);
        text = trimmed(text.substr(end));
        const WordTable::Word* unit = wordTable("duration_unit").longestPrefix(text);
        if (unit == nullptr && !text.empty()) {
            return kMissing;
        }
        const std::int64_t value
            = partOf(number, unit == nullptr ? 1000 : std::strtoll(unit->code.c_str(), nullptr, 10));
        if (value == kMissing) {
            return kMissing;
        }
        total += value;
        text = unit == nullptr ? text : trimmed(text.substr(unit->text.size()));
    }
    return total;
}

}  // namespace

NumberCell readFigure(std::string_view cell)
{
    std::string text = insideOf(cell);
    if (text.empty()) {
        return {};
    }
    if (const WordTable::Word* word = wordTable("score").find(text)) {
        return {.value = std::strtoll(word->code.c_str(), nullptr, 10) * 1000};
    }
    const bool percent = takePercentSign(text);
    return numberIn(percent ? text : withoutUnit(std::move(text)), kFigurePlaces, percent);
}

NumberCell readRatio(std::string_view cell, bool percents)
{
    std::string text = insideOf(cell);
    if (text.empty()) {
        return {};
    }
    const bool percent = takePercentSign(text);
    return numberIn(text, kRatioPlaces, percent || percents);
}

bool arePercents(const std::vector<std::string_view>& cells)
{
    return std::any_of(cells.begin(), cells.end(), [](std::string_view cell) {
        constexpr std::int64_t kWhole = 1'000'000;
        const NumberCell number = readRatio(cell, false);
        return number.bad == RowRule::None && number.value != kMissing && number.value > kWhole;
    });
}

NumberCell readDuration(std::string_view cell)
{
    const std::string text = insideOf(cell);
    if (text.empty()) {
        return {};
    }
    const std::int64_t millis = text.find(':') != std::string::npos ? clockMillis(text) : unitMillis(text);
    return millis == kMissing ? kBadNumber : NumberCell {.value = millis};
}

}  // namespace meitrace
