// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace meitrace {

/// First looks at a cell, cheap enough for every cell of every row. Words of eight bytes are taken at once.

inline std::uint64_t load8(const char* at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

inline std::uint32_t load4(const char* at)
{
    std::uint32_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A blank or a control character of ASCII
constexpr bool isLow(char c)
{
    return static_cast<unsigned char>(c) <= 0x20;
}

namespace detail {

constexpr std::uint64_t kEach = 0x0101010101010101ULL;
constexpr std::uint64_t kHigh = 0x8080808080808080ULL;

/// Not zero when a byte is below 0x20, above 0x7F or a plus sign.
constexpr std::uint64_t oddBytes(std::uint64_t word)
{
    const std::uint64_t low = (word - kEach * 0x20) & ~word;
    const std::uint64_t plus = word ^ (kEach * '+');
    return (low | word | ((plus - kEach) & ~plus)) & kHigh;
}

}  // namespace detail

/// ASCII without control characters, plus signs, or blanks at the ends, and not beginning with = or ': text
/// that no rule of normalisation touches. An empty cell is plain.
inline bool isPlain(std::string_view cell)
{
    const std::size_t size = cell.size();
    if (size == 0) {
        return true;
    }
    const char* at = cell.data();
    const char first = at[0];
    if (first == ' ' || first == '=' || first == '\'' || at[size - 1] == ' ') {
        return false;
    }
    std::uint64_t odd = 0;
    if (size >= 8) {
        for (std::size_t i = 0; i + 8 < size; i += 8) {
            odd |= detail::oddBytes(load8(at + i));
        }
        odd |= detail::oddBytes(load8(at + size - 8));
    } else if (size >= 4) {
        const std::uint64_t word = load4(at) | (std::uint64_t {load4(at + size - 4)} << 32U);
        odd = detail::oddBytes(word);
    } else {
        for (std::size_t i = 0; i < size; ++i) {
            odd |= at[i] < 0x20 || at[i] == '+' ? 1U : 0U;  // char may be signed or not: both end below 0x20
            odd |= static_cast<unsigned char>(at[i]) >= 0x80 ? 1U : 0U;
        }
    }
    return odd == 0;
}

/// Eight bytes that are all digits, as a number. False when one is something else.
/// Source of the multiplications: Johnny Lee, "Fast numeric string to int".
inline bool readEightDigits(const char* at, std::uint64_t& number)
{
    const std::uint64_t word = load8(at);
    constexpr std::uint64_t kHighHalves = 0xF0F0F0F0F0F0F0F0ULL;
    constexpr std::uint64_t kThrees = 0x3030303030303030ULL;
    if ((word & kHighHalves) != kThrees || ((word + 0x0606060606060606ULL) & kHighHalves) != kThrees) {
        return false;
    }
    const std::uint64_t pairs = ((word & 0x0F0F0F0F0F0F0F0FULL) * 2561) >> 8U;
    const std::uint64_t fours = ((pairs & 0x00FF00FF00FF00FFULL) * 6553601) >> 16U;
    number = ((fours & 0x0000FFFF0000FFFFULL) * 42949672960001ULL) >> 32U;
    return true;
}

/// At most 16 digits and nothing else, as a number.
inline bool readDigits(std::string_view text, std::uint64_t& number)
{
    const std::size_t size = text.size();
    if (size == 0 || size > 16) {
        return false;
    }
    std::uint64_t value = 0;
    std::size_t i = 0;
    if (size >= 8) {
        if (!readEightDigits(text.data(), value)) {
            return false;
        }
        i = 8;
    }
    for (; i < size; ++i) {
        const auto digit = static_cast<unsigned>(static_cast<unsigned char>(text[i])) - '0';
        if (digit > 9) {
            return false;
        }
        value = value * 10 + digit;
    }
    number = value;
    return true;
}

/// Trimmed and without invisible characters; nothing else changes, so that what stands there stays literal.
/// Points into `cell`, or into `buffer` when characters had to go.
std::string_view tidyText(std::string_view cell, std::string& buffer);

/// What a spreadsheet puts around numbers to keep them as text: ="0138", leading ' or TAB. Returns the inside
/// trimmed; `found` tells whether there was any.
std::string_view withoutGuards(std::string_view cell, bool& found);

/// A number, date or phone cell made uniform without allocating: full-width forms become ASCII, letters
/// lower-case, all blanks ' ', dashes '-'; invisible characters go; other characters stay as they are.
// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): one per cell, and only what was written is read
class FoldedCell {
public:
    /// False when the cell is longer than any such value can be.
    bool fold(std::string_view cell);
    [[nodiscard]] std::string_view text() const { return {m_bytes.data(), m_size}; }
    [[nodiscard]] bool fullWidth() const { return m_fullWidth; }

private:
    std::array<char, 96> m_bytes;
    std::size_t m_size = 0;
    bool m_fullWidth = false;
};

/// 1.38E+10: a number that a spreadsheet has rounded to a few digits.
bool isScientific(std::string_view text);

}  // namespace meitrace
