// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/eventrun.h"

#include "models/base/parallel.h"
#include "models/domain/eventtype.h"
#include "models/frame/snapshotbuilder.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <numeric>
#include <type_traits>
#include <utility>

namespace meitrace {

namespace {

constexpr std::size_t kFirstStride = 32;  // what a web export needs: two rows to a cache line
constexpr Index kSliceRows = 1 << 18;     // smaller ones are not worth a thread
constexpr int kTime = static_cast<int>(EventField::Time);
constexpr int kAmount = static_cast<int>(EventField::Amount);

template <typename T>
T read(const char* from)
{
    T value {};
    std::memcpy(&value, from, sizeof value);
    return value;
}

/// Copies a row, whose cells fill whole words. A row is too short for a call of memcpy.
void copyWords(char* to, const char* from, std::size_t bytes)
{
    for (std::size_t at = 0; at < bytes; at += sizeof(std::uint64_t)) {
        const auto word = read<std::uint64_t>(from + at);
        std::memcpy(to + at, &word, sizeof word);
    }
}

}  // namespace

void EventRun::resize(Index capacity, std::size_t stride)
{
    LargeBuffer cells(static_cast<std::size_t>(capacity) * stride);
    if (stride == m_stride) {
        std::copy_n(m_cells.data(), static_cast<std::size_t>(m_rows) * stride, cells.data());
    } else {
        for (Index row = 0; row < m_rows; ++row) {
            const auto at = static_cast<std::size_t>(row);
            std::copy_n(m_cells.data() + at * m_stride, m_stride, cells.data() + at * stride);
        }
    }
    m_cells = std::move(cells);
    m_capacity = capacity;
    m_stride = stride;
}

std::size_t EventRun::place(int storedField, std::size_t width)
{
    std::size_t& place = m_places[static_cast<std::size_t>(storedField)];
    if (place == kNoPlace) {
        place = (m_used + width - 1) / width * width;
        m_used = place + width;
        if (m_used > m_stride) {
            resize(std::max({m_capacity, m_reserve, Index {1}}),
                   std::max(kFirstStride, (m_used + 7) / 8 * 8));
        }
    }
    return place;
}

Index EventRun::extend(Index count)
{
    const Index first = m_rows;
    const Index rows = m_rows + count;
    if (m_stride > 0 && rows > m_capacity) {
        resize(std::max(rows, m_capacity + m_capacity / 2), m_stride);
    }
    if (m_ident.capacity() < static_cast<std::size_t>(rows)) {
        m_ident.reserve(static_cast<std::size_t>(std::max({rows, m_reserve, first + first / 2})));
    }
    m_ident.resize(static_cast<std::size_t>(rows), 0);
    m_reserve = std::max(m_reserve, rows);
    m_rows = rows;
    return first;
}

bool EventRun::has(int storedField) const
{
    return storedField == kIdentField ? m_rows > 0
                                      : m_places[static_cast<std::size_t>(storedField)] != kNoPlace;
}

std::int64_t EventRun::value(int storedField, Index row) const
{
    if (storedField == kIdentField) {
        return m_ident[static_cast<std::size_t>(row)];
    }
    if (!has(storedField)) {
        return m_constants[static_cast<std::size_t>(storedField)];
    }
    if (storedField == kTime || storedField == kAmount) {
        return read<std::int64_t>(cell(storedField, row));
    }
    return isNarrow(storedField) ? std::int64_t {read<std::uint16_t>(cell(storedField, row))}
                                 : std::int64_t {read<std::uint32_t>(cell(storedField, row))};
}

void EventRun::gather(const std::uint32_t* order, Index count, GatheredRows& out) const
{
    // Rows are fetched in small groups into the nearest cache and turned there.
    constexpr Index kGroup = 128;
    constexpr Index kAhead = 24;
    const auto size = static_cast<std::size_t>(count);
    out.rows = count;
    out.constants = m_constants;
    out.time.resize(has(kTime) ? size : 0);
    out.amount.resize(has(kAmount) ? size : 0);
    for (int field = 0; field < kStoredFields; ++field) {
        const bool narrow = field != kTime && field != kAmount && has(field);
        out.codes[static_cast<std::size_t>(field)].resize(narrow ? size : 0);
    }
    const std::uint32_t* ident = m_ident.data();
    std::uint32_t* idents = out.codes[kIdentField].data();
    std::vector<char> group(static_cast<std::size_t>(kGroup) * m_stride);
    for (Index begin = 0; begin < count; begin += kGroup) {
        const Index rows = std::min(kGroup, count - begin);
        for (Index i = 0; i < rows; ++i) {
            const Index far = std::min(begin + i + kAhead, count - 1);
            const char* soon = m_cells.data() + order[far] * m_stride;
            __builtin_prefetch(soon);
            __builtin_prefetch(soon + m_stride - 1);
            __builtin_prefetch(ident + order[far]);
            idents[begin + i] = ident[order[begin + i]];
            copyWords(group.data() + static_cast<std::size_t>(i) * m_stride,
                      m_cells.data() + order[begin + i] * m_stride, m_stride);
        }
        const auto turn = [&](auto& column, int field, auto cell) {
            const char* from = group.data() + m_places[static_cast<std::size_t>(field)];
            for (Index i = 0; i < rows && !column.empty(); ++i) {
                column[static_cast<std::size_t>(begin + i)]
                    = read<decltype(cell)>(from + static_cast<std::size_t>(i) * m_stride);
            }
        };
        turn(out.time, kTime, std::int64_t {0});
        turn(out.amount, kAmount, std::int64_t {0});
        for (int field = 0; field < kStoredFields; ++field) {
            std::vector<std::uint32_t>& column = out.codes[static_cast<std::size_t>(field)];
            if (isNarrow(field)) {
                turn(column, field, std::uint16_t {0});
            } else if (field != kIdentField) {
                turn(column, field, std::uint32_t {0});
            }
        }
    }
}

void EventRun::clear()
{
    const Index reserve = m_reserve;
    *this = EventRun();
    m_reserve = reserve;
}

namespace {

/// Rows by ident, keeping their order: a counting sort over the range of idents, each thread over its slice
/// of the rows.
LargeVector<std::uint32_t> orderByIdent(const std::uint32_t* ident, Index rows, Job& job)
{
    LargeVector<std::uint32_t> order(static_cast<std::size_t>(rows));
    if (rows == 0) {
        return order;
    }
    const auto [low, high] = std::minmax_element(ident, ident + rows);
    const std::uint32_t base = *low;
    const auto range = static_cast<std::size_t>(*high - base) + 1;
    if (range > static_cast<std::size_t>(rows) * 8 + 65'536) {
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return ident[a] < ident[b]; });
        return order;
    }
    const Index sliceRows = std::max<Index>(kSliceRows, (rows + job.threads() - 1) / job.threads());
    std::vector<std::vector<std::uint32_t>> starts(static_cast<std::size_t>(chunkCount(rows, sliceRows)));
    Job calm(job.threads());
    forChunks(rows, sliceRows, calm, [&](Index slice, Index begin, Index end) {
        std::vector<std::uint32_t>& counts = starts[static_cast<std::size_t>(slice)];
        counts.resize(range);
        for (Index i = begin; i < end; ++i) {
            ++counts[ident[i] - base];
        }
    });
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < range; ++i) {
        for (std::vector<std::uint32_t>& start : starts) {
            next += std::exchange(start[i], next);
        }
    }
    forChunks(rows, sliceRows, calm, [&](Index slice, Index begin, Index end) {
        std::vector<std::uint32_t>& start = starts[static_cast<std::size_t>(slice)];
        for (Index i = begin; i < end; ++i) {
            order[start[ident[i] - base]++] = static_cast<std::uint32_t>(i);
        }
    });
    return order;
}

