// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/paperflow.h"

#include "ui/charts/chartstyle.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <memory>
#include <utility>

namespace meitrace {

namespace {

struct PaperText {
    Q_DECLARE_TR_FUNCTIONS(PaperText)
};

constexpr double kCellPad = 6;    // at each side of a cell
constexpr double kRowPad = 5;     // above and below a row
constexpr double kRuleGap = 0.5;  // hairlines stand on half points

/// Columns in points and the fonts of a table.
struct Grid {
    explicit Grid(PaperTable shown, double width)
        : table(std::move(shown))
    {
        shareWidth(width);
        double x = 0;
        for (const double one : wide) {
            left.push_back(x);
            x += one;
        }
    }

    /// By weight, but no column narrower than its longest word; the others give what it lacks.
    void shareWidth(double width)
    {
        std::vector<double> least;
        least.reserve(table.columns.size());
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            least.push_back(leastWidth(c));
        }
        wide.assign(least.size(), 0);
        for (bool settled = false; !settled;) {
            double rest = width;
            double weights = 0;
            for (std::size_t c = 0; c < least.size(); ++c) {
                const bool isFixed = wide[c] == least[c];
                rest -= isFixed ? least[c] : 0;
                weights += isFixed ? 0 : table.columns[c].weight;
            }
            settled = true;
            for (std::size_t c = 0; c < least.size(); ++c) {
                if (wide[c] != least[c]) {
                    wide[c] = rest * table.columns[c].weight / weights;
                    settled = settled && wide[c] > least[c];
                    wide[c] = std::max(wide[c], least[c]);
                }
            }
        }
    }

    [[nodiscard]] double leastWidth(std::size_t column) const
    {
        const QFont font = paperFont(PaperFont::CaptionStrong);
        double least = 0;
        for (const QString& word : table.columns[column].head.split(u' ')) {
            least = std::max(least, textWidth(font, word));
        }
        for (const PaperRow& row : table.rows) {
            if (table.columns[column].align.testFlag(Qt::AlignRight)) {
                least = std::max(least, textWidth(font, row.cells[column].text));
            }
        }
        return least + 2 * kCellPad + 1;
    }

    [[nodiscard]] QRectF inside(std::size_t column, const QRectF& row) const
    {
        const bool first = column == 0;
        const bool last = column + 1 == left.size();
        const double begin = first ? 0 : kCellPad;
        const double end = last ? 0 : kCellPad;
        return {row.left() + left[column] + begin, row.top() + kRowPad, wide[column] - begin - end,
                row.height() - 2 * kRowPad};
    }
    [[nodiscard]] double contentWidth(std::size_t column) const
    {
        return inside(column, QRectF(0, 0, 1, 1)).width();
    }

    PaperTable table;
    std::vector<double> left;
    std::vector<double> wide;
};

double heightOf(const Grid& grid, const PaperRow& row)
{
    double high = 0;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const PaperCell& cell = row.cells[c];
        const double width = grid.contentWidth(c);
        high = std::max(
            high,
            cell.chain.isEmpty() ? wrappedHeight(
                cell.text, paperFont(row.strong ? PaperFont::CaptionStrong : PaperFont::Caption), width)
                                 : chainHeight(cell.chain, width));
    }
    return high + 2 * kRowPad;
}

double headHeight(const Grid& grid)
{
    double high = 0;
    for (std::size_t c = 0; c < grid.table.columns.size(); ++c) {
        high = std::max(high,
                        wrappedHeight(grid.table.columns[c].head, paperFont(PaperFont::CaptionStrong),
                                      grid.contentWidth(c)));
    }
    return high + 2 * kRowPad;
}

