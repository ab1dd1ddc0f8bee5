// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/frame/snapshot.h"

#include <memory>

namespace meitrace {

/// By which channel each customer came: that of the first event of her own that carries one, else her source.
/// Messages to her and consents are no events of her own. A category named "first_touch"; code 0: neither is
/// known.
///
/// asOf    nothing after this day is seen; kMissingDay = the snapshot's.
/// Cost    O(events) at worst; most customers are decided by their first event.
/// Errors  Cancelled, those of loading columns
Result<std::shared_ptr<const Attribute>> firstTouch(const Snapshot& snapshot, Day asOf, Job& job);

}  // namespace meitrace
