// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/pipeline/importfile.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// Files up to this size are kept whole, of larger ones every row that was not taken exactly as it stood.
inline constexpr std::int64_t kWholeOriginalBytes = std::int64_t {64} << 20;

/// Keeps the original of a loaded file, or those of its rows whose fate is not Ok. Inside the caller's
/// transaction.
Status keepOriginal(Workspace& workspace, const std::string& path, const Mapping& mapping,
                    ImportBatch& batch);

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

/// Writes rows as comma-separated UTF-8 text into a private temporary file and returns its path. The caller
/// removes it.
Result<std::string> writeTemporaryRows(const OriginalRows& rows);

/// One line of comma-separated text, quoted where needed.
std::string csvLine(const std::vector<std::string>& cells);

}  // namespace meitrace
