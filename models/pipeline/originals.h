// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/temporaryfolder.h"
#include "models/pipeline/importfile.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meitrace {

/// Files up to this size are kept whole; of larger ones the first rows, by which their columns were read, and
/// every row that was not taken exactly as it stood.
inline constexpr std::int64_t kWholeOriginalBytes = std::int64_t {64} << 20;

/// A file whose original is to be kept.
struct OriginalFile {
    const std::string& path;
    const Mapping& mapping;
    std::int64_t sampledRows = 0;  ///< rows that decided how columns are read
};

/// Keeps the original of a loaded file. Inside the caller's transaction.
/// Errors  FileChanged when it is no longer the file that was loaded
Status keepOriginal(Workspace& workspace, const OriginalFile& file, ImportBatch& batch);

/// Rows of a batch as they stood in the file.
struct OriginalRows {
    std::vector<std::string> header;
    struct Row {
        std::int64_t number = 0;
        std::vector<std::string> cells;
    };
    std::vector<Row> rows;  ///< ascending
};

/// rowNumbers: ascending. Rows that were not kept are left out.
Result<OriginalRows> originalRows(Workspace& workspace, const ImportBatch& batch,
                                  const std::vector<std::int64_t>& rowNumbers);

/// A loaded batch opened once more, to be read and cleaned exactly as when it was loaded.
struct KeptFile {
    TemporaryFolder folder;  ///< first, so that the file is closed before it goes. A whole original has its
                             ///< own name in it
    OpenFile file;
    Sample evidence;                    ///< the rows by which its columns were read
    std::vector<std::int64_t> numbers;  ///< row of the original per row of the file; empty = the same
};

/// Empty when nothing of the original was kept: then every row was taken exactly as it stood.
Result<std::optional<KeptFile>> openKept(Workspace& workspace, const ImportBatch& batch);

/// Writes rows as comma-separated UTF-8 text.  Errors  FileUnwritable, DiskFull
Status writeRows(const OriginalRows& rows, const std::string& path);

/// One line of comma-separated text, quoted where needed; never a comment, never blank.
std::string csvLine(const std::vector<std::string>& cells);

}  // namespace meitrace
