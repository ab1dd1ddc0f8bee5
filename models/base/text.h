// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace meitrace {

/// All text is UTF-8. These never fail: invalid bytes pass through unchanged where the text is ASCII-only
/// otherwise, and become U+FFFD where Unicode rules are applied.

bool isAscii(std::string_view text);
bool isValidUtf8(std::string_view text);

/// Removes ASCII blanks, no-break and full-width spaces, zero-width characters and byte order marks at both
/// ends.
std::string_view trimmed(std::string_view text);

/// NFKC (full-width digits and letters become ordinary ones), zero-width characters removed, trimmed; case
/// kept.
std::string normalised(std::string_view text);

/// normalised() and case folded: for comparing header names, aliases, codes.
std::string folded(std::string_view text);

/// folded(), then everything but letters and digits becomes '_', runs of '_' become one, none at the ends:
/// event type codes.
std::string codeFrom(std::string_view text);

/// Number of Unicode code points
std::int64_t characterCount(std::string_view text);

/// At most `count` characters; an ellipsis stands for the rest.
std::string shortened(std::string_view text, std::int64_t count = 40);

/// Code points; invalid bytes become U+FFFD.
std::u32string toCodePoints(std::string_view text);
std::string fromCodePoints(std::u32string_view points);

/// Parts that point into the text.
std::vector<std::string_view> split(std::string_view text, char separator);
/// They would outlive it.
template <typename Text>
requires std::is_same_v<Text, std::string>
void split(Text&& text, char separator) = delete;

/// Toneless pinyin of a name, lower case, syllables joined (two characters -> "wangxiao"); Latin text only
/// folded.
std::string pinyin(std::string_view name);

}  // namespace meitrace
