// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reconciletab.h"

#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/reconcileview.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"

#include <QVBoxLayout>

namespace meitrace {

ReconcileTab::ReconcileTab(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_card(new Card)
    , m_table(new DataTable)
    , m_model(new TotalTable(this))
    , m_cardsCard(new Card)
    , m_cardsTable(new DataTable)
    , m_cards(new CardDifferenceTable(this))
{
    m_table->setObjectName(QStringLiteral("table.totals"));
    m_cardsTable->setObjectName(QStringLiteral("table.cardDifferences"));
    m_table->setModel(m_model);
    m_table->setShowsAllRows(true);
    m_cardsTable->setModel(m_cards);
    m_cardsTable->setShowsAllRows(true);
    m_card->body()->addWidget(m_table);
    m_cardsCard->body()->addWidget(m_cardsTable);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kCardGap);
    column->addWidget(m_card);
    column->addWidget(m_cardsCard);
    column->addStretch(1);
}

void ReconcileTab::retranslate()
{
    m_card->setTitle(tr("What the files say themselves"));
    m_card->setHelp(tr("Every total and subtotal line of a file is a check: what its rows come to, set "
                       "aside ones included, has to be what the line says."));
    m_table->setAccessibleName(tr("Totals of the files"));
    m_cardsCard->setTitle(tr("Balances of cards"));
    m_cardsCard->setHelp(tr("What is left on a card has to be what was bought and given, less what was "
                            "used. These are not."));
    m_cardsTable->setAccessibleName(tr("Balances that differ"));
    describe();
}

void ReconcileTab::describe()
{
    m_table->setEmptyText(tr("No loaded file has a line with totals"));
    if (!m_report) {
        return;
    }
    m_model->setReport(m_report);
    m_cards->setReport(m_report, m_session.overview().batches);
    m_table->fitColumns();
    m_cardsTable->fitColumns();
    const auto cards = static_cast<std::int64_t>(m_report->cards.differences.size());
    const std::int64_t totals = m_differences - cards;
    m_card->setNote(m_report->totals() == 0 ? QString()
                        : totals > 0
                        ? tr("%1 of %2 differ").arg(countText(totals), countText(m_report->totals()))
                        : tr("%1 agree").arg(countText(m_report->totals())));
    m_card->setCaption(tr("%Ln file(s) without a total", "", static_cast<int>(m_report->filesWithout)));
    m_cardsCard->setNote(tr("%1 of %2 differ").arg(countText(cards), countText(m_report->cards.checked)));
    m_cardsTable->setEmptyText(m_report->cards.checked > 0
                                   ? tr("Every balance follows from what was bought and used")
                                   : tr("An export of card balances (bought, used, left) is checked here"));
}

void ReconcileTab::refresh()
{
    m_session.look<ReconcileReport>(
        {this, QStringLiteral("reconcile"), tr("Comparing the totals")},
        [](Clinic& clinic, Job& job) { return reconcile(clinic, job); },
        [this](const Result<ReconcileReport>& report) { take(report); });
}

void ReconcileTab::take(const Result<ReconcileReport>& report)
{
    if (!report) {
        m_table->setEmptyText(sentence(report.error()));
        return;
    }
    m_report = std::make_shared<const ReconcileReport>(*report);
    m_differences = static_cast<int>(m_report->differences());
    describe();
    emit compared();
}

}  // namespace meitrace
