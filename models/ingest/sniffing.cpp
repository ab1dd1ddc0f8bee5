// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/sniffing.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace meitrace {

namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kMagic {{
    {"PK\x03\x04"sv, "zip"},
    {"PK\x05\x06"sv, "zip"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "xls"},
    {"%PDF-"sv, "pdf"},
    {"\x89PNG\r\n\x1A\n"sv, "image"},
    {"\xFF\xD8\xFF"sv, "image"},
    {"GIF87a"sv, "image"},
    {"GIF89a"sv, "image"},
    {"II*\0"sv, "image"},
    {"MM\0*"sv, "image"},
    {"\xFF\xFE\0\0"sv, "utf-32"},
    {"\0\0\xFE\xFF"sv, "utf-32"},
    {"\x1F\x8B"sv, "binary"},
    {"SQLite format 3\0"sv, "binary"},
}};

/// The beginning without byte order mark and blanks, lower case; of UTF-16 the low bytes.
std::string firstWords(std::string_view head)
{
    constexpr std::size_t kWords = 64;
    const std::optional<ByteOrderMark> mark = byteOrderMark(head);
    head.remove_prefix(mark ? static_cast<std::size_t>(mark->bytes) : 0);
    std::string words;
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0 || (words.empty() && std::isspace(byte) != 0)) {
            continue;
        }
        words += static_cast<char>(std::tolower(byte));
        if (words.size() == kWords) {
            break;
        }
    }
    return words;
}

bool looksLikeJson(std::string_view words)
{
    if (words.empty() || (words[0] != '{' && words[0] != '[')) {
        return false;
    }
    const bool isObject = words[0] == '{';
    const std::size_t next = words.find_first_not_of(" \t\r\n", 1);
    return next != std::string_view::npos
        && (isObject ? words[next] == '"' || words[next] == '}' : words[next] == '{');
}

/// Bytes that no text holds. NULs are counted apart: damaged text has some of them, UTF-16 and binaries have
/// many.
bool looksBinary(std::string_view head)
{
    constexpr std::int64_t kFew = 8;
    std::int64_t nuls = 0;
    std::int64_t controls = 0;
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        nuls += byte == 0 ? 1 : 0;
        controls += (byte > 0 && byte < 9) || (byte > 13 && byte < 32) ? 1 : 0;
    }
    const auto size = static_cast<std::int64_t>(head.size());
    return (controls >= kFew && controls * 20 > size) || (nuls >= kFew && nuls * 10 > size * 3);
}

}  // namespace

bool looksLikeGzip(std::string_view head)
{
    return head.starts_with("\x1F\x8B\x08"sv);
}

std::optional<Encoding> looksLikeUtf16(std::string_view head)
{
    constexpr std::int64_t kFewest = 4;
    std::array<std::int64_t, 2> zeros {};
    std::array<std::int64_t, 2> separators {};
    const std::size_t units = head.size() / 2;
    for (std::size_t i = 0; i < 2 * units; ++i) {
        zeros[i % 2] += head[i] == '\0' ? 1 : 0;
        const bool isPair = head[i ^ 1U] == '\0';
        separators[i % 2] += isPair && ",;|\t\r\n"sv.find(head[i]) != std::string_view::npos ? 1 : 0;
    }
    for (const std::size_t low : {0U, 1U}) {
        const std::int64_t found = zeros[1 - low];
        const bool enough = found >= kFewest && found * 20 >= static_cast<std::int64_t>(units);
        if (enough && zeros[low] * 20 <= found && separators[low] > 0) {
            return low == 0 ? Encoding::Utf16Le : Encoding::Utf16Be;
        }
    }
    return std::nullopt;
}

std::string_view foreignFormat(std::string_view head)
{
    for (const auto& [magic, format] : kMagic) {
        if (head.starts_with(magic)) {
            const bool isWorkbook = head.find("xl/"sv) != std::string_view::npos
                || head.find("[Content_Types].xml"sv) != std::string_view::npos;
            return format == "zip" && isWorkbook ? "xlsx"sv : format;
        }
    }
    const std::string words = firstWords(head);
    for (const std::string_view tag :
         {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<table"sv, "<meta"sv}) {
        if (words.starts_with(tag)) {
            return "html";
        }
    }
    if (words.starts_with("<?xml")) {
        return words.find("html") != std::string::npos ? "html" : "xml";
    }
    if (looksLikeJson(words)) {
        return "json";
    }
    const std::optional<ByteOrderMark> mark = byteOrderMark(head);
    const bool isUtf16 = (mark && mark->encoding != Encoding::Utf8) || looksLikeUtf16(head);
    return !isUtf16 && looksBinary(head) ? "binary"sv : ""sv;
}

}  // namespace meitrace
