// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/process.h"

#include "analytics/features/population.h"
#include "analytics/journey/processtally.h"
#include "analytics/stats/quantile.h"
#include "models/base/badoption.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace meitrace {

namespace {

constexpr int kMostActivities = 60;
constexpr int kMostVariants = 200;
constexpr double kUpper = 0.75;

ProcessNumbers numbersOf(const std::vector<Index>& events, int most)
{
    ProcessNumbers numbers;
    std::vector<int> order(events.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return events[static_cast<std::size_t>(a)] > events[static_cast<std::size_t>(b)];
    });
    while (!order.empty() && events[static_cast<std::size_t>(order.back())] == 0) {
        order.pop_back();
    }
    numbers.hasOther = static_cast<int>(order.size()) > most;
    const auto named = numbers.hasOther ? static_cast<std::size_t>(most) - 1 : order.size();
    numbers.codes.assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(named));
    numbers.of.assign(events.size(), static_cast<int>(named));
    for (std::size_t i = 0; i < named; ++i) {
        numbers.of[static_cast<std::size_t>(numbers.codes[i])] = static_cast<int>(i);
    }
    return numbers;
}

void fillActivities(const ActivityScan& scan, const ProcessNumbers& numbers, const ProcessTally& tally,
                    ProcessResult& result)
{
    for (int number = 0; number < numbers.count(); ++number) {
        const auto at = static_cast<std::size_t>(number);
        const bool isOther = at == numbers.codes.size();
        result.activities.push_back({.label = isOther ? std::string() : scan.label(numbers.codes[at]),
                                     .isOther = isOther,
                                     .events = tally.events[at],
                                     .units = tally.units[at],
                                     .customers = tally.customers[at],
                                     .starts = tally.starts[at],
                                     .ends = tally.ends[at],
                                     .returns = tally.events[at] - tally.units[at],
                                     .medianWait = tally.waits[at].quantile(0.5)});
    }
    for (const auto& [pair, counted] : tally.follows) {
        result.follows.push_back({.from = pair.first,
                                  .to = pair.second,
                                  .count = counted.count,
                                  .units = counted.units,
                                  .medianSeconds = counted.seconds.quantile(0.5),
                                  .upperSeconds = counted.seconds.quantile(kUpper)});
    }
    for (const auto& [pair, counted] : tally.orders) {
        const auto ofFrom = static_cast<double>(tally.units[static_cast<std::size_t>(pair.first)]);
        result.orders.push_back({.from = pair.first,
                                 .to = pair.second,
                                 .units = counted.units,
                                 .share = static_cast<double>(counted.units) / ofFrom,
                                 .medianSeconds = counted.seconds.quantile(0.5)});
    }
}

std::map<ProcessSequence, LogHistogram> fillVariants(const ProcessTally& tally, int top,
                                                     ProcessResult& result)
{
    std::vector<std::pair<ProcessSequence, std::pair<Index, Index>>> all(tally.variants.begin(),
                                                                         tally.variants.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.second.first > b.second.first; });
    std::map<ProcessSequence, LogHistogram> durations;
    Index told = 0;
    for (std::size_t i = 0; i < std::min(all.size(), static_cast<std::size_t>(top)); ++i) {
        const auto& [sequence, counted] = all[i];
        told += counted.first;
        ProcessVariant& variant = result.variants.emplace_back();
        variant.goesOn = sequence.size() > ProcessVariant::kLongest;
        variant.sequence.assign(sequence.begin(),
                                sequence.end() - (variant.goesOn ? std::ptrdiff_t {kRestUnits} : 0));
        for (std::size_t at = variant.sequence.size(); at < sequence.size(); ++at) {
            variant.rest |= std::uint64_t {sequence[at]} << (16 * (at - variant.sequence.size()));
        }
        variant.units = counted.first;
        variant.customers = counted.second;
        variant.share = static_cast<double>(counted.first) / static_cast<double>(tally.ways);
        variant.cumulative = static_cast<double>(told) / static_cast<double>(tally.ways);
        durations.emplace(sequence, LogHistogram {});
    }
    return durations;
}

constexpr double kCounted = 0.4;   // of the progress: how often each activity is done
constexpr double kFollowed = 0.8;  // and what follows it

/// Everything the passes look at.
struct Bound {
    const ActivityScan& scan;
    const Bitset& population;
    bool collapse = false;
};

using Counts = std::vector<Index>;

