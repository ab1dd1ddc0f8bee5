// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/cellcache.h"
#include "models/ingest/cleanplan.h"

#include <string>
#include <string_view>
#include <vector>

namespace meitrace::cleaning {

/// Rows are worked on in tiles that stay in the processor's cache: all columns of a tile, then the next tile.
struct Tile {
    std::int32_t begin = 0;
    std::int32_t end = 0;
};

/// What belongs to one column while a block is cleaned.
struct ColumnState {
    FieldValues values;  ///< one element per row of the block so far; rows that fall out leave at the end
    CellCache texts;
    CellCache translations;
    std::vector<std::uint64_t> wordHashes;  ///< by code
    std::vector<std::int64_t> scratch;      ///< clockOnly: milliseconds of the day; exactPrice: millionths
    Day day = kMissingDay;                  ///< the last local day that was converted, and
    Millis offset = 0;                      ///< its distance from UTC, where the whole day has the same
};

/// One call of cleanRows().
class Work {
public:
    Work(const Plan& thePlan, CleanBlock& block);

    [[nodiscard]] const PlanColumn& column(int position) const
    {
        return plan.columns[static_cast<std::size_t>(position)];
    }
    [[nodiscard]] ColumnState& state(int position) { return states[static_cast<std::size_t>(position)]; }
    /// The cell a column is fed from, as it stands; empty without one.
    [[nodiscard]] std::string_view cell(std::int32_t row, int source) const;
    [[nodiscard]] bool stands(std::int32_t row) const
    {
        return out.fates[static_cast<std::size_t>(row)] <= RowFate::Fixed;
    }

    /// Something was repaired or is worth a remark; the row stays.
    void note(std::int32_t row, int field, RowRule rule, std::string_view cell);
    /// The row is set aside.
    void reject(std::int32_t row, int field, RowRule rule, std::string_view cell,
                std::string suggestion = {});
    /// The row is left out for a reason that lies in the row as a whole; its cells are not read.
    void drop(std::int32_t row, RowFate fate, RowRule rule, std::string value, int field = -1);
    std::string_view keep(std::string text);

    const Plan& plan;
    CleanBlock& out;
    std::vector<ColumnState> states;
    std::vector<char> dead;  ///< rows whose cells are not looked at
};

/// Rows that are no data or cannot be read as rows: marks of the reader, blank rows, repeated headers,
/// totals, ragged rows, rules of the mapping.
void applyRowRules(Work& work, Tile tile);

/// Adds up the columns of figures, for the totals the file states. After all cells are read.
void sumFigures(Work& work);

/// Reads the cells of one column into its values.
void readColumn(Work& work, int position, Tile tile);

/// Fields worked out of others: the tail of a number in a remark, names in two columns, days of snapshots,
/// sessions and money in one column, follow-ups that were never planned.
void deriveFields(Work& work, Tile tile);

/// Fields that complete each other: date and time in two columns, price times quantity, stand-ins.
void completeFields(Work& work, Tile tile);

}  // namespace meitrace::cleaning
