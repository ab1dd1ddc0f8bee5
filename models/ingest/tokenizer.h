// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/rowblock.h"

#include <cstdint>
#include <string_view>

namespace meitrace {

struct TokenizeOptions {
    char delimiter = ',';
    std::int64_t firstLine = 1;  ///< physical line on which the text begins
    std::int64_t rows = 0;       ///< how many there are
    std::int64_t columns = 1;    ///< how many cells a row probably has: a guess too low only costs time
};

/// Cuts text into cells by the rules of RecordScanner, and appends its rows to an empty block. A quote that
/// is never closed in the text is an ordinary character. Cells point into the text; those with doubled
/// quotes, or with text behind the closing quote, into storage added to the block.
///
/// text: UTF-8, begins with a row, kScanPadding readable bytes behind it.  Cost  about 1 GB/s
void tokenize(std::string_view text, const TokenizeOptions& options, RowBlock& block);

}  // namespace meitrace
