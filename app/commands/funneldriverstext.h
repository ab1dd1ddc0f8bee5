// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funnel.h"
#include "app/command.h"

namespace meitrace {

/// Adds to the answer what goes along with getting through the funnel: all drivers as JSON, those that are no
/// noise as a table.
/// Errors  those of funnelDrivers()
Status addDrivers(const Snapshot& snapshot, const FunnelOptions& options, const FunnelResult& result,
                  Job& job, Answer& answer);

}  // namespace meitrace
