// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/eventreader.h"

#include "models/base/text.h"
#include "models/frame/eventcolumns.h"

#include <charconv>

namespace meitrace {

namespace {

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || static_cast<unsigned char>(c) >= 0x80;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isNumberCharacter(char c)
{
    return isDigit(c) || c == '.' || c == '-';
}

/// Digits with at most two decimals, in hundredths.
std::optional<Fen> hundredths(std::string_view text)
{
    const bool negative = !text.empty() && text.front() == '-';
    text.remove_prefix(negative ? 1 : 0);
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view part = point == std::string_view::npos ? "" : text.substr(point + 1);
    if (whole.empty() || whole.size() > 15 || part.size() > 2
        || (point != std::string_view::npos && part.empty())) {
        return std::nullopt;
    }
    Fen value = 0;
    for (std::size_t i = 0; i < whole.size() + 2; ++i) {
        const char digit = i < whole.size()  ? whole[i]
            : i - whole.size() < part.size() ? part[i - whole.size()]
                                             : '0';
        if (!isDigit(digit)) {
            return std::nullopt;
        }
        value = value * 10 + (digit - '0');
    }
    return negative ? -value : value;
}

bool isFilterField(EventField field)
{
    return field == EventField::Amount || (hasDictionary(field) && field != EventField::Type);
}

}  // namespace

bool EventReader::isTypeCharacter(char c)
{
    return isLetterOrDigit(c) || c == '_' || c == '.';
}

bool EventReader::isValueCharacter(char c)
{
    return isTypeCharacter(c) || c == '-' || c == '/' || c == '+' || c == ':' || c == '#' || c == '@';
}

Error EventReader::refusedAt(std::size_t at, std::string detail) const
{
    while (at < m_text.size() && isBlank(m_text[at])) {
        ++at;
    }
    std::size_t end = at;
    while (end < m_text.size() && isValueCharacter(m_text[end])) {
        ++end;
    }
    const std::string_view word = m_text.substr(at, end > at ? end - at : 1);
    return Error {.code = ErrorCode::BadRule,
                  .subject = "step",
                  .value = shortened(word),
                  .place = {.column = characterCount(m_text.substr(0, at)) + 1},
                  .detail = std::move(detail)};
}

void EventReader::skipBlanks()
{
    while (m_at < m_text.size() && isBlank(m_text[m_at])) {
        ++m_at;
    }
}

bool EventReader::take(char c)
{
    const std::size_t before = m_at;
    skipBlanks();
    if (m_at < m_text.size() && m_text[m_at] == c) {
        ++m_at;
        return true;
    }
    m_at = before;
    return false;
}

bool EventReader::isAtEnd()
{
    skipBlanks();
    return m_at == m_text.size();
}

std::string_view EventReader::readWord(bool (*belongs)(char))
{
    const std::size_t start = m_at;
    while (m_at < m_text.size() && belongs(m_text[m_at])) {
        ++m_at;
    }
    return m_text.substr(start, m_at - start);
}

bool EventReader::takeWord(std::string_view word)
{
    skipBlanks();
    const std::size_t before = m_at;
    if (folded(readWord(isTypeCharacter)) == word) {
        return true;
    }
    m_at = before;
    return false;
}

Result<std::string> EventReader::readQuoted()
{
    const std::size_t start = m_at++;
    std::string value;
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == '"') {
            ++m_at;
            return value;
        }
        if (c == '\\' && m_at + 1 < m_text.size() && (m_text[m_at + 1] == '"' || m_text[m_at + 1] == '\\')) {
            ++m_at;
        }
        value += m_text[m_at];
    }
    return refusedAt(start, "the quote is not closed");
}

Result<std::string> EventReader::readType()
{
    skipBlanks();
    if (m_at < m_text.size() && m_text[m_at] == '*') {
        ++m_at;
        return std::string("*");
    }
    const std::size_t start = m_at;
    if (m_at < m_text.size() && m_text[m_at] == '"') {
        Result<std::string> name = readQuoted();
        if (!name) {
            return name;
        }
        std::string code = codeFrom(*name);
        return code.empty() ? Result<std::string>(refusedAt(start, "an event code comes here")) : code;
    }
    const std::string_view word = readWord(isTypeCharacter);
    if (word.empty()) {
        return refused("an event code comes here");
    }
    return std::string(word);
}