bool isInTimeOrder(const EventRun::Cells<std::int64_t>& time, Index rows, Job& job)
{
    std::atomic<bool> sorted {true};
    Job calm(job.threads());
    forChunks(rows, kSliceRows, calm, [&](Index, Index begin, Index end) {
        for (Index row = std::max<Index>(begin, 1); row < end && sorted; ++row) {
            if (time[row] < time[row - 1]) {
                sorted = false;
            }
        }
    });
    return sorted;
}

}  // namespace

LargeVector<std::uint32_t> sortedOrder(EventRun& run, Job& job)
{
    const Index rows = run.rows();
    const std::uint32_t* ident = run.ident();
    const auto time = run.time();
    const auto type = run.narrow(EventField::Type);
    LargeVector<std::uint32_t> order = orderByIdent(ident, rows, job);
    const bool hasPrecision = run.has(static_cast<int>(EventField::Precision));
    // A file written in the order of time, as most are: sorting by ident kept that order.
    if (!hasPrecision && isInTimeOrder(time, rows, job)) {
        return order;
    }
    const auto precision = hasPrecision ? run.narrow(EventField::Precision) : type;
    const auto isDay = [&](std::uint32_t row) {
        return hasPrecision && precision[row] >= static_cast<std::uint16_t>(TimeQuality::WholeDay);
    };
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        const Millis timeA = time[a] + (isDay(a) ? kDayMillis - 1 : 0);
        const Millis timeB = time[b] + (isDay(b) ? kDayMillis - 1 : 0);
        if (timeA != timeB) {
            return timeA < timeB;
        }
        if (isDay(a) != isDay(b)) {
            return isDay(b);
        }
        return isDay(a) && stageOf(type[a]) < stageOf(type[b]);
    };
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        bool sorted = true;
        while (end < order.size() && ident[order[end]] == ident[order[begin]]) {
            sorted = sorted && !before(order[end], order[end - 1]);
            ++end;
        }
        if (!sorted) {
            std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(begin),
                             order.begin() + static_cast<std::ptrdiff_t>(end), before);
        }
        begin = end;
    }
    return order;
}

}  // namespace meitrace
