// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/tokenizer.h"

#include "models/ingest/bytescan.h"

#include <algorithm>
#include <cstring>

namespace meitrace {

namespace {

class Tokenizer {
public:
    Tokenizer(std::string_view text, const TokenizeOptions& options, RowBlock& block)
        : m_text(text.data())
        , m_size(static_cast<std::int64_t>(text.size()))
        , m_delimiter(options.delimiter)
        , m_line(options.firstLine)
        , m_marks(text, options.delimiter, '"', '\r', '\n')
        , m_block(block)
    {
        const auto rows = static_cast<std::size_t>(options.rows);
        const auto most = text.size() + 1;
        block.cells.reserve(std::min(rows * static_cast<std::size_t>(options.columns), most));
        block.rowStart.reserve(rows + 1);
        block.line.reserve(rows);
        block.raw.reserve(rows);
        block.rowStart.push_back(0);
    }

    void run()
    {
        std::int64_t at = 0;
        while (at < m_size) {
            const std::int64_t line = m_line;
            const std::int64_t end = readRow(at);
            if (end > at) {
                m_block.line.push_back(line);
                m_block.raw.push_back(view(at, end));
                m_block.rowStart.push_back(static_cast<std::uint32_t>(m_block.cells.size()));
            }
            at = end + 1;
            if (m_text[end] == '\r' && isMark(at, '\n')) {
                m_marks.next();
                ++at;
            }
            ++m_line;
        }
    }

private:
    [[nodiscard]] bool isMark(std::int64_t at, char mark) const { return at < m_size && m_text[at] == mark; }

    [[nodiscard]] std::string_view view(std::int64_t begin, std::int64_t end) const
    {
        return {m_text + begin, static_cast<std::size_t>(end - begin)};
    }

    /// Returns the row's end. A blank line gives no cells.
    std::int64_t readRow(std::int64_t begin)
    {
        std::int64_t at = begin;
        while (true) {
            std::int64_t end = m_marks.next();
            const char* text = m_text + at;
            std::size_t size = 0;
            if (end == at && isMark(at, '"')) {
                const QuotedCell cell = quotedCell(at);
                text = cell.text.data();
                size = cell.text.size();
                end = cell.end;
            } else {
                end = cellEnd(end);
                if (end == begin && !isMark(end, m_delimiter)) {
                    return end;
                }
                size = static_cast<std::size_t>(end - at);
            }
            // The only place where cells are added, so that adding needs no call; and not push_back(view()):
            // two halves stored and then loaded as one whole stall the processor.
            m_block.cells.emplace_back(text, size);
            if (!isMark(end, m_delimiter)) {
                return end;
            }
            at = end + 1;
        }
    }

    /// The first place from here on that is no quote: quotes inside a cell are text.
    std::int64_t cellEnd(std::int64_t at)
    {
        while (isMark(at, '"')) {
            at = m_marks.next();
        }
        return at;
    }

    /// Returns the place of the closing quote; the text's size when there is none.
    std::int64_t closingQuote(bool& doubled, std::int64_t& lineEnds)
    {
        while (true) {
            const std::int64_t at = m_marks.next();
            if (at == m_size) {
                return at;
            }
            if (m_text[at] == '"') {
                if (!isMark(at + 1, '"')) {
                    return at;
                }
                doubled = true;
                m_marks.next();
            } else if (m_text[at] != m_delimiter) {
                lineEnds += m_text[at] == '\r' && isMark(at + 1, '\n') ? 0 : 1;
            }
        }
    }

    struct QuotedCell {
        std::string_view text;
        std::int64_t end = 0;  ///< the first place behind the cell
    };

    QuotedCell quotedCell(std::int64_t open)
    {
        bool doubled = false;
        std::int64_t lineEnds = 0;
        const std::int64_t close = closingQuote(doubled, lineEnds);
        if (close == m_size) {
            m_marks.jumpTo(open + 1);
            const std::int64_t end = cellEnd(m_marks.next());
            return {view(open, end), end};
        }
        m_line += lineEnds;
        const std::int64_t end = cellEnd(m_marks.next());
        if (!doubled && end == close + 1) {
            return {view(open + 1, close), end};
        }
        return {copied(view(open + 1, close), view(close + 1, end)), end};
    }

    /// Two quotes in `inside` become one.
    std::string_view copied(std::string_view inside, std::string_view behind)
    {
        if (m_free == nullptr) {
            // All copies together are shorter than the text; pages that are not written to cost nothing.
            m_block.storage.emplace_back(new char[static_cast<std::size_t>(m_size)]);
            m_free = m_block.storage.back().get();
        }
        char* const begin = m_free;
        while (!inside.empty()) {
            const std::size_t length = std::min(inside.find('"'), inside.size() - 1) + 1;
            m_free = std::copy_n(inside.data(), length, m_free);
            inside.remove_prefix(std::min(inside.size(), inside[length - 1] == '"' ? length + 1 : length));
        }
        m_free = std::copy_n(behind.data(), behind.size(), m_free);
        return {begin, static_cast<std::size_t>(m_free - begin)};
    }

    const char* m_text;
    std::int64_t m_size;
    char m_delimiter;
    std::int64_t m_line;
    ByteWalk<char, char, char, char> m_marks;
    RowBlock& m_block;
    char* m_free = nullptr;
};

}  // namespace

void tokenize(std::string_view text, const TokenizeOptions& options, RowBlock& block)
{
    Tokenizer(text, options, block).run();
}

}  // namespace meitrace
