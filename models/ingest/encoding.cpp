// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/encoding.h"

#include "models/ingest/bytescan.h"
#include "models/ingest/characters.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <simdjson.h>
#include <string>
#include <utility>

namespace meitrace {

namespace {

constexpr std::int64_t kEscape = 4;  // "\xHH"

constexpr bool isWide(Encoding encoding)
{
    return encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be;
}

std::int64_t utf8Length(char32_t point)
{
    if (point < 0x80) {
        return 1;
    }
    if (point < 0x800) {
        return 2;
    }
    return point < 0x10000 ? 3 : 4;
}

char* putUtf8(char* to, char32_t point)
{
    const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    if (point < 0x80) {
        *to++ = byte(point);
    } else if (point < 0x800) {
        *to++ = byte(0xC0U | (point >> 6U));
        *to++ = byte(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        *to++ = byte(0xE0U | (point >> 12U));
        *to++ = byte(0x80U | ((point >> 6U) & 0x3FU));
        *to++ = byte(0x80U | (point & 0x3FU));
    } else {
        *to++ = byte(0xF0U | (point >> 18U));
        *to++ = byte(0x80U | ((point >> 12U) & 0x3FU));
        *to++ = byte(0x80U | ((point >> 6U) & 0x3FU));
        *to++ = byte(0x80U | (point & 0x3FU));
    }
    return to;
}

char* putEscape(char* to, unsigned char byte)
{
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    *to++ = '\\';
    *to++ = 'x';
    *to++ = kDigits[byte >> 4U];
    *to++ = kDigits[byte & 15U];
    return to;
}

/// Most bytes of text that one byte of source can become.
constexpr std::int64_t kGrowth = kEscape;

template <Encoding E>
const CodeTables& tablesFor()
{
    if constexpr (E == Encoding::Gb18030 || E == Encoding::Big5) {
        return codeTables();
    } else {
        static const CodeTables none;
        return none;
    }
}

template <Encoding E>
DecodedText decodeAs(std::string_view source)
{
    const CodeTables& tables = tablesFor<E>();
    const auto* at = reinterpret_cast<const unsigned char*>(source.data());
    const unsigned char* const end = at + source.size();
    DecodedText result;
    // Pages that are not written to cost nothing.
    result.storage.reset(new char[source.size() * kGrowth + kScanPadding]);
    char* const begin = result.storage.get();
    char* to = begin;
    bool lineIsBad = false;
    while (at < end) {
        if constexpr (!isWide(E)) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, at, sizeof eight);
            if ((eight & 0x8080808080808080ULL) == 0 && end - at >= 8 && !lineIsBad) {
                std::memcpy(to, &eight, sizeof eight);
                at += sizeof eight;
                to += sizeof eight;
                continue;
            }
        }
        const Character character = characterAt<E>(tables, at, end - at);
        if (character.point != Character::kNone) {
            lineIsBad = lineIsBad && character.point != '\n' && character.point != '\r';
            to = putUtf8(to, character.point);
        } else {
            if (!lineIsBad) {
                result.badPlaces.push_back(to - begin);
            }
            lineIsBad = true;
            for (int i = 0; i < character.length; ++i) {
                to = putEscape(to, at[i]);
            }
        }
        at += character.length;
    }
    std::fill_n(to, kScanPadding, '\0');
    result.text = {begin, static_cast<std::size_t>(to - begin)};
    return result;
}

template <Encoding E>
Outline outlineAs(std::string_view source, bool final, char* to)
{
    constexpr std::int64_t kLongest = 4;
    const CodeTables& tables = tablesFor<E>();
    const auto* const begin = reinterpret_cast<const unsigned char*>(source.data());
    const unsigned char* at = begin;
    const unsigned char* const end = at + source.size();
    char* const outline = to;
    while (at < end && (final || end - at >= kLongest)) {
        if constexpr (isWide(E)) {
            const std::int64_t unitBytes = std::min<std::int64_t>(2, end - at);
            const Character unit = characterAt<E>(tables, at, unitBytes);
            *to++ = unit.point < 0x80 ? static_cast<char>(unit.point) : '\x80';
            at += unitBytes;
        } else {
            const Character character = characterAt<E>(tables, at, end - at);
            const bool ascii = character.point < 0x80;
            to = std::fill_n(to, character.length, ascii ? static_cast<char>(character.point) : '\x80');
            at += character.length;
        }
    }
    return {to - outline, at - begin};
}

std::string plainName(std::string_view name)
{
    std::string plain;
    for (const char c : name) {
        if (c != '-' && c != '_' && c != ' ') {
            plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
    }
    return plain;
}

}  // namespace

std::string_view encodingName(Encoding encoding, bool byteOrderMark)
{
    switch (encoding) {
    case Encoding::Utf8:
        return byteOrderMark ? "utf-8-sig" : "utf-8";
    case Encoding::Utf16Le:
        return "utf-16le";
    case Encoding::Utf16Be:
        return "utf-16be";
    case Encoding::Gb18030:
        return "gb18030";
    case Encoding::Big5:
        return "big5";
    case Encoding::Windows1252:
        break;
    }
    return "windows-1252";
}

std::optional<Encoding> encodingFromName(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, Encoding>, 19> kNames {{
        {"utf8", Encoding::Utf8},
        {"utf8sig", Encoding::Utf8},
        {"utf8bom", Encoding::Utf8},
        {"ascii", Encoding::Utf8},
        {"utf16", Encoding::Utf16Le},
        {"utf16le", Encoding::Utf16Le},
        {"utf16be", Encoding::Utf16Be},
        {"gb18030", Encoding::Gb18030},
        {"gbk", Encoding::Gb18030},
        {"gb2312", Encoding::Gb18030},
        {"cp936", Encoding::Gb18030},
        {"big5", Encoding::Big5},
        {"cp950", Encoding::Big5},
        {"windows1252", Encoding::Windows1252},
        {"cp1252", Encoding::Windows1252},
        {"latin1", Encoding::Windows1252},
        {"iso88591", Encoding::Windows1252},
        {"windows936", Encoding::Gb18030},
        {"windows950", Encoding::Big5},
    }};
    const std::string plain = plainName(name);
    const auto* const found
        = std::find_if(kNames.begin(), kNames.end(), [&](const auto& entry) { return entry.first == plain; });
    return found == kNames.end() ? std::nullopt : std::optional<Encoding>(found->second);
}

std::optional<ByteOrderMark> byteOrderMark(std::string_view head)
{
    static constexpr std::string_view kUtf8 = "\xEF\xBB\xBF";
    ByteOrderMark mark;
    while (head.substr(static_cast<std::size_t>(mark.bytes)).starts_with(kUtf8)) {
        mark.bytes += static_cast<std::int64_t>(kUtf8.size());
    }
    if (mark.bytes > 0) {
        return mark;
    }
    if (head.starts_with("\xFF\xFE")) {
        return ByteOrderMark {Encoding::Utf16Le, 2};
    }
    if (head.starts_with("\xFE\xFF")) {
        return ByteOrderMark {Encoding::Utf16Be, 2};
    }
    return std::nullopt;
}

DecodedText decode(Encoding encoding, std::string_view source)
{
    if (encoding == Encoding::Utf8 && simdjson::validate_utf8(source)) {
        return {nullptr, source, {}};
    }
    return withEncoding(encoding, [&](auto e) { return decodeAs<decltype(e)::value>(source); });
}

std::int64_t SourcePlaces::of(std::int64_t place)
{
    return withEncoding(m_encoding, [&](auto e) {
        const CodeTables& tables = tablesFor<decltype(e)::value>();
        const auto size = static_cast<std::int64_t>(m_source.size());
        const auto* const source = reinterpret_cast<const unsigned char*>(m_source.data());
        while (m_place < place && m_offset < size) {
            const Character character
                = characterAt<decltype(e)::value>(tables, source + m_offset, size - m_offset);
            m_place += character.point == Character::kNone ? kEscape * character.length
                                                           : utf8Length(character.point);
            m_offset += character.length;
        }
        return m_offset;
    });
}

bool needsOutline(Encoding encoding, char delimiter)
{
    constexpr unsigned char kLowestTrail = 0x30;
    const bool pairs = encoding == Encoding::Gb18030 || encoding == Encoding::Big5;
    return isWide(encoding) || (pairs && static_cast<unsigned char>(delimiter) >= kLowestTrail);
}

Outline makeOutline(Encoding encoding, std::string_view source, bool final, char* to)
{
    return withEncoding(encoding, [&](auto e) { return outlineAs<decltype(e)::value>(source, final, to); });
}

}  // namespace meitrace
