// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace meitrace {

/// What a case counts for in a row.
struct RowPlace {
    bool isPresent = false;  ///< one of the entrants a share of the first step is taken of
    bool isPrevious = false;
    bool isReached = false;
    bool isOpen = false;
};

/// The rows of a funnel as sets: which cases stand in which class.
class RowRules {
public:
    RowRules(const std::vector<bool>& optional, bool openEntry)
        : m_openEntry(openEntry)
    {
        int required = -1;
        for (std::size_t row = 0; row < optional.size(); ++row) {
            m_before.push_back(required);
            required = optional[row] ? required : static_cast<int>(row);
        }
    }

    [[nodiscard]] RowPlace placeOf(std::uint32_t served, bool open, int row) const
    {
        const int entered = std::countr_zero(served);
        const int before = m_before[static_cast<std::size_t>(row)];
        const bool passed = (served >> static_cast<unsigned>(row)) > 1;
        RowPlace place;
        place.isPresent = !m_openEntry || entered <= row;
        place.isReached = has(served, row);
        place.isPrevious = row == 0 && !m_openEntry;
        place.isPrevious = place.isPrevious || (before >= 0 && has(served, before))
            || (entered > before && entered <= row);
        place.isOpen = place.isPrevious && !place.isReached && !passed && open;
        return place;
    }

private:
    static bool has(std::uint32_t set, int row) { return ((set >> static_cast<unsigned>(row)) & 1U) != 0; }

    bool m_openEntry;
    std::vector<int> m_before;  ///< the row before it that is not optional; -1 = none
};

}  // namespace meitrace
