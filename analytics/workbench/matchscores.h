// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/matching.h"

#include <string>
#include <vector>

namespace meitrace {

/// Fills what a report says about the truth.  truth: by row, equal texts are one person
void measure(const EvidenceTable& table, const TableLinks& links, const std::vector<std::string>& truth,
             MatchReport& report);

}  // namespace meitrace
