// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/process.h"

#include "analytics/features/population.h"
#include "analytics/journey/processnumbers.h"
#include "analytics/stats/loghistogram.h"
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

using Pair = std::pair<int, int>;

struct Counted {
    Index count = 0;
    Index units = 0;
    LogHistogram seconds;

    void add(const Counted& other)
    {
        count += other.count;
        units += other.units;
        seconds.add(other.seconds);
    }
};

struct Tally {
    explicit Tally(int activities)
        : events(static_cast<std::size_t>(activities))
        , units(events.size())
        , customers(events.size())
        , starts(events.size())
        , ends(events.size())
        , waits(events.size())
        , lastWay(events.size(), -1)
        , lastCustomer(events.size(), -1)
    {
    }

    void add(const Tally& other)
    {
        const auto sum = [](std::vector<Index>& into, const std::vector<Index>& from) {
            std::transform(into.begin(), into.end(), from.begin(), into.begin(), std::plus<> {});
        };
        sum(events, other.events);
        sum(units, other.units);
        sum(customers, other.customers);
        sum(starts, other.starts);
        sum(ends, other.ends);
        for (std::size_t i = 0; i < waits.size(); ++i) {
            waits[i].add(other.waits[i]);
        }
        for (const auto& [pair, counted] : other.follows) {
            follows[pair].add(counted);
        }
        for (const auto& [pair, counted] : other.orders) {
            orders[pair].add(counted);
        }
        for (const auto& [sequence, counted] : other.variants) {
            auto& mine = variants[sequence];
            mine.first += counted.first;
            mine.second += counted.second;
        }
        seconds.insert(seconds.end(), other.seconds.begin(), other.seconds.end());
        ways += other.ways;
        people += other.people;
    }

    std::vector<Index> events, units, customers, starts, ends;
    std::vector<LogHistogram> waits;
    std::map<Pair, Counted> follows;
    std::map<Pair, Counted> orders;
    std::map<ProcessSequence, std::pair<Index, Index>> variants;  ///< ways, customers
    std::vector<std::int64_t> seconds;  ///< of ways with more than one activity, in any order
    Index ways = 0;
    Index people = 0;
    // Of the way in hand
    std::vector<Index> lastWay;       ///< by activity: the way in which it stood last
    std::vector<Index> lastCustomer;  ///< by activity
    Index customer = -1;
    std::map<ProcessSequence, Index> variantCustomer;
};

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

class Counter {
public:
    Counter(const ProcessNumbers& numbers, bool collapse)
        : m_numbers(numbers)
        , m_collapse(collapse)
        , m_firstAt(static_cast<std::size_t>(numbers.count()))
    {
    }

    void count(const Way& way, Tally& tally)
    {
        m_way.read(way, m_numbers, m_collapse);
        const Index wayNumber = tally.ways++;
        tally.people += tally.customer != way.customer ? 1 : 0;
        tally.customer = way.customer;
        for (const int number : m_way.numbers) {
            const auto at = static_cast<std::size_t>(number);
            ++tally.events[at];
            tally.units[at] += tally.lastWay[at] != wayNumber ? 1 : 0;
            tally.lastWay[at] = wayNumber;
            tally.customers[at] += tally.lastCustomer[at] != way.customer ? 1 : 0;
            tally.lastCustomer[at] = way.customer;
        }
        ++tally.starts[static_cast<std::size_t>(m_way.numbers.front())];
        ++tally.ends[static_cast<std::size_t>(m_way.numbers.back())];
        if (m_way.numbers.size() > 1) {
            tally.seconds.push_back(m_way.seconds());
        }
        countFollows(tally);
        countOrders(tally);
        const ProcessSequence sequence = m_way.sequence();
        auto& [ways, people] = tally.variants[sequence];
        ++ways;
        const auto [last, isNew] = tally.variantCustomer.emplace(sequence, way.customer);
        people += isNew || last->second != way.customer ? 1 : 0;
        last->second = way.customer;
    }

private:
    void countFollows(Tally& tally)
    {
        m_seen.clear();
        for (std::size_t i = 1; i < m_way.numbers.size(); ++i) {
            const Pair pair {m_way.numbers[i - 1], m_way.numbers[i]};
            const std::int64_t seconds = (m_way.times[i] - m_way.times[i - 1]) / 1000;
            Counted& counted = tally.follows[pair];
            ++counted.count;
            counted.seconds.add(seconds);
            tally.waits[static_cast<std::size_t>(pair.second)].add(seconds);
            if (std::find(m_seen.begin(), m_seen.end(), pair) == m_seen.end()) {
                m_seen.push_back(pair);
                ++counted.units;
            }
        }
    }

