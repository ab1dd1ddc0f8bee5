// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fate.h"
#include "models/domain/person.h"

#include <string>
#include <string_view>

namespace meitrace {

/// What a phone cell holds.
///
/// Phone        a mainland mobile number, 1[3-9] and nine digits, or a foreign one as + and digits: links
/// MaskedPhone  138****5678
/// PhoneTail    the last four digits
/// RawPhone     anything else, kept as text and never linking: landlines (digits, "x" and extension),
///              relay numbers with an extension, placeholders such as 13800000000, what is no number
struct PhoneCell {
    KeyType key = KeyType::RawPhone;
    std::string text {};    ///< normalised; empty when the cell holds nothing. Fits without allocation
    std::string second {};  ///< another mobile number that stood in the cell
    RowRule note
        = RowRule::None;   ///< repair or remark: PhoneFormat, FullWidth, PhoneInvalid, PhonePlaceholder …
    bool damaged = false;  ///< a spreadsheet has cut the digits: there is no value
    std::string suggestion {};
};

/// Eleven digits that are a mobile number as they stand: nearly every cell. No placeholder.
bool isPlainMobile(std::string_view cell);

/// 13800000000, 11111111111, 12345678901, 13800138000: typed in because a form wants something.
bool isPlaceholderPhone(std::string_view digits);

/// A cell of a column of tails: one to four digits are a tail that may have lost its zeros in front.
PhoneCell readPhoneTail(std::string_view cell);

/// Reads any spelling of domain 4.5. Idempotent: reading `text` again gives the same key and text.
PhoneCell readPhone(std::string_view cell);

}  // namespace meitrace
