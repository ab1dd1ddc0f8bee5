// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/chunkcodec.h"

#include "models/base/hash.h"

#include <algorithm>
#include <bit>
#include <type_traits>
#include <vector>

namespace meitrace {

namespace {

// hash 8 · version 1 · width 1 · form 1 · (1 free) · rows 4 · base 8 · exceptions or runs 4 · (4 free), then
// the payload, then 8 bytes of padding. In version 1 the form of packed and of sparse chunks was 0: it was
// sparse when there were exceptions.
constexpr std::size_t kHeader = 32;
constexpr std::size_t kPadding = 8;
constexpr std::uint8_t kVersion = 2;
constexpr std::uint8_t kVersionOfTwoForms = 1;

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

template <int Width, typename T>
void pack(const T* values, Index rows, std::int64_t base, char* out)
{
    for (Index i = 0; i < rows; ++i) {
        const std::uint64_t word = static_cast<std::uint64_t>(values[i]) - static_cast<std::uint64_t>(base);
        // Writes a whole word: the bytes beyond the width are overwritten by the next value or lie in the
        // padding.
        std::memcpy(out + i * Width, &word, sizeof word);
    }
}

template <typename T>
void packAny(const T* values, Index rows, std::int64_t base, int width, char* out)
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

/// What decides the form of a chunk.
struct Summary {
    std::int64_t low = 0;
    std::int64_t high = 0;
    Index runs = 0;           ///< of equal neighbours
    std::int64_t common = 0;  ///< the most frequent value, guessed to be the first one or 0
    Index equal = 0;          ///< how many there are of it
};

template <typename T>
Summary summaryOf(const T* values, Index rows)
{
    if (rows == 0) {
        return {};
    }
    // Counters as wide as the values: the compiler counts in vectors then.
    using Count = std::make_unsigned_t<T>;
    const T first = values[0];
    T low = first;
    T high = first;
    Count equalFirst = 1;
    Count zeros = first == 0 ? 1 : 0;
    Count runs = 1;
    for (Index i = 1; i < rows; ++i) {
        low = std::min(low, values[i]);
        high = std::max(high, values[i]);
        equalFirst += Count {values[i] == first};
        zeros += Count {values[i] == 0};
        runs += Count {values[i] != values[i - 1]};
    }
    const bool zero = zeros > equalFirst;
    return {static_cast<std::int64_t>(low), static_cast<std::int64_t>(high), static_cast<Index>(runs),
            zero ? 0 : static_cast<std::int64_t>(first), static_cast<Index>(zero ? zeros : equalFirst)};
}

constexpr std::size_t kException = 10;  // 2 for the row, 8 for the value

template <typename T>
void putExceptions(const T* values, Index rows, std::int64_t common, std::string& bytes)
{
    std::size_t at = kHeader;
    for (Index i = 0; i < rows; ++i) {
        const auto value = static_cast<std::int64_t>(values[i]);
        if (value != common) {
            put(bytes, at, static_cast<std::uint16_t>(i));
            put(bytes, at + 2, value);
            at += kException;
        }
    }
}

std::size_t startsBytes(Index rows)
{
    return static_cast<std::size_t>((rows + 63) / 64 * 8);
}

/// A bit for every row that begins a run, then the runs' values.
template <typename T>
void putRuns(const T* values, Index rows, Index runs, std::int64_t base, int width, std::string& bytes)
{
    // Without branches, which nobody could predict: every value is written, and kept where a run begins.
    std::vector<T> heads(static_cast<std::size_t>(runs) + 1);
    T* head = heads.data();
    T before = static_cast<T>(~values[0]);
    for (Index begin = 0; begin < rows; begin += 64) {
        std::uint64_t word = 0;
        for (Index i = begin; i < std::min(rows, begin + 64); ++i) {
            const bool starts = values[i] != before;
            before = values[i];
            word |= std::uint64_t {starts} << static_cast<unsigned>(i - begin);
            *head = before;
            head += starts ? 1 : 0;
        }
        put(bytes, kHeader + static_cast<std::size_t>(begin / 8), word);
    }
    packAny(heads.data(), runs, base, width, bytes.data() + kHeader + startsBytes(rows));
}

template <typename T>
std::string encode(const T* values, Index rows)
{
    using Form = ChunkView::Form;
    const Summary summary = summaryOf(values, rows);
    const int width
        = bytesFor(static_cast<std::uint64_t>(summary.high) - static_cast<std::uint64_t>(summary.low));
    const auto bytesEach = static_cast<std::size_t>(width);
    const Index exceptions = rows - summary.equal;
    const std::size_t packed = static_cast<std::size_t>(rows) * bytesEach;
    const std::size_t sparse = static_cast<std::size_t>(exceptions) * kException;
    const std::size_t runs = startsBytes(rows) + static_cast<std::size_t>(summary.runs) * bytesEach;
    Form form = Form::Packed;
    if (width > 0 && rows <= kChunkRows && std::min(sparse, runs) < packed) {
        form = sparse <= runs ? Form::Sparse : Form::Runs;
    }
    const std::size_t payload = form == Form::Sparse ? sparse : form == Form::Runs ? runs : packed;
    std::string bytes(kHeader + payload + kPadding, '\0');
    put(bytes, 8, kVersion);
    put(bytes, 9, static_cast<std::uint8_t>(form == Form::Sparse ? 0 : width));
    put(bytes, 10, form);
    put(bytes, 12, static_cast<std::uint32_t>(rows));
    put(bytes, 16, form == Form::Sparse ? summary.common : summary.low);
    const Index count = form == Form::Sparse ? exceptions : form == Form::Runs ? summary.runs : 0;
    put(bytes, 24, static_cast<std::uint32_t>(count));
    if (form == Form::Sparse) {
        putExceptions(values, rows, summary.common, bytes);
    } else if (form == Form::Runs) {
        putRuns(values, rows, summary.runs, summary.low, width, bytes);
    } else if (width > 0) {
        packAny(values, rows, summary.low, width, bytes.data() + kHeader);
    }
    std::fill(bytes.end() - kPadding, bytes.end(), '\0');
    put(bytes, 0, hash64(std::string_view(bytes).substr(8)));
    return bytes;
}

/// The starts of runs agree with how many there are.
bool areRunsSound(std::string_view payload, Index rows, std::uint32_t runs)
{
    std::uint32_t starts = 0;
    std::uint64_t word = 0;
    for (Index begin = 0; begin < rows; begin += 64) {
        word = get<std::uint64_t>(payload, static_cast<std::size_t>(begin / 8));
        starts += static_cast<std::uint32_t>(std::popcount(word));
    }
    const bool beyond = rows % 64 != 0 && (word >> static_cast<unsigned>(rows % 64)) != 0;
    return starts == runs && !beyond && (get<std::uint64_t>(payload, 0) & 1U) != 0;
}

bool areExceptionsSound(std::string_view payload, Index rows, std::uint32_t exceptions)
{
    for (std::uint32_t i = 0; i < exceptions; ++i) {
        if (get<std::uint16_t>(payload, i * kException) >= rows) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::string encodeChunk(const std::int64_t* values, Index rows)
{
    return encode(values, rows);
}

std::string encodeChunk(const std::uint32_t* values, Index rows)
{
    return encode(values, rows);
}

std::string constantChunk(std::int64_t value, Index rows)
{
    std::string bytes(kHeader + kPadding, '\0');
    put(bytes, 8, kVersion);
    put(bytes, 12, static_cast<std::uint32_t>(rows));
    put(bytes, 16, value);
    put(bytes, 0, hash64(std::string_view(bytes).substr(8)));
    return bytes;
}

bool isZeroChunk(std::string_view bytes)
{
    return bytes.size() == kHeader + kPadding && get<std::uint8_t>(bytes, 9) == 0
        && get<std::int64_t>(bytes, 16) == 0;
}

std::optional<ChunkView> ChunkView::open(std::string_view bytes)
{
    if (bytes.size() < kHeader + kPadding || get<std::uint64_t>(bytes, 0) != hash64(bytes.substr(8))) {
        return std::nullopt;
    }
    const auto version = get<std::uint8_t>(bytes, 8);
    if (version != kVersion && version != kVersionOfTwoForms) {
        return std::nullopt;
    }
    ChunkView view;
    view.m_width = get<std::uint8_t>(bytes, 9);
    view.m_form = get<Form>(bytes, 10);
    view.m_rows = get<std::uint32_t>(bytes, 12);
    view.m_base = get<std::int64_t>(bytes, 16);
    view.m_exceptions = get<std::uint32_t>(bytes, 24);
    if (version == kVersionOfTwoForms && view.m_form == Form::Packed && view.m_exceptions != 0) {
        view.m_form = Form::Sparse;
    }
    const auto width = static_cast<std::size_t>(view.m_width);
    const std::size_t count = view.m_exceptions;
    const std::size_t payload = view.m_form == Form::Sparse ? count * kException
        : view.m_form == Form::Runs                         ? startsBytes(view.m_rows) + count * width
                                                            : static_cast<std::size_t>(view.m_rows) * width;
    if (view.m_form > Form::Runs || view.m_width > 8 || view.m_rows > kChunkRows
        || bytes.size() != kHeader + payload + kPadding) {
        return std::nullopt;
    }
    view.m_payload = bytes.substr(kHeader);
    bool sound = view.m_exceptions == 0;
    if (view.m_form == Form::Sparse) {
        sound = areExceptionsSound(view.m_payload, view.m_rows, view.m_exceptions);
    } else if (view.m_form == Form::Runs) {
        sound = view.m_rows > 0 && width > 0 && areRunsSound(view.m_payload, view.m_rows, view.m_exceptions);
    }
    return sound ? std::optional<ChunkView>(view) : std::nullopt;
}

}  // namespace meitrace
