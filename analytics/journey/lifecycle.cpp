// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/lifecycle.h"

#include "analytics/features/daytable.h"
#include "analytics/features/eachcustomer.h"
#include "analytics/features/eventmatcher.h"
#include "analytics/features/population.h"
#include "models/base/badoption.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kStickyPeriods = 12;

/// The periods in which one customer after the other was active.
class Activity {
public:
    static Result<Activity> make(const Snapshot& snapshot, const EventPredicate& activity, PeriodUnit unit,
                                 Day from, Day to, Job& job)
    {
        if (Status loaded = snapshot.load({EventField::Time}, job); !loaded) {
            return loaded.error();
        }
        Result<EventMatcher> matcher = EventMatcher::bind(activity, snapshot, job);
        if (!matcher) {
            return matcher.error();
        }
        return Activity(snapshot, *std::move(matcher), unit, from, to);
    }

    [[nodiscard]] const Periods& periods() const { return m_periods; }

    /// Ascending, each once.
    void of(Index customer, std::vector<int>& active) const
    {
        active.clear();
        const Millis* times = m_snapshot->time().data();
        for (Index row = m_snapshot->begin(customer); row < m_snapshot->end(customer); ++row) {
            if (m_matcher.matches(row) && times[row] < m_days.end()) {
                const int period = m_periods.of(m_days.of(times[row]));
                if (period >= 0 && (active.empty() || active.back() != period)) {
                    active.push_back(period);
                }
            }
        }
    }

private:
    Activity(const Snapshot& snapshot, EventMatcher matcher, PeriodUnit unit, Day from, Day to)
        : m_snapshot(&snapshot)
        , m_matcher(std::move(matcher))
        , m_periods(unit, from, to)
        , m_days(snapshot, std::min(snapshot.frame().firstDay, from), to)
    {
    }

    const Snapshot* m_snapshot;
    EventMatcher m_matcher;
    Periods m_periods;
    DayTable m_days;
};

/// Calls body(part, customer, periods) for everybody of the population; the rest is as eachCustomer() says.
template <typename Part, typename MakePart, typename Body, typename Join>
Status eachActivity(const Activity& activity, const Bitset& wanted, Job& job, MakePart makePart, Body body,
                    Join join)
{
    struct Both {
        Part part;
        std::vector<int> active {};
    };
    return eachCustomer<Both>(
        wanted, job, [&] { return Both {makePart()}; },
        [&](Both& both, Index customer) {
            activity.of(customer, both.active);
            body(both.part, customer, both.active);
        },
        [&](const Both& both) { join(both.part); });
}

/// Changes of the counts of each state from period to period, and who becomes lost.
struct Changes {
    explicit Changes(int periods)
        : states(static_cast<std::size_t>(periods) + 1)
        , newlyLost(static_cast<std::size_t>(periods) + 1)
    {
    }

    void put(LifeState state, int from, int to)
    {
        if (from < to) {
            ++states[static_cast<std::size_t>(from)][static_cast<std::size_t>(state)];
            --states[static_cast<std::size_t>(to)][static_cast<std::size_t>(state)];
        }
    }

    /// One customer's way through all periods.
    void add(const std::vector<int>& active, int lostAfter)
    {
        const int end = static_cast<int>(states.size()) - 1;
        for (std::size_t i = 0; i < active.size(); ++i) {
            const int at = active[i];
            const int next = i + 1 < active.size() ? active[i + 1] : end;
            const LifeState state = i == 0 ? LifeState::New
                : active[i - 1] == at - 1  ? LifeState::Returning
                                           : LifeState::Resurrected;
            put(state, at, at + 1);
            put(LifeState::Dormant, at + 1, std::min(at + 2, next));
            put(LifeState::Away, at + 2, std::min(at + lostAfter, next));
            put(LifeState::Lost, at + lostAfter, next);
            if (const int lost = at + lostAfter; lost < next) {
                ++newlyLost[static_cast<std::size_t>(lost)];
            }
        }
        customers += active.empty() ? 0 : 1;
        never += active.empty() ? 1 : 0;
    }

