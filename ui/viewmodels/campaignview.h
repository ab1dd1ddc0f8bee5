// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/campaigns.h"
#include "analytics/customer/campaignspend.h"
#include "ui/viewmodels/readonlytable.h"

#include <QStringList>

#include <vector>

namespace meitrace {

/// A campaign with what its ad reports say it cost.
struct PricedCampaign {
    CampaignFigures figures {};
    Fen spend = 0;
    bool hasSpend = false;
    bool isDoubled = false;  ///< its money stood in reports of several levels and counts once
};

/// Money of the ad reports beside the campaign of the same channel and name; money that meets no campaign
/// stands in rows of its own, with nobody in them. The latest first. channels: names of the spend's codes.
std::vector<PricedCampaign> pricedCampaigns(const CampaignResult& result,
                                            const std::vector<CampaignSpend>& spend,
                                            const Dictionary& channels);

/// Campaigns as the page shows them.

QString campaignName(const CampaignFigures& figures);
QString campaignStageName(CampaignStage stage);
QString campaignPlaceTitle(const CampaignFigures& figures, CampaignStage stage);
QString campaignCaption(const CampaignResult& result, const CampaignOptions& options);
/// The campaign that brought most arrivals, and what coming behind does not say.
QStringList campaignFindings(const CampaignResult& result, const CampaignOptions& options);

class CampaignResultTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Name, Channel, Reached, Clicked, Leads, Arrived, Deals, Net, Spend, PerArrival, kColumns };

    explicit CampaignResultTable(QObject* parent = nullptr);

    void setCampaigns(std::vector<PricedCampaign> campaigns, const CampaignOptions& options);
    /// What a click on the column asks for
    [[nodiscard]] static CampaignStage stageAt(int column);
    [[nodiscard]] const CampaignFigures& figuresAt(int row) const
    {
        return m_campaigns[static_cast<std::size_t>(row)].figures;
    }

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column != Name && column != Channel; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    [[nodiscard]] double shareOf(const PricedCampaign& campaign, int column) const;

    std::vector<PricedCampaign> m_campaigns;
    CampaignOptions m_options;
};

}  // namespace meitrace
