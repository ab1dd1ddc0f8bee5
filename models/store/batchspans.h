// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/qualityreader.h"

#include <cstdint>
#include <map>

namespace meitrace {

/// The day of the clinic an instant belongs to.
Day clinicDay(const Workspace& workspace, Millis time);

/// From when to when the rows in force of each loaded file reach, by the number of the batch. A file without
/// such rows is not there; nor is one of a kind whose main time is not stored with its rows.
/// Cost    a pass over the tables of documents and over two columns of the stream.
/// Errors  Cancelled, those of the database
Result<std::map<std::int64_t, BatchSpan>> batchSpans(Workspace& workspace, Job& job);

}  // namespace meitrace
