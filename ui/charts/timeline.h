// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

#include <functional>

namespace meitrace {

struct Touch {
    double day = 0;  ///< days since 1970, with fractions
    int lane = 0;
    QString label;  ///< "Arrived, consultation"
    QString when;   ///< "May 28, 14:30"
    QString detail;
};

struct TimelineData {
    QStringList lanes;  ///< channels, from top
    QVector<Touch> touches;
    QStringList tableHeaders;  ///< when, channel, what, detail
    QString manyText;          ///< "%1 contacts", for several at one place
    /// Name of a day on the axis; asked for the first of months too.
    std::function<QString(double day)> dayText;
};

/// A person's contacts over time, one lane per channel. Contacts too near to each other are drawn as one disc
/// with their number. Wheel with Ctrl, +/- and double click zoom; wheel and Shift+Left/Right move. Regions:
/// row = lane, column = first contact of the disc, part = number of contacts in it.
class Timeline final : public Chart {
    Q_OBJECT

public:
    explicit Timeline(const QString& accessibleName = {}, QWidget* parent = nullptr);

    void setData(const TimelineData& life);
    /// Shown days; the whole life at first.
    void setSpan(double from, double to);
    double from() const { return m_from; }
    double to() const { return m_to; }
    /// Indexes of the contacts that a disc stands for.
    QVector<int> touchesAt(const RegionId& id) const;

    bool isEmpty() const override;
    ChartTable table() const override;
    double heightFor(double width, const ChartStyle& style) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void spanChanged();

protected:
    QVector<ChartRegion> layoutRegions(const QSizeF& size, const ChartStyle& style) const override;
    void draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    struct Disc {
        int lane = 0;
        QVector<int> touches;
        QPointF centre;
        double radius = 0;
    };

    QVector<Disc> discs(const QSizeF& size, const ChartStyle& style) const;
    QString labelsOf(const Disc& disc) const;
    QRectF plot(const QSizeF& size, const ChartStyle& style) const;
    double place(const QRectF& plot, double day) const;
    void zoomBy(double factor, double around);
    QVector<double> ticks(const QRectF& area, const ChartStyle& style) const;

    TimelineData m_data;
    double m_first = 0, m_last = 1;
    double m_from = 0, m_to = 1;
};

}  // namespace meitrace
