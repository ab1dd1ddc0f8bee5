// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/problemrows.h"

#include "analytics/workbench/tables.h"
#include "ui/pages/mendingdialog.h"
#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/mendingview.h"
#include "ui/viewmodels/quarantinetable.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/toast.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kTableHeight = 360;
constexpr int kWidestColumn = 240;

}  // namespace

ProblemRows::ProblemRows(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_groupCard(new Card)
    , m_groupTable(new DataTable)
    , m_groups(new ProblemGroupTable(this))
    , m_mend(makeButton({}, ButtonKind::Primary, QStringLiteral("edit")))
    , m_rule(makeButton({}, ButtonKind::Secondary, QStringLiteral("sliders")))
    , m_card(new Card)
    , m_table(new DataTable)
    , m_model(new QuarantineTable(this))
    , m_save(makeButton({}, ButtonKind::Secondary, QStringLiteral("download")))
    , m_load(makeButton({}, ButtonKind::Secondary, QStringLiteral("upload")))
{
    m_groupTable->setObjectName(QStringLiteral("table.problemGroups"));
    m_mend->setObjectName(QStringLiteral("btn.mendGroup"));
    m_rule->setObjectName(QStringLiteral("btn.ruleForGroup"));
    m_table->setObjectName(QStringLiteral("table.quarantine"));
    m_save->setObjectName(QStringLiteral("btn.saveProblems"));
    m_load->setObjectName(QStringLiteral("btn.loadMended"));
    build();
    connect(m_groupTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ProblemRows::showRows);
    connect(m_groupTable, &DataTable::rowActivated, this, &ProblemRows::mend);
    connect(m_mend, &QPushButton::clicked, this, &ProblemRows::mend);
    connect(m_rule, &QPushButton::clicked, this, &ProblemRows::requestRule);
    connect(m_save, &QPushButton::clicked, this, &ProblemRows::save);
    connect(m_load, &QPushButton::clicked, this, [this] {
        const QString file = QFileDialog::getOpenFileName(this, tr("Load the mended file"), {},
                                                          tr("Tables of text (*.csv);;All files (*)"));
        if (!file.isEmpty()) {
            m_session.requeue(file);
        }
    });
}

void ProblemRows::build()
{
    m_groupTable->setModel(m_groups);
    m_groupTable->setShowsAllRows(true);
    m_groupTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_groupCard->addAction(m_rule);
    m_groupCard->addAction(m_mend);
    m_groupCard->body()->addWidget(m_groupTable);
    m_table->setModel(m_model);
    m_table->setMinimumHeight(kTableHeight);
    m_card->addAction(m_save);
    m_card->addAction(m_load);
    m_card->body()->addWidget(m_table, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kCardGap);
    column->addWidget(m_groupCard);
    column->addWidget(m_card, 1);
}

void ProblemRows::retranslate()
{
    m_groupCard->setTitle(tr("What is wrong"));
    m_groupCard->setHelp(
        tr("Rows set aside for the same reason. Choose a line: mend all its rows at once, or "
           "write a cleaning rule that also works on next month's file."));
    m_groupTable->setAccessibleName(tr("What is wrong"));
    m_groupTable->setEmptyText(tr("No row is set aside"));
    m_mend->setText(tr("Mend…"));
    m_rule->setText(tr("Write a rule…"));
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
            if (entries) {
                take(*entries);
            }
        });
}

void ProblemRows::take(const std::vector<QuarantineEntry>& entries)
{
    m_entries = entries;
    m_groups->setGroups(problemGroups(entries, m_session.overview().batches));
    m_groupTable->fitColumns(kWidestColumn);
    m_groupCard->setNote(entries.empty()
                             ? QString()
                             : tr("%1 open").arg(countText(static_cast<std::int64_t>(entries.size()))));
    m_save->setEnabled(!entries.empty());
    showRows();
}

const ProblemGroup* ProblemRows::current() const
{
    const QModelIndexList rows = m_groupTable->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_groups->groupAt(rows.front().row());
}

void ProblemRows::showRows()
{
    const ProblemGroup* group = current();
    const std::vector<ImportBatch>& batches = m_session.overview().batches;
    std::vector<QuarantineEntry> shown;
    for (const QuarantineEntry& entry : m_entries) {
        const bool isMeant = group == nullptr
            || (entry.field == group->field && entry.rule == group->rule
                && std::binary_search(group->batches.begin(), group->batches.end(), entry.batch));
        if (isMeant) {
            shown.push_back(entry);
        }
    }
    m_card->setNote(group == nullptr ? QString() : problemGroupText(*group));
    m_model->setEntries(std::move(shown), batches);
    m_table->fitColumns(kWidestColumn);
    m_mend->setEnabled(group != nullptr && group->isMendable());
    m_rule->setEnabled(group != nullptr && group->isMendable());
}

void ProblemRows::mend()
{
    const ProblemGroup* group = current();
    if (group == nullptr || !group->isMendable()) {
        return;
    }
    auto* dialog = new MendingDialog(*group, window());
    connect(dialog, &MendingDialog::chosen, this,
            [this](const std::vector<CellMend>& mends) { m_session.mend(mends); });
    dialog->open();
}

void ProblemRows::requestRule()
{
    const ProblemGroup* group = current();
    if (group == nullptr || !group->isMendable()) {
        return;
    }
    const ProblemValue& first = group->values.front();
    RecipeRule rule {.step = {}, .kind = group->kind};
    rule.step.field = fieldIndex(*group->kind, group->field);
    rule.step.test = first.value.empty() ? RecipeStep::Test::Empty : RecipeStep::Test::Equals;
    rule.step.text = first.value;
    rule.step.action = RecipeStep::Action::SetTo;
    rule.step.value = first.suggestion;
    emit ruleRequested(rule);
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
    const QString proposed = QFileInfo(m_session.path()).dir().filePath(tr("to-mend-%1.csv").arg(batch));
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the rows to mend"), proposed,
                                                      tr("Tables of text (*.csv)"));
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
