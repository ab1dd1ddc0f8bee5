// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/decimate.h"
#include "ui/charts/linechart.h"
#include "ui/charts/qtplot.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

constexpr double kFill = 0.22;

QColor faded(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

}  // namespace

void LineChart::draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const
{
    const Frame f = frame(size, style);
    if (m_plot == nullptr || m_plotSize != size || m_plotTokens != style.tokens || m_plotZoom != style.zoom) {
        m_plot = std::make_unique<QtPlot>(size, f.plot, style);
        m_plot->setAxes({f.low, f.high, {}}, {f.y.low, f.y.high, f.y.ticks()});
        plotSeries(*m_plot, f, style);
        m_plotSize = size;
        m_plotTokens = style.tokens;
        m_plotZoom = style.zoom;
    }
    drawLegend(&painter, QRectF(QPointF(), size), legend(style), style);
    m_plot->render(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    drawWords(painter, f, size, style);
    drawMarks(painter, f, style);
}

void LineChart::plotSeries(QtPlot& plot, const Frame& f, const ChartStyle& style) const
{
    const auto buckets = static_cast<int>(f.plot.width());
    for (int i = 0; i < m_data.series.size(); ++i) {
        const LineSeries& s = m_data.series[i];
        const QColor colour = categoryColour(style.t(), i);
        if (s.points.isEmpty()) {
            continue;
        }
        if (!s.high.isEmpty()) {
            plot.addArea(decimated(s.high, buckets), decimated(s.low, buckets), faded(colour, 0.14));
        }
        const QVector<QPointF> points = decimated(s.points, buckets);
        if (m_filled) {
            const double floor = std::clamp(0.0, f.y.low, f.y.high);
            plot.addArea(points,
                         {QPointF(points.constFirst().x(), floor), QPointF(points.constLast().x(), floor)},
                         faded(colour, kFill));
        }
        const bool cut = s.immatureFrom > 0 && s.immatureFrom < s.points.size();
        if (!cut) {
            plot.addLine(points, seriesPen(colour, i, style));
            continue;
        }
        plot.addLine(decimated(s.points.mid(0, s.immatureFrom), buckets), seriesPen(colour, i, style));
        QPen pen(colour, style.px(2.2), Qt::CustomDashLine, Qt::RoundCap);
        pen.setDashPattern({0.1, 2.2});
        plot.addLine(decimated(s.points.mid(s.immatureFrom - 1), buckets), pen);
    }
}

void LineChart::drawWords(QPainter& painter, const Frame& f, const QSizeF& size,
                          const ChartStyle& style) const
{
    const Tokens& t = style.t();
    const QFont font = style.font(FontRole::Caption);
    const double high = lineHeight(font);
    painter.setPen(t.text3);
    painter.setFont(font);
    for (const double tick : f.y.ticks()) {
        const double y = f.place({f.low, tick}).y();
        painter.drawText(QRectF(0, y - high / 2, f.plot.left() - style.px(10), high),
                         Qt::AlignRight | Qt::AlignVCenter, axisText(tick, m_data.kind, f.y));
    }
    painter.setPen(QPen(t.strongBorder, 1));
    painter.drawLine(QPointF(f.plot.left(), std::round(f.plot.bottom()) + 0.5),
                     QPointF(f.plot.right(), std::round(f.plot.bottom()) + 0.5));
    painter.setPen(t.text3);
    QVector<double> ticks;
    if (m_data.xLabels.isEmpty()) {
        for (const double tick : f.x.ticks()) {
            if (tick >= f.low - 1e-9 && tick <= f.high + 1e-9) {
                ticks.append(tick);
            }
        }
    } else {
        double widest = 0;
        for (const QString& label : m_data.xLabels) {
            widest = std::max(widest, textWidth(font, label));
        }
        const double spacing = f.plot.width() / std::max(1.0, f.high - f.low);
        const double stride = std::max(1.0, std::ceil((widest + style.px(12)) / spacing));
        double x = std::ceil(f.low);
        while (x <= f.high) {
            ticks.append(x);
            x += stride;
        }
    }
    for (const double tick : ticks) {
        const QString text = m_data.xLabels.isEmpty() ? axisText(tick, NumberKind::Plain, f.x) : xText(tick);
        const double wide = textWidth(font, text) + 2;
        const double x = std::clamp(f.place({tick, 0}).x() - wide / 2, 0.0, size.width() - wide);
        painter.drawText(QRectF(x, f.plot.bottom() + style.px(6), wide, high), Qt::AlignCenter, text);
    }
    if (!m_data.xTitle.isEmpty()) {
        drawFitted(painter, QRectF(f.plot.left(), size.height() - high, f.plot.width(), high),
                   Qt::AlignCenter, m_data.xTitle, font);
    }
    if (!m_data.yTitle.isEmpty()) {
        drawFitted(painter, QRectF(0, f.legend, size.width(), high), Qt::AlignLeft | Qt::AlignVCenter,
                   m_data.yTitle, font);
    }
}

void LineChart::drawMarks(QPainter& painter, const Frame& f, const ChartStyle& style) const
{
    const Tokens& t = style.t();
    const QFont font = style.font(FontRole::Caption);
    for (const ChartNote& note : m_data.notes) {
        const double x = f.place({note.x, 0}).x();
        if (x < f.plot.left() - 1 || x > f.plot.right() + 1) {
            continue;
        }
        QPen pen(t.text2, 1, Qt::CustomDashLine);
        pen.setDashPattern({3, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, f.plot.top()), QPointF(x, f.plot.bottom()));
        const double wide = textWidth(font, note.text) + 4;
        const double left
            = std::clamp(x - wide / 2, f.plot.left(), std::max(f.plot.left(), f.plot.right() - wide));
        painter.setPen(t.text2);
        painter.setFont(font);
        painter.drawText(QRectF(left, f.plot.top() - lineHeight(font), wide, lineHeight(font)),
                         Qt::AlignCenter, note.text);
    }
    for (int i = 0; i < m_data.series.size(); ++i) {
        const LineSeries& s = m_data.series[i];
        painter.setBrush(t.surface);
        for (qsizetype k = std::max(0, s.immatureFrom); s.immatureFrom >= 0 && k < s.points.size(); ++k) {
            painter.setPen(QPen(categoryColour(t, i), style.px(1.6)));
            painter.drawEllipse(f.place(s.points[k]), style.px(3), style.px(3));
        }
    }
    const RegionId here = hoveredRegion();
    if (style.interactive && here.isValid() && here.column < m_data.series.size()
        && here.row < m_data.series[here.column].points.size()) {
        const QPointF at = f.place(m_data.series[here.column].points[here.row]);
        painter.setPen(QPen(t.strongBorder, 1));
        painter.drawLine(QPointF(at.x(), f.plot.top()), QPointF(at.x(), f.plot.bottom()));
        painter.setPen(QPen(t.surface, style.px(2)));
        painter.setBrush(categoryColour(t, here.column));
        painter.drawEllipse(at, style.px(5), style.px(5));
    }
}

}  // namespace meitrace
