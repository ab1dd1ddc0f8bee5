// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funneltotals.h"

#include "analytics/journey/funnelrows.h"
#include "analytics/stats/quantile.h"
#include "models/base/parallel.h"
#include "models/base/random.h"

#include <algorithm>
#include <limits>
#include <map>

namespace meitrace {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Counts {
    Index present = 0;
    Index previous = 0;
    Index reached = 0;
    Index open = 0;
    Index maturedPresent = 0;
    Index maturedPrevious = 0;
    Index maturedReached = 0;

    void add(const RowPlace& place, bool matured, Index number)
    {
        present += place.isPresent ? number : 0;
        previous += place.isPrevious ? number : 0;
        reached += place.isReached ? number : 0;
        open += place.isOpen ? number : 0;
        maturedPresent += place.isPresent && matured ? number : 0;
        maturedPrevious += place.isPrevious && matured ? number : 0;
        maturedReached += place.isReached && matured ? number : 0;
    }
};

/// How many cases are alike. Few different ones exist, so they are counted before anything is worked out.
class KindCounts {
public:
    struct Kind {
        std::int32_t part = -1;
        std::uint32_t served = 0;
        std::uint8_t flags = 0;
        Index number = 0;
    };

    void add(const Kind& kind)
    {
        Kind& place = placeOf(kind);
        if (place.number == 0) {
            place = kind;
            if (++m_size * 2 > m_places.size()) {
                ++place.number;
                grow();
                return;
            }
        }
        ++place.number;
    }
    [[nodiscard]] const std::vector<Kind>& all() const { return m_places; }

private:
    Kind& placeOf(const Kind& kind)
    {
        const std::uint64_t code = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(kind.part)) << 32U)
            ^ (static_cast<std::uint64_t>(kind.served) << 2U) ^ kind.flags;
        for (std::size_t at = mix64(code);; ++at) {
            Kind& place = m_places[at & (m_places.size() - 1)];
            if (place.number == 0
                || (place.part == kind.part && place.served == kind.served && place.flags == kind.flags)) {
                return place;
            }
        }
    }

    void grow()
    {
        std::vector<Kind> old(m_places.size() * 2);
        old.swap(m_places);
        for (const Kind& kind : old) {
            if (kind.number != 0) {
                placeOf(kind) = kind;
            }
        }
    }

    std::vector<Kind> m_places = std::vector<Kind>(256);
    std::size_t m_size = 0;
};

FunnelRate rateOf(Index hits, Index of)
{
    return {.hits = hits, .of = of, .rate = proportion(hits, of), .interval = wilson(hits, of)};
}

FunnelStep stepOf(const Counts& counts)
{
    FunnelStep step;
    step.reached = counts.reached;
    step.previous = counts.previous;
    step.open = counts.open;
    step.lost = counts.previous - counts.reached - counts.open;
    step.ofFirst = rateOf(counts.reached, counts.present);
    step.ofPrevious = rateOf(counts.reached, counts.previous);
    step.maturedOfFirst = rateOf(counts.maturedReached, counts.maturedPresent);
    step.maturedOfPrevious = rateOf(counts.maturedReached, counts.maturedPrevious);
    return step;
}

/// The part of a job that works on one row, on one thread.
class RowJob final : public Job {
public:
    explicit RowJob(const Job& whole)
        : Job(1)
        , m_whole(whole)
    {
    }
    [[nodiscard]] bool stopped() const override { return m_whole.stopped(); }

private:
    const Job& m_whole;
};

FunnelTimes timesOf(const std::vector<Millis>& values, Job& job)
{
    const std::vector<WholeQuantile> quartiles = innerQuantiles(values, 4, job);
    FunnelTimes times {.n = static_cast<Index>(values.size()), .p25 = kNaN, .median = kNaN, .p75 = kNaN};
    if (quartiles.size() == 3) {
        times.p25 = quartiles[0].value;
        times.median = quartiles[1].value;
        times.p75 = quartiles[2].value;
    }
    return times;
}

