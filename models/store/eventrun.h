// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"
#include "models/frame/eventcolumns.h"

#include <array>
#include <cstdint>
#include <vector>

namespace meitrace {

/// Columns of the store beyond those of EventField.
inline constexpr int kIdentField = 15;  ///< immutable handle the event hangs on
inline constexpr int kContentField
    = 16;  ///< 32-bit hash of the whole row: recognises the same event in a later file
inline constexpr int kStoredFields = 17;

/// Events waiting to be sorted and written, in the order they came. A column that was never set is all 0 and
/// takes no memory.
class EventRun {
public:
    /// Makes room for `count` more rows, all 0, and returns the first one's number.
    Index extend(Index count);
    [[nodiscard]] Index rows() const { return m_rows; }
    /// For writing: the column gets its memory when first asked for.
    std::int64_t* time() { return wide64(m_time); }
    std::int64_t* amount() { return wide64(m_amount); }
    std::uint32_t* ident() { return wide32(m_columns[0]); }
    /// Any field but Time and Amount; Precision too.
    std::uint32_t* codes(int storedField);
    [[nodiscard]] bool has(int storedField) const;

    /// Value of one cell, 0 for a column that was never set.
    [[nodiscard]] std::int64_t value(int storedField, Index row) const;
    /// Copies the cells of `count` rows, chosen by `order`, to out.
    void gather(int storedField, const std::uint32_t* order, Index count, std::int64_t* out) const;
    void clear();
    void reserve(Index rows) { m_reserve = rows; }

private:
    std::int64_t* wide64(std::vector<std::int64_t>& column);
    std::uint32_t* wide32(std::vector<std::uint32_t>& column);
    [[nodiscard]] static std::size_t slot(int storedField);

    Index m_rows = 0;
    Index m_reserve = 0;
    std::vector<std::int64_t> m_time;
    std::vector<std::int64_t> m_amount;
    std::array<std::vector<std::uint32_t>, kStoredFields> m_columns;  ///< 0 = ident, else by slot()
};

/// The order of the rows of a run: by ident, then the total order of semantics C0.
std::vector<std::uint32_t> sortedOrder(EventRun& run);

}  // namespace meitrace
