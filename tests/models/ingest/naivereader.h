// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/text.h"
#include "tests/models/ingest/readerhelpers.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace meitrace::test {

/// The reader's rules once more, character by character over the whole text and without a thought for speed.
/// UTF-8, no header, no comments. It shares no code with the reader.
class NaiveReader {
public:
    NaiveReader(std::string text, char delimiter, const ReadLimits& limits)
        : m_text(std::move(text))
        , m_delimiter(delimiter)
        , m_limits(limits)
    {
    }

    ReadRows read()
    {
        ReadRows all;
        std::int64_t line = 1;
        std::size_t at = 0;
        while (at < m_text.size()) {
            bool unclosed = false;
            const std::size_t end = recordEnd(at, unclosed);
            if (end > at) {
                addRow(all, at, end, unclosed);
                all.line.push_back(line);
            }
            std::size_t next = end;
            if (next < m_text.size()) {
                next += isAt(next, '\r') && isAt(next + 1, '\n') ? 2 : 1;
            }
            for (std::size_t i = at; i < next; ++i) {
                line += isAt(i, '\n') || (isAt(i, '\r') && !isAt(i + 1, '\n')) ? 1 : 0;
            }
            at = next;
        }
        return all;
    }

private:
    [[nodiscard]] bool isAt(std::size_t at, char c) const { return at < m_text.size() && m_text[at] == c; }
    [[nodiscard]] bool isLineEnd(std::size_t at) const { return isAt(at, '\r') || isAt(at, '\n'); }

    [[nodiscard]] std::size_t recordEnd(std::size_t begin, bool& unclosed) const
    {
        bool cellBegins = true;
        std::size_t at = begin;
        while (at < m_text.size() && !isLineEnd(at)) {
            if (!cellBegins || m_text[at] != '"') {
                cellBegins = m_text[at] == m_delimiter;
                ++at;
                continue;
            }
            std::size_t lineEnd = std::string::npos;
            const std::size_t close = closingQuote(at, lineEnd);
            if (close == std::string::npos) {
                unclosed = true;
                return std::min(lineEnd, m_text.size());
            }
            at = close + 1;
            cellBegins = false;
        }
        return at;
    }

    std::size_t closingQuote(std::size_t open, std::size_t& lineEnd) const
    {
        for (std::size_t at = open + 1; at < m_text.size(); ++at) {
            if (lineEnd != std::string::npos && at - open > static_cast<std::size_t>(m_limits.openQuote)) {
                return std::string::npos;
            }
            if (isLineEnd(at) && lineEnd == std::string::npos) {
                lineEnd = at;
            }
            if (m_text[at] == '"' && isAt(at + 1, '"')) {
                ++at;
            } else if (m_text[at] == '"') {
                const bool tidy = at + 1 == m_text.size() || isLineEnd(at + 1) || isAt(at + 1, m_delimiter)
                    || isAt(at + 1, ' ') || isAt(at + 1, '\t');
                return lineEnd == std::string::npos || tidy ? at : std::string::npos;
            }
        }
        return std::string::npos;
    }

    /// Text of a row, and where each of its bytes comes from.
    struct Decoded {
        std::string text;
        std::vector<std::size_t> from;
        std::vector<bool> bad;
    };

    [[nodiscard]] Decoded decoded(std::size_t begin, std::size_t end) const
    {
        Decoded result;
        const auto add = [&](const std::string& part, std::size_t from, bool bad) {
            result.text += part;
            result.from.resize(result.text.size(), from);
            result.bad.resize(result.text.size(), bad);
        };
        for (std::size_t at = begin; at < end;) {
            std::size_t length = 1;
            while (length <= 4 && at + length <= end
                   && !isValidUtf8(std::string_view(m_text).substr(at, length))) {
                ++length;
            }
            if (length <= 4 && at + length <= end) {
                add(m_text.substr(at, length), at, false);
                at += length;
            } else {
                static constexpr std::string_view kDigits = "0123456789ABCDEF";
                const auto byte = static_cast<unsigned char>(m_text[at]);
                add({'\\', 'x', kDigits[byte / 16U], kDigits[byte % 16U]}, at, true);
                ++at;
            }
        }
        return result;
    }

    void addRow(ReadRows& all, std::size_t begin, std::size_t end, bool unclosed) const
    {
        Decoded row = decoded(begin, end);
        const auto number = static_cast<std::int32_t>(all.rows.size());
        if (end - begin > static_cast<std::size_t>(m_limits.row)) {
            std::size_t size = std::min(
                {row.text.size(), static_cast<std::size_t>(m_limits.cutRow), row.text.find_first_of("\r\n")});
            while (size < row.text.size() && !isValidUtf8(row.text.substr(0, size))) {
                --size;
            }
            row.text.resize(size);
            all.marks.push_back({number, RowRule::RowTooLong, static_cast<std::int64_t>(begin)});
        } else if (unclosed) {
            all.marks.push_back({number, RowRule::UnclosedQuote, static_cast<std::int64_t>(begin)});
        }
        bool hasNul = false;
        bool hasBad = false;
        for (std::size_t i = 0; i < row.text.size(); ++i) {
            if (row.text[i] == '\0' && !std::exchange(hasNul, true)) {
                all.marks.push_back({number, RowRule::NulByte, static_cast<std::int64_t>(row.from[i])});
            }
            if (row.bad[i] && !std::exchange(hasBad, true)) {
                all.marks.push_back({number, RowRule::Undecodable, static_cast<std::int64_t>(row.from[i])});
            }
        }
        all.rows.push_back(cellsOf(row.text));
        all.raw.push_back(withoutNuls(row.text));
    }

    [[nodiscard]] Cells cellsOf(const std::string& row) const
    {
        Cells cells;
        std::size_t at = 0;
        while (true) {
            std::string cell;
            if (at < row.size() && row[at] == '"') {
                std::string inside;
                std::size_t i = at + 1;
                while (i < row.size() && (row[i] != '"' || (i + 1 < row.size() && row[i + 1] == '"'))) {
                    inside += row[i];
                    i += row[i] == '"' ? 2 : 1;
                }
                if (i < row.size()) {
                    cell = inside;
                    at = i + 1;
                }
            }
            while (at < row.size() && row[at] != m_delimiter) {
                cell += row[at++];
            }
            cells.push_back(withoutNuls(cell));
            if (at == row.size()) {
                return cells;
            }
            ++at;
        }
    }

    static std::string withoutNuls(std::string text)
    {
        text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
        return text;
    }

    std::string m_text;
    char m_delimiter;
    ReadLimits m_limits;
};

inline ReadRows readNaively(const std::string& text, char delimiter, const ReadLimits& limits)
{
    return NaiveReader(text, delimiter, limits).read();
}

}  // namespace meitrace::test
