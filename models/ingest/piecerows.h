// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/piecereader.h"
#include "models/ingest/rowblock.h"

namespace meitrace {

/// The rows of a piece: decoded, cut into cells, marked. columns: how many cells a row probably has.
///
/// Bytes that are no character stand as the text "\xHH" in rows marked Undecodable; NUL bytes are left out of
/// rows marked NulByte. byteOffset of these marks is that of the first such byte of the row, of the others
/// the row's beginning.
RowBlock rowsOf(Piece piece, Encoding encoding, char delimiter, std::int64_t columns,
                const ReadLimits& limits);

}  // namespace meitrace
