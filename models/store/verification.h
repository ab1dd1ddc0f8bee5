// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/store/database.h"

namespace meitrace {

/// SQLite's own check; quick leaves out that indexes agree with their tables. A disk that cannot be read is
/// told apart from a file that is damaged.
/// Errors  StoreDamaged(detail: first finding), DiskError, Cancelled
Status verifyStructure(Database& database, bool quick);

/// Checks what SQLite cannot know: every row of every file is accounted for (its fate, and the event,
/// document or quarantine entry that the fate promises), every event and document hangs on a handle, one
/// version of a key is in force, chunks are complete, undamaged and in order.
///
/// Cost    reads everything once; a byte per row of every file of events.
/// Errors  StoreDamaged(detail: first finding), Cancelled
Status verifyContents(Database& database, Job& job);

}  // namespace meitrace
