// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/heatgrid.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>

#include <algorithm>

namespace meitrace {

HeatGrid::HeatGrid(const QString& accessibleName, QWidget* parent)
    : Chart(accessibleName, parent)
{
    setObjectName(QStringLiteral("chart.heat"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HeatGrid::setData(const HeatData& heat)
{
    m_data = heat;
    Q_ASSERT(heat.cells.size() == heat.rowNames.size() * heat.columnNames.size());
    double low = std::nan("");
    double high = std::nan("");
    for (const HeatCell& one : heat.cells) {
        if (!std::isnan(one.value) && !one.framed) {
            low = std::isnan(low) ? one.value : std::min(low, one.value);
            high = std::isnan(high) ? one.value : std::max(high, one.value);
        }
    }
    m_low = !std::isnan(heat.low) ? heat.low : std::isnan(low) ? 0 : low;
    m_high = !std::isnan(heat.high) ? heat.high : std::isnan(high) ? 1 : high;
    if (!m_data.format) {
        m_data.format = [](double value) { return QLocale().toString(value, 'g', 4); };
    }
    m_anchor = {};
    dataChanged();
}

const HeatCell& HeatGrid::cell(int row, int column) const
{
    return m_data.cells[row * m_data.columnNames.size() + column];
}

double HeatGrid::share(double value) const
{
    return m_high > m_low ? std::clamp((value - m_low) / (m_high - m_low), 0.0, 1.0) : 0.5;
}

bool HeatGrid::isEmpty() const
{
    return std::all_of(m_data.cells.begin(), m_data.cells.end(),
                       [](const HeatCell& c) { return std::isnan(c.value); });
}

QColor HeatGrid::cellColour(int row, int column, const Tokens& tokens) const
{
    const HeatCell& one = cell(row, column);
    if (std::isnan(one.value)) {
        return {};
    }
    return one.framed ? tokens.surface : rampColour(tokens, share(one.value));
}

ChartTable HeatGrid::table() const
{
    ChartTable table;
    table.headers = QStringList(m_data.rowTitle) + m_data.columnNames;
    for (int r = 0; r < m_data.rowNames.size(); ++r) {
        QStringList row(m_data.rowNotes.value(r).isEmpty()
                            ? m_data.rowNames[r]
                            : QStringLiteral("%1 %2").arg(m_data.rowNames[r], m_data.rowNotes[r]));
        for (int c = 0; c < m_data.columnNames.size(); ++c) {
            const HeatCell& one = cell(r, c);
            const bool both = !one.text.isEmpty() && !one.text2.isEmpty();
            row.append(std::isnan(one.value) ? QString()
                           : both            ? QStringLiteral("%1 / %2").arg(one.text, one.text2)
                                             : one.text + one.text2);
        }
        table.rows.append(row);
    }
    return table;
}

bool HeatGrid::twoLines() const
{
    return std::any_of(m_data.cells.begin(), m_data.cells.end(),
                       [](const HeatCell& c) { return !c.text2.isEmpty(); });
}

/// Notes stand under the names where the cells are tall enough for two lines anyway.
bool HeatGrid::notesBeneath() const
{
    return twoLines();
}

HeatGrid::Plan HeatGrid::plan(const QSizeF& size, const ChartStyle& style) const
{
    Plan p;
    double names = 0;
    double notes = 0;
    for (int r = 0; r < m_data.rowNames.size(); ++r) {
        names = std::max(names, textWidth(style.font(FontRole::Body), m_data.rowNames[r]));
        notes = std::max(notes, textWidth(style.font(FontRole::Caption), m_data.rowNotes.value(r)));
    }
    if (notesBeneath() || notes <= 0) {
        p.names = std::max(names, notes);
    } else {
        p.noteX = names + style.px(10);
        p.names = p.noteX + notes;
    }
    p.names = std::min(p.names + style.px(16), size.width() * 0.4);
    const auto columns = static_cast<double>(m_data.columnNames.size());
    const auto rows = static_cast<double>(m_data.rowNames.size());
    p.head = style.px(26);
    p.foot = style.px(34);
    p.cellWidth = (size.width() - p.names) / columns;
    p.cellHeight = std::max(4.0, (size.height() - p.head - p.foot) / rows);
    return p;
}

QRectF HeatGrid::cellRect(const Plan& p, int row, int column) const
{
    const double gap = p.cellWidth < 20 ? 0.75 : 1.5;
    return QRectF(p.names + column * p.cellWidth, p.head + row * p.cellHeight, p.cellWidth, p.cellHeight)
        .adjusted(gap, gap, -gap, -gap);
}

double HeatGrid::heightFor(double width, const ChartStyle& style) const
{
    Q_UNUSED(width)
    const double row = twoLines() ? 58 : 40;
    return style.px(60) + static_cast<double>(m_data.rowNames.size()) * style.px(row);
}

QSize HeatGrid::sizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    return QSizeF(style.px(560), isEmpty() ? style.px(200) : heightFor(0, style)).toSize();
}

QSize HeatGrid::minimumSizeHint() const
{
    return {static_cast<int>(ChartStyle::screen().px(320)), sizeHint().height()};
}

QVector<ChartRegion> HeatGrid::layoutRegions(const QSizeF& size, const ChartStyle& style) const
{
    QVector<ChartRegion> regions;
    const Plan p = plan(size, style);
    for (int r = 0; r < m_data.rowNames.size(); ++r) {
        for (int c = 0; c < m_data.columnNames.size(); ++c) {
            const HeatCell& one = cell(r, c);
            if (std::isnan(one.value)) {
                continue;
            }
            ChartRegion region;
            region.id = {r, c, 0};
            region.shape.addRect(cellRect(p, r, c));
            region.label = QStringLiteral("%1, %2").arg(m_data.rowNames[r], m_data.columnNames[c]);
            region.value = one.text;
            region.detail = QStringList({one.text2, one.detail}).join(QLatin1Char('\n')).trimmed();
            regions.append(region);
        }
    }
    return regions;
}

void HeatGrid::selectBlock(const RegionId& from, const RegionId& to)
{
    QVector<RegionId> block;
    for (int r = std::min(from.row, to.row); r <= std::max(from.row, to.row); ++r) {
        for (int c = std::min(from.column, to.column); c <= std::max(from.column, to.column); ++c) {
            if (!std::isnan(cell(r, c).value)) {
                block.append({r, c, 0});
            }
        }
    }
    setSelection(block);
}

void HeatGrid::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const bool arrow
        = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
    if (m_multi && arrow && event->modifiers() == Qt::ShiftModifier && current().isValid()) {
        if (!m_anchor.isValid()) {
            m_anchor = current();
        }
        const RegionId next = neighbour(current(), key);
        if (next.isValid()) {
            setCurrent(next);
            selectBlock(m_anchor, next);
        }
        return;
    }
    if (m_multi && key == Qt::Key_Space && event->modifiers() == Qt::ControlModifier && current().isValid()) {
        QVector<RegionId> chosen = selection();
        if (!chosen.removeOne(current())) {
            chosen.append(current());
        }
        setSelection(chosen);
        return;
    }
    if (key != Qt::Key_Shift && key != Qt::Key_Control && key != Qt::Key_Alt && key != Qt::Key_Meta) {
        m_anchor = {};
    }
    Chart::keyPressEvent(event);
}

void HeatGrid::mousePressEvent(QMouseEvent* event)
{
    m_dragging = false;
    m_anchor = event->button() == Qt::LeftButton ? regionAt(event->position()) : RegionId();
    m_pressedAt = event->position();
    Chart::mousePressEvent(event);
}

void HeatGrid::mouseMoveEvent(QMouseEvent* event)
{
    if (m_multi && event->buttons().testFlag(Qt::LeftButton) && m_anchor.isValid()) {
        const RegionId here = regionAt(event->position());
        m_dragging = m_dragging || (event->position() - m_pressedAt).manhattanLength() > 8;
        if (m_dragging && here.isValid()) {
            hideTip();
            setCurrent(here);
            selectBlock(m_anchor, here);
        }
        return;
    }
    Chart::mouseMoveEvent(event);
}

void HeatGrid::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_dragging) {
        m_dragging = false;
        m_anchor = {};
        return;
    }
    const RegionId here = regionAt(event->position());
    if (m_multi && here.isValid() && here == m_anchor) {
        QVector<RegionId> chosen;
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            chosen = selection();
            if (!chosen.removeOne(here)) {
                chosen.append(here);
            }
            setSelection(chosen);
            return;
        }
        setSelection({here});
    }
    Chart::mouseReleaseEvent(event);
}

}  // namespace meitrace
