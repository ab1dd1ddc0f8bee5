// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/splitrow.h"

#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace meitrace {

SplitRow::SplitRow(QWidget* parent)
    : QWidget(parent)
    , m_all(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_left(new QHBoxLayout)
    , m_right(new QHBoxLayout)
{
    m_all->setContentsMargins(0, 0, 0, 0);
    // The layout would ask for the width of both; minimumSizeHint() asks for less.
    m_all->setSizeConstraint(QLayout::SetNoConstraint);
    m_all->addLayout(m_left, 1);
    m_all->addLayout(m_right);
    Theme::current().follow(this, [this] {
        const int gap = Theme::current().px(size::kGap8);
        m_all->setSpacing(gap);
        m_left->setSpacing(gap);
        m_right->setSpacing(gap);
    });
}

QSize SplitRow::minimumSizeHint() const
{
    const QSize own = m_all->minimumSize();
    return {std::max(m_left->minimumSize().width(), m_right->sizeHint().width()), own.height()};
}

void SplitRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool SplitRow::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) {
        arrange();
    }
    return QWidget::event(event);
}

void SplitRow::arrange()
{
    const bool fits
        = m_left->minimumSize().width() + m_all->spacing() + m_right->sizeHint().width() <= width();
    const QBoxLayout::Direction direction = fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_all->direction() != direction) {
        m_all->setDirection(direction);
        m_right->setAlignment(fits ? Qt::Alignment() : Qt::AlignLeft);
        updateGeometry();
    }
}

}  // namespace meitrace
