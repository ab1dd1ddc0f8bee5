// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/codetables.h"

#include <array>
#include <cstdint>

namespace meitrace {

/// What stands at one place of an encoded text.
struct Character {
    static constexpr char32_t kNone = 0xFFFFFFFF;

    char32_t point = kNone;   ///< kNone: these bytes are no character
    std::int32_t length = 1;  ///< bytes it takes; of no character as few as are certain to be wrong
};

namespace detail {

inline constexpr std::array<std::uint16_t, 32> kWindows1252 {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

constexpr bool isTail(unsigned char byte)
{
    return (byte & 0xC0U) == 0x80U;
}

/// at[0] is not ASCII. Strict: no overlong forms, no surrogates, nothing above U+10FFFF.
inline Character utf8At(const unsigned char* at, std::int64_t left)
{
    const unsigned lead = at[0];
    if (lead >= 0xC2 && lead <= 0xDF && left >= 2 && isTail(at[1])) {
        return {((lead & 0x1FU) << 6U) | (at[1] & 0x3FU), 2};
    }
    if (lead >= 0xE0 && lead <= 0xEF && left >= 3 && isTail(at[1]) && isTail(at[2])) {
        const char32_t point = ((lead & 0x0FU) << 12U) | ((at[1] & 0x3FU) << 6U) | (at[2] & 0x3FU);
        if (point >= 0x800 && (point < 0xD800 || point > 0xDFFF)) {
            return {point, 3};
        }
    }
    if (lead >= 0xF0 && lead <= 0xF4 && left >= 4 && isTail(at[1]) && isTail(at[2]) && isTail(at[3])) {
        const char32_t point
            = ((lead & 0x07U) << 18U) | ((at[1] & 0x3FU) << 12U) | ((at[2] & 0x3FU) << 6U) | (at[3] & 0x3FU);
        if (point >= 0x10000 && point <= 0x10FFFF) {
            return {point, 4};
        }
    }
    return {};
}

inline Character gbQuadAt(const CodeTables& tables, const unsigned char* at)
{
    constexpr std::uint32_t kSupplementary = 189'000;  // linear number of 0x90308130, which is U+10000
    const std::uint32_t number
        = (((at[0] - 0x81U) * 10 + (at[1] - 0x30U)) * 126 + (at[2] - 0x81U)) * 10 + (at[3] - 0x30U);
    if (number < tables.gbQuad.size() && tables.gbQuad[number] != 0) {
        return {tables.gbQuad[number], 4};
    }
    if (number >= kSupplementary && number - kSupplementary <= 0xFFFFF) {
        return {0x10000 + (number - kSupplementary), 4};
    }
    return {};
}

inline Character gb18030At(const CodeTables& tables, const unsigned char* at, std::int64_t left)
{
    const unsigned lead = at[0];
    if (lead == 0x80) {
        return {0x20AC, 1};  // the euro sign of code page 936
    }
    if (lead == 0xFF || left < 2) {
        return {};
    }
    if (at[1] >= 0x30 && at[1] <= 0x39) {
        const bool whole = left >= 4 && at[2] >= 0x81 && at[2] <= 0xFE && at[3] >= 0x30 && at[3] <= 0x39;
        return whole ? gbQuadAt(tables, at) : Character {};
    }
    const std::uint16_t point = tables.gbPair[(lead - 0x81U) * 256 + at[1]];
    return point != 0 ? Character {point, 2} : Character {};
}

inline Character big5At(const CodeTables& tables, const unsigned char* at, std::int64_t left)
{
    if (at[0] == 0x80 || at[0] == 0xFF || left < 2) {
        return {};
    }
    const std::uint16_t point = tables.big5Pair[(at[0] - 0x81U) * 256 + at[1]];
    return point != 0 ? Character {point, 2} : Character {};
}

template <bool BigEndian>
inline Character utf16At(const unsigned char* at, std::int64_t left)
{
    if (left < 2) {
        return {};
    }
    const auto unit = [at](int i) -> char32_t {
        const char32_t high = at[BigEndian ? i : i + 1];
        return (high << 8U) | at[BigEndian ? i + 1 : i];
    };
    const char32_t first = unit(0);
    if (first < 0xD800 || first > 0xDFFF) {
        return {first, 2};
    }
    if (first <= 0xDBFF && left >= 4) {
        const char32_t second = unit(2);
        if (second >= 0xDC00 && second <= 0xDFFF) {
            return {0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00), 4};
        }
    }
    return {Character::kNone, 2};
}

}  // namespace detail

}  // namespace meitrace
