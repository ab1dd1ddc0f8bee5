// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/adspend.h"

#include <bitset>
#include <string>
#include <vector>

namespace meitrace {

/// What ad reports tell of one campaign. An empty campaign: an account as a whole, in which its campaigns may
/// be again.
struct CampaignSpend {
    std::string platform {};
    std::string campaign {};
    std::string title {};  ///< what people call it
    std::uint32_t channel = 0;
    Day first = 0;
    Day last = 0;
    Fen counted = 0;           ///< each yuan once
    Fen reported = 0;          ///< all rows added up
    std::bitset<4> levels {};  ///< by AdLevel: reported on it

    /// The same money stands in reports of several levels.
    [[nodiscard]] bool isDoubled() const { return levels.count() > 1 && reported > counted; }
};

/// Rows that begin on the days from … to, by campaign: most money first.
/// Cost  that of spendOnce()
std::vector<CampaignSpend> campaignSpend(const std::vector<AdReportRow>& rows, Day from, Day to);

}  // namespace meitrace
