// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/diarytab.h"

#include "analytics/workbench/reconcile.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/reconcileview.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"

#include <QItemSelectionModel>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr std::int64_t kMostEntries = 500;
constexpr int kTableHeight = 380;  ///< the figures a load moved stand under it, in sight

}  // namespace

DiaryTab::DiaryTab(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_card(new Card)
    , m_table(new DataTable)
    , m_model(new DiaryTable(this))
    , m_movedCard(new Card)
    , m_movedTable(new DataTable)
    , m_moved(new MovedFigureTable(this))
{
    m_table->setObjectName(QStringLiteral("table.diary"));
    m_movedTable->setObjectName(QStringLiteral("table.movedFigures"));
    m_table->setModel(m_model);
    m_table->setMinimumHeight(kTableHeight);
    m_movedTable->setModel(m_moved);
    m_movedTable->setShowsAllRows(true);
    m_card->body()->addWidget(m_table);
    m_movedCard->body()->addWidget(m_movedTable);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kCardGap);
    column->addWidget(m_card);
    column->addWidget(m_movedCard);
    column->addStretch(1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid()) {
                    showEntry(current.row());
                }
            });
}

void DiaryTab::retranslate()
{
    m_card->setTitle(tr("What every load changed"));
    m_card->setHelp(tr("Why last week's figure was another one: every file that came or went, and what it "
                       "did to the months before. Choose a line to see the figures."));
    m_table->setAccessibleName(tr("What every load changed"));
    m_table->setEmptyText(tr("No file has been loaded yet"));
    m_movedCard->setTitle(tr("Figures of the past that came out differently"));
    m_movedTable->setAccessibleName(tr("Figures of the past that came out differently"));
    showEntry(m_shown);
}

void DiaryTab::refresh()
{
    m_session.look<std::vector<DiaryEntry>>(
        {this, QStringLiteral("diary"), tr("Reading the diary")},
        [](Clinic& clinic, Job& job) {
            static_cast<void>(job);
            return readDiary(clinic, kMostEntries);
        },
        [this](const Result<std::vector<DiaryEntry>>& entries) {
            if (!entries) {
                m_table->setEmptyText(sentence(entries.error()));
                return;
            }
            m_model->setEntries(*entries, m_session.zone());
            m_table->fitColumns();
            showEntry(m_model->firstThatMoved());
        });
}

void DiaryTab::showEntry(int row)
{
    m_shown = row;
    const bool there = row >= 0 && row < m_model->rowCount();
    m_moved->setEntry(there ? m_model->entryAt(row) : DiaryEntry {});
    m_movedTable->fitColumns();
    m_movedCard->setNote(there ? tr("%1: %2").arg(diaryActionText(m_model->entryAt(row).action),
                                                  fromUtf8(m_model->entryAt(row).fileName))
                               : QString());
    m_movedTable->setEmptyText(there ? tr("No month that had figures before came out differently")
                                     : tr("No load has changed a figure of the past"));
}

}  // namespace meitrace
