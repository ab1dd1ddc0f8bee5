// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sankey.h"

#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

constexpr double kBarWidth = 10;
constexpr double kGap = 18;
constexpr double kHead = 28;     ///< names of the columns
constexpr double kLabelGap = 6;  ///< between a bar and its words
constexpr double kMostLabel = 150;
constexpr double kRowHeight = 48;  ///< for each node of the fullest column
constexpr double kThin = 1.5;

// Opacity of bands
constexpr double kPlain = 0.2;
constexpr double kPlainDark = 0.34;
constexpr double kLit = 0.62;
constexpr double kFaded = 0.06;

}  // namespace

Sankey::Sankey(const QString& accessibleName, QWidget* parent)
    : Chart(accessibleName, parent)
{
    setObjectName(QStringLiteral("chart.sankey"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void Sankey::setData(const SankeyData& flow)
{
    m_data = flow;
    m_shape = {};
    for (const SankeyNode& node : flow.nodes) {
        m_shape.nodes.append({node.column, node.value, node.rank});
    }
    for (const SankeyLink& link : flow.links) {
        m_shape.links.append({link.from, link.to, link.value});
    }
    dataChanged();
}

bool Sankey::isEmpty() const
{
    return m_data.nodes.isEmpty();
}

int Sankey::mostInColumn() const
{
    QVector<int> counts(m_data.columnNames.size());
    for (const SankeyNode& node : m_data.nodes) {
        ++counts[node.column];
    }
    return counts.isEmpty() ? 0 : *std::max_element(counts.cbegin(), counts.cend());
}

double Sankey::heightFor(double, const ChartStyle& style) const
{
    return style.px(std::max(340.0, kHead + mostInColumn() * kRowHeight));
}

QSize Sankey::sizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    return QSizeF(style.px(900), heightFor(0, style)).toSize();
}

QSize Sankey::minimumSizeHint() const
{
    const ChartStyle style = ChartStyle::screen();
    return QSizeF(style.px(420), heightFor(0, style)).toSize();
}

/// Room at the right for the words of the last column.
double Sankey::lastLabels(const ChartStyle& style) const
{
    double widest = 0;
    for (const SankeyNode& node : m_data.nodes) {
        if (node.column + 1 == m_data.columnNames.size()) {
            widest = std::max({widest, textWidth(style.font(FontRole::BodyStrong), node.name),
                               textWidth(style.font(FontRole::Caption), node.text)});
        }
    }
    return std::min(widest, style.px(kMostLabel)) + style.px(kLabelGap) + style.px(8);
}

SankeyPlan Sankey::plan(const QSizeF& size, const ChartStyle& style) const
{
    const double head = style.px(kHead);
    const QRectF area(0, head, size.width() - lastLabels(style), size.height() - head - style.px(12));
    return sankeyPlan(m_shape, area, style.px(kBarWidth), style.px(kGap));
}

/// Words beside the bars. Those that would cover the ones above them are left out: name and number first give
/// up their second line, then all; the hover card and the table still say them.
QVector<Sankey::Label> Sankey::labels(const SankeyPlan& plan, const QSizeF& size,
                                      const ChartStyle& style) const
{
    QVector<Label> labels(m_data.nodes.size());
    QVector<int> order(m_data.nodes.size());
    for (int node = 0; node < order.size(); ++node) {
        order[node] = node;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return plan.bars[a].top() < plan.bars[b].top(); });
    const QFont strong = style.font(FontRole::BodyStrong);
    const QFont caption = style.font(FontRole::Caption);
    const double nameHeight = lineHeight(strong);
    const double textHeight = lineHeight(caption);
    QVector<double> used(m_data.columnNames.size(), 0.0);
    for (const int node : order) {
        const SankeyNode& one = m_data.nodes[node];
        const QRectF& bar = plan.bars[node];
        const bool isLast = one.column + 1 == m_data.columnNames.size();
        const double left = bar.right() + style.px(kLabelGap);
        const double right = isLast ? size.width() : plan.left[one.column + 1] - style.px(kLabelGap);
        const double width
            = std::min({right - left, style.px(kMostLabel),
                        std::max(textWidth(strong, one.name), textWidth(caption, one.text)) + 1});
        double height = nameHeight + textHeight;
        double top = std::min(bar.center().y() - height / 2, size.height() - height);
        // A little lower is still beside its bar.
        top = top < used[one.column] && top + nameHeight / 2 >= used[one.column] ? used[one.column] : top;
        const bool onlyName = top < used[one.column] || top + height > size.height() + 1;
        if (onlyName) {
            height = nameHeight;
            top = std::max(std::min(bar.center().y(), size.height() - height / 2) - height / 2,
                           used[one.column]);
            if (top > bar.bottom() + style.px(kGap) / 2) {
                continue;
            }
        }
        Label& label = labels[node];
        label.name = QRectF(left, top, width, nameHeight);
        label.text = onlyName ? QRectF() : QRectF(left, top + nameHeight, width, textHeight);
        label.back
            = QRectF(left, top, width, height).adjusted(-style.px(4), -style.px(1), style.px(4), style.px(2));
        used[one.column] = top + height + style.px(2);
    }
    return labels;
}

QVector<ChartRegion> Sankey::layoutRegions(const QSizeF& size, const ChartStyle& style) const
{
    QVector<ChartRegion> regions;
    const SankeyPlan where = plan(size, style);
    for (int link = 0; link < m_data.links.size(); ++link) {
        const SankeyLink& one = m_data.links[link];
        const SankeyNode& from = m_data.nodes[one.from];
        ChartRegion region;
        region.id = {link, from.column, Link};
        region.shape = where.ribbon(m_shape, link, style.px(4));
        region.label = from.name + QStringLiteral(" → ") + m_data.nodes[one.to].name;
        region.value = one.text;
        region.detail = one.detail;
        regions.append(region);
    }
    const QVector<Label> words = labels(where, size, style);
    for (int node = 0; node < m_data.nodes.size(); ++node) {
        const SankeyNode& one = m_data.nodes[node];
        ChartRegion region;
        region.id = nodeId(node);
        region.shape.addRect(where.bars[node].adjusted(-style.px(2), -style.px(1), style.px(2), style.px(1)));
        if (words[node].name.isValid()) {
            region.shape.addRect(words[node].back);
        }
        region.shape.setFillRule(Qt::WindingFill);
        region.label = one.name;
        region.value = one.text;
        region.detail = one.detail;
        regions.append(region);
    }
    return regions;
}

Sankey::Light Sankey::lightOf(int link, const ChartStyle& style) const
{
    const SankeyLink& one = m_data.links[link];
    const RegionId fromId = nodeId(one.from);
    const RegionId toId = nodeId(one.to);
    const RegionId own {link, fromId.column, Link};
    if (style.interactive && hoveredRegion().isValid()
        && (hoveredRegion() == own || hoveredRegion() == fromId || hoveredRegion() == toId)) {
        return Light::Lit;
    }
    const QVector<RegionId>& chosen = selection();
    if (chosen.isEmpty()) {
        return Light::Plain;
    }
    const auto nodes
        = std::count_if(chosen.cbegin(), chosen.cend(), [](const RegionId& id) { return id.part == Node; });
    const bool touches
        = nodes == 1 ? isSelected(fromId) || isSelected(toId) : isSelected(fromId) && isSelected(toId);
    return touches || isSelected(own) ? Light::Lit : Light::Faded;
}

void Sankey::drawLinks(QPainter& painter, const SankeyPlan& plan, const ChartStyle& style) const
{
    const Tokens& t = style.t();
    painter.setPen(Qt::NoPen);
    for (const Light pass : {Light::Faded, Light::Plain, Light::Lit}) {
        const double opacity = pass == Light::Lit ? kLit
            : pass == Light::Faded                ? kFaded
            : t.dark                              ? kPlainDark
                                                  : kPlain;
        for (int link = 0; link < m_data.links.size(); ++link) {
            if (lightOf(link, style) != pass) {
                continue;
            }
            const SankeyLink& one = m_data.links[link];
            const auto colour = [&](int node) {
                const int number = m_data.nodes[node].colour;
                QColor shade = number < 0 ? t.text3 : categoryColour(t, number);
                shade.setAlphaF(static_cast<float>(opacity));
                return shade;
            };
            QLinearGradient gradient(plan.bars[one.from].right(), 0, plan.bars[one.to].left(), 0);
            gradient.setColorAt(0, colour(one.from));
            gradient.setColorAt(1, colour(one.to));
            painter.setBrush(gradient);
            painter.drawPath(plan.ribbon(m_shape, link, style.px(kThin)));
        }
    }
}

void Sankey::drawNodes(QPainter& painter, const SankeyPlan& plan, const ChartStyle& style) const
{
    const Tokens& t = style.t();
    painter.setPen(Qt::NoPen);
    for (int node = 0; node < m_data.nodes.size(); ++node) {
        const int number = m_data.nodes[node].colour;
        painter.setBrush(number < 0 ? t.text3 : categoryColour(t, number));
        QRectF bar = plan.bars[node];
        bar.setHeight(std::max(bar.height(), style.px(2)));
        painter.drawRoundedRect(bar, style.px(2), style.px(2));
        if (style.interactive && isSelected(nodeId(node))) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(t.text, style.px(1.5)));
            painter.drawRoundedRect(bar.adjusted(-1.5, -1.5, 1.5, 1.5), style.px(3), style.px(3));
            painter.setPen(Qt::NoPen);
        }
    }
}

