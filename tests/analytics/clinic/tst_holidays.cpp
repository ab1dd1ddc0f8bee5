// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The table of public holidays: in order, apart, and where the moon puts the new year.
#include "analytics/clinic/holidays.h"
#include "models/base/calendar.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <set>

using namespace meitrace;

class TestHolidays : public QObject {
    Q_OBJECT

private slots:
    void spansAreInOrderAndApart()
    {
        Day before = 0;
        for (const Holiday& holiday : publicHolidays()) {
            QVERIFY2(holiday.first > before && holiday.last >= holiday.first, holiday.code.c_str());
            QVERIFY(holiday.last - holiday.first < 10);
            before = holiday.last;
        }
    }

    void everyYearHasItsNewYearOfTheMoon()
    {
        // New moon of the spring festival, which each span holds or begins the day after its eve
        const std::vector<Day> newYears {dayFromCivil(2023, 1, 22), dayFromCivil(2024, 2, 10),
                                         dayFromCivil(2025, 1, 29), dayFromCivil(2026, 2, 17)};
        std::size_t found = 0;
        for (const Holiday& holiday : publicHolidays()) {
            for (const Day day : newYears) {
                found += holiday.code == "spring" && day >= holiday.first && day <= holiday.last ? 1 : 0;
            }
        }
        QCOMPARE(found, newYears.size());
        QVERIFY(lastHolidayYear() >= 2026);
    }
};

MEITRACE_TEST(TestHolidays)
#include "tst_holidays.moc"
