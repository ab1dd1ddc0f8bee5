// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/rule.h"
#include "analytics/campaign/rulewords.h"
#include "models/base/result.h"

#include <string>
#include <string_view>

namespace meitrace {

/// Reads an audience rule; the grammar stands in docs/methods/audience.md. English is always understood,
/// other languages as far as the table goes.
///
/// Cost    O(length of the text).
/// Errors  BadRule: place.column is the 1-based character, value what stands there (empty: the end), subject
///         what was expected: term, bracket, joining (AND, OR, EXCEPT or the end), one_operator (brackets
///         around mixed ones), comparison, value, number, whole_number, date, duration, event, measure,
///         window, audience, scope, channel, state, between_and, of, no_pick (first or last together with a
///         measure); or the limit broken: length, depth, clauses, utf8.
Result<RuleNode> parseRule(std::string_view text, const KeywordTable& words);

/// The rule as text that reads back as the same tree with the same table.
std::string printRule(const RuleNode& rule, const KeywordTable& words,
                      RuleLanguage language = RuleLanguage::English);

}  // namespace meitrace
