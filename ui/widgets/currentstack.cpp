// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/currentstack.h"

#include <QVBoxLayout>

namespace meitrace {

CurrentStack::CurrentStack(QWidget* parent)
    : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void CurrentStack::addWidget(QWidget* page)
{
    page->setHidden(!m_pages.isEmpty());
    m_pages.push_back(page);
    layout()->addWidget(page);
}

void CurrentStack::setCurrentIndex(int index)
{
    if (index == m_current || index < 0 || index >= count()) {
        return;
    }
    m_pages[m_current]->hide();
    m_current = index;
    m_pages[m_current]->show();
}

}  // namespace meitrace
