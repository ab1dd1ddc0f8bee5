// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/store/workspace.h"

#include <string>
#include <vector>

namespace meitrace {

/// Removes the cleaning rules that name one of these texts, also from the mappings that files were read with.
/// Inside the caller's transaction.
Status forgetInRules(Workspace& workspace, const std::vector<std::string>& texts);

}  // namespace meitrace
