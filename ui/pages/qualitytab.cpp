// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/qualitytab.h"

#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"

#include <QVBoxLayout>

namespace meitrace {

namespace {

/// After the data changed the pages in sight come first.
constexpr int kDelay = 1500;

}  // namespace

QualityTab::QualityTab(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_card(new Card)
    , m_table(new DataTable)
    , m_model(new QualityTable(this))
    , m_fillCard(new Card)
    , m_fillTable(new DataTable)
    , m_fill(new FillTable(this))
{
    m_table->setObjectName(QStringLiteral("table.checks"));
    m_fillTable->setObjectName(QStringLiteral("table.fill"));
    m_table->setModel(m_model);
    m_table->setShowsAllRows(true);
    m_fillTable->setModel(m_fill);
    m_fillTable->setShowsAllRows(true);
    m_card->body()->addWidget(m_table);
    m_fillCard->body()->addWidget(m_fillTable);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(size::kCardGap);
    column->addWidget(m_card);
    column->addWidget(m_fillCard);
    column->addStretch(1);
    m_later.setSingleShot(true);
    m_later.setInterval(kDelay);
    connect(&m_later, &QTimer::timeout, this, &QualityTab::start);
    connect(&session, &Session::snapshotChanged, this, [this] {
        m_later.stop();
        if (m_session.isOpen()) {
            m_later.start();
        } else {
            m_asked.reset();
            m_checked.reset();
            m_report.reset();
            m_model->setReport(nullptr);
            m_fill->setReport(nullptr);
            emit checked();
        }
    });
    connect(m_table, &DataTable::rowActivated, this, &QualityTab::openRow);
    connect(m_table, &DataTable::clicked, this, [this](const QModelIndex& index) { openRow(index.row()); });
}

void QualityTab::retranslate()
{
    m_card->setTitle(tr("Checks of the data"));
    m_card->setHelp(tr("Every check runs when the data change. Open one to see what is behind it."));
    m_table->setAccessibleName(tr("Checks of the data"));
    m_table->setEmptyText(tr("Checking…"));
    m_fillCard->setTitle(tr("How full the fields are"));
    m_fillCard->setHelp(tr("Of every field a file ever filled: in how many rows, or for how many people, it "
                           "says something that can be used."));
    m_fillTable->setAccessibleName(tr("How full the fields are"));
    m_fillTable->setEmptyText(tr("No file has been loaded yet"));
    if (m_report) {
        m_model->setReport(m_report);
        m_fill->setReport(m_report);
    }
}

void QualityTab::refresh()
{
    m_later.stop();
    start();
}

void QualityTab::start()
{
    if (!m_session.isOpen() || m_asked == m_session.snapshot()) {
        return;
    }
    m_asked = m_session.snapshot();
    m_session.look<QualityReport>(
        {this, QStringLiteral("quality"), tr("Checking the data")},
        [snapshot = m_asked, everybody = m_session.everybody()](Clinic& clinic, Job& job) {
            clinic.adopt(snapshot);
            return qualityReport(clinic, {.population = everybody}, job);
        },
        [this](const Result<QualityReport>& report) { take(report); });
}

void QualityTab::take(const Result<QualityReport>& report)
{
    if (!report) {
        m_asked.reset();
        m_table->setEmptyText(sentence(report.error()));
        return;
    }
    if (m_asked != m_session.snapshot()) {
        return;
    }
    m_checked = m_asked;
    m_report = std::make_shared<const QualityReport>(*report);
    m_model->setReport(m_report);
    m_fill->setReport(m_report);
    m_table->fitColumns();
    m_fillTable->fitColumns();
    const int open = m_report->openProblems();
    m_card->setNote(open > 0 ? tr("%1 to look at").arg(countText(open)) : tr("Nothing to mend"));
    emit checked();
}

void QualityTab::open(const QString& check)
{
    const int row = m_report ? m_model->rowOf(check.toStdString()) : -1;
    if (row >= 0) {
        m_table->selectRow(row);
        openRow(row);
    }
}

void QualityTab::openRow(int row)
{
    // While other data are being checked the findings are of those before.
    const bool isCurrent = m_checked == m_session.snapshot();
    if (row >= 0 && isCurrent && m_model->findingAt(row).count > 0) {
        emit findingOpened(m_model->findingAt(row));
    }
}

}  // namespace meitrace
