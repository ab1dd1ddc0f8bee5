// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funneldrivers.h"

#include "analytics/journey/funnelplan.h"
#include "analytics/stats/benjaminihochberg.h"
#include "models/base/parallel.h"
#include "models/base/random.h"

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

constexpr Index kChunk = 4096;

/// Cases that are compared and how long each is watched.
struct Watched {
    Index funnelCase = 0;
    bool reached = false;
    Millis length = 0;
};

std::vector<Watched> watchedCases(const Snapshot& snapshot, const FunnelResult& result, std::uint64_t seed)
{
    const FunnelCases& cases = result.cases;
    const int last = static_cast<int>(result.steps.size()) - 1;
    std::vector<Watched> watched;
    std::vector<Millis> lengths;
    for (Index i = 0; i < cases.customer.size(); ++i) {
        const bool reached = ((cases.served[i] >> static_cast<unsigned>(last)) & 1U) != 0;
        if (!reached && (cases.flags[i] & FunnelCases::kOpen) != 0) {
            continue;
        }
        const Millis length = snapshot.time()[cases.last[i]] - snapshot.time()[cases.first[i]];
        watched.push_back({.funnelCase = i, .reached = reached, .length = length});
        if (reached) {
            lengths.push_back(length);
        }
    }
    std::sort(lengths.begin(), lengths.end());
    for (Watched& one : watched) {
        if (!one.reached && !lengths.empty()) {
            const auto code = snapshot.frame().code[cases.customer[one.funnelCase]];
            const auto time = static_cast<std::uint64_t>(snapshot.time()[cases.first[one.funnelCase]]);
            one.length = lengths[randomAt(seed, code, time) % lengths.size()];
        }
    }
    return watched;
}

/// How many cases have an event of each type.
struct Counts {
    std::vector<Index> reached;
    std::vector<Index> lost;
};

class Counter {
public:
    Counter(const FunnelPlan& plan, const FunnelResult& result)
        : m_plan(plan)
        , m_result(result)
    {
        const auto types = plan.matcher.sure().size();
        m_ignored.resize(types);
        for (std::size_t type = 0; type < types; ++type) {
            m_ignored[type] = type == 0
                || ((plan.matcher.sure()[type] | plan.matcher.maybe()[type]) & plan.stepBits) != 0;
        }
    }

    [[nodiscard]] const std::vector<bool>& ignored() const { return m_ignored; }

    [[nodiscard]] bool hasType(const Watched& one, std::uint16_t type) const
    {
        bool found = false;
        eachRow(one, [&](Index row) { found = found || m_plan.snapshot.type()[row] == type; });
        return found;
    }

    void count(const std::vector<Watched>& watched, Index begin, Index end, Counts& counts) const
    {
        const std::uint16_t* types = m_plan.snapshot.type().data();
        counts.reached.assign(m_ignored.size(), 0);
        counts.lost.assign(m_ignored.size(), 0);
        std::vector<Index> seenBy(m_ignored.size(), -1);
        for (Index i = begin; i < end; ++i) {
            const Watched& one = watched[static_cast<std::size_t>(i)];
            eachRow(one, [&](Index row) {
                const std::size_t type = types[row];
                if (!m_ignored[type] && seenBy[type] != i) {
                    seenBy[type] = i;
                    ++(one.reached ? counts.reached : counts.lost)[type];
                }
            });
        }
    }

private:
    /// Calls take(row) for the events between the first one and the end of the time watched.
    template <typename Take>
    void eachRow(const Watched& one, Take take) const
    {
        const Millis* times = m_plan.snapshot.time().data();
        const Index first = m_result.cases.first[one.funnelCase];
        const Millis until = std::min(times[first] + one.length, m_plan.end);
        const Index stop = m_plan.snapshot.end(m_result.cases.customer[one.funnelCase]);
        for (Index row = first + 1; row < stop && times[row] < until; ++row) {
            take(row);
        }
    }

    const FunnelPlan& m_plan;
    const FunnelResult& m_result;
    std::vector<bool> m_ignored;  ///< by type: serves a step
};

void rank(std::vector<FunnelDriver>& drivers)
{
    std::vector<double> p;
    p.reserve(drivers.size());
    for (const FunnelDriver& driver : drivers) {
        p.push_back(driver.p);
    }
    const std::vector<double> q = benjaminiHochberg(p);
    for (std::size_t i = 0; i < drivers.size(); ++i) {
        drivers[i].q = q[i];
    }
    std::sort(drivers.begin(), drivers.end(), [](const FunnelDriver& a, const FunnelDriver& b) {
        const double strengthA = std::abs(std::log(a.odds.ratio));
        const double strengthB = std::abs(std::log(b.odds.ratio));
        if (a.q != b.q || strengthA != strengthB) {
            return a.q != b.q ? a.q < b.q : strengthA > strengthB;
        }
        return a.name < b.name;
    });
}

}  // namespace

Result<FunnelDrivers> funnelDrivers(const Snapshot& snapshot, const FunnelOptions& options,
                                    const FunnelResult& result, std::uint64_t seed, Job& job)
{
    const Result<std::unique_ptr<const FunnelPlan>> plan = FunnelPlan::make(snapshot, options, job);
    if (!plan) {
        return plan.error();
    }
    const std::vector<Watched> watched = watchedCases(snapshot, result, seed);
    const auto compared = static_cast<Index>(watched.size());
    const Counter counter(**plan, result);
    std::vector<Counts> parts(static_cast<std::size_t>(chunkCount(compared, kChunk)));
    const bool whole = forChunks(compared, kChunk, job, [&](Index chunk, Index begin, Index end) {
        counter.count(watched, begin, end, parts[static_cast<std::size_t>(chunk)]);
    });
    if (!whole) {
        return Error {.code = ErrorCode::Cancelled};
    }
    FunnelDrivers found;
    for (const Watched& one : watched) {
        ++(one.reached ? found.reached : found.lost);
    }
    found.support = std::max<Index>(20, (compared + 99) / 100);
    for (std::size_t type = 0; type < counter.ignored().size(); ++type) {
        Share with;
        for (const Counts& part : parts) {
            with.hits += part.reached[type];
            with.n += part.reached[type] + part.lost[type];
        }
        if (counter.ignored()[type] || with.n < found.support || compared - with.n < found.support) {
            continue;
        }
        const Share without {.hits = found.reached - with.hits, .n = compared - with.n};
        found.drivers.push_back(
            {.type = static_cast<std::uint16_t>(type),
             .name
             = std::string(snapshot.dictionary(EventField::Type).text(static_cast<std::uint32_t>(type))),
             .with = with,
             .without = without,
             .odds = oddsRatio(with, without),
             .p = fisherP(with, without)});
    }
    rank(found.drivers);
    return found;
}

Result<Bitset> funnelDriverMembers(const Snapshot& snapshot, const FunnelOptions& options,
                                   const FunnelResult& result, const DriverSide& side, Job& job)
{
    const Result<std::unique_ptr<const FunnelPlan>> plan = FunnelPlan::make(snapshot, options, job);
    if (!plan) {
        return plan.error();
    }
    const Counter counter(**plan, result);
    Bitset members(snapshot.customers());
    for (const Watched& one : watchedCases(snapshot, result, side.seed)) {
        if (counter.hasType(one, side.type) == side.with) {
            members.set(result.cases.customer[one.funnelCase]);
        }
    }
    return members;
}

}  // namespace meitrace
