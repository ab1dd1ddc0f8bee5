// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/money.h"

#include "models/base/text.h"
#include "models/ingest/celltext.h"
#include "models/ingest/words.h"

#include <array>
#include <charconv>

namespace meitrace {

namespace {

constexpr int kMostDigits = 18;
constexpr std::int64_t kLargest = 9'000'000'000'000'000;

constexpr std::array<std::int64_t, 19> kPowers = [] {
    std::array<std::int64_t, 19> powers {};
    powers[0] = 1;
    for (std::size_t i = 1; i < powers.size(); ++i) {
        powers[i] = powers[i - 1] * 10;
    }
    return powers;
}();

/// What stands around the digits.
struct Dress {
    std::string_view core;
    int signs = 0;
    bool negative = false;
    int shift = 0;  ///< powers of ten of a magnitude word
    std::string_view currency;
};

void strip(std::string_view& text, std::size_t front, std::size_t back)
{
    text = trimmed(text.substr(front, text.size() - front - back));
}

bool stripSign(Dress& dress)
{
    std::string_view& text = dress.core;
    if (text.size() >= 2 && text.front() == '(' && text.back() == ')') {
        strip(text, 1, 1);
        dress.negative = true;
    } else if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        dress.negative = text.front() == '-';
        strip(text, 1, 0);
    } else if (!text.empty() && text.back() == '-') {
        dress.negative = true;
        strip(text, 0, 1);
    } else {
        return false;
    }
    ++dress.signs;
    return true;
}

bool stripCurrency(Dress& dress)
{
    static const WordTable& words = wordTable("currency");
    std::string_view& text = dress.core;
    const WordTable::Word* prefix = words.longestPrefix(text);
    const WordTable::Word* word = prefix == nullptr ? words.longestSuffix(text) : prefix;
    if (word == nullptr || (!dress.currency.empty() && dress.currency != word->code)) {
        return false;
    }
    dress.currency = word->code;
    const std::size_t size = word->text.size();
    strip(text, prefix == nullptr ? 0 : size, prefix == nullptr ? size : 0);
    return true;
}

bool stripUnit(Dress& dress, bool money)
{
    static const WordTable& magnitudes = wordTable("magnitude");
    static const WordTable& units = wordTable("count_unit");
    std::string_view& text = dress.core;
    if (text.empty() || isDigit(text.back())) {
        return false;
    }
    const WordTable::Word* magnitude = dress.shift == 0 ? magnitudes.longestSuffix(text) : nullptr;
    if (magnitude != nullptr) {
        dress.shift = static_cast<int>(magnitude->code.size()) - 1;  // 10000 is four places
        strip(text, 0, magnitude->text.size());
        return true;
    }
    const WordTable::Word* unit = money || dress.shift != 0 ? nullptr : units.longestSuffix(text);
    if (unit != nullptr) {
        strip(text, 0, unit->text.size());
    }
    return unit != nullptr;
}

/// Groups of three: "1,299" with any one of the separators that are not the decimal one.
bool validGroups(std::string_view whole, char decimal)
{
    char separator = 0;
    std::size_t run = 0;
    for (const char c : whole) {
        if (isDigit(c)) {
            ++run;
        } else if ((c == ',' || c == '.' || c == ' ' || c == '\'') && c != decimal
                   && (separator == 0 ? run >= 1 && run <= 3 : c == separator && run == 3)) {
            separator = c;
            run = 0;
        } else {
            return false;
        }
    }
    return separator == 0 || run == 3;
}

/// Digits, separators and one decimal sign. False when it is no number.
bool readCore(std::string_view core, char decimal, Decimal& number)
{
    const std::size_t point = core.rfind(decimal);
    const std::string_view whole = core.substr(0, point);
    const std::string_view fraction
        = point == std::string_view::npos ? std::string_view() : core.substr(point + 1);
    if (!validGroups(whole, decimal)) {
        return false;
    }
    int digits = 0;
    bool any = false;
    bool lost = false;
    const auto take = [&](char c) {
        any = true;
        if (digits == kMostDigits) {
            return false;
        }
        number.mantissa = number.mantissa * 10 + (c - '0');
        digits += number.mantissa == 0 ? 0 : 1;
        return true;
    };
    for (const char c : whole) {
        if (isDigit(c) && !take(c)) {
            return false;
        }
    }
    for (const char c : fraction) {
        if (!isDigit(c)) {
            return false;
        }
        if (number.places < kMostDigits && take(c)) {
            ++number.places;
        } else {
            lost |= c != '0';
        }
    }
    if (lost && number.mantissa % 5 == 0) {
        ++number.mantissa;  // so that what looks like a tie is none
    }
    return any;
}

bool readDressed(std::string_view text, const NumberStyle& style, Decimal& number)
{
    Dress dress;
    dress.core = text;
    bool again = true;
    for (int round = 0; again && round < 6; ++round) {
        again = (dress.signs == 0 && stripSign(dress)) || (style.money && stripCurrency(dress))
            || stripUnit(dress, style.money);
    }
    const bool foreign
        = !style.currency.empty() && !dress.currency.empty() && style.currency != dress.currency;
    if (foreign || !readCore(dress.core, style.decimalComma ? ',' : '.', number)) {
        return false;
    }
    number.currency = dress.currency;
    number.places -= dress.shift;
    number.mantissa = dress.negative ? -number.mantissa : number.mantissa;
    return true;
}

NumberCell finish(const Decimal& number, int places, RowRule bad)
{
    NumberCell cell;
    if (number.outcome == Decimal::Outcome::Missing) {
        return cell;
    }
    bool exact = true;
    const std::optional<std::int64_t> value
        = number.outcome == Decimal::Outcome::Bad ? std::nullopt : scaled(number, places, exact);
    if (!value) {
        cell.bad = bad;
        return cell;
    }
    cell.value = *value;
    cell.repair = exact ? number.repair : RowRule::MoneyRounded;
    return cell;
}

}  // namespace

