// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartstyle.h"

#include <QImage>
#include <QWidget>

#include <optional>

namespace meitrace {

class ChartTip;

/// What all charts share. A chart takes a small struct of final numbers and words, lays its parts out for a
/// size, and draws itself with any painter and palette. Parts ("regions") can be hovered, clicked and walked
/// by key; each chart gives its numbers as a table and as children for screen readers; nothing is shortened
/// with dots.
///
/// Keys: arrows go to the neighbour, Home/End and PgUp/PgDn run through all, Enter and Space activate, Esc
/// clears, Ctrl+C copies the picture and the table.
class Chart : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chart)

public:
    explicit Chart(const QString& accessibleName = {}, QWidget* parent = nullptr);
    ~Chart() override;

    virtual bool isEmpty() const = 0;
    virtual ChartTable table() const = 0;

    /// Draws into the target with a palette of choice, also on paper; hover and focus are never printed.
    void paintTo(QPainter& painter, const QRectF& target, const ChartStyle& style) const;
    /// Height the chart wants at a width, for layouts on paper.
    virtual double heightFor(double width, const ChartStyle& style) const;

    /// Sentence shown instead of an empty chart.
    void setEmptyText(const QString& text);
    /// Main values as a sentence, for screen readers.
    void setSummary(const QString& text);
    /// Last line of the hover card ("click to see the customers").
    void setHint(const QString& text) { m_hint = text; }

    /// Of the present size.
    const QVector<ChartRegion>& regions() const;
    const ChartRegion* region(const RegionId& id) const;
    RegionId regionAt(const QPointF& point) const;
    RegionId current() const { return m_current; }
    void setCurrent(const RegionId& id);
    const QVector<RegionId>& selection() const { return m_selection; }
    void setSelection(const QVector<RegionId>& selection);

    /// Light or dark as on the screen, without hover and focus.
    QImage image(double scale = 2) const;
    bool savePng(const QString& path, double scale = 2) const;
    bool saveSvg(const QString& path) const;
    QByteArray svg() const;
    void copy() const;

signals:
    /// Click, Enter or Space on a region.
    void activated(const meitrace::RegionId& id);
    /// Mouse or keyboard came to a region; invalid when it left.
    void hovered(const meitrace::RegionId& id);
    void selectionChanged();

protected:
    /// Parts for a size, in drawing order; the last one under a point wins.
    virtual QVector<ChartRegion> layoutRegions(const QSizeF& size, const ChartStyle& style) const = 0;
    virtual void draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const = 0;
    /// Where a key leads; invalid: stay. The base looks for the nearest region in that direction.
    virtual RegionId neighbour(const RegionId& from, int key) const;

    /// To be called after the data have changed.
    void dataChanged();
    RegionId hoveredRegion() const { return m_hovered; }
    bool isSelected(const RegionId& id) const { return m_selection.contains(id); }
    void setHovered(const RegionId& id, const QPoint& globalPos);
    void hideTip();

    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void goTo(const RegionId& id);
    std::optional<RegionId> target(const QKeyEvent& event, qsizetype at) const;
    void drawFocus(QPainter& painter) const;

    mutable std::optional<QVector<ChartRegion>> m_regions;
    mutable QSize m_regionsSize;
    QVector<RegionId> m_selection;
    RegionId m_current;
    RegionId m_hovered;
    RegionId m_pressed;
    bool m_byKey = false;
    QString m_emptyText;
    QString m_hint;
    ChartTip* m_tip = nullptr;
};

}  // namespace meitrace

Q_DECLARE_METATYPE(meitrace::RegionId)
