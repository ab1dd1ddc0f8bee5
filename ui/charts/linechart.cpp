// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/linechart.h"

#include "ui/charts/qtplot.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace meitrace {

LineChart::LineChart(const QString& accessibleName, QWidget* parent)
    : Chart(accessibleName, parent)
{
    setObjectName(QStringLiteral("chart.line"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

LineChart::~LineChart() = default;

AreaChart::AreaChart(const QString& accessibleName, QWidget* parent)
    : LineChart(accessibleName, parent)
{
    setObjectName(QStringLiteral("chart.area"));
    setFilled(true);
}

void LineChart::setData(const LineData& lines)
{
    m_data = lines;
    m_plot.reset();
    dataChanged();
}

void LineChart::setFilled(bool filled)
{
    m_filled = filled;
    m_plot.reset();
    update();
}

bool LineChart::isEmpty() const
{
    return std::all_of(m_data.series.begin(), m_data.series.end(),
                       [](const LineSeries& s) { return s.points.isEmpty(); });
}

NiceRange LineChart::range() const
{
    double low = std::nan("");
    double high = std::nan("");
    const auto look = [&](const QVector<QPointF>& points) {
        for (const QPointF& p : points) {
            low = std::isnan(low) ? p.y() : std::min(low, p.y());
            high = std::isnan(high) ? p.y() : std::max(high, p.y());
        }
    };
    for (const LineSeries& s : m_data.series) {
        look(s.points);
        look(s.low);
        look(s.high);
    }
    return niceRange(low, high, 5, m_data.fromZero);
}

QString LineChart::xText(double x) const
{
    if (m_data.xLabels.isEmpty()) {
        return QLocale().toString(x, 'g', 6);
    }
    return m_data.xLabels.value(static_cast<int>(std::lround(x)));
}

QString LineChart::yText(double y) const
{
    return m_data.kind == NumberKind::Percent ? percentLabel(y)
        : y == std::round(y)                  ? QLocale().toString(y, 'f', 0)
                                              : QLocale().toString(y, 'f', 2);
}

ChartTable LineChart::table() const
{
    ChartTable table;
    table.headers = {m_data.xHeader.isEmpty() ? m_data.xTitle : m_data.xHeader};
    QVector<double> xs;
    for (const LineSeries& s : m_data.series) {
        table.headers.append(s.name);
        for (const QPointF& p : s.points) {
            xs.append(p.x());
        }
    }
    std::sort(xs.begin(), xs.end());
    xs.resize(std::unique(xs.begin(), xs.end()) - xs.begin());
    QVector<qsizetype> next(m_data.series.size(), 0);
    for (const double x : xs) {
        QStringList row(xText(x));
        for (qsizetype i = 0; i < m_data.series.size(); ++i) {
            const QVector<QPointF>& points = m_data.series[i].points;
            const bool here = next[i] < points.size() && points[next[i]].x() == x;
            row.append(here ? yText(points[next[i]].y()) : QString());
            next[i] += here ? 1 : 0;
        }
        table.rows.append(row);
    }
    return table;
}

QSize LineChart::sizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    return QSizeF(style.px(480), style.px(260)).toSize();
}

QSize LineChart::minimumSizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    return QSizeF(style.px(240), style.px(180)).toSize();
}

QPointF LineChart::Frame::place(const QPointF& value) const
{
    return {plot.left() + (value.x() - low) / (high - low) * plot.width(),
            plot.bottom() - (value.y() - y.low) / (y.high - y.low) * plot.height()};
}

QVector<LegendEntry> LineChart::legend(const ChartStyle& style) const
{
    QVector<LegendEntry> entries;
    for (int i = 0; i < m_data.series.size(); ++i) {
        entries.append({m_data.series[i].name, categoryColour(style.t(), i), i > 0});
    }
    return m_data.series.size() > 1 ? entries : QVector<LegendEntry>();
}

LineChart::Frame LineChart::frame(const QSizeF& size, const ChartStyle& style) const
{
    Frame f;
    f.y = range();
    double low = std::nan("");
    double high = std::nan("");
    for (const LineSeries& s : m_data.series) {
        for (const QPointF& p : s.points) {
            low = std::isnan(low) ? p.x() : std::min(low, p.x());
            high = std::isnan(high) ? p.x() : std::max(high, p.x());
        }
    }
    f.x = niceRange(low, high, 6);
    f.low = low;
    f.high = high > low ? high : low + 1;
    f.legend = drawLegend(nullptr, QRectF(0, 0, size.width(), 0), legend(style), style);
    const QFont font = style.font(FontRole::Caption);
    double left = 0;
    for (const double tick : f.y.ticks()) {
        left = std::max(left, textWidth(font, axisText(tick, m_data.kind, f.y)));
    }
    const double yTitle = m_data.yTitle.isEmpty() ? 0 : lineHeight(font);
    const double notes = m_data.notes.isEmpty() ? 0 : lineHeight(font);
    const double bottom
        = lineHeight(font) + style.px(6) + (m_data.xTitle.isEmpty() ? 0 : lineHeight(font) + style.px(2));
    const double top = f.legend + yTitle + notes + style.px(8);
    f.plot = QRectF(left + style.px(10), top, std::max(20.0, size.width() - left - style.px(26)),
                    std::max(20.0, size.height() - top - bottom));
    return f;
}

QVector<ChartRegion> LineChart::layoutRegions(const QSizeF& size, const ChartStyle& style) const
{
    QVector<ChartRegion> regions;
    const Frame f = frame(size, style);
    for (int s = 0; s < m_data.series.size(); ++s) {
        const QVector<QPointF>& points = m_data.series[s].points;
        // More targets than every four pixels cannot be hit anyway; the table has all values.
        const qsizetype stride = std::max<qsizetype>(
            1, points.size() / std::max<qsizetype>(1, static_cast<qsizetype>(f.plot.width() / 4)));
        const qsizetype targets = std::max<qsizetype>(1, points.size() / stride);
        const double spacing = f.plot.width() / static_cast<double>(targets);
        const double radius = std::clamp(spacing / 2, 4.0, style.px(14));
        for (qsizetype i = 0; i < points.size(); i += stride) {
            ChartRegion region;
            region.id = {static_cast<int>(i), s, 0};
            region.shape.addEllipse(f.place(points[i]), radius, radius);
            region.label = m_data.series.size() > 1
                ? QStringLiteral("%1, %2").arg(m_data.series[s].name, xText(points[i].x()))
                : xText(points[i].x());
            region.value = yText(points[i].y());
            regions.append(region);
        }
    }
    return regions;
}

RegionId LineChart::neighbour(const RegionId& from, int key) const
{
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        RegionId best;
        for (const ChartRegion& one : regions()) {
            const bool ahead = key == Qt::Key_Right ? one.id.row > from.row : one.id.row < from.row;
            if (one.id.column == from.column && ahead
                && (!best.isValid() || std::abs(one.id.row - from.row) < std::abs(best.row - from.row))) {
                best = one.id;
            }
        }
        return best;
    }
    const int column = from.column + (key == Qt::Key_Down ? 1 : -1);
    RegionId best;
    for (const ChartRegion& one : regions()) {
        if (one.id.column == column
            && (!best.isValid() || std::abs(one.id.row - from.row) < std::abs(best.row - from.row))) {
            best = one.id;
        }
    }
    return best;
}

}  // namespace meitrace
