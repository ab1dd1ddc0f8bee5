// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/patterncases.h"

#include "analytics/features/population.h"
#include "models/base/random.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace meitrace {

namespace {

constexpr Millis kNever = std::numeric_limits<Millis>::max();
constexpr double kDatesKnown = 0.6;  // of the progress

/// A customer who did something: how long to look.
struct Watched {
    Index customer = 0;
    Millis first = 0;   ///< first step
    Millis length = 0;  ///< until the outcome; of the others drawn later
    bool reached = false;
};

enum class Fate : std::uint8_t { Compared, ReachedBefore, WithoutHistory };

class Reader {
public:
    Reader(const Snapshot& snapshot, const ActivityScan& scan, const EventMatcher& outcome, Day from)
        : m_snapshot(snapshot)
        , m_scan(scan)
        , m_outcome(outcome)
        , m_begin(from == kMissingDay ? std::numeric_limits<Millis>::min() : snapshot.endOfDay(from - 1))
    {
    }

    /// When the outcome came, at the earliest; kNever: it did not.
    [[nodiscard]] Millis outcomeOf(Index customer) const
    {
        Millis first = kNever;
        for (Index row = m_snapshot.begin(customer); row < m_snapshot.end(customer); ++row) {
            const Millis time = m_snapshot.time()[row];
            if (time < m_scan.end() && time < first && m_outcome.matches(row)) {
                first = time;
            }
        }
        return first;
    }

    /// The last instant at which an event may have been.
    [[nodiscard]] Millis latest(Index row) const
    {
        return m_snapshot.precision()[row] >= static_cast<std::uint8_t>(TimeQuality::WholeDay)
            ? m_snapshot.endOfDay(m_snapshot.dayOf(m_snapshot.time()[row])) - 1
            : m_snapshot.time()[row];
    }

    [[nodiscard]] Fate watch(const Way& way, Watched& watched) const
    {
        const Millis outcome = outcomeOf(way.customer);
        if (outcome < m_begin) {
            return Fate::ReachedBefore;
        }
        watched = {.customer = way.customer,
                   .first = way.times.front(),
                   .length = outcome == kNever ? 0 : outcome - way.times.front(),
                   .reached = outcome != kNever};
        const bool hasHistory = !watched.reached
            || std::any_of(way.rows.begin(), way.rows.end(),
                           [&](Index row) { return latest(row) < outcome; });
        return hasHistory ? Fate::Compared : Fate::WithoutHistory;
    }

private:
    const Snapshot& m_snapshot;
    const ActivityScan& m_scan;
    const EventMatcher& m_outcome;
    Millis m_begin;
};

/// Everybody in the order of customers, and who is left out.
Result<std::vector<Watched>> watchAll(const ActivityScan& scan, const Reader& reader,
                                      const Bitset& population, PatternCases& cases, Job& job)
{
    struct Part {
        std::vector<Watched> watched;
        Index reachedBefore = 0;
        Index withoutHistory = 0;
    };
    std::vector<Watched> all;
    const Status status = scanWays<Part>(
        scan, {population, {ActivityScan::kNaming, kDatesKnown}}, job, [] { return Part {}; },
        [&](Part& part, const Way& way) {
            Watched watched;
            switch (reader.watch(way, watched)) {
            case Fate::Compared:
                part.watched.push_back(watched);
                break;
            case Fate::ReachedBefore:
                ++part.reachedBefore;
                break;
            case Fate::WithoutHistory:
                ++part.withoutHistory;
                break;
            }
        },
        [&](const Part& part) {
            all.insert(all.end(), part.watched.begin(), part.watched.end());
            cases.reachedBefore += part.reachedBefore;
            cases.withoutHistory += part.withoutHistory;
        });
    if (!status) {
        return status.error();
    }
    std::sort(all.begin(), all.end(),
              [](const Watched& a, const Watched& b) { return a.customer < b.customer; });
    return all;
}

/// Gives each of the others the time that one of those took who reached the outcome; drops whom we do not
/// know that long.
void drawLengths(const ActivityScan& scan, std::uint64_t seed, std::vector<Watched>& all, PatternCases& cases)
{
    std::vector<Millis> lengths;
    for (const Watched& watched : all) {
        if (watched.reached) {
            lengths.push_back(watched.length);
        }
    }
    std::sort(lengths.begin(), lengths.end());
    if (lengths.empty()) {
        return;
    }
    const auto& codes = scan.snapshot().frame().code;
    for (Watched& watched : all) {
        if (!watched.reached) {
            const auto code = static_cast<std::uint64_t>(codes[watched.customer]);
            watched.length
                = lengths[randomAt(seed, code, static_cast<std::uint64_t>(watched.first)) % lengths.size()];
        }
    }
    const auto kept = std::remove_if(all.begin(), all.end(), [&](const Watched& watched) {
        return !watched.reached && watched.first + watched.length > scan.end();
    });
    cases.tooShort = all.end() - kept;
    all.erase(kept, all.end());
}

/// Ways with the codes of the scan, one after the other.
struct RawWays {
    std::vector<std::size_t> begin {0};
    std::vector<ActivityCode> codes {};
};

/// The steps of one customer, as far as she is watched.
void addWay(const ActivityScan& scan, const Reader& reader, const Watched& watched,
            ActivityScan::Buffers& buffers, RawWays& ways)
{
    const Millis until = watched.first + watched.length;
    scan.each(watched.customer, buffers, [&](const Way& way) {
        for (std::size_t step = 0; step < way.activities.size(); ++step) {
            if (reader.latest(way.rows[step]) < until) {
                ways.codes.push_back(way.activities[step]);
            }
        }
    });
    ways.begin.push_back(ways.codes.size());
}

RawWays joined(const std::vector<RawWays>& parts)
{
    RawWays ways;
    for (const RawWays& part : parts) {
        const std::size_t offset = ways.codes.size();
        for (std::size_t i = 1; i < part.begin.size(); ++i) {
            ways.begin.push_back(offset + part.begin[i]);
        }
        ways.codes.insert(ways.codes.end(), part.codes.begin(), part.codes.end());
    }
    return ways;
}

Result<RawWays> readWays(const ActivityScan& scan, const Reader& reader, const std::vector<Watched>& all,
                         Job& job)
{
    constexpr Index kChunk = 8'192;
    const auto count = static_cast<Index>(all.size());
    std::vector<RawWays> parts(static_cast<std::size_t>(chunkCount(count, kChunk)));
    const bool done = forChunks(count, kChunk, job, [&](Index chunk, Index begin, Index end) {
        ActivityScan::Buffers buffers;
        for (Index i = begin; i < end; ++i) {
            addWay(scan, reader, all[static_cast<std::size_t>(i)], buffers,
                   parts[static_cast<std::size_t>(chunk)]);
        }
    });
    return done ? Result<RawWays>(joined(parts)) : Error {.code = ErrorCode::Cancelled};
}

/// How many customers have each activity, by code of the scan.
std::vector<Share> countCustomers(const ActivityScan& scan, const RawWays& ways,
                                  const std::vector<Watched>& all)
{
    std::vector<Share> customers(static_cast<std::size_t>(scan.labels()));
    std::vector<std::size_t> seen(customers.size(), 0);
    for (std::size_t i = 1; i < ways.begin.size(); ++i) {
        for (std::size_t step = ways.begin[i - 1]; step < ways.begin[i]; ++step) {
            const ActivityCode code = ways.codes[step];
            if (seen[code] != i) {
                seen[code] = i;
                ++customers[code].n;
                customers[code].hits += all[i - 1].reached ? 1 : 0;
            }
        }
    }
    return customers;
}

/// By code of the scan: number among the most common activities that set anybody apart, -1 for the others.
std::vector<int> numberActivities(const ActivityScan& scan, const std::vector<Share>& customers,
                                  const PatternOptions& options, PatternCases& cases)
{
    const auto reached
        = static_cast<double>(std::accumulate(cases.reached.begin(), cases.reached.end(), Index {0}));
    std::vector<int> order(customers.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return customers[static_cast<std::size_t>(a)].n > customers[static_cast<std::size_t>(b)].n;
    });
    std::vector<int> numbers(customers.size(), -1);
    for (const int code : order) {
        const Share& have = customers[static_cast<std::size_t>(code)];
        if (have.n > 0 && static_cast<double>(have.hits) >= options.common * reached) {
            cases.passedOver.push_back(scan.label(code));
        } else if (have.n > 0 && static_cast<int>(cases.labels.size()) < options.mostActivities) {
            numbers[static_cast<std::size_t>(code)] = static_cast<int>(cases.labels.size());
            cases.labels.push_back(scan.label(code));
        }
    }
    return numbers;
}

}  // namespace

