// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnel.h"
#include "analytics/journey/funnelcases.h"
#include "analytics/journey/funnelplan.h"

#include <vector>

namespace meitrace {

/// Joins the chunks, in their order, into cases, rows and splits. Errors  Cancelled
Result<FunnelResult> totalFunnel(const FunnelPlan& plan, const std::vector<FunnelChunk>& chunks, Job& job);

}  // namespace meitrace
