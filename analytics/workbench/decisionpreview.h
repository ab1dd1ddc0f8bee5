// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/customerside.h"
#include "analytics/workbench/decisions.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// One of the customers that a decision concerns.
struct CustomerPart {
    CustomerSide side;
    std::vector<std::uint32_t> idents;      ///< ascending
    std::vector<ConsentAnswer> answers {};  ///< marketing, by kReachChannels
};

/// What a decision about who is who would change.
struct DecisionPreview {
    std::vector<CustomerPart> before;  ///< of a merge the two, as they were named; of a split the one
    /// Of a merge usually one. Of a split the one that keeps the code first; more than two where records were
    /// joined only by those that leave.
    std::vector<CustomerPart> after;
    std::int64_t customers = 0;  ///< how many there will be more (less than 0: fewer)
    std::int64_t review = 0;     ///< pairs that will wait more
};

/// Decides in a copy of the workspace and looks at it: what follows for rules, consents and money is known
/// only once it is done. The copy lies in the system's folder for such files for that moment, readable for
/// its owner only.
/// Cost    a copy of the file and a resolution
/// Errors  as mergeCustomers() and splitCustomer(), those of copying
Result<DecisionPreview> previewOfMerge(Clinic& clinic, const std::string& a, const std::string& b, Job& job);
Result<DecisionPreview> previewOfSplit(Clinic& clinic, const std::string& code,
                                       const std::vector<std::uint32_t>& idents, Job& job);

}  // namespace meitrace
