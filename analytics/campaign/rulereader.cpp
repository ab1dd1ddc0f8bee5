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
        RuleToken token = m_here;
        std::size_t found = 0;
        while (token.kind == RuleToken::Kind::Word && lowerAscii(token.text) == spelling[found]) {
            if (++found == spelling.size()) {
                return token.end;
            }
            token = m_lexer.tokenAt(token.end);
        }
    }
    return std::nullopt;
}

}  // namespace meitrace
