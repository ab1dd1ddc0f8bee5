// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/painpoints.h"

#include "analytics/features/eventmatcher.h"
#include "analytics/journey/paincases.h"
#include "analytics/journey/painkeys.h"
#include "analytics/stats/benjaminihochberg.h"
#include "analytics/stats/quantile.h"
#include "models/base/badoption.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

namespace meitrace {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr int kMostMoneyDays = 3650;

Status checked(const PainOptions& options)
{
    if (options.funnel.unit != UnitKind::Customer) {
        return badOption("unit", std::string(nameOf(options.funnel.unit)), "customer");
    }
    if (options.keys.empty()) {
        return badOption("keys");
    }
    if (options.moneyDays < 1 || options.moneyDays > kMostMoneyDays) {
        return badOption("money_days", options.moneyDays, "1 to 3650");
    }
    if (options.support < 10) {
        return badOption("support", options.support, "10 or more");
    }
    if (!(options.limit > 0 && options.limit < 1)) {
        return badOption("limit", std::to_string(options.limit));
    }
    return Done {};
}

/// Net money of a customer from a row on, for so many days.
class Money {
public:
    Money(const Snapshot& snapshot, const EventMatcher& matcher, int days, Millis end)
        : m_snapshot(snapshot)
        , m_matcher(matcher)
        , m_days(days)
        , m_end(end)
    {
    }