/// Appends a column of every chunk.
template <typename T, typename Of>
Column<T> joined(const std::vector<FunnelChunk>& chunks, Of of)
{
    std::size_t size = 0;
    for (const FunnelChunk& chunk : chunks) {
        size += of(chunk).size();
    }
    Column<T> all(static_cast<Index>(size));
    Index at = 0;
    for (const FunnelChunk& chunk : chunks) {
        for (const auto& value : of(chunk)) {
            all[at++] = static_cast<T>(value);
        }
    }
    return all;
}

void joinCases(const std::vector<FunnelChunk>& chunks, FunnelResult& result)
{
    result.cases.customer = joined<std::int32_t>(
        chunks, [](const FunnelChunk& c) -> auto& { return c.customer; });
    result.cases.served = joined<std::uint32_t>(
        chunks, [](const FunnelChunk& c) -> auto& { return c.served; });
    result.cases.first = joined<Index>(
        chunks, [](const FunnelChunk& c) -> auto& { return c.first; });
    result.cases.last = joined<Index>(
        chunks, [](const FunnelChunk& c) -> auto& { return c.last; });
    result.cases.flags = joined<std::uint8_t>(
        chunks, [](const FunnelChunk& c) -> auto& { return c.flags; });
    result.cases.chain = joined<Index>(
        chunks, [](const FunnelChunk& c) -> auto& { return c.chains; });
    for (const FunnelChunk& chunk : chunks) {
        result.outsidePopulation += chunk.outside;
        result.withoutEntry += chunk.withoutEntry;
        result.dropped += chunk.dropped;
    }
}

const Dictionary& splitTexts(const FunnelPlan& plan)
{
    return plan.splitAttribute   ? plan.splitAttribute->texts
        : plan.splitCircumstance ? plan.circumstances
                                 : plan.snapshot.dictionary(*plan.splitField);
}

/// Chooses the values that get a split of their own and sets the group of every case.
void group(const FunnelPlan& plan, const std::vector<FunnelChunk>& chunks, FunnelResult& result)
{
    const Column<std::uint32_t> codes = joined<std::uint32_t>(
        chunks, [](const FunnelChunk& c) -> auto& { return c.code; });
    std::map<std::uint32_t, Index> entrants;
    for (const std::uint32_t code : codes) {
        ++entrants[code];
    }
    const Index missing = entrants.contains(0) ? entrants[0] : 0;
    entrants.erase(0);
    entrants.erase(FunnelChunk::kNoGroup);
    const Dictionary& texts = splitTexts(plan);
    std::vector<std::pair<std::uint32_t, Index>> ranked(entrants.begin(), entrants.end());
    std::size_t shown = ranked.size();
    if (!plan.splitCircumstance) {  // whose codes are in their own order
        std::sort(ranked.begin(), ranked.end(), [&](const auto& a, const auto& b) {
            return a.second != b.second ? a.second > b.second : texts.text(a.first) < texts.text(b.first);
        });
        shown = std::min(shown, static_cast<std::size_t>(plan.options.splitValues));
    }
    std::map<std::uint32_t, std::int32_t> groups;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        groups[ranked[i].first] = static_cast<std::int32_t>(std::min(i, shown));
        if (i < shown) {
            result.splits.push_back(
                {.kind = SplitKind::Value, .value = std::string(texts.text(ranked[i].first)), .steps = {}});
        }
    }
    if (ranked.size() > shown) {
        result.splits.push_back({.kind = SplitKind::Other, .value = {}, .steps = {}});
    }
    groups[FunnelChunk::kNoGroup] = -1;
    groups[0] = static_cast<std::int32_t>(result.splits.size());
    if (missing > 0) {
        result.splits.push_back({.kind = SplitKind::Missing, .value = {}, .steps = {}});
    }
    result.cases.group.resize(codes.size());
    for (Index i = 0; i < codes.size(); ++i) {
        result.cases.group[i] = groups[codes[i]];
    }
}

