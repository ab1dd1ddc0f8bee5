// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/store/workspace.h"

#include <cstdint>

namespace meitrace {

struct ResolutionReport {
    std::int64_t idents = 0;
    std::int64_t customers = 0;  ///< known and anonymous
    std::int64_t known = 0;      ///< with a handle that is more than a device
    std::int64_t anonymous = 0;  ///< nothing but browsers and devices: nobody calls them customers
    std::int64_t autoMerges = 0;
    std::int64_t review = 0;
    std::int64_t refused = 0;
    std::int64_t blockedKeys = 0;
};

/// Works out who is who from the keys in the store and writes the map ident -> customer. Inside the caller's
/// transaction. The map's version rises only when somebody's place changed.
Result<ResolutionReport> resolveWorkspace(Workspace& workspace, Job& job);

/// The report of the map as it stands.
Result<ResolutionReport> resolutionState(Workspace& workspace);

}  // namespace meitrace
