// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/namestab.h"

#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/tokens.h"
#include "ui/viewmodels/namingview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/label.h"

#include <QItemSelectionModel>
#include <QPushButton>
#include <QVBoxLayout>

namespace meitrace {

namespace {

constexpr int kTableHeight = 320;
constexpr int kWidestColumn = 260;

}  // namespace

NamesTab::NamesTab(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_card(new Card)
    , m_coverage(textLabel({}, TextRole::Quiet))
    , m_table(new DataTable)
    , m_model(new NameTable(this))
    , m_rule(makeButton({}, ButtonKind::Secondary, QStringLiteral("sliders")))
{
    m_coverage->setObjectName(QStringLiteral("text.nameCoverage"));
    m_coverage->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("table.names"));
    m_rule->setObjectName(QStringLiteral("btn.ruleForName"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumHeight(kTableHeight);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);  // scrolls itself, not the page
    m_card->addAction(m_rule);
    m_card->body()->addWidget(m_coverage);
    m_card->body()->addWidget(m_table, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_rule->setEnabled(m_table->selectionModel()->hasSelection()); });
    connect(m_table, &DataTable::rowActivated, this, &NamesTab::requestRule);
    connect(m_rule, &QPushButton::clicked, this, &NamesTab::requestRule);
    connect(&session, &Session::snapshotChanged, this, [this] {
        if (isVisible()) {
            read();
        }
    });
    describe();
}

void NamesTab::retranslate()
{
    m_card->setTitle(tr("Names that are not known"));
    m_card->setHelp(
        tr("Items that the catalogue does not have and sources that no channel is known for. They "
           "count as they stand. A rule that writes the usual name works on next month's file too."));
    m_table->setAccessibleName(tr("Names that are not known"));
    m_rule->setText(tr("Write a rule…"));
    describe();
}

void NamesTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_session.isOpen() && m_read != m_session.snapshot()) {
        read();
    }
}

void NamesTab::read()
{
    if (!m_session.isOpen()) {
        m_read.reset();
        m_review.reset();
        describe();
        return;
    }
    m_read = m_session.snapshot();
    m_session.look<NameReview>(
        {this, QStringLiteral("names"), tr("Looking through the names")},
        [](Clinic& clinic, Job& job) { return reviewNames(clinic, job); },
        [this](const Result<NameReview>& review) { take(review); });
}

void NamesTab::take(const Result<NameReview>& review)
{
    if (!review) {
        m_read.reset();
        m_review.reset();
        describe();
        m_table->setEmptyText(sentence(review.error()));
        return;
    }
    m_review = *review;
    describe();
}

void NamesTab::describe()
{
    const NameReview none;
    const NameReview& review = m_review ? *m_review : none;
    m_model->setNames(review.names);
    m_table->fitColumns(kWidestColumn);
    m_rule->setEnabled(false);
    QStringList coverage;
    for (const NameSubject subject : {NameSubject::Item, NameSubject::Channel}) {
        coverage << coverageText(subject, review.of(subject));
    }
    coverage.removeAll(QString());
    m_coverage->setText(coverage.join(u' '));
    m_coverage->setVisible(!coverage.isEmpty());
    m_card->setNote(m_review && !review.names.empty()
                        ? tr("%Ln name(s)", "", static_cast<int>(review.names.size()))
                        : QString());
    m_table->setEmptyText(coverage.isEmpty() ? tr("No loaded file names an item or a channel")
                                             : tr("Every name is known"));
}

void NamesTab::requestRule()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (!rows.isEmpty()) {
        emit ruleRequested(renamingRule(m_model->nameAt(rows.front().row())));
    }
}

}  // namespace meitrace