    /// For each a that stands in the way: the first of every other b behind its first a.
    void countOrders(Tally& tally)
    {
        m_first.clear();
        for (std::size_t i = 0; i < m_way.numbers.size(); ++i) {
            const int number = m_way.numbers[i];
            if (std::find(m_first.begin(), m_first.end(), number) == m_first.end()) {
                m_first.push_back(number);
                m_firstAt[static_cast<std::size_t>(number)] = i;
            }
        }
        for (const int from : m_first) {
            m_behind.clear();
            const std::size_t start = m_firstAt[static_cast<std::size_t>(from)];
            for (std::size_t i = start + 1; i < m_way.numbers.size(); ++i) {
                const int to = m_way.numbers[i];
                if (to != from && std::find(m_behind.begin(), m_behind.end(), to) == m_behind.end()) {
                    m_behind.push_back(to);
                    Counted& counted = tally.orders[{from, to}];
                    ++counted.units;
                    counted.seconds.add((m_way.times[i] - m_way.times[start]) / 1000);
                }
            }
        }
    }

    const ProcessNumbers& m_numbers;
    bool m_collapse;
    NumberedWay m_way;
    std::vector<Pair> m_seen;
    std::vector<int> m_first;
    std::vector<int> m_behind;
    std::vector<std::size_t> m_firstAt;
};

void fillActivities(const ActivityScan& scan, const ProcessNumbers& numbers, const Tally& tally,
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

std::map<ProcessSequence, LogHistogram> fillVariants(const Tally& tally, int top, ProcessResult& result)
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
        variant.sequence.assign(sequence.begin(), sequence.end() - (variant.goesOn ? kRestUnits : 0));
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

}  // namespace

Result<ProcessResult> processView(const Snapshot& snapshot, const ProcessOptions& options, Job& job)
{
    if (options.mostActivities < 2 || options.mostActivities > kMostActivities) {
        return badOption("activities", options.mostActivities, "2 to 60");
    }
    if (options.topVariants < 1 || options.topVariants > kMostVariants) {
        return badOption("variants", options.topVariants, "1 to 200");
    }
    const Result<ActivityScan> scan = ActivityScan::make(snapshot, options.activities, job);
    if (!scan) {
        return scan.error();
    }
    const Population population
        = populationOf(snapshot, options.activities.population, options.activities.includeAnonymous);
    using Counts = std::vector<Index>;
    Counts events(static_cast<std::size_t>(scan->labels()));
    Status status = scanWays<Counts>(
        *scan, population.rows, job, [&] { return Counts(events.size()); },
        [](Counts& part, const Way& way) {
            for (const ActivityCode code : way.activities) {
                ++part[code];
            }
        },
        [&](const Counts& part) {
            std::transform(part.begin(), part.end(), events.begin(), events.begin(), std::plus<> {});
        },
        {ActivityScan::kNaming, 0.4});
    if (!status) {
        return status.error();
    }
    const ProcessNumbers numbers = numbersOf(events, options.mostActivities);
    if (numbers.codes.empty()) {
        return Error {
            .code = ErrorCode::EmptyInput, .subject = "activity", .detail = "nobody did anything of that"};
    }
    const bool collapse = options.activities.repeats != ActivityRepeats::Keep;
    struct Part {
        Tally tally;
        Counter counter;
    };
    Tally tally(numbers.count());
    status = scanWays<Part>(
        *scan, population.rows, job,
        [&] {
            return Part {Tally(numbers.count()), Counter(numbers, collapse)};
        },
        [](Part& part, const Way& way) { part.counter.count(way, part.tally); },
        [&](const Part& part) { tally.add(part.tally); }, {0.4, 0.8});
    if (!status) {
        return status.error();
    }
    ProcessResult result;
    result.units = tally.ways;
    result.customers = tally.people;
    result.different = static_cast<Index>(tally.variants.size());
    result.notSelected = population.notSelected;
    result.anonymous = population.anonymous;
    if (const auto quartiles = innerQuantiles(tally.seconds, 4, job); quartiles.size() == 3) {
        result.lowerSeconds = quartiles[0].value;
        result.medianSeconds = quartiles[1].value;
        result.upperSeconds = quartiles[2].value;
    }
    fillActivities(*scan, numbers, tally, result);
    std::map<ProcessSequence, LogHistogram> durations = fillVariants(tally, options.topVariants, result);
    struct Durations {
        std::map<ProcessSequence, LogHistogram> of;
        NumberedWay way {};
    };
    status = scanWays<Durations>(
        *scan, population.rows, job, [&] { return Durations {durations}; },
        [&](Durations& part, const Way& way) {
            part.way.read(way, numbers, collapse);
            if (const auto found = part.of.find(part.way.sequence()); found != part.of.end()) {
                found->second.add(part.way.seconds());
            }
        },
        [&](const Durations& part) {
            for (const auto& [sequence, seconds] : part.of) {
                durations[sequence].add(seconds);
            }
        },
        {0.8, 1});
    if (!status) {
        return status.error();
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
