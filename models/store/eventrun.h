// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/largebuffer.h"
#include "models/base/largevector.h"
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

/// Rows of a run in a chosen order, column by column.
struct GatheredRows {
    Index rows = 0;
    std::vector<std::int64_t> time;
    std::vector<std::int64_t> amount;                             ///< empty = all 0
    std::array<std::vector<std::uint32_t>, kStoredFields> codes;  ///< by stored field; empty = all constant
    std::array<std::uint32_t, kStoredFields> constants {};        ///< by stored field
};

/// Events waiting to be sorted and written. The cells of a row lie together, and the rows of neighbouring
/// handles in drawers of their own, in the order they came: a file comes in the order of time and leaves in
/// the order of handles, and with drawers nothing is taken from all over memory. A column that was never set
/// is all 0 and takes none.
///
/// A row's number says where it lies; numbers leave gaps where drawers are not full.
/// Memory  the cells, 4 bytes a row for its handle, and 16 bytes per 1,024 handles up to the highest
class EventRun {
public:
    /// One column. Valid until the run is cleared.
    template <typename T>
    class Cells {
    public:
        Cells(EventRun& run, std::size_t offset)
            : m_run(run)
            , m_offset(offset)
        {
        }
        T& operator[](Index row) const
        {
            return *reinterpret_cast<T*>(m_run.m_cells.data() + static_cast<std::size_t>(row) * m_run.m_stride
                                         + m_offset);
        }

    private:
        EventRun& m_run;
        std::size_t m_offset;
    };

    /// Makes room for one more row of this handle, all 0, and returns its number.
    Index add(std::uint32_t ident)
    {
        const std::size_t number = ident >> kGroupBits;
        if (number >= m_groups.size() || m_groups[number].used == kDrawerRows) {
            openDrawer(number);
        }
        Group& group = m_groups[number];
        const Index row = Index {group.last} * kDrawerRows + group.used++;
        m_ident[static_cast<std::size_t>(row)] = ident;
        ++m_rows;
        return row;
    }
    [[nodiscard]] Index rows() const { return m_rows; }
    /// Calls body(row) for every row: groups of handles ascending, and inside a group as the rows came.
    template <typename Body>
    void eachRow(const Body& body) const
    {
        for (std::size_t group = 0; group < m_groups.size(); ++group) {
            eachRow(group, body);
        }
    }
    /// For writing: the column gets its place when first asked for.
    Cells<std::int64_t> time() { return {*this, place(static_cast<int>(EventField::Time), 8)}; }
    Cells<std::int64_t> amount() { return {*this, place(static_cast<int>(EventField::Amount), 8)}; }
    /// Campaign and all behind it but Amount, and the content.
    Cells<std::uint32_t> codes(int storedField) { return {*this, place(storedField, 4)}; }
    /// Precision, and Type to Device: their dictionaries never have more than 65,535 texts.
    Cells<std::uint16_t> narrow(EventField field) { return {*this, place(static_cast<int>(field), 2)}; }
    static constexpr bool isNarrow(int storedField)
    {
        return storedField >= static_cast<int>(EventField::Precision)
            && storedField <= static_cast<int>(EventField::Device);
    }
    /// Calls fill(cells) with the column of any field but Time, Amount and ident, as wide as it is.
    template <typename Fill>
    void fillCodes(EventField field, const Fill& fill)
    {
        if (isNarrow(static_cast<int>(field))) {
            fill(narrow(field));
        } else {
            fill(codes(static_cast<int>(field)));
        }
    }
    /// Gives all rows, also those to come, one value in a column without a place of its own.
    void setConstant(int storedField, std::uint32_t value)
    {
        m_constants[static_cast<std::size_t>(storedField)] = value;
    }
    [[nodiscard]] bool has(int storedField) const;

    /// Value of one cell, 0 or the constant for a column that was never set.
    [[nodiscard]] std::int64_t value(int storedField, Index row) const;
    /// Groups of neighbouring handles: their rows follow each other in the order of the run.
    [[nodiscard]] std::size_t groups() const { return m_groups.size(); }
    /// Appends the rows of a group: by ident, then the total order of semantics C0; equal ones as they came.
    void appendSorted(std::size_t group, std::vector<std::uint32_t>& order);
    /// Copies the cells of `count` rows, chosen by `order`. Called by several threads at once.
    void gather(const std::uint32_t* order, Index count, GatheredRows& out) const;
    void clear();
    /// How many rows there will be, for memory.
    void reserve(Index rows) { m_reserve = rows; }

private:
    static constexpr std::size_t kNoPlace = ~std::size_t {0};
    static constexpr unsigned kGroupBits = 10;  ///< a group's rows fit into the processor's cache
    static constexpr std::uint32_t kDrawerRows = 128;
    /// The drawers of neighbouring handles
    struct Group {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        std::uint32_t drawers = 0;
        std::uint32_t used = kDrawerRows;  ///< rows in the last drawer
    };
    static constexpr std::array<std::size_t, kStoredFields> kNoPlaces = [] {
        std::array<std::size_t, kStoredFields> places {};
        places.fill(kNoPlace);
        return places;
    }();

    std::size_t place(int storedField, std::size_t width);
    void resize(Index capacity, std::size_t stride);
    void openDrawer(std::size_t group);
    [[nodiscard]] Index usedNumbers() const { return static_cast<Index>(m_nextDrawer.size()) * kDrawerRows; }
    [[nodiscard]] Index rowsOf(std::size_t group) const
    {
        const Group& here = m_groups[group];
        return here.drawers == 0 ? 0 : Index {here.drawers - 1} * kDrawerRows + here.used;
    }
    template <typename Body>
    void eachRow(std::size_t group, const Body& body) const
    {
        std::uint32_t drawer = m_groups[group].first;
        for (std::uint32_t left = m_groups[group].drawers; left > 0; --left) {
            const std::uint32_t count = left == 1 ? m_groups[group].used : kDrawerRows;
            for (std::uint32_t i = 0; i < count; ++i) {
                body(Index {drawer} * kDrawerRows + i);
            }
            drawer = m_nextDrawer[drawer];
        }
    }
    [[nodiscard]] const char* cell(int storedField, Index row) const
    {
        const std::size_t offset
            = static_cast<std::size_t>(row) * m_stride + m_places[static_cast<std::size_t>(storedField)];
        return &m_cells.data()[offset];
    }

    Index m_rows = 0;
    Index m_reserve = 0;
    Index m_capacity = 0;
    std::size_t m_stride = 0;
    std::size_t m_used = 0;  ///< bytes of a row that have a column
    std::array<std::size_t, kStoredFields> m_places = kNoPlaces;
    std::array<std::uint32_t, kStoredFields> m_constants {};
    std::vector<Group> m_groups;              ///< by ident >> kGroupBits
    std::vector<std::uint32_t> m_nextDrawer;  ///< by drawer, of the same group
    LargeVector<std::uint32_t> m_ident;       ///< by row
    LargeBuffer m_cells;
};

}  // namespace meitrace
