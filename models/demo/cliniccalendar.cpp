// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/cliniccalendar.h"

#include "models/base/calendar.h"
#include "models/resources/resourcetable.h"

#include <algorithm>

namespace meitrace::demo {

namespace {

constexpr std::array<int, 7> kWeekdayWeight {800, 820, 880, 950, 1100, 1280, 1170};  // Monday first
constexpr std::uint64_t kClosedLeads = 500;  // per mille: people still ask while the clinic rests

}  // namespace

const ClinicCalendar& ClinicCalendar::get()
{
    static const ClinicCalendar calendar;
    return calendar;
}

ClinicCalendar::ClinicCalendar()
    : m_first(dayFromCivil(2023, 7, 1))
    , m_last(dayFromCivil(2026, 6, 30))
    , m_priceRise(dayFromCivil(2025, 3, 1))
    , m_staffLeft(dayFromCivil(2025, 3, 31))
{
    const ResourceTable holidays("demo/holidays.csv");
    for (std::size_t r = 0; r < holidays.rows(); ++r) {
        m_spans.push_back({parseIsoDate(holidays.text(r, "from")).value_or(0),
                           parseIsoDate(holidays.text(r, "to")).value_or(0),
                           holidays.text(r, "kind") == "closed", holidays.text(r, "name")});
    }
    const ResourceTable seasons("demo/seasons.csv");
    std::array<std::uint64_t, 3> total {};
    for (Day day = m_first; day <= m_last; ++day) {
        const auto month = static_cast<std::size_t>(civilFromDay(day).month) - 1;
        const auto monthly = static_cast<std::uint64_t>(seasons.number(month, "lead_pm"));
        const auto weekly
            = static_cast<std::uint64_t>(kWeekdayWeight[static_cast<std::size_t>(weekday(day))]);
        const std::uint64_t base = monthly * weekly * (isOpen(day) ? 1000 : kClosedLeads);
        const std::array<std::uint64_t, 3> season {
            1000, static_cast<std::uint64_t>(seasons.number(month, "hair_pm")),
            static_cast<std::uint64_t>(seasons.number(month, "surgery_pm"))};
        for (std::size_t s = 0; s < season.size(); ++s) {
            total[s] += base * season[s];
            m_leadsUpTo[s].push_back(total[s]);
        }
    }
}

bool ClinicCalendar::isOpen(Day day) const
{
    return std::none_of(m_spans.begin(), m_spans.end(),
                        [&](const Span& span) { return span.closed && day >= span.from && day <= span.to; });
}

const std::string& ClinicCalendar::promotion(Day day) const
{
    static const std::string none;
    const auto found = std::find_if(m_spans.begin(), m_spans.end(), [&](const Span& span) {
        return !span.closed && day >= span.from && day <= span.to;
    });
    return found == m_spans.end() ? none : found->name;
}

Day ClinicCalendar::openDayNear(Draw& draw, Day target, Day earliest) const
{
    constexpr Day kReach = 3;
    const Day middle = std::max(target, earliest + kReach);
    std::array<int, 2 * kReach + 1> weights {};
    int total = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Day day = middle - kReach + static_cast<Day>(i);
        weights[i] = isOpen(day) ? kWeekdayWeight[static_cast<std::size_t>(weekday(day))] : 0;
        total += weights[i];
    }
    if (total == 0) {  // the middle of a closed week
        Day day = middle;
        while (!isOpen(day)) {
            ++day;
        }
        return day;
    }
    return middle - kReach + static_cast<Day>(draw.pick(weights));
}

Day ClinicCalendar::leadDay(Draw& draw, Season season) const
{
    const std::vector<std::uint64_t>& upTo = m_leadsUpTo[static_cast<std::size_t>(season)];
    const std::uint64_t target = draw.below(upTo.back());
    return m_first + static_cast<Day>(std::upper_bound(upTo.begin(), upTo.end(), target) - upTo.begin());
}

}  // namespace meitrace::demo
