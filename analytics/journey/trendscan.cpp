// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/trendscan.h"

#include "analytics/features/eachcustomer.h"
#include "models/base/badoption.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace meitrace {

namespace {

Day yearBefore(PeriodUnit unit, Day start)
{
    switch (unit) {
    case PeriodUnit::Days:
        return start - 364;
    case PeriodUnit::Weeks:
        return periodAfter(unit, start, -52);
    case PeriodUnit::Months:
        return periodAfter(unit, start, -12);
    case PeriodUnit::Quarters:
        return periodAfter(unit, start, -4);
    case PeriodUnit::Years:
        break;
    }
    return periodAfter(unit, start, -1);
}

Status checkOptions(const Snapshot& snapshot, const TrendOptions& options, Day from, Day to)
{
    if (from > to) {
        return badOption("from", isoDate(from), "after the last day");
    }
    if (options.top < 1 || options.top > 20) {
        return badOption("top", options.top, "1 to 20");
    }
    if (options.percent < 1 || options.percent > 99) {
        return badOption("percent", options.percent, "1 to 99");
    }
    return checkPopulation(snapshot, options.population);
}

}  // namespace

TrendScan::TrendScan(const Snapshot& snapshot, const TrendOptions& options, EventMatcher matcher, Span now,
                     std::optional<Span> before)
    : m_snapshot(&snapshot)
    , m_matcher(std::move(matcher))
    , m_now(std::move(now))
    , m_before(std::move(before))
    , m_population(populationOf(snapshot, options.population, options.includeAnonymous))
    , m_days(snapshot, m_before ? std::min(m_now.from, m_before->from) : m_now.from, m_now.to)
{
    if (options.splitBy) {
        m_codes = snapshot.codes(*options.splitBy);
    }
}

Result<TrendScan> TrendScan::make(const Snapshot& snapshot, const TrendOptions& options, Job& job)
{
    const SnapshotFrame& frame = snapshot.frame();
    const Day asOf = options.asOf == kMissingDay ? frame.asOf : options.asOf;
    const Day to = std::min(options.to == kMissingDay ? asOf : options.to, asOf);
    const Day from = options.from == kMissingDay ? frame.firstDay : options.from;
    if (Status checked = checkOptions(snapshot, options, from, to); !checked) {
        return checked.error();
    }
    std::vector<EventField> fields {EventField::Time, EventField::Type, EventField::Amount};
    if (options.splitBy) {
        fields.push_back(*options.splitBy);
    }
    if (Status loaded = snapshot.load(fields, job); !loaded) {
        return loaded.error();
    }
    Result<EventMatcher> matcher = EventMatcher::bind(options.events, snapshot, job);
    if (!matcher) {
        return matcher.error();
    }
    Span now {Periods(options.unit, from, to), from, to};
    if (now.periods.count() > TrendOptions::kMostPeriods) {
        return badOption("unit", std::string(periodUnitCode(options.unit)),
                         "more than 2000 periods: take a longer one or fewer days");
    }
    std::optional<Span> before = spanBefore(now, options.compare);
    TrendScan scan(snapshot, options, *std::move(matcher), std::move(now), std::move(before));
    if (options.splitBy) {
        if (Status named = scan.chooseSeries(options, job); !named) {
            return named.error();
        }
    }
    return scan;
}

/// As many days into the last period as there are of it, and as late a begin of the first.
std::optional<TrendScan::Span> TrendScan::spanBefore(const Span& now, TrendCompare compare)
{
    if (compare == TrendCompare::None) {
        return std::nullopt;
    }
    const PeriodUnit unit = now.periods.unit();
    const int count = now.periods.count();
    const Day start = now.periods.start(0);
    const Day begin
        = compare == TrendCompare::Year ? yearBefore(unit, start) : periodAfter(unit, start, -count);
    const Day last = periodAfter(unit, begin, count) - 1;
    const Day elapsed = now.to - now.periods.start(count - 1);
    const Day to = std::min(last, periodAfter(unit, begin, count - 1) + elapsed);
    return Span {Periods(unit, begin, last), std::min(begin + (now.from - start), to), to};
}

/// The values with most events get series of their own.
Status TrendScan::chooseSeries(const TrendOptions& options, Job& job)
{
    const Dictionary& texts = m_snapshot->dictionary(*options.splitBy);
    m_ofCode.assign(texts.size(), 0);
    std::vector<Index> events(texts.size());
    Status counted = eachCustomer<std::vector<Index>>(
        m_population.rows, job, [&] { return std::vector<Index>(events.size()); },
        [this](std::vector<Index>& part, Index customer) {
            each(customer,
                 [&](Index row, int, int, bool before) { part[(*m_codes)[row]] += before ? 0 : 1; });
        },
        [&](const std::vector<Index>& part) {
            std::transform(part.begin(), part.end(), events.begin(), events.begin(), std::plus<> {});
        },
        {0, kNaming});
    if (!counted) {
        return counted;
    }
    std::vector<std::uint32_t> order(events.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return events[a] > events[b]; });
    const auto used = static_cast<int>(
        std::count_if(events.begin(), events.end(), [](Index count) { return count > 0; }));
    const int named = std::min(used, options.top);
    m_hasOther = used > named;
    m_seriesCount = std::max(1, named + (m_hasOther ? 1 : 0));
    // What was seen only in the days compared with has no series of its own.
    std::fill(m_ofCode.begin(), m_ofCode.end(), m_hasOther ? named : kUnseen);
    for (int i = 0; i < named; ++i) {
        m_ofCode[order[static_cast<std::size_t>(i)]] = i;
        m_names.emplace_back(texts.text(order[static_cast<std::size_t>(i)]));
    }
    return Done {};
}

}  // namespace meitrace
