// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/barchart.h"

#include "ui/charts/qtplot.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

constexpr double kBarShare = 0.62;  ///< of a category that bars cover

}  // namespace

BarChart::BarChart(const QString& accessibleName, QWidget* parent)
    : Chart(accessibleName, parent)
{
    setObjectName(QStringLiteral("chart.bar"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BarChart::setData(const BarData& bars)
{
    m_data = bars;
    dataChanged();
}

bool BarChart::isEmpty() const
{
    return m_data.categories.isEmpty() || m_data.series.isEmpty();
}

NiceRange BarChart::range() const
{
    double low = 0;
    double high = 0;
    for (int c = 0; c < m_data.categories.size(); ++c) {
        double sum = 0;
        for (const BarSeries& s : m_data.series) {
            const double value = s.values.value(c);
            sum += value;
            low = std::min(low, value);
            high = std::max(high, m_data.stacked ? sum : value);
        }
    }
    return niceRange(low, high, 5, true);
}

QString BarChart::valueText(double value) const
{
    return m_data.kind == NumberKind::Percent
        ? percentLabel(value)
        : QLocale().toString(value, 'f', value == std::round(value) ? 0 : 2);
}

ChartTable BarChart::table() const
{
    ChartTable table;
    table.headers = {m_data.categoryHeader};
    for (const BarSeries& s : m_data.series) {
        table.headers.append(s.name);
    }
    for (int c = 0; c < m_data.categories.size(); ++c) {
        QStringList row(m_data.categories[c]);
        for (const BarSeries& s : m_data.series) {
            row.append(valueText(s.values.value(c)));
        }
        table.rows.append(row);
    }
    return table;
}

double BarChart::widestName(const ChartStyle& style) const
{
    double widest = 0;
    for (const QString& name : m_data.categories) {
        widest = std::max(widest, textWidth(style.font(FontRole::Caption), name));
    }
    return widest;
}

bool BarChart::isLying(double width, const ChartStyle& style) const
{
    const double spacing
        = (width - style.px(60)) / std::max(1.0, static_cast<double>(m_data.categories.size()));
    return widestName(style) + style.px(6) > spacing;
}

double BarChart::heightFor(double width, const ChartStyle& style) const
{
    if (!isEmpty() && isLying(width, style)) {
        const double thick = m_data.stacked ? 26 : 12 + 14 * static_cast<double>(m_data.series.size());
        return style.px(70) + static_cast<double>(m_data.categories.size()) * style.px(thick);
    }
    return style.px(260);
}

QSize BarChart::sizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    const double wide = std::max(style.px(360), static_cast<double>(width()));
    return QSizeF(style.px(480), heightFor(wide, style)).toSize();
}

QSize BarChart::minimumSizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    return QSizeF(style.px(240), style.px(180)).toSize();
}

QColor BarChart::colour(int series, const ChartStyle& style) const
{
    return m_data.series[series].isRest ? style.t().text3 : categoryColour(style.t(), series);
}

QVector<LegendEntry> BarChart::legend(const ChartStyle& style) const
{
    QVector<LegendEntry> entries;
    for (int i = 0; i < m_data.series.size() && m_data.series.size() > 1; ++i) {
        entries.append({m_data.series[i].name, colour(i, style)});
    }
    return entries;
}

BarChart::Frame BarChart::frame(const QSizeF& size, const ChartStyle& style) const
{
    Frame f;
    f.range = range();
    f.lying = isLying(size.width(), style);
    f.legend = drawLegend(nullptr, QRectF(0, 0, size.width(), 0), legend(style), style);
    const QFont font = style.font(FontRole::Caption);
    const double high = lineHeight(font);
    const double title = m_data.valueTitle.isEmpty() ? 0 : high + style.px(2);
    if (f.lying) {
        const double names = std::min(widestName(style), size.width() * 0.45) + style.px(10);
        const double top = f.legend + style.px(4);
        f.plot = QRectF(names, top, std::max(20.0, size.width() - names - style.px(24)),
                        std::max(20.0, size.height() - top - high - style.px(6) - title));
        return f;
    }
    double left = 0;
    for (const double tick : f.range.ticks()) {
        left = std::max(left, textWidth(font, axisText(tick, m_data.kind, f.range)));
    }
    left += style.px(10);
    const double top = f.legend + title + style.px(8);
    f.plot = QRectF(left, top, std::max(20.0, size.width() - left - style.px(4)),
                    std::max(20.0, size.height() - top - high - style.px(8)));
    return f;
}

/// The same arithmetic as in Qt Charts: categories stand on whole numbers, the first one on top when lying.
QRectF BarChart::barRect(const Frame& f, int category, int series) const
{
    const auto categories = static_cast<double>(m_data.categories.size());
    const auto sets = static_cast<double>(m_data.series.size());
    double from = 0;
    double offset = 0;
    double thick = kBarShare;
    if (m_data.stacked) {
        for (int i = 0; i < series; ++i) {
            from += m_data.series[i].values.value(category);
        }
    } else {
        thick = kBarShare / sets;
        offset = thick * series;
    }
    const double to = from + m_data.series[series].values.value(category);
    const double along = (category + 0.5 - kBarShare / 2 + offset) / categories;
    const auto at = [&](double value) { return (value - f.range.low) / (f.range.high - f.range.low); };
    if (f.lying) {
        return QRectF(
                   QPointF(f.plot.left() + at(from) * f.plot.width(), f.plot.top() + along * f.plot.height()),
                   QPointF(f.plot.left() + at(to) * f.plot.width(),
                           f.plot.top() + (along + thick / categories) * f.plot.height()))
            .normalized();
    }
    return QRectF(QPointF(f.plot.left() + along * f.plot.width(), f.plot.bottom() - at(to) * f.plot.height()),
                  QPointF(f.plot.left() + (along + thick / categories) * f.plot.width(),
                          f.plot.bottom() - at(from) * f.plot.height()))
        .normalized();
}

QVector<ChartRegion> BarChart::layoutRegions(const QSizeF& size, const ChartStyle& style) const
{
    QVector<ChartRegion> regions;
    const Frame f = frame(size, style);
    for (int c = 0; c < m_data.categories.size(); ++c) {
        double sum = 0;
        for (const BarSeries& s : m_data.series) {
            sum += s.values.value(c);
        }
        for (int s = 0; s < m_data.series.size(); ++s) {
            const double value = m_data.series[s].values.value(c);
            ChartRegion region;
            region.id = {c, s, 0};
            const QRectF bar = barRect(f, c, s);
            region.shape.addRect(f.lying ? bar.adjusted(0, 0, std::max(0.0, 4 - bar.width()), 0)
                                         : bar.adjusted(0, -std::max(0.0, 4 - bar.height()), 0, 0));
            region.label = m_data.series.size() > 1
                ? QStringLiteral("%1, %2").arg(m_data.categories[c], m_data.series[s].name)
                : m_data.categories[c];
            region.value = valueText(value);
            if (m_data.stacked && m_data.series.size() > 1 && sum > 0) {
                region.detail = percentLabel(value / sum);
            }
            regions.append(region);
        }
    }
    return regions;
}

void BarChart::plotBars(QPainter& painter, const Frame& f, const QSizeF& size, const ChartStyle& style) const
{
    const auto categories = static_cast<double>(m_data.categories.size());
    QtPlot plot(size, f.plot, style);
    plot.setLying(f.lying);
    const QtPlot::Axis values {f.range.low, f.range.high, f.range.ticks()};
    const QtPlot::Axis names {-0.5, categories - 0.5, {}};
    plot.setAxes(f.lying ? values : names, f.lying ? names : values);
    QVector<QVector<double>> sets;
    QVector<QColor> colours;
    for (int s = 0; s < m_data.series.size(); ++s) {
        sets.append(m_data.series[s].values);
        sets.back().resize(m_data.categories.size());
        if (f.lying) {
            std::reverse(sets.back().begin(), sets.back().end());  // Qt Charts begins at the bottom
        }
        colours.append(colour(s, style));
    }
    if (f.lying && !m_data.stacked) {
        std::reverse(sets.begin(), sets.end());
        std::reverse(colours.begin(), colours.end());
    }
    plot.addBars(sets, colours, m_data.stacked, kBarShare);
    plot.render(painter);
}

void BarChart::drawWords(QPainter& painter, const Frame& f, const ChartStyle& style) const
{
    const Tokens& t = style.t();
    const QFont font = style.font(FontRole::Caption);
    const double high = lineHeight(font);
    painter.setFont(font);
    painter.setPen(t.text3);
    for (const double tick : f.range.ticks()) {
        const double share = (tick - f.range.low) / (f.range.high - f.range.low);
        const QString text = axisText(tick, m_data.kind, f.range);
        if (f.lying) {
            const double wide = textWidth(font, text) + 2;
            const double x = f.plot.left() + share * f.plot.width() - wide / 2;
            painter.drawText(QRectF(x, f.plot.bottom() + style.px(6), wide, high), Qt::AlignCenter, text);
        } else {
            const double y = f.plot.bottom() - share * f.plot.height();
            painter.drawText(QRectF(0, y - high / 2, f.plot.left() - style.px(10), high),
                             Qt::AlignRight | Qt::AlignVCenter, text);
        }
    }
    const double step
        = (f.lying ? f.plot.height() : f.plot.width()) / static_cast<double>(m_data.categories.size());
    painter.setPen(t.text2);
    for (int c = 0; c < m_data.categories.size(); ++c) {
        const QRectF box = f.lying
            ? QRectF(0, f.plot.top() + c * step, f.plot.left() - style.px(10), step)
            : QRectF(f.plot.left() + c * step, f.plot.bottom() + style.px(6), step, high);
        drawFitted(painter, box, int(f.lying ? Qt::AlignLeft : Qt::AlignHCenter) | int(Qt::AlignVCenter),
                   m_data.categories[c], font);
    }
    if (!m_data.valueTitle.isEmpty()) {
        const QRectF box = f.lying
            ? QRectF(f.plot.left(), f.plot.bottom() + high + style.px(6), f.plot.width(), high)
            : QRectF(0, f.legend, f.plot.right(), high);
        drawFitted(painter, box, int(f.lying ? Qt::AlignHCenter : Qt::AlignLeft) | int(Qt::AlignVCenter),
                   m_data.valueTitle, font);
    }
    painter.setPen(QPen(t.strongBorder, 1));
    if (f.lying) {
        painter.drawLine(f.plot.topLeft(), f.plot.bottomLeft());
    } else {
        painter.drawLine(f.plot.bottomLeft(), f.plot.bottomRight());
    }
}

void BarChart::draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const
{
    const Frame f = frame(size, style);
    drawLegend(&painter, QRectF(QPointF(), size), legend(style), style);
    plotBars(painter, f, size, style);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int s = 0; s < m_data.series.size(); ++s) {
        for (const int c : m_data.immature) {
            QPainterPath path;
            path.addRect(barRect(f, c, s));
            painter.fillPath(path, mixed(style.t().surface, colour(s, style), 0.35));
            drawHatch(painter, path, colour(s, style), style.px(6), 1.2);
        }
    }
    drawWords(painter, f, style);
    const RegionId here = hoveredRegion();
    if (style.interactive && here.isValid() && here.row < m_data.categories.size()
        && here.column < m_data.series.size()) {
        painter.setPen(QPen(style.t().text, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(barRect(f, here.row, here.column));
    }
}

}  // namespace meitrace
