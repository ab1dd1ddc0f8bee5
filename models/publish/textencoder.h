// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace meitrace {

/// Encodings of the files that leave the program.
enum class TextEncoding : std::uint8_t {
    Utf8,
    Utf8Bom,  ///< what spreadsheets of every language recognise
    Gb18030   ///< what Chinese systems write; characters of GBK have the same bytes as in GBK
};

/// "utf-8", "utf-8-bom", "gb18030"; empty for any other name.
std::optional<TextEncoding> textEncodingByCode(std::string_view code);
std::string_view textEncodingCode(TextEncoding encoding);

/// UTF-8 to the bytes of an encoding. Bytes that are no UTF-8 become U+FFFD. Not shared between threads.
class TextEncoder {
public:
    explicit TextEncoder(TextEncoding encoding);
    TextEncoder(const TextEncoder&) = delete;
    TextEncoder& operator=(const TextEncoder&) = delete;
    ~TextEncoder();

    /// Bytes that stand before the first character of a file; may be empty.
    [[nodiscard]] std::string_view fileStart() const;
    /// Appends whole characters: text must not end inside one.
    void append(std::string_view text, std::string& bytes);

private:
    struct Converter;

    TextEncoding m_encoding;
    std::unique_ptr<Converter> m_converter;
};

}  // namespace meitrace
