// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPainterPath>
#include <QPen>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <QVector>

class QPainter;

namespace meitrace {

/// With what a chart is drawn: screen() follows the theme, print() is the light palette at zoom 1.
struct ChartStyle {
    const Tokens* tokens = nullptr;
    double zoom = 1;
    bool interactive = false;  ///< hover, selection and handles are drawn
    /// Letters are set one by one. Shaped by the font's rules, digits beside Latin letters become other
    /// glyphs, and who searches a PDF does not find them.
    bool onPaper = false;

    static ChartStyle screen();
    static ChartStyle print();

    const Tokens& t() const { return *tokens; }
    QFont font(FontRole role) const;
    double px(double pixels) const { return pixels * zoom; }
};

/// Which part of a chart: the meaning of the three numbers is the chart's.
struct RegionId {
    int row = -1;
    int column = 0;
    int part = 0;

    bool isValid() const { return row >= 0; }
    friend bool operator==(const RegionId&, const RegionId&) = default;
};

/// A part that can be pointed at, in the chart's own coordinates.
struct ChartRegion {
    RegionId id;
    QPainterPath shape;
    QString label;   ///< "Booked → arrived, lost"
    QString value;   ///< "1,778"
    QString detail;  ///< further lines, as "33.0%"; may be empty
};

/// What a chart shows, as a table. Cells are texts as the user reads them.
struct ChartTable {
    QStringList headers;
    QVector<QStringList> rows;

    /// Tab separated, with the header.
    QString text() const;
};

/// Lines of 45 degrees inside a shape; stays a vector on paper, unlike Qt's own patterns.
void drawHatch(QPainter& painter, const QPainterPath& shape, const QColor& line, double gap, double width);
/// Draws one line of text in the box; a text that is too wide gets a smaller font (to 70 %), then two lines.
/// Never dots.
void drawFitted(QPainter& painter, const QRectF& box, int flags, const QString& text, const QFont& font);
/// Width of the text in the font.
double textWidth(const QFont& font, const QString& text);
double lineHeight(const QFont& font);
/// Rounded rectangle, only at the upper corners if topOnly.
QPainterPath roundedPath(const QRectF& rect, double radius, bool topOnly = false);

/// One entry of a legend; dashed and marker tell series apart without colour.
struct LegendEntry {
    QString name;
    QColor colour;
    bool dashed = false;
    bool hatched = false;
};
/// Draws entries in centred rows at the top of the box and returns the height used.
double drawLegend(QPainter* painter, const QRectF& box, const QVector<LegendEntry>& entries,
                  const ChartStyle& style);

}  // namespace meitrace
