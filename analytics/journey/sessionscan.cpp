// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/sessionscan.h"

#include "analytics/journey/funneloptions.h"
#include "models/base/badoption.h"
#include "models/domain/person.h"

#include <algorithm>
#include <utility>

namespace meitrace {

namespace {

constexpr int kMostNames = 200;

Status checked(const SessionOptions& options)
{
    if (options.unit == UnitKind::Customer) {
        return badOption("unit", std::string(nameOf(options.unit)), "session or visit");
    }
    if (!hasDictionary(options.label)) {
        return badOption("label", std::string(fieldName(options.label)));
    }
    if (options.top < 1 || options.top > kMostNames) {
        return badOption("top", options.top, "1 to 200");
    }
    if (options.gap.isCalendar() || options.gap.millis() <= 0) {
        return badOption("gap", printDuration(options.gap));
    }
    return Done {};
}

}  // namespace

SessionScan::SessionScan(const Snapshot& snapshot, const SessionOptions& options, EventMatcher matcher)
    : m_snapshot(&snapshot)
    , m_rule({.kind = options.unit, .gap = options.gap.millis(), .cutAtCampaign = options.cutAtCampaign})
    , m_matcher(std::move(matcher))
    , m_population(populationOf(snapshot, options.population, options.includeAnonymous))
    , m_asOf(options.asOf == kMissingDay ? snapshot.frame().asOf : options.asOf)
    , m_from(options.from == kMissingDay ? snapshot.frame().firstDay : options.from)
    , m_to(std::min(options.to == kMissingDay ? m_asOf : options.to, m_asOf))
    , m_begin(snapshot.endOfDay(m_from - 1))
    , m_stop(snapshot.endOfDay(m_to))
    , m_end(snapshot.endOfDay(m_asOf))
{
}

Result<SessionScan> SessionScan::make(const Snapshot& snapshot, const SessionOptions& options, Job& job)
{
    if (Status status = checked(options); !status) {
        return status.error();
    }
    if (Status status = checkPopulation(snapshot, options.population); !status) {
        return status.error();
    }
    const UnitSplit::Rule rule {
        .kind = options.unit, .gap = options.gap.millis(), .cutAtCampaign = options.cutAtCampaign};
    if (Status status = UnitSplit::load(snapshot, rule, job); !status) {
        return status.error();
    }
    if (Status status = snapshot.load({options.label, EventField::Detail}, job); !status) {
        return status.error();
    }
    Result<EventMatcher> matcher = EventMatcher::bind(options.events, snapshot, job);
    if (!matcher) {
        return matcher.error();
    }
    SessionScan scan(snapshot, options, *std::move(matcher));
    if (scan.m_from > scan.m_to) {
        return badOption("from", isoDate(scan.m_from), "after the last day");
    }
    return scan;
}

Index SessionScan::seenEnd(Index customer) const
{
    const Millis* time = m_snapshot->time().data();
    Index row = m_snapshot->end(customer);
    while (row > m_snapshot->begin(customer) && time[row - 1] >= m_end) {
        --row;
    }
    return row;
}

}  // namespace meitrace
