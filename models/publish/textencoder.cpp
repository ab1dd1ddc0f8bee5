// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/publish/textencoder.h"

#include "models/base/text.h"

#include <algorithm>
#include <array>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>
#include <utility>
#include <vector>

namespace meitrace {

namespace {

constexpr std::array<std::pair<std::string_view, TextEncoding>, 3> kCodes {{
    {"utf-8", TextEncoding::Utf8},
    {"utf-8-bom", TextEncoding::Utf8Bom},
    {"gb18030", TextEncoding::Gb18030},
}};

constexpr UChar32 kReplacement = 0xFFFD;

}  // namespace

std::optional<TextEncoding> textEncodingByCode(std::string_view code)
{
    const auto* found
        = std::find_if(kCodes.begin(), kCodes.end(), [&](const auto& entry) { return entry.first == code; });
    return found == kCodes.end() ? std::nullopt : std::optional<TextEncoding>(found->second);
}

std::string_view textEncodingCode(TextEncoding encoding)
{
    return kCodes[static_cast<std::size_t>(encoding)].first;
}

struct TextEncoder::Converter {
    UConverter* handle = nullptr;
    std::vector<UChar> wide;

    Converter()
    {
        UErrorCode status = U_ZERO_ERROR;
        handle = ucnv_open("gb18030", &status);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() { ucnv_close(handle); }
};

TextEncoder::TextEncoder(TextEncoding encoding)
    : m_encoding(encoding)
    , m_converter(encoding == TextEncoding::Gb18030 ? std::make_unique<Converter>() : nullptr)
{
}

TextEncoder::~TextEncoder() = default;

std::string_view TextEncoder::fileStart() const
{
    return m_encoding == TextEncoding::Utf8Bom ? std::string_view("\xEF\xBB\xBF") : std::string_view();
}

void TextEncoder::append(std::string_view text, std::string& bytes)
{
    if (isAscii(text)) {
        bytes += text;
        return;
    }
    if (!m_converter) {
        if (isValidUtf8(text)) {
            bytes += text;
        } else {
            bytes += fromCodePoints(toCodePoints(text));
        }
        return;
    }
    // At most one UTF-16 unit per byte of UTF-8, and four bytes per unit.
    const auto length = static_cast<std::int32_t>(text.size());
    m_converter->wide.resize(text.size() + 1);
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t units = 0;
    u_strFromUTF8WithSub(m_converter->wide.data(), length + 1, &units, text.data(), length, kReplacement,
                         nullptr, &status);
    const std::size_t start = bytes.size();
    bytes.resize(start + static_cast<std::size_t>(units) * 4 + 4);
    const std::int32_t written = ucnv_fromUChars(m_converter->handle, bytes.data() + start,
                                                 static_cast<std::int32_t>(bytes.size() - start),
                                                 m_converter->wide.data(), units, &status);
    bytes.resize(start + static_cast<std::size_t>(std::max(written, 0)));
}

}  // namespace meitrace
