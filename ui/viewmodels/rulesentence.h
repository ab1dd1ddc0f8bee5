// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/rule.h"
#include "analytics/campaign/rulewords.h"
#include "models/base/result.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// A clause of a rule in the shape of a sentence that is put together from a few boxes. Every rule fits:
/// what has no boxes of its own stays rule text.
struct RuleSentence {
    enum class Kind { Attribute, Event, Segment, Audience, Consent, Group, Text };

    Kind kind = Kind::Attribute;
    bool negated = false;
    std::string name;  ///< of an attribute, event (as in a step), segment or audience
    RuleOp op = RuleOp::Equal;
    std::string value;
    bool didNot = false;
    int atLeast = 1;   ///< times
    int lastDays = 0;  ///< 0 = at any time
    ConsentChannel channel = ConsentChannel::Wechat;
    std::string text;                              ///< of rule text, in the language it was made in
    RuleNode::Kind joining = RuleNode::Kind::And;  ///< of a group: And, Or, Except
    std::vector<RuleSentence> rows;                ///< of a group
};

/// The rule as a group of sentences.
RuleSentence sentencesOf(const RuleNode& rule, RuleLanguage language);
/// The rule back: nodeOf(sentencesOf(rule)) = rule. A group without rows is everybody.
/// Errors  BadRule: rule text that cannot be read, a value that is missing
Result<RuleNode> nodeOf(const RuleSentence& sentence);

/// The language rules are shown in.
RuleLanguage shownRuleLanguage();
/// A rule as it is kept, in the language of the window; unchanged where it cannot be read.
QString shownRule(const std::string& rule);

}  // namespace meitrace
