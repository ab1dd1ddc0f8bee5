// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/channelcosttab.h"

#include "analytics/customer/channelreading.h"
#include "analytics/features/periods.h"
#include "ui/charts/comparebars.h"
#include "ui/pages/charttoggle.h"
#include "ui/text/channeltext.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QDate>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kReadingWidth = 360;
constexpr int kMonthsListed = 12;

QString monthText(Day month)
{
    const CivilDate date = civilFromDay(month);
    return QLocale().toString(QDate(date.year, date.month, 1), ChannelCostTab::tr("MMMM yyyy"));
}

}  // namespace

ChannelCostTab::ChannelCostTab(Session& session, QWidget* parent)
    : AnalysisTab(QStringLiteral("channels"), QStringLiteral("channels"), session, parent)
    , m_contradiction(new NoticeBar)
    , m_tableCard(new Card)
    , m_view(new SegmentedControl)
    , m_table(new DataTable)
    , m_channels(new ChannelTable(this))
    , m_compareCard(new Card)
    , m_compare(new CompareBars)
    , m_toggle(new ChartToggle(m_compareCard, m_compare))
    , m_readingCard(new Card)
    , m_reading(textLabel({}, TextRole::Body))
    , m_campaignCard(new Card)
    , m_campaignTable(new DataTable)
    , m_campaigns(new CampaignTable(this))
{
    m_contradiction->setObjectName(QStringLiteral("notice.contradiction"));
    m_contradiction->hide();
    m_view->setObjectName(QStringLiteral("choice.channelView"));
    m_table->setObjectName(QStringLiteral("table.channels"));
    m_table->setModel(m_channels);
    m_table->setShowsAllRows(true);
    m_compare->setObjectName(QStringLiteral("chart.channelCompare"));
    m_campaignTable->setObjectName(QStringLiteral("table.campaigns"));
    m_campaignTable->setModel(m_campaigns);
    m_campaignTable->setShowsAllRows(true);
    m_tableCard->addAction(m_view);
    m_tableCard->body()->addWidget(m_table);
    m_reading->setWordWrap(true);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_readingCard->body()->addWidget(m_reading);
    m_readingCard->body()->addStretch(1);
    m_campaignCard->body()->addWidget(m_campaignTable);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(size::kCardGap);
    pair->addWidget(m_compareCard, 1);
    pair->addWidget(m_readingCard);
    body()->addWidget(m_contradiction);
    body()->addWidget(m_tableCard);
    body()->addLayout(pair);
    body()->addWidget(m_campaignCard);
    body()->addStretch(1);
    Theme::current().follow(this,
                            [this] { m_readingCard->setFixedWidth(Theme::current().px(kReadingWidth)); });
    connect(m_view, &SegmentedControl::currentChanged, this, &ChannelCostTab::showTable);
    connect(m_table, &DataTable::clicked, this, &ChannelCostTab::openCell);
    connect(m_table, &DataTable::rowActivated, this,
            [this](int row) { selectChannel(m_channels->channelAt(row)); });
}

void ChannelCostTab::retranslate()
{
    m_tableCard->setTitle(tr("What each channel cost and brought"));
    m_tableCard->setHelp(tr(
        "Customers by the channel of their lead. Money is what they paid less refunds, in so many days from "
        "the lead on; return is that by what was spent. Channels whose ranges overlap share their places."));
    m_view->setChoices({tr("Costs"), tr("Quality")});
    m_table->setAccessibleName(tr("What each channel cost and brought"));
    m_table->setEmptyText(tr("No leads on these days"));
    m_compare->setAccessibleName(tr("One channel beside the others"));
    m_readingCard->setTitle(tr("What this says"));
    m_campaignCard->setTitle(tr("Campaigns"));
    m_campaignCard->setHelp(tr("What ad reports tell of single campaigns. The same money in reports of two "
                               "levels counts once."));
    m_campaignTable->setAccessibleName(tr("Campaigns"));
    m_campaignTable->setEmptyText(tr("No ad report tells of campaigns of this channel"));
    m_toggle->retranslate();
    if (m_shown) {
        showChips();
        take(*m_shown);
    }
}

ChoiceOf<ChannelCostTab::Settings> ChannelCostTab::monthChoice() const
{
    ChoiceOf<Settings> choice {{.key = QStringLiteral("months"), .title = tr("Leads of")}};
    const auto add = [&](const QString& name, int months, Day month) {
        Settings settings = m_settings;
        settings.months = months;
        settings.month = month;
        choice.add(name, settings, m_settings.months == months && m_settings.month == month);
    };
    add(tr("the last 12 months"), 12, kMissingDay);
    add(tr("the last 6 months"), 6, kMissingDay);
    add(tr("the last 3 months"), 3, kMissingDay);
    add(tr("all days"), 0, kMissingDay);
    const SnapshotPtr snapshot = session().snapshot();
    if (snapshot) {
        const Day last = periodStart(PeriodUnit::Months, snapshot->frame().asOf);
        for (int back = 0; back < kMonthsListed; ++back) {
            const Day month = addMonths(last, -back);
            if (month >= periodStart(PeriodUnit::Months, snapshot->frame().firstDay)) {
                add(monthText(month), 1, month);
            }
        }
    }
    return choice;
}

