// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/rule.h"

#include <QString>

namespace meitrace {

/// A clause of a rule as a sentence to read ("Visit: at least 2 times in the last 90 days"), in the language
/// of the window. What no sentence says stays rule text.
QString clauseText(const RuleNode& clause);

}  // namespace meitrace
