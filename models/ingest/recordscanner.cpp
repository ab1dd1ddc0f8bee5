// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/recordscanner.h"

#include <algorithm>

namespace meitrace {

void RecordScanner::setWindow(std::string_view text, bool final)
{
    m_text = text.data();
    m_size = static_cast<std::int64_t>(text.size());
    m_isFinal = final;
    m_walk = ByteWalk(text, m_hasQuotes ? '"' : '\n', '\r', '\n');
}

void RecordScanner::start(std::int64_t at)
{
    m_start = at;
    m_at = at;
    m_isOpen = false;
    m_lineEnd = -1;
    m_walk.skipTo(at);
}

void RecordScanner::resume()
{
    m_walk.skipTo(m_at);
}

void RecordScanner::slide(std::int64_t bytes)
{
    m_before = bytes > 0 ? m_text[bytes - 1] : m_before;
    m_start -= bytes;
    m_at -= bytes;
    m_quote -= bytes;
    m_lineEnd -= m_lineEnd >= 0 ? bytes : 0;
}

RecordScanner::Outcome RecordScanner::scan()
{
    // The two return whether there is an outcome; a plain bool, for they turn over once per quote.
    while (m_isOpen ? !inside() : !outside()) {}
    return m_outcome;
}

bool RecordScanner::wait()
{
    m_outcome = Outcome::More;
    return true;
}

bool RecordScanner::finish(std::int64_t at, Outcome outcome)
{
    m_end = at;
    m_next = std::min(at + 1, m_size);
    if (isMark(at, '\r') && isMark(at + 1, '\n')) {
        ++m_next;
    }
    m_outcome = outcome;
    return true;
}

/// Goes to the record's end. False when a quote was opened on the way.
bool RecordScanner::outside()
{
    while (true) {
        const std::int64_t at = m_walk.next();
        m_at = at;
        if (at == m_size || (at + 1 == m_size && m_text[at] == '\r')) {
            return m_isFinal ? finish(at, Outcome::Whole) : wait();
        }
        if (m_text[at] != '"') {
            return finish(at, Outcome::Whole);
        }
        m_at = at + 1;
        if (at == m_start || (at > 0 ? m_text[at - 1] : m_before) == m_delimiter) {
            m_isOpen = true;
            m_quote = at;
            m_lineEnd = -1;
            return false;
        }
    }
}

/// Looks for the closing quote. False when it was found.
bool RecordScanner::inside()
{
    while (true) {
        const std::int64_t limit = m_lineEnd >= 0 ? std::min(m_size, m_quote + m_longestQuote + 1) : m_size;
        const std::int64_t at = m_walk.next();
        if (at >= limit) {
            return noClosingQuote(at, limit);
        }
        m_at = at;
        if (at + 1 == m_size && !m_isFinal) {
            return wait();
        }
        m_at = at + 1;
        if (m_text[at] != '"') {
            m_lineEnd = m_lineEnd >= 0 ? m_lineEnd : at;
        } else if (isMark(at + 1, '"')) {
            m_walk.next();
            m_at = at + 2;
        } else {
            return behindQuote(at + 1);
        }
    }
}

/// Whether there is none at all can only be told when the limit is in the window, or nothing follows.
bool RecordScanner::noClosingQuote(std::int64_t at, std::int64_t limit)
{
    m_at = std::max(m_at, at);
    if (!m_isFinal && limit >= m_size) {
        return wait();
    }
    return finish(m_lineEnd >= 0 ? m_lineEnd : m_size, Outcome::UnclosedQuote);
}

/// A closing quote ends just here.
bool RecordScanner::behindQuote(std::int64_t at)
{
    const char next = at < m_size ? m_text[at] : '\n';
    const bool mayFollow = next == m_delimiter || next == '\r' || next == '\n' || next == ' ' || next == '\t';
    if (m_lineEnd >= 0 && !mayFollow) {
        return finish(m_lineEnd, Outcome::UnclosedQuote);
    }
    m_isOpen = false;
    m_lineEnd = -1;
    return false;
}

}  // namespace meitrace
