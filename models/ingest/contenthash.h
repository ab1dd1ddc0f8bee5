// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/hash.h"
#include "models/base/random.h"
#include "models/ingest/celltext.h"

#include <bit>
#include <cstdint>
#include <string_view>

namespace meitrace {

static_assert(std::endian::native == std::endian::little, "content hashes go into files");

/// Hashes of single values, some nanoseconds each. A row's hash is the sum over its fields, so that the order
/// of columns does not matter and a missing value is the same as no column. Stable for ever: it goes into
/// files. Source of the mixing step: Wang Yi, wyhash (public domain).
namespace contenthash {

inline std::uint64_t mix(std::uint64_t a, std::uint64_t b)
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

/// Of a field: from its name, which never changes, and not from its place in the table of fields.
inline std::uint64_t seedOf(std::string_view fieldName)
{
    return hash64(fieldName) | 1U;
}

inline std::uint64_t number(std::int64_t value, std::uint64_t seed)
{
    return mix64(mix(static_cast<std::uint64_t>(value) ^ 0xA0761D6478BD642FULL, seed ^ 0xE7037ED1A0B428DBULL)
                 ^ seed);
}

inline std::uint64_t text(std::string_view value, std::uint64_t seed)
{
    const std::size_t size = value.size();
    if (size > 16) {
        return hash64(value, seed);
    }
    const char* at = value.data();
    std::uint64_t a = 0;
    std::uint64_t b = 0;
    if (size >= 8) {
        a = load8(at);
        b = load8(at + size - 8);
    } else if (size >= 4) {
        a = load4(at);
        b = load4(at + size - 4);
    } else if (size > 0) {
        const auto byte = [&](std::size_t i) { return std::uint64_t {static_cast<unsigned char>(at[i])}; };
        a = (byte(0) << 16U) | (byte(size / 2) << 8U) | byte(size - 1);
    }
    const std::uint64_t first = mix(a ^ 0xA0761D6478BD642FULL, b ^ seed);
    return mix(first ^ 0xE7037ED1A0B428DBULL, size ^ 0x8EBC6AF09C88C6E3ULL);
}

}  // namespace contenthash

}  // namespace meitrace
