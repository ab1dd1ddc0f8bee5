// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/analysistab.h"
#include "ui/viewmodels/campaignview.h"

#include <memory>
#include <vector>

class QLabel;

namespace meitrace {

class Card;
class DataTable;

/// Campaigns of messages and advertisements: whom they reached, what came behind them, and what they cost.
class CampaignTab final : public AnalysisTab {
    Q_OBJECT

public:
    explicit CampaignTab(Session& session, QWidget* parent = nullptr);

    void retranslate() override;
    void setOptions(const CampaignOptions& options);
    /// nullptr before the first
    [[nodiscard]] const std::vector<PricedCampaign>* shownCampaigns() const
    {
        return m_shown ? &m_shown->priced : nullptr;
    }
    /// The customers of a figure, as a click on it does.
    void showPlace(int row, CampaignStage stage);

protected:
    void count() override;
    void showChips() override;
    void choose(const QString& key, const QPoint& corner) override;

private:
    struct Shown {
        SnapshotPtr snapshot;
        CampaignOptions options;
        CampaignResult result;
        std::vector<PricedCampaign> priced;
    };

    [[nodiscard]] std::vector<ChoiceOf<CampaignOptions>> choices() const;
    void take(const Result<Shown>& shown);

    CampaignOptions m_options;
    QLabel* m_reading;
    Card* m_card;
    DataTable* m_table;
    CampaignResultTable* m_campaigns;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace
