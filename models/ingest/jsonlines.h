// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/byteorigin.h"
#include "models/ingest/rowsource.h"

#include <memory>

namespace meitrace {

/// JSON lines: an object to a line, UTF-8, maybe packed (.gz). A column is a name that any line of the file
/// has, in the order of their first appearance; what is inside an object is "outer.inner", a list stands as
/// its JSON text. null is an empty cell. Lines that are no object are rows marked BadJson with their text as
/// the only cell; blank lines are none.
///
/// The file is read twice: for its names, then for its rows.
/// Errors  FileEmpty, FileUnreadable, FileTruncated (.gz), FileFormat (value: "json": no line is an object),
///         FileChanged
Result<std::unique_ptr<RowSource>> openJsonLines(std::shared_ptr<const ByteOrigin> origin,
                                                 const ReadOptions& options);

}  // namespace meitrace
