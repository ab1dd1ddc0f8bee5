// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/audience.h"
#include "analytics/campaign/truth.h"

#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// The fact of a customer that a clause looked at.
struct ReasonFact {
    bool known = false;
    AttributeType type = AttributeType::Category;
    std::string text;   ///< of a category
    double number = 0;  ///< of the others; money in minor units, a date as days since 1970
};

/// The event that decided a clause: for "did", "did not" and the like the last matching one in the window,
/// for first and last the one meant.
struct ReasonEvent {
    Index row = -1;  ///< of the snapshot's events; -1 = the customer has no matching event
    Millis time = 0;
    std::string_view type;      ///< lives as long as the snapshot
    bool inWindow = false;      ///< false: the nearest one before the as-of day, outside the window
    std::int64_t measured = 0;  ///< events in the window, their sum in minor units, or different values
};

/// Why a customer is in or out, in the shape of the rule.
struct RuleReason {
    const RuleNode* clause = nullptr;  ///< inside the rule given
    Truth truth = Truth::Unknown;
    ReasonFact fact;                                 ///< of an Attribute clause
    ReasonEvent event;                               ///< of an Event clause
    ConsentAnswer consent = ConsentAnswer::Unknown;  ///< of a Consent clause
    Millis consentAt = kMissing;  ///< date of the deciding record; kMissing: undated, or decided by default
    std::vector<RuleReason> children;
};

struct AudienceReason {
    bool inPopulation = false;  ///< outside it nobody is a member, whatever the rule says
    RuleReason rule;
    [[nodiscard]] bool isMember() const { return inPopulation && rule.truth == Truth::True; }
};

/// Evaluates every clause for one customer, also those that the evaluation of the audience did not need.
///
/// Errors  as evaluateAudience; BadOption(customer)
Result<AudienceReason> explainMembership(const Snapshot& snapshot, const RuleNode& rule,
                                         const AudienceOptions& options, Index customer, Job& job);

}  // namespace meitrace
