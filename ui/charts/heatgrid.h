// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

#include <cmath>
#include <functional>

namespace meitrace {

/// One cell. value colours it; a NaN value is "not observable": nothing is drawn there, nothing can be
/// clicked.
struct HeatCell {
    double value = std::nan("");
    QString text;         ///< "412"; left out where the cell is too narrow for it
    QString text2;        ///< second line, "¥ 2,100"
    QString detail;       ///< further lines of the hover card
    bool framed = false;  ///< framed and without ramp colour, as month 0
};

struct HeatData {
    QStringList rowNames;
    QStringList rowNotes;  ///< quieter words beside or under the row name; may be empty
    QStringList columnNames;
    QVector<HeatCell> cells;    ///< row by row, rowNames.size() × columnNames.size()
    QString rowTitle;           ///< head of the first table column
    QString columnTitle;        ///< under the grid, "Frequency →"
    QString valueName;          ///< beside the legend, "average spend"
    QString emptyName;          ///< legend word of cells that cannot be observed; empty: no such entry
    double low = std::nan("");  ///< ends of the ramp; NaN: from the cells
    double high = std::nan("");
    std::function<QString(double)> format;  ///< numbers of the legend
};

/// Rows × columns of cells coloured by value, for RFM, retention and weekday × hour.
/// Regions: row, column. With setMultiSelect: Ctrl+click, drag and Shift+arrows select several,
/// selectionChanged() tells.
class HeatGrid final : public Chart {
    Q_OBJECT

public:
    explicit HeatGrid(const QString& accessibleName = {}, QWidget* parent = nullptr);

    void setData(const HeatData& heat);
    void setMultiSelect(bool multi) { m_multi = multi; }

    bool isEmpty() const override;
    ChartTable table() const override;
    double heightFor(double width, const ChartStyle& style) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Colour a cell is painted with; invalid for one that is not observable.
    QColor cellColour(int row, int column, const Tokens& tokens) const;

protected:
    QVector<ChartRegion> layoutRegions(const QSizeF& size, const ChartStyle& style) const override;
    void draw(QPainter& painter, const QSizeF& size, const ChartStyle& style) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    struct Plan {
        double names = 0;  ///< width of the row names
        double noteX = 0;  ///< where notes begin; 0: under the name
        double head = 0;
        double foot = 0;
        double cellWidth = 0;
        double cellHeight = 0;
    };

    Plan plan(const QSizeF& size, const ChartStyle& style) const;
    QRectF cellRect(const Plan& plan, int row, int column) const;
    const HeatCell& cell(int row, int column) const;
    double share(double value) const;
    bool twoLines() const;
    bool notesBeneath() const;
    void drawNames(QPainter& painter, const Plan& plan, const ChartStyle& style) const;
    void drawCell(QPainter& painter, const QRectF& box, const RegionId& id, const ChartStyle& style) const;
    void drawFoot(QPainter& painter, const Plan& plan, const QSizeF& size, const ChartStyle& style) const;
    void selectBlock(const RegionId& from, const RegionId& to);

    HeatData m_data;
    double m_low = 0;
    double m_high = 1;
    bool m_multi = false;
    bool m_dragging = false;
    RegionId m_anchor;
    QPointF m_pressedAt;
};

}  // namespace meitrace
