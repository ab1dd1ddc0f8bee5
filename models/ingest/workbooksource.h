// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/rowsource.h"
#include "models/ingest/ziparchive.h"

#include <memory>
#include <string>

namespace meitrace {

/// A sheet of an Excel workbook as rows of text: the one that is asked for, else the first that is not hidden
/// and has rows. Titles above the header are no rows. Dates become 2024-03-05, numbers what is shown of them.
/// fileHash, fileBytes: of the file the archive was read from
///
/// Errors  FileFormat (value: "xlsx-empty", "xlsx-sheet": no sheet has that name, "xml-dtd", "zip-limits",
///         "zip-encrypted", "zip-part"), FileTruncated
Result<std::unique_ptr<RowSource>> openWorkbook(ZipArchive archive, const ReadOptions& options,
                                                std::int64_t fileBytes, const std::string& fileHash);

}  // namespace meitrace
