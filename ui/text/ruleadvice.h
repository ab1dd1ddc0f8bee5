// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fate.h"

#include <QString>

namespace meitrace {

/// What to do about a row that was set aside for this reason, in half a sentence; empty where the reason sets
/// no row aside.
QString ruleAdvice(RowRule rule);

}  // namespace meitrace
