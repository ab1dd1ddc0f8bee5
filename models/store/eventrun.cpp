// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/eventrun.h"

#include "models/domain/eventtype.h"
#include "models/frame/snapshotbuilder.h"

#include <algorithm>
#include <numeric>

namespace meitrace {

std::size_t EventRun::slot(int storedField)
{
    return storedField == kIdentField ? 0 : static_cast<std::size_t>(storedField);
}

Index EventRun::extend(Index count)
{
    const Index first = m_rows;
    m_rows += count;
    const auto grow = [&](auto& column) {
        if (!column.empty()) {
            column.resize(static_cast<std::size_t>(m_rows));
        }
    };
    grow(m_time);
    grow(m_amount);
    std::for_each(m_columns.begin(), m_columns.end(), grow);
    return first;
}

std::int64_t* EventRun::wide64(std::vector<std::int64_t>& column)
{
    if (column.empty()) {
        column.reserve(static_cast<std::size_t>(std::max(m_reserve, m_rows)));
        column.resize(static_cast<std::size_t>(m_rows));
    }
    return column.data();
}

std::uint32_t* EventRun::wide32(std::vector<std::uint32_t>& column)
{
    if (column.empty()) {
        column.reserve(static_cast<std::size_t>(std::max(m_reserve, m_rows)));
        column.resize(static_cast<std::size_t>(m_rows));
    }
    return column.data();
}

std::uint32_t* EventRun::codes(int storedField)
{
    return wide32(m_columns[slot(storedField)]);
}

bool EventRun::has(int storedField) const
{
    if (storedField == static_cast<int>(EventField::Time)) {
        return !m_time.empty();
    }
    if (storedField == static_cast<int>(EventField::Amount)) {
        return !m_amount.empty();
    }
    return !m_columns[slot(storedField)].empty();
}

std::int64_t EventRun::value(int storedField, Index row) const
{
    if (!has(storedField)) {
        return 0;
    }
    const auto at = static_cast<std::size_t>(row);
    if (storedField == static_cast<int>(EventField::Time)) {
        return m_time[at];
    }
    if (storedField == static_cast<int>(EventField::Amount)) {
        return m_amount[at];
    }
    return m_columns[slot(storedField)][at];
}

void EventRun::gather(int storedField, const std::uint32_t* order, Index count, std::int64_t* out) const
{
    if (!has(storedField)) {
        std::fill(out, out + count, 0);
        return;
    }
    // The cells lie all over memory: asking for them ahead of time hides most of the wait.
    constexpr Index kAhead = 32;
    const auto copy = [&](const auto& column) {
        const auto* cells = column.data();
        const Index warm = std::max<Index>(0, count - kAhead);
        for (Index i = 0; i < warm; ++i) {
            __builtin_prefetch(cells + order[i + kAhead]);
            out[i] = cells[order[i]];
        }
        for (Index i = warm; i < count; ++i) {
            out[i] = cells[order[i]];
        }
    };
    if (storedField == static_cast<int>(EventField::Time)) {
        copy(m_time);
    } else if (storedField == static_cast<int>(EventField::Amount)) {
        copy(m_amount);
    } else {
        copy(m_columns[slot(storedField)]);
    }
}

void EventRun::clear()
{
    m_rows = 0;
    m_time = {};
    m_amount = {};
    for (auto& column : m_columns) {
        column = {};
    }
}

namespace {

/// Rows by ident, keeping their order: a counting sort over the range of idents.
std::vector<std::uint32_t> orderByIdent(const std::uint32_t* ident, Index rows)
{
    std::vector<std::uint32_t> order(static_cast<std::size_t>(rows));
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
    std::vector<std::uint32_t> start(range + 1);
    for (Index i = 0; i < rows; ++i) {
        ++start[ident[i] - base + 1];
    }
    std::partial_sum(start.begin(), start.end(), start.begin());
    for (Index i = 0; i < rows; ++i) {
        order[start[ident[i] - base]++] = static_cast<std::uint32_t>(i);
    }
    return order;
}

}  // namespace

std::vector<std::uint32_t> sortedOrder(EventRun& run)
{
    const Index rows = run.rows();
    const std::uint32_t* ident = run.ident();
    const std::int64_t* time = run.time();
    std::vector<std::uint32_t> order = orderByIdent(ident, rows);
    const bool hasPrecision = run.has(static_cast<int>(EventField::Precision));
    // A file written in the order of time, as most are: sorting by ident kept that order.
    if (!hasPrecision && std::is_sorted(time, time + rows)) {
        return order;
    }
    const std::uint32_t* precision
        = hasPrecision ? run.codes(static_cast<int>(EventField::Precision)) : nullptr;
    const std::uint32_t* type = run.codes(static_cast<int>(EventField::Type));
    const auto isDay = [&](std::uint32_t row) {
        return hasPrecision && precision[row] >= static_cast<std::uint32_t>(TimeQuality::WholeDay);
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
        return isDay(a)
            && stageOf(static_cast<std::uint16_t>(type[a])) < stageOf(static_cast<std::uint16_t>(type[b]));
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
