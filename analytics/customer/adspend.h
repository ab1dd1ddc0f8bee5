// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// What a row of an ad report speaks of: the smaller the thing, the higher the number.
enum class AdLevel : std::uint8_t { Account, Campaign, Unit, Creative };

/// One row of an ad report.
struct AdReportRow {
    Day first = 0;
    int days = 1;
    AdLevel level = AdLevel::Campaign;
    std::string platform;
    std::string campaign {};  ///< what tells it from others; empty for accounts
    std::string title {};     ///< its name, where that is another
    std::uint32_t channel = 0;
    Fen amount = 0;
};

/// What was spent on a channel on one day.
struct AdSpend {
    Day day = 0;
    std::uint32_t channel = 0;
    Fen amount = 0;
    bool spread
        = false;  ///< a share of several days: good for sums of weeks and months, not for the day itself
};

/// Every yuan once, whatever reports tell of it.
///
/// Levels   Of one campaign and the same days the level with the largest sum counts, of equal ones the
/// higher.
///          What an account says beyond its campaigns counts beside them.
/// Windows  Days that reports give one by one come first, then windows, the longest first. A window adds what
///          its days do not hold yet, spread over the days of which nothing was told, to the last cent. One
///          whose days were all told of by a longer window adds nothing; one whose days are all known singly
///          adds the rest to them in equal shares.
/// Order    The result does not depend on the order of the rows; it is sorted by day, channel and amount.
/// Cost     O(n log n + days of the windows)
/// Source   docs/methods/ad-spend.md
std::vector<AdSpend> spendOnce(const std::vector<AdReportRow>& rows);

}  // namespace meitrace