    void add(const Changes& other)
    {
        for (std::size_t i = 0; i < states.size(); ++i) {
            for (std::size_t s = 0; s < kLifeStates; ++s) {
                states[i][s] += other.states[i][s];
            }
            newlyLost[i] += other.newlyLost[i];
        }
        customers += other.customers;
        never += other.never;
    }

    std::vector<std::array<Index, kLifeStates>> states;
    std::vector<Index> newlyLost;
    Index customers = 0;
    Index never = 0;
};

Result<Activity> historyOf(const Snapshot& snapshot, const LifecycleOptions& options, Job& job)
{
    const SnapshotFrame& frame = snapshot.frame();
    const Day asOf = options.asOf != kMissingDay ? options.asOf : frame.asOf;
    if (options.lostAfter < 2 || options.lostAfter > 1'000) {
        return badOption("lost_after", options.lostAfter, "2 to 1000 periods");
    }
    if (Status checked = checkPopulation(snapshot, options.population); !checked) {
        return checked.error();
    }
    const Day to = options.to != kMissingDay ? std::min(options.to, asOf) : asOf;
    if (options.from != kMissingDay && options.from > to) {
        return badOption("from", isoDate(options.from), "the first day lies behind the last one");
    }
    return Activity::make(snapshot, options.activity, options.unit, std::min(frame.firstDay, to), asOf, job);
}

LifeState stateAt(const std::vector<int>& active, int period, int lostAfter, bool& ever)
{
    const auto next = std::upper_bound(active.begin(), active.end(), period);
    ever = next != active.begin();
    if (!ever) {
        return LifeState::New;
    }
    const int last = *(next - 1);
    if (last == period) {
        const bool first = next - 1 == active.begin();
        return first                    ? LifeState::New
            : *(next - 2) == period - 1 ? LifeState::Returning
                                        : LifeState::Resurrected;
    }
    const int absent = period - last;
    return absent >= lostAfter ? LifeState::Lost : absent == 1 ? LifeState::Dormant : LifeState::Away;
}

}  // namespace

std::string_view lifeStateCode(LifeState state)
{
    static constexpr std::array<std::string_view, kLifeStates> kCodes {"new",     "returning", "resurrected",
                                                                       "dormant", "away",      "lost"};
    return kCodes[static_cast<std::size_t>(state)];
}

Result<LifecycleResult> lifecycle(const Snapshot& snapshot, const LifecycleOptions& options, Job& job)
{
    const Result<Activity> activity = historyOf(snapshot, options, job);
    if (!activity) {
        return activity.error();
    }
    const Periods& periods = activity->periods();
    const Population population = populationOf(snapshot, options.population, options.includeAnonymous);
    Changes all(periods.count());
    const Status status = eachActivity<Changes>(
        *activity, population.rows, job, [&] { return Changes(periods.count()); },
        [&](Changes& part, Index, const std::vector<int>& active) { part.add(active, options.lostAfter); },
        [&](const Changes& part) { all.add(part); });
    if (!status) {
        return status.error();
    }
    if (all.customers == 0) {
        return Error {
            .code = ErrorCode::EmptyInput, .subject = "activity", .detail = "nobody was ever active"};
    }
    LifecycleResult result;
    result.asOf = options.asOf != kMissingDay ? options.asOf : snapshot.frame().asOf;
    result.customers = all.customers;
    result.neverActive = all.never;
    result.notSelected = population.notSelected;
    result.anonymous = population.anonymous;
    const Day to = options.to != kMissingDay ? options.to : result.asOf;
    std::array<Index, kLifeStates> now {};
    for (int period = 0; period < periods.count(); ++period) {
        const auto at = static_cast<std::size_t>(period);
        for (std::size_t s = 0; s < kLifeStates; ++s) {
            now[s] += all.states[at][s];
        }
        const bool begun = std::any_of(now.begin(), now.end(), [](Index count) { return count > 0; });
        const bool shown = options.from != kMissingDay ? periods.end(period) > options.from : begun;
        if (shown && periods.start(period) <= to) {
            result.periods.push_back({.start = periods.start(period),
                                      .states = now,
                                      .newlyLost = all.newlyLost[at],
                                      .mature = periods.end(period) - 1 <= result.asOf});
        }
    }
    return result;
}

