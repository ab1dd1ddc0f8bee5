// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/rfmmigration.h"

#include "models/base/badoption.h"

#include <algorithm>

namespace meitrace {

Result<RfmMigration> rfmMigration(const RfmResult& before, const RfmResult& after)
{
    const Index n = before.segment.size();
    if (after.segment.size() != n) {
        return badOption("population", {}, "two snapshots");
    }
    const auto sameCode = [](const RfmSegment& a, const RfmSegment& b) { return a.code == b.code; };
    if (!std::equal(before.segments.begin(), before.segments.end(), after.segments.begin(),
                    after.segments.end(), sameCode)) {
        return badOption("grid", {}, "two grids");
    }
    RfmMigration migration;
    for (const RfmSegment& segment : before.segments) {
        migration.segments.push_back(segment.code);
    }
    migration.moved = Bitset(n);
    const auto side = static_cast<Index>(before.segments.size()) + 1;
    std::vector<RfmMove> table(static_cast<std::size_t>(side * side));
    const auto placeOf = [](std::uint8_t segment) {
        return segment == RfmResult::kNoSegment ? Index {0} : Index {segment} + 1;
    };
    for (Index c = 0; c < n; ++c) {
        const Index from = placeOf(before.segment[c]);
        const Index to = placeOf(after.segment[c]);
        RfmMove& move = table[static_cast<std::size_t>(from * side + to)];
        ++move.customers;
        move.spendBefore += before.monetary[c];
        move.spendAfter += after.monetary[c];
        migration.moved.put(c, from != to);
    }
    for (std::size_t i = 1; i < table.size(); ++i) {  // the first stands for those outside both times
        if (table[i].customers != 0) {
            table[i].from = static_cast<int>(static_cast<Index>(i) / side) - 1;
            table[i].to = static_cast<int>(static_cast<Index>(i) % side) - 1;
            migration.moves.push_back(table[i]);
        }
    }
    return migration;
}

}  // namespace meitrace
