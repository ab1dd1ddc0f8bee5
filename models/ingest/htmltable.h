// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/byteorigin.h"
#include "models/ingest/rowsource.h"

#include <memory>

namespace meitrace {

/// The table of a web page, such as systems save under the name .xls: the one with most cells. A cell over
/// several columns or rows stands in the first of its places. Titles above the header are no rows; lines
/// count those of the page.
///
/// Errors  FileEmpty, FileUnreadable, FileTruncated (.gz), FileFormat (value: "html": no table has a row,
///         "html-large")
Result<std::unique_ptr<RowSource>> openHtmlTable(std::shared_ptr<const ByteOrigin> origin,
                                                 const ReadOptions& options);

}  // namespace meitrace
