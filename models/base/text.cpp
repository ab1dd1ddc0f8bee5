// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/text.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace meitrace {

namespace {

// The macros of ICU convert between int and bytes on purpose; they stand here once, as functions.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wuseless-cast"

/// Code point at `at`, which moves behind it; negative for invalid bytes.
UChar32 nextPoint(std::string_view text, int32_t& at)
{
    UChar32 c = 0;
    const char* bytes = text.data();
    U8_NEXT(bytes, at, static_cast<int32_t>(text.size()), c);
    return c;
}

/// Code point before `at`, which moves to its start; negative for invalid bytes.
UChar32 previousPoint(std::string_view text, int32_t begin, int32_t& at)
{
    UChar32 c = 0;
    const char* bytes = text.data();
    U8_PREV(bytes, begin, at, c);
    return c;
}

// NOLINTNEXTLINE(readability-function-size): the nesting is in ICU's macro
void appendPoint(std::string& text, char32_t c)
{
    std::array<char, 4> buffer {};
    char* bytes = buffer.data();
    int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(c));
    text.append(bytes, static_cast<std::size_t>(length));
}

#pragma GCC diagnostic pop

bool isInvisible(char32_t c)
{
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 || c == 0xFEFF
        || c == 0x00AD;
}

bool isBlank(char32_t c)
{
    return c <= 0x20 || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F
        || isInvisible(c);
}

std::string toUtf8(const icu::UnicodeString& text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

icu::UnicodeString nfkc(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(status);
    icu::UnicodeString source
        = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    if (U_FAILURE(status) != 0) {
        return source;
    }
    icu::UnicodeString result = normalizer->normalize(source, status);
    return U_FAILURE(status) != 0 ? source : result;
}

std::string withoutInvisible(const icu::UnicodeString& text)
{
    icu::UnicodeString kept;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        if (!isInvisible(static_cast<char32_t>(c))) {
            kept.append(c);
        }
    }
    return toUtf8(kept);
}

}  // namespace

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isValidUtf8(std::string_view text)
{
    const auto length = static_cast<int32_t>(text.size());
    for (int32_t i = 0; i < length;) {
        if (nextPoint(text, i) < 0) {
            return false;
        }
    }
    return true;
}

std::string_view trimmed(std::string_view text)
{
    const auto length = static_cast<int32_t>(text.size());
    int32_t begin = 0;
    while (begin < length) {
        int32_t next = begin;
        const UChar32 c = nextPoint(text, next);
        if (c < 0 || !isBlank(static_cast<char32_t>(c))) {
            break;
        }
        begin = next;
    }
    int32_t end = length;
    while (end > begin) {
        int32_t previous = end;
        const UChar32 c = previousPoint(text, begin, previous);
        if (c < 0 || !isBlank(static_cast<char32_t>(c))) {
            break;
        }
        end = previous;
    }
    return text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

std::string normalised(std::string_view text)
{
    text = trimmed(text);
    if (isAscii(text)) {
        return std::string(text);
    }
    const std::string clean = withoutInvisible(nfkc(text));
    return std::string(trimmed(clean));
}

std::string folded(std::string_view text)
{
    std::string result = normalised(text);
    if (isAscii(result)) {
        std::transform(result.begin(), result.end(), result.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
        return result;
    }
    icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(result);
    unicode.foldCase();
    return toUtf8(unicode);
}

std::string codeFrom(std::string_view text)
{
    const icu::UnicodeString source = icu::UnicodeString::fromUTF8(folded(text));
    icu::UnicodeString code;
    bool gap = false;
    for (int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
        const UChar32 c = source.char32At(i);
        if (u_isalnum(c) != 0) {
            if (gap && !code.isEmpty()) {
                code.append(static_cast<UChar32>('_'));
            }
            code.append(c);
            gap = false;
        } else {
            gap = true;
        }
    }
    return toUtf8(code);
}

std::int64_t characterCount(std::string_view text)
{
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

std::string shortened(std::string_view text, std::int64_t count)
{
    if (characterCount(text) <= count) {
        return std::string(text);
    }
    std::u32string points = toCodePoints(text);
    points.resize(static_cast<std::size_t>(std::max<std::int64_t>(0, count - 1)));
    return fromCodePoints(points) + "\xE2\x80\xA6";
}

std::u32string toCodePoints(std::string_view text)
{
    std::u32string points;
    const auto length = static_cast<int32_t>(text.size());
    for (int32_t i = 0; i < length;) {
        const UChar32 c = nextPoint(text, i);
        points += c < 0 ? char32_t {0xFFFD} : static_cast<char32_t>(c);
    }
    return points;
}

std::string fromCodePoints(std::u32string_view points)
{
    std::string text;
    for (const char32_t c : points) {
        appendPoint(text, c);
    }
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

std::string pinyin(std::string_view name)
{
    std::string clean = folded(name);
    if (isAscii(clean)) {
        return clean;
    }
    thread_local const std::unique_ptr<icu::Transliterator> converter = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(icu::Transliterator::createInstance(
            "Han-Latin/Names; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    }();
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(clean);
    if (converter) {
        converter->transliterate(text);
    }
    std::string result = toUtf8(text);
    result.erase(std::remove(result.begin(), result.end(), ' '), result.end());
    return result;
}

}  // namespace meitrace