    [[nodiscard]] Fen since(Index customer, Index row) const
    {
        const Day day = m_snapshot.dayOf(m_snapshot.time()[row]);
        const Millis begin = m_snapshot.endOfDay(day - 1);
        const Millis stop = std::min(m_snapshot.endOfDay(day + m_days - 1), m_end);
        Fen net = 0;
        for (Index at = m_snapshot.begin(customer); at < m_snapshot.end(customer); ++at) {
            if (m_snapshot.time()[at] >= begin && m_snapshot.time()[at] < stop && m_matcher.matches(at)) {
                net += m_snapshot.amount()[at];
            }
        }
        return net;
    }

private:
    const Snapshot& m_snapshot;
    const EventMatcher& m_matcher;
    int m_days;
    Millis m_end;
};

Result<PainStep> stepOf(const PassingCases& cases, const Money& money, Job& job)
{
    PainStep step;
    std::vector<std::int64_t> paid;
    const bool done = cases.each(job, [&](const Passing& passing) {
        ++step.previous;
        if (passing.here < 0) {
            ++step.lost;
            return;
        }
        ++step.payers.n;
        if (const Fen net = money.since(passing.customer, passing.here); net > 0) {
            ++step.payers.hits;
            paid.push_back(net);
        }
    });
    if (!done) {
        return Error {.code = ErrorCode::Cancelled};
    }
    if (!paid.empty()) {
        std::sort(paid.begin(), paid.end());
        step.medianNet = static_cast<Fen>(std::llround(quantileType7(paid, 0.5)));
    }
    return step;
}

/// The share at which half of the cases stand in values with no larger one.
double usualShare(const std::map<std::uint32_t, Share>& values)
{
    std::vector<Share> ranked;
    Index total = 0;
    for (const auto& [code, share] : values) {
        ranked.push_back(share);
        total += share.n;
    }
    std::sort(ranked.begin(), ranked.end(),
              [](const Share& a, const Share& b) { return a.hits * b.n < b.hits * a.n; });
    Index sofar = 0;
    for (const Share& share : ranked) {
        sofar += share.n;
        if (2 * sofar >= total) {
            return proportion(share.hits, share.n);
        }
    }
    return kNaN;
}

/// Lost and all cases by value of a key; nothing where the job was stopped.
std::optional<std::map<std::uint32_t, Share>> tally(const PassingCases& cases, const CaseKey& key,
                                                    const Job& job)
{
    std::map<std::uint32_t, Share> values;
    const bool done = cases.each(job, [&](const Passing& passing) {
        if (const std::uint32_t code = key.code(passing.customer, passing.before); code != 0) {
            Share& share = values[code];
            ++share.n;
            share.hits += passing.here < 0 ? 1 : 0;
        }
    });
    return done ? std::optional(std::move(values)) : std::nullopt;
}

/// Every value of a key with enough cases, beside all others of its step.
void compare(const std::map<std::uint32_t, Share>& values, const CaseKey& key, const PainOptions& options,
             PainPoint point, std::vector<PainPoint>& compared)
{
    Share all;
    for (const auto& [code, share] : values) {
        all.hits += share.hits;
        all.n += share.n;
    }
    point.expected = usualShare(values);
    for (const auto& [code, share] : values) {
        point.lost = share;
        point.others = {.hits = all.hits - share.hits, .n = all.n - share.n};
        if (point.lost.n < options.support || point.others.n < options.support) {
            continue;
        }
        point.value = key.texts().text(code);
        point.excess
            = std::max(0.0, static_cast<double>(share.hits) - point.expected * static_cast<double>(share.n));
        point.difference = newcombe(point.lost, point.others);
        compared.push_back(point);
    }
}

/// Sets q and keeps what is called.
std::vector<PainPoint> called(std::vector<PainPoint> compared, double limit)
{
    std::vector<double> p;
    p.reserve(compared.size());
    for (const PainPoint& point : compared) {
        p.push_back(twoProportionP(point.lost, point.others));
    }
    const std::vector<double> q = benjaminiHochberg(p);
    std::vector<PainPoint> kept;
    for (std::size_t i = 0; i < compared.size(); ++i) {
        compared[i].q = q[i];
        if (q[i] <= limit && compared[i].excess > 0 && compared[i].difference.low > 0) {
            kept.push_back(std::move(compared[i]));
        }
    }
    return kept;
}

FunnelTimes timesOf(const std::vector<std::int64_t>& values, Job& job)
{
    FunnelTimes times {.n = static_cast<Index>(values.size()), .p25 = kNaN, .median = kNaN, .p75 = kNaN};
    if (const std::vector<WholeQuantile> quartiles = innerQuantiles(values, 4, job); quartiles.size() == 3) {
        times.p25 = quartiles[0].value;
        times.median = quartiles[1].value;
        times.p75 = quartiles[2].value;
    }
    return times;
}

/// How long those took who got through, with the value and without.
Status addWaits(const Snapshot& snapshot, const PassingCases& cases, const CaseKey& key, PainPoint& point,
                Job& job)
{
    const std::uint32_t wanted = key.texts().find(point.value);
    std::vector<std::int64_t> own;
    std::vector<std::int64_t> others;
    const bool done = cases.each(job, [&](const Passing& passing) {
        const std::uint32_t code = passing.here < 0 ? 0 : key.code(passing.customer, passing.before);
        if (code == 0) {
            return;
        }
        constexpr auto kDay = static_cast<std::uint8_t>(TimeQuality::WholeDay);
        const bool byDay
            = snapshot.precision()[passing.before] >= kDay || snapshot.precision()[passing.here] >= kDay;
        const Millis from = snapshot.time()[passing.before];
        const Millis to = snapshot.time()[passing.here];
        const Millis wait = byDay ? (snapshot.dayOf(to) - snapshot.dayOf(from)) * kDayMillis : to - from;
        (code == wanted ? own : others).push_back(std::max<Millis>(0, wait));
    });
    if (!done) {
        return Error {.code = ErrorCode::Cancelled};
    }
    point.wait = timesOf(own, job);
    point.waitOthers = timesOf(others, job);
    return Done {};
}

Millis firstUnseen(const Snapshot& snapshot, const FunnelResult& result)
{
    return snapshot.endOfDay(result.asOf);
}

Result<std::vector<CaseKey>> bindKeys(const Snapshot& snapshot, const PainOptions& options, Millis end,
                                      Job& job)
{
    std::vector<CaseKey> keys;
    for (const std::string& name : options.keys) {
        Result<CaseKey> key = CaseKey::bind(snapshot, name, end, job);
        if (!key) {
            return key.error();
        }
        keys.push_back(*std::move(key));
    }
    return keys;
}

/// What the cases before every step bring who get through it.
Status addSteps(const Snapshot& snapshot, const PainOptions& options, PainResult& result, Job& job)
{
    const Result<EventMatcher> matcher = EventMatcher::bind(options.money, snapshot, job);
    if (!matcher) {
        return matcher.error();
    }
    if (Status status = snapshot.load({EventField::Amount}, job); !status) {
        return status;
    }
    const Money money(snapshot, *matcher, options.moneyDays, firstUnseen(snapshot, result.funnel));
    result.steps.resize(result.funnel.steps.size());
    for (std::size_t row = 1; row < result.steps.size(); ++row) {
        Result<PainStep> step = stepOf(PassingCases(result.funnel, static_cast<int>(row)), money, job);
        if (!step) {
            return step.error();
        }
        result.steps[row] = *step;
    }
    return Done {};
}

Fen stakeOf(const PainPoint& point, const PainStep& step)
{
    if (step.payers.n == 0) {
        return 0;
    }
    return std::llround(point.excess * proportion(step.payers.hits, step.payers.n)
                        * static_cast<double>(step.medianNet));
}

}  // namespace

