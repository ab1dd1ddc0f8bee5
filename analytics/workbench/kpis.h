// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/kpi.h"
#include "analytics/workbench/clinic.h"

namespace meitrace {

/// Gathers from the documents in force what the figures need besides the events: bookings, stored value
/// spent, advertising spend, who was referred. Where a campaign is reported on several levels on one day, the
/// highest level counts.
///
/// snapshot: of the workspace as it is; customers are its rows.
/// Cost    one pass over the documents of each kind.
/// Errors  Cancelled, StoreDamaged, DiskError
Result<KpiInputs> kpiInputs(Workspace& workspace, const Snapshot& snapshot, Job& job);

/// Customers that no figure looks at, each counted once.
struct LeftOut {
    Index anonymous = 0;  ///< only a device
    Index test = 0;       ///< test persons
};

Result<LeftOut> leftOut(Clinic& clinic, Job& job);

}  // namespace meitrace
