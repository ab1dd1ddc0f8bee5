// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navitem.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tone.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace meitrace {

NavItem::NavItem(QString iconName, const QString& text, QWidget* parent)
    : QRadioButton(text, parent)
    , m_iconName(std::move(iconName))
{
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    Theme::current().follow(this, [this] { updateGeometry(); });
}

void NavItem::setBadge(const QString& badge)
{
    m_badge = badge;
    setAccessibleDescription(badge);
    update();
}

void NavItem::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
}

QSize NavItem::sizeHint() const
{
    const Theme& theme = Theme::current();
    return {theme.px(size::kSidebar - 16), theme.px(m_compact ? 32 : size::kNavItem)};
}

QSize NavItem::minimumSizeHint() const
{
    return {Theme::current().px(100), sizeHint().height()};
}

bool NavItem::hitButton(const QPoint& pos) const
{
    return rect().contains(pos);
}

void NavItem::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Theme& theme = Theme::current();
    const Tokens& t = theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0, 1, 0, -1);
    const double radius = theme.px(size::kControlRadius);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? t.accentSoft : t.sunken);
        painter.drawRoundedRect(box, radius, radius);
    }
    if (isChecked()) {
        painter.setBrush(t.accent);
        painter.drawRoundedRect(QRectF(0, box.center().y() - theme.px(8), 3, theme.px(16)), 1.5, 1.5);
    }
    const int side = theme.px(size::kNavIcon);
    const QRectF sign(theme.px(12), (height() - side) / 2.0, side, side);
    drawIcon(painter, sign, m_iconName, isChecked() ? t.accent : t.text2);
    double right = width() - theme.px(8);
    if (!m_badge.isEmpty()) {
        const QFontMetrics metrics(theme.font(FontRole::Caption));
        const double wide = std::max(theme.px(20), metrics.horizontalAdvance(m_badge) + theme.px(12));
        const QRectF mark(right - wide, height() / 2.0 - theme.px(10), wide, theme.px(20));
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.warnSoft);
        painter.drawRoundedRect(mark, mark.height() / 2, mark.height() / 2);
        painter.setFont(theme.font(FontRole::Caption));
        painter.setPen(t.warn);
        painter.drawText(mark, Qt::AlignCenter, m_badge);
        right = mark.left() - theme.px(4);
    }
    painter.setFont(theme.font(isChecked() ? FontRole::BodyStrong : FontRole::Body));
    painter.setPen(isChecked() ? t.text : t.text2);
    const QRectF words(sign.right() + theme.px(10), 0, right - sign.right() - theme.px(10), height());
    painter.drawText(
        words, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, static_cast<int>(words.width())));
    if (hasFocus()) {
        painter.setPen(QPen(t.text, size::kFocusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(1, 0, -1, 0), radius, radius);
    }
}

}  // namespace meitrace
