// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pipeline/importjob.h"

#include <cstdint>

namespace meitrace {

/// How a workspace stands, in the figures an import changes.
struct DataState {
    std::int64_t customers = 0;  ///< known
    std::int64_t withPhone = 0;  ///< customers with a number that can be used
    std::int64_t merges = 0;     ///< records that came together by themselves
    std::int64_t review = 0;     ///< pairs that wait for a decision
    std::int64_t problems = 0;   ///< rows set aside
};

/// What an import did.
struct ImportEffect {
    DataState before;
    DataState after;
    std::int64_t files = 0;
    std::int64_t rows = 0;
    std::int64_t duplicates = 0;
    std::int64_t totals = 0;       ///< figures the files state themselves
    std::int64_t differing = 0;    ///< of those
    std::int64_t movedMonths = 0;  ///< months whose figures came out differently
};

/// Cost    a pass over the keys of people.
Result<DataState> dataState(Workspace& workspace);

/// before: how the workspace stood before report's files came.
Result<ImportEffect> importEffect(Workspace& workspace, const DataState& before, const ImportReport& report);

}  // namespace meitrace
