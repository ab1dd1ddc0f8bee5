// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/audience.h"
#include "analytics/campaign/truth.h"

#include <functional>

namespace meitrace::test {

/// Answers a rule for one customer straight from the definitions: every event of the customer is visited for
/// every clause, every pair of event and anchor is tried. For rules of randomRule(); snapshot and options
/// must outlive it.
using NaiveEvaluator = std::function<Truth(const RuleNode& rule, Index customer)>;
NaiveEvaluator naiveEvaluator(const Snapshot& snapshot, const AudienceOptions& options);

}  // namespace meitrace::test
