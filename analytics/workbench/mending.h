// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/domain/kind.h"
#include "models/pipeline/importjob.h"
#include "models/store/batches.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// A value that could not be read, and in how many rows it stands.
struct ProblemValue {
    std::string value;       ///< as in the file; empty where nothing stands
    std::string suggestion;  ///< what it perhaps is; may be empty
    std::int64_t rows = 0;
};

/// Rows set aside for the same reason in the same field of the same kind of file.
struct ProblemGroup {
    const KindSpec* kind = nullptr;
    std::string field;  ///< code; empty: the whole row
    RowRule rule = RowRule::None;
    std::int64_t rows = 0;
    std::vector<std::int64_t> batches;  ///< ascending
    std::vector<ProblemValue> values;   ///< the most frequent first
    /// Whether writing another value into the field may mend the rows.
    [[nodiscard]] bool isMendable() const { return !field.empty(); }
};

/// The one with the most rows first; equal ones by kind, field and reason.
std::vector<ProblemGroup> problemGroups(const std::vector<QuarantineEntry>& entries,
                                        const std::vector<ImportBatch>& batches);

/// Wherever rows of this kind were set aside for this reason with this value in the field, another one is
/// written there.
struct CellMend {
    const KindSpec* kind = nullptr;
    std::string field;
    RowRule rule = RowRule::None;
    std::string value;
    std::string becomes;  ///< empty: nothing is known there
};

struct MendReport {
    std::vector<FileReport> files;  ///< the mended rows of each file, as a batch of their own
    std::int64_t rows = 0;          ///< that were tried
    std::int64_t taken = 0;
    std::int64_t aside = 0;  ///< set aside again
};

/// Reads the rows that are meant once more with the new values, file by file, in one transaction: all or
/// nothing. Taking the new batches out again opens the rows as before.
/// Errors  UnknownField, those of loading a file, Cancelled; the workspace is then as before
Result<MendReport> mendRows(Workspace& workspace, const std::vector<CellMend>& mends, Job& job);

}  // namespace meitrace
