// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/characterforms.h"
#include "models/ingest/codetables.h"
#include "models/ingest/encoding.h"

#include <cstdint>
#include <type_traits>

namespace meitrace {

/// The character at a place, from at least one byte that is left.
template <Encoding E>
inline Character characterAt(const CodeTables& tables, const unsigned char* at, std::int64_t left)
{
    if constexpr (E == Encoding::Utf16Le || E == Encoding::Utf16Be) {
        return detail::utf16At<E == Encoding::Utf16Be>(at, left);
    } else {
        if (at[0] < 0x80) {
            return {at[0], 1};
        }
        if constexpr (E == Encoding::Utf8) {
            return detail::utf8At(at, left);
        } else if constexpr (E == Encoding::Gb18030) {
            return detail::gb18030At(tables, at, left);
        } else if constexpr (E == Encoding::Big5) {
            return detail::big5At(tables, at, left);
        } else {
            return {at[0] < 0xA0 ? char32_t {detail::kWindows1252[at[0] - 0x80U]} : char32_t {at[0]}, 1};
        }
    }
}

/// Calls body(std::integral_constant<Encoding, E>) for an encoding known at run time only.
template <typename Body>
auto withEncoding(Encoding encoding, Body body)
{
    switch (encoding) {
    case Encoding::Utf16Le:
        return body(std::integral_constant<Encoding, Encoding::Utf16Le> {});
    case Encoding::Utf16Be:
        return body(std::integral_constant<Encoding, Encoding::Utf16Be> {});
    case Encoding::Gb18030:
        return body(std::integral_constant<Encoding, Encoding::Gb18030> {});
    case Encoding::Big5:
        return body(std::integral_constant<Encoding, Encoding::Big5> {});
    case Encoding::Windows1252:
        return body(std::integral_constant<Encoding, Encoding::Windows1252> {});
    case Encoding::Utf8:
        break;
    }
    return body(std::integral_constant<Encoding, Encoding::Utf8> {});
}

}  // namespace meitrace