Result<std::string> EventReader::readValue()
{
    skipBlanks();
    if (m_at < m_text.size() && m_text[m_at] == '"') {
        return readQuoted();
    }
    const std::string_view word = readWord(isValueCharacter);
    if (word.empty()) {
        return refused("a value comes here");
    }
    return std::string(word);
}

std::optional<CompareOp> EventReader::readOperator()
{
    if (take('=')) {
        return CompareOp::Equal;
    }
    const bool less = take('<');
    if (less || take('>')) {
        const bool equal = m_at < m_text.size() && m_text[m_at] == '=';
        m_at += equal ? 1 : 0;
        return less ? (equal ? CompareOp::AtMost : CompareOp::Less)
                    : (equal ? CompareOp::AtLeast : CompareOp::More);
    }
    const std::size_t before = m_at;
    if (take('!') && m_at < m_text.size() && m_text[m_at] == '=') {
        ++m_at;
        return CompareOp::NotEqual;
    }
    m_at = before;
    return std::nullopt;
}

Status EventReader::readAmount(EventFilter& filter)
{
    skipBlanks();
    const std::size_t start = m_at;
    const std::optional<Fen> amount = hundredths(readWord(isNumberCharacter));
    if (!amount) {
        return refusedAt(start, "an amount with at most two decimals comes here");
    }
    filter.amount = *amount;
    return Done {};
}

Status EventReader::readValues(EventFilter& filter)
{
    if (!take('(')) {
        return refused("( comes after in");
    }
    do {
        Result<std::string> value = readValue();
        if (!value) {
            return value.error();
        }
        filter.values.push_back(*std::move(value));
    } while (take(','));
    return take(')') ? Status(Done {}) : Status(refused(", or ) comes after a value"));
}

Result<EventFilter> EventReader::readFilter()
{
    skipBlanks();
    const std::size_t start = m_at;
    EventFilter filter {.field = std::string(readWord(isTypeCharacter))};
    const std::optional<EventField> field = eventFieldByName(filter.field);
    if (!field || !isFilterField(*field)) {
        return refusedAt(start,
                         "fields are channel, store, staff, device, campaign, item, page, detail, amount");
    }
    const bool isAmount = *field == EventField::Amount;
    const bool negated = !isAmount && takeWord("not");
    if (!isAmount && takeWord("in")) {
        filter.op = negated ? CompareOp::NotEqual : CompareOp::Equal;
        const Status status = readValues(filter);
        return status ? Result<EventFilter>(std::move(filter)) : Result<EventFilter>(status.error());
    }
    skipBlanks();
    const std::size_t operatorAt = m_at;
    const std::optional<CompareOp> op = negated ? std::nullopt : readOperator();
    if (!op || (!isAmount && *op >= CompareOp::Less)) {
        return refusedAt(operatorAt,
                         isAmount ? "= != >= <= > < come after amount" : "= != in come after a field");
    }
    filter.op = *op;
    if (isAmount) {
        const Status status = readAmount(filter);
        return status ? Result<EventFilter>(std::move(filter)) : Result<EventFilter>(status.error());
    }
    Result<std::string> value = readValue();
    if (!value) {
        return value.error();
    }
    filter.values.push_back(*std::move(value));
    return filter;
}

Result<EventClause> EventReader::readClause()
{
    Result<std::string> type = readType();
    if (!type) {
        return type.error();
    }
    EventClause clause {.type = *std::move(type)};
    if (!take('[')) {
        return clause;
    }
    do {
        Result<EventFilter> filter = readFilter();
        if (!filter) {
            return filter.error();
        }
        clause.filters.push_back(*std::move(filter));
    } while (take(','));
    if (!take(']')) {
        return refused(", or ] comes after a filter");
    }
    return clause;
}

Result<EventPredicate> EventReader::readPredicate()
{
    EventPredicate predicate;
    do {
        Result<EventClause> clause = readClause();
        if (!clause) {
            return clause.error();
        }
        predicate.clauses.push_back(*std::move(clause));
    } while (take('|'));
    return predicate;
}

}  // namespace meitrace
