// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/pipeline/importjob.h"
#include "models/pipeline/originals.h"

#include <string>

namespace meitrace {

/// Rows of a batch as they are to be read now.
struct MendedRows {
    OriginalRows rows;
    std::int64_t batch = 0;
};

/// Loads mended rows as a new batch, with the mapping of the file they come from. Rows that are taken now are
/// no longer open in the quarantine; rows still wrong are set aside again. Inside the caller's transaction,
/// who then calls refreshDerived(). Errors  NotFound(batch), those of loading a file
Result<FileReport> loadMended(Workspace& workspace, const MendedRows& mended, Job& job);

/// Loads a mended quarantine file (as writeQuarantine() makes it) as a new batch, with the mapping of the
/// file its rows come from. Rows that are taken now are no longer open in the quarantine; rows still wrong
/// are set aside again. Errors  UnknownColumn(_batch | _row), NotFound(batch), those of loading a file
Result<FileReport> requeueRows(Workspace& workspace, const std::string& path, Job& job);

}  // namespace meitrace
