// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/analytics/customer/kpiworld.h"

#include <map>

namespace meitrace::test {

/// The figures by the words of their definitions: sets of days and people, one row after the other. ROI
/// counts 30 days.
std::map<std::string, double> naiveFigures(const std::vector<Fact>& facts, const KpiInputs& inputs,
                                           KpiPeriod period, Day asOf);

}  // namespace meitrace::test
