// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/distributionbars.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace meitrace {

DistributionBars::DistributionBars(const QString& accessibleName, QWidget* parent)
    : Chart(accessibleName, parent)
{
    setObjectName(QStringLiteral("chart.distribution"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void DistributionBars::setData(const DistributionData& distribution)
{
    Q_ASSERT(distribution.counts.isEmpty() || distribution.edges.size() == distribution.counts.size() + 1);
    m_data = distribution;
    dataChanged();
}

bool DistributionBars::isEmpty() const
{
    return std::all_of(m_data.counts.begin(), m_data.counts.end(), [](double count) { return count <= 0; });
}

QString DistributionBars::binText(int bin) const
{
    const QLocale locale;
    return QStringLiteral("%1–%2").arg(locale.toString(m_data.edges[bin], 'g', 6),
                                       locale.toString(m_data.edges[bin + 1], 'g', 6));
}

ChartTable DistributionBars::table() const
{
    ChartTable table;
    table.headers = {m_data.binHeader, m_data.countHeader};
    for (int i = 0; i < m_data.counts.size(); ++i) {
        table.rows.append({binText(i), QLocale().toString(m_data.counts[i], 'f', 0)});
    }
    return table;
}

QSize DistributionBars::sizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    return QSizeF(style.px(420), style.px(220)).toSize();
}

QSize DistributionBars::minimumSizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    return QSizeF(style.px(220), style.px(150)).toSize();
}

DistributionBars::Frame DistributionBars::frame(const QSizeF& size, const ChartStyle& style) const
{
    Frame f;
    f.x = niceRange(m_data.edges.constFirst(), m_data.edges.constLast(), 6);
    f.y = niceRange(0, *std::max_element(m_data.counts.begin(), m_data.counts.end()), 4, true);
    const QFont font = style.font(FontRole::Caption);
    double left = 0;
    for (const double tick : f.y.ticks()) {
        left = std::max(left, textWidth(font, axisText(tick, NumberKind::Plain, f.y)));
    }
    left += style.px(10);
    const double top = m_data.medianText.isEmpty() ? style.px(8) : lineHeight(font) + style.px(4);
    const double bottom = (m_data.xTitle.isEmpty() ? 1 : 2) * lineHeight(font) + style.px(8);
    f.plot = QRectF(left, top, std::max(20.0, size.width() - left - style.px(16)),
                    std::max(20.0, size.height() - top - bottom));
    return f;
}

double DistributionBars::place(const Frame& f, double x) const
{
    const double low = m_data.edges.constFirst();
    return f.plot.left() + (x - low) / (m_data.edges.constLast() - low) * f.plot.width();
}

QRectF DistributionBars::barRect(const Frame& f, int bin) const
{
    const double high = m_data.counts[bin] / f.y.high * f.plot.height();
    const double left = place(f, m_data.edges[bin]);
    const double right = place(f, m_data.edges[bin + 1]);
    const double gap = std::min(1.0, (right - left) * 0.1);
    return {left + gap, f.plot.bottom() - high, right - left - 2 * gap, high};
}

QVector<ChartRegion> DistributionBars::layoutRegions(const QSizeF& size, const ChartStyle& style) const
{
    QVector<ChartRegion> regions;
    const Frame f = frame(size, style);
    double all = 0;
    for (const double count : m_data.counts) {
        all += count;
    }
    for (int i = 0; i < m_data.counts.size(); ++i) {
        ChartRegion region;
        region.id = {i, 0, 0};
        const QRectF bar = barRect(f, i);
        region.shape.addRect(bar.adjusted(0, -std::max(0.0, 4 - bar.height()), 0, 0));
        region.label = binText(i);
        region.value = QLocale().toString(m_data.counts[i], 'f', 0);
        region.detail = percentLabel(m_data.counts[i] / all);
        regions.append(region);
    }
    return regions;
}

void DistributionBars::draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const
{
    const Tokens& t = style.t();
    const Frame f = frame(size, style);
    const QFont font = style.font(FontRole::Caption);
    const double high = lineHeight(font);
    QPen dots(t.border, 1, Qt::CustomDashLine);
    dots.setDashPattern({1, 3});
    painter.setFont(font);
    for (const double tick : f.y.ticks()) {
        const double y = f.plot.bottom() - tick / f.y.high * f.plot.height();
        painter.setPen(dots);
        painter.drawLine(QPointF(f.plot.left(), y), QPointF(f.plot.right(), y));
        painter.setPen(t.text3);
        painter.drawText(QRectF(0, y - high / 2, f.plot.left() - style.px(10), high),
                         Qt::AlignRight | Qt::AlignVCenter, axisText(tick, NumberKind::Plain, f.y));
    }
    for (int i = 0; i < m_data.counts.size(); ++i) {
        const bool here = style.interactive && hoveredRegion().row == i;
        painter.fillPath(roundedPath(barRect(f, i), style.px(2), true),
                         here ? mixed(t.accent, t.text, 0.2) : mixed(t.surface, t.accent, 0.72));
    }
    painter.setPen(QPen(t.strongBorder, 1));
    painter.drawLine(f.plot.bottomLeft(), f.plot.bottomRight());
    painter.setPen(t.text3);
    for (const double tick : f.x.ticks()) {
        if (tick < m_data.edges.constFirst() - 1e-9 || tick > m_data.edges.constLast() + 1e-9) {
            continue;
        }
        const QString text = axisText(tick, NumberKind::Plain, f.x);
        const double wide = textWidth(font, text) + 2;
        painter.drawText(QRectF(place(f, tick) - wide / 2, f.plot.bottom() + style.px(4), wide, high),
                         Qt::AlignCenter, text);
    }
    if (!m_data.xTitle.isEmpty()) {
        drawFitted(painter, QRectF(f.plot.left(), size.height() - high, f.plot.width(), high),
                   Qt::AlignCenter, m_data.xTitle, font);
    }
    if (!std::isnan(m_data.median)) {
        const double x = std::clamp(place(f, m_data.median), f.plot.left(), f.plot.right());
        painter.setPen(QPen(t.text, style.px(2)));
        painter.drawLine(QPointF(x, f.plot.top()), QPointF(x, f.plot.bottom()));
        const double wide = textWidth(style.font(FontRole::CaptionStrong), m_data.medianText) + 4;
        const double left
            = std::clamp(x - wide / 2, f.plot.left(), std::max(f.plot.left(), f.plot.right() - wide));
        drawFitted(painter, QRectF(left, 0, wide, high), Qt::AlignCenter, m_data.medianText,
                   style.font(FontRole::CaptionStrong));
    }
}

}  // namespace meitrace
