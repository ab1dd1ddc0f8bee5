// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QPainter;

namespace meitrace {

/// Measures of paper. Everything is laid out in paper points of 1/96 inch, whatever screen or printer there
/// is: A4 upright is 793.7 x 1122.5 of them.
namespace paper {
inline constexpr double kPointsPerInch = 96;
inline constexpr double kMillimetre = kPointsPerInch / 25.4;
inline constexpr double kWidth = 210 * kMillimetre;
inline constexpr double kHeight = 297 * kMillimetre;
inline constexpr double kMargin = 15 * kMillimetre;
inline constexpr double kHead = 34;  ///< page header, inside the margins
inline constexpr double kFoot = 66;  ///< page footer, inside the margins

/// Where the content of a page stands.
inline QRectF body()
{
    return {kMargin, kMargin + kHead, kWidth - 2 * kMargin, kHeight - 2 * kMargin - kHead - kFoot};
}
}  // namespace paper

/// Fonts of paper: those of the theme, never zoomed. Small is for the footer.
enum class PaperFont { Title, Figure, Section, Body, Strong, Caption, CaptionStrong, Small };
QFont paperFont(PaperFont role);

/// A text broken into lines for a width; the same lines on every device.
double wrappedHeight(const QString& text, const QFont& font, double width);
void drawWrapped(QPainter& painter, const QRectF& box, const QString& text, const QFont& font,
                 const QColor& ink, Qt::Alignment align = Qt::AlignLeft);

/// Names in boxes with arrows between them, as many on a line as it holds. marked: numbers of the boxes that
/// stand out.
double chainHeight(const QStringList& names, double width);
void drawChain(QPainter& painter, const QRectF& box, const QStringList& names,
               const std::vector<bool>& marked);

/// Draws into its box in paper points.
using PaperDraw = std::function<void(QPainter&, const QRectF&)>;

struct PaperItem {
    QRectF box;
    PaperDraw draw;
};

struct PaperPage {
    QString definition;  ///< what is counted, at the foot of the page
    std::vector<PaperItem> items;
};

}  // namespace meitrace
