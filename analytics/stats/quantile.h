// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/units.h"

#include <cstdint>
#include <span>
#include <vector>

namespace meitrace {

/// Quantile of type 7, the default of R and NumPy: linear between the order statistics around (n - 1) p.
/// sorted: ascending, not empty. p: 0 to 1. Source  Hyndman and Fan 1996, The American Statistician 50
double quantileType7(const std::vector<double>& sorted, double p);
double quantileType7(const std::vector<std::int64_t>& sorted, double p);

/// A type-7 quantile of whole numbers. No rounding enters a comparison: v > quantile is v > floor.
struct WholeQuantile {
    std::int64_t floor = 0;  ///< largest whole number that is not above it
    double value = 0;
};

/// The quantiles 1/bins, 2/bins … (bins - 1)/bins of values in any order; empty when there are no values.
/// Exact while (max - min) * bins stays below 2^63. Cost  O(n), no sort.
/// Errors  stops early when the job is stopped, and then returns an empty list
std::vector<WholeQuantile> innerQuantiles(std::span<const std::int64_t> values, int bins, Job& job);

/// The same of any numbers, in order; NaN must not be among them. Reorders its copy. Cost  O(n bins).
std::vector<double> innerQuantiles(std::vector<double> values, int bins);

/// The values at the given ranks (0-based, ascending) if `values` were sorted. Cost  O(n) for few ranks.
/// Errors  stops early when the job is stopped, and then returns an empty list
std::vector<std::int64_t> orderStatistics(std::span<const std::int64_t> values,
                                          const std::vector<Index>& ranks, Job& job);

}  // namespace meitrace
