// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What keys do in a chart.
#include "ui/charts/chart.h"

#include <QKeyEvent>

#include <algorithm>

namespace meitrace {

void Chart::goTo(const RegionId& id)
{
    const ChartRegion* there = region(id);
    if (there == nullptr) {
        return;
    }
    m_byKey = true;
    setCurrent(id);
    setHovered(id, mapToGlobal(there->shape.boundingRect().center().toPoint()));
}

/// Where a key leads from the region at a place, -1 = none; empty for a key that does not move.
std::optional<RegionId> Chart::target(const QKeyEvent& event, qsizetype at) const
{
    const QVector<ChartRegion>& all = regions();
    const bool plain = event.modifiers() == Qt::NoModifier || event.modifiers() == Qt::KeypadModifier;
    const auto placed = [&all](qsizetype place) { return all.isEmpty() ? RegionId() : all[place].id; };
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!plain) {
            return std::nullopt;
        }
        return at < 0 && !all.isEmpty() ? all.constFirst().id : neighbour(m_current, event.key());
    case Qt::Key_Home:
        return placed(0);
    case Qt::Key_End:
        return placed(all.size() - 1);
    case Qt::Key_PageUp:
        return placed(std::max<qsizetype>(at - 1, 0));
    case Qt::Key_PageDown:
        return placed(std::min(at + 1, all.size() - 1));
    default:
        return std::nullopt;
    }
}

void Chart::keyPressEvent(QKeyEvent* event)
{
    const QVector<ChartRegion>& all = regions();
    const auto here
        = std::find_if(all.begin(), all.end(), [this](const ChartRegion& r) { return r.id == m_current; });
    const qsizetype at = here == all.end() ? -1 : here - all.begin();
    if (const std::optional<RegionId> to = target(*event, at)) {
        goTo(*to);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (at >= 0) {
            hideTip();
            emit activated(m_current);
            return;
        }
        break;
    case Qt::Key_Escape:
        if (!m_selection.isEmpty()) {
            setSelection({});
            return;
        }
        hideTip();
        break;
    default:
        break;
    }
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace meitrace
