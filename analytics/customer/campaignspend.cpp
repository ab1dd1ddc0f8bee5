// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/campaignspend.h"

#include "models/base/saturation.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace meitrace {

std::vector<CampaignSpend> campaignSpend(const std::vector<AdReportRow>& rows, Day from, Day to)
{
    std::map<std::pair<std::string, std::string>, std::vector<AdReportRow>> campaigns;
    for (const AdReportRow& row : rows) {
        if (row.first >= from && row.first <= to) {
            campaigns[{row.platform, row.campaign}].push_back(row);
        }
    }
    std::vector<CampaignSpend> result;
    for (const auto& [name, reports] : campaigns) {
        CampaignSpend& campaign = result.emplace_back();
        campaign.platform = name.first;
        campaign.campaign = name.second;
        campaign.title = reports.front().title.empty() ? name.second : reports.front().title;
        campaign.channel = reports.front().channel;
        campaign.first = reports.front().first;
        campaign.last = reports.front().first;
        for (const AdReportRow& row : reports) {
            campaign.first = std::min(campaign.first, row.first);
            campaign.last = std::max(campaign.last, row.first + row.days - 1);
            campaign.reported = saturatedSum(campaign.reported, row.amount);
            campaign.levels.set(static_cast<std::size_t>(row.level));
        }
        for (const AdSpend& spend : spendOnce(reports)) {
            campaign.counted = saturatedSum(campaign.counted, spend.amount);
        }
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const CampaignSpend& a, const CampaignSpend& b) { return a.counted > b.counted; });
    return result;
}

}  // namespace meitrace
