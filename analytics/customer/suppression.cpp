// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/suppression.h"

namespace meitrace {

namespace {

using Side = Index CellCounts::*;

/// Customers in hidden cells of one side
Index hiddenOf(const std::vector<CellCounts>& cells, const std::vector<CellFate>& fates, Side side)
{
    Index hidden = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        hidden += fates[i] != CellFate::Shown ? cells[i].*side : 0;
    }
    return hidden;
}

/// Hides the smallest shown cell that has customers on this side; false when there is none.
bool hideSmallest(const std::vector<CellCounts>& cells, std::vector<CellFate>& fates, Side side)
{
    std::size_t smallest = cells.size();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool isChoice = fates[i] == CellFate::Shown && cells[i].*side > 0;
        if (isChoice && (smallest == cells.size() || cells[i].*side < cells[smallest].*side)) {
            smallest = i;
        }
    }
    if (smallest == cells.size()) {
        return false;
    }
    fates[smallest] = CellFate::Complementary;
    return true;
}

}  // namespace

std::vector<CellFate> cellFates(const std::vector<CellCounts>& cells, Index minimum)
{
    std::vector<CellFate> fates(cells.size(), CellFate::Shown);
    const auto isSmall = [minimum](Index count) { return count > 0 && count < minimum; };
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (isSmall(cells[i].in) || isSmall(cells[i].rest)) {
            fates[i] = CellFate::Small;
        }
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (const Side side : {&CellCounts::in, &CellCounts::rest}) {
            if (isSmall(hiddenOf(cells, fates, side))) {
                changed = hideSmallest(cells, fates, side) || changed;
            }
        }
    }
    return fates;
}

}  // namespace meitrace
