// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include "ui/text/figures.h"
#include "ui/theme/theme.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/pageheader.h"

#include <QEvent>
#include <QHBoxLayout>
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
    , m_body(new QVBoxLayout)
{
    setObjectName(QStringLiteral("page.") + id);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("page.content"));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(size::kPageMargin, size::kGap20, size::kPageMargin, size::kPageMargin);
    column->setSpacing(size::kCardGap);
    column->addWidget(m_header);
    column->addWidget(m_notice);
    m_body->setSpacing(size::kCardGap);
    column->addLayout(m_body, 1);
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
}

void Page::requestRefresh()
{
    m_stale = true;
    if (!isVisible()) {
        return;
    }
    m_stale = false;
    const SnapshotPtr& snapshot = m_session.snapshot();
    m_header->setAsOf(snapshot ? tr("Data as of %1").arg(dayText(snapshot->frame().asOf)) : QString());
    if (snapshot) {
        refresh();
    }
}

void Page::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_translated) {
        m_translated = true;
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
        retranslate();
        requestRefresh();
    }
}

}  // namespace meitrace
