// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/campaignview.h"

#include "analytics/stats/proportion.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"

#include <QCoreApplication>

#include <algorithm>

namespace meitrace {

namespace {

struct CampaignView {
    Q_DECLARE_TR_FUNCTIONS(CampaignView)
};

constexpr Index kFew = 30;

QString moneyOrDash(Fen money, bool known)
{
    return known ? roundMoneyText(static_cast<double>(money)) : QStringLiteral("—");
}

bool isOf(const CampaignSpend& spend, const CampaignFigures& figures, const Dictionary& channels)
{
    return channels.text(spend.channel) == figures.channel
        && (spend.campaign == figures.campaign || spend.title == figures.campaign);
}

}  // namespace

std::vector<PricedCampaign> pricedCampaigns(const CampaignResult& result,
                                            const std::vector<CampaignSpend>& spend,
                                            const Dictionary& channels)
{
    std::vector<PricedCampaign> priced;
    for (const CampaignFigures& figures : result.campaigns) {
        priced.push_back({.figures = figures});
    }
    for (const CampaignSpend& one : spend) {
        if (one.campaign.empty()) {
            continue;  // an account as a whole: its campaigns may be in it
        }
        auto found = std::find_if(priced.begin(), priced.end(), [&](const PricedCampaign& campaign) {
            return isOf(one, campaign.figures, channels);
        });
        if (found == priced.end()) {
            PricedCampaign own;
            own.figures.channel = channels.text(one.channel);
            own.figures.campaign = one.title.empty() ? one.campaign : one.title;
            own.figures.first = one.first;
            own.figures.last = one.last;
            priced.push_back(own);
            found = priced.end() - 1;
        }
        found->spend += one.counted;
        found->hasSpend = true;
        found->isDoubled = found->isDoubled || one.isDoubled();
    }
    std::stable_sort(priced.begin(), priced.end(), [](const PricedCampaign& a, const PricedCampaign& b) {
        return a.figures.first > b.figures.first;
    });
    return priced;
}

QString campaignName(const CampaignFigures& figures)
{
    return fromUtf8(figures.campaign);
}

QString campaignStageName(CampaignStage stage)
{
    switch (stage) {
    case CampaignStage::Reached:
        return CampaignView::tr("reached");
    case CampaignStage::Sent:
        return CampaignView::tr("written to");
    case CampaignStage::Opened:
        return CampaignView::tr("opened");
    case CampaignStage::Clicked:
        return CampaignView::tr("clicked");
    case CampaignStage::Replied:
        return CampaignView::tr("replied");
    case CampaignStage::Left:
        return CampaignView::tr("took back the consent");
    case CampaignStage::Lead:
        return CampaignView::tr("became a lead");
    case CampaignStage::Arrived:
        return CampaignView::tr("came to the clinic");
    case CampaignStage::Deal:
        return CampaignView::tr("bought");
    }
    return {};
}

QString campaignPlaceTitle(const CampaignFigures& figures, CampaignStage stage)
{
    return CampaignView::tr("%1: %2").arg(campaignName(figures), campaignStageName(stage));
}

QString campaignCaption(const CampaignResult& result, const CampaignOptions& options)
{
    return CampaignView::tr("%1 campaigns, %2 reached; arrivals and deals within %3 days, money within %4")
        .arg(countText(static_cast<std::int64_t>(result.campaigns.size())), customersText(result.customers),
             countText(options.followDays), countText(options.netDays));
}

QStringList campaignFindings(const CampaignResult& result, const CampaignOptions& options)
{
    QStringList sentences;
    const auto most = std::max_element(result.campaigns.begin(), result.campaigns.end(),
                                       [](const CampaignFigures& a, const CampaignFigures& b) {
                                           return a.at(CampaignStage::Arrived) < b.at(CampaignStage::Arrived);
                                       });
    if (most != result.campaigns.end() && most->at(CampaignStage::Arrived) > 0) {
        const Index arrived = most->at(CampaignStage::Arrived);
        const Interval range = wilson(arrived, most->at(CampaignStage::Reached));
        sentences << CampaignView::tr(
                         "Behind “%1” most came to the clinic within %2 days: %3 of %4 (%5 to %6).")
                         .arg(campaignName(*most), countText(options.followDays), countText(arrived),
                              countText(most->at(CampaignStage::Reached)), percentText(range.low),
                              percentText(range.high));
    }
    sentences << CampaignView::tr(
        "Coming behind a campaign is not coming from it: what would have come anyway, only a "
        "group left out can tell.");
    return sentences;
}

CampaignResultTable::CampaignResultTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void CampaignResultTable::setCampaigns(std::vector<PricedCampaign> campaigns, const CampaignOptions& options)
{
    beginResetModel();
    m_campaigns = std::move(campaigns);
    m_options = options;
    m_options.population = {};
    endResetModel();
}

CampaignStage CampaignResultTable::stageAt(int column)
{
    return column == Clicked ? CampaignStage::Clicked
        : column == Leads    ? CampaignStage::Lead
        : column == Arrived  ? CampaignStage::Arrived
        : column == Deals    ? CampaignStage::Deal
                             : CampaignStage::Reached;
}

int CampaignResultTable::count() const
{
    return static_cast<int>(m_campaigns.size());
}

double CampaignResultTable::shareOf(const PricedCampaign& campaign, int column) const
{
    return proportion(campaign.figures.at(stageAt(column)), campaign.figures.at(CampaignStage::Reached));
}

QString CampaignResultTable::title(int column) const
{
    return QStringList {CampaignView::tr("Campaign"), CampaignView::tr("Channel"),
                        CampaignView::tr("Reached"),  CampaignView::tr("Clicked"),
                        CampaignView::tr("Leads"),    CampaignView::tr("Came"),
                        CampaignView::tr("Bought"),   CampaignView::tr("Net"),
                        CampaignView::tr("Spend"),    CampaignView::tr("Per arrival")}
        .value(column);
}

QString CampaignResultTable::text(int row, int column) const
{
    const PricedCampaign& campaign = m_campaigns[static_cast<std::size_t>(row)];
    const CampaignFigures& figures = campaign.figures;
    switch (column) {
    case Name:
        return campaignName(figures);
    case Channel:
        return figures.channel.empty() ? CampaignView::tr("(not known)")
                                       : capitalised(channelName(figures.channel));
    case Net:
        return moneyOrDash(figures.net, figures.at(CampaignStage::Reached) > 0);
    case Spend:
        return moneyOrDash(campaign.spend, campaign.hasSpend);
    case PerArrival: {
        const Index arrived = figures.at(CampaignStage::Arrived);
        return moneyOrDash(arrived > 0 ? campaign.spend / arrived : 0, campaign.hasSpend && arrived > 0);
    }
    default:
        return countText(figures.at(stageAt(column)));
    }
}

QVariant CampaignResultTable::mark(int row, int column, int role) const
{
    const PricedCampaign& campaign = m_campaigns[static_cast<std::size_t>(row)];
    const bool isStage = column >= Clicked && column <= Deals;
    if (role == BarRole && isStage && campaign.figures.at(CampaignStage::Reached) > 0) {
        return shareOf(campaign, column);
    }
    if (role == QuietRole) {
        return campaign.figures.at(CampaignStage::Reached) < kFew;
    }
    if (role == Qt::ToolTipRole && isStage) {
        return CampaignView::tr("%1 of those reached").arg(percentText(shareOf(campaign, column)));
    }
    if (role == Qt::ToolTipRole && column == Spend && campaign.isDoubled) {
        return CampaignView::tr("The same money stood in reports of several levels; it counts once.");
    }
    return {};
}

}  // namespace meitrace
