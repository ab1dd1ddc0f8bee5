// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/spending.h"

#include "analytics/workbench/documentrows.h"

#include <algorithm>
#include <utility>

namespace meitrace {

namespace {

constexpr std::int64_t kLongestWindow = 3'660;  // days of one row of an ad report

}  // namespace

Result<AdReports> adReports(Workspace& workspace, const Snapshot& snapshot, Job& job)
{
    AdReports reports;
    const Status status = eachRow(
        workspace, "ad_spend",
        {"stat_date", "day_span", "platform", "channel", "campaign_id", "campaign_name", "adgroup_id",
         "adgroup_name", "creative_id", "creative_name", "spend"},
        job, [&](const Statement& row) {
            const auto text = [&row](int field) { return row.text(kFirstField + field); };
            const auto any = [&text](int id) { return !text(id).empty() || !text(id + 1).empty(); };
            const Millis date = row.number(kFirstField);
            const std::int64_t days = row.number(kFirstField + 1);
            if (date == kMissing) {
                return;
            }
            reports.rows.push_back(
                {.first = snapshot.dayOf(date),
                 .days = static_cast<int>(std::clamp<std::int64_t>(days, 1, kLongestWindow)),
                 .level = any(8) ? AdLevel::Creative
                     : any(6)    ? AdLevel::Unit
                     : any(4)    ? AdLevel::Campaign
                                 : AdLevel::Account,
                 // A file of one platform may not name it: then its channel tells it from the others.
                 .platform = std::string(text(2).empty() ? text(3) : text(2)),
                 .campaign = std::string(text(4).empty() ? text(5) : text(4)),
                 .title = std::string(text(5)),
                 .channel = reports.channels.add(text(3).empty() ? text(2) : text(3)),
                 .amount = orZero(row.number(kFirstField + 10))});
        });
    if (!status) {
        return status.error();
    }
    return reports;
}

SpendBook spendBook(AdReports reports)
{
    return {.channels = std::move(reports.channels), .spend = spendOnce(reports.rows)};
}

}  // namespace meitrace
