// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/problemrows.h"

#include "analytics/workbench/tables.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/viewmodels/quarantinetable.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/toast.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kTableHeight = 420;
constexpr int kWidestColumn = 240;

}  // namespace

ProblemRows::ProblemRows(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_card(new Card)
    , m_table(new DataTable)
    , m_model(new QuarantineTable(this))
    , m_save(makeButton({}, ButtonKind::Secondary, QStringLiteral("download")))
    , m_load(makeButton({}, ButtonKind::Secondary, QStringLiteral("upload")))
{
    m_table->setObjectName(QStringLiteral("table.quarantine"));
    m_save->setObjectName(QStringLiteral("btn.saveProblems"));
    m_load->setObjectName(QStringLiteral("btn.loadMended"));
    m_table->setModel(m_model);
    m_table->setMinimumHeight(kTableHeight);
    m_card->addAction(m_save);
    m_card->addAction(m_load);
    m_card->body()->addWidget(m_table, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card, 1);
    connect(m_save, &QPushButton::clicked, this, &ProblemRows::save);
    connect(m_load, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getOpenFileName(this, tr("Load the mended file"), {},
                                                          tr("Tables of text (*.csv);;All files (*)"));
        if (!file.isEmpty()) {
            m_session.requeue(file);
        }
    });
}

void ProblemRows::retranslate()
{
    m_card->setTitle(tr("Rows set aside"));
    m_card->setHelp(
        tr("These rows could not be read safely. Save them, mend the marked cells in Excel and load the "
           "file again: they then count as if they had been right at once."));
    m_table->setAccessibleName(tr("Rows set aside"));
    m_table->setEmptyText(tr("No row is set aside"));
    m_save->setText(tr("Save to mend…"));
    m_load->setText(tr("Load mended…"));
}

void ProblemRows::refresh()
{
    m_session.look<std::vector<QuarantineEntry>>(
        {this, QStringLiteral("quarantine"), tr("Listing rows set aside")},
        [](Clinic& clinic, Job& job) {
            static_cast<void>(job);
            return openQuarantine(clinic.workspace());
        },
        [this](const Result<std::vector<QuarantineEntry>>& entries) {
            if (!entries) {
                return;
            }
            m_model->setEntries(*entries, m_session.overview().batches);
            m_table->fitColumns(kWidestColumn);
            m_card->setNote(entries->empty()
                                ? QString()
                                : tr("%1 open").arg(countText(static_cast<std::int64_t>(entries->size()))));
            m_save->setEnabled(!entries->empty());
        });
}

void ProblemRows::save()
{
    const std::vector<std::int64_t> batches = m_model->batches();
    std::int64_t batch = batches.empty() ? 0 : batches.front();
    if (batches.size() > 1) {
        QStringList names;
        for (const std::int64_t number : batches) {
            names << tr("%1 (import %2)").arg(m_model->fileOf(number)).arg(number);
        }
        bool ok = false;
        const QString chosen = QInputDialog::getItem(this, tr("Rows of which file?"),
                                                     tr("One file at a time"), names, 0, false, &ok);
        if (!ok) {
            return;
        }
        batch = batches[static_cast<std::size_t>(names.indexOf(chosen))];
    }
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the rows to mend"), tr("to-mend-%1.csv").arg(batch), tr("Tables of text (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    m_session.look<Index>(
        {this, QStringLiteral("saveProblems"), tr("Saving the rows")},
        [batch, path = path.toStdString()](Clinic& clinic, Job& job) {
            return writeQuarantine(clinic, batch, path, job);
        },
        [this, path](const Result<Index>& rows) {
            Toast::show(window(),
                        rows ? tr("%Ln row(s) saved to %1", "", static_cast<int>(*rows)).arg(path)
                             : sentence(rows.error()));
        });
}

}  // namespace meitrace
