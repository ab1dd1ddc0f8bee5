// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The fates of a file's rows, in memory and as bytes.
#include "models/store/batches.h"

#include <algorithm>
#include <zstd.h>

namespace meitrace {

namespace {

constexpr unsigned kWasFixed = 8;
constexpr char kPacked = '\0';                      // no fate: the rest is packed
constexpr std::size_t kPackFrom = 4096;             // shorter ones stay readable
constexpr unsigned long long kLongestRun = 1 + 10;  // bytes of a fate and a count
constexpr std::int64_t kMostRows = std::int64_t {1} << 32U;

void putVarint(std::string& bytes, std::uint64_t value)
{
    while (value >= 0x80) {
        bytes += static_cast<char>(static_cast<unsigned char>(value | 0x80U));
        value >>= 7U;
    }
    bytes += static_cast<char>(static_cast<unsigned char>(value));
}

std::string packed(const std::string& runs)
{
    std::string bytes(1 + ZSTD_compressBound(runs.size()), kPacked);
    const std::size_t size = ZSTD_compress(bytes.data() + 1, bytes.size() - 1, runs.data(), runs.size(), 1);
    if (ZSTD_isError(size) != 0) {
        return runs;
    }
    bytes.resize(1 + size);
    return bytes;
}

std::optional<std::string> unpacked(std::string_view bytes, std::int64_t rows)
{
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR
        || size > static_cast<unsigned long long>(std::max<std::int64_t>(rows, 0)) * kLongestRun) {
        return std::nullopt;
    }
    std::string runs(size, '\0');
    if (ZSTD_decompress(runs.data(), runs.size(), bytes.data(), bytes.size()) != size) {
        return std::nullopt;
    }
    return runs;
}

}  // namespace

void FateLog::append(RowFate fate, std::int64_t count)
{
    m_fates.insert(m_fates.end(), static_cast<std::size_t>(count), fate);
    m_counts[static_cast<std::size_t>(fate) & 7U] += count;
}

void FateLog::append(const std::vector<RowFate>& fates)
{
    m_fates.insert(m_fates.end(), fates.begin(), fates.end());
    for (const RowFate fate : fates) {
        ++m_counts[static_cast<std::size_t>(fate) & 7U];
    }
}

void FateLog::set(std::int64_t row, RowFate fate)
{
    --m_counts[static_cast<std::size_t>(at(row))];
    m_fates[static_cast<std::size_t>(row)] = fate;
    ++m_counts[static_cast<std::size_t>(at(row))];
}

void FateLog::change(std::int64_t row, RowFate fate)
{
    const auto place = static_cast<unsigned>(m_fates[static_cast<std::size_t>(row)]);
    const bool wasFixed = at(row) == RowFate::Fixed || (place & kWasFixed) != 0;
    const bool remembers = fate == RowFate::Superseded || fate == RowFate::Duplicate;
    set(row, remembers && wasFixed ? static_cast<RowFate>(static_cast<unsigned>(fate) | kWasFixed) : fate);
}

void FateLog::restore(std::int64_t row)
{
    const auto place = static_cast<unsigned>(m_fates[static_cast<std::size_t>(row)]);
    if (at(row) == RowFate::Superseded || at(row) == RowFate::Duplicate) {
        set(row, (place & kWasFixed) != 0 ? RowFate::Fixed : RowFate::Ok);
    }
}

std::string FateLog::bytes() const
{
    std::string bytes;
    const bool allOk = m_counts[static_cast<std::size_t>(RowFate::Ok)] == rows();
    for (std::size_t begin = 0; begin < m_fates.size();) {
        std::size_t end = allOk ? m_fates.size() : begin;
        while (end < m_fates.size() && m_fates[end] == m_fates[begin]) {
            ++end;
        }
        bytes += static_cast<char>(m_fates[begin]);
        putVarint(bytes, end - begin);
        begin = end;
    }
    return bytes.size() < kPackFrom ? bytes : packed(bytes);
}

namespace {

/// The number that begins at `at`, which moves behind it; empty where the bytes end too early or it is too
/// long.
std::optional<std::uint64_t> readVarint(std::string_view bytes, std::size_t& at)
{
    std::uint64_t number = 0;
    for (unsigned shift = 0; at < bytes.size() && shift <= 56; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        number |= std::uint64_t {byte & 0x7FU} << shift;
        if (byte < 0x80) {
            return number;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<FateLog> FateLog::fromBytes(std::string_view bytes, std::int64_t rows)
{
    if (!bytes.empty() && bytes.front() == kPacked && rows <= kMostRows) {
        const std::optional<std::string> runs = unpacked(bytes.substr(1), rows);
        return runs && !runs->empty() && runs->front() != kPacked ? fromBytes(*runs, rows) : std::nullopt;
    }
    if (rows < 0 || rows > kMostRows) {
        return std::nullopt;
    }
    FateLog log;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto fate = static_cast<std::uint8_t>(bytes[at++]);
        const std::optional<std::uint64_t> count = readVarint(bytes, at);
        if (!count || (fate & 7U) == 0 || fate > 15
            || *count > static_cast<std::uint64_t>(rows - log.rows())) {
            return std::nullopt;
        }
        log.append(static_cast<RowFate>(fate), static_cast<std::int64_t>(*count));
    }
    return log.rows() == rows ? std::optional<FateLog>(std::move(log)) : std::nullopt;
}

}  // namespace meitrace
