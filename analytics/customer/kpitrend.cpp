// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/kpitrend.h"

#include "analytics/customer/kpifacts.h"
#include "models/base/badoption.h"
#include "models/base/parallel.h"

#include <algorithm>
#include <atomic>

namespace meitrace {

namespace {

constexpr Index kChunk = 8'192;
constexpr Day kWeek = 7;

/// Starts of the spans, and which one a day belongs to.
class Spans {
public:
    Spans(KpiSpan span, int count, Day asOf)
    {
        for (int i = count - 1; i >= 0; --i) {
            m_starts.push_back(span == KpiSpan::Month ? monthStart(asOf, -i)
                                                      : asOf - weekday(asOf) - i * kWeek);
        }
        m_end = span == KpiSpan::Month ? monthStart(asOf, 1) : m_starts.back() + kWeek;
    }

    [[nodiscard]] const std::vector<Day>& starts() const { return m_starts; }
    [[nodiscard]] Day end() const { return m_end; }
    /// -1 before the first
    [[nodiscard]] std::ptrdiff_t of(Day day) const
    {
        return std::upper_bound(m_starts.begin(), m_starts.end(), day) - m_starts.begin() - 1;
    }

private:
    std::vector<Day> m_starts;
    Day m_end = 0;
};

bool movesCash(const KpiFact& fact)
{
    return fact.role == KpiRole::Bill || fact.role == KpiRole::Refund || fact.role == KpiRole::Prepaid;
}

void addPerson(std::span<const KpiFact> facts, const Spans& spans, KpiTrend& trend)
{
    std::ptrdiff_t lastArrival = -1;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const KpiFact& fact = facts[i];
        const std::ptrdiff_t span = spans.of(fact.day);
        if (span < 0) {
            continue;
        }
        KpiTrend::Point& point = trend.points[static_cast<std::size_t>(span)];
        if (movesCash(fact)) {
            point.cash += fact.amount;
        }
        if (fact.role != KpiRole::Arrive) {
            continue;
        }
        bool again = false;
        for (std::size_t j = i; j > 0 && facts[j - 1].day == fact.day; --j) {
            again = again || (facts[j - 1].role == KpiRole::Arrive && facts[j - 1].store == fact.store);
        }
        point.visits += again ? 0 : 1;
        point.arrivals += span != lastArrival ? 1 : 0;
        lastArrival = span;
    }
}

void join(KpiTrend& trend, const KpiTrend& part)
{
    for (std::size_t i = 0; i < trend.points.size(); ++i) {
        trend.points[i].visits += part.points[i].visits;
        trend.points[i].cash += part.points[i].cash;
        trend.points[i].arrivals += part.points[i].arrivals;
    }
    trend.hasVisits = trend.hasVisits || part.hasVisits;
    trend.hasCash = trend.hasCash || part.hasCash;
}

}  // namespace

Result<KpiTrend> kpiTrend(const Snapshot& snapshot, const KpiTrendOptions& options, Job& job)
{
    if (options.count < 2 || options.count > 520) {
        return badOption("count", options.count, "2 to 520");
    }
    if (Status status = snapshot.load(KpiFacts::needed(), job); !status) {
        return status.error();
    }
    const Day asOf = options.asOf == kMissingDay ? snapshot.frame().asOf : options.asOf;
    const Bitset& population = options.population.size() != 0 ? options.population : snapshot.known();
    const Spans spans(options.span, options.count, asOf);
    KpiTrend empty;
    for (const Day start : spans.starts()) {
        empty.points.push_back({.start = start});
    }
    empty.lastIsOpen = spans.end() > asOf + 1;
    const Index n = snapshot.customers();
    std::vector<KpiTrend> parts(static_cast<std::size_t>(chunkCount(n, kChunk)));
    std::atomic<Index> finished {0};
    const bool done = forChunks(n, kChunk, job, [&](Index chunk, Index begin, Index end) {
        KpiTrend& part = parts[static_cast<std::size_t>(chunk)] = empty;
        KpiFacts facts(snapshot, asOf);
        for (Index c = begin; c < end; ++c) {
            facts.read(c);
            for (const KpiFact& fact : facts.facts()) {
                part.hasVisits = part.hasVisits || fact.role == KpiRole::Arrive;
                part.hasCash = part.hasCash || movesCash(fact);
            }
            if (population.test(c)) {
                addPerson(facts.facts(), spans, part);
            }
        }
        const Index share = finished.fetch_add(end - begin, std::memory_order_relaxed) + end - begin;
        job.progress(static_cast<double>(share) / static_cast<double>(n));
    });
    if (!done) {
        return Error {ErrorCode::Cancelled};
    }
    KpiTrend trend = empty;
    for (const KpiTrend& part : parts) {
        join(trend, part);
    }
    return trend;
}

}  // namespace meitrace
