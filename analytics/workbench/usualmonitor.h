// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/monitor.h"

namespace meitrace {

/// The numbers a clinic watches, called as their event, and "received", the money of its bills; public
/// holidays are days off.
MonitorOptions usualMonitor();

}  // namespace meitrace
