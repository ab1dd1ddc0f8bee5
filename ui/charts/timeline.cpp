// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/timeline.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace meitrace {

namespace {

constexpr double kShortestSpan = 1;  ///< day
constexpr int kLabelsInHint = 5;

}  // namespace

Timeline::Timeline(const QString& accessibleName, QWidget* parent)
    : Chart(accessibleName, parent)
{
    setObjectName(QStringLiteral("chart.timeline"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Timeline::setData(const TimelineData& life)
{
    m_data = life;
    std::stable_sort(m_data.touches.begin(), m_data.touches.end(),
                     [](const Touch& a, const Touch& b) { return a.day < b.day; });
    if (!isEmpty()) {
        const double room
            = std::max(0.5, (m_data.touches.constLast().day - m_data.touches.constFirst().day) * 0.02);
        m_first = m_data.touches.constFirst().day - room;
        m_last = m_data.touches.constLast().day + room;
    }
    m_from = m_first;
    m_to = m_last;
    dataChanged();
}

void Timeline::setSpan(double from, double to)
{
    const double whole = m_last - m_first;
    const double span = std::clamp(to - from, std::min(kShortestSpan, whole), whole);
    m_from = std::clamp(from, m_first, m_last - span);
    m_to = m_from + span;
    dataChanged();
    emit spanChanged();
}

bool Timeline::isEmpty() const
{
    return m_data.touches.isEmpty();
}

ChartTable Timeline::table() const
{
    ChartTable table;
    table.headers = m_data.tableHeaders;
    for (const Touch& touch : m_data.touches) {
        table.rows.append({touch.when, m_data.lanes.value(touch.lane), touch.label, touch.detail});
    }
    return table;
}

double Timeline::heightFor(double width, const ChartStyle& style) const
{
    Q_UNUSED(width)
    return static_cast<double>(m_data.lanes.size()) * style.px(40) + lineHeight(style.font(FontRole::Caption))
        + style.px(12);
}

QSize Timeline::sizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    return QSizeF(style.px(560), isEmpty() ? style.px(140) : heightFor(0, style)).toSize();
}

QSize Timeline::minimumSizeHint() const
{
    return {static_cast<int>(ChartStyle::screen().px(300)), sizeHint().height()};
}

QRectF Timeline::plot(const QSizeF& size, const ChartStyle& style) const
{
    double names = 0;
    for (const QString& lane : m_data.lanes) {
        names = std::max(names, textWidth(style.font(FontRole::Body), lane));
    }
    names = std::min(names, size.width() * 0.3) + style.px(16);
    const double bottom = lineHeight(style.font(FontRole::Caption)) + style.px(8);
    return {names, 0, std::max(20.0, size.width() - names), std::max(20.0, size.height() - bottom)};
}

double Timeline::place(const QRectF& plot, double day) const
{
    return plot.left() + (day - m_from) / (m_to - m_from) * plot.width();
}

QVector<Timeline::Disc> Timeline::discs(const QSizeF& size, const ChartStyle& style) const
{
    QVector<Disc> all;
    const QRectF area = plot(size, style);
    const double lane = area.height() / std::max(1.0, static_cast<double>(m_data.lanes.size()));
    const double near = style.px(18);
    const double small = style.px(7);
    QVector<qsizetype> open(m_data.lanes.size(), -1);  // disc of the lane that the next contact may join
    for (int i = 0; i < m_data.touches.size(); ++i) {
        const Touch& touch = m_data.touches[i];
        if (touch.day < m_from || touch.day > m_to || touch.lane < 0 || touch.lane >= m_data.lanes.size()) {
            continue;
        }
        const double x
            = std::clamp(place(area, touch.day), area.left() + small + 2, area.right() - small - 2);
        const qsizetype last = open[touch.lane];
        if (last >= 0 && x - all[last].centre.x() < near) {
            all[last].touches.append(i);
            all[last].radius = style.px(11);
            continue;
        }
        Disc disc;
        disc.lane = touch.lane;
        disc.touches = {i};
        disc.centre = QPointF(x, area.top() + (touch.lane + 0.5) * lane);
        disc.radius = small;
        open[touch.lane] = all.size();
        all.append(disc);
    }
    return all;
}

QVector<int> Timeline::touchesAt(const RegionId& id) const
{
    for (const Disc& disc : discs(QSizeF(size()), ChartStyle::screen())) {
        if (disc.lane == id.row && disc.touches.constFirst() == id.column) {
            return disc.touches;
        }
    }
    return {};
}

/// The first few of what a disc stands for, a line each.
QString Timeline::labelsOf(const Disc& disc) const
{
    QStringList lines;
    for (const int touch : disc.touches.mid(0, kLabelsInHint)) {
        lines.append(m_data.touches[touch].label);
    }
    return lines.join(QLatin1Char('\n'));
}

QVector<ChartRegion> Timeline::layoutRegions(const QSizeF& size, const ChartStyle& style) const
{
    QVector<ChartRegion> regions;
    for (const Disc& disc : discs(size, style)) {
        const Touch& first = m_data.touches[disc.touches.constFirst()];
        const Touch& last = m_data.touches[disc.touches.constLast()];
        ChartRegion region;
        region.id = {disc.lane, disc.touches.constFirst(), static_cast<int>(disc.touches.size())};
        const double radius = std::max(disc.radius, style.px(9));
        region.shape.addEllipse(disc.centre, radius, radius);
        if (disc.touches.size() == 1) {
            region.label = first.when;
            region.value = first.label;
            region.detail = first.detail;
        } else {
            region.label = QStringLiteral("%1 – %2").arg(first.when, last.when);
            region.value = m_data.manyText.arg(QLocale().toString(disc.touches.size()));
            region.detail = labelsOf(disc);
        }
        regions.append(region);
    }
    return regions;
}

void Timeline::zoomBy(double factor, double around)
{
    setSpan(around - (around - m_from) * factor, around + (m_to - around) * factor);
}

void Timeline::keyPressEvent(QKeyEvent* event)
{
    const double span = m_to - m_from;
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(0.5, (m_from + m_to) / 2);
        return;
    case Qt::Key_Minus:
        zoomBy(2, (m_from + m_to) / 2);
        return;
    case Qt::Key_0:
        setSpan(m_first, m_last);
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (shift) {
            const double by = event->key() == Qt::Key_Left ? -span / 4 : span / 4;
            setSpan(m_from + by, m_to + by);
            return;
        }
        break;
    default:
        break;
    }
    Chart::keyPressEvent(event);
}

void Timeline::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QRectF area = plot(QSizeF(size()), ChartStyle::screen());
    zoomBy(0.5, m_from + (event->position().x() - area.left()) / area.width() * (m_to - m_from));
}

void Timeline::wheelEvent(QWheelEvent* event)
{
    const QRectF area = plot(QSizeF(size()), ChartStyle::screen());
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const double around = m_from + (event->position().x() - area.left()) / area.width() * (m_to - m_from);
        zoomBy(event->angleDelta().y() > 0 ? 0.8 : 1.25, around);
        event->accept();
        return;
    }
    const double sideways = event->angleDelta().x() / 120.0;
    if (std::abs(sideways) > 0) {
        const double by = -sideways * (m_to - m_from) / 12;
        setSpan(m_from + by, m_to + by);
        event->accept();
        return;
    }
    event->ignore();  // the page scrolls
}

}  // namespace meitrace
