// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace meitrace {

/// Makes every Chart show its regions to screen readers as list items with name and value. Safe to call
/// repeatedly.
void installChartAccess();

}  // namespace meitrace
