// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/campaigntab.h"

#include "analytics/workbench/spending.h"
#include "ui/text/figures.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

#include <utility>

namespace meitrace {

CampaignTab::CampaignTab(Session& session, QWidget* parent)
    : AnalysisTab(QStringLiteral("campaigns"), QStringLiteral("message"), session, parent)
    , m_reading(textLabel({}, TextRole::Body))
    , m_card(new Card)
    , m_table(new DataTable)
    , m_campaigns(new CampaignResultTable(this))
{
    m_table->setObjectName(QStringLiteral("table.campaignResults"));
    m_table->setModel(m_campaigns);
    m_table->setShowsAllRows(true);
    m_table->setSortingEnabled(false);
    m_reading->setWordWrap(true);
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_card->body()->addWidget(m_table);
    body()->addWidget(m_reading);
    body()->addWidget(m_card);
    body()->addStretch(1);
    connect(m_table, &DataTable::clicked, this, [this](const QModelIndex& index) {
        showPlace(index.row(), CampaignResultTable::stageAt(index.column()));
    });
    connect(m_table, &DataTable::rowActivated, this,
            [this](int row) { showPlace(row, CampaignStage::Reached); });
}

void CampaignTab::retranslate()
{
    m_card->setTitle(tr("Campaigns"));
    m_card->setHelp(tr("A customer belongs to a campaign from the first message, click or lead that names "
                       "it. Bars: share of "
                       "those reached. Spend is of the ad reports; rows with nobody in them are money that "
                       "meets no campaign. "
                       "Greyed: fewer than 30 reached."));
    m_table->setAccessibleName(tr("Campaigns"));
    m_table->setEmptyText(tr("No message, lead or report names a campaign on these days"));
    if (m_shown) {
        showChips();
        take(*m_shown);
    }
}

void CampaignTab::setOptions(const CampaignOptions& options)
{
    m_options = options;
    recount();
}

std::vector<ChoiceOf<CampaignOptions>> CampaignTab::choices() const
{
    std::vector<ChoiceOf<CampaignOptions>> all;
    all.push_back(memberChoice<CampaignOptions, int>(QStringLiteral("follow"), tr("Arrivals within"),
                                                     m_options, &CampaignOptions::followDays,
                                                     {{30, tr("%1 days").arg(30)},
                                                      {7, tr("%1 days").arg(7)},
                                                      {14, tr("%1 days").arg(14)},
                                                      {60, tr("%1 days").arg(60)},
                                                      {90, tr("%1 days").arg(90)}}));
    all.push_back(memberChoice<CampaignOptions, int>(QStringLiteral("net"), tr("Money within"), m_options,
                                                     &CampaignOptions::netDays,
                                                     {{90, tr("%1 days").arg(90)},
                                                      {30, tr("%1 days").arg(30)},
                                                      {180, tr("%1 days").arg(180)},
                                                      {365, tr("%1 days").arg(365)}}));
    return all;
}

void CampaignTab::showChips()
{
    showChoices(*chips(), choices());
}

void CampaignTab::choose(const QString& key, const QPoint& corner)
{
    openChoice(this, choices(), key, corner, [this](const CampaignOptions& options) { setOptions(options); });
}

void CampaignTab::count()
{
    Shown asked {.snapshot = session().snapshot(), .options = m_options, .result = {}, .priced = {}};
    asked.options.population = session().population();
    if (const std::optional<DaySpan> days = session().days()) {
        asked.options.from = days->from;
        asked.options.to = days->to;
    }
    // Money of an advertisement is of everybody it reached, not of some.
    const bool chosen = session().population() != session().everybody();
    busy()->begin(tr("Following the campaigns"));
    session().look<Shown>(
        {this, jobKey(), tr("Following the campaigns")},
        [asked = std::move(asked), chosen](Clinic& clinic, Job& job) -> Result<Shown> {
            Shown shown = asked;
            Result<CampaignResult> result = campaigns(*shown.snapshot, shown.options, job);
            if (!result) {
                return result.error();
            }
            shown.result = *std::move(result);
            const Result<AdReports> reports = adReports(clinic.workspace(), *shown.snapshot, job);
            if (!reports) {
                return reports.error();
            }
            const std::vector<CampaignSpend> spend = chosen
                ? std::vector<CampaignSpend> {}
                : campaignSpend(reports->rows, shown.result.from, shown.result.to);
            shown.priced = pricedCampaigns(shown.result, spend, reports->channels);
            return shown;
        },
        [this](const Result<Shown>& shown) { take(shown); });
}

void CampaignTab::take(const Result<Shown>& shown)
{
    if (!isShown(shown ? nullptr : &shown.error())) {
        return;
    }
    m_shown = std::make_shared<const Shown>(*shown);
    m_card->setCaption(campaignCaption(m_shown->result, m_shown->options));
    m_reading->setText(sentencesText(campaignFindings(m_shown->result, m_shown->options)));
    m_campaigns->setCampaigns(m_shown->priced, m_shown->options);
    m_table->fitColumns(420);
}

void CampaignTab::showPlace(int row, CampaignStage stage)
{
    if (!m_shown || row < 0 || row >= static_cast<int>(m_shown->priced.size())) {
        return;
    }
    const CampaignFigures figures = m_shown->priced[static_cast<std::size_t>(row)].figures;
    session().jobs().run<Bitset>(
        {this, jobKey() + QStringLiteral(".members"), tr("Finding the customers")},
        [shown = m_shown, figures, stage](Job& job) {
            return campaignMembers(*shown->snapshot, shown->options, figures, stage, job);
        },
        [this, shown = m_shown, title = campaignPlaceTitle(figures, stage)](const Result<Bitset>& members) {
            if (members && shown->snapshot == session().snapshot()) {
                emit customersRequested(*members, title);
            } else if (!members && members.error().code != ErrorCode::Cancelled) {
                emit failed(members.error());
            }
        });
}

}  // namespace meitrace
