// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include "ui/pages/scopebar.h"
#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/pageheader.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace meitrace {

Page::Page(const QString& id, Session& session, QWidget* parent)
    : QWidget(parent)
    , m_id(id)
    , m_session(session)
    , m_row(new QHBoxLayout(this))
    , m_header(new PageHeader)
    , m_notice(new NoticeBar)
    , m_stage(new QWidget)
    , m_body(new QVBoxLayout(m_stage))
{
    setObjectName(QStringLiteral("page.") + id);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("page.content"));
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(size::kPageMargin, size::kGap20, size::kPageMargin, size::kPageMargin);
    m_column->setSpacing(size::kCardGap);
    m_column->addWidget(m_header);
    m_column->addWidget(m_notice);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(size::kCardGap);
    m_column->addWidget(m_stage, 1);
    m_notice->hide();
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_row->addWidget(scroll, 1);
    connect(&session, &Session::snapshotChanged, this, &Page::requestRefresh);
}

void Page::addPanel(QWidget* panel)
{
    m_row->addWidget(panel);
    m_panels.push_back(panel);
}

void Page::followScope(Follows whom)
{
    m_follows = whom;
    m_scopeBar = new ScopeBar(m_session);
    m_column->insertWidget(m_column->indexOf(m_header) + 1, m_scopeBar);
    connect(&m_session, &Session::populationChanged, this, [this] {
        // The number that a panel stands for is another now.
        for (QWidget* panel : std::as_const(m_panels)) {
            panel->hide();
        }
        requestRefresh();
    });
}

void Page::retranslateScope()
{
    if (m_scopeBar != nullptr) {
        m_scopeBar->retranslate();
    }
    if (m_nobody != nullptr) {
        m_nobody->setSentence(tr("No customers match the filters"));
        m_nobody->action()->setText(tr("Clear filters"));
    }
    if (m_nothing != nullptr) {
        m_nothing->setSentence(tr("Nothing has been loaded yet"));
        m_nothing->setHint(tr("Import the files your systems export, and this page fills."));
        m_nothing->action()->setText(tr("Import file"));
    }
}

void Page::showNothing(bool isEmpty)
{
    if (isEmpty && m_nothing == nullptr) {
        m_nothing = new EmptyState(QStringLiteral("data"), {}, QStringLiteral(" "));
        m_nothing->setObjectName(QStringLiteral("empty.data"));
        m_nothing->action()->setObjectName(QStringLiteral("btn.importFirst"));
        m_column->insertWidget(m_column->indexOf(m_stage) + 1, m_nothing, 1);
        connect(m_nothing->action(), &QPushButton::clicked, this,
                [this] { emit pageRequested(QStringLiteral("data")); });
        retranslateScope();
    }
    if (m_nothing != nullptr) {
        m_nothing->setVisible(isEmpty);
    }
    if (m_scopeBar != nullptr) {
        m_scopeBar->setHidden(isEmpty);
    }
}

void Page::showNobody(bool isNobodyLeft)
{
    if (isNobodyLeft && m_nobody == nullptr) {
        m_nobody = new EmptyState(QStringLiteral("customers"), {}, QStringLiteral(" "));
        m_nobody->setObjectName(QStringLiteral("empty.filter"));
        m_nobody->action()->setObjectName(QStringLiteral("btn.clearEmptyFilter"));
        m_column->insertWidget(m_column->indexOf(m_stage) + 1, m_nobody, 1);
        connect(m_nobody->action(), &QPushButton::clicked, m_scopeBar, &ScopeBar::clearScope);
        retranslateScope();
    }
    if (m_nobody != nullptr) {
        m_nobody->setVisible(isNobodyLeft);
    }
}

bool Page::isNobodyLeft() const
{
    const Bitset& left = m_follows == Follows::Active ? m_session.active() : m_session.population();
    return m_follows != Follows::Nothing && m_session.isOpen() && !m_session.scope().isEmpty() && !left.any();
}

void Page::requestRefresh()
{
    m_stale = true;
    if (!isVisible()) {
        return;
    }
    m_stale = false;
    const SnapshotPtr& snapshot = m_session.snapshot();
    const bool hasData = snapshot && snapshot->customers() > 0;
    m_header->setAsOf(hasData ? tr("Data as of %1").arg(dayText(snapshot->frame().asOf)) : QString());
    const bool isEmpty = snapshot && !hasData && m_saysNothing;
    const bool isNobodyLeft = !isEmpty && this->isNobodyLeft();
    showNothing(isEmpty);
    showNobody(isNobodyLeft);
    m_stage->setHidden(isEmpty || isNobodyLeft);
    if (snapshot && !isEmpty && !isNobodyLeft) {
        refresh();
    }
}

void Page::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_translated) {
        m_translated = true;
        retranslateScope();
        retranslate();
    }
    if (m_stale) {
        requestRefresh();
    }
}

void Page::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_translated) {
        retranslateScope();
        retranslate();
        requestRefresh();
    }
}

}  // namespace meitrace
