// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sankeyplan.h"

#include <algorithm>
#include <tuple>

namespace meitrace {

namespace {

constexpr int kOrderRounds = 4;
constexpr int kLevelRounds = 12;
constexpr double kMostGaps = 0.45;  ///< of the height

using Column = QVector<int>;  ///< nodes, from the top

class Layout {
public:
    Layout(const SankeyShape& shape, const QRectF& area, double barWidth, double gap)
        : m_shape(shape)
        , m_area(area)
        , m_gap(gap)
        , m_in(shape.nodes.size())
        , m_out(shape.nodes.size())
        , m_top(shape.nodes.size())
    {
        for (int node = 0; node < shape.nodes.size(); ++node) {
            const int column = shape.nodes[node].column;
            if (column >= m_columns.size()) {
                m_columns.resize(column + 1);
            }
            m_columns[column].append(node);
        }
        for (int link = 0; link < shape.links.size(); ++link) {
            m_out[shape.links[link].from].append(link);
            m_in[shape.links[link].to].append(link);
        }
        findScale();
        const double room = area.width() - barWidth;
        const auto last = m_columns.size() - 1;
        for (int column = 0; column < m_columns.size(); ++column) {
            m_left.append(area.left() + (last > 0 ? room * column / static_cast<double>(last) : 0));
        }
        for (Column& column : m_columns) {
            std::stable_sort(column.begin(), column.end(), [&](int a, int b) { return rank(a) < rank(b); });
            stack(column);
        }
        order();
        level();
    }

    SankeyPlan plan(double barWidth)
    {
        SankeyPlan plan;
        plan.scale = m_scale;
        plan.left = m_left;
        plan.bands.resize(m_shape.links.size());
        for (int node = 0; node < m_shape.nodes.size(); ++node) {
            plan.bars.append(QRectF(m_left[m_shape.nodes[node].column], m_top[node], barWidth, height(node)));
            double y = m_top[node];
            for (const int link : sortedByEnd(m_out[node], false)) {
                plan.bands[link].fromTop = y;
                plan.bands[link].width = m_shape.links[link].value * m_scale;
                y += plan.bands[link].width;
            }
            y = m_top[node];
            for (const int link : sortedByEnd(m_in[node], true)) {
                plan.bands[link].toTop = y;
                y += m_shape.links[link].value * m_scale;
            }
        }
        return plan;
    }

private:
    [[nodiscard]] SankeyRank rank(int node) const { return m_shape.nodes[node].rank; }
    [[nodiscard]] double height(int node) const { return m_shape.nodes[node].value * m_scale; }
    [[nodiscard]] double centre(int node) const { return m_top[node] + height(node) / 2; }

    void findScale()
    {
        m_scale = 0;
        for (const Column& column : m_columns) {
            const auto gaps = static_cast<double>(std::max<qsizetype>(1, column.size()) - 1);
            m_gap = gaps > 0 ? std::min(m_gap, m_area.height() * kMostGaps / gaps) : m_gap;
        }
        for (const Column& column : m_columns) {
            double sum = 0;
            for (const int node : column) {
                sum += m_shape.nodes[node].value;
            }
            const double room = m_area.height() - m_gap * static_cast<double>(column.size() - 1);
            if (sum > 0 && (m_scale == 0 || room / sum < m_scale)) {
                m_scale = room / sum;
            }
        }
    }

    /// One below the other, from the top of the area.
    void stack(const Column& column)
    {
        double y = m_area.top();
        for (const int node : column) {
            m_top[node] = y;
            y += height(node) + m_gap;
        }
    }

    /// The middle of what a node is linked to, weighted; its own where there is nothing.
    [[nodiscard]] double pull(int node, bool inward) const
    {
        double sum = 0;
        double weight = 0;
        for (const int link : inward ? m_in[node] : m_out[node]) {
            const SankeyShape::Link& one = m_shape.links[link];
            sum += one.value * centre(inward ? one.from : one.to);
            weight += one.value;
        }
        return weight > 0 ? sum / weight : centre(node);
    }

    void order()
    {
        for (int round = 0; round < kOrderRounds; ++round) {
            const bool inward = round % 2 == 0;
            for (int i = 0; i < m_columns.size(); ++i) {
                Column& column = m_columns[inward ? i : m_columns.size() - 1 - i];
                std::stable_sort(column.begin(), column.end(), [&](int a, int b) {
                    return std::tuple(rank(a), pull(a, inward)) < std::tuple(rank(b), pull(b, inward));
                });
                stack(column);
            }
        }
    }

    void level()
    {
        for (int round = 0; round < kLevelRounds; ++round) {
            const bool inward = round % 2 == 0;
            for (int i = 0; i < m_columns.size(); ++i) {
                const Column& column = m_columns[inward ? i : m_columns.size() - 1 - i];
                for (const int node : column) {
                    m_top[node] += (pull(node, inward) - centre(node)) * 0.7;
                }
                pushApart(column);
            }
        }
    }

    void pushApart(const Column& column)
    {
        double y = m_area.top();
        for (const int node : column) {
            m_top[node] = std::max(m_top[node], y);
            y = m_top[node] + height(node) + m_gap;
        }
        double end = m_area.bottom();
        for (auto left = column.size(); left > 0; --left) {
            const int node = column[left - 1];
            m_top[node] = std::min(m_top[node], end - height(node));
            end = m_top[node] - m_gap;
        }
    }

    /// Links of a node by where their other end stands.
    [[nodiscard]] QVector<int> sortedByEnd(QVector<int> links, bool inward) const
    {
        const auto farEnd = [&](int link) {
            const SankeyShape::Link& one = m_shape.links[link];
            return centre(inward ? one.from : one.to);
        };
        std::stable_sort(links.begin(), links.end(), [&](int a, int b) { return farEnd(a) < farEnd(b); });
        return links;
    }

    const SankeyShape& m_shape;
    QRectF m_area;
    double m_gap;
    double m_scale = 0;
    QVector<Column> m_columns;
    QVector<double> m_left;
    QVector<QVector<int>> m_in, m_out;  ///< links by node
    QVector<double> m_top;              ///< by node
};

}  // namespace

QPainterPath SankeyPlan::ribbon(const SankeyShape& shape, int link, double thin) const
{
    const SankeyShape::Link& ends = shape.links[link];
    const Band& band = bands[link];
    const double width = std::max(band.width, thin);
    const double x0 = bars[ends.from].right();
    const double x1 = bars[ends.to].left();
    const double middle = (x0 + x1) / 2;
    QPainterPath path(QPointF(x0, band.fromTop));
    path.cubicTo(middle, band.fromTop, middle, band.toTop, x1, band.toTop);
    path.lineTo(x1, band.toTop + width);
    path.cubicTo(middle, band.toTop + width, middle, band.fromTop + width, x0, band.fromTop + width);
    path.closeSubpath();
    return path;
}

SankeyPlan sankeyPlan(const SankeyShape& shape, const QRectF& area, double barWidth, double gap)
{
    return Layout(shape, area, barWidth, gap).plan(barWidth);
}

}  // namespace meitrace
