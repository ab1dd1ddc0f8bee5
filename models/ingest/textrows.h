// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/rowblock.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// One row of a table whose cells were found one by one.
struct TextRow {
    std::int64_t line = 0;  ///< 1-based row of the sheet, or line of the file
    std::vector<std::string> cells;

    [[nodiscard]] bool isBlank() const;
    /// Cells with something in them.
    [[nodiscard]] std::int64_t filled() const;
};

inline constexpr std::size_t kBlockRows = 2'048;  ///< rows of one block
inline constexpr std::size_t kHeaderRows = 20;    ///< the header is looked for among these

/// Puts rows together as a block. Rows shorter than `width` are filled up, empty cells beyond it are left
/// out: such tables do not write empty cells at the end of a row. The raw text of a row is what it would be
/// in a comma-separated file.
RowBlock blockOf(const std::vector<TextRow>& rows, std::size_t width, std::int64_t firstRow);

/// Names the columns of a table by the header among its first rows, which must not be blank, or by "#1",
/// "#2", … where none is wanted.
void nameColumns(const std::vector<TextRow>& first, bool hasHeader, SourceShape& shape);

/// Which of the first rows names the columns: titles and notes above it fill fewer cells than it does.
/// rows: not blank, at least one
std::size_t headerAmong(const std::vector<TextRow>& rows);

}  // namespace meitrace
