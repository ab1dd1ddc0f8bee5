// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/frame/snapshot.h"
#include "models/store/workspace.h"

namespace meitrace {

/// Builds the snapshot of a workspace as it is now. Columns are read when first used, through a connection of
/// its own that sees the workspace as it was at this moment, whatever is imported meanwhile.
///
/// Cost    one pass over the ident column; each column later at memory speed.
/// Errors  StoreDamaged, DiskError, Cancelled
Result<SnapshotPtr> readSnapshot(Workspace& workspace, Job& job);

}  // namespace meitrace
