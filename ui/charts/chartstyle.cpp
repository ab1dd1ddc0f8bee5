// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartstyle.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace meitrace {

ChartStyle ChartStyle::screen()
{
    return {&Theme::current().tokens(), Theme::current().zoom(), true, false};
}

ChartStyle ChartStyle::print()
{
    return {&printTokens(), 1, false, true};
}

QFont ChartStyle::font(FontRole role) const
{
    QFont font = themeFont(role, zoom);
    if (onPaper) {
        font.setStyleStrategy(QFont::PreferNoShaping);
    }
    return font;
}

QString ChartTable::text() const
{
    QString out = headers.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const QStringList& row : rows) {
        out += row.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return out;
}

void drawHatch(QPainter& painter, const QPainterPath& shape, const QColor& line, double gap, double width)
{
    const QRectF box = shape.boundingRect();
    if (box.isEmpty() || gap <= 0) {
        return;
    }
    painter.save();
    painter.setClipPath(shape, Qt::IntersectClip);
    painter.setPen(QPen(line, width));
    // Lines start on a grid common to the whole chart, so that neighbours match.
    double s = std::floor((box.left() + box.top()) / gap) * gap;
    while (s <= box.right() + box.bottom()) {
        painter.drawLine(QPointF(s - box.top(), box.top()), QPointF(s - box.bottom(), box.bottom()));
        s += gap;
    }
    painter.restore();
}

double textWidth(const QFont& font, const QString& text)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

double lineHeight(const QFont& font)
{
    return std::ceil(font.pixelSize() * 1.45);
}

void drawFitted(QPainter& painter, const QRectF& box, int flags, const QString& text, const QFont& font)
{
    QFont fitted = font;
    const int least = std::max(8, static_cast<int>(font.pixelSize() * 0.7));
    while (fitted.pixelSize() > least && textWidth(fitted, text) > box.width()) {
        fitted.setPixelSize(fitted.pixelSize() - 1);
    }
    painter.setFont(fitted);
    const bool wraps = textWidth(fitted, text) > box.width();
    // Glyphs may stick out of the line box by a pixel; clipping them would look worse.
    painter.drawText(box,
                     flags
                         | (!wraps                                ? Qt::TextSingleLine
                                : text.contains(QLatin1Char(' ')) ? Qt::TextWordWrap
                                                                  : Qt::TextWrapAnywhere)
                         | Qt::TextDontClip,
                     text);
}

QPainterPath roundedPath(const QRectF& rect, double radius, bool topOnly)
{
    QPainterPath path;
    const double r = std::max(0.0, std::min({radius, rect.width() / 2, rect.height() / (topOnly ? 1 : 2)}));
    if (!topOnly) {
        path.addRoundedRect(rect, r, r);
        return path;
    }
    path.moveTo(rect.bottomLeft());
    path.lineTo(rect.left(), rect.top() + r);
    path.arcTo(QRectF(rect.left(), rect.top(), 2 * r, 2 * r), 180, -90);
    path.lineTo(rect.right() - r, rect.top());
    path.arcTo(QRectF(rect.right() - 2 * r, rect.top(), 2 * r, 2 * r), 90, -90);
    path.lineTo(rect.bottomRight());
    path.closeSubpath();
    return path;
}

namespace {

void drawLegendMark(QPainter& painter, const LegendEntry& entry, const QPointF& centre,
                    const ChartStyle& style)
{
    if (entry.dashed) {
        QPen pen(entry.colour, style.px(2.2), Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({1.8, 1.2});
        painter.setPen(pen);
        painter.drawLine(centre - QPointF(style.px(7), 0), centre + QPointF(style.px(7), 0));
        return;
    }
    const double r = style.px(4.5);
    if (entry.hatched) {
        const QPainterPath box = roundedPath(QRectF(centre.x() - r, centre.y() - r, 2 * r, 2 * r), 2);
        painter.setPen(QPen(entry.colour, 1));
        painter.setBrush(style.t().sunken);
        painter.drawPath(box);
        drawHatch(painter, box, entry.colour, style.px(4), 1);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(entry.colour);
    painter.drawEllipse(centre, r, r);
}

}  // namespace

double drawLegend(QPainter* painter, const QRectF& box, const QVector<LegendEntry>& entries,
                  const ChartStyle& style)
{
    if (entries.isEmpty()) {
        return 0;
    }
    const QFont font = style.font(FontRole::Caption);
    const double mark = style.px(18);
    const double gap = style.px(16);
    const double row = std::max(lineHeight(font), style.px(20));
    double y = box.top();
    for (qsizetype first = 0; first < entries.size();) {
        double wide = -gap;
        qsizetype last = first;
        for (; last < entries.size(); ++last) {
            const double one = mark + textWidth(font, entries[last].name) + gap;
            if (last > first && wide + one > box.width()) {
                break;
            }
            wide += one;
        }
        double x = box.left() + std::max(0.0, (box.width() - wide) / 2);
        for (; first < last; ++first) {
            const double text = textWidth(font, entries[first].name);
            if (painter != nullptr) {
                painter->setRenderHint(QPainter::Antialiasing);
                drawLegendMark(*painter, entries[first], QPointF(x + style.px(7), y + row / 2), style);
                painter->setPen(style.t().text2);
                drawFitted(*painter, QRectF(x + mark, y, std::min(text + 1, box.right() - x - mark), row),
                           Qt::AlignVCenter | Qt::AlignLeft, entries[first].name, font);
            }
            x += mark + text + gap;
        }
        y += row;
    }
    return y - box.top() + style.px(6);
}

}  // namespace meitrace