void drawHead(QPainter& painter, const Grid& grid, const QRectF& row)
{
    const Tokens& t = printTokens();
    const QFont font = paperFont(PaperFont::CaptionStrong);
    for (std::size_t c = 0; c < grid.table.columns.size(); ++c) {
        const PaperColumn& column = grid.table.columns[c];
        QRectF box = grid.inside(c, row);
        box.setTop(box.bottom() - wrappedHeight(column.head, font, box.width()));
        drawWrapped(painter, box, column.head, font, t.text2, column.align);
    }
    painter.setPen(QPen(t.fieldBorder, 1));
    painter.drawLine(QPointF(row.left(), row.bottom() - kRuleGap),
                     QPointF(row.right(), row.bottom() - kRuleGap));
}

void drawRow(QPainter& painter, const Grid& grid, std::size_t number, const QRectF& row)
{
    const Tokens& t = printTokens();
    const PaperRow& shown = grid.table.rows[number];
    for (std::size_t c = 0; c < shown.cells.size(); ++c) {
        const PaperCell& cell = shown.cells[c];
        const QRectF box = grid.inside(c, row);
        if (!cell.chain.isEmpty()) {
            drawChain(painter, box, cell.chain, cell.marked);
            continue;
        }
        drawWrapped(painter, box, cell.text,
                    paperFont(shown.strong ? PaperFont::CaptionStrong : PaperFont::Caption), t.text,
                    grid.table.columns[c].align);
    }
    painter.setPen(QPen(t.border, 0.75));
    painter.drawLine(QPointF(row.left(), row.bottom() - kRuleGap),
                     QPointF(row.right(), row.bottom() - kRuleGap));
}

}  // namespace

void PaperFlow::newPage()
{
    const bool goesOn = std::exchange(m_begun, true);
    m_pages.push_back({.definition = m_definition, .items = {}});
    m_y = paper::body().top();
    const QString title = goesOn ? PaperText::tr("%1 (continued)").arg(m_title) : m_title;
    const QFont font = paperFont(goesOn ? PaperFont::Section : PaperFont::Title);
    place(wrappedHeight(title, font, width()), [title, font](QPainter& painter, const QRectF& box) {
        drawWrapped(painter, box, title, font, printTokens().text);
    });
    gap(10);
}

void PaperFlow::section(const QString& title, const QString& definition)
{
    m_title = title;
    m_begun = false;
    m_definition = definition;
    newPage();
}

void PaperFlow::place(double height, PaperDraw draw)
{
    m_pages.back().items.push_back({QRectF(paper::body().left(), m_y, width(), height), std::move(draw)});
    m_y += height;
}

void PaperFlow::block(double height, PaperDraw draw)
{
    if (height > room()) {
        newPage();
    }
    place(height, std::move(draw));
}

void PaperFlow::heading(const QString& text, double keep)
{
    const QFont font = paperFont(PaperFont::Section);
    const double height = wrappedHeight(text, font, width());
    if (height + keep > room()) {
        newPage();
    }
    place(height, [text, font](QPainter& painter, const QRectF& box) {
        drawWrapped(painter, box, text, font, printTokens().text);
    });
    gap(4);
}

void PaperFlow::text(const QString& text, PaperFont font, bool quiet)
{
    const QFont face = paperFont(font);
    block(wrappedHeight(text, face, width()), [text, face, quiet](QPainter& painter, const QRectF& box) {
        drawWrapped(painter, box, text, face, quiet ? printTokens().text2 : printTokens().text);
    });
}

void PaperFlow::table(const PaperTable& table)
{
    const auto grid = std::make_shared<const Grid>(table, width());
    const auto head = [&] {
        place(headHeight(*grid),
              [grid](QPainter& painter, const QRectF& box) { drawHead(painter, *grid, box); });
    };
    const double first = table.rows.empty() ? 0 : heightOf(*grid, table.rows.front());
    if (headHeight(*grid) + first > room()) {
        newPage();
    }
    head();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const double height = heightOf(*grid, table.rows[i]);
        if (height > room()) {
            newPage();
            head();
        }
        place(height, [grid, i](QPainter& painter, const QRectF& box) { drawRow(painter, *grid, i, box); });
    }
}

}  // namespace meitrace
