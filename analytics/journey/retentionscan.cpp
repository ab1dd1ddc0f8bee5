// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/retentionscan.h"

#include "analytics/features/duration.h"
#include "analytics/features/population.h"
#include "models/base/badoption.h"

#include <algorithm>

namespace meitrace {

namespace {

Status checkBrackets(const RetentionOptions& options)
{
    if (options.brackets.size() > RetentionOptions::kMostColumns) {
        return badOption("brackets", static_cast<std::int64_t>(options.brackets.size()), "1 to 60");
    }
    int last = -1;
    for (const DayBracket& bracket : options.brackets) {
        if (bracket.from <= last || bracket.to < bracket.from) {
            return badOption("brackets", bracket.from,
                             "ascending days that do not meet, such as 0-30, 31-90");
        }
        last = bracket.to;
    }
    if (!options.brackets.empty() && options.criterion != RetentionCriterion::On) {
        return badOption("brackets", static_cast<std::int64_t>(options.brackets.size()),
                         "brackets ask who came in them, and nothing else");
    }
    return Done {};
}

Status checkOptions(const Snapshot& snapshot, const RetentionOptions& options)
{
    if (options.columns < 1 || options.columns > RetentionOptions::kMostColumns) {
        return badOption("columns", options.columns, "1 to 60");
    }
    if (options.cycleDays < 0 || options.cycleDays > 3'660
        || (options.cycleDays > 0 && options.alignment != RetentionAlignment::Rolling)) {
        return badOption("cycle", options.cycleDays, "days of a cycle, counted from each entry");
    }
    if (options.splitBy && !hasDictionary(*options.splitBy)) {
        return badOption("split", static_cast<std::int64_t>(*options.splitBy), "a named field of events");
    }
    if (options.splitTop < 1 || options.splitTop > 20) {
        return badOption("split", options.splitTop, "1 to 20 groups");
    }
    const Status brackets = checkBrackets(options);
    return brackets ? checkPopulation(snapshot, options.population) : brackets;
}

int monthsOf(PeriodUnit unit)
{
    return unit == PeriodUnit::Months  ? 1
        : unit == PeriodUnit::Quarters ? 3
        : unit == PeriodUnit::Years    ? 12
                                       : 0;
}

constexpr std::uint64_t lowest(int bits)
{
    return bits >= 64 ? ~std::uint64_t {0} : (std::uint64_t {1} << static_cast<unsigned>(bits)) - 1;
}

}  // namespace

RetentionScan::RetentionScan(const Snapshot& snapshot, const RetentionOptions& options, EventMatcher matcher,
                             Day from, Day to, Day asOf)
    : m_snapshot(&snapshot)
    , m_entryRule(options.entryRule)
    , m_alignment(options.alignment)
    , m_criterion(options.criterion)
    , m_cycleDays(options.cycleDays)
    , m_brackets(options.brackets)
    , m_matcher(std::move(matcher))
    , m_periods(options.unit, from, asOf)
    , m_days(snapshot, std::min(snapshot.frame().firstDay, from), asOf)
    , m_from(from)
    , m_to(to)
    , m_asOf(asOf)
    , m_end(snapshot.endOfDay(asOf))
    , m_columns(options.brackets.empty() ? options.columns + 1 : static_cast<int>(options.brackets.size()))
    , m_time(snapshot.time().data())
{
    if (options.money) {
        m_amount = snapshot.amount().data();
    }
    if (options.splitBy) {
        m_split = snapshot.codes(*options.splitBy);
    }
}

Result<RetentionScan> RetentionScan::make(const Snapshot& snapshot, const RetentionOptions& options, Job& job)
{
    if (Status checked = checkOptions(snapshot, options); !checked) {
        return checked.error();
    }
    const SnapshotFrame& frame = snapshot.frame();
    const Day asOf = options.asOf != kMissingDay ? options.asOf : frame.asOf;
    const Day to = options.to != kMissingDay ? std::min(options.to, asOf) : asOf;
    const Day from = options.from != kMissingDay ? options.from : std::min(frame.firstDay, to);
    if (from > to) {
        return badOption("from", isoDate(from), "the first day lies behind the last one");
    }
    std::vector<EventField> fields {EventField::Time};
    std::vector<EventPredicate> predicates {options.entry, options.comeBack};
    if (options.money) {
        predicates.push_back(*options.money);
        fields.push_back(EventField::Amount);
    }
    if (options.splitBy) {
        fields.push_back(*options.splitBy);
    }
    if (Status loaded = snapshot.load(fields, job); !loaded) {
        return loaded.error();
    }
    Result<EventMatcher> matcher = EventMatcher::bind(predicates, snapshot, job);
    if (!matcher) {
        return matcher.error();
    }
    return RetentionScan(snapshot, options, *std::move(matcher), from, to, asOf);
}

void RetentionScan::collect(Index customer, std::vector<Index>& entries, std::vector<Index>& later) const
{
    entries.clear();
    later.clear();
    bool met = false;  // an entry of FirstEver, whether its day is asked for or not
    for (Index row = m_snapshot->begin(customer); row < m_snapshot->end(customer); ++row) {
        const std::uint64_t mask = m_matcher.mask(row);
        if (mask == 0 || m_time[row] >= m_end) {
            continue;
        }
        const bool open = m_entryRule == RetentionEntry::Every || (entries.empty() && !met);
        if ((mask & kEntry) != 0 && open) {
            const Day day = m_days.of(m_time[row]);
            if (day >= m_from && day <= m_to) {
                entries.push_back(row);
            }
            met = met || m_entryRule == RetentionEntry::FirstEver;
        }
        if ((mask & (kReturn | kMoney)) != 0 && !entries.empty()) {
            later.push_back(row);
        }
    }
}

Millis RetentionScan::boundary(Index entry, int column) const
{
    const PeriodUnit unit = m_periods.unit();
    const int months = m_cycleDays > 0 ? 0 : monthsOf(unit);
    if (months > 0) {
        return shifted(m_time[entry], {.count = months, .unit = DurationUnit::Months},
                       m_snapshot->frame().zone, column);
    }
    const int days = m_cycleDays > 0 ? m_cycleDays : unit == PeriodUnit::Weeks ? 7 : 1;
    return m_time[entry] + static_cast<Millis>(days) * column * kDayMillis;
}

int RetentionScan::columnOf(Index entry, Index row, int& reached) const
{
    if (!m_brackets.empty()) {
        const int days = m_days.of(m_time[row]) - m_days.of(m_time[entry]);
        const auto found = std::find_if(m_brackets.begin(), m_brackets.end(), [&](const DayBracket& bracket) {
            return days >= bracket.from && days <= bracket.to;
        });
        return found == m_brackets.end() ? -1 : static_cast<int>(found - m_brackets.begin());
    }
    if (m_alignment == RetentionAlignment::Calendar) {
        return m_periods.of(m_days.of(m_time[row])) - m_periods.of(m_days.of(m_time[entry]));
    }
    while (reached < m_columns && boundary(entry, reached + 1) <= m_time[row]) {
        ++reached;
    }
    while (reached > 0 && boundary(entry, reached) > m_time[row]) {
        --reached;  // an event known by its day only stands behind the exact ones of that day
    }
    return reached;
}

int RetentionScan::matureColumns(Index entry) const
{
    const Day day = m_days.of(m_time[entry]);
    int mature = 0;
    if (!m_brackets.empty()) {
        while (mature < m_columns && day + m_brackets[static_cast<std::size_t>(mature)].to <= m_asOf) {
            ++mature;
        }
        return mature;
    }
    if (m_alignment == RetentionAlignment::Calendar) {
        const int last = m_periods.count() - 1;
        const int elapsed = m_periods.end(last) - 1 <= m_asOf ? last + 1 : last;
        return std::clamp(elapsed - m_periods.of(day), 0, m_columns);
    }
    while (mature < m_columns && boundary(entry, mature + 1) <= m_end) {
        ++mature;
    }
    return mature;
}

std::uint64_t RetentionScan::judged(std::uint64_t came, bool cameLater) const
{
    std::uint64_t hits = came & lowest(m_columns);
    switch (m_criterion) {
    case RetentionCriterion::On:
        return hits;
    case RetentionCriterion::OnOrAfter:
        for (int column = m_columns - 2; column >= 0; --column) {
            hits |= (hits >> 1U) & (std::uint64_t {1} << static_cast<unsigned>(column));
        }
        return cameLater ? lowest(m_columns) : hits;
    case RetentionCriterion::OnOrBefore:
        for (int column = 2; column < m_columns; ++column) {
            hits |= (hits << 1U) & (std::uint64_t {1} << static_cast<unsigned>(column));
        }
        return hits;
    case RetentionCriterion::Streak:
        for (int column = 2; column < m_columns; ++column) {
            const std::uint64_t bit = std::uint64_t {1} << static_cast<unsigned>(column);
            hits &= (hits << 1U) | ~bit;
        }
        return hits;
    }
    return hits;
}

void RetentionScan::follow(Index entry, const std::vector<Index>& later, RetentionTrace& trace) const
{
    trace = {};
    const Day day = m_days.of(m_time[entry]);
    trace.period = m_periods.of(day);
    trace.split = m_split ? (*m_split)[entry] : 0;
    trace.mature = matureColumns(entry);
    trace.daysSeen = m_asOf - day;
    std::uint64_t came = 0;
    bool cameLater = false;
    int reached = 0;
    for (auto at = std::lower_bound(later.begin(), later.end(), entry); at != later.end(); ++at) {
        const int column = columnOf(entry, *at, reached);
        const std::uint64_t mask = m_matcher.mask(*at);
        if ((mask & kMoney) != 0 && column >= 0 && column < m_columns) {
            trace.money[static_cast<std::size_t>(column)] += m_amount[*at];
        }
        if ((mask & kReturn) == 0 || *at == entry) {
            continue;
        }
        if (trace.daysToReturn == RetentionTrace::kNever) {
            trace.daysToReturn = m_days.of(m_time[*at]) - day;
        }
        cameLater = cameLater || column >= m_columns;
        came |= column >= 0 && column < m_columns ? std::uint64_t {1} << static_cast<unsigned>(column) : 0;
    }
    trace.hits = judged(came, cameLater);
}

}  // namespace meitrace
