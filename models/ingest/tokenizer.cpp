// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/tokenizer.h"

#include "models/ingest/bytescan.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace meitrace {

namespace {

class Tokenizer {
public:
    Tokenizer(std::string_view text, const TokenizeOptions& options, RowBlock& block)
        : m_text(text.data())
        , m_size(static_cast<std::int64_t>(text.size()))
        , m_delimiter(options.delimiter)
        , m_line(options.firstLine)
        , m_marks(text, options.delimiter, '\r', '\n')
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
            if (at < m_size && m_text[end] == '\r' && m_text[at] == '\n') {
                m_marks.next();
                ++at;
            }
            ++m_line;
        }
    }

private:
    [[nodiscard]] std::string_view view(std::int64_t begin, std::int64_t end) const
    {
        return {m_text + begin, static_cast<std::size_t>(end - begin)};
    }

    /// Returns the row's end. A blank line gives no cells.
    std::int64_t readRow(std::int64_t begin)
    {
        std::int64_t at = begin;
        while (true) {
            std::optional<std::int64_t> end;
            if (m_text[at] == '"' && at < m_size) {
                end = quotedCell(at);
            }
            if (!end) {
                end = m_marks.next();
                if (*end == begin && (begin == m_size || m_text[begin] != m_delimiter)) {
                    return begin;
                }
                m_block.cells.push_back(view(at, *end));
            }
            if (*end == m_size || m_text[*end] != m_delimiter) {
                return *end;
            }
            at = *end + 1;
        }
    }

    /// Place of the closing quote; nothing when there is none. Notes doubled quotes and line ends on the way.
    std::optional<std::int64_t> closingQuote(std::int64_t open, bool& doubled, std::int64_t& lineEnds) const
    {
        std::int64_t at = open + 1;
        while (true) {
            at = findAny(m_text, at, m_size, '"', '\r', '\n');
            if (at == m_size) {
                return std::nullopt;
            }
            const char next = at + 1 < m_size ? m_text[at + 1] : '\0';
            if (m_text[at] != '"') {
                ++lineEnds;
                at += m_text[at] == '\r' && next == '\n' ? 2 : 1;
            } else if (next == '"') {
                doubled = true;
                at += 2;
            } else {
                return at;
            }
        }
    }

    /// Returns the cell's end; nothing, and no cell, when the quote is never closed.
    std::optional<std::int64_t> quotedCell(std::int64_t open)
    {
        bool doubled = false;
        std::int64_t lineEnds = 0;
        const std::optional<std::int64_t> close = closingQuote(open, doubled, lineEnds);
        if (!close) {
            return std::nullopt;
        }
        m_line += lineEnds;
        m_marks.skipTo(*close + 1);
        const std::int64_t end = m_marks.next();
        if (!doubled && end == *close + 1) {
            m_block.cells.push_back(view(open + 1, *close));
        } else {
            m_block.cells.push_back(copied(view(open + 1, *close), view(*close + 1, end)));
        }
        return end;
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
    ByteWalk<char, char, char> m_marks;
    RowBlock& m_block;
    char* m_free = nullptr;
};

}  // namespace

void tokenize(std::string_view text, const TokenizeOptions& options, RowBlock& block)
{
    Tokenizer(text, options, block).run();
}

}  // namespace meitrace
