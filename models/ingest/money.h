// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"
#include "models/domain/fate.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace meitrace {

/// How the numbers of a column are written.
struct NumberStyle {
    bool decimalComma = false;     ///< 1 299,00
    bool money = false;            ///< currency signs and words for "free of charge" are understood
    std::string_view currency {};  ///< the sign of the column ("cny", "usd"); empty = any. Another one is bad
};

/// A number as it was written: mantissa / 10^places. Exact.
struct Decimal {
    enum class Outcome : std::uint8_t { Number, Missing, Bad };

    std::int64_t mantissa = 0;
    int places = 0;  ///< negative for 1.2 times ten thousand
    Outcome outcome = Outcome::Bad;
    RowRule repair
        = RowRule::None;           ///< FullWidth, SpreadsheetGuard or MoneyFormat when it was no plain number
    std::string_view currency {};  ///< code of the sign that stood there; lives for ever
};

/// The number in floating point: for comparing with limits, never for adding up.
double decimalValue(const Decimal& number);

/// [-]digits[.digits], at most 18 characters: what nearly every cell of a machine's export is.
bool readPlainDecimal(std::string_view cell, std::int64_t& mantissa, int& places);

/// Any spelling of domain 4.5: signs, thousands, currency, 1.2 ten thousand, (500), 500-, full width.
/// Exponents, NaN, infinities, percent signs and words are bad.
Decimal readDecimal(std::string_view cell, const NumberStyle& style);

/// The number in units of 10^-places, rounded half to even; `exact` tells whether nothing was lost.
/// Empty beyond +-9e15.
std::optional<std::int64_t> scaled(const Decimal& number, int places, bool& exact);

/// A Money, Quantity or Count cell as the integer the store keeps.
struct NumberCell {
    std::int64_t value = kMissing;
    RowRule repair = RowRule::None;
    RowRule bad = RowRule::None;  ///< BadMoney or BadNumber: there is no value
};

NumberCell readMoney(std::string_view cell, const NumberStyle& style, bool inMinor);
/// Thousandths; more decimals are rounded half to even.
NumberCell readQuantity(std::string_view cell, const NumberStyle& style);
/// Whole numbers only; a fraction is bad.
NumberCell readCount(std::string_view cell, const NumberStyle& style);

}  // namespace meitrace
