// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/qtplot.h"

#include <QAreaSeries>
#include <QBarSeries>
#include <QBarSet>
#include <QChart>
#include <QGraphicsScene>
#include <QHorizontalBarSeries>
#include <QHorizontalStackedBarSeries>
#include <QLineSeries>
#include <QPainter>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>

namespace meitrace {

namespace {

void dress(QValueAxis* axis, const ChartStyle& style, bool grid)
{
    QPen dots(style.t().border, 1, Qt::CustomDashLine);
    dots.setDashPattern({1, 3});
    axis->setLabelsVisible(false);
    axis->setGridLineVisible(grid);
    axis->setGridLinePen(dots);
    axis->setLinePen(QPen(style.t().strongBorder, 1));
    axis->setLineVisible(false);
    axis->setMinorGridLineVisible(false);
}

}  // namespace

QtPlot::QtPlot(const QSizeF& size, const QRectF& plotArea, const ChartStyle& style)
    : m_size(size)
    , m_plotArea(plotArea)
    , m_style(style)
    , m_chart(new QChart)
{
    m_scene.setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene.addItem(m_chart);
    m_scene.setSceneRect(QRectF(QPointF(), size));
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->setPlotAreaBackgroundVisible(false);
    m_chart->setMargins(QMargins());
    m_chart->legend()->hide();
    m_chart->setGeometry(QRectF(QPointF(), size));
}

QtPlot::~QtPlot() = default;

void QtPlot::setAxes(const Axis& x, const Axis& y)
{
    const auto make = [this](const Axis& axis, Qt::Alignment side, bool grid) {
        auto* value = new QValueAxis;
        value->setRange(axis.low, axis.high);
        if (axis.ticks.size() > 1) {
            value->setTickType(QValueAxis::TicksDynamic);
            value->setTickAnchor(axis.ticks.constFirst());
            value->setTickInterval(axis.ticks[1] - axis.ticks[0]);
        }
        dress(value, m_style, grid && axis.ticks.size() > 1);
        m_chart->addAxis(value, side);
    };
    make(x, Qt::AlignBottom, m_lying);
    make(y, Qt::AlignLeft, !m_lying);
    m_chart->setPlotArea(m_plotArea);
}

void QtPlot::attach(QAbstractSeries* series)
{
    m_chart->addSeries(series);
    for (QAbstractAxis* axis : m_chart->axes()) {
        series->attachAxis(axis);
    }
}

void QtPlot::addLine(const QVector<QPointF>& points, const QPen& pen)
{
    auto* line = new QLineSeries;
    line->setPen(pen);
    line->replace(points);
    attach(line);
}

void QtPlot::addArea(const QVector<QPointF>& upper, const QVector<QPointF>& lower, const QColor& fill)
{
    auto* top = new QLineSeries;
    auto* bottom = new QLineSeries;
    top->replace(upper);
    bottom->replace(lower);
    auto* area = new QAreaSeries(top, bottom);
    top->setParent(area);
    bottom->setParent(area);
    area->setPen(Qt::NoPen);
    area->setBrush(fill);
    attach(area);
}

void QtPlot::addBars(const QVector<QVector<double>>& sets, const QVector<QColor>& colours, bool stacked,
                     double width)
{
    QAbstractBarSeries* series = nullptr;
    if (m_lying) {
        series = stacked ? static_cast<QAbstractBarSeries*>(new QHorizontalStackedBarSeries)
                         : static_cast<QAbstractBarSeries*>(new QHorizontalBarSeries);
    } else {
        series = stacked ? static_cast<QAbstractBarSeries*>(new QStackedBarSeries)
                         : static_cast<QAbstractBarSeries*>(new QBarSeries);
    }
    for (qsizetype i = 0; i < sets.size(); ++i) {
        auto* set = new QBarSet(QString::number(i));
        for (const double value : sets[i]) {
            set->append(value);
        }
        set->setPen(Qt::NoPen);
        set->setBrush(colours[i]);
        series->append(set);
    }
    series->setBarWidth(width);
    attach(series);
}

void QtPlot::render(QPainter& painter) const
{
    painter.save();
    painter.setBrush(Qt::NoBrush);  // dashed lines are drawn as paths with whatever brush is set
    m_scene.render(&painter, QRectF(QPointF(), m_size), QRectF(QPointF(), m_size), Qt::IgnoreAspectRatio);
    painter.restore();
}

QPen seriesPen(const QColor& colour, int index, const ChartStyle& style)
{
    QPen pen(colour, style.px(2.2), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    switch (index % 4) {
    case 1:
        pen.setDashPattern({5, 2});
        break;
    case 2:
        pen.setDashPattern({1.5, 1.5});
        break;
    case 3:
        pen.setDashPattern({6, 2, 1.5, 2});
        break;
    default:
        break;
    }
    return pen;
}

}  // namespace meitrace
