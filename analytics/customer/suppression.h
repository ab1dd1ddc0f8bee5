// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"

#include <cstdint>
#include <vector>

namespace meitrace {

/// Customers of one value of an attribute, in the set and in the rest.
struct CellCounts {
    Index in = 0;
    Index rest = 0;
};

enum class CellFate : std::uint8_t {
    Shown,
    Small,         ///< a group of 1 … minimum - 1 customers on either side
    Complementary  ///< hidden so that no small group follows by subtraction from the total
};

/// Which cells of a partition may be shown, when its totals are known to the reader. Nobody is no group: a
/// count of 0 is not small. On each side the hidden cells hold nobody or at least `minimum` customers
/// together. Cells hidden in addition are the smallest that are left, ties by place. Cost  O(cells^2) at
/// worst.
std::vector<CellFate> cellFates(const std::vector<CellCounts>& cells, Index minimum);

}  // namespace meitrace
