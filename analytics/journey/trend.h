// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/eventpredicate.h"
#include "analytics/features/periods.h"
#include "models/base/job.h"
#include "models/frame/bitset.h"
#include "models/frame/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meitrace {

/// What a period's events come to.
enum class TrendMeasure : std::uint8_t {
    Events,
    Customers,    ///< each once a period
    PerCustomer,  ///< events by customers
    Sum,          ///< of their amounts, in fen
    Mean,         ///< amount by events with one
    Percentile    ///< of the amounts of events with one
};

enum class TrendCompare : std::uint8_t {
    None,
    Previous,  ///< the same number of periods right before
    Year       ///< the year before: 12 months, 4 quarters, 52 weeks, or 364 days, so that weekdays agree
};

struct TrendOptions {
    EventPredicate events {{{.type = "*"}}};
    TrendMeasure measure = TrendMeasure::Events;
    int percent = 50;  ///< of Percentile, 1 to 99
    PeriodUnit unit = PeriodUnit::Months;
    Day from = kMissingDay;  ///< missing: the first of the data
    Day to = kMissingDay;    ///< missing: the as-of day
    Day asOf = kMissingDay;
    std::optional<EventField> splitBy {};
    int top = 5;  ///< values of the split with most events; the others are one series; 1 to 20
    TrendCompare compare = TrendCompare::None;
    Bitset population {};
    bool includeAnonymous = false;

    static constexpr int kMostPeriods = 2'000;
};

struct TrendPoint {
    double value = 0;  ///< NaN where there is nothing to divide
    Index events = 0;
    Index customers = 0;
    Fen amount = 0;
};

struct TrendSeries {
    std::string name {};  ///< of the split's value; empty: events without one, or no split
    bool isOther = false;
    std::vector<TrendPoint> points {};  ///< by period
    std::vector<TrendPoint> before {};  ///< of what is compared with, by period; empty without
};

struct TrendResult {
    std::vector<TrendSeries> series {};  ///< most events first, the others last; exactly one without a split
    std::vector<Day> starts {};          ///< first day of each period
    std::vector<Day> beforeStarts {};
    bool lastIsOpen = false;  ///< the last period is not over on the as-of day
    Day from = 0;             ///< days counted
    Day to = 0;
    Index events = 0;
    Index customers = 0;  ///< each once over all periods
    Index notSelected = 0;
    Index anonymous = 0;
};

/// Events period by period. Counts and sums of the series add up to those without a split; customers and
/// percentiles do not.
/// Cost    two passes over the events of the population with a split, else one; bit-equal for any threads
/// Errors  BadOption(from | unit | top | percent | population), BadRule, EmptyInput(event), Cancelled, those
///         of loading columns
Result<TrendResult> trend(const Snapshot& snapshot, const TrendOptions& options, Job& job);

/// A point of a trend. series, period: numbers of the result
struct TrendPlace {
    int series = 0;
    int period = 0;
    bool before = false;
};

Result<Bitset> trendMembers(const Snapshot& snapshot, const TrendOptions& options, const TrendResult& result,
                            const TrendPlace& place, Job& job);

/// How two trends become one.
enum class TrendFormula : std::uint8_t { Ratio, Difference, Sum };

/// Series with the same name of two trends over the same periods, value by value; a series that stands in one
/// only counts as 0 in the other. Counts beside the values are those of the first.
/// Errors  BadOption(formula): other periods
Result<TrendResult> combined(const TrendResult& first, const TrendResult& second, TrendFormula formula);

}  // namespace meitrace