bool readPlainDecimal(std::string_view cell, std::int64_t& mantissa, int& places)
{
    const bool negative = !cell.empty() && cell.front() == '-';
    std::size_t i = negative ? 1 : 0;
    const std::size_t size = cell.size();
    if (size == i || size - i > kMostDigits || !isDigit(cell[i]) || !isDigit(cell[size - 1])) {
        return false;
    }
    std::int64_t value = 0;
    std::size_t point = size;
    for (; i < size; ++i) {
        const char c = cell[i];
        if (isDigit(c)) {
            value = value * 10 + (c - '0');
        } else if (c == '.' && point == size) {
            point = i;
        } else {
            return false;
        }
    }
    mantissa = negative ? -value : value;
    places = point == size ? 0 : static_cast<int>(size - point - 1);
    return true;
}

Decimal readDecimal(std::string_view cell, const NumberStyle& style)
{
    Decimal number;
    if (!style.decimalComma && readPlainDecimal(cell, number.mantissa, number.places)) {
        number.outcome = Decimal::Outcome::Number;
        return number;
    }
    bool guarded = false;
    const std::string_view inside = withoutGuards(cell, guarded);
    if (inside.empty() || isNullWord(inside)) {
        number.outcome = Decimal::Outcome::Missing;
        return number;
    }
    FoldedCell folded;
    if (!folded.fold(inside)) {
        return number;
    }
    const std::string_view text = folded.text();
    if (readPlainDecimal(text, number.mantissa, number.places) && !style.decimalComma) {
        number.repair = folded.fullWidth() ? RowRule::FullWidth
            : guarded                      ? RowRule::SpreadsheetGuard
                                           : RowRule::None;
        number.outcome = Decimal::Outcome::Number;
        return number;
    }
    number = Decimal {};
    static const WordTable& freeWords = wordTable("zero_money");
    if (style.money && freeWords.find(text) != nullptr) {
        number.outcome = Decimal::Outcome::Number;
        number.repair = RowRule::MoneyFormat;
        return number;
    }
    if (readDressed(text, style, number)) {
        number.outcome = Decimal::Outcome::Number;
        const bool digitsOnly
            = style.decimalComma && text.find_first_not_of("-0123456789,") == std::string_view::npos;
        number.repair = digitsOnly ? RowRule::None : RowRule::MoneyFormat;
    }
    return number;
}

double decimalValue(const Decimal& number)
{
    auto value = static_cast<double>(number.mantissa);
    for (int i = 0; i < number.places; ++i) {
        value /= 10;
    }
    for (int i = number.places; i < 0; ++i) {
        value *= 10;
    }
    return value;
}

std::optional<std::int64_t> scaled(const Decimal& number, int places, bool& exact)
{
    exact = true;
    const int shift = places - number.places;
    if (number.mantissa == 0) {
        return 0;
    }
    if (shift >= 0) {
        if (shift > kMostDigits) {
            return std::nullopt;
        }
        __extension__ using Wide = __int128;
        const Wide product = static_cast<Wide>(number.mantissa) * kPowers[static_cast<std::size_t>(shift)];
        if (product > kLargest || product < -kLargest) {
            return std::nullopt;
        }
        return static_cast<std::int64_t>(product);
    }
    if (-shift > kMostDigits) {
        exact = false;
        return 0;
    }
    const std::int64_t divisor = kPowers[static_cast<std::size_t>(-shift)];
    std::int64_t quotient = number.mantissa / divisor;
    const std::int64_t rest
        = number.mantissa % divisor < 0 ? -(number.mantissa % divisor) : number.mantissa % divisor;
    exact = rest == 0;
    if (rest > divisor - rest || (rest == divisor - rest && quotient % 2 != 0)) {
        quotient += number.mantissa < 0 ? -1 : 1;
    }
    return quotient > kLargest || quotient < -kLargest ? std::nullopt : std::optional<std::int64_t>(quotient);
}

NumberCell readMoney(std::string_view cell, const NumberStyle& style, bool inMinor)
{
    return finish(readDecimal(cell, style), inMinor ? 0 : 2, RowRule::BadMoney);
}

NumberCell readQuantity(std::string_view cell, const NumberStyle& style)
{
    NumberCell number = finish(readDecimal(cell, style), 3, RowRule::BadNumber);
    number.repair = number.repair == RowRule::MoneyFormat || number.repair == RowRule::MoneyRounded
        ? RowRule::None
        : number.repair;
    return number;
}

NumberCell readCount(std::string_view cell, const NumberStyle& style)
{
    NumberCell number = finish(readDecimal(cell, style), 0, RowRule::BadNumber);
    if (number.repair == RowRule::MoneyRounded) {
        return {.value = kMissing, .bad = RowRule::BadNumber};
    }
    number.repair = number.repair == RowRule::MoneyFormat ? RowRule::None : number.repair;
    return number;
}

}  // namespace meitrace