/// How often each activity is done.
Result<Counts> countActivities(const Bound& bound, Job& job)
{
    Counts events(static_cast<std::size_t>(bound.scan.labels()));
    const Status status = scanWays<Counts>(
        bound.scan, {bound.population, {ActivityScan::kNaming, kCounted}}, job,
        [&] { return Counts(events.size()); },
        [](Counts& part, const Way& way) {
            for (const ActivityCode code : way.activities) {
                ++part[code];
            }
        },
        [&](const Counts& part) {
            std::transform(part.begin(), part.end(), events.begin(), events.begin(), std::plus<> {});
        });
    return status ? Result<Counts>(std::move(events)) : Result<Counts>(status.error());
}

Result<ProcessTally> countFollows(const Bound& bound, const ProcessNumbers& numbers, Job& job)
{
    struct Part {
        ProcessTally tally;
        ProcessCounter counter;
    };
    ProcessTally tally(numbers.count());
    const Status status = scanWays<Part>(
        bound.scan, {bound.population, {kCounted, kFollowed}}, job,
        [&] {
            return Part {ProcessTally(numbers.count()), ProcessCounter(numbers, bound.collapse)};
        },
        [](Part& part, const Way& way) { part.counter.count(way, part.tally); },
        [&](const Part& part) { tally.add(part.tally); });
    return status ? Result<ProcessTally>(std::move(tally)) : Result<ProcessTally>(status.error());
}

using SecondsOf = std::map<ProcessSequence, LogHistogram>;

/// Adds how long the ways of each sequence took.
Status addDurations(const Bound& bound, const ProcessNumbers& numbers, SecondsOf& durations, Job& job)
{
    struct Part {
        SecondsOf of;
        NumberedWay way {};
    };
    const SecondsOf empty = durations;
    return scanWays<Part>(
        bound.scan, {bound.population, {kFollowed, 1}}, job, [&] { return Part {empty}; },
        [&](Part& part, const Way& way) {
            part.way.read(way, numbers, bound.collapse);
            if (const auto found = part.of.find(part.way.sequence()); found != part.of.end()) {
                found->second.add(part.way.seconds());
            }
        },
        [&](const Part& part) {
            for (const auto& [sequence, seconds] : part.of) {
                durations[sequence].add(seconds);
            }
        });
}

Status checkOptions(const ProcessOptions& options)
{
    if (options.mostActivities < 2 || options.mostActivities > kMostActivities) {
        return badOption("activities", options.mostActivities, "2 to 60");
    }
    if (options.topVariants < 1 || options.topVariants > kMostVariants) {
        return badOption("variants", options.topVariants, "1 to 200");
    }
    return Done {};
}

void fillCounts(const ProcessTally& tally, ProcessResult& result, Job& job)
{
    result.units = tally.ways;
    result.customers = tally.people;
    result.different = static_cast<Index>(tally.variants.size());
    if (const auto quartiles = innerQuantiles(tally.seconds, 4, job); quartiles.size() == 3) {
        result.lowerSeconds = quartiles[0].value;
        result.medianSeconds = quartiles[1].value;
        result.upperSeconds = quartiles[2].value;
    }
}

}  // namespace

Result<ProcessResult> processView(const Snapshot& snapshot, const ProcessOptions& options, Job& job)
{
    if (Status checked = checkOptions(options); !checked) {
        return checked.error();
    }
    const Result<ActivityScan> scan = ActivityScan::make(snapshot, options.activities, job);
    if (!scan) {
        return scan.error();
    }
    const Population population
        = populationOf(snapshot, options.activities.population, options.activities.includeAnonymous);
    const Bound bound {*scan, population.rows, options.activities.repeats != ActivityRepeats::Keep};
    const Result<Counts> events = countActivities(bound, job);
    if (!events) {
        return events.error();
    }
    const ProcessNumbers numbers = numbersOf(*events, options.mostActivities);
    if (numbers.codes.empty()) {
        return Error {
            .code = ErrorCode::EmptyInput, .subject = "activity", .detail = "nobody did anything of that"};
    }
    const Result<ProcessTally> tally = countFollows(bound, numbers, job);
    if (!tally) {
        return tally.error();
    }
    ProcessResult result;
    result.notSelected = population.notSelected;
    result.anonymous = population.anonymous;
    fillCounts(*tally, result, job);
    fillActivities(*scan, numbers, *tally, result);
    SecondsOf durations = fillVariants(*tally, options.topVariants, result);
    if (Status added = addDurations(bound, numbers, durations, job); !added) {
        return added.error();
    }
    for (ProcessVariant& variant : result.variants) {
        ProcessSequence sequence(variant.sequence.begin(), variant.sequence.end());
        if (variant.goesOn) {
            appendRest(sequence, variant.rest);
        }
        variant.medianSeconds = durations[sequence].quantile(0.5);
    }
    return result;
}

}  // namespace meitrace
