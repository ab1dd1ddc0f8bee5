// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/heatgrid.h"

#include <QLinearGradient>
#include <QPainter>

#include <algorithm>

namespace meitrace {

void HeatGrid::draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const
{
    const Plan p = plan(size, style);
    drawNames(painter, p, style);
    for (int r = 0; r < m_data.rowNames.size(); ++r) {
        for (int c = 0; c < m_data.columnNames.size(); ++c) {
            if (!std::isnan(cell(r, c).value)) {
                drawCell(painter, cellRect(p, r, c), {r, c, 0}, style);
            } else if (!m_data.emptyName.isEmpty()) {
                painter.setPen(QPen(style.t().fieldBorder, 1, Qt::DashLine));
                painter.setBrush(Qt::NoBrush);
                painter.drawRoundedRect(cellRect(p, r, c).adjusted(0.5, 0.5, -0.5, -0.5),
                                        style.px(size::kCellRadius), style.px(size::kCellRadius));
            }
        }
    }
    drawFoot(painter, p, size, style);
}

void HeatGrid::drawNames(QPainter& painter, const Plan& p, const ChartStyle& style) const
{
    const Tokens& t = style.t();
    const QFont caption = style.font(FontRole::Caption);
    const QFont body = style.font(FontRole::Body);
    painter.setPen(t.text2);
    // Narrow columns name every second, third, … column.
    double widest = 0;
    for (const QString& name : m_data.columnNames) {
        widest = std::max(widest, textWidth(caption, name));
    }
    const int stride
        = std::max(1, static_cast<int>(std::ceil(widest * 0.75 / std::max(1.0, p.cellWidth - 2))));
    for (int c = 0; c < m_data.columnNames.size(); c += stride) {
        const double wide = stride > 1 ? p.cellWidth * stride : p.cellWidth;
        const QRectF box(p.names + c * p.cellWidth + (stride > 1 ? (p.cellWidth - wide) / 2 : 0), 0, wide,
                         p.head - style.px(4));
        drawFitted(painter, box, Qt::AlignCenter, m_data.columnNames[c], caption);
    }
    for (int r = 0; r < m_data.rowNames.size(); ++r) {
        const double top = p.head + r * p.cellHeight;
        const QString note = m_data.rowNotes.value(r);
        const bool beneath = notesBeneath() && !note.isEmpty();
        const double wide = (p.noteX > 0 ? p.noteX : p.names) - style.px(8);
        const double lines = lineHeight(body) + (beneath ? lineHeight(caption) : 0);
        const double y = top + (p.cellHeight - lines) / 2;
        painter.setPen(t.text);
        drawFitted(painter, QRectF(0, y, wide, lineHeight(body)), Qt::AlignVCenter | Qt::AlignLeft,
                   m_data.rowNames[r], body);
        painter.setPen(t.text2);
        if (beneath) {
            drawFitted(painter, QRectF(0, y + lineHeight(body), wide, lineHeight(caption)),
                       Qt::AlignVCenter | Qt::AlignLeft, note, caption);
        } else if (!note.isEmpty()) {
            drawFitted(painter, QRectF(p.noteX, top, p.names - p.noteX - style.px(8), p.cellHeight),
                       Qt::AlignVCenter | Qt::AlignLeft, note, caption);
        }
    }
}

void HeatGrid::drawCell(QPainter& painter, const QRectF& box, const RegionId& id,
                        const ChartStyle& style) const
{
    const Tokens& t = style.t();
    const HeatCell& one = cell(id.row, id.column);
    const QColor fill = cellColour(id.row, id.column, t);
    const double radius = std::min(style.px(size::kCellRadius), box.height() / 3);
    painter.setPen(one.framed ? QPen(t.fieldBorder, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawRoundedRect(one.framed ? box.adjusted(0.5, 0.5, -0.5, -0.5) : box, radius, radius);
    const bool chosen = style.interactive && isSelected(id);
    if (chosen || (style.interactive && hoveredRegion() == id)) {
        painter.setPen(QPen(t.text, chosen ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        const double inset = chosen ? 1 : 0.5;
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius);
    }
    painter.setPen(one.framed ? t.text : heatText(t, fill));
    const QFont font = style.font(FontRole::Caption);
    const double room = box.width() - style.px(4);
    const bool second = !one.text2.isEmpty() && textWidth(font, one.text2) * 0.75 <= room
        && box.height() >= 2 * lineHeight(font);
    if (textWidth(font, one.text) * 0.75 > room || box.height() < lineHeight(font) * 0.8) {
        return;  // the hover card, the table and the screen reader still have the number
    }
    if (!second) {
        drawFitted(painter, box.adjusted(2, 0, -2, 0), Qt::AlignCenter, one.text, font);
        return;
    }
    const double y = box.center().y() - lineHeight(font);
    drawFitted(painter, QRectF(box.left() + 2, y, box.width() - 4, lineHeight(font)), Qt::AlignCenter,
               one.text, font);
    drawFitted(painter, QRectF(box.left() + 2, y + lineHeight(font), box.width() - 4, lineHeight(font)),
               Qt::AlignCenter, one.text2, font);
}

void HeatGrid::drawFoot(QPainter& painter, const Plan& p, const QSizeF& size, const ChartStyle& style) const
{
    const Tokens& t = style.t();
    const QFont font = style.font(FontRole::Caption);
    const double top = size.height() - p.foot + style.px(8);
    const double high = p.foot - style.px(8);
    const QString low = m_data.format(m_low);
    const QString up = m_data.format(m_high);
    const double strip = std::clamp(size.width() * 0.16, style.px(72), style.px(140));
    const double gap = style.px(8);
    double x = size.width();
    const auto words = [&](const QString& text) {
        const double wide = textWidth(font, text) + 1;
        x -= wide;
        painter.setPen(t.text2);
        drawFitted(painter, QRectF(x, top, wide, high), Qt::AlignVCenter | Qt::AlignLeft, text, font);
        x -= gap;
    };
    words(up);
    x -= strip;
    const QRectF bar(x, top + high / 2 - style.px(5), strip, style.px(10));
    QLinearGradient ramp(bar.topLeft(), bar.topRight());
    ramp.setColorAt(0, t.rampLow);
    ramp.setColorAt(1, t.rampHigh);
    painter.setPen(QPen(t.border, 1));
    painter.setBrush(ramp);
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    x -= gap;
    words(low);
    if (!m_data.valueName.isEmpty()) {
        words(m_data.valueName);
    }
    if (!m_data.emptyName.isEmpty() && x > p.names + style.px(120)) {
        words(m_data.emptyName);
        const double side = style.px(12);
        x -= side - gap / 2;
        painter.setPen(QPen(t.fieldBorder, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(x, top + high / 2 - side / 2, side, side), 3, 3);
        x -= gap;
    }
    painter.setPen(t.text2);
    if (!m_data.columnTitle.isEmpty() && textWidth(font, m_data.columnTitle) < x - p.names) {
        drawFitted(painter, QRectF(p.names, top, x - p.names, high), Qt::AlignVCenter | Qt::AlignLeft,
                   m_data.columnTitle, font);
    }
}

}  // namespace meitrace
