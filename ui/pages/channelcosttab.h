// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/analysistab.h"
#include "ui/viewmodels/channelview.h"

#include <memory>

class QLabel;

namespace meitrace {

class Card;
class ChartToggle;
class CompareBars;
class DataTable;
class NoticeBar;
class SegmentedControl;

/// Leads by channel: what they cost, how far they came, what they brought; one channel beside the others,
/// with its campaigns.
class ChannelCostTab final : public AnalysisTab {
    Q_OBJECT

public:
    explicit ChannelCostTab(Session& session, QWidget* parent = nullptr);

    void retranslate() override;
    /// nullptr before the first
    [[nodiscard]] const ChannelCohort* cohort() const { return m_shown ? &m_shown->state.cohort : nullptr; }
    /// Shows a channel beside the others, as a click on its row does.
    void selectChannel(int channel);
    /// The customers of a figure; channel -1: of all.
    void showPlace(int channel, ChannelStage stage);

protected:
    void count() override;
    void showChips() override;
    void choose(const QString& key, const QPoint& corner) override;

private:
    struct Settings {
        int months = 12;          ///< of leads, up to the as-of day; 0: all
        Day month = kMissingDay;  ///< one calendar month instead
        int netDays = 90;
        int cut = 30;  ///< percent less spend, in what is said of a channel
    };
    struct Shown {
        SnapshotPtr snapshot;
        Settings settings;
        ChannelState state;
    };

    [[nodiscard]] std::vector<ChoiceOf<Settings>> choices() const;
    [[nodiscard]] ChoiceOf<Settings> monthChoice() const;
    void take(const Result<Shown>& shown);
    void showTable();
    void openCell(const QModelIndex& index);

    Settings m_settings;
    int m_channel = -1;
    NoticeBar* m_contradiction;
    Card* m_tableCard;
    SegmentedControl* m_view;
    DataTable* m_table;
    ChannelTable* m_channels;
    Card* m_compareCard;
    CompareBars* m_compare;
    ChartToggle* m_toggle;
    Card* m_readingCard;
    QLabel* m_reading;
    Card* m_campaignCard;
    DataTable* m_campaignTable;
    CampaignTable* m_campaigns;
    std::shared_ptr<const Shown> m_shown;
};

}  // namespace meitrace
