// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/frame/bitset.h"
#include "models/frame/snapshot.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

struct CampaignOptions {
    Day from = kMissingDay;  ///< days of the first contact; missing: all
    Day to = kMissingDay;    ///< last one
    Day asOf = kMissingDay;
    int followDays = 30;  ///< arrivals and deals up to so many days behind the first contact; 1 to 3650
    int netDays = 90;     ///< money likewise
    Bitset population {};
    bool includeAnonymous = false;
};

/// What a customer did in a campaign, or behind it.
enum class CampaignStage : std::uint8_t {
    Reached,  ///< any contact: a message, a click, a lead
    Sent,
    Opened,
    Clicked,  ///< also on an advertisement
    Replied,
    Left,  ///< took back the consent by this campaign
    Lead,
    Arrived,
    Deal
};
inline constexpr std::size_t kCampaignStages = 9;

/// A campaign of one channel; customers count once in each of its figures, and perhaps in other campaigns
/// too.
struct CampaignFigures {
    std::string channel {};
    std::string campaign {};
    std::array<Index, kCampaignStages> customers {};
    Fen net = 0;
    Index mature = 0;  ///< reached at least followDays before the as-of day
    Day first = 0;     ///< of the contacts
    Day last = 0;

    [[nodiscard]] Index at(CampaignStage stage) const { return customers[static_cast<std::size_t>(stage)]; }
};

struct CampaignResult {
    std::vector<CampaignFigures> campaigns {};  ///< the latest first, then most people reached, then by name
    Day from = 0;
    Day to = 0;
    Day asOf = 0;
    Index customers = 0;  ///< with any contact
    Index notSelected = 0;
    Index anonymous = 0;
};

/// Campaigns of messages, advertisements and leads: whom they reached and what came behind the first contact.
/// Coming behind is not coming from: what would have come anyway, only a group left out can tell.
/// Cost    O(events of the population); bit-equal for any number of threads
/// Errors  BadOption(from | follow_days | net_days | population), Cancelled, those of loading columns
Result<CampaignResult> campaigns(const Snapshot& snapshot, const CampaignOptions& options, Job& job);

/// The customers of one figure.
Result<Bitset> campaignMembers(const Snapshot& snapshot, const CampaignOptions& options,
                               const CampaignFigures& campaign, CampaignStage stage, Job& job);

}  // namespace meitrace
