// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/occurrences.h"

#include "analytics/journey/occurrencescan.h"
#include "analytics/stats/quantile.h"
#include "models/base/badoption.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace meitrace {

namespace {

using Events = std::vector<OccurrenceScan::Event>;

constexpr std::int64_t kNoEnd = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t kMostClasses = 100;
constexpr std::array<Day, 9> kIntervalEdges {0, 1, 7, 14, 30, 60, 90, 180, 365};
constexpr std::array<double, 5> kShares {0.10, 0.25, 0.50, 0.75, 0.90};
constexpr Millis kHourMillis = 3'600'000;

/// What a customer comes to; nothing where she never did it on these days.
std::optional<std::int64_t> totalOf(const OccurrenceScan& scan, const Events& events, DistributionOf of)
{
    std::int64_t total = 0;
    bool any = false;
    std::int64_t last = kMissing;
    for (const OccurrenceScan::Event& event : events) {
        if (!scan.isInside(event.day)) {
            continue;
        }
        any = true;
        switch (of) {
        case DistributionOf::Times:
            ++total;
            break;
        case DistributionOf::Amount:
            total += scan.snapshot().amount()[event.row];
            break;
        case DistributionOf::Days:
            total += last != event.day ? 1 : 0;
            last = event.day;
            break;
        case DistributionOf::Hours:
            if (const std::int64_t hour = event.time / kHourMillis; event.hasTime && hour != last) {
                ++total;
                last = hour;
            }
            break;
        }
    }
    return any ? std::optional(total) : std::nullopt;
}

Result<std::vector<std::int64_t>> edgesOf(const DistributionOptions& options)
{
    std::vector<std::int64_t> edges = options.edges.empty() ? usualEdges(options.of) : options.edges;
    const bool ascends
        = std::adjacent_find(edges.begin(), edges.end(), std::greater_equal<> {}) == edges.end();
    if (!ascends || edges.size() > kMostClasses) {
        return badOption("edges", {}, "up to 100 numbers, each above the one before");
    }
    return edges;
}

/// Number of the class; -1 below the first.
int classOf(const std::vector<std::int64_t>& edges, std::int64_t value)
{
    return static_cast<int>(std::upper_bound(edges.begin(), edges.end(), value) - edges.begin()) - 1;
}

/// Calls take(seconds, days) for every pair that begins inside, and returns the first events still open.
template <typename Take>
Index eachPair(const OccurrenceScan& scan, const Events& events, bool isSame, Take take)
{
    const std::uint64_t secondBit = isSame ? 1 : 2;
    const OccurrenceScan::Event* first = nullptr;
    for (const OccurrenceScan::Event& event : events) {
        if (first != nullptr && (event.mask & secondBit) != 0) {
            if (scan.isInside(first->day)) {
                take((event.time - first->time) / 1000, event.day - first->day);
            }
            first = nullptr;
        }
        if ((event.mask & 1U) != 0) {
            first = &event;
        }
    }
    return first != nullptr && scan.isInside(first->day) ? 1 : 0;
}

std::vector<EventPredicate> kindsOf(const IntervalOptions& options)
{
    return options.second.clauses.empty() ? std::vector {options.first}
                                          : std::vector {options.first, options.second};
}

int intervalClass(Day days)
{
    return static_cast<int>(std::upper_bound(kIntervalEdges.begin(), kIntervalEdges.end(), std::max(0, days))
                            - kIntervalEdges.begin())
        - 1;
}

int cellOf(const Snapshot& snapshot, const OccurrenceScan::Event& event)
{
    const Zone& zone = snapshot.frame().zone;
    const Day day = zone.dayOf(event.time, 0);
    const auto hour = static_cast<int>((event.time - zone.startOfDay(day)) / kHourMillis);
    return weekday(day) * WeekHourResult::kHours + std::clamp(hour, 0, WeekHourResult::kHours - 1);
}

}  // namespace

std::vector<std::int64_t> usualEdges(DistributionOf of)
{
    return of == DistributionOf::Amount
        ? std::vector<std::int64_t> {1,         50'000,    100'000,   300'000,   500'000,
                                     1'000'000, 3'000'000, 5'000'000, 10'000'000}
        : std::vector<std::int64_t> {1, 2, 3, 4, 5, 6, 11, 21, 51};
}

