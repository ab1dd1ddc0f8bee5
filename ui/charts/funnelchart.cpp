// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnelchart.h"

#include "ui/charts/funnelplan.h"
#include "ui/charts/nicerange.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace meitrace {

FunnelChart::FunnelChart(const QString& accessibleName, QWidget* parent)
    : Chart(accessibleName, parent)
{
    setObjectName(QStringLiteral("chart.funnel"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void FunnelChart::setData(const FunnelData& data)
{
    m_data = data;
    dataChanged();
}

void FunnelChart::setRatesDraggable(bool draggable)
{
    m_draggable = draggable;
    update();
}

int FunnelChart::stepCount() const
{
    return m_data.groups.isEmpty() ? 0 : static_cast<int>(m_data.groups.constFirst().steps.size());
}

bool FunnelChart::isEmpty() const
{
    return std::none_of(m_data.groups.begin(), m_data.groups.end(), [](const FunnelGroup& group) {
        return !group.steps.isEmpty() && group.steps.constFirst().reached > 0;
    });
}

double FunnelChart::rate(int group, int step) const
{
    const QVector<FunnelBar>& steps = m_data.groups[group].steps;
    const auto before = static_cast<double>(step > 0 ? steps[step - 1].reached : 0);
    return before > 0 ? static_cast<double>(steps[step].reached) / before : 0;
}

ChartTable FunnelChart::table() const
{
    const FunnelWords& w = m_data.words;
    const bool split = m_data.groups.size() > 1;
    ChartTable table;
    table.headers
        = {w.stepHeader, w.reachedName, w.shareHeader, w.rateHeader, w.lostName, w.openName, w.timeHeader};
    if (split) {
        table.headers.prepend(w.groupHeader);
    }
    for (int g = 0; g < m_data.groups.size(); ++g) {
        const FunnelGroup& group = m_data.groups[g];
        for (int i = 0; i < group.steps.size(); ++i) {
            const FunnelBar& s = group.steps[i];
            const auto first = static_cast<double>(group.steps.constFirst().reached);
            QStringList row = {s.name,
                               countText(s.reached),
                               percentLabel(first > 0 ? static_cast<double>(s.reached) / first : 0),
                               i > 0 ? percentLabel(rate(g, i)) : QString(),
                               countText(s.lost),
                               countText(s.open),
                               s.time};
            if (split) {
                row.prepend(group.name);
            }
            table.rows.append(row);
        }
    }
    return table;
}

bool FunnelChart::runsDown(double width, const ChartStyle& style) const
{
    return stepCount() > 0 && width / stepCount() < funnelColumnWidth(m_data, style);
}

double FunnelChart::heightFor(double width, const ChartStyle& style) const
{
    if (isEmpty()) {
        return style.px(200);
    }
    const auto groups = static_cast<double>(m_data.groups.size());
    return runsDown(width, style) ? style.px(30) + stepCount() * style.px(40 + 18 * groups) : style.px(440);
}

QSize FunnelChart::sizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    const double wide = std::max(style.px(480), static_cast<double>(width()));
    return QSizeF(style.px(640), heightFor(wide, style)).toSize();
}

QSize FunnelChart::minimumSizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    return QSizeF(style.px(360), std::max(style.px(320), stepCount() * style.px(44))).toSize();
}

/// box: of the bar's part; at least as large as can be hit.
ChartRegion FunnelChart::partRegion(const RegionId& id, const QRectF& box, bool down, qint64 count) const
{
    const FunnelBar& bar = m_data.groups[id.column].steps[id.row];
    const qint64 before = id.row > 0 ? m_data.groups[id.column].steps[id.row - 1].reached : bar.reached;
    const QString owner
        = m_data.groups.size() > 1 ? m_data.groups[id.column].name + QLatin1Char(' ') : QString();
    const QString& word = id.part == Reached ? m_data.words.reachedName
        : id.part == Lost                    ? m_data.words.lostName
                                             : m_data.words.openName;
    ChartRegion region;
    region.id = id;
    const QRectF grown = down ? box.adjusted(0, 0, std::max(0.0, 4 - box.width()), 0)
                              : box.adjusted(0, -std::max(0.0, 4 - box.height()), 0, 0);
    region.shape.addRect(grown);
    region.label = QStringLiteral("%1%2 %3").arg(owner, bar.name, word);
    region.value = countText(count);
    region.detail
        = before > 0 ? percentLabel(static_cast<double>(count) / static_cast<double>(before)) : QString();
    if (id.part == Reached && !bar.time.isEmpty()) {
        region.detail += QLatin1Char('\n') + m_data.words.time.arg(bar.time);
    }
    return region;
}

QVector<ChartRegion> FunnelChart::layoutRegions(const QSizeF& size, const ChartStyle& style) const
{
    QVector<ChartRegion> regions;
    const FunnelPlan plan = planFunnel(m_data, size, style);
    for (int i = 0; i < plan.steps.size(); ++i) {
        for (int g = 0; g < m_data.groups.size(); ++g) {
            const FunnelBar& s = m_data.groups[g].steps[i];
            const FunnelPlan::Bar& bar = plan.steps[i].bars[g];
            regions.append(partRegion({i, g, Reached}, bar.reached, plan.down, s.reached));
            if (s.lost > 0) {
                regions.append(partRegion({i, g, Lost}, bar.lost, plan.down, s.lost));
            }
            if (s.open > 0) {
                regions.append(partRegion({i, g, Open}, bar.open, plan.down, s.open));
            }
        }
    }
    return regions;
}

RegionId FunnelChart::neighbour(const RegionId& from, int key) const
{
    const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
    if (!across) {
        // From the base of the bar upwards: reached, open, lost.
        static constexpr int kOrder[] = {Reached, Open, Lost};
        const auto* here = std::find(std::begin(kOrder), std::end(kOrder), from.part);
        const auto at = static_cast<int>(here - std::begin(kOrder));
        const int way = key == Qt::Key_Up ? 1 : -1;
        for (int i = at + way; i >= 0 && i < 3; i += way) {
            const RegionId id {from.row, from.column, kOrder[i]};
            if (region(id) != nullptr) {
                return id;
            }
        }
        return {};
    }
    const int groups = static_cast<int>(m_data.groups.size());
    const int place = from.row * groups + from.column + (key == Qt::Key_Right ? 1 : -1);
    if (place < 0 || place >= stepCount() * groups) {
        return {};
    }
    const RegionId same {place / groups, place % groups, from.part};
    return region(same) != nullptr ? same : RegionId {same.row, same.column, Reached};
}

int FunnelChart::pillAt(const QPointF& point) const
{
    if (!m_draggable || isEmpty()) {
        return -1;
    }
    const FunnelPlan plan = planFunnel(m_data, QSizeF(size()), ChartStyle::screen());
    for (int i = 1; i < plan.steps.size(); ++i) {
        if (plan.steps[i].pill.adjusted(-3, -3, 3, 3).contains(point)) {
            return i;
        }
    }
    return -1;
}

void FunnelChart::keyPressEvent(QKeyEvent* event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    if (m_draggable && alt && current().row > 0
        && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        const double by = event->key() == Qt::Key_Up ? 0.01 : -0.01;
        emit rateDragged(current().row, std::clamp(rate(current().column, current().row) + by, 0.0, 1.0));
        return;
    }
    Chart::keyPressEvent(event);
}

void FunnelChart::mousePressEvent(QMouseEvent* event)
{
    m_dragStep = event->button() == Qt::LeftButton ? pillAt(event->position()) : -1;
    if (m_dragStep > 0) {
        m_dragFrom = event->position().y();
        m_dragRate = rate(0, m_dragStep);
        hideTip();
        return;
    }
    Chart::mousePressEvent(event);
}

void FunnelChart::mouseMoveEvent(QMouseEvent* event)
{
    if (m_dragStep > 0) {
        // Two hundred pixels are the whole way from 0 to 100 %.
        const double moved = (m_dragFrom - event->position().y()) / ChartStyle::screen().px(200);
        emit rateDragged(m_dragStep, std::clamp(m_dragRate + moved, 0.0, 1.0));
        return;
    }
    if (pillAt(event->position()) > 0) {
        hideTip();
        setCursor(Qt::SizeVerCursor);
        return;
    }
    Chart::mouseMoveEvent(event);
}

void FunnelChart::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_dragStep > 0) {
        m_dragStep = -1;
        return;
    }
    Chart::mouseReleaseEvent(event);
}

}  // namespace meitrace
