// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/audience.h"
#include "analytics/campaign/audiencereason.h"
#include "analytics/campaign/rulewords.h"
#include "analytics/workbench/clinic.h"

#include <string>
#include <vector>

namespace meitrace {

/// A saved audience: live (the rule is asked anew each time) or frozen (the members of the day it was saved).
struct SavedAudience {
    std::string name;
    std::string rule;
    std::int64_t version = 0;
    bool frozen = false;
    Day asOf = 0;
    Index members = 0;         ///< of a frozen one
    std::string origin {};     ///< which figure a list without a rule came from, in words
    std::int64_t savedAt = 0;  ///< set by saving
};

/// What a rule is asked against.
struct AudienceQuestion {
    std::string rule;
    Day asOf = kMissingDay;
    bool includeAnonymous = false;
};

/// A rule read and made ready to be evaluated: metrics worked out, saved audiences at hand.
struct ReadyRule {
    RuleNode rule;
    AudienceOptions options;
};

/// The words of rules in both languages.
const KeywordTable& ruleWords();

/// Errors  BadRule, those of the analyses behind metrics
Result<ReadyRule> readyRule(Clinic& clinic, const AudienceQuestion& question, Job& job);

/// Whether a rule may leave somebody out: none and "all" do not.
bool isChoice(std::string_view rule);

/// The customers an analysis looks at: those a rule holds for, or everybody known (or everybody) where the
/// rule is empty. Test persons are left out unless the rule names them.
Result<Bitset> populationOf(Clinic& clinic, const AudienceQuestion& question, Job& job);

Result<std::vector<SavedAudience>> savedAudiences(Clinic& clinic, Job& job);
/// Saves under a name; a name used before gets a new version. frozen: keep these members.
/// Errors  BadRule(cycle): a live rule that leads back to its own name; those of the store
Status saveAudience(Clinic& clinic, const SavedAudience& audience, const Bitset& members, Job& job);

}  // namespace meitrace
