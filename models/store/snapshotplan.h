// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/store/eventstore.h"

#include <cstdint>
#include <map>
#include <vector>

namespace meitrace {

/// Where each customer's events lie: stretches of parts, in the order of the snapshot.
struct EventStretch {
    std::uint32_t part = 0;  ///< index into SnapshotPlan::parts
    Index begin = 0;         ///< row in the part
    Index count = 0;
};

struct SnapshotPlan {
    std::int64_t dataVersion = 0;  ///< of the data that the plan shows
    std::vector<EventPart> parts;
    std::vector<std::uint32_t> customers;  ///< One-ID numbers, ascending; row of the snapshot = place here
    std::vector<Index> offset;             ///< customers + 1
    std::vector<EventStretch> stretches;   ///< neighbours that continue each other are one
    std::vector<Index> stretchAt;          ///< stretches + 1: snapshot row where each begins
    std::vector<std::int32_t> rowOfIdent;  ///< ident -> row of its customer, -1 = none
};

/// Works out the plan as of the last time everything was derived (people, projected events): events that came
/// since are not there yet. One pass over the ident columns; a merge by time only for customers with several
/// handles or parts. Errors  StoreDamaged, DiskError, Cancelled
Result<SnapshotPlan> planSnapshot(Database& database, Job& job);

/// Reads one whole column of a part into out (part.rows values).
template <typename T>
Status readColumn(Database& database, const EventPart& part, int storedField, T* out, Job& job);

}  // namespace meitrace
