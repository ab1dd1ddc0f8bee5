// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/channelview.h"

#include "analytics/workbench/spending.h"
#include "ui/text/channeltext.h"
#include "ui/text/figures.h"
#include "ui/theme/cellroles.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

struct ChannelView {
    Q_DECLARE_TR_FUNCTIONS(ChannelView)
};

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : kNone;
}

double shareOf(const ChannelFigures& figures, ChannelStage stage)
{
    return ratio(static_cast<double>(figures.at(stage)), static_cast<double>(figures.people()));
}

double maturity(const ChannelFigures& figures)
{
    return ratio(static_cast<double>(figures.mature), static_cast<double>(figures.people()));
}

constexpr std::array<ChannelStage, 4> kCompared {ChannelStage::Wechat, ChannelStage::Booking,
                                                 ChannelStage::Arrival, ChannelStage::Deal};

/// All but one channel.
Share others(const ChannelCohort& cohort, const ChannelFigures& one, ChannelStage stage)
{
    return {cohort.total.at(stage) - one.at(stage), cohort.total.people() - one.people()};
}

}  // namespace

Result<ChannelState> channelState(Clinic& clinic, const Snapshot& snapshot,
                                  const ChannelCohortOptions& options, Job& job)
{
    const Result<SnapshotPtr> present = clinic.snapshot(job);
    if (!present) {
        return present.error();
    }
    if ((*present)->frame().dataVersion != snapshot.frame().dataVersion
        || (*present)->frame().mapVersion != snapshot.frame().mapVersion) {
        return Error {.code = ErrorCode::Cancelled};
    }
    Result<AdReports> reports = adReports(clinic.workspace(), snapshot, job);
    if (!reports) {
        return reports.error();
    }
    ChannelState state;
    std::vector<CampaignSpend> campaigns;
    std::vector<std::string> names;
    const Day last = options.to == kMissingDay ? snapshot.frame().asOf : options.to;
    const Day first = options.from == kMissingDay ? snapshot.frame().firstDay : options.from;
    campaigns = campaignSpend(reports->rows, first, last);
    names.reserve(campaigns.size());
    for (const CampaignSpend& campaign : campaigns) {
        names.emplace_back(reports->channels.text(campaign.channel));
    }
    Result<ChannelCohort> cohort = channelCohort(snapshot, spendBook(*std::move(reports)), options, job);
    if (!cohort) {
        return cohort.error();
    }
    state.cohort = *std::move(cohort);
    state.campaigns = std::move(campaigns);
    for (const std::string& name : names) {
        const auto& channels = state.cohort.channels;
        const auto found = std::find_if(channels.begin(), channels.end(),
                                        [&](const ChannelFigures& f) { return f.channel == name; });
        state.campaignChannels.push_back(
            found == channels.end() ? -1 : static_cast<int>(found - channels.begin()));
    }
    return state;
}

CampaignTable::CampaignTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void CampaignTable::setState(const ChannelState& state, int channel)
{
    beginResetModel();
    m_campaigns.clear();
    for (std::size_t i = 0; i < state.campaigns.size(); ++i) {
        if (channel < 0 || state.campaignChannels[i] == channel) {
            m_campaigns.push_back(state.campaigns[i]);
        }
    }
    endResetModel();
}

int CampaignTable::count() const
{
    return static_cast<int>(m_campaigns.size());
}

QString CampaignTable::title(int column) const
{
    return QStringList {
        ChannelView::tr("Campaign"), ChannelView::tr("Platform"),          ChannelView::tr("Days"),
        ChannelView::tr("Counted"),  ChannelView::tr("All rows added up"), ChannelView::tr("State")}
        .value(column);
}

QString CampaignTable::text(int row, int column) const
{
    const CampaignSpend& campaign = m_campaigns[static_cast<std::size_t>(row)];
    switch (column) {
    case Name:
        return campaign.title.empty() ? ChannelView::tr("(whole account)") : fromUtf8(campaign.title);
    case Platform:
        return fromUtf8(campaign.platform);
    case Days:
        return daysText(campaign.first, campaign.last);
    case Counted:
        return moneyText(campaign.counted);
    case Reported:
        return moneyText(campaign.reported);
    default:
        return campaign.isDoubled() ? ChannelView::tr("reported on two levels, counted once") : QString();
    }
}

