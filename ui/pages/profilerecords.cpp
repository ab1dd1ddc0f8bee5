// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profilerecords.h"

#include "ui/pages/decisiondialog.h"
#include "ui/text/figures.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/customerfileview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

namespace meitrace {

ProfileRecords::ProfileRecords(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(textLabel({}, TextRole::Section))
    , m_table(new DataTable)
    , m_handles(new HandleTable(this))
    , m_hint(textLabel({}, TextRole::Caption))
    , m_split(makeButton({}, ButtonKind::Secondary, QStringLiteral("split")))
    , m_factTitle(textLabel({}, TextRole::Section))
    , m_factTable(new DataTable)
    , m_facts(new FactTable(this))
    , m_decisionTitle(textLabel({}, TextRole::Section))
    , m_decisionTable(new DataTable)
    , m_decisions(new DecisionTable(this))
    , m_takeBack(makeButton({}, ButtonKind::Secondary, QStringLiteral("undo")))
{
    const auto table = [](DataTable* shown, QAbstractItemModel* model, const char* name) {
        shown->setObjectName(QLatin1String(name));
        shown->setModel(model);
        shown->setShowsAllRows(true);
    };
    table(m_table, m_handles, "table.handles");
    table(m_factTable, m_facts, "table.facts");
    table(m_decisionTable, m_decisions, "table.decisions");
    m_split->setObjectName(QStringLiteral("btn.splitRecords"));
    m_takeBack->setObjectName(QStringLiteral("btn.takeDecisionBack"));
    m_hint->setWordWrap(true);
    const auto left = [](QPushButton* button) {
        auto* row = new QHBoxLayout;
        row->addWidget(button);
        row->addStretch(1);
        return row;
    };
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kGap8);
    column->addWidget(m_title);
    column->addWidget(m_table);
    column->addWidget(m_hint);
    column->addLayout(left(m_split));
    column->addSpacing(size::kGap8);
    column->addWidget(m_decisionTitle);
    column->addWidget(m_decisionTable);
    column->addLayout(left(m_takeBack));
    column->addSpacing(size::kGap8);
    column->addWidget(m_factTitle);
    column->addWidget(m_factTable);
    column->addStretch(1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { updateButtons(); });
    connect(m_decisionTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { updateButtons(); });
    connect(m_split, &QPushButton::clicked, this, &ProfileRecords::split);
    connect(m_takeBack, &QPushButton::clicked, this, &ProfileRecords::takeBack);
    retranslate();
}

void ProfileRecords::retranslate()
{
    m_title->setText(tr("Her records"));
    m_table->setAccessibleName(tr("Her records"));
    m_hint->setText(tr("Is one of them somebody else? Choose it and split it off."));
    m_split->setText(tr("Split off…"));
    m_factTitle->setText(tr("What the files say"));
    m_factTable->setAccessibleName(tr("What the files say"));
    m_factTable->setEmptyText(tr("No file says more of her"));
    m_decisionTitle->setText(tr("Decisions about her records"));
    m_decisionTable->setAccessibleName(tr("Decisions about her records"));
    m_takeBack->setText(tr("Take back"));
    updateButtons();
}

void ProfileRecords::show(const std::shared_ptr<const CustomerFile>& file, const Zone& zone)
{
    m_file = file;
    m_handles->setFile(file, zone);
    m_facts->setFile(file, zone);
    m_decisions->setFile(file, zone);
    const bool several = file->handles.size() > 1;
    m_hint->setVisible(several);
    m_split->setVisible(several);
    const bool decided = !file->decisions.empty();
    for (QWidget* part : std::initializer_list<QWidget*> {m_decisionTitle, m_decisionTable, m_takeBack}) {
        part->setVisible(decided);
    }
    for (DataTable* table : {m_table, m_factTable, m_decisionTable}) {
        table->fitColumns();
    }
    updateButtons();
}

std::vector<std::uint32_t> ProfileRecords::chosen() const
{
    std::vector<std::uint32_t> idents;
    for (const QModelIndex& row : m_table->selectionModel()->selectedRows()) {
        idents.push_back(m_handles->handleAt(row.row()).ident);
    }
    return idents;
}

void ProfileRecords::updateButtons()
{
    // All of them would leave nobody to be split from.
    const auto records = static_cast<std::size_t>(m_handles->rowCount());
    const std::size_t marked = chosen().size();
    m_split->setEnabled(!m_session.isDamaged() && marked > 0 && marked < records);
    const QModelIndexList rows = m_decisionTable->selectionModel()->selectedRows();
    m_takeBack->setEnabled(!m_session.isDamaged() && !rows.isEmpty()
                           && !m_decisions->decisionAt(rows.front().row()).undone);
}

void ProfileRecords::split()
{
    const QString code = fromUtf8(m_file->code);
    const std::vector<std::uint32_t> idents = chosen();
    auto* dialog = new DecisionDialog(m_session, DecisionDialog::splitting(code, idents), window());
    connect(dialog, &DecisionDialog::decided, this,
            [this, code, idents] { m_session.splitOff(code, idents); });
    dialog->open();
}

void ProfileRecords::takeBack()
{
    const QModelIndexList rows = m_decisionTable->selectionModel()->selectedRows();
    if (!rows.isEmpty()) {
        m_session.takeDecisionBack(m_decisions->decisionAt(rows.front().row()).number);
    }
}

}  // namespace meitrace
