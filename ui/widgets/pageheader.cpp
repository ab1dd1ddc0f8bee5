// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pageheader.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tabbar.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace meitrace {

PageHeader::PageHeader(QWidget* parent)
    : QWidget(parent)
    , m_title(textLabel({}, TextRole::Title, this))
    , m_purpose(textLabel({}, TextRole::Quiet, this))
    , m_asOf(textLabel({}, TextRole::Caption, this))
    , m_actions(new QHBoxLayout)
    , m_tabs(new TabBar(this))
{
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    auto* top = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_purpose);
    m_purpose->setWordWrap(true);
    top->addLayout(words, 1);
    top->addWidget(m_asOf, 0, Qt::AlignTop);
    top->addLayout(m_actions);
    m_actions->setAlignment(Qt::AlignTop);
    all->addLayout(top);
    all->addWidget(m_tabs);
    m_asOf->hide();
    m_tabs->hide();
    Theme::current().follow(this, [this, all, top] {
        const Theme& theme = Theme::current();
        all->setSpacing(theme.px(size::kGap8));
        top->setSpacing(theme.px(size::kGap12));
        m_actions->setSpacing(theme.px(size::kGap8));
        m_asOf->setMinimumHeight(theme.px(size::kControl));
    });
}

void PageHeader::setTitle(const QString& title)
{
    m_title->setText(title);
    m_tabs->setAccessibleName(title);
}

void PageHeader::setPurpose(const QString& purpose)
{
    m_purpose->setText(purpose);
    m_purpose->setVisible(!purpose.isEmpty());
}

void PageHeader::setAsOf(const QString& asOf)
{
    m_asOf->setText(asOf);
    m_asOf->setVisible(!asOf.isEmpty());
}

void PageHeader::addAction(QWidget* widget)
{
    m_actions->addWidget(widget, 0, Qt::AlignTop);
}

}  // namespace meitrace
