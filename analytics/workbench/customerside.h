// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/clinic/consent.h"
#include "analytics/workbench/clinic.h"

#include <string>
#include <vector>

namespace meitrace {

/// A customer as she stands before or after a merge or a split.
struct CustomerSide {
    std::string code;
    std::int64_t handles = 0;
    Index visits = 0;                    ///< days in the clinic
    Fen spend = 0;                       ///< paid less refunded
    std::vector<std::string> audiences;  ///< saved ones she is in now, by name
};

/// customer: row of the clinic's snapshot. An audience whose rule no longer works has no members.
/// Cost    every saved audience is counted
Result<CustomerSide> describeCustomer(Clinic& clinic, Index customer, Job& job);

/// What has been said about marketing on each of kReachChannels, by these consents, up to the end of the
/// data.
std::vector<ConsentAnswer> reachAnswers(const Snapshot& snapshot, std::span<const ConsentRecord> consents);

}  // namespace meitrace
