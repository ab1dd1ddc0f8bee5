// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/pipeline/importjob.h"

#include <string>

namespace meitrace {

/// Loads a mended quarantine file (as writeQuarantine() makes it) as a new batch, with the mapping of the
/// file its rows come from. Rows that are taken now are no longer open in the quarantine; rows still wrong
/// are set aside again. Errors  UnknownColumn(_batch | _row), NotFound(batch), those of loading a file
Result<FileReport> requeueRows(Workspace& workspace, const std::string& path, Job& job);

}  // namespace meitrace
