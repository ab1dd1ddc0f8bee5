// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/texttable.h"

#include <QAbstractItemModel>

#include <algorithm>

namespace meitrace {

int displayWidth(const QString& text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4()) {
        const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
        width += wide ? 2 : 1;
    }
    return width;
}

TextTable::TextTable(const QStringList& header, std::vector<Align> align)
    : m_align(std::move(align))
{
    m_align.resize(static_cast<std::size_t>(header.size()), Align::Right);
    m_rows.push_back(header);
}

void TextTable::row(const QStringList& cells)
{
    m_rows.push_back(cells);
}

QString TextTable::text() const
{
    std::vector<int> widths(m_align.size(), 0);
    for (const QStringList& cells : m_rows) {
        for (qsizetype i = 0; i < cells.size() && i < static_cast<qsizetype>(widths.size()); ++i) {
            int& width = widths[static_cast<std::size_t>(i)];
            width = std::max(width, displayWidth(cells[i]));
        }
    }
    QString out;
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        QString line;
        for (qsizetype i = 0; i < m_rows[r].size(); ++i) {
            const auto column = static_cast<std::size_t>(i);
            const QString pad(std::max(0, widths[column] - displayWidth(m_rows[r][i])), u' ');
            line += i > 0 ? QStringLiteral("  ") : QString();
            line += m_align[column] == Align::Right ? pad + m_rows[r][i] : m_rows[r][i] + pad;
        }
        while (line.endsWith(u' ')) {
            line.chop(1);
        }
        out += line + u'\n';
        if (r == 0) {
            int total = -2;
            for (const int width : widths) {
                total += width + 2;
            }
            out += QString(std::max(total, 0), u'-') + u'\n';
        }
    }
    return out;
}

QString modelText(const QAbstractItemModel& model)
{
    QStringList heads;
    std::vector<TextTable::Align> sides;
    for (int column = 0; column < model.columnCount(); ++column) {
        heads << model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const int side = model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        sides.push_back((side & Qt::AlignRight) != 0 ? TextTable::Align::Right : TextTable::Align::Left);
    }
    TextTable table(heads, sides);
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            cells << model.index(row, column).data().toString();
        }
        table.row(cells);
    }
    return table.text();
}

}  // namespace meitrace
