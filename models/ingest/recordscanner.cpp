// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ingest/recordscanner.h"

#include "models/ingest/bytescan.h"

#include <algorithm>

namespace meitrace {

void RecordScanner::start(std::int64_t at)
{
    m_start = at;
    m_at = at;
    m_isOpen = false;
    m_lineEnd = -1;
}

void RecordScanner::slide(const char* window, std::int64_t bytes)
{
    m_before = bytes > 0 ? window[bytes - 1] : m_before;
    m_start -= bytes;
    m_at -= bytes;
    m_quote -= bytes;
    m_lineEnd -= m_lineEnd >= 0 ? bytes : 0;
}

RecordScanner::Outcome RecordScanner::scan(const char* window, std::int64_t size, bool final)
{
    while (true) {
        const std::optional<Outcome> outcome
            = m_isOpen ? inside(window, size, final) : outside(window, size, final);
        if (outcome) {
            return *outcome;
        }
    }
}

RecordScanner::Outcome RecordScanner::finish(const char* window, std::int64_t size, std::int64_t at,
                                             Outcome outcome)
{
    m_end = at;
    m_next = std::min(at + 1, size);
    if (m_next < size && window[at] == '\r' && window[m_next] == '\n') {
        ++m_next;
    }
    return outcome;
}

/// Goes to the record's end. Nothing when a quote was opened on the way.
std::optional<RecordScanner::Outcome> RecordScanner::outside(const char* window, std::int64_t size,
                                                             bool final)
{
    while (true) {
        const std::int64_t at = m_quoteByte != 0 ? findAny(window, m_at, size, m_quoteByte, '\r', '\n')
                                                 : findAny(window, m_at, size, '\r', '\n');
        m_at = at;
        if (at == size || (window[at] == '\r' && at + 1 == size)) {
            return final ? finish(window, size, at, Outcome::Whole) : Outcome::More;
        }
        if (window[at] == '\r' || window[at] == '\n') {
            return finish(window, size, at, Outcome::Whole);
        }
        m_at = at + 1;
        if (at == m_start || (at > 0 ? window[at - 1] : m_before) == m_delimiter) {
            m_isOpen = true;
            m_quote = at;
            m_lineEnd = -1;
            return std::nullopt;
        }
    }
}

/// Goes behind the closing quote. Nothing when it was found.
std::optional<RecordScanner::Outcome> RecordScanner::inside(const char* window, std::int64_t size, bool final)
{
    while (true) {
        const std::int64_t limit = m_lineEnd >= 0 ? std::min(size, m_quote + m_longestQuote + 1) : size;
        const std::int64_t at = m_lineEnd >= 0 ? findAny(window, m_at, limit, m_quoteByte)
                                               : findAny(window, m_at, limit, m_quoteByte, '\r', '\n');
        m_at = std::max(m_at, at);
        if (at == limit) {
            if (!final && limit == size) {
                return Outcome::More;
            }
            return finish(window, size, m_lineEnd >= 0 ? m_lineEnd : size, Outcome::UnclosedQuote);
        }
        if (at + 1 == size && !final) {
            return Outcome::More;
        }
        if (window[at] != m_quoteByte) {
            m_lineEnd = at;
            m_at = at + 1;
            continue;
        }
        if (at + 1 < size && window[at + 1] == m_quoteByte) {
            m_at = at + 2;
            continue;
        }
        if (m_lineEnd >= 0 && !mayFollowQuote(window, size, at + 1)) {
            return finish(window, size, m_lineEnd, Outcome::UnclosedQuote);
        }
        m_isOpen = false;
        m_lineEnd = -1;
        m_at = at + 1;
        return std::nullopt;
    }
}

bool RecordScanner::mayFollowQuote(const char* window, std::int64_t size, std::int64_t at) const
{
    if (at >= size) {
        return true;
    }
    const char c = window[at];
    return c == m_delimiter || c == '\r' || c == '\n' || c == ' ' || c == '\t';
}

}  // namespace meitrace
