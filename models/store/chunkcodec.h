// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace meitrace {

/// Rows of one chunk; the last chunk of a part may be shorter.
inline constexpr Index kChunkRows = 65'536;

/// A column chunk as bytes: values relative to the smallest one in as few bytes each as fit (frame of
/// reference), the same for the first value of each run of equal ones, one constant, or a constant with
/// exceptions; whichever is shortest. A hash over the rest of the bytes stands in front, so a flipped bit is
/// seen. Chunks of both versions so far are read, the newer one is written. Cost: encode and decode run at
/// memory speed, about 1 ns a value.
std::string encodeChunk(const std::int64_t* values, Index rows);
std::string encodeChunk(const std::uint32_t* values, Index rows);

/// As encodeChunk() of so many equal values.
std::string constantChunk(std::int64_t value, Index rows);

/// The bytes encodeChunk() made of zeros only.
bool isZeroChunk(std::string_view bytes);

/// A chunk's bytes, looked into without copying.
class ChunkView {
public:
    enum class Form : std::uint8_t { Packed, Sparse, Runs };

    /// Empty when the bytes are damaged.
    static std::optional<ChunkView> open(std::string_view bytes);

    [[nodiscard]] Index rows() const { return m_rows; }
    /// All rows hold one value
    [[nodiscard]] bool isConstant() const { return m_form == Form::Packed && m_width == 0; }
    [[nodiscard]] std::int64_t constant() const { return m_base; }

    /// Writes rows() values to `out`; T may be narrower than the values need only if the caller knows they
    /// fit.
    template <typename T>
    void decode(T* out) const
    {
        if (isConstant() || m_form == Form::Sparse) {
            const T constant = static_cast<T>(m_base);
            for (Index i = 0; i < m_rows; ++i) {
                out[i] = constant;
            }
            decodeExceptions(out);
            return;
        }
        switch (m_width) {
        case 1:
            decodeWide<T, 1>(out);
            break;
        case 2:
            decodeWide<T, 2>(out);
            break;
        case 3:
            decodeWide<T, 3>(out);
            break;
        case 4:
            decodeWide<T, 4>(out);
            break;
        case 5:
            decodeWide<T, 5>(out);
            break;
        case 6:
            decodeWide<T, 6>(out);
            break;
        case 7:
            decodeWide<T, 7>(out);
            break;
        default:
            decodeWide<T, 8>(out);
            break;
        }
    }

private:
    template <typename T, int Width>
    [[nodiscard]] T packedValue(const char* at) const
    {
        // The payload is padded by 8 bytes, so that whole words can be read.
        constexpr std::uint64_t kMask
            = Width == 8 ? ~std::uint64_t {0} : (std::uint64_t {1} << (Width % 8 * 8)) - 1;
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        return static_cast<T>(static_cast<std::uint64_t>(m_base) + (word & kMask));
    }

    template <typename T, int Width>
    void decodeWide(T* out) const
    {
        if (m_form == Form::Runs) {
            decodeRuns<T, Width>(out);
            return;
        }
        const char* at = m_payload.data();
        for (Index i = 0; i < m_rows; ++i) {
            out[i] = packedValue<T, Width>(at + i * Width);
        }
    }

    template <typename T, int Width>
    void decodeRuns(T* out) const
    {
        const char* starts = m_payload.data();
        const char* at = starts + (m_rows + 63) / 64 * 8;
        T value {};
        for (Index begin = 0; begin < m_rows; begin += 64) {
            std::uint64_t word = 0;
            std::memcpy(&word, starts + begin / 8, sizeof word);
            Index row = begin;
            const Index end = begin + 64 < m_rows ? begin + 64 : m_rows;
            while (word != 0) {
                const Index next = begin + std::countr_zero(word);
                for (; row < next; ++row) {
                    out[row] = value;
                }
                value = packedValue<T, Width>(at);
                at += Width;
                word &= word - 1;
            }
            for (; row < end; ++row) {
                out[row] = value;
            }
        }
    }

    template <typename T>
    void decodeExceptions(T* out) const
    {
        const char* at = m_payload.data();
        for (std::uint32_t i = 0; i < m_exceptions; ++i) {
            std::uint16_t row = 0;
            std::int64_t value = 0;
            std::memcpy(&row, at + i * std::size_t {10}, sizeof row);
            std::memcpy(&value, at + i * std::size_t {10} + 2, sizeof value);
            out[row] = static_cast<T>(value);
        }
    }

    Index m_rows = 0;
    Form m_form = Form::Packed;
    int m_width = 0;
    std::uint32_t m_exceptions = 0;
    std::int64_t m_base = 0;
    std::string_view m_payload;
};

}  // namespace meitrace
