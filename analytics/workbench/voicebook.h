// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/feedback.h"
#include "models/store/workspace.h"

namespace meitrace {

/// Answers of surveys and of follow-up calls, and complaints, of the customers of a snapshot.
/// snapshot: of the workspace as it is.  Errors  Cancelled, StoreDamaged, DiskError
Result<FeedbackBook> feedbackBook(Workspace& workspace, const Snapshot& snapshot, Job& job);

}  // namespace meitrace
