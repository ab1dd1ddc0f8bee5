// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/text.h"
#include "models/ingest/cleanwork.h"
#include "models/ingest/words.h"

namespace meitrace::cleaning {

/// The cell after translation, with the constant in the place of nothing.
inline std::string_view preparedCell(const PlanColumn& column, ColumnState& state, std::string_view cell)
{
    if (!column.translations.empty() && !cell.empty()) {
        cell = state.translations
                   .get(cell,
                        [&](std::string_view raw) {
                            const auto found = column.translations.find(folded(raw));
                            return CachedCell {.text
                                               = found == column.translations.end() ? raw : found->second};
                        })
                   .text;
    }
    if (!column.constant.empty()) {
        const std::string_view inside = trimmed(cell);
        cell = inside.empty() || isNullWord(inside) ? std::string_view(column.constant) : cell;
    }
    return cell;
}

/// Calls read(row, cell) for every row of the tile that is data.
template <typename Read>
void eachCell(Work& work, const PlanColumn& column, ColumnState& state, Tile tile, Read&& read)
{
    const std::string_view* cells = work.out.rows.cells.data();
    const std::uint32_t* start = work.out.rows.rowStart.data();
    const char* dead = work.dead.data();
    if (column.source >= 0 && column.constant.empty() && column.translations.empty()) {
        const auto source = static_cast<std::size_t>(column.source);
        for (std::int32_t row = tile.begin; row < tile.end; ++row) {
            if (dead[row] == 0) {
                read(row, cells[start[row] + source]);
            }
        }
        return;
    }
    for (std::int32_t row = tile.begin; row < tile.end; ++row) {
        if (dead[row] == 0) {
            read(row, preparedCell(column, state, work.cell(row, column.source)));
        }
    }
}

/// A null word is worth a remark when it is a word and not a dash.
void noteNull(Work& work, std::int32_t row, int field, std::string_view cell);

void readTexts(Work& work, const PlanColumn& column, ColumnState& state, Tile tile);
void readPaths(Work& work, const PlanColumn& column, ColumnState& state, Tile tile);
void readKeys(Work& work, const PlanColumn& column, ColumnState& state, Tile tile);
void readEmails(Work& work, const PlanColumn& column, ColumnState& state, Tile tile);
void readPhones(Work& work, const PlanColumn& column, ColumnState& state, Tile tile);
void readChannels(Work& work, const PlanColumn& column, ColumnState& state, Tile tile);
void readEventNames(Work& work, const PlanColumn& column, ColumnState& state, Tile tile);
void readWords(Work& work, const PlanColumn& column, ColumnState& state, Tile tile);
void readTimes(Work& work, const PlanColumn& column, ColumnState& state, Tile tile);
void readDates(Work& work, const PlanColumn& column, ColumnState& state, Tile tile);
void readNumbers(Work& work, const PlanColumn& column, ColumnState& state, Tile tile);
/// Figure, Ratio and Duration
void readFigures(Work& work, const PlanColumn& column, ColumnState& state, Tile tile);
void dropLeadingZeros(ColumnState& state, Tile tile);
void readPrices(Work& work, const PlanColumn& column, ColumnState& state, Tile tile);

}  // namespace meitrace::cleaning
