// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/decisions.h"
#include "app/command.h"

namespace meitrace {

/// How many handles and customers there are after who is who was worked out.
Answer resolutionAnswer(const ResolutionReport& report);

}  // namespace meitrace
