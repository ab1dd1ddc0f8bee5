// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/store/workspace.h"

namespace meitrace {

/// Works out what is derived from the data, inside the caller's transaction: One-ID, the events of documents;
/// then merges small parts of the stream. Does nothing when all is up to date.
/// resolved: One-ID was worked out already, with all people of today
Status deriveAll(Workspace& workspace, Job& job, bool resolved = false);

}  // namespace meitrace
