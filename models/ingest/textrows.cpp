// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/textrows.h"

#include "models/base/text.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace meitrace {

namespace {

/// Text written one piece behind the other, into memory of a known size.
class Arena {
public:
    explicit Arena(std::size_t bytes)
        : m_bytes(new char[std::max<std::size_t>(bytes, 1)])
        , m_free(m_bytes.get())
    {
    }

    std::string_view add(std::string_view text)
    {
        char* const begin = m_free;
        m_free = std::copy(text.begin(), text.end(), m_free);
        return {begin, text.size()};
    }

    std::string_view addLine(const std::vector<std::string>& cells)
    {
        char* const begin = m_free;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) {
                *m_free++ = ',';
            }
            addQuoted(cells[i]);
        }
        return {begin, static_cast<std::size_t>(m_free - begin)};
    }

    std::unique_ptr<char[]> take() { return std::move(m_bytes); }

private:
    void addQuoted(std::string_view cell)
    {
        if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
            add(cell);
            return;
        }
        *m_free++ = '"';
        for (const char c : cell) {
            if (c == '"') {
                *m_free++ = '"';
            }
            *m_free++ = c;
        }
        *m_free++ = '"';
    }

    std::unique_ptr<char[]> m_bytes;
    char* m_free;
};

/// Enough for the cells of a row and for its line.
std::size_t roomFor(const TextRow& row)
{
    std::size_t room = 0;
    for (const std::string& cell : row.cells) {
        room += 3 * cell.size() + 3;
    }
    return room;
}

}  // namespace

bool TextRow::isBlank() const
{
    return filled() == 0;
}

std::int64_t TextRow::filled() const
{
    return std::count_if(cells.begin(), cells.end(),
                         [](const std::string& cell) { return !trimmed(cell).empty(); });
}

RowBlock blockOf(const std::vector<TextRow>& rows, std::size_t width, std::int64_t firstRow)
{
    RowBlock block;
    block.firstRow = firstRow;
    std::size_t room = 0;
    for (const TextRow& row : rows) {
        room += roomFor(row);
    }
    Arena arena(room);
    block.rowStart.push_back(0);
    for (const TextRow& row : rows) {
        std::size_t count = row.cells.size();
        while (count > width && row.cells[count - 1].empty()) {
            --count;
        }
        for (std::size_t i = 0; i < std::max(count, width); ++i) {
            block.cells.push_back(i < count ? arena.add(row.cells[i]) : std::string_view());
        }
        block.rowStart.push_back(static_cast<std::uint32_t>(block.cells.size()));
        block.line.push_back(row.line);
        block.raw.push_back(arena.addLine(row.cells));
    }
    block.storage.push_back(arena.take());
    return block;
}

void nameColumns(const std::vector<TextRow>& first, bool hasHeader, SourceShape& shape)
{
    shape.header.clear();
    if (hasHeader) {
        const TextRow& header = first[headerAmong(first)];
        shape.headerLine = header.line;
        for (const std::string& cell : header.cells) {
            shape.header.emplace_back(trimmed(cell));
        }
        return;
    }
    std::size_t width = 0;
    for (const TextRow& row : first) {
        width = std::max(width, row.cells.size());
    }
    for (std::size_t i = 1; i <= width; ++i) {
        shape.header.push_back("#" + std::to_string(i));
    }
}

std::size_t headerAmong(const std::vector<TextRow>& rows)
{
    std::int64_t most = 0;
    for (const TextRow& row : rows) {
        most = std::max(most, row.filled());
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].filled() * 2 > most) {
            return i;
        }
    }
    return 0;
}

}  // namespace meitrace
