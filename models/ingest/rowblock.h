// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fate.h"
#include "models/ingest/recipe.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// Something a reader noticed about a whole row, before anybody looks at its cells.
struct RowMark {
    std::int32_t row = 0;          ///< index inside the block
    RowRule rule = RowRule::None;  ///< Undecodable, NulByte, UnclosedQuote, RowTooLong or BadJson; of a
                                   ///< recipe SetAsideByRecipe or RuleOfMapping
    std::int64_t byteOffset = 0;   ///< in the file as it lies on the disk (for .gz: in what it unpacks to)
    std::int16_t field = -1;       ///< of a recipe: index in kind->fields
};

/// Some consecutive rows of a file as text cells, whatever the file's format. Cells are UTF-8 and point into
/// `storage`. Blank lines are no rows. The header row is not in any block. Bytes that are no text stand as
/// "\xHH" in rows marked Undecodable, and NUL bytes are left out of rows marked NulByte: no U+FFFD is ever
/// made up.
struct RowBlock {
    std::int64_t firstRow = 0;            ///< number of the first row here; the file's first data row is 0
    std::vector<std::string_view> cells;  ///< all cells, row after row
    std::vector<std::uint32_t> rowStart;  ///< rows + 1 positions in cells
    std::vector<std::int64_t> line;       ///< 1-based physical line on which the row begins
    std::vector<std::string_view> raw;    ///< the row as it stood, without its line end
    std::vector<RowMark> marks;           ///< ascending by row
    std::vector<std::unique_ptr<char[]>> storage;  ///< owns every text above
    std::vector<CellChange> changes;               ///< what a recipe changed, ascending by row
    bool isCooked = false;                         ///< the recipe was applied
    std::int64_t bytes = 0;  ///< of the file, as read so far up to the end of this block: for progress

    [[nodiscard]] std::int32_t rows() const
    {
        return static_cast<std::int32_t>(rowStart.size()) - (rowStart.empty() ? 0 : 1);
    }
};

/// What is known of a file before its rows are read.
struct SourceShape {
    /// "utf-8", "utf-8-sig", "gb18030", "utf-16le", "utf-16be", "big5", "windows-1252"
    std::string encoding;
    char delimiter = ',';             ///< , ; TAB |
    std::vector<std::string> header;  ///< cell texts; without a header row "#1", "#2", …
    std::int64_t headerLine = 0;      ///< 1-based line of the header; 0 without one
    std::int64_t fileBytes = 0;       ///< on the disk
    std::string contentHash;          ///< XXH3-128 of the bytes on the disk; empty before it is known
    std::string format = "csv";       ///< "csv" for delimited text, "xlsx", "jsonl", "html"
    std::string sheet;                ///< of a workbook: the one that is read
    std::vector<std::string> sheets;  ///< of a workbook: those that are not hidden
    bool compressed = false;
};

}  // namespace meitrace