Result<DistributionResult> distribution(const Snapshot& snapshot, const DistributionOptions& options,
                                        Job& job)
{
    const Result<std::vector<std::int64_t>> edges = edgesOf(options);
    if (!edges) {
        return edges.error();
    }
    const Result<OccurrenceScan> scan = OccurrenceScan::make(snapshot, {options.events}, options.scope, job);
    if (!scan) {
        return scan.error();
    }
    struct Part {
        Events events {};
        std::vector<std::int64_t> totals {};
        Index never = 0;
    };
    std::vector<std::int64_t> totals;
    DistributionResult result;
    const Status counted = eachCustomer<Part>(
        scan->population().rows, job, [] { return Part {}; },
        [&](Part& part, Index customer) {
            scan->read(customer, part.events);
            if (const auto total = totalOf(*scan, part.events, options.of)) {
                part.totals.push_back(*total);
            } else {
                ++part.never;
            }
        },
        [&](const Part& part) {
            totals.insert(totals.end(), part.totals.begin(), part.totals.end());
            result.never += part.never;
        });
    if (!counted) {
        return counted.error();
    }
    if (totals.empty()) {
        return Error {.code = ErrorCode::EmptyInput, .subject = "event"};
    }
    std::sort(totals.begin(), totals.end());
    for (std::size_t i = 0; i < edges->size(); ++i) {
        result.classes.push_back(
            {.low = (*edges)[i], .high = i + 1 < edges->size() ? (*edges)[i + 1] - 1 : kNoEnd});
    }
    for (const std::int64_t total : totals) {
        const int number = classOf(*edges, total);
        Index& count = number < 0 ? result.below : result.classes[static_cast<std::size_t>(number)].customers;
        ++count;
    }
    result.customers = static_cast<Index>(totals.size());
    result.mean = static_cast<double>(std::accumulate(totals.begin(), totals.end(), std::int64_t {0}))
        / static_cast<double>(totals.size());
    result.median = quantileType7(totals, 0.5);
    result.p90 = quantileType7(totals, 0.9);
    result.most = totals.back();
    result.notSelected = scan->population().notSelected;
    result.anonymous = scan->population().anonymous;
    return result;
}

Result<Bitset> distributionMembers(const Snapshot& snapshot, const DistributionOptions& options, int number,
                                   Job& job)
{
    const Result<std::vector<std::int64_t>> edges = edgesOf(options);
    if (!edges) {
        return edges.error();
    }
    if (number < -1 || number >= static_cast<int>(edges->size())) {
        return badOption("class", number);
    }
    const Result<OccurrenceScan> scan = OccurrenceScan::make(snapshot, {options.events}, options.scope, job);
    if (!scan) {
        return scan.error();
    }
    return occurrenceMembers(*scan, job, [&](const Events& events) {
        const auto total = totalOf(*scan, events, options.of);
        return total ? number >= 0 && classOf(*edges, *total) == number : number < 0;
    });
}

Result<IntervalResult> intervals(const Snapshot& snapshot, const IntervalOptions& options, Job& job)
{
    const Result<OccurrenceScan> scan = OccurrenceScan::make(snapshot, kindsOf(options), options.scope, job);
    if (!scan) {
        return scan.error();
    }
    const bool isSame = options.second.clauses.empty();
    struct Part {
        Events events {};
        std::vector<std::int64_t> seconds {};
        std::array<Index, kIntervalEdges.size()> classes {};
        Index customers = 0;
        Index open = 0;
    };
    IntervalResult result;
    for (const Day edge : kIntervalEdges) {
        if (!result.classes.empty()) {
            result.classes.back().high = edge - 1;
        }
        result.classes.push_back({.low = edge, .high = std::numeric_limits<Day>::max()});
    }
    std::vector<std::int64_t> seconds;
    const Status counted = eachCustomer<Part>(
        scan->population().rows, job, [] { return Part {}; },
        [&](Part& part, Index customer) {
            scan->read(customer, part.events);
            const std::size_t before = part.seconds.size();
            part.open += eachPair(*scan, part.events, isSame, [&](std::int64_t took, Day days) {
                part.seconds.push_back(took);
                ++part.classes[static_cast<std::size_t>(intervalClass(days))];
            });
            part.customers += part.seconds.size() > before ? 1 : 0;
        },
        [&](const Part& part) {
            seconds.insert(seconds.end(), part.seconds.begin(), part.seconds.end());
            for (std::size_t i = 0; i < part.classes.size(); ++i) {
                result.classes[i].pairs += part.classes[i];
            }
            result.customers += part.customers;
            result.open += part.open;
        });
    if (!counted) {
        return counted.error();
    }
    if (seconds.empty()) {
        return Error {.code = ErrorCode::EmptyInput, .subject = "pair"};
    }
    std::sort(seconds.begin(), seconds.end());
    result.pairs = static_cast<Index>(seconds.size());
    for (std::size_t i = 0; i < kShares.size(); ++i) {
        result.seconds[i] = quantileType7(seconds, kShares[i]);
    }
    result.notSelected = scan->population().notSelected;
    result.anonymous = scan->population().anonymous;
    return result;
}

