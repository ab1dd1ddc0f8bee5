// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/eventpredicate.h"
#include "models/base/job.h"
#include "models/frame/bitset.h"
#include "models/frame/snapshot.h"

#include <array>
#include <cstdint>
#include <vector>

namespace meitrace {

/// Which days, and whose events.
struct OccurrenceScope {
    Day from = kMissingDay;  ///< missing: the first of the data
    Day to = kMissingDay;    ///< missing: the as-of day
    Day asOf = kMissingDay;
    Bitset population {};
    bool includeAnonymous = false;
};

/// What is added up for each customer.
enum class DistributionOf : std::uint8_t {
    Times,
    Days,   ///< civil days with such an event
    Hours,  ///< hours of the clock with one; events whose time of day is not known count none
    Amount  ///< sum of the amounts, in fen
};

struct DistributionOptions {
    EventPredicate events {{{.type = "*"}}};
    DistributionOf of = DistributionOf::Times;
    std::vector<std::int64_t> edges {};  ///< ascending first values of the classes; none: usualEdges()
    OccurrenceScope scope {};
};

/// 1, 2, 3, 4, 5, 6, 11, 21, 51; of amounts ¥0.01, 500, 1,000, 3,000, 5,000, 10,000, 30,000, 50,000, 100,000
std::vector<std::int64_t> usualEdges(DistributionOf of);

struct DistributionClass {
    std::int64_t low = 0;
    std::int64_t high = 0;  ///< last value in it; the largest number: no end
    Index customers = 0;
};

struct DistributionResult {
    std::vector<DistributionClass> classes {};
    Index customers = 0;  ///< with such an event
    Index below = 0;      ///< of them, those below the first class: money given back as much as paid
    Index never = 0;      ///< of the population, without one
    double mean = 0;      ///< of those with one
    double median = 0;
    double p90 = 0;
    std::int64_t most = 0;
    Index notSelected = 0;
    Index anonymous = 0;
};

/// Customers by how often, on how many days, or for how much they did something.
/// Errors  BadOption(from | edges | population), BadRule, EmptyInput(event), Cancelled, those of loading
Result<DistributionResult> distribution(const Snapshot& snapshot, const DistributionOptions& options,
                                        Job& job);
/// Of one class; -1: those who never did it
Result<Bitset> distributionMembers(const Snapshot& snapshot, const DistributionOptions& options, int number,
                                   Job& job);

struct IntervalOptions {
    EventPredicate first {{{.type = "*"}}};
    EventPredicate second {};  ///< none: the same again, the customer's own rhythm
    OccurrenceScope scope {};  ///< days of the first event
};

struct IntervalClass {
    Day low = 0;   ///< whole days
    Day high = 0;  ///< last day in it; the largest number: no end
    Index pairs = 0;
};

struct IntervalResult {
    std::vector<IntervalClass>
        classes {};  ///< same day, 1–6, 7–13, 14–29, 30–59, 60–89, 90–179, 180–364, 365–
    Index pairs = 0;
    Index customers = 0;               ///< with a pair
    Index open = 0;                    ///< first events that no second one has followed yet
    std::array<double, 5> seconds {};  ///< quantiles 10, 25, 50, 75 and 90 %
    Index notSelected = 0;
    Index anonymous = 0;
};

/// How long it takes from one event to the next other one. Each first event counts with the second one that
/// comes after it and before the first event after it; events known by their day only stand at its end.
/// Errors  BadOption(from | population), BadRule, EmptyInput(pair), Cancelled, those of loading
Result<IntervalResult> intervals(const Snapshot& snapshot, const IntervalOptions& options, Job& job);
/// Of one class; -1: with a first event that is still open
Result<Bitset> intervalMembers(const Snapshot& snapshot, const IntervalOptions& options, int number,
                               Job& job);

struct WeekHourOptions {
    EventPredicate events {{{.type = "*"}}};
    OccurrenceScope scope {};
};

struct WeekHourResult {
    static constexpr int kDays = 7;  ///< from Monday
    static constexpr int kHours = 24;
    struct Cell {
        Index events = 0;
        Index customers = 0;  ///< each once a cell
    };

    std::array<Cell, 168> cells {};  ///< day × 24 + hour of the clinic's clock
    Index events = 0;
    Index withoutTime = 0;  ///< events known by their day only, in no cell
    Index customers = 0;
    Index notSelected = 0;
    Index anonymous = 0;
};

/// When in the week events happen.
/// Errors  BadOption(from | population), BadRule, EmptyInput(event), Cancelled, those of loading
Result<WeekHourResult> weekHours(const Snapshot& snapshot, const WeekHourOptions& options, Job& job);
Result<Bitset> weekHourMembers(const Snapshot& snapshot, const WeekHourOptions& options, int cell, Job& job);

}  // namespace meitrace
