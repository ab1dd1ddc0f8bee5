// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/rulereader.h"

#include "models/base/text.h"

namespace meitrace {

bool RuleReader::fail(std::string_view expected)
{
    return failAt(column(), expected, m_here.text);
}

bool RuleReader::failAt(std::int64_t column, std::string_view expected, std::string_view value)
{
    if (!m_error) {
        m_error = Error {.code = ErrorCode::BadRule,
                         .subject = std::string(expected),
                         .value = shortened(value),
                         .place = {.line = 0, .column = column}};
    }
    return false;
}

bool RuleReader::takeEvent(EventPredicate& event)
{
    if (m_here.kind == RuleToken::Kind::End) {
        return fail("event");
    }
    std::size_t at = m_here.begin;
    Result<EventPredicate> read = readEventPredicate(m_lexer.text().substr(0, m_lexer.eventLimit(at)), at);
    if (!read) {
        if (!m_error) {
            m_error = read.error();
        }
        return false;
    }
    event = *std::move(read);
    for (EventClause& clause : event.clauses) {
        clause.type = m_words.canonical("event", clause.type);
    }
    moveTo(at);
    return true;
}

std::optional<std::size_t> RuleReader::endOf(RuleWord word) const
{
    for (const std::vector<std::string>& spelling : m_words.spellings(word)) {
        if (m_here.kind != RuleToken::Kind::Word || m_hereLower != spelling.front()) {
            continue;
        }
        std::size_t found = 1;
        std::size_t end = m_here.end;
        while (found < spelling.size()) {
            const RuleToken token = m_lexer.tokenAt(end);
            if (token.kind != RuleToken::Kind::Word || lowerAscii(token.text) != spelling[found]) {
                break;
            }
            end = token.end;
            ++found;
        }
        if (found == spelling.size()) {
            return end;
        }
    }
    return std::nullopt;
}

void RuleReader::moveTo(std::size_t byte)
{
    m_here = m_lexer.tokenAt(byte);
    m_hereLower = lowerAscii(m_here.text);
}

std::int64_t RuleReader::columnOf(const RuleToken& token) const
{
    if (token.begin < m_countedBytes) {
        return characterCount(m_lexer.text().substr(0, token.begin)) + 1;
    }
    m_counted += characterCount(m_lexer.text().substr(m_countedBytes, token.begin - m_countedBytes));
    m_countedBytes = token.begin;
    return m_counted + 1;
}

}  // namespace meitrace
