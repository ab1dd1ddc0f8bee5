// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ingest/bytescan.h"

#include <cstdint>
#include <string_view>

namespace meitrace {

/// Where a record ends, in a window of text that begins with it. Rules (RFC 4180, widened):
/// - CR, LF and CR LF end a record; a quote that is a cell's first character opens a quoted cell, in which ""
/// is a quote
///   and line ends are text; any other quote is text, also behind the closing one.
/// - A quoted cell that goes over a line end must be closed within `longestQuote` bytes, and behind the
/// closing quote there
///   must be the delimiter, a blank, a line end or the end of the file. Otherwise its quote counts as never
///   closed: the record then ends with the line on which the quote stands, so that a lost quote costs one
///   record and not all that follow.
///
/// The window may grow and slide while one record is scanned: go on with the same object.
class RecordScanner {
public:
    enum class Outcome {
        Whole,          ///< end() and next() are known
        UnclosedQuote,  ///< the same, and a quote of the record counts as never closed
        More            ///< the window ends too early
    };

    /// hasQuotes: false when every line is a record whatever stands in it
    RecordScanner(char delimiter, bool hasQuotes, std::int64_t longestQuote)
        : m_delimiter(delimiter)
        , m_hasQuotes(hasQuotes)
        , m_longestQuote(longestQuote)
    {
    }

    /// Then start() or resume(). text: kScanPadding readable bytes behind it. final: nothing comes after the
    /// window.
    void setWindow(std::string_view text, bool final);
    /// Begins a record at this place of the window; not before the last one's next() unless the window is
    /// new.
    void start(std::int64_t at);
    /// Goes on with a record that the last window did not hold whole.
    void resume();
    /// Cost  about 1 ns per quote and line end
    Outcome scan();

    /// Behind the record's last byte, before its line end
    [[nodiscard]] std::int64_t end() const { return m_end; }
    /// Behind its line end
    [[nodiscard]] std::int64_t next() const { return m_next; }

    /// After More: bytes before this place are not needed any more.
    [[nodiscard]] std::int64_t needed() const { return m_lineEnd >= 0 ? m_lineEnd : m_at; }
    /// The next window will lack this many bytes at its front, at most needed().
    void slide(std::int64_t bytes);

private:
    bool outside();
    bool inside();
    bool behindQuote(std::int64_t at);
    bool noClosingQuote(std::int64_t at, std::int64_t limit);
    bool finish(std::int64_t at, Outcome outcome);
    bool wait();
    [[nodiscard]] bool isMark(std::int64_t at, char mark) const { return at < m_size && m_text[at] == mark; }

    char m_delimiter;
    bool m_hasQuotes;
    std::int64_t m_longestQuote;
    const char* m_text = nullptr;
    std::int64_t m_size = 0;
    bool m_isFinal = false;
    ByteWalk<char, char, char> m_walk = ByteWalk({}, '"', '\r', '\n');

    std::int64_t m_start = 0;
    std::int64_t m_at = 0;        ///< where to go on
    char m_before = 0;            ///< the byte before the window
    bool m_isOpen = false;        ///< a quote is open; m_quote may have slid out to the left
    std::int64_t m_quote = -1;    ///< the open one
    std::int64_t m_lineEnd = -1;  ///< first line end behind it
    Outcome m_outcome = Outcome::More;
    std::int64_t m_end = 0;
    std::int64_t m_next = 0;
};

}  // namespace meitrace
