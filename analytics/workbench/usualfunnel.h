// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funneloptions.h"
#include "analytics/workbench/overview.h"

namespace meitrace {

/// The usual funnel from lead to sale, of those events the data know; fewer than two steps: there is none.
FunnelOptions usualFunnel(const Overview& overview);

}  // namespace meitrace