Result<Bitset> intervalMembers(const Snapshot& snapshot, const IntervalOptions& options, int number, Job& job)
{
    if (number < -1 || number >= static_cast<int>(kIntervalEdges.size())) {
        return badOption("class", number);
    }
    const Result<OccurrenceScan> scan = OccurrenceScan::make(snapshot, kindsOf(options), options.scope, job);
    if (!scan) {
        return scan.error();
    }
    const bool isSame = options.second.clauses.empty();
    return occurrenceMembers(*scan, job, [&](const Events& events) {
        bool any = false;
        const Index open = eachPair(*scan, events, isSame, [&](std::int64_t, Day days) {
            any = any || intervalClass(days) == number;
        });
        return number < 0 ? open > 0 : any;
    });
}

Result<WeekHourResult> weekHours(const Snapshot& snapshot, const WeekHourOptions& options, Job& job)
{
    const Result<OccurrenceScan> scan = OccurrenceScan::make(snapshot, {options.events}, options.scope, job);
    if (!scan) {
        return scan.error();
    }
    struct Part {
        Events events {};
        WeekHourResult counts {};
        std::array<Index, 168> last {};
    };
    WeekHourResult result;
    const Status counted = eachCustomer<Part>(
        scan->population().rows, job,
        [] {
            Part part;
            part.last.fill(-1);
            return part;
        },
        [&](Part& part, Index customer) {
            scan->read(customer, part.events);
            bool any = false;
            for (const OccurrenceScan::Event& event : part.events) {
                if (!scan->isInside(event.day)) {
                    continue;
                }
                any = true;
                ++part.counts.events;
                if (!event.hasTime) {
                    ++part.counts.withoutTime;
                    continue;
                }
                const auto at = static_cast<std::size_t>(cellOf(snapshot, event));
                ++part.counts.cells[at].events;
                part.counts.cells[at].customers += part.last[at] != customer ? 1 : 0;
                part.last[at] = customer;
            }
            part.counts.customers += any ? 1 : 0;
        },
        [&](const Part& part) {
            for (std::size_t i = 0; i < result.cells.size(); ++i) {
                result.cells[i].events += part.counts.cells[i].events;
                result.cells[i].customers += part.counts.cells[i].customers;
            }
            result.events += part.counts.events;
            result.withoutTime += part.counts.withoutTime;
            result.customers += part.counts.customers;
        });
    if (!counted) {
        return counted.error();
    }
    if (result.events == 0) {
        return Error {.code = ErrorCode::EmptyInput, .subject = "event"};
    }
    result.notSelected = scan->population().notSelected;
    result.anonymous = scan->population().anonymous;
    return result;
}

Result<Bitset> weekHourMembers(const Snapshot& snapshot, const WeekHourOptions& options, int cell, Job& job)
{
    if (cell < 0 || cell >= WeekHourResult::kDays * WeekHourResult::kHours) {
        return badOption("cell", cell);
    }
    const Result<OccurrenceScan> scan = OccurrenceScan::make(snapshot, {options.events}, options.scope, job);
    if (!scan) {
        return scan.error();
    }
    return occurrenceMembers(*scan, job, [&](const Events& events) {
        return std::any_of(events.begin(), events.end(), [&](const OccurrenceScan::Event& event) {
            return event.hasTime && scan->isInside(event.day) && cellOf(snapshot, event) == cell;
        });
    });
}

}  // namespace meitrace
