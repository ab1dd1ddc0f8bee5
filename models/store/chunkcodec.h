// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace meitrace {

/// Rows of one chunk; the last chunk of a part may be shorter.
inline constexpr Index kChunkRows = 65'536;

/// A column chunk as bytes: values relative to the smallest one in as few bytes each as fit (frame of
/// reference), or one constant, or a constant with exceptions. A hash over the rest of the bytes stands in
/// front, so a flipped bit is seen. Cost: encode and decode run at memory speed, about 1 ns a value.
std::string encodeChunk(const std::int64_t* values, Index rows);

/// A chunk's bytes, looked into without copying.
class ChunkView {
public:
    /// Empty when the bytes are damaged.
    static std::optional<ChunkView> open(std::string_view bytes);

    [[nodiscard]] Index rows() const { return m_rows; }
    /// All rows hold one value
    [[nodiscard]] bool isConstant() const { return m_width == 0 && m_exceptions == 0; }
    [[nodiscard]] std::int64_t constant() const { return m_base; }

    /// Writes rows() values to `out`; T may be narrower than the values need only if the caller knows they
    /// fit.
    template <typename T>
    void decode(T* out) const
    {
        if (m_width == 0 || m_exceptions != 0) {
            const T constant = static_cast<T>(m_base);
            for (Index i = 0; i < m_rows; ++i) {
                out[i] = constant;
            }
            decodeExceptions(out);
            return;
        }
        switch (m_width) {
        case 1:
            decodePacked<T, 1>(out);
            break;
        case 2:
            decodePacked<T, 2>(out);
            break;
        case 3:
            decodePacked<T, 3>(out);
            break;
        case 4:
            decodePacked<T, 4>(out);
            break;
        case 5:
            decodePacked<T, 5>(out);
            break;
        case 6:
            decodePacked<T, 6>(out);
            break;
        case 7:
            decodePacked<T, 7>(out);
            break;
        default:
            decodePacked<T, 8>(out);
            break;
        }
    }

private:
    template <typename T, int Width>
    void decodePacked(T* out) const
    {
        const char* at = m_payload.data();
        // The payload is padded by 8 bytes, so that whole words can be read.
        constexpr std::uint64_t kMask
            = Width == 8 ? ~std::uint64_t {0} : (std::uint64_t {1} << (Width % 8 * 8)) - 1;
        for (Index i = 0; i < m_rows; ++i) {
            std::uint64_t word = 0;
            std::memcpy(&word, at + i * Width, sizeof word);
            out[i] = static_cast<T>(static_cast<std::uint64_t>(m_base) + (word & kMask));
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
    int m_width = 0;
    std::uint32_t m_exceptions = 0;
    std::int64_t m_base = 0;
    std::string_view m_payload;
};

}  // namespace meitrace
