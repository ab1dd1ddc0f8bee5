// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/rfm.h"

#include <vector>

namespace meitrace {

/// Who moved from one segment to another between two as-of days.
struct RfmMove {
    int from = -1;  ///< index into segments; -1 = outside the grid before: an entry
    int to = -1;    ///< -1 = outside the grid after: an exit
    Index customers = 0;
    Fen spendBefore = 0;  ///< M of these customers at the first day: what is at stake when they fall
    Fen spendAfter = 0;
};

struct RfmMigration {
    std::vector<std::string_view> segments;  ///< codes, in the order of the grid
    std::vector<RfmMove> moves;              ///< only those somebody made, ascending by from, then to
    Bitset moved;                            ///< customers whose segment changed, entries and exits too
};

/// Both results must come from one snapshot and one grid. The moves from a segment sum to its customers at
/// the first day, the moves to a segment to those at the second. Cost  O(customers).
/// Errors  BadOption(population: different customers | grid: different segments)
Result<RfmMigration> rfmMigration(const RfmResult& before, const RfmResult& after);

}  // namespace meitrace