QVariant CampaignTable::mark(int row, int column, int role) const
{
    return role == PillRole && column == State && m_campaigns[static_cast<std::size_t>(row)].isDoubled()
        ? QVariant(static_cast<int>(Tone::Warn))
        : QVariant();
}

CompareData channelCompare(const ChannelCohort& cohort, int channel)
{
    const ChannelFigures& figures = cohort.channels[static_cast<std::size_t>(channel)];
    CompareData data;
    data.averageName = ChannelView::tr("mark = all other channels");
    data.labelHeader = ChannelView::tr("Stage");
    data.valueHeader = cohortChannelName(figures);
    data.averageHeader = ChannelView::tr("Other channels");
    data.most = 1;
    for (const ChannelStage stage : kCompared) {
        const Interval interval = wilson(figures.at(stage), figures.people());
        const Share rest = others(cohort, figures, stage);
        CompareItem item;
        item.label = channelStageName(stage);
        item.value = figures.people() > 0 ? shareOf(figures, stage) : 0;
        item.average = rest.n > 0 ? proportion(rest.hits, rest.n) : kNone;
        item.valueText
            = ChannelView::tr("%1 (%2–%3)")
                  .arg(percentText(item.value), percentText(interval.low), percentText(interval.high));
        item.averageText = rest.n > 0 ? percentText(item.average) : QStringLiteral("–");
        data.items << item;
    }
    return data;
}

QString channelCaption(const ChannelCohort& cohort, int netDays)
{
    const ChannelFigures& total = cohort.total;
    QString text = ChannelView::tr("Leads of %1: %2; %3 walked in without one. Money of %4 days.")
                       .arg(daysText(cohort.from, cohort.to), countText(total.at(ChannelStage::Lead)),
                            countText(total.walkIns), countText(netDays));
    if (total.people() > 0) {
        text += u' ' + ChannelView::tr("%1 mature.").arg(percentText(maturity(total)));
    }
    return text;
}

QString channelPlaceTitle(const ChannelCohort& cohort, int channel, ChannelStage stage)
{
    const QString name = channel < 0 ? ChannelView::tr("All channels")
                                     : cohortChannelName(cohort.channels[static_cast<std::size_t>(channel)]);
    return ChannelView::tr("%1: %2").arg(name, channelStageName(stage));
}

QString channelLossText(const ChannelCohort& cohort, int channel)
{
    const ChannelFigures& figures = cohort.channels[static_cast<std::size_t>(channel)];
    // Of those who came to the stage before.
    const std::array<std::pair<ChannelStage, ChannelStage>, 3> steps {
        {{ChannelStage::Lead, ChannelStage::Booking},
         {ChannelStage::Booking, ChannelStage::Arrival},
         {ChannelStage::Arrival, ChannelStage::Deal}}};
    double worst = 0;
    QString text;
    for (const auto& [from, to] : steps) {
        const auto stepOf = [begin = from, end = to](const ChannelFigures& f) {
            return Share {std::min(f.at(end), f.at(begin)), f.at(begin)};
        };
        const Share mine = stepOf(figures);
        const Share all = stepOf(cohort.total);
        const Share rest {std::max<Index>(0, all.hits - mine.hits), all.n - mine.n};
        if (mine.n == 0 || rest.n == 0 || newcombe(mine, rest).high >= 0) {
            continue;
        }
        const double loss = proportion(rest.hits, rest.n) - proportion(mine.hits, mine.n);
        if (loss > worst) {
            worst = loss;
            text = ChannelView::tr("%1 loses most from “%2” to “%3”: %4 go on, %5 elsewhere.")
                       .arg(cohortChannelName(figures), channelStageName(from), channelStageName(to),
                            percentText(proportion(mine.hits, mine.n)),
                            percentText(proportion(rest.hits, rest.n)));
        }
    }
    return text;
}

}  // namespace meitrace
