// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/stagetimeline.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace meitrace {

StageTimeline::StageTimeline(const QString& accessibleName, QWidget* parent)
    : Chart(accessibleName, parent)
{
    setObjectName(QStringLiteral("chart.stages"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StageTimeline::setStages(const QVector<Stage>& stages, const QStringList& tableHeaders)
{
    m_stages = stages;
    m_headers = tableHeaders;
    dataChanged();
}

bool StageTimeline::isEmpty() const
{
    return m_stages.isEmpty();
}

ChartTable StageTimeline::table() const
{
    ChartTable table;
    table.headers = m_headers;
    for (const Stage& stage : m_stages) {
        table.rows.append({stage.when, stage.name, stage.note});
    }
    return table;
}

bool StageTimeline::runsDown(double width, const ChartStyle& style) const
{
    double widest = 0;
    for (const Stage& stage : m_stages) {
        widest = std::max({widest, textWidth(style.font(FontRole::BodyStrong), stage.name),
                           textWidth(style.font(FontRole::Caption), stage.note),
                           textWidth(style.font(FontRole::Caption), stage.when)});
    }
    return widest + style.px(16) > width / std::max(1.0, static_cast<double>(m_stages.size()));
}

double StageTimeline::heightFor(double width, const ChartStyle& style) const
{
    const double body = lineHeight(style.font(FontRole::Body));
    const double caption = lineHeight(style.font(FontRole::Caption));
    return runsDown(width, style) ? static_cast<double>(m_stages.size()) * (body + caption + style.px(14))
                                  : body + 2 * caption + style.px(40);
}

int StageTimeline::heightForWidth(int width) const
{
    return static_cast<int>(std::ceil(heightFor(width, ChartStyle::screen())));
}

QSize StageTimeline::sizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    return QSizeF(style.px(420), heightFor(1e6, style)).toSize();
}

QSize StageTimeline::minimumSizeHint() const
{
    // Of the line across; a narrow one gets its height through heightForWidth().
    const ChartStyle style = ChartStyle::screen();
    return QSizeF(style.px(220), heightFor(1e6, style)).toSize();
}

QPointF StageTimeline::dot(int stage, const QSizeF& size, const ChartStyle& style) const
{
    const auto count = static_cast<double>(m_stages.size());
    if (runsDown(size.width(), style)) {
        double when = 0;
        for (const Stage& one : m_stages) {
            when = std::max(when, textWidth(style.font(FontRole::Caption), one.when));
        }
        return {std::min(when, size.width() * 0.3) + style.px(20), (stage + 0.5) * size.height() / count};
    }
    return {(stage + 0.5) * size.width() / count, lineHeight(style.font(FontRole::Caption)) + style.px(14)};
}

QVector<ChartRegion> StageTimeline::layoutRegions(const QSizeF& size, const ChartStyle& style) const
{
    QVector<ChartRegion> regions;
    const auto count = static_cast<double>(m_stages.size());
    const bool down = runsDown(size.width(), style);
    for (int i = 0; i < m_stages.size(); ++i) {
        ChartRegion region;
        region.id = {i, 0, 0};
        region.shape.addRect(
            down ? QRectF(0, i * size.height() / count + 2, size.width(), size.height() / count - 4)
                 : QRectF(i * size.width() / count + 2, 0, size.width() / count - 4, size.height()));
        region.label = m_stages[i].when;
        region.value = m_stages[i].name;
        region.detail = m_stages[i].note;
        regions.append(region);
    }
    return regions;
}

void StageTimeline::draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const
{
    const Tokens& t = style.t();
    const bool down = runsDown(size.width(), style);
    const QFont strong = style.font(FontRole::BodyStrong);
    const QFont caption = style.font(FontRole::Caption);
    const auto last = static_cast<int>(m_stages.size()) - 1;
    painter.setPen(QPen(t.strongBorder, 2));
    painter.drawLine(dot(0, size, style), dot(last, size, style));
    for (int i = 0; i <= last; ++i) {
        const Stage& stage = m_stages[i];
        const QPointF at = dot(i, size, style);
        const bool here = style.interactive && hoveredRegion().row == i;
        painter.setPen(QPen(t.surface, style.px(3)));
        painter.setBrush(categoryColour(t, stage.colour));
        painter.drawEllipse(at, style.px(here ? 8 : 7), style.px(here ? 8 : 7));
        const double block = lineHeight(strong) + (stage.note.isEmpty() ? 0 : lineHeight(caption));
        QRectF name;
        int align = Qt::AlignVCenter;
        if (down) {
            painter.setPen(t.text2);
            drawFitted(
                painter,
                QRectF(0, at.y() - lineHeight(caption) / 2, at.x() - style.px(14), lineHeight(caption)),
                Qt::AlignLeft | Qt::AlignVCenter, stage.when, caption);
            name = QRectF(at.x() + style.px(18), at.y() - block / 2, size.width() - at.x() - style.px(18),
                          lineHeight(strong));
            align |= Qt::AlignLeft;
        } else {
            const double wide = size.width() / static_cast<double>(m_stages.size());
            painter.setPen(t.text2);
            drawFitted(painter, QRectF(at.x() - wide / 2, 0, wide, lineHeight(caption)), Qt::AlignCenter,
                       stage.when, caption);
            name = QRectF(at.x() - wide / 2, at.y() + style.px(12), wide, lineHeight(strong));
            align |= Qt::AlignHCenter;
        }
        painter.setPen(t.text);
        drawFitted(painter, name, align, stage.name, strong);
        painter.setPen(t.text2);
        drawFitted(painter, QRectF(name.left(), name.bottom(), name.width(), lineHeight(caption)), align,
                   stage.note, caption);
    }
}

/// Layouts that do not ask for the height of a width still give the words their room.
void StageTimeline::resizeEvent(QResizeEvent* event)
{
    Chart::resizeEvent(event);
    setMinimumHeight(isEmpty() ? 0 : heightForWidth(width()));
}

}  // namespace meitrace
