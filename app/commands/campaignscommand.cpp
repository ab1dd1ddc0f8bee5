// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// campaigns: whom messages and advertisements reached, what came behind, what they cost
#include "analytics/workbench/spending.h"
#include "app/commands/commands.h"
#include "app/commands/opening.h"
#include "app/commands/reading.h"
#include "app/format.h"
#include "app/texttable.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/viewmodels/campaignview.h"

#include <QCoreApplication>

namespace meitrace {

namespace {

struct Campaigns {
    Q_DECLARE_TR_FUNCTIONS(Campaigns)
};

using Align = TextTable::Align;

Status readOptions(const CommandContext& context, CampaignOptions& options)
{
    options.includeAnonymous = context.isSet("include-anonymous");
    Status status = readRange(context, options.from, options.to, options.asOf);
    status = status ? readDays(context, "follow", options.followDays) : status;
    return status ? readDays(context, "net-days", options.netDays) : status;
}

Json campaignJson(const PricedCampaign& campaign)
{
    const CampaignFigures& figures = campaign.figures;
    return {{"campaign", figures.campaign},
            {"channel", figures.channel},
            {"reached", figures.at(CampaignStage::Reached)},
            {"sent", figures.at(CampaignStage::Sent)},
            {"opened", figures.at(CampaignStage::Opened)},
            {"clicked", figures.at(CampaignStage::Clicked)},
            {"replied", figures.at(CampaignStage::Replied)},
            {"unsubscribed", figures.at(CampaignStage::Left)},
            {"leads", figures.at(CampaignStage::Lead)},
            {"arrivals", figures.at(CampaignStage::Arrived)},
            {"deals", figures.at(CampaignStage::Deal)},
            {"net_minor", figures.net},
            {"mature", figures.mature},
            {"cost_minor", campaign.hasSpend ? Json(campaign.spend) : Json()},
            {"counted_once", campaign.isDoubled}};
}

QString tableText(const std::vector<PricedCampaign>& campaigns)
{
    TextTable table({Campaigns::tr("Campaign"), Campaigns::tr("Channel"), Campaigns::tr("Reached"),
                     Campaigns::tr("Clicked"), Campaigns::tr("Leads"), Campaigns::tr("Came"),
                     Campaigns::tr("Bought"), Campaigns::tr("Net"), Campaigns::tr("Spend")},
                    {Align::Left, Align::Left});
    for (const PricedCampaign& campaign : campaigns) {
        const CampaignFigures& figures = campaign.figures;
        const auto count = [&figures](CampaignStage stage) { return countText(figures.at(stage)); };
        table.row(
            {campaignName(figures), channelName(figures.channel), count(CampaignStage::Reached),
             count(CampaignStage::Clicked), count(CampaignStage::Lead), count(CampaignStage::Arrived),
             count(CampaignStage::Deal), roundMoneyText(static_cast<double>(figures.net)),
             campaign.hasSpend ? roundMoneyText(static_cast<double>(campaign.spend)) : QStringLiteral("—")});
    }
    return table.text();
}

}  // namespace

Result<Answer> runCampaigns(const CommandContext& context)
{
    CampaignOptions options;
    if (Status status = readOptions(context, options); !status) {
        return status.error();
    }
    Result<OpenedClinic> opened = openClinic(context, options.asOf, options.includeAnonymous);
    if (!opened) {
        return opened.error();
    }
    const Snapshot& snapshot = *opened->snapshot;
    options.population = std::move(opened->population);
    const Result<CampaignResult> result = campaigns(snapshot, options, context.job);
    if (!result) {
        return result.error();
    }
    const Result<AdReports> reports = adReports(opened->clinic.workspace(), snapshot, context.job);
    if (!reports) {
        return reports.error();
    }
    // Money of an advertisement is of everybody it reached, not of some.
    const std::vector<CampaignSpend> spend = context.isSet("where")
        ? std::vector<CampaignSpend> {}
        : campaignSpend(reports->rows, result->from, result->to);
    const std::vector<PricedCampaign> priced = pricedCampaigns(*result, spend, reports->channels);
    Answer answer;
    answer.options = {{"follow_days", options.followDays},
                      {"net_days", options.netDays},
                      {"where", whereJson(context)},
                      {"include_anonymous", options.includeAnonymous}};
    answer.result
        = {{"from", isoDate(result->from)}, {"to", isoDate(result->to)}, {"customers", result->customers}};
    Json list = Json::array();
    for (const PricedCampaign& campaign : priced) {
        list.push_back(campaignJson(campaign));
    }
    answer.result["campaigns"] = std::move(list);
    answer.used = result->customers;
    answer.exclude("not_selected", result->notSelected);
    answer.exclude("anonymous", result->anonymous);
    answer.dataVersion = snapshot.frame().dataVersion;
    answer.asOf = result->asOf;
    answer.text = tableText(priced) + u'\n' + sentencesText(campaignFindings(*result, options)) + u'\n';
    return answer;
}

}  // namespace meitrace
