// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/densityscatter.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace meitrace {

DensityScatter::DensityScatter(const QString& accessibleName, QWidget* parent)
    : Chart(accessibleName, parent)
{
    setObjectName(QStringLiteral("chart.scatter"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void DensityScatter::setData(const ScatterData& scatter)
{
    Q_ASSERT(scatter.x.size() == scatter.y.size());
    m_data = scatter;
    m_image = {};
    m_groups = QVector<Group>(std::max<qsizetype>(1, m_data.groupNames.size()));
    float low[2] = {0, 0};
    float high[2] = {1, 1};
    for (qsizetype i = 0; i < m_data.x.size(); ++i) {
        Group& g = m_groups[groupOf(i)];
        const float at[2] = {m_data.x[i], m_data.y[i]};
        g.count += 1;
        g.x += static_cast<double>(at[0]);
        g.y += static_cast<double>(at[1]);
        for (int k = 0; k < 2; ++k) {
            low[k] = i == 0 ? at[k] : std::min(low[k], at[k]);
            high[k] = i == 0 ? at[k] : std::max(high[k], at[k]);
        }
    }
    for (Group& g : m_groups) {
        g.x /= static_cast<double>(std::max<qint64>(1, g.count));
        g.y /= static_cast<double>(std::max<qint64>(1, g.count));
    }
    m_x = niceRange(static_cast<double>(low[0]), static_cast<double>(high[0]), 6);
    m_y = niceRange(static_cast<double>(low[1]), static_cast<double>(high[1]), 5);
    dataChanged();
}

int DensityScatter::groupOf(qsizetype point) const
{
    const int group = m_data.group.isEmpty() ? 0 : m_data.group[point];
    return std::min(group, static_cast<int>(m_groups.size()) - 1);
}

bool DensityScatter::isEmpty() const
{
    return m_data.x.isEmpty();
}

ChartTable DensityScatter::table() const
{
    ChartTable table;
    const QLocale locale;
    table.headers = {m_data.groupHeader, m_data.countHeader, m_data.xHeader, m_data.yHeader};
    for (int g = 0; g < m_groups.size(); ++g) {
        table.rows.append({m_data.groupNames.value(g), locale.toString(m_groups[g].count),
                           locale.toString(m_groups[g].x, 'f', 2), locale.toString(m_groups[g].y, 'f', 2)});
    }
    return table;
}

QSize DensityScatter::sizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    return QSizeF(style.px(480), style.px(340)).toSize();
}

QSize DensityScatter::minimumSizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    return QSizeF(style.px(240), style.px(200)).toSize();
}

QVector<LegendEntry> DensityScatter::legend(const ChartStyle& style) const
{
    QVector<LegendEntry> entries;
    for (int g = 0; g < m_data.groupNames.size(); ++g) {
        entries.append({QStringLiteral("%1 %2").arg(QChar(u'A' + g % 26)).arg(m_data.groupNames[g]),
                        categoryColour(style.t(), g)});
    }
    return entries;
}

QRectF DensityScatter::plotRect(const QSizeF& size, const ChartStyle& style) const
{
    const QFont font = style.font(FontRole::Caption);
    double left = 0;
    for (const double tick : m_y.ticks()) {
        left = std::max(left, textWidth(font, axisText(tick, NumberKind::Plain, m_y)));
    }
    left += style.px(10);
    const double top = drawLegend(nullptr, QRectF(0, 0, size.width(), 0), legend(style), style)
        + (m_data.yTitle.isEmpty() ? 0 : lineHeight(font)) + style.px(6);
    const double bottom = (m_data.xTitle.isEmpty() ? 1 : 2) * lineHeight(font) + style.px(8);
    return {left, top, std::max(20.0, size.width() - left - style.px(20)),
            std::max(20.0, size.height() - top - bottom)};
}

QPointF DensityScatter::place(const QRectF& plot, double x, double y) const
{
    return {plot.left() + (x - m_x.low) / (m_x.high - m_x.low) * plot.width(),
            plot.bottom() - (y - m_y.low) / (m_y.high - m_y.low) * plot.height()};
}

QImage DensityScatter::densities(const QSize& cells, const ChartStyle& style) const
{
    const int wide = cells.width();
    const int high = cells.height();
    const auto groups = static_cast<std::size_t>(m_groups.size());
    const auto area = static_cast<std::size_t>(wide) * static_cast<std::size_t>(high);
    std::vector<quint32> counts(area * groups, 0);
    const auto sx = static_cast<float>(wide / (m_x.high - m_x.low));
    const auto sy = static_cast<float>(high / (m_y.high - m_y.low));
    const auto lowX = static_cast<float>(m_x.low);
    const auto highY = static_cast<float>(m_y.high);
    const float* xs = m_data.x.constData();
    const float* ys = m_data.y.constData();
    for (qsizetype i = 0; i < m_data.x.size(); ++i) {
        const int cx = std::clamp(static_cast<int>((xs[i] - lowX) * sx), 0, wide - 1);
        const int cy = std::clamp(static_cast<int>((highY - ys[i]) * sy), 0, high - 1);
        const auto cell
            = static_cast<std::size_t>(cy) * static_cast<std::size_t>(wide) + static_cast<std::size_t>(cx);
        ++counts[static_cast<std::size_t>(groupOf(i)) * area + cell];
    }
    const double most = std::log1p(static_cast<double>(*std::max_element(counts.begin(), counts.end())));
    QImage image(cells, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    for (std::size_t cell = 0; cell < area; ++cell) {
        std::size_t best = 0;
        for (std::size_t g = 1; g < groups; ++g) {
            best = counts[g * area + cell] > counts[best * area + cell] ? g : best;
        }
        const quint32 count = counts[best * area + cell];
        if (count > 0) {
            QColor colour = categoryColour(style.t(), static_cast<int>(best));
            colour.setAlphaF(static_cast<float>(0.4 + 0.6 * std::log1p(static_cast<double>(count)) / most));
            image.setPixel(static_cast<int>(cell % static_cast<std::size_t>(wide)),
                           static_cast<int>(cell / static_cast<std::size_t>(wide)), colour.rgba());
        }
    }
    return image;
}

QVector<ChartRegion> DensityScatter::layoutRegions(const QSizeF& size, const ChartStyle& style) const
{
    QVector<ChartRegion> regions;
    const QRectF plot = plotRect(size, style);
    const QLocale locale;
    for (int g = 0; g < m_groups.size(); ++g) {
        if (m_groups[g].count == 0) {
            continue;
        }
        ChartRegion region;
        region.id = {g, 0, 0};
        region.shape.addEllipse(place(plot, m_groups[g].x, m_groups[g].y), style.px(14), style.px(14));
        region.label = m_data.groupNames.value(g);
        region.value = locale.toString(m_groups[g].count);
        region.detail
            = percentLabel(static_cast<double>(m_groups[g].count) / static_cast<double>(m_data.x.size()));
        regions.append(region);
    }
    return regions;
}

void DensityScatter::drawAxes(QPainter& painter, const QRectF& plot, const QSizeF& size,
                              const ChartStyle& style) const
{
    const Tokens& t = style.t();
    const QFont font = style.font(FontRole::Caption);
    const double high = lineHeight(font);
    QPen dots(t.border, 1, Qt::CustomDashLine);
    dots.setDashPattern({1, 3});
    painter.setFont(font);
    for (const double tick : m_y.ticks()) {
        const double y = place(plot, m_x.low, tick).y();
        painter.setPen(dots);
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(t.text3);
        painter.drawText(QRectF(0, y - high / 2, plot.left() - style.px(10), high),
                         Qt::AlignRight | Qt::AlignVCenter, axisText(tick, NumberKind::Plain, m_y));
    }
    for (const double tick : m_x.ticks()) {
        const QString text = axisText(tick, NumberKind::Plain, m_x);
        const double wide = textWidth(font, text) + 2;
        painter.drawText(
            QRectF(place(plot, tick, m_y.low).x() - wide / 2, plot.bottom() + style.px(4), wide, high),
            Qt::AlignCenter, text);
    }
    if (!m_data.xTitle.isEmpty()) {
        drawFitted(painter, QRectF(plot.left(), size.height() - high, plot.width(), high), Qt::AlignCenter,
                   m_data.xTitle, font);
    }
    if (!m_data.yTitle.isEmpty()) {
        drawFitted(painter, QRectF(0, plot.top() - high - style.px(6), size.width(), high),
                   Qt::AlignLeft | Qt::AlignVCenter, m_data.yTitle, font);
    }
    painter.setPen(QPen(t.strongBorder, 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
}

void DensityScatter::draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const
{
    const QRectF plot = plotRect(size, style);
    drawLegend(&painter, QRectF(QPointF(), size), legend(style), style);
    drawAxes(painter, plot, size, style);
    const QSize cells((plot.size() / 2).toSize().expandedTo(QSize(1, 1)));
    if (m_image.size() != cells || m_imageTokens != style.tokens) {
        m_image = densities(cells, style);
        m_imageTokens = style.tokens;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(plot, m_image);
    for (int g = 0; g < m_data.groupNames.size(); ++g) {
        if (m_groups[g].count == 0) {
            continue;
        }
        // Letters tell the groups apart without colour.
        const QPointF at = place(plot, m_groups[g].x, m_groups[g].y);
        const double r = style.px(10);
        painter.setPen(QPen(categoryColour(style.t(), g), 2));
        painter.setBrush(style.t().surface);
        painter.drawEllipse(at, r, r);
        painter.setPen(style.t().text);
        painter.setFont(style.font(FontRole::CaptionStrong));
        painter.drawText(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r), Qt::AlignCenter,
                         QString(QChar(u'A' + g % 26)));
    }
}

}  // namespace meitrace
