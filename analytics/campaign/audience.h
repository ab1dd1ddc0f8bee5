// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/customerleaf.h"
#include "analytics/campaign/rule.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meitrace {

/// An audience that rules may name: a frozen list of members, or a rule that is evaluated anew.
struct NamedAudience {
    std::string name;
    std::optional<Bitset> frozen;  ///< rows of the snapshot
    RuleNode rule;
};

struct AudienceOptions {
    Day asOf = kMissingDay;             ///< default: the snapshot's
    Bitset population;                  ///< default (size 0): known customers
    std::vector<AttributePtr> metrics;  ///< named as in rules; at least those of metricsOf()
    std::vector<NamedAudience> audiences;
};

/// A name that a rule uses and the data do not know: it matches nobody.
struct AudienceDoubt {
    std::string field;  ///< "type" of an event, a field of a step filter, or an attribute
    std::string name;
    bool operator==(const AudienceDoubt&) const = default;
};

/// Row i is customer i of the snapshot.
struct Audience {
    Bitset members;
    Bitset unknown;                     ///< in the population, and the rule cannot tell
    std::vector<AudienceDoubt> doubts;  ///< each once, also those of live audiences; for a warning
};

/// Who fulfils a rule. Membership in another audience is never unknown: its members are those it is true for.
///
/// Windows  relative to the as-of day; nothing after it is seen.
/// Order    of the clauses does not matter, nor does the number of threads.
/// Cost     O(customers + events of those whom facts, metrics and consent leave open).
/// Errors   BadRule (see parseRule; also attribute: no such fact, metric: not handed in, comparison, number,
///          date: does not fit the type, audience: no such audience or a refused rule inside it, cycle),
///          BadOption(population | audiences | metrics: size), Cancelled, those of loading columns.
/// Source   semantics C11; docs/methods/audience.md.
Result<Audience> evaluateAudience(const Snapshot& snapshot, const RuleNode& rule,
                                  const AudienceOptions& options, Job& job);

/// One top-level clause of a rule, in written order.
struct WaterfallStep {
    const RuleNode* clause = nullptr;  ///< inside the rule given
    RuleNode::Kind joining
        = RuleNode::Kind::All;  ///< how it joins those before: And, Or, Except; All: the first
    Index own = 0;              ///< customers it is true for by itself
    Index ownUnknown = 0;
    Index cumulative = 0;  ///< members of the rule up to here
};

/// Clause by clause; the last cumulative count is that of the members. A rule without AND, OR or EXCEPT at
/// its top is one step. Cost: every clause over the whole population. Errors  as evaluateAudience
Result<std::vector<WaterfallStep>> audienceWaterfall(const Snapshot& snapshot, const RuleNode& rule,
                                                     const AudienceOptions& options, Job& job);

/// Metrics that the rule and the live audiences it names, directly or not, ask for. Ascending.
std::vector<std::string> metricsOf(const RuleNode& rule, std::span<const NamedAudience> audiences);

}  // namespace meitrace
