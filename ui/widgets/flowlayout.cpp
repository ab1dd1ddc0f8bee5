// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flowlayout.h"

#include "ui/theme/theme.h"

#include <QWidget>

#include <algorithm>

namespace meitrace {

FlowLayout::FlowLayout(QWidget* parent, int gap)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

int FlowLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

Qt::Orientations FlowLayout::expandingDirections() const
{
    return {};
}

bool FlowLayout::hasHeightForWidth() const
{
    return true;
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    const QMargins m = contentsMargins();
    return size + QSize(m.left() + m.right(), m.top() + m.bottom());
}

QSize FlowLayout::sizeHint() const
{
    const int gap = Theme::current().px(m_gap);
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty()) {
            const QSize one = item->sizeHint();
            size = QSize(size.width() + one.width() + (size.width() > 0 ? gap : 0),
                         std::max(size.height(), one.height()));
        }
    }
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect& rect, bool apply) const
{
    const QMargins m = contentsMargins();
    const QRect inside = rect.marginsRemoved(m);
    const int gap = Theme::current().px(m_gap);
    const bool mirrored = parentWidget() != nullptr && parentWidget()->isRightToLeft();
    int x = inside.left();
    int y = inside.top();
    int rowHeight = 0;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty()) {
            continue;
        }
        const QSize one = item->sizeHint();
        const int wide = std::min(one.width(), std::max(1, inside.width()));
        if (x > inside.left() && x + wide > inside.right() + 1) {
            x = inside.left();
            y += rowHeight + gap;
            rowHeight = 0;
        }
        if (apply) {
            const int left = mirrored ? inside.right() + 1 - (x - inside.left()) - wide : x;
            item->setGeometry(QRect(left, y, wide, one.height()));
        }
        x += wide + gap;
        rowHeight = std::max(rowHeight, one.height());
    }
    return y + rowHeight - rect.top() + m.bottom();
}

}  // namespace meitrace
