// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnel.h"
#include "app/command.h"

namespace meitrace {

/// Adds to the answer what was written down of the lost, and what goes along with getting through the funnel:
/// everything as JSON, as tables what most were lost for and what is no noise.
/// Errors  those of lostReasons() and funnelDrivers()
Status addReasons(const Snapshot& snapshot, const FunnelOptions& options, const FunnelResult& result,
                  Job& job, Answer& answer);

}  // namespace meitrace