std::vector<std::string> PainOptions::defaultKeys()
{
    return {"hour_block", "weekday", "first_reply", "booked_ahead", "first_visit",
            "channel",    "store",   "staff",       "item"};
}

Result<PainResult> painPoints(const Snapshot& snapshot, const PainOptions& options, Job& job)
{
    if (Status status = checked(options); !status) {
        return status.error();
    }
    FunnelOptions asked = options.funnel;
    asked.split.clear();
    asked.keepChains = true;
    Result<FunnelResult> counted = funnel(snapshot, asked, job);
    if (!counted) {
        return counted.error();
    }
    PainResult result;
    result.funnel = *std::move(counted);
    const Result<std::vector<CaseKey>> keys
        = bindKeys(snapshot, options, firstUnseen(snapshot, result.funnel), job);
    if (!keys) {
        return keys.error();
    }
    if (Status status = addSteps(snapshot, options, result, job); !status) {
        return status.error();
    }
    std::vector<PainPoint> compared;
    for (int step = 1; step < static_cast<int>(result.steps.size()); ++step) {
        const PassingCases cases(result.funnel, step);
        for (std::size_t key = 0; key < keys->size(); ++key) {
            const auto values = tally(cases, (*keys)[key], job);
            if (!values) {
                return Error {.code = ErrorCode::Cancelled};
            }
            compare(*values, (*keys)[key], options, {.step = step, .key = key}, compared);
        }
    }
    result.compared = static_cast<Index>(compared.size());
    result.points = called(std::move(compared), options.limit);
    for (PainPoint& point : result.points) {
        point.atStake = stakeOf(point, result.steps[static_cast<std::size_t>(point.step)]);
        if (Status status
            = addWaits(snapshot, PassingCases(result.funnel, point.step), (*keys)[point.key], point, job);
            !status) {
            return status.error();
        }
    }
    std::sort(result.points.begin(), result.points.end(), [](const PainPoint& a, const PainPoint& b) {
        return std::tuple(-a.atStake, -a.excess, a.step, a.key, std::string_view(a.value))
            < std::tuple(-b.atStake, -b.excess, b.step, b.key, std::string_view(b.value));
    });
    return result;
}

Result<Bitset> painMembers(const Snapshot& snapshot, const PainOptions& options, const PainResult& result,
                           std::size_t point, Job& job)
{
    if (point >= result.points.size()) {
        return badOption("point", point);
    }
    const PainPoint& wanted = result.points[point];
    const Result<CaseKey> key
        = CaseKey::bind(snapshot, options.keys[wanted.key], firstUnseen(snapshot, result.funnel), job);
    if (!key) {
        return key.error();
    }
    const std::uint32_t code = key->texts().find(wanted.value);
    Bitset members(snapshot.customers());
    const bool done = PassingCases(result.funnel, wanted.step).each(job, [&](const Passing& passing) {
        if (passing.here < 0 && key->code(passing.customer, passing.before) == code) {
            members.set(passing.customer);
        }
    });
    return done ? Result<Bitset>(std::move(members)) : Error {.code = ErrorCode::Cancelled};
}

}  // namespace meitrace
