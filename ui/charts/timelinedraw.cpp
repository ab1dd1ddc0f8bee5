// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timeline.h"

#include <QDate>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

QDate epoch()
{
    return QDate(1970, 1, 1);
}

/// Months from tick to tick when so many are wanted at least; parts of a year, or years.
int monthStride(int wanted)
{
    for (const int part : {1, 2, 3, 6}) {
        if (wanted <= part) {
            return part;
        }
    }
    return 12 * ((wanted + 11) / 12);
}

}  // namespace

/// First days of months while at least two of them are visible, else whole days; so many as have room.
QVector<double> Timeline::ticks(const QRectF& area, const ChartStyle& style) const
{
    QVector<double> all;
    const double room = std::max(2.0, area.width() / style.px(96));
    const double span = m_to - m_from;
    if (span > 62) {
        const int stride = monthStride(static_cast<int>(std::ceil(span / 30.4 / room)));
        QDate day = epoch().addDays(static_cast<qint64>(std::ceil(m_from)));
        day = QDate(day.year(), (day.month() - 1) / std::min(stride, 12) * std::min(stride, 12) + 1, 1);
        for (; static_cast<double>(epoch().daysTo(day)) <= m_to; day = day.addMonths(stride)) {
            if (static_cast<double>(epoch().daysTo(day)) >= m_from) {
                all.append(static_cast<double>(epoch().daysTo(day)));
            }
        }
        return all;
    }
    const double stride = std::max(1.0, std::ceil(span / room));
    double day = std::ceil(m_from);
    while (day <= m_to) {
        all.append(day);
        day += stride;
    }
    return all;
}

void Timeline::draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const
{
    const Tokens& t = style.t();
    const QRectF area = plot(size, style);
    const QFont body = style.font(FontRole::Body);
    const QFont caption = style.font(FontRole::Caption);
    const double lane = area.height() / std::max(1.0, static_cast<double>(m_data.lanes.size()));
    for (const double day : ticks(area, style)) {
        const double x = place(area, day);
        const QString text = m_data.dayText ? m_data.dayText(day)
                                            : epoch().addDays(static_cast<qint64>(day)).toString(Qt::ISODate);
        QPen dots(t.border, 1, Qt::CustomDashLine);
        dots.setDashPattern({1, 3});
        painter.setPen(dots);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const double wide = textWidth(caption, text) + 2;
        const double left = std::clamp(x - wide / 2, area.left(), std::max(area.left(), size.width() - wide));
        painter.setPen(t.text3);
        painter.setFont(caption);
        painter.drawText(QRectF(left, area.bottom() + style.px(4), wide, lineHeight(caption)),
                         Qt::AlignCenter, text);
    }
    for (int i = 0; i < m_data.lanes.size(); ++i) {
        const double y = area.top() + (i + 0.5) * lane;
        painter.setPen(t.text);
        drawFitted(painter, QRectF(0, y - lane / 2, area.left() - style.px(12), lane),
                   Qt::AlignLeft | Qt::AlignVCenter, m_data.lanes[i], body);
        painter.setPen(QPen(t.strongBorder, 1));
        painter.drawLine(QPointF(area.left(), std::round(y) + 0.5),
                         QPointF(area.right(), std::round(y) + 0.5));
    }
    for (const Disc& disc : discs(size, style)) {
        const QColor colour = categoryColour(t, disc.lane);
        const bool many = disc.touches.size() > 1;
        const RegionId id {disc.lane, disc.touches.constFirst(), static_cast<int>(disc.touches.size())};
        const bool here = style.interactive && (hoveredRegion() == id || isSelected(id));
        painter.setPen(QPen(many ? colour : t.surface, 2));
        painter.setBrush(many ? t.surface : colour);
        painter.drawEllipse(disc.centre, disc.radius, disc.radius);
        if (here) {
            painter.setPen(QPen(t.text, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(disc.centre, disc.radius + 2, disc.radius + 2);
        }
        if (many) {
            painter.setPen(t.text);
            const double r = disc.radius - 1;
            drawFitted(painter, QRectF(disc.centre.x() - r, disc.centre.y() - r, 2 * r, 2 * r),
                       Qt::AlignCenter, QString::number(disc.touches.size()),
                       style.font(FontRole::CaptionStrong));
        }
    }
}

}  // namespace meitrace
