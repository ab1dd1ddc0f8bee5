// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/paper.h"

#include "ui/charts/chartstyle.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

constexpr double kSmall = 0.84;
constexpr double kBoxHigh = 20;
constexpr double kBoxPad = 7;
constexpr double kArrow = 15;
constexpr double kRowGap = 4;

/// Signs stay with their numbers: "40.6 %" and "¥ 6,800" are not divided.
QString unbroken(QString text)
{
    const QChar fixed(QChar::Nbsp);
    text.replace(QStringLiteral(" %"), fixed + QStringLiteral("%"));
    return text.replace(QStringLiteral("¥ "), QStringLiteral("¥") + fixed);
}

/// Calls visit(line, top) for each line and returns the height.
template <typename Visit>
double layOut(const QString& text, const QFont& font, double width, Qt::Alignment align, Visit visit)
{
    const double high = lineHeight(font);
    double y = 0;
    for (const QString& paragraph : unbroken(text).split(u'\n')) {
        QTextLayout layout(paragraph, font);
        QTextOption option(align);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setUseDesignMetrics(true);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition({0, 0});
            visit(line, y + (high - line.height()) / 2);
            y += high;
        }
        layout.endLayout();
        y += paragraph.isEmpty() ? high : 0;
    }
    return y;
}

/// Places of the boxes of a chain; height of all rows.
template <typename Visit>
double placeChain(const QStringList& names, double width, Visit visit)
{
    const QFont font = paperFont(PaperFont::Caption);
    double x = 0;
    double y = 0;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const double wide = std::min(width, textWidth(font, names[i]) + 2 * kBoxPad);
        if (i > 0 && x + kArrow + wide > width) {
            x = 0;
            y += kBoxHigh + kRowGap;
        } else if (i > 0) {
            x += kArrow;
        }
        visit(i, QRectF(x, y, wide, kBoxHigh));
        x += wide;
    }
    return names.isEmpty() ? 0 : y + kBoxHigh;
}

void drawArrow(QPainter& painter, const QPointF& tip, const QColor& ink)
{
    painter.setPen(QPen(ink, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawLine(tip - QPointF(8, 0), tip);
    painter.drawPolyline(QPolygonF {tip + QPointF(-3, -3), tip, tip + QPointF(-3, 3)});
}

QFont themeFontFor(PaperFont role)
{
    switch (role) {
    case PaperFont::Title:
        return themeFont(FontRole::PageTitle, 1);
    case PaperFont::Figure:
        return themeFont(FontRole::Kpi, 1);
    case PaperFont::Section:
        return themeFont(FontRole::SectionTitle, 1);
    case PaperFont::Body:
        return themeFont(FontRole::Body, 1);
    case PaperFont::Strong:
        return themeFont(FontRole::BodyStrong, 1);
    case PaperFont::Caption:
        return themeFont(FontRole::Caption, 1);
    case PaperFont::CaptionStrong:
        return themeFont(FontRole::CaptionStrong, 1);
    case PaperFont::Small:
        break;
    }
    return themeFont(FontRole::Caption, kSmall);
}

}  // namespace

QFont paperFont(PaperFont role)
{
    QFont font = themeFontFor(role);
    font.setStyleStrategy(QFont::PreferNoShaping);  // as ChartStyle::onPaper
    return font;
}

double wrappedHeight(const QString& text, const QFont& font, double width)
{
    return text.isEmpty() ? 0 : layOut(text, font, width, Qt::AlignLeft, [](const QTextLine&, double) {});
}

void drawWrapped(QPainter& painter, const QRectF& box, const QString& text, const QFont& font,
                 const QColor& ink, Qt::Alignment align)
{
    painter.setPen(ink);
    layOut(text, font, box.width(), align,
           [&](const QTextLine& line, double top) { line.draw(&painter, box.topLeft() + QPointF(0, top)); });
}

double chainHeight(const QStringList& names, double width)
{
    return placeChain(names, width, [](qsizetype, const QRectF&) {});
}

void drawChain(QPainter& painter, const QRectF& box, const QStringList& names,
               const std::vector<bool>& marked)
{
    const Tokens& t = printTokens();
    const QFont font = paperFont(PaperFont::Caption);
    const QFont strong = paperFont(PaperFont::CaptionStrong);
    QRectF before;
    placeChain(names, box.width(), [&](qsizetype i, const QRectF& place) {
        const QRectF here = place.translated(box.topLeft());
        const bool stands = marked[static_cast<std::size_t>(i)];
        if (i > 0) {
            const bool sameRow = before.top() == here.top();
            drawArrow(painter,
                      sameRow ? QPointF(here.left() - 3.5, here.center().y())
                              : QPointF(before.right() + 11.5, before.center().y()),
                      t.text3);
        }
        painter.setPen(QPen(stands ? t.good : t.border, 1));
        painter.setBrush(stands ? t.goodSoft : t.sunken);
        painter.drawRoundedRect(here, 4, 4);
        painter.setPen(t.text);
        drawFitted(painter, here.adjusted(2, 0, -2, 0), Qt::AlignCenter, names[i], stands ? strong : font);
        before = here;
    });
}

}  // namespace meitrace
