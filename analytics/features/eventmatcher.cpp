// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/eventmatcher.h"

#include "models/base/badoption.h"
#include "models/base/text.h"
#include "models/domain/eventtype.h"

#include <algorithm>
#include <limits>

namespace meitrace {

namespace {

/// 0 when the text is not there
std::uint32_t codeOf(const Dictionary& dictionary, const std::string& text)
{
    const std::uint32_t code = dictionary.find(text);
    return code != 0 ? code : dictionary.find(normalised(text));
}

/// The code of an event type in this snapshot; 0 when it has no such event.
std::uint32_t typeCodeOf(const Dictionary& types, const std::string& name)
{
    const std::uint32_t code = types.find(name);
    return code != 0 ? code : types.find(codeFrom(name));
}

/// The fields that filters look at; an amount has no values, the others have.
Status addFields(const std::vector<EventFilter>& filters, std::vector<EventField>& needed)
{
    for (const EventFilter& filter : filters) {
        const std::optional<EventField> field = eventFieldByName(filter.field);
        const bool isAmount = field && *field == EventField::Amount;
        if (!field || (!isAmount && !hasDictionary(*field)) || isAmount != filter.values.empty()) {
            return Error {.code = ErrorCode::BadRule, .subject = "step", .value = shortened(filter.field)};
        }
        needed.push_back(*field);
    }
    return Done {};
}

Status loadNeeded(const std::vector<EventPredicate>& predicates, const Snapshot& snapshot, Job& job)
{
    std::vector<EventField> needed {EventField::Type};
    for (const EventPredicate& predicate : predicates) {
        for (const EventClause& clause : predicate.clauses) {
            if (Status status = addFields(clause.filters, needed); !status) {
                return status;
            }
        }
    }
    return snapshot.load(needed, job);
}

}  // namespace

Result<EventMatcher> EventMatcher::bind(const std::vector<EventPredicate>& predicates,
                                        const Snapshot& snapshot, Job& job)
{
    if (predicates.size() > kMostPredicates) {
        return badOption("steps", predicates.size());
    }
    if (Status status = loadNeeded(predicates, snapshot, job); !status) {
        return status.error();
    }
    EventMatcher matcher;
    matcher.m_type = snapshot.type().data();
    const std::size_t types = snapshot.dictionary(EventField::Type).size();
    matcher.m_sure.assign(types, 0);
    matcher.m_maybe.assign(types, 0);
    matcher.m_clausesOfType.resize(types);
    for (std::size_t i = 0; i < predicates.size(); ++i) {
        for (const EventClause& clause : predicates[i].clauses) {
            matcher.bindClause(clause, static_cast<int>(i), snapshot);
        }
    }
    return matcher;
}

void EventMatcher::bindClause(const EventClause& clause, int predicate, const Snapshot& snapshot)
{
    const Dictionary& types = snapshot.dictionary(EventField::Type);
    const bool any = clause.type == "*";
    const std::uint32_t type = any ? 0 : typeCodeOf(types, clause.type);
    if (!any && type == 0 && !standardEventType(clause.type) && !standardEventType(codeFrom(clause.type))) {
        m_unknown.push_back({.predicate = predicate, .field = "type", .name = clause.type});
    }
    const std::uint64_t bit = std::uint64_t {1} << static_cast<unsigned>(predicate);
    std::int32_t number = -1;
    if (!clause.filters.empty()) {
        BoundClause bound {.bit = bit, .filters = {}};
        for (const EventFilter& filter : clause.filters) {
            bound.filters.push_back(bindFilter(filter, predicate, snapshot));
            if (eventFieldByName(filter.field) == EventField::Amount) {
                m_amount = snapshot.amount().data();
            }
        }
        number = static_cast<std::int32_t>(m_clauses.size());
        m_clauses.push_back(std::move(bound));
    }
    if (any) {
        for (std::size_t t = 0; t < m_sure.size(); ++t) {
            addByType(t, bit, number);
        }
    } else if (type != 0) {
        addByType(type, bit, number);
    }
}

void EventMatcher::addByType(std::size_t type, std::uint64_t bit, std::int32_t clause)
{
    if (clause < 0) {
        m_sure[type] |= bit;
    } else {
        m_maybe[type] |= bit;
        m_clausesOfType[type].push_back(clause);
    }
}

EventMatcher::BoundFilter EventMatcher::bindFilter(const EventFilter& filter, int predicate,
                                                   const Snapshot& snapshot)
{
    const EventField field = *eventFieldByName(filter.field);
    BoundFilter bound;
    if (field == EventField::Amount) {
        constexpr Fen kLow = std::numeric_limits<Fen>::min();
        constexpr Fen kHigh = std::numeric_limits<Fen>::max();
        const bool above = filter.op == CompareOp::More || filter.op == CompareOp::AtLeast;
        const bool below = filter.op == CompareOp::Less || filter.op == CompareOp::AtMost;
        bound.low = below ? kLow : filter.amount + (filter.op == CompareOp::More ? 1 : 0);
        bound.high = above ? kHigh : filter.amount - (filter.op == CompareOp::Less ? 1 : 0);
        bound.outside = filter.op == CompareOp::NotEqual;
        return bound;
    }
    const Dictionary& dictionary = snapshot.dictionary(field);
    const bool negated = filter.op == CompareOp::NotEqual;
    bound.codes = snapshot.codes(field);
    bound.allowed.assign(dictionary.size() / 64U + 1U, negated ? ~std::uint64_t {0} : 0);
    for (const std::string& value : filter.values) {
        const std::uint32_t code = codeOf(dictionary, value);
        if (code == 0 && !normalised(value).empty()) {
            m_unknown.push_back({.predicate = predicate, .field = filter.field, .name = value});
            continue;
        }
        const std::uint64_t bit = std::uint64_t {1} << (code % 64U);
        std::uint64_t& word = bound.allowed[code / 64U];
        word = negated ? word & ~bit : word | bit;
    }
    return bound;
}

bool EventMatcher::passes(const BoundFilter& filter, Index event) const
{
    if (filter.codes) {
        const std::uint32_t code = (*filter.codes)[event];
        return ((filter.allowed[code / 64U] >> (code % 64U)) & 1U) != 0;
    }
    const Fen amount = m_amount[event];
    return (amount >= filter.low && amount <= filter.high) != filter.outside;
}

std::uint64_t EventMatcher::filtered(Index event, std::size_t type) const
{
    std::uint64_t mask = 0;
    for (const std::int32_t number : m_clausesOfType[type]) {
        const BoundClause& clause = m_clauses[static_cast<std::size_t>(number)];
        if ((mask & clause.bit) == 0
            && std::all_of(clause.filters.begin(), clause.filters.end(),
                           [&](const BoundFilter& filter) { return passes(filter, event); })) {
            mask |= clause.bit;
        }
    }
    return mask;
}

}  // namespace meitrace
