// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace meitrace {

namespace {

int px(int pixels)
{
    return Theme::current().px(pixels);
}

}  // namespace

Chip::Chip(const QString& text, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    Theme::current().follow(this, [this] { updateGeometry(); });
}

void Chip::setActive(bool active)
{
    m_active = active;
    update();
}

void Chip::setRemovable(bool removable)
{
    m_removable = removable;
    setAccessibleDescription(removable ? QStringLiteral("%1: Delete").arg(words::remove()) : QString());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(Theme::current().font(FontRole::Body));
    const int sign = icon().isNull() ? 0 : px(18);
    return {metrics.horizontalAdvance(text()) + sign + px(13) * 2 + (m_removable ? px(14) : 0),
            px(size::kChip)};
}

QSize Chip::minimumSizeHint() const
{
    return {px(60), px(size::kChip)};
}

QRect Chip::crossRect() const
{
    return m_removable ? QRect(width() - px(28), 0, px(28), height()) : QRect();
}

void Chip::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void Chip::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        emit removeRequested();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

void Chip::mouseReleaseEvent(QMouseEvent* event)
{
    if (crossRect().contains(event->pos()) && event->button() == Qt::LeftButton) {
        setDown(false);
        emit removeRequested();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void Chip::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Tokens& t = Theme::current().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hover = underMouse() && isEnabled();
    const QColor ground = m_active ? t.accentSoft : hover ? t.sunken : t.surface;
    const double radius = height() / 2.0;
    painter.setPen(m_active ? QPen(hover ? t.accent : t.accentSoft, 1) : QPen(t.strongBorder, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const QColor ink = m_active ? t.accent : t.text;
    int left = px(13);
    if (!icon().isNull()) {
        const int side = px(14);
        icon().paint(&painter, QRect(left - px(2), (height() - side) / 2, side, side));
        left += px(16);
    }
    painter.setFont(Theme::current().font(FontRole::Body));
    painter.setPen(ink);
    const QRect words(left, 0, width() - left - (m_removable ? px(26) : px(11)), height());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width() + 1));
    if (m_removable) {
        const int side = px(12);
        QRect box(0, 0, side, side);
        box.moveCenter(QPoint(width() - px(17), height() / 2));
        drawIcon(painter, box, QStringLiteral("close"), ink);
    }
    if (hasFocus()) {
        painter.setPen(QPen(t.text, size::kFocusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    }
}

}  // namespace meitrace
