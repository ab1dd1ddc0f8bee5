// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/store/batches.h"
#include "models/store/workspace.h"

#include <cstdint>

namespace meitrace {

/// What becomes of the handles that nothing speaks of once a batch is out: they leave with it, or stay for a
/// file that comes back at once (Identities::removeForgotten() must follow).
enum class Handles : std::uint8_t { Leave, Stay };

/// Takes a batch out inside the caller's transaction; what is derived from the data is out of date
/// afterwards. Errors  as undoImport
Status takeOutInside(Workspace& workspace, const ImportBatch& batch, Handles handles, Job& job);

}  // namespace meitrace
