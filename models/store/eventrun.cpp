// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/eventrun.h"

#include "models/domain/eventtype.h"
#include "models/frame/snapshotbuilder.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <numeric>
#include <utility>

namespace meitrace {

namespace {

constexpr std::size_t kFirstStride = 32;  // what a web export needs: two rows to a cache line
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
    LargeBuffer cells;
    if (capacity > 0) {
        cells = LargeBuffer(static_cast<std::size_t>(capacity) * stride);
    }
    const Index filled = m_cells.size() == 0 ? 0 : usedNumbers();
    if (stride == m_stride) {
        std::copy_n(m_cells.data(), static_cast<std::size_t>(std::min(filled, m_capacity)) * stride,
                    cells.data());
    } else {
        for (Index row = 0; row < filled; ++row) {
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
            resize(m_capacity, std::max(kFirstStride, (m_used + 7) / 8 * 8));
        }
    }
    return place;
}

void EventRun::openDrawer(std::size_t group)
{
    if (group >= m_groups.size()) {
        m_groups.resize(group + 1);
    }
    const auto drawer = static_cast<std::uint32_t>(m_nextDrawer.size());
    m_nextDrawer.push_back(drawer);
    Group& here = m_groups[group];
    if (here.drawers == 0) {
        here.first = drawer;
    } else {
        m_nextDrawer[here.last] = drawer;
    }
    here.last = drawer;
    here.used = 0;
    ++here.drawers;
    const Index needed = usedNumbers();
    if (needed > m_capacity) {
        // Address space only: what no row touches costs nothing. Half a drawer of every group stays empty.
        const Index room = std::max({needed, m_capacity + m_capacity / 2, m_reserve + m_reserve / 16});
        if (m_stride > 0) {
            resize(room, m_stride);
        }
        m_capacity = room;
        m_ident.resize(static_cast<std::size_t>(room));
    }
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

void EventRun::appendSorted(std::size_t group, std::vector<std::uint32_t>& order)
{
    if (rowsOf(group) == 0) {
        return;
    }
    const std::size_t before = order.size();
    order.resize(before + static_cast<std::size_t>(rowsOf(group)));
    std::uint32_t* const rows = order.data() + before;
    constexpr std::uint32_t kInside = (1U << kGroupBits) - 1;
    const auto times = time();
    const bool hasPrecision = has(static_cast<int>(EventField::Precision));
    bool inOrder = !hasPrecision;
    std::array<std::uint32_t, kInside + 2> start {};
    Millis latest = std::numeric_limits<Millis>::min();
    eachRow(group, [&](Index row) {
        ++start[(m_ident[static_cast<std::size_t>(row)] & kInside) + 1];
        inOrder = inOrder && times[row] >= latest;
        latest = times[row];
    });
    std::partial_sum(start.begin(), start.end(), start.begin());
    const std::array<std::uint32_t, kInside + 2> ends = start;
    eachRow(group, [&](Index row) {
        rows[start[m_ident[static_cast<std::size_t>(row)] & kInside]++] = static_cast<std::uint32_t>(row);
    });
    if (inOrder) {
        return;  // as most files are: sorting by ident kept the order of time
    }
    const auto type = narrow(EventField::Type);
    const auto precision = hasPrecision ? narrow(EventField::Precision) : type;
    const auto isDay = [&](std::uint32_t row) {
        return hasPrecision && precision[row] >= static_cast<std::uint16_t>(TimeQuality::WholeDay);
    };
    const auto comesBefore = [&](std::uint32_t a, std::uint32_t b) {
        const Millis timeA = times[a] + (isDay(a) ? kDayMillis - 1 : 0);
        const Millis timeB = times[b] + (isDay(b) ? kDayMillis - 1 : 0);
        if (timeA != timeB) {
            return timeA < timeB;
        }
        if (isDay(a) != isDay(b)) {
            return isDay(b);
        }
        return isDay(a) && stageOf(type[a]) < stageOf(type[b]);
    };
    for (std::size_t i = 0; i <= kInside; ++i) {
        std::uint32_t* const begin = rows + ends[i];
        std::uint32_t* const end = rows + ends[i + 1];
        if (!std::is_sorted(begin, end, comesBefore)) {
            std::stable_sort(begin, end, comesBefore);
        }
    }
}

}  // namespace meitrace
