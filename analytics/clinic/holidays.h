// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"

#include <span>
#include <string>

namespace meitrace {

/// Public holidays of China with the days around them that are off as well; they move with the moon.
struct Holiday {
    std::string code;  ///< "spring", "labour", "national", …
    Day first = 0;
    Day last = 0;
};

/// In the order of time.
/// Source  the yearly notices of the State Council
std::span<const Holiday> publicHolidays();

/// Last year for which the holidays are known.
int lastHolidayYear();

}  // namespace meitrace
