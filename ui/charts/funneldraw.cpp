// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnelplan.h"
#include "ui/charts/nicerange.h"

#include <QPainter>

#include <algorithm>

namespace meitrace {

namespace {

void drawGrid(QPainter& painter, const FunnelPlan& plan, const ChartStyle& style)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPen dots(style.t().border, 1, Qt::CustomDashLine);
    dots.setDashPattern({1, 3});
    painter.setPen(dots);
    for (int i = 1; i <= 4; ++i) {
        if (plan.down) {
            const double x = plan.plot.left() + plan.plot.width() * i / 4;
            painter.drawLine(QPointF(x, plan.plot.top()), QPointF(x, plan.plot.bottom()));
        } else {
            const double y = plan.plot.bottom() - plan.plot.height() * i / 4;
            painter.drawLine(QPointF(plan.plot.left(), y), QPointF(plan.plot.right(), y));
        }
    }
    painter.setPen(QPen(style.t().strongBorder, 1));
    if (plan.down) {
        painter.drawLine(plan.plot.topLeft(), plan.plot.bottomLeft());
    } else {
        painter.drawLine(plan.plot.bottomLeft(), plan.plot.bottomRight());
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

struct BarLook {
    QColor solid;
    double radius = 4;
    bool down = false;
    bool marked = false;  ///< the lost part is selected
    bool hovered[3] = {false, false, false};
};

QPainterPath piece(const QRectF& rect, const BarLook& look, bool last)
{
    return look.down || !last ? roundedPath(rect, last ? look.radius : 0)
                              : roundedPath(rect, look.radius, true);
}

/// The part that was lost, hatched; with a frame when it is selected.
void drawLost(QPainter& painter, const QRectF& box, const BarLook& look, const ChartStyle& style)
{
    const Tokens& t = style.t();
    const QPainterPath shape = piece(box, look, true);
    painter.setBrush(look.marked                           ? t.badSoft
                         : look.hovered[FunnelChart::Lost] ? mixed(t.sunken, t.border, 0.6)
                                                           : t.sunken);
    painter.drawPath(shape);
    drawHatch(painter, shape, look.marked ? mixed(t.badSoft, t.bad, 0.55) : t.strongBorder, style.px(7), 1);
    if (look.marked) {
        painter.setPen(QPen(t.bad, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(roundedPath(box.adjusted(0.75, 0.75, -0.75, -0.75), look.radius));
        painter.setPen(Qt::NoPen);
    }
}

void drawBar(QPainter& painter, const FunnelPlan::Bar& bar, const BarLook& look, const ChartStyle& style)
{
    const Tokens& t = style.t();
    const auto thick = [&](const QRectF& r) { return look.down ? r.width() : r.height(); };
    painter.setPen(Qt::NoPen);
    if (thick(bar.lost) > 0) {
        drawLost(painter, bar.lost, look, style);
    }
    if (thick(bar.open) > 0) {
        painter.setBrush(mixed(t.surface, look.solid, look.hovered[FunnelChart::Open] ? 0.42 : 0.3));
        painter.drawPath(piece(bar.open, look, thick(bar.lost) <= 0));
    }
    if (thick(bar.reached) > 0) {
        painter.setBrush(look.hovered[FunnelChart::Reached] ? mixed(look.solid, t.text, 0.14) : look.solid);
        painter.drawPath(piece(bar.reached, look, thick(bar.open) <= 0));
    }
    if (!bar.compare.isEmpty()) {
        QPen pen(t.text2, 1.25, Qt::CustomDashLine);
        pen.setDashPattern({3, 2.4});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(look.down ? bar.compare.adjusted(0, -3, 0, 3) : bar.compare.adjusted(-3, 0, 3, 0));
    }
}

void drawRate(QPainter& painter, const QRectF& pill, const QString& text, bool draggable,
              const ChartStyle& style)
{
    const Tokens& t = style.t();
    painter.setPen(QPen(draggable ? t.accent : t.border, 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(draggable ? t.accent : t.text);
    drawFitted(painter, pill, Qt::AlignCenter, text, style.font(FontRole::CaptionStrong));
}

/// Name, count and captions under a column.
void drawWordsBelow(QPainter& painter, const FunnelData& funnel, const FunnelPlan& plan, int i, bool marked,
                    const ChartStyle& style)
{
    const Tokens& t = style.t();
    const bool split = funnel.groups.size() > 1;
    const FunnelPlan::Step& step = plan.steps[i];
    const FunnelBar& s = funnel.groups.constFirst().steps[i];
    double y = step.labels.top();
    const auto line = [&](const QString& text, FontRole role, const QColor& ink) {
        const QFont font = style.font(role);
        painter.setPen(ink);
        drawFitted(painter, QRectF(step.labels.left(), y, step.labels.width(), lineHeight(font)),
                   Qt::AlignHCenter | Qt::AlignVCenter, text, font);
        y += lineHeight(font);
    };
    line(QStringLiteral("%1  %2").arg(i + 1).arg(s.name), FontRole::BodyStrong, t.text);
    if (!split) {
        line(countText(s.reached), FontRole::FunnelCount, t.text);
        y += style.px(2);
    }
    for (int k = 0; k < step.lines.size(); ++k) {
        line(step.lines[k], FontRole::Caption, marked && !split && k == 1 ? t.bad : t.text2);
    }
}

/// As many captions on a line as it holds.
QStringList wrapped(const QStringList& captions, const QFont& font, double width)
{
    QStringList lines;
    for (const QString& caption : captions) {
        const QString longer
            = lines.isEmpty() ? caption : lines.constLast() + QStringLiteral("   ") + caption;
        if (!lines.isEmpty() && textWidth(font, longer) <= width) {
            lines.last() = longer;
        } else {
            lines.append(caption);
        }
    }
    return lines;
}

/// Name at the left, count and captions at the right of a row.
void drawWordsBeside(QPainter& painter, const FunnelData& funnel, const FunnelPlan& plan, int i, bool marked,
                     const ChartStyle& style)
{
    const Tokens& t = style.t();
    const bool split = funnel.groups.size() > 1;
    const FunnelPlan::Step& step = plan.steps[i];
    const FunnelBar& s = funnel.groups.constFirst().steps[i];
    const QFont name = style.font(FontRole::BodyStrong);
    const QFont caption = style.font(FontRole::Caption);
    const QRectF left(0, step.labels.top(), plan.nameWidth - style.px(10), step.labels.height());
    painter.setPen(t.text);
    drawFitted(painter, left, Qt::AlignLeft | Qt::AlignVCenter,
               QStringLiteral("%1  %2").arg(i + 1).arg(s.name), name);
    QStringList lines = step.lines;
    QVector<QFont> fonts(lines.size(), caption);
    if (!split) {
        const QString top = QStringLiteral("%1   %2").arg(countText(s.reached), lines.takeFirst());
        lines = QStringList(top) + wrapped(lines, caption, step.labels.width());
        fonts = QVector<QFont>(lines.size(), caption);
        fonts[0] = name;
    }
    double high = 0;
    for (const QFont& font : fonts) {
        high += lineHeight(font);
    }
    double y = step.labels.center().y() - high / 2;
    for (int k = 0; k < lines.size(); ++k) {
        painter.setPen(split || k > 0 ? (marked ? t.bad : t.text2) : t.text);
        drawFitted(painter, QRectF(step.labels.left(), y, step.labels.width(), lineHeight(fonts[k])),
                   Qt::AlignLeft | Qt::AlignVCenter, lines[k], fonts[k]);
        y += lineHeight(fonts[k]);
    }
}

}  // namespace

void FunnelChart::draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const
{
    const Tokens& t = style.t();
    const FunnelPlan plan = planFunnel(m_data, size, style);
    drawLegend(&painter, QRectF(QPointF(), size), funnelLegend(m_data, style), style);
    drawGrid(painter, plan, style);
    for (int i = 0; i < plan.steps.size(); ++i) {
        bool marked = false;
        for (int g = 0; g < m_data.groups.size(); ++g) {
            BarLook look;
            look.solid = m_data.groups.size() > 1 ? categoryColour(t, g) : t.accent;
            look.radius = style.px(4);
            look.down = plan.down;
            look.marked = style.interactive && isSelected({i, g, Lost});
            for (int part = 0; part < 3; ++part) {
                look.hovered[part] = style.interactive && hoveredRegion() == RegionId {i, g, part};
            }
            marked = marked || look.marked;
            drawBar(painter, plan.steps[i].bars[g], look, style);
        }
        if (plan.down) {
            drawWordsBeside(painter, m_data, plan, i, marked, style);
        } else {
            drawWordsBelow(painter, m_data, plan, i, marked, style);
        }
    }
    for (int i = 1; i < plan.steps.size(); ++i) {
        if (!plan.steps[i].pill.isEmpty()) {
            drawRate(painter, plan.steps[i].pill, percentLabel(rate(0, i)), style.interactive && m_draggable,
                     style);
        }
    }
}

}  // namespace meitrace
