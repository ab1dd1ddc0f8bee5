// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/suppression.h"
#include "models/base/job.h"
#include "models/base/result.h"
#include "models/frame/snapshot.h"

#include <string>
#include <vector>

namespace meitrace {

/// The set and the rest; both without common rows.
struct TwoGroups {
    Bitset in;
    Bitset rest;
};

/// One value of a table.
struct ValueCounts {
    std::string value;
    double low = 0;  ///< as in PersonaTrait
    double high = 0;
    CellCounts counts;
    bool isShown = true;  ///< false: only there to complete the partition ("did not")
};

/// One attribute split by its values; the values and the unknown partition both groups.
struct AttributeTable {
    std::string attribute;
    AttributeType type = AttributeType::Category;
    std::vector<ValueCounts> values;
    CellCounts unknown;
};

/// The names that tables can be made for: the snapshot's attributes and "age" where there is a birth date or
/// year (these two then have no table of their own), "event", "first_channel".
std::vector<std::string> tableNames(const Snapshot& snapshot);

/// Tables of the named attributes, in that order; "event" gives one table per event type, with the values
/// done and not done. Categories nobody has are left out.
/// Errors  NotFound(attribute), Cancelled, and those of loading columns
Result<std::vector<AttributeTable>> attributeTables(const Snapshot& snapshot, const TwoGroups& groups,
                                                    Day asOf, const std::vector<std::string>& names,
                                                    Job& job);

/// The tables of "event" and of "first_channel".
Result<std::vector<AttributeTable>> eventTables(const Snapshot& snapshot, const TwoGroups& groups, Day asOf,
                                                Job& job);
Result<AttributeTable> firstChannelTable(const Snapshot& snapshot, const TwoGroups& groups, Day asOf,
                                         Job& job);

}  // namespace meitrace
