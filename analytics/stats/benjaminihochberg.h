// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace meitrace {

/// Adjusted p of many comparisons at once: the smallest false discovery rate at which each would be called.
/// In the order of p. NaN marks a comparison that was not made: it stays NaN and does not count. Cost  O(n
/// log n). Source  Benjamini and Hochberg 1995, JRSS B 57
std::vector<double> benjaminiHochberg(const std::vector<double>& p);

/// Adjusted p that bounds the chance of any false call, for a few planned comparisons. NaN as above.
/// Source  Holm 1979, Scandinavian Journal of Statistics 6
std::vector<double> holm(const std::vector<double>& p);

}  // namespace meitrace
