// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"

#include <string>
#include <vector>

namespace meitrace {

/// Bands of a number: band i holds the values above cut i - 1 up to and with cut i.
struct Bands {
    std::vector<double> cuts;         ///< ascending, different
    std::vector<std::string> labels;  ///< one more than cuts; in the unit that `scale` of the maker names
};

/// Labels "<=3", ">3..7", ">7"; numbers are printed divided by `scale`, at most six digits.
Bands bandsFromCuts(std::vector<double> cuts, double scale = 1);

/// "<18", "18-24", "25-29", "30-34", "35-39", "40-49", "50-59", "60+" of whole years
Bands ageBands();
/// 0, 100, 300, 1,000 … 100,000 major units; values in minor units, labels in major ones
Bands moneyBands();
/// Days since a date: 30, 90, 180, 365, 730, 1,095
Bands elapsedBands();
/// Quintiles of the values; where they take five different values or fewer, each is a band of its own.
/// values: no NaN; may be empty
Bands quintileBands(const std::vector<double>& values);

/// Number of cuts strictly below
std::size_t bandOf(double value, const std::vector<double>& cuts);

/// Completed years at a day; a birthday on 29 February completes them on 1 March of other years.
int ageAt(Day birth, Day at);

}  // namespace meitrace
