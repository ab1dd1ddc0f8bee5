// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/audiences.h"

#include <string>
#include <vector>

namespace meitrace {

/// Whether an audience may have this rule: by itself and through the live audiences it names it must not come
/// back to its own name. A fixed list looks nothing up and ends the way.
/// Errors  BadRule(cycle; value: the audience whose rule names this one)
Status checkNoCircle(const std::vector<SavedAudience>& saved, const std::string& name,
                     const std::string& rule);

}  // namespace meitrace
