// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/channelcohort.h"
#include "models/frame/snapshot.h"
#include "models/store/workspace.h"

#include <vector>

namespace meitrace {

/// The rows of all ad reports in force, with the names of the channels their codes mean.
struct AdReports {
    Dictionary channels;
    std::vector<AdReportRow> rows;
};

/// snapshot: of the workspace as it is; it says how long a day is.
/// Errors  Cancelled, StoreDamaged, DiskError
Result<AdReports> adReports(Workspace& workspace, const Snapshot& snapshot, Job& job);

/// Each yuan of them once.
SpendBook spendBook(AdReports reports);

}  // namespace meitrace
