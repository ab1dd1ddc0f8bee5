// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/mergepreview.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// One of the customers that a split would leave.
struct SplitPart {
    CustomerSide side;
    std::vector<std::uint32_t> idents;      ///< ascending
    std::vector<ConsentAnswer> answers {};  ///< marketing, by kReachChannels
};

/// What would be different if some records of a customer were somebody else's.
struct SplitPreview {
    SplitPart before;
    /// The one that keeps the code first. More than two where records were joined only by those that leave.
    std::vector<SplitPart> parts;
    std::int64_t review = 0;  ///< pairs that would wait more
};

/// Splits a copy of the workspace and looks at it: what follows for rules, consents and money is known only
/// once it is done. The copy lies beside the workspace for that moment, readable for its owner only.
/// Cost    a copy of the file and a resolution
/// Errors  as splitCustomer(), those of copying
Result<SplitPreview> previewOfSplit(Clinic& clinic, const std::string& code,
                                    const std::vector<std::uint32_t>& idents, Job& job);

}  // namespace meitrace
