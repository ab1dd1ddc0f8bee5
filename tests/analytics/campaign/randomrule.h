// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/audience.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"

#include <vector>

namespace meitrace::test {

/// A clinic of random customers: some without birth date, city, consent, events; day-precision events,
/// bookings after the as-of day, equal instants.
struct RandomWorld {
    SnapshotPtr snapshot;
    AudienceOptions options;  ///< metrics, two frozen audiences "f0" "f1" and a live one "live"
};

/// As-of day of every random world
inline constexpr Day kRandomAsOf = 20'000;

RandomWorld randomWorld(int customers, std::uint64_t seed);

/// A tree of at most `depth` levels of AND, OR, EXCEPT, NOT, include unknown over all kinds of clauses.
RuleNode randomRule(Random& random, int depth);

RuleNode joinedRule(RuleNode::Kind kind, std::vector<RuleNode> children);

}  // namespace meitrace::test
