// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/pipeline/importfile.h"
#include "models/pipeline/rowsink.h"

#include <functional>

namespace meitrace {

/// What a caller wants to do with each block on its way into the sink.
struct BlockHooks {
    std::function<void(CleanBlock&)> cleaned;        ///< called by several threads at once; may be empty
    std::function<void(const CleanBlock&)> inOrder;  ///< one block after the other, before the sink takes it
    std::function<void(const CleanBlock&)> taken;    ///< the same, when the sink has taken it
};

/// Runs read -> parse -> clean -> prepare on all threads and inOrder -> take -> taken in file order.
/// fates: handed to the sink. Progress counts bytes of the file.
Status pumpRows(OpenFile& file, const CleaningPlan& plan, RowSink& sink, const BlockHooks& hooks,
                FateLog& fates, Job& job);

}  // namespace meitrace