Result<Bitset> lifecycleMembers(const Snapshot& snapshot, const LifecycleOptions& options, Day start,
                                LifeState state, Job& job)
{
    const Result<Activity> activity = historyOf(snapshot, options, job);
    if (!activity) {
        return activity.error();
    }
    const int period = activity->periods().of(start);
    if (period < 0) {
        return badOption("period", isoDate(start), "no period of this table");
    }
    const Population population = populationOf(snapshot, options.population, options.includeAnonymous);
    Bitset members(snapshot.customers());
    using Found = std::vector<Index>;
    const Status status = eachActivity<Found>(
        *activity, population.rows, job, [] { return Found(); },
        [&](Found& found, Index customer, const std::vector<int>& active) {
            bool ever = false;
            if (stateAt(active, period, options.lostAfter, ever) == state && ever) {
                found.push_back(customer);
            }
        },
        [&](const Found& found) {
            for (const Index customer : found) {
                members.set(customer);
            }
        });
    return status ? Result<Bitset>(std::move(members)) : Result<Bitset>(status.error());
}

Result<StickinessResult> stickiness(const Snapshot& snapshot, const StickinessOptions& options, Job& job)
{
    if (Status checked = checkPopulation(snapshot, options.population); !checked) {
        return checked.error();
    }
    const Day asOf = snapshot.frame().asOf;
    StickinessResult result;
    result.to = options.to != kMissingDay ? std::min(options.to, asOf) : asOf;
    result.from = options.from != kMissingDay
        ? options.from
        : periodAfter(options.unit, periodStart(options.unit, result.to), 1 - kStickyPeriods);
    if (result.from > result.to) {
        return badOption("from", isoDate(result.from), "the first day lies behind the last one");
    }
    const Result<Activity> activity
        = Activity::make(snapshot, options.activity, options.unit, result.from, result.to, job);
    if (!activity) {
        return activity.error();
    }
    const Periods& periods = activity->periods();
    struct Part {
        std::vector<Index> exactly;
        std::vector<char> open;
    };
    const auto count = static_cast<std::size_t>(periods.count());
    Part all {std::vector<Index>(count + 1), std::vector<char>(count)};
    const Population population = populationOf(snapshot, options.population, options.includeAnonymous);
    const Status status = eachActivity<Part>(
        *activity, population.rows, job,
        [&] {
            return Part {std::vector<Index>(count + 1), std::vector<char>(count)};
        },
        [](Part& part, Index, const std::vector<int>& active) {
            ++part.exactly[active.size()];
            for (const int period : active) {
                part.open[static_cast<std::size_t>(period)] = 1;
            }
        },
        [&](const Part& part) {
            for (std::size_t i = 0; i < part.exactly.size(); ++i) {
                all.exactly[i] += part.exactly[i];
            }
            for (std::size_t i = 0; i < part.open.size(); ++i) {
                all.open[i] = static_cast<char>(all.open[i] | part.open[i]);
            }
        });
    if (!status) {
        return status.error();
    }
    result.periods = options.openDaysOnly ? static_cast<int>(std::count(all.open.begin(), all.open.end(), 1))
                                          : periods.count();
    result.lastIsPartial = periods.end(periods.count() - 1) - 1 > asOf;
    result.exactly.assign(all.exactly.begin(), all.exactly.begin() + result.periods + 1);
    result.atLeast = result.exactly;
    for (std::size_t k = result.atLeast.size() - 1; k > 0; --k) {
        result.atLeast[k - 1] += result.atLeast[k];
    }
    return result;
}

}  // namespace meitrace