Result<PatternCases> patternCases(const Snapshot& snapshot, const PatternOptions& options, Job& job)
{
    const Result<ActivityScan> scan = ActivityScan::make(snapshot, options.activities, job);
    if (!scan) {
        return scan.error();
    }
    const Result<EventMatcher> outcome = EventMatcher::bind(options.outcome, snapshot, job);
    if (!outcome) {
        return outcome.error();
    }
    if (Status status = snapshot.load({EventField::Precision}, job); !status) {
        return status.error();
    }
    const Population population
        = populationOf(snapshot, options.activities.population, options.activities.includeAnonymous);
    PatternCases cases;
    cases.notSelected = population.notSelected;
    cases.anonymous = population.anonymous;
    const Reader reader(snapshot, *scan, *outcome, options.activities.from);
    Result<std::vector<Watched>> all = watchAll(*scan, reader, population.rows, cases, job);
    if (!all) {
        return all.error();
    }
    drawLengths(*scan, options.seed, *all, cases);
    const Result<RawWays> ways = readWays(*scan, reader, *all, job);
    if (!ways) {
        return ways.error();
    }
    for (const Watched& watched : *all) {
        cases.customer.push_back(watched.customer);
        cases.reached.push_back(watched.reached ? 1 : 0);
    }
    const std::vector<int> numbers
        = numberActivities(*scan, countCustomers(*scan, *ways, *all), options, cases);
    for (std::size_t i = 0; i < all->size(); ++i) {
        for (std::size_t step = ways->begin[i]; step < ways->begin[i + 1]; ++step) {
            if (const int number = numbers[ways->codes[step]]; number >= 0) {
                cases.steps.push_back(static_cast<PatternStep>(number));
            }
        }
        cases.begin.push_back(cases.steps.size());
    }
    return cases;
}

}  // namespace meitrace
