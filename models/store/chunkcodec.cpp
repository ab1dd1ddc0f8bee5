// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/chunkcodec.h"

#include "models/base/hash.h"

#include <algorithm>

namespace meitrace {

namespace {

// hash 8 · encoding 1 · width 1 · (2 free) · rows 4 · base 8 · exceptions 4 · (4 free), then the payload,
// then 8 bytes of padding
constexpr std::size_t kHeader = 32;
constexpr std::size_t kPadding = 8;
constexpr std::uint8_t kVersion = 1;

template <typename T>
void put(std::string& bytes, std::size_t at, T value)
{
    std::memcpy(bytes.data() + at, &value, sizeof value);
}

template <typename T>
T get(std::string_view bytes, std::size_t at)
{
    T value {};
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

int bytesFor(std::uint64_t range)
{
    int width = 0;
    while (width < 8 && range != 0) {
        range >>= 8U;
        ++width;
    }
    return width;
}

template <int Width>
void pack(const std::int64_t* values, Index rows, std::int64_t base, char* out)
{
    for (Index i = 0; i < rows; ++i) {
        const std::uint64_t word = static_cast<std::uint64_t>(values[i]) - static_cast<std::uint64_t>(base);
        // Writes a whole word: the bytes beyond the width are overwritten by the next value or lie in the
        // padding.
        std::memcpy(out + i * Width, &word, sizeof word);
    }
}

void packAny(const std::int64_t* values, Index rows, std::int64_t base, int width, char* out)
{
    switch (width) {
    case 1:
        pack<1>(values, rows, base, out);
        break;
    case 2:
        pack<2>(values, rows, base, out);
        break;
    case 3:
        pack<3>(values, rows, base, out);
        break;
    case 4:
        pack<4>(values, rows, base, out);
        break;
    case 5:
        pack<5>(values, rows, base, out);
        break;
    case 6:
        pack<6>(values, rows, base, out);
        break;
    case 7:
        pack<7>(values, rows, base, out);
        break;
    default:
        pack<8>(values, rows, base, out);
        break;
    }
}

}  // namespace

std::string encodeChunk(const std::int64_t* values, Index rows)
{
    std::int64_t low = rows > 0 ? values[0] : 0;
    std::int64_t high = low;
    Index equalFirst = 0;
    const std::int64_t first = low;
    for (Index i = 0; i < rows; ++i) {
        low = std::min(low, values[i]);
        high = std::max(high, values[i]);
        equalFirst += values[i] == first ? 1 : 0;
    }
    const int width = bytesFor(static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low));
    // The most frequent value is guessed to be the first one or 0; ten bytes an exception must pay.
    std::int64_t common = first;
    Index equal = equalFirst;
    if (first != 0) {
        const Index zeros = std::count(values, values + rows, std::int64_t {0});
        if (zeros > equal) {
            common = 0;
            equal = zeros;
        }
    }
    const Index exceptions = rows - equal;
    const bool sparse = width > 0 && rows <= kChunkRows && exceptions * 10 < rows * width;
    const std::size_t payload = sparse ? static_cast<std::size_t>(exceptions) * 10
                                       : static_cast<std::size_t>(rows) * static_cast<std::size_t>(width);
    std::string bytes(kHeader + payload + kPadding, '\0');
    put(bytes, 8, kVersion);
    put(bytes, 9, static_cast<std::uint8_t>(sparse ? 0 : width));
    put(bytes, 12, static_cast<std::uint32_t>(rows));
    put(bytes, 16, sparse ? common : low);
    put(bytes, 24, static_cast<std::uint32_t>(sparse ? exceptions : 0));
    if (sparse) {
        std::size_t at = kHeader;
        for (Index i = 0; i < rows; ++i) {
            if (values[i] != common) {
                put(bytes, at, static_cast<std::uint16_t>(i));
                put(bytes, at + 2, values[i]);
                at += 10;
            }
        }
    } else if (width > 0) {
        packAny(values, rows, low, width, bytes.data() + kHeader);
        std::fill(bytes.end() - kPadding, bytes.end(), '\0');
    }
    put(bytes, 0, hash64(std::string_view(bytes).substr(8)));
    return bytes;
}

std::optional<ChunkView> ChunkView::open(std::string_view bytes)
{
    if (bytes.size() < kHeader + kPadding || get<std::uint8_t>(bytes, 8) != kVersion
        || get<std::uint64_t>(bytes, 0) != hash64(bytes.substr(8))) {
        return std::nullopt;
    }
    ChunkView view;
    view.m_width = get<std::uint8_t>(bytes, 9);
    view.m_rows = get<std::uint32_t>(bytes, 12);
    view.m_base = get<std::int64_t>(bytes, 16);
    view.m_exceptions = get<std::uint32_t>(bytes, 24);
    const std::size_t payload = view.m_exceptions != 0
        ? std::size_t {view.m_exceptions} * 10
        : static_cast<std::size_t>(view.m_rows) * static_cast<std::size_t>(view.m_width);
    if (view.m_width > 8 || view.m_rows > kChunkRows || bytes.size() != kHeader + payload + kPadding) {
        return std::nullopt;
    }
    view.m_payload = bytes.substr(kHeader);
    for (std::uint32_t i = 0; i < view.m_exceptions; ++i) {
        if (get<std::uint16_t>(view.m_payload, i * std::size_t {10}) >= view.m_rows) {
            return std::nullopt;
        }
    }
    return view;
}

}  // namespace meitrace
