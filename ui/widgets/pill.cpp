// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pill.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace meitrace {

Pill::Pill(const QString& text, Tone tone, QWidget* parent)
    : QWidget(parent)
    , m_text(text)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
    Theme::current().follow(this, [this] { updateGeometry(); });
}

void Pill::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Pill::setTone(Tone tone)
{
    m_tone = tone;
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return pillSize(m_text, m_tone);
}

QSize Pill::minimumSizeHint() const
{
    return sizeHint();
}

QSize Pill::pillSize(const QString& text, Tone tone)
{
    const Theme& theme = Theme::current();
    const QFontMetrics metrics(theme.font(FontRole::Caption));
    const int sign = toneIcon(tone).isEmpty() ? 0 : theme.px(15);
    return {metrics.horizontalAdvance(text) + sign + theme.px(9) * 2, theme.px(size::kPill)};
}

void Pill::paintPill(QPainter& painter, const QRect& rect, const QString& text, Tone tone)
{
    const Theme& theme = Theme::current();
    const QSize wanted = pillSize(text, tone);
    const QRect box(rect.left(), rect.top() + (rect.height() - wanted.height()) / 2,
                    std::min(wanted.width(), rect.width()), wanted.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneGround(tone));
    painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
    int left = box.left() + theme.px(9);
    const QString sign = toneIcon(tone);
    if (!sign.isEmpty()) {
        const int side = theme.px(12);
        drawIcon(painter, QRectF(left - theme.px(1), box.center().y() - side / 2.0 + 0.5, side, side), sign,
                 toneColour(tone));
        left += theme.px(15);
    }
    painter.setFont(theme.font(FontRole::Caption));
    painter.setPen(toneColour(tone));
    const QRect words(left, box.top(), box.right() - left - theme.px(7), box.height());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width() + theme.px(2)));
    painter.restore();
}

void Pill::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paintPill(painter, rect(), m_text, m_tone);
}

}  // namespace meitrace
