// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace meitrace {

/// How a spreadsheet shows a number.
struct NumberForm {
    enum class Kind : std::uint8_t { General, Date, Time, DateTime, Duration, Zeros };
    Kind kind = Kind::General;
    std::uint8_t zeros = 0;  ///< Zeros: how many digits at least, as in "00000"
};

/// Of the formats every spreadsheet knows by number; those of 27 to 36 and 50 to 58 as in Chinese ones.
NumberForm builtInForm(int id);
/// Of a format code: "yyyy-mm-dd", "[$-804]yyyy\"…\"m\"…\";@", "00000", "#,##0.00".
NumberForm formOfCode(std::string_view code);

/// A number as text that the cleaning understands: 2024-03-05, 2024-03-05 13:03:06, 13:03:06, 00123, and
/// decimal digits without an exponent, at most 15 of them, as a spreadsheet shows them. What is no number
/// stays as it is.
/// is1904: days are counted from 1904-01-01, not from 1900 with its 29 February that never was.
std::string numberText(std::string_view number, NumberForm form, bool is1904);

}  // namespace meitrace
