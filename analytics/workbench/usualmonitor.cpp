// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/usualmonitor.h"

#include "analytics/clinic/holidays.h"

#include <array>

namespace meitrace {

namespace {

constexpr std::array kEvents {"lead", "wechat_add", "booking_create", "booking_noshow", "arrive",
                              "bill", "treat",      "complaint",      "refund",         "unsubscribe"};

EventPredicate eventsOf(const char* type)
{
    return {.clauses = {{.type = type}}};
}

}  // namespace

MonitorOptions usualMonitor()
{
    MonitorOptions options;
    for (const char* type : kEvents) {
        options.metrics.push_back({.id = type, .events = eventsOf(type)});
    }
    options.metrics.push_back({.id = "received", .events = eventsOf("bill"), .isMoney = true});
    for (const Holiday& holiday : publicHolidays()) {
        options.daysOff.emplace_back(holiday.first, holiday.last);
    }
    return options;
}

}  // namespace meitrace
