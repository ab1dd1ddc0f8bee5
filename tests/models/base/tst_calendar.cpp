// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/calendar.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

class TestCalendar : public QObject {
    Q_OBJECT

private slots:
    void everyDayOfFourCenturiesRoundTrips()
    {
        for (Day day = dayFromCivil(1800, 1, 1); day < dayFromCivil(2200, 1, 1); ++day) {
            const CivilDate date = civilFromDay(day);
            QVERIFY(isValidDate(date.year, date.month, date.day));
            QCOMPARE(dayFromCivil(date.year, date.month, date.day), day);
            QCOMPARE(parseIsoDate(isoDate(day)), std::optional<Day>(day));
        }
    }

    void weekStartsOnMonday()
    {
        QCOMPARE(weekday(dayFromCivil(2026, 6, 29)), 0);
        QCOMPARE(weekday(dayFromCivil(1970, 1, 1)), 3);
        QCOMPARE(weekday(dayFromCivil(1969, 12, 28)), 6);
    }

    void monthsAreCalendarUnits()
    {
        QCOMPARE(isoDate(monthStart(dayFromCivil(2026, 1, 31), -1)), std::string("2025-12-01"));
        QCOMPARE(isoDate(monthStart(dayFromCivil(2026, 1, 31), 13)), std::string("2027-02-01"));
        QCOMPARE(isoDate(addMonths(dayFromCivil(2024, 2, 29), -12)), std::string("2023-02-28"));
        QCOMPARE(isoDate(addMonths(dayFromCivil(2026, 6, 30), -24)), std::string("2024-06-30"));
    }

    void impossibleDatesAreRefused()
    {
        QVERIFY(!isValidDate(2023, 2, 29));
        QVERIFY(!isValidDate(2024, 4, 31));
        QVERIFY(!isValidDate(2024, 13, 1));
        QVERIFY(!parseIsoDate("2023-02-29"));
        QVERIFY(!parseIsoDate("2024-1-01"));
        QVERIFY(!parseIsoDate("2024-01-1x"));
    }

    void shanghaiIsEightHoursAhead()
    {
        const Result<Zone> zone = Zone::find("Asia/Shanghai");
        QVERIFY(zone);
        const Millis midnight = zone->startOfDay(dayFromCivil(2026, 6, 30));
        QCOMPARE(zone->isoTime(midnight), std::string("2026-06-30T00:00:00+08:00"));
        QCOMPARE(zone->dayOf(midnight - 1), dayFromCivil(2026, 6, 29));
        QCOMPARE(zone->dayOf(midnight), dayFromCivil(2026, 6, 30));
        QCOMPARE(zone->dayOf(midnight + 3 * 3'600'000 - 1, 3 * 3'600'000), dayFromCivil(2026, 6, 29));
        QCOMPARE(zone->timeOfDay(midnight + 1234), Millis {1234});
        QCOMPARE(zone->isoTime(midnight + 45), std::string("2026-06-30T00:00:00.045+08:00"));
    }

    void summerTimeHasItsGapAndItsOverlap()
    {
        const Result<Zone> zone = Zone::find("America/New_York");
        QVERIFY(zone);
        const Millis gap
            = static_cast<Millis>(dayFromCivil(2026, 3, 8)) * kDayMillis + 2 * 3'600'000 + 1'800'000;
        QCOMPARE(zone->isoTime(zone->toUtc(gap)), std::string("2026-03-08T03:30:00-04:00"));
        const Millis overlap
            = static_cast<Millis>(dayFromCivil(2026, 11, 1)) * kDayMillis + 3'600'000 + 1'800'000;
        QCOMPARE(zone->isoTime(zone->toUtc(overlap)), std::string("2026-11-01T01:30:00-04:00"));
        const Millis noon = static_cast<Millis>(dayFromCivil(2026, 7, 1)) * kDayMillis + 12 * 3'600'000;
        QCOMPARE(zone->isoTime(zone->toUtc(noon)), std::string("2026-07-01T12:00:00-04:00"));
    }

    void anUnknownZoneIsAnError()
    {
        const Result<Zone> zone = Zone::find("Mars/Olympus");
        QVERIFY(!zone);
        QCOMPARE(zone.error().code, ErrorCode::NotFound);
    }
};

MEITRACE_TEST(TestCalendar)
#include "tst_calendar.moc"
