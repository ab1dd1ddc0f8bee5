// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/celltext.h"

#include "models/base/text.h"

namespace meitrace {

namespace {

constexpr char32_t kJoiner = 0x200D;

bool isPictogram(char32_t c)
{
    return (c >= 0x2190 && c <= 0x2BFF) || c >= 0x1F000;
}

bool isInvisible(char32_t c)
{
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 || c == 0xFEFF
        || c == 0x00AD;
}

/// A joiner before a pictogram is part of it and stays.
std::string withoutInvisible(std::string_view cell)
{
    const std::u32string all = toCodePoints(cell);
    std::u32string points;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool joiner = all[i] == kJoiner && i + 1 < all.size() && isPictogram(all[i + 1]);
        if (!isInvisible(all[i]) || joiner) {
            points += all[i];
        }
    }
    return fromCodePoints(points);
}

}  // namespace

std::string_view tidyText(std::string_view cell, std::string& buffer)
{
    // Blanks and invisible characters begin with C2 A0, C2 AD, E2 80, E2 81, E3 80 or EF BB.
    bool blank = !cell.empty() && (isLow(cell.front()) || isLow(cell.back()));
    bool invisible = false;
    for (std::size_t i = 0; i + 1 < cell.size(); ++i) {
        const auto a = static_cast<unsigned char>(cell[i]);
        if (a != 0xE2 && a != 0xE3 && a != 0xC2 && a != 0xEF) {
            continue;
        }
        const auto b = static_cast<unsigned char>(cell[i + 1]);
        blank |= (a == 0xE3 && b == 0x80) || (a == 0xC2 && b == 0xA0) || (a == 0xE2 && b == 0x80);
        invisible |= (a == 0xE2 && (b == 0x80 || b == 0x81)) || (a == 0xEF && b == 0xBB)
            || (a == 0xC2 && b == 0xAD);
    }
    if (blank || invisible) {
        cell = trimmed(cell);
    }
    if (!invisible) {
        return cell;
    }
    std::string clean = withoutInvisible(cell);
    if (clean.size() == cell.size()) {
        return cell;
    }
    buffer = std::move(clean);
    return trimmed(buffer);
}

std::string_view withoutGuards(std::string_view cell, bool& found)
{
    found = !cell.empty() && cell.front() == '\t';
    cell = trimmed(cell);
    if (cell.size() >= 3 && cell.substr(0, 2) == "=\"" && cell.back() == '"') {
        found = true;
        cell = cell.substr(2, cell.size() - 3);
    } else if ((!cell.empty() && cell.front() == '\'')
               || (cell.size() >= 2 && cell.front() == '=' && isDigit(cell[1]))) {
        found = true;
        cell.remove_prefix(1);
    }
    return trimmed(cell);
}

namespace {

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isWideBlank(unsigned point)
{
    return point == 0x3000 || point == 0xA0 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F;
}

bool isDash(unsigned point)
{
    return point == 0x2212 || point == 0x2013 || point == 0x2010 || point == 0x2011;
}

/// The character at `at` as bytes of the folded form, into `out`; moves `at` behind it.
std::size_t foldOne(std::string_view cell, std::size_t& at, char* out, bool& fullWidth)
{
    const auto a = static_cast<unsigned char>(cell[at]);
    if (a < 0x80) {
        out[0] = a < 0x20 ? ' ' : lowered(static_cast<char>(a));
        ++at;
        return 1;
    }
    const std::size_t length = a >= 0xF0 ? 4 : a >= 0xE0 ? 3 : 2;
    const auto b = at + 1 < cell.size() ? static_cast<unsigned char>(cell[at + 1]) : 0U;
    const auto c = at + 2 < cell.size() ? static_cast<unsigned char>(cell[at + 2]) : 0U;
    const unsigned point = length == 3 ? ((a & 0x0FU) << 12U) | ((b & 0x3FU) << 6U) | (c & 0x3FU)
                                       : ((a & 0x1FU) << 6U) | (b & 0x3FU);
    std::string_view bytes = cell.substr(at, length);
    at += bytes.size();
    if (length == 3 && point >= 0xFF01 && point <= 0xFF5E) {
        fullWidth = true;
        out[0] = lowered(static_cast<char>(point - 0xFEE0));
        return 1;
    }
    if (isWideBlank(point)) {
        out[0] = ' ';
        return 1;
    }
    if (isDash(point)) {
        out[0] = '-';
        return 1;
    }
    if (point == 0xFFE5) {
        fullWidth = true;
        bytes = "\xC2\xA5";
    }
    if (length < 4 && isInvisible(point)) {
        return 0;
    }
    std::memcpy(out, bytes.data(), bytes.size());
    return bytes.size();
}

}  // namespace

bool FoldedCell::fold(std::string_view cell)
{
    m_size = 0;
    m_fullWidth = false;
    cell = trimmed(cell);
    for (std::size_t at = 0; at < cell.size();) {
        if (m_size + 4 > m_bytes.size()) {
            return false;
        }
        m_size += foldOne(cell, at, m_bytes.data() + m_size, m_fullWidth);
    }
    return true;
}

bool isScientific(std::string_view text)
{
    std::size_t i = 0;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        i = 1;
    }
    const std::size_t firstDigit = i;
    while (i < text.size() && (isDigit(text[i]) || (text[i] == '.' && i > firstDigit))) {
        ++i;
    }
    if (i == firstDigit || i >= text.size() || (text[i] != 'e' && text[i] != 'E')) {
        return false;
    }
    ++i;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) {
        ++i;
    }
    const std::size_t exponent = i;
    while (i < text.size() && isDigit(text[i])) {
        ++i;
    }
    return i == text.size() && i > exponent;
}

}  // namespace meitrace
