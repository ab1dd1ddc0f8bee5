// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/ingest/byteorigin.h"
#include "models/ingest/firstpass.h"
#include "models/ingest/piecereader.h"

#include <cstdint>

namespace meitrace {

/// Where the rows of a delimited file begin, and what separates their cells.
struct FileLayout {
    std::int64_t offset = 0;  ///< of the header, or of the first row, in the unpacked file
    std::int64_t line = 1;    ///< its physical line
    char delimiter = ',';
    std::int64_t cells = 1;  ///< of the row there
};

/// Goes over blank lines and comment lines at the beginning, then tries , ; TAB | on the next 200 records:
/// the one with a constant number of cells and the most of them wins; when none is constant, the one whose
/// rows agree best.
///
/// Comments begin with #. When they are all there is, the first of them is the header. "#," begins a header
/// whose first cell is "#", and so does "#word" when that line has as many cells, at least two, as the row
/// behind it.
///
/// delimiter: 0 = find it
/// Errors  FileEmpty (nothing but blanks), those of reading
Result<FileLayout> findLayout(const ByteOrigin& origin, const FileFacts& facts, char delimiter,
                              const ReadLimits& limits);

}  // namespace meitrace
