// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/eventpredicate.h"

#include "analytics/features/eventreader.h"

#include <array>

namespace meitrace {

namespace {

constexpr std::array<std::string_view, 6> kOperators {"=", "!=", "<", "<=", ">", ">="};

std::string quoted(const std::string& value)
{
    bool plain = !value.empty();
    for (const char c : value) {
        plain = plain && EventReader::isValueCharacter(c);
    }
    // As a value these words read as themselves, but a person would stumble over them.
    if (plain && value != "in" && value != "not") {
        return value;
    }
    std::string text = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') {
            text += '\\';
        }
        text += c;
    }
    return text + '"';
}

std::string printedAmount(Fen amount)
{
    const Fen size = amount < 0 ? -amount : amount;
    std::string text = (amount < 0 ? "-" : "") + std::to_string(size / 100);
    if (const Fen cents = size % 100; cents != 0) {
        text += (cents < 10 ? ".0" : ".") + std::to_string(cents);
    }
    return text;
}

std::string printedFilter(const EventFilter& filter)
{
    if (filter.values.empty()) {
        return filter.field + std::string(kOperators[static_cast<std::size_t>(filter.op)])
            + printedAmount(filter.amount);
    }
    if (filter.values.size() == 1) {
        return filter.field + (filter.op == CompareOp::Equal ? "=" : "!=") + quoted(filter.values.front());
    }
    std::string text = filter.field + (filter.op == CompareOp::Equal ? " in (" : " not in (");
    for (std::size_t i = 0; i < filter.values.size(); ++i) {
        text += (i == 0 ? "" : ",") + quoted(filter.values[i]);
    }
    return text + ")";
}

}  // namespace

Result<EventPredicate> readEventPredicate(std::string_view text, std::size_t& at)
{
    EventReader reader(text, at);
    Result<EventPredicate> predicate = reader.readPredicate();
    at = reader.position();
    return predicate;
}

Result<EventPredicate> parseEventPredicate(std::string_view text)
{
    EventReader reader(text, 0);
    Result<EventPredicate> predicate = reader.readPredicate();
    if (predicate && !reader.isAtEnd()) {
        return reader.refused("the step ends here");
    }
    return predicate;
}

Result<std::vector<EventPredicate>> parseEventList(std::string_view text)
{
    EventReader reader(text, 0);
    std::vector<EventPredicate> list;
    do {
        Result<EventPredicate> predicate = reader.readPredicate();
        if (!predicate) {
            return predicate.error();
        }
        list.push_back(*std::move(predicate));
    } while (reader.take(','));
    if (!reader.isAtEnd()) {
        return reader.refused("a comma comes between steps");
    }
    return list;
}

std::string printed(const EventPredicate& predicate)
{
    std::string text;
    for (const EventClause& clause : predicate.clauses) {
        text += (text.empty() ? "" : "|") + clause.type;
        for (std::size_t i = 0; i < clause.filters.size(); ++i) {
            text += (i == 0 ? "[" : ",") + printedFilter(clause.filters[i]);
        }
        text += clause.filters.empty() ? "" : "]";
    }
    return text;
}

std::string printed(const std::vector<EventPredicate>& list)
{
    std::string text;
    for (const EventPredicate& predicate : list) {
        text += (text.empty() ? "" : ",") + printed(predicate);
    }
    return text;
}

}  // namespace meitrace
