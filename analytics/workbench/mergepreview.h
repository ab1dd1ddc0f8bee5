// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/customerside.h"
#include "analytics/workbench/decisions.h"

#include <string>
#include <vector>

namespace meitrace {

/// Marketing on one channel, by what each has said and by what both have said together.
struct MergeConsent {
    ConsentChannel channel {};
    ConsentAnswer a {};
    ConsentAnswer b {};
    ConsentAnswer together {};
};

/// What would be different if two customers were one. Spend adds up; an audience one of them is in may win or
/// lose her, because live rules are asked anew.
struct MergePreview {
    CustomerSide a;
    CustomerSide b;
    MergeOutlook outlook;
    std::vector<MergeConsent> consents;       ///< one per channel that people are reached on
    std::vector<std::string> audiencesOfOne;  ///< one of the two is in it, the other is not
};

/// Changes nothing. The clinic must be open for writing: the merge is tried and taken back.
/// Errors  as foreseeMerge(), those of rules and columns
Result<MergePreview> previewOfMerge(Clinic& clinic, const std::string& a, const std::string& b, Job& job);

}  // namespace meitrace