void Sankey::draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const
{
    const Tokens& t = style.t();
    const SankeyPlan where = plan(size, style);
    painter.setPen(t.text2);
    for (int column = 0; column < where.left.size(); ++column) {
        const bool isLast = column + 1 == where.left.size();
        const double right = isLast ? size.width() : where.left[column + 1] - style.px(kLabelGap);
        drawFitted(painter, QRectF(where.left[column], 0, right - where.left[column], style.px(18)),
                   Qt::AlignLeft | Qt::AlignVCenter, m_data.columnNames.value(column),
                   style.font(FontRole::CaptionStrong));
    }
    drawLinks(painter, where, style);
    drawNodes(painter, where, style);
    const QVector<Label> words = labels(where, size, style);
    for (int node = 0; node < words.size(); ++node) {
        const Label& label = words[node];
        if (!label.name.isValid()) {
            continue;
        }
        QColor back = t.surface;
        back.setAlphaF(0.82F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(back);
        painter.drawRoundedRect(label.back, style.px(4), style.px(4));
        painter.setPen(t.text);
        drawFitted(painter, label.name, Qt::AlignLeft | Qt::AlignVCenter, m_data.nodes[node].name,
                   style.font(FontRole::BodyStrong));
        if (label.text.isValid()) {
            painter.setPen(t.text2);
            drawFitted(painter, label.text, Qt::AlignLeft | Qt::AlignVCenter, m_data.nodes[node].text,
                       style.font(FontRole::Caption));
        }
    }
}

}  // namespace meitrace
