// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/campaignspend.h"
#include "analytics/customer/channelcohort.h"
#include "analytics/workbench/clinic.h"
#include "ui/charts/comparebars.h"
#include "ui/viewmodels/readonlytable.h"

#include <optional>
#include <vector>

namespace meitrace {

/// Channels and what they cost, as the page shows them.

struct ChannelState {
    ChannelCohort cohort {};
    std::vector<CampaignSpend> campaigns {};
    std::vector<int> campaignChannels {};  ///< per campaign its number in the cohort; -1: none
};

/// Errors  those of channelCohort() and of reading ad reports; Cancelled: the workspace has changed since the
///         snapshot
Result<ChannelState> channelState(Clinic& clinic, const Snapshot& snapshot,
                                  const ChannelCohortOptions& options, Job& job);

/// The channels with their sums below; the sums stay there however the rows are sorted.
class ChannelTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum class View { Costs, Quality };

    explicit ChannelTable(QObject* parent = nullptr);

    void setCohort(const ChannelCohort& cohort, View view);
    /// Number of the channel in the cohort; -1: the sums
    [[nodiscard]] int channelAt(int row) const;
    /// -1 when it is not there
    [[nodiscard]] int rowOf(int channel) const;
    /// Whose number a cell shows, where it counts people
    [[nodiscard]] std::optional<ChannelStage> stageAt(int column) const;
    void sort(int column, Qt::SortOrder order) override;

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column != 0; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    [[nodiscard]] const ChannelFigures& figuresAt(int row) const;

    ChannelCohort m_cohort;
    View m_view = View::Costs;
    std::vector<int> m_order;
};

/// What ad reports tell of single campaigns.
class CampaignTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Name, Platform, Days, Counted, Reported, State, kColumns };

    explicit CampaignTable(QObject* parent = nullptr);

    /// channel: number in the cohort; -1: all
    void setState(const ChannelState& state, int channel);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Counted || column == Reported; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    std::vector<CampaignSpend> m_campaigns;
};

/// How far the people of a channel came, beside all the others.
CompareData channelCompare(const ChannelCohort& cohort, int channel);
/// "March 2026: 412 leads, 35 who walked in; money of 90 days; 41 % mature"
QString channelCaption(const ChannelCohort& cohort, int netDays);
/// "Douyin ads: Arrived"
QString channelPlaceTitle(const ChannelCohort& cohort, int channel, ChannelStage stage);
/// The stage in which a channel loses most against the others, as a sentence; empty where none is surely
/// worse.
QString channelLossText(const ChannelCohort& cohort, int channel);

}  // namespace meitrace
