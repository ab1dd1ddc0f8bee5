// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/patterns.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace meitrace {

using PatternStep = std::uint8_t;

/// The ways that are compared, each cut where its customer is no longer watched.
struct PatternCases {
    std::vector<Index> customer {};          ///< ascending
    std::vector<std::uint8_t> reached {};    ///< 1: the outcome came
    std::vector<std::size_t> begin {0};      ///< of case i in steps; one more than there are cases
    std::vector<PatternStep> steps {};       ///< numbers in labels
    std::vector<std::string> labels {};      ///< most customers first
    std::vector<std::string> passedOver {};  ///< steps of nearly all who reached the outcome
    Index reachedBefore = 0;
    Index withoutHistory = 0;
    Index tooShort = 0;
    Index notSelected = 0;
    Index anonymous = 0;

    [[nodiscard]] Index size() const { return static_cast<Index>(customer.size()); }
    [[nodiscard]] std::span<const PatternStep> way(Index i) const
    {
        const auto at = static_cast<std::size_t>(i);
        return std::span(steps).subspan(begin[at], begin[at + 1] - begin[at]);
    }
};

/// The leakage rule of patterns(). Errors  those of ActivityScan and of binding the outcome
Result<PatternCases> patternCases(const Snapshot& snapshot, const PatternOptions& options, Job& job);

}  // namespace meitrace
