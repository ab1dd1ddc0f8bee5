// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/clinic/holidays.h"

#include "models/base/calendar.h"
#include "models/resources/resourcetable.h"

#include <algorithm>
#include <vector>

namespace meitrace {

namespace {

std::vector<Holiday> readHolidays()
{
    const ResourceTable table("domain/holidays.csv");
    std::vector<Holiday> holidays;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        holidays.push_back({.code = table.text(row, "code"),
                            .first = parseIsoDate(table.text(row, "from")).value_or(0),
                            .last = parseIsoDate(table.text(row, "to")).value_or(0)});
    }
    std::sort(holidays.begin(), holidays.end(),
              [](const Holiday& a, const Holiday& b) { return a.first < b.first; });
    return holidays;
}

}  // namespace

std::span<const Holiday> publicHolidays()
{
    static const std::vector<Holiday> holidays = readHolidays();
    return holidays;
}

int lastHolidayYear()
{
    return civilFromDay(publicHolidays().back().last).year;
}

}  // namespace meitrace
