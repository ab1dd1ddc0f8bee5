// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/comparebars.h"

#include <QPainter>

#include <algorithm>

namespace meitrace {

CompareBars::CompareBars(const QString& accessibleName, QWidget* parent)
    : Chart(accessibleName, parent)
{
    setObjectName(QStringLiteral("chart.compare"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CompareBars::setData(const CompareData& compare)
{
    m_data = compare;
    dataChanged();
}

bool CompareBars::isEmpty() const
{
    return m_data.items.isEmpty();
}

double CompareBars::most() const
{
    double most = m_data.most;
    if (most <= 0) {
        for (const CompareItem& item : m_data.items) {
            most = std::max({most, item.value, std::isnan(item.average) ? 0 : item.average});
        }
    }
    return most > 0 ? most : 1;
}

ChartTable CompareBars::table() const
{
    ChartTable table;
    table.headers = {m_data.labelHeader, m_data.valueHeader, m_data.averageHeader};
    for (const CompareItem& item : m_data.items) {
        table.rows.append({item.label, item.valueText, item.averageText});
    }
    return table;
}

QVector<CompareBars::Row> CompareBars::rows(double width, const ChartStyle& style) const
{
    QVector<Row> rows;
    const QFont body = style.font(FontRole::Body);
    const QFont caption = style.font(FontRole::Caption);
    double y = m_data.averageName.isEmpty() ? 0 : lineHeight(caption) + style.px(4);
    for (const CompareItem& item : m_data.items) {
        Row row;
        const double value = std::min(textWidth(caption, item.valueText) + 1, width * 0.5);
        const double label = width - value - style.px(12);
        // A long name takes as many lines as it needs.
        const QRectF words
            = QFontMetricsF(body).boundingRect(QRectF(0, 0, label, 1e4), Qt::TextWordWrap, item.label);
        row.label = QRectF(0, y, label, std::max(lineHeight(body), std::ceil(words.height())));
        row.value = QRectF(width - value, y, value, lineHeight(body));
        row.track = QRectF(0, row.label.bottom() + style.px(3), width, style.px(8));
        y = row.track.bottom() + style.px(9);
        rows.append(row);
    }
    return rows;
}

double CompareBars::heightFor(double width, const ChartStyle& style) const
{
    return isEmpty() ? style.px(120) : rows(width, style).constLast().track.bottom() + style.px(6);
}

int CompareBars::heightForWidth(int width) const
{
    return static_cast<int>(std::ceil(heightFor(width, ChartStyle::screen())));
}

QSize CompareBars::sizeHint() const
{
    const int wide = static_cast<int>(ChartStyle::screen().px(420));
    return {wide, heightForWidth(wide)};
}

QSize CompareBars::minimumSizeHint() const
{
    const int wide = static_cast<int>(ChartStyle::screen().px(200));
    return {wide, heightForWidth(2 * wide)};
}

QVector<ChartRegion> CompareBars::layoutRegions(const QSizeF& size, const ChartStyle& style) const
{
    QVector<ChartRegion> regions;
    const QVector<Row> all = rows(size.width(), style);
    for (int i = 0; i < all.size(); ++i) {
        ChartRegion region;
        region.id = {i, 0, 0};
        region.shape.addRect(
            QRectF(0, all[i].label.top(), size.width(), all[i].track.bottom() - all[i].label.top()));
        region.label = m_data.items[i].label;
        region.value = m_data.items[i].valueText;
        region.detail = m_data.items[i].averageText;
        regions.append(region);
    }
    return regions;
}

void CompareBars::draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const
{
    const Tokens& t = style.t();
    const QFont body = style.font(FontRole::Body);
    const QFont caption = style.font(FontRole::Caption);
    const double scale = most();
    if (!m_data.averageName.isEmpty()) {
        painter.setPen(t.text2);
        drawFitted(painter, QRectF(0, 0, size.width(), lineHeight(caption)),
                   Qt::AlignRight | Qt::AlignVCenter, m_data.averageName, caption);
    }
    const QVector<Row> all = rows(size.width(), style);
    for (int i = 0; i < all.size(); ++i) {
        const CompareItem& item = m_data.items[i];
        const Row& row = all[i];
        const bool here = style.interactive && hoveredRegion().row == i;
        painter.setFont(body);
        painter.setPen(t.text);
        painter.drawText(row.label, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap | Qt::TextDontClip,
                         item.label);
        painter.setPen(t.text2);
        drawFitted(painter, row.value, Qt::AlignRight | Qt::AlignVCenter, item.valueText, caption);
        const double radius = row.track.height() / 2;
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.sunken);
        painter.drawRoundedRect(row.track, radius, radius);
        const double wide = std::clamp(item.value / scale, 0.0, 1.0) * row.track.width();
        painter.setBrush(here ? mixed(t.accent, t.text, 0.14) : t.accent);
        if (wide > 0) {
            painter.drawRoundedRect(
                QRectF(row.track.topLeft(), QSizeF(std::max(wide, row.track.height()), row.track.height())),
                radius, radius);
        }
        if (!std::isnan(item.average)) {
            const double x = std::clamp(item.average / scale, 0.0, 1.0) * (row.track.width() - 2);
            painter.fillRect(QRectF(x, row.track.top() - style.px(4), 2, row.track.height() + style.px(8)),
                             t.text);
            // A pale edge keeps the mark visible on the bar.
            painter.fillRect(QRectF(x - 1, row.track.top(), 1, row.track.height()), t.surface);
            painter.fillRect(QRectF(x + 2, row.track.top(), 1, row.track.height()), t.surface);
        }
    }
}

/// Layouts that do not ask for the height of a width still give the words their room.
void CompareBars::resizeEvent(QResizeEvent* event)
{
    Chart::resizeEvent(event);
    setMinimumHeight(isEmpty() ? 0 : heightForWidth(width()));
}

}  // namespace meitrace
