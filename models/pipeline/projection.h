// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/store/workspace.h"

namespace meitrace {

/// Works the events out of the documents in force and puts them in the place of those of last time: leads,
/// bookings, visits, bills (one per order), deals, refunds, deposits, top-ups, treatments, consents. Inside
/// the caller's transaction. Documents stay the truth for money.
Status projectDocuments(Workspace& workspace, Job& job);

}  // namespace meitrace
