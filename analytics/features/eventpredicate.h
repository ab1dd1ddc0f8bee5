// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/units.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// Which events are meant: one step of a funnel, "did X" of a rule.
///
///   predicate := clause { "|" clause }
///   clause    := type [ "[" filter { "," filter } "]" ]        type: an event code, or * for any event
///   filter    := field ("=" | "!=") value
///              | field ["not"] "in" "(" value { "," value } ")"
///              | "amount" ("=" | "!=" | ">=" | "<=" | ">" | "<") number     number: major units, 2 decimals
///   field     := channel | store | staff | device | campaign | item | page
///              | detail, also written visit_type, kind, status, reason, search_term
///   value     := word | "…"       in quotes \" and \\ stand for themselves
///
/// Blanks between tokens do not matter. Words are letters, digits, _ - . / + : # and @; everything else is
/// put in quotes. An event without a value differs from every value, so != and "not in" let it pass;
/// item="" asks for events without an item, item!="" for those with one.
enum class CompareOp : std::uint8_t { Equal, NotEqual, Less, AtMost, More, AtLeast };

struct EventFilter {
    std::string field {};  ///< as written
    CompareOp op = CompareOp::Equal;
    std::vector<std::string> values {};  ///< at least one; Equal: one of them, NotEqual: none of them
    Fen amount = 0;                      ///< field amount only, which has no values
    bool operator==(const EventFilter&) const = default;
};

struct EventClause {
    std::string type {};                  ///< "*" = any
    std::vector<EventFilter> filters {};  ///< all must hold
    bool operator==(const EventClause&) const = default;
};

struct EventPredicate {
    std::vector<EventClause> clauses {};  ///< at least one; any must hold
    bool operator==(const EventPredicate&) const = default;
};

/// The whole text is one predicate.
///
/// Errors  BadRule(step) with the offending word as value and place.column, characters from 1.
Result<EventPredicate> parseEventPredicate(std::string_view text);

/// Predicates separated by commas: the value of --steps.
Result<std::vector<EventPredicate>> parseEventList(std::string_view text);

/// Reads one predicate inside a longer text. at: byte where it starts; moves behind it, and behind no blank.
/// place.column of an error counts from the start of `text`.
Result<EventPredicate> readEventPredicate(std::string_view text, std::size_t& at);

/// Canonical text, quotes only where needed; parses to the same predicate.
std::string printed(const EventPredicate& predicate);
std::string printed(const std::vector<EventPredicate>& list);

}  // namespace meitrace