/// Counts of all cases, then of every split.
std::vector<std::vector<Counts>> countRows(const FunnelPlan& plan, const FunnelResult& result)
{
    const auto rows = static_cast<std::size_t>(plan.steps);
    const bool grouped = result.cases.group.size() > 0;
    std::vector<std::vector<Counts>> counts(1 + result.splits.size(), std::vector<Counts>(rows));
    const RowRules rules(result.optional, result.openEntry);
    KindCounts kinds;
    for (Index i = 0; i < result.cases.customer.size(); ++i) {
        kinds.add({.part = grouped ? result.cases.group[i] : -1,
                   .served = result.cases.served[i],
                   .flags = result.cases.flags[i]});
    }
    for (const auto& [part, served, flags, number] : kinds.all()) {
        if (number == 0) {
            continue;
        }
        for (std::size_t row = 0; row < rows; ++row) {
            const RowPlace place
                = rules.placeOf(served, (flags & FunnelCases::kOpen) != 0, static_cast<int>(row));
            const bool matured = (flags & FunnelCases::kMatured) != 0;
            counts[0][row].add(place, matured, number);
            if (part >= 0) {
                counts[static_cast<std::size_t>(part) + 1][row].add(place, matured, number);
            }
        }
    }
    return counts;
}

/// wait and sinceFirst of one row, of all cases and of every split.
struct TimeLists {
    std::vector<std::vector<Millis>> wait;
    std::vector<std::vector<Millis>> sinceFirst;
};

TimeLists listTimes(const std::vector<FunnelChunk>& chunks, const FunnelResult& result, int row)
{
    const bool grouped = result.cases.group.size() > 0;
    TimeLists lists;
    lists.wait.resize(1 + result.splits.size());
    lists.sinceFirst.resize(1 + result.splits.size());
    Index number = 0;
    for (const FunnelChunk& chunk : chunks) {
        const FunnelChunk::RowTimes& times = chunk.rows[static_cast<std::size_t>(row)];
        lists.wait[0].insert(lists.wait[0].end(), times.wait.begin(), times.wait.end());
        lists.sinceFirst[0].insert(lists.sinceFirst[0].end(), times.sinceFirst.begin(),
                                   times.sinceFirst.end());
        std::size_t next = 0;
        for (std::size_t i = 0; grouped && i < chunk.served.size(); ++i) {
            const std::uint32_t served = chunk.served[i];
            if ((((served & (served - 1U)) >> static_cast<unsigned>(row)) & 1U) == 0) {
                continue;
            }
            const std::int32_t part = result.cases.group[number + static_cast<Index>(i)];
            if (part >= 0) {
                lists.wait[static_cast<std::size_t>(part) + 1].push_back(times.wait[next]);
                lists.sinceFirst[static_cast<std::size_t>(part) + 1].push_back(times.sinceFirst[next]);
            }
            ++next;
        }
        number += static_cast<Index>(chunk.served.size());
    }
    return lists;
}

}  // namespace

Result<FunnelResult> totalFunnel(const FunnelPlan& plan, const std::vector<FunnelChunk>& chunks, Job& job)
{
    FunnelResult result;
    result.asOf = plan.asOf;
    result.openEntry = plan.options.openEntry;
    result.unknown = plan.matcher.unknown();
    result.optional.resize(static_cast<std::size_t>(plan.steps));
    for (const int step : plan.options.optional) {
        result.optional[static_cast<std::size_t>(step) - 1] = true;
    }
    joinCases(chunks, result);
    if (!plan.options.split.empty()) {
        group(plan, chunks, result);
    }
    const std::vector<std::vector<Counts>> counts = countRows(plan, result);
    result.steps.resize(static_cast<std::size_t>(plan.steps));
    for (FunnelSplit& split : result.splits) {
        split.steps.resize(static_cast<std::size_t>(plan.steps));
    }
    const bool whole = forChunks(plan.steps, 1, job, [&](Index row, Index, Index) {
        RowJob rowJob(job);
        const auto at = static_cast<std::size_t>(row);
        const TimeLists lists = listTimes(chunks, result, static_cast<int>(row));
        for (std::size_t part = 0; part < counts.size(); ++part) {
            FunnelStep& step = part == 0 ? result.steps[at] : result.splits[part - 1].steps[at];
            step = stepOf(counts[part][at]);
            step.wait = timesOf(lists.wait[part], rowJob);
            const bool same = lists.wait[part] == lists.sinceFirst[part];  // the second step
            step.sinceFirst = same ? step.wait : timesOf(lists.sinceFirst[part], rowJob);
        }
    });
    if (!whole || job.stopped()) {
        return Error {.code = ErrorCode::Cancelled};
    }
    return result;
}

}  // namespace meitrace