std::vector<ChoiceOf<ChannelCostTab::Settings>> ChannelCostTab::choices() const
{
    std::vector<ChoiceOf<Settings>> all;
    if (!session().days()) {
        all.push_back(monthChoice());
    }
    all.push_back(memberChoice<Settings, int>(
        QStringLiteral("net"), tr("Money of"), m_settings, &Settings::netDays,
        {{90, tr("90 days")}, {30, tr("30 days")}, {180, tr("180 days")}, {365, tr("365 days")}}));
    all.push_back(memberChoice<Settings, int>(QStringLiteral("cut"), tr("If spend falls by"), m_settings,
                                              &Settings::cut,
                                              {{30, percentText(0.3)},
                                               {10, percentText(0.1)},
                                               {20, percentText(0.2)},
                                               {50, percentText(0.5)},
                                               {100, percentText(1)}}));
    return all;
}

void ChannelCostTab::showChips()
{
    showChoices(*chips(), choices());
}

void ChannelCostTab::choose(const QString& key, const QPoint& corner)
{
    openChoice(this, choices(), key, corner, [this](const Settings& settings) {
        m_settings = settings;
        recount();
    });
}

void ChannelCostTab::count()
{
    ChannelCohortOptions options {.netDays = m_settings.netDays};
    const SnapshotPtr snapshot = session().snapshot();
    const Day asOf = snapshot->frame().asOf;
    if (const std::optional<DaySpan> days = session().days()) {
        options.from = days->from;
        options.to = days->to;
    } else if (m_settings.month != kMissingDay) {
        options.from = m_settings.month;
        options.to = std::min(asOf, addMonths(m_settings.month, 1) - 1);
    } else if (m_settings.months > 0) {
        options.from = std::max(snapshot->frame().firstDay, addMonths(asOf, -m_settings.months) + 1);
    }
    options.population = session().population();
    options.chosenPeople = session().population() != session().everybody();
    busy()->begin(tr("Following the leads"));
    session().look<Shown>(
        {this, jobKey(), tr("Following the leads")},
        [snapshot, options, settings = m_settings](Clinic& clinic, Job& job) -> Result<Shown> {
            Result<ChannelState> state = channelState(clinic, *snapshot, options, job);
            if (!state) {
                return state.error();
            }
            return Shown {snapshot, settings, *std::move(state)};
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void ChannelCostTab::take(const Result<Shown>& shown)
{
    if (!isShown(shown ? nullptr : &shown.error())) {
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    const ChannelCohort& cohort = m_shown->state.cohort;
    m_tableCard->setCaption(channelCaption(cohort, m_shown->settings.netDays));
    const std::optional<ChannelContradiction> found = channelContradiction(cohort);
    m_contradiction->setVisible(found.has_value());
    if (found) {
        m_contradiction->setNotice(Tone::Warn, contradictionText(cohort, *found));
        const int channel = found->channel;
        connect(m_contradiction->addAction(tr("Beside the others")), &QPushButton::clicked, this,
                [this, channel] { selectChannel(channel); });
    }
    showTable();
    selectChannel(found ? found->channel : 0);
}

void ChannelCostTab::showTable()
{
    if (!m_shown) {
        return;
    }
    m_channels->setCohort(m_shown->state.cohort,
                          m_view->current() == 1 ? ChannelTable::View::Quality : ChannelTable::View::Costs);
    m_table->fitColumns();
}

void ChannelCostTab::selectChannel(int channel)
{
    if (!m_shown || channel < 0) {
        return;
    }
    m_channel = channel;
    const ChannelCohort& cohort = m_shown->state.cohort;
    const ChannelFigures& figures = cohort.channels[static_cast<std::size_t>(channel)];
    m_table->selectRow(m_channels->rowOf(channel));
    m_compareCard->setTitle(tr("%1 beside the others").arg(cohortChannelName(figures)));
    m_compareCard->setCaption(tr("Of %1, how many came that far").arg(customersText(figures.people())));
    m_compare->setData(channelCompare(cohort, channel));
    QStringList sentences = channelFindings(cohort);
    if (const QString loss = channelLossText(cohort, channel); !loss.isEmpty()) {
        sentences << loss;
    }
    if (figures.spend > 0) {
        sentences << cutText(figures, m_settings.cut / 100.0);
    }
    m_reading->setText(sentences.join(QStringLiteral("\n\n")));
    m_compare->setSummary(sentencesText(sentences));
    m_campaigns->setState(m_shown->state, channel);
    m_campaignTable->fitColumns(420);
    m_campaignCard->setVisible(m_campaigns->rowCount() > 0);
    m_toggle->refresh();
}

void ChannelCostTab::openCell(const QModelIndex& index)
{
    const int channel = m_channels->channelAt(index.row());
    selectChannel(channel);
    if (const std::optional<ChannelStage> stage = m_channels->stageAt(index.column())) {
        showPlace(channel, *stage);
    }
}

void ChannelCostTab::showPlace(int channel, ChannelStage stage)
{
    if (m_shown && m_shown->snapshot == session().snapshot()) {
        emit customersRequested(channelMembers(*m_shown->snapshot, m_shown->state.cohort, channel, stage),
                                channelPlaceTitle(m_shown->state.cohort, channel, stage));
    }
}

}  // namespace meitrace
