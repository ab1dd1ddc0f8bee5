// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabbar.h"

#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace meitrace {

TabBar::TabBar(QWidget* parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(true);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    Theme::current().follow(this, [this] {
        setFont(Theme::current().font(FontRole::Body));
        updateGeometry();
    });
}

QSize TabBar::tabSizeHint(int index) const
{
    const Theme& theme = Theme::current();
    const QFontMetrics strong(theme.font(FontRole::BodyStrong));
    return {strong.horizontalAdvance(tabText(index)) + theme.px(24), theme.px(size::kTab)};
}

QSize TabBar::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void TabBar::mouseMoveEvent(QMouseEvent* event)
{
    QTabBar::mouseMoveEvent(event);
    const int over = tabAt(event->pos());
    if (over != m_hovered) {
        m_hovered = over;
        update();
    }
}

void TabBar::leaveEvent(QEvent* event)
{
    QTabBar::leaveEvent(event);
    m_hovered = -1;
    update();
}

void TabBar::tabInserted(int index)
{
    QTabBar::tabInserted(index);
    setVisible(true);
}

void TabBar::tabRemoved(int index)
{
    QTabBar::tabRemoved(index);
    setVisible(count() > 0);
}

void TabBar::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Theme& theme = Theme::current();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < count(); ++i) {
        const QRect box = tabRect(i);
        const bool here = i == currentIndex();
        painter.setFont(theme.font(here ? FontRole::BodyStrong : FontRole::Body));
        painter.setPen(!isTabEnabled(i) ? t.text3 : here || i == m_hovered ? t.text : t.text2);
        // The words of the first tab stand at the page margin; the gap is at the right of each.
        const QRect words = box.adjusted(0, 0, -theme.px(16), 0);
        painter.drawText(words.adjusted(0, 0, 0, -2), Qt::AlignCenter, tabText(i));
        if (here) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(t.accent);
            painter.drawRoundedRect(QRectF(words.left(), words.bottom() - 1, words.width(), 2), 1, 1);
        }
        if (here && hasFocus()) {
            painter.setPen(QPen(t.text, size::kFocusRing));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(words).adjusted(1, 1, -1, -3), theme.px(4), theme.px(4));
        }
    }
}

}  // namespace meitrace
