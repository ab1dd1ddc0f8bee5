// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/periods.h"

#include <QString>

namespace meitrace {

/// "Oct 2025", "Q4 2025", "2025", else the first day
QString periodText(PeriodUnit unit, Day start);

}  // namespace meitrace
