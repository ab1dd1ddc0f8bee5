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

/// 64 bytes in registers, to be compared with single bytes.
class ByteBlock {
public:
    static constexpr std::int64_t kSize = 64;

#if defined(__SSE2__)
    explicit ByteBlock(const char* at)
    {
        for (std::size_t i = 0; i < m_part.size(); ++i) {
            std::memcpy(&m_part[i].bytes, at + 16 * i, 16);
        }
    }

    /// Bit i is set where byte i is one of the given.
    template <typename... Byte>
    [[nodiscard]] std::uint64_t equals(Byte... byte) const
    {
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < m_part.size(); ++i) {
            __m128i found = _mm_setzero_si128();
            ((found = _mm_or_si128(found, _mm_cmpeq_epi8(m_part[i].bytes, _mm_set1_epi8(byte)))), ...);
            bits |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(found)))
                << (16 * i);
        }
        return bits;
    }

private:
    struct Part {  // a register type as template argument would lose its alignment attribute
        __m128i bytes;
    };
    std::array<Part, 4> m_part {};
#else
    explicit ByteBlock(const char* at)
    {
        std::memcpy(m_bytes.data(), at, m_bytes.size());
    }

    template <typename... Byte>
    [[nodiscard]] std::uint64_t equals(Byte... byte) const
    {
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < m_bytes.size(); ++i) {
            const bool found = ((m_bytes[i] == byte) || ...);
            bits |= static_cast<std::uint64_t>(found) << i;
        }
        return bits;
    }

private:
    std::array<char, 64> m_bytes {};
#endif
};

/// Walks over the positions of some bytes in ascending order.
template <typename... Byte>
class ByteWalk {
public:
    ByteWalk(std::string_view text, Byte... byte)
        : m_text(text.data())
        , m_size(static_cast<std::int64_t>(text.size()))
        , m_bytes {byte...}
    {
        load(0);
    }

    /// The next position; the text's size at the end and ever after.
    std::int64_t next()
    {
        while (m_bits == 0) {
            if (m_base + ByteBlock::kSize >= m_size) {
                return m_size;
            }
            load(m_base + ByteBlock::kSize);
        }
        const std::int64_t found = m_base + std::countr_zero(m_bits);
        m_bits &= m_bits - 1;
        return found < m_size ? found : m_size;
    }

    /// Goes on from a position not before the one given last.
    void skipTo(std::int64_t at)
    {
        if (at - m_base >= ByteBlock::kSize) {
            load(at);
        } else {
            m_bits &= ~std::uint64_t {0} << static_cast<unsigned>(at - m_base);
        }
    }

    /// Goes on from any position.
    void jumpTo(std::int64_t at) { load(at); }

private:
    void load(std::int64_t base)
    {
        m_base = base;
        m_bits = base < m_size ? bitsOf(ByteBlock(m_text + base), std::index_sequence_for<Byte...> {}) : 0;
    }

    template <std::size_t... I>
    std::uint64_t bitsOf(const ByteBlock& block, std::index_sequence<I...> /*positions*/) const
    {
        return block.equals(m_bytes[I]...);
    }

    const char* m_text;
    std::int64_t m_size;
    std::array<char, sizeof...(Byte)> m_bytes;
    std::int64_t m_base = 0;
    std::uint64_t m_bits = 0;
};

}  // namespace meitrace
