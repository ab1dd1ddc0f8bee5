// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/charttip.h"

#include <QBitmap>
#include <QGuiApplication>
#include <QPainter>
#include <QScreen>

#include <algorithm>
#include <cmath>

namespace meitrace {

ChartTip::ChartTip(QWidget* owner)
    : QWidget(owner, Qt::ToolTip | Qt::FramelessWindowHint | Qt::WindowTransparentForInput)
{
    setAttribute(Qt::WA_TranslucentBackground);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setObjectName(QStringLiteral("chart.tip"));
}

void ChartTip::showFor(const ChartRegion& region, const QString& hint, const QPoint& globalPos)
{
    m_label = region.label;
    m_value = region.value;
    m_details = region.detail.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    m_hint = hint;
    setAccessibleName(QStringLiteral("%1 %2").arg(m_label, m_value));
    resize(wantedSize());
    // Without a compositor there is no translucency: the corners are cut off.
    const int radius = static_cast<int>(ChartStyle::screen().px(8));
    QBitmap shape(size());
    shape.clear();
    QPainter cutter(&shape);
    cutter.setBrush(Qt::color1);
    cutter.setPen(Qt::color1);
    cutter.drawRoundedRect(rect().adjusted(0, 0, -1, -1), radius, radius);
    cutter.end();
    setMask(shape);
    QPoint corner = globalPos + QPoint(14, 14);
    if (const QScreen* screen = QGuiApplication::screenAt(globalPos)) {
        const QRect room = screen->availableGeometry();
        if (corner.x() + width() > room.right()) {
            corner.setX(globalPos.x() - 14 - width());
        }
        if (corner.y() + height() > room.bottom()) {
            corner.setY(globalPos.y() - 14 - height());
        }
    }
    move(corner);
    show();
    update();
}

QSize ChartTip::wantedSize() const
{
    const ChartStyle style = ChartStyle::screen();
    const QFont caption = style.font(FontRole::Caption);
    const QFont strong = style.font(FontRole::SectionTitle);
    double wide = std::max(textWidth(caption, m_label), textWidth(strong, m_value));
    double high = lineHeight(caption) + lineHeight(strong);
    for (const QString& line : m_details) {
        wide = std::max(wide, textWidth(caption, line));
        high += lineHeight(caption);
    }
    if (!m_hint.isEmpty()) {
        wide = std::max(wide, textWidth(caption, m_hint));
        high += lineHeight(caption) + style.px(4);
    }
    return QSizeF(std::ceil(wide + style.px(24)), std::ceil(high + style.px(16))).toSize();
}

void ChartTip::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const ChartStyle style = ChartStyle::screen();
    const Tokens& t = style.t();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.strongBorder, 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), style.px(8), style.px(8));
    double y = style.px(8);
    const auto line = [&](const QString& text, FontRole role, const QColor& ink) {
        const QFont font = style.font(role);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QRectF(style.px(12), y, width() - style.px(12), lineHeight(font)), Qt::AlignVCenter,
                         text);
        y += lineHeight(font);
    };
    line(m_label, FontRole::Caption, t.text2);
    line(m_value, FontRole::SectionTitle, t.text);
    for (const QString& detail : m_details) {
        line(detail, FontRole::Caption, t.text2);
    }
    if (!m_hint.isEmpty()) {
        y += style.px(4);
        line(m_hint, FontRole::Caption, t.accent);
    }
}

}  // namespace meitrace
