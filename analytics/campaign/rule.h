// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/clinic/consent.h"
#include "analytics/features/duration.h"
#include "analytics/features/eventpredicate.h"
#include "models/base/units.h"
#include "models/domain/person.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace meitrace {

/// Where a clause begins in the text it was read from: 1-based character, 0 = not read from a text. No part
/// of what a rule means, so all columns are equal.
struct RuleColumn {
    std::int64_t at = 0;
    bool operator==(const RuleColumn&) const { return true; }
};

enum class RuleOp : std::uint8_t {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    Between,  ///< both ends belong to it
    Contains,
    Starts,
    Empty,   ///< the value is unknown; this itself is never unknown
    Window,  ///< a date inside a window: last, before, range
};

/// Which of a customer's matching events is meant.
enum class RulePick : std::uint8_t { Any, First, Last };

/// A span of time, inclusive at its start, exclusive at its end. None reaches behind the as-of day.
struct RuleWindow {
    enum class Kind : std::uint8_t {
        Always,
        Last,    ///< the `length` that ends with the as-of day
        Before,  ///< before the day `to`
        Range,   ///< from the day `from` to before the day `to`
        Since,   ///< behind the customer's last `anchor` event
        Within   ///< from an `anchor` event on, `length` long; the event itself is not looked at
    };
    Kind kind = Kind::Always;
    Duration length {};
    Day from = 0;
    Day to = 0;
    EventPredicate anchor {};
    RulePick pick = RulePick::Any;  ///< of the anchors of Within; Any: inside the window of some anchor
    bool operator==(const RuleWindow&) const = default;
};

/// A fact or a metric of the customer compared with values. Values stand as written; numbers and dates are
/// read when the rule meets a snapshot. Money is in major units.
struct AttributeClause {
    std::string name {};
    RuleOp op = RuleOp::Equal;
    std::vector<std::string> values {};  ///< one; Between: two; In: one or more; Empty and Window: none
    RuleWindow window {};
    bool operator==(const AttributeClause&) const = default;
};

/// What the customer did. "did not" stands for the opposite of the whole clause.
struct DidClause {
    enum class Mode : std::uint8_t { Did, DidNot, Lapsed };           ///< Lapsed: did, but not in the window
    enum class Measure : std::uint8_t { Any, Count, Sum, Distinct };  ///< Any: at least one event
    Mode mode = Mode::Did;
    EventPredicate event {};
    Measure measure = Measure::Any;
    std::string field {};  ///< of Sum (amount) and Distinct (day, item, store …)
    RuleOp op = RuleOp::GreaterEqual;
    double number = 1;  ///< amount: major units
    RuleWindow window {};
    RulePick pick = RulePick::Any;  ///< the first or last matching event of all lies in the window
    bool operator==(const DidClause&) const = default;
};

struct MemberClause {
    std::string audience {};
    bool operator==(const MemberClause&) const = default;
};

/// Consent for a scope on a channel; semantics in analytics/clinic/consent.h.
struct ConsentClause {
    bool reachable = false;  ///< written reachable(channel, scope): the state is Granted
    ConsentScope scope = ConsentScope::Marketing;
    ConsentChannel channel = ConsentChannel::Any;
    ConsentAnswer state = ConsentAnswer::Granted;
    bool operator==(const ConsentClause&) const = default;
};

/// One node of a rule. Every customer is true, false or unknown for it: And and Or as Kleene's, Except is the
/// first child and the opposite of all others, Not leaves unknown unknown, IncludeUnknown makes it true.
struct RuleNode {
    enum class Kind : std::uint8_t {
        All,  ///< every customer of the population
        And,  ///< two children or more; Or and Except too
        Or,
        Except,
        Not,             ///< one child
        IncludeUnknown,  ///< one child
        Attribute,
        Event,
        Member,
        Consent
    };
    Kind kind = Kind::All;
    std::vector<RuleNode> children {};
    std::variant<std::monostate, AttributeClause, DidClause, MemberClause, ConsentClause> clause {};
    RuleColumn column {};

    bool operator==(const RuleNode& other) const;
};

/// Limits of a rule's text. Beyond them it is refused.
inline constexpr std::size_t kRuleBytes = 16'384;
inline constexpr int kRuleDepth = 64;
inline constexpr int kRuleClauses = 200;

/// Names of results of other analyses (rfm.segment, recency_d …), which the evaluator is handed as columns.
bool isMetricName(std::string_view name);
/// Ascending, each once. Live audiences inside are not looked into.
std::vector<std::string> requiredMetrics(const RuleNode& rule);
std::vector<std::string> requiredAudiences(const RuleNode& rule);

}  // namespace meitrace
