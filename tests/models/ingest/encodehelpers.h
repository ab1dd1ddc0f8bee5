// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <vector>
#include <zlib.h>

namespace meitrace::test {

/// UTF-8 to any encoding ICU knows, without a byte order mark. Empty when it cannot hold the text.
inline std::string encoded(std::string_view text, const char* encoding)
{
    const icu::UnicodeString units
        = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &status);
    assert(U_SUCCESS(status));
    ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::vector<char> bytes(text.size() * 4 + 16);
    const int size = ucnv_fromUChars(converter, bytes.data(), static_cast<int>(bytes.size()),
                                     units.getBuffer(), units.length(), &status);
    ucnv_close(converter);
    return U_SUCCESS(status) ? std::string(bytes.data(), static_cast<std::size_t>(size)) : std::string();
}

/// One gzip member.
inline std::string packed(const std::string& bytes)
{
    z_stream zlib {};
    deflateInit2(&zlib, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&zlib, bytes.size()) + 64, '\0');
    std::string in = bytes;
    zlib.next_in = reinterpret_cast<Bytef*>(in.data());
    zlib.avail_in = static_cast<uInt>(in.size());
    zlib.next_out = reinterpret_cast<Bytef*>(out.data());
    zlib.avail_out = static_cast<uInt>(out.size());
    deflate(&zlib, Z_FINISH);
    out.resize(zlib.total_out);
    deflateEnd(&zlib);
    return out;
}

}  // namespace meitrace::test
