// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace meitrace {

/// Texts given to the functions here must have this many readable bytes behind their end. Their values do not
/// matter.
inline constexpr std::int64_t kScanPadding = 64;

/// Bytes looked at in one go.
inline constexpr std::int64_t kScanStep = 64;

/// Bit i is set where byte i of the 64 from here on is one of the given.
template <typename... Byte>
inline std::uint64_t placesOf(const char* at, Byte... byte)
{
#if defined(__SSE2__)
    const auto sixteen = [&](unsigned part) {
        __m128i bytes;
        std::memcpy(&bytes, at + std::size_t {16} * part, sizeof bytes);
        __m128i found = _mm_setzero_si128();
        ((found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte)))), ...);
        return std::uint64_t {static_cast<std::uint32_t>(_mm_movemask_epi8(found))} << (16 * part);
    };
    return sixteen(0) | sixteen(1) | sixteen(2) | sixteen(3);
#else
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < kScanStep; ++i) {
        const bool found = ((at[i] == byte) || ...);
        bits |= std::uint64_t {found} << i;
    }
    return bits;
#endif
}

/// Walks over the positions of some bytes in ascending order.
template <typename... Byte>
class ByteWalk {
public:
    explicit ByteWalk(std::string_view text, Byte... byte)
        : m_text(text.data())
        , m_size(static_cast<std::int64_t>(text.size()))
        , m_bytes {byte...}
    {
        load(0);
    }

    /// The next position; the text's size at the end and ever after.
    std::int64_t next()
    {
        if (m_bits == 0) {
            refill();
        }
        const std::int64_t found = m_bits != 0 ? m_base + std::countr_zero(m_bits) : m_size;
        m_bits &= m_bits - 1;
        return found < m_size ? found : m_size;
    }

    /// Goes on from a position not before the one given last.
    void skipTo(std::int64_t at)
    {
        if (at - m_base >= kScanStep) {
            load(at);
        } else {
            m_bits &= ~std::uint64_t {0} << static_cast<unsigned>(at - m_base);
        }
    }

    /// Goes on from any position.
    void jumpTo(std::int64_t at) { load(at); }

private:
    [[gnu::noinline]] void refill()
    {
        while (m_bits == 0 && m_base + kScanStep < m_size) {
            load(m_base + kScanStep);
        }
    }

    void load(std::int64_t base)
    {
        m_base = base;
        m_bits = base < m_size ? bitsOf(m_text + base, std::index_sequence_for<Byte...> {}) : 0;
    }

    template <std::size_t... I>
    std::uint64_t bitsOf(const char* at, std::index_sequence<I...> /*positions*/) const
    {
        return placesOf(at, m_bytes[I]...);
    }

    const char* m_text;
    std::int64_t m_size;
    std::array<char, sizeof...(Byte)> m_bytes;
    std::int64_t m_base = 0;
    std::uint64_t m_bits = 0;
};

}  // namespace meitrace
