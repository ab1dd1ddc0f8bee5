// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace meitrace {

enum class Encoding : std::uint8_t { Utf8, Utf16Le, Utf16Be, Gb18030, Big5, Windows1252 };

/// "utf-8", "gb18030", … as in SourceShape; with a byte order mark UTF-8 is "utf-8-sig".
std::string_view encodingName(Encoding encoding, bool byteOrderMark);
/// Also usual other names, in any case: "gbk", "cp936", "latin-1", "utf-16" (little endian unless a mark says
/// other).
std::optional<Encoding> encodingFromName(std::string_view name);

struct ByteOrderMark {
    Encoding encoding = Encoding::Utf8;
    std::int64_t bytes = 0;
};
/// The mark a file begins with; several UTF-8 marks after one another count as one.
std::optional<ByteOrderMark> byteOrderMark(std::string_view head);

/// Text made from encoded bytes, with kScanPadding readable bytes behind it.
struct DecodedText {
    std::unique_ptr<char[]> storage;      ///< empty when the source is text as it stands
    std::string_view text;                ///< UTF-8
    std::vector<std::int64_t> badPlaces;  ///< in text: the first undecodable byte of each line that has one
};

/// source: kScanPadding readable bytes behind it. Bytes that are no character become the text "\xHH": nothing
/// is lost and no U+FFFD is made up. Line ends, quotes and NULs are one to one with those of the source.
///
/// Cost  UTF-8 that is valid: a check at memory speed and no copy; others O(bytes)
DecodedText decode(Encoding encoding, std::string_view source);

/// Finds places of a decoded text in its source, in ascending order. Cost  O(bytes) for all together
class SourcePlaces {
public:
    SourcePlaces(Encoding encoding, std::string_view source)
        : m_encoding(encoding)
        , m_source(source)
    {
    }

    /// Offset in the source of the character that stands at this place of the text; not before the one asked
    /// last.
    std::int64_t of(std::int64_t place);

private:
    Encoding m_encoding;
    std::string_view m_source;
    std::int64_t m_place = 0;
    std::int64_t m_offset = 0;
};

/// Whether a separator's byte may also be part of another character, so that separators cannot be looked for
/// in the encoded bytes themselves.
bool needsOutline(Encoding encoding, char delimiter);

/// The outline of encoded bytes: ASCII characters as they are, everything else as bytes 0x80. UTF-16 has one
/// outline byte per unit, the others one per byte.
struct Outline {
    std::int64_t size = 0;  ///< bytes written to `to`
    std::int64_t sourceBytes
        = 0;  ///< of the source, covered by them: without a cut character at the end unless final
};
Outline makeOutline(Encoding encoding, std::string_view source, bool final, char* to);

}  // namespace meitrace
