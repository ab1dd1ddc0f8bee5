// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/duration.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

class TestDuration : public QObject {
    Q_OBJECT

private slots:
    void exactUnitsAreMilliseconds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("millis");
        QTest::addColumn<int>("months");
        QTest::newRow("minutes") << "30min" << qint64 {1'800'000} << 0;
        QTest::newRow("hours") << "12h" << qint64 {43'200'000} << 0;
        QTest::newRow("days") << "30d" << qint64 {2'592'000'000} << 0;
        QTest::newRow("weeks") << "12w" << qint64 {7'257'600'000} << 0;
        QTest::newRow("months") << "24mo" << qint64 {0} << 24;
        QTest::newRow("years") << "2y" << qint64 {0} << 24;
        QTest::newRow("seconds") << "90s" << qint64 {90'000} << 0;
        QTest::newRow("nothing") << "0d" << qint64 {0} << 0;
        QTest::newRow("long name, blanks, capitals") << " 30 Days " << qint64 {2'592'000'000} << 0;
    }

    void exactUnitsAreMilliseconds()
    {
        QFETCH(QString, text);
        QFETCH(qint64, millis);
        QFETCH(int, months);
        const auto duration = parseDuration(text.toStdString());
        QVERIFY(duration);
        QCOMPARE(duration->millis(), millis);
        QCOMPARE(duration->months(), months);
        const auto again = parseDuration(printDuration(*duration));
        QVERIFY(again);
        QVERIFY(*again == *duration);
    }

    void printingKeepsTheUnit()
    {
        for (const char* text : {"30min", "12h", "30d", "12w", "24mo", "2y", "90s"}) {
            QCOMPARE(printDuration(*parseDuration(text)), std::string(text));
        }
    }

    void refusalsSayWhereAndWhy_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<qint64>("column");
        QTest::newRow("plain m") << "30m"
                                 << "duration_m" << qint64 {3};
        QTest::newRow("plain M") << "30 M"
                                 << "duration_m" << qint64 {4};
        QTest::newRow("no unit") << "30"
                                 << "duration" << qint64 {3};
        QTest::newRow("no number") << "d"
                                   << "duration" << qint64 {1};
        QTest::newRow("empty") << ""
                               << "duration" << qint64 {1};
        QTest::newRow("negative") << "-3d"
                                  << "duration" << qint64 {1};
        QTest::newRow("fraction") << "1.5d"
                                  << "duration" << qint64 {2};
        QTest::newRow("unknown unit") << "3fortnights"
                                      << "duration" << qint64 {2};
        QTest::newRow("too long") << "101y"
                                  << "duration" << qint64 {1};
        QTest::newRow("beyond a number") << "99999999999999999999d"
                                         << "duration" << qint64 {1};
    }

    void refusalsSayWhereAndWhy()
    {
        QFETCH(QString, text);
        QFETCH(QString, subject);
        QFETCH(qint64, column);
        const auto duration = parseDuration(text.toStdString());
        QVERIFY(!duration);
        QCOMPARE(duration.error().code, ErrorCode::BadRule);
        QCOMPARE(QString::fromStdString(duration.error().subject), subject);
        QCOMPARE(duration.error().place.column, column);
    }

    void calendarUnitsMoveTheCivilDay()
    {
        const auto zone = Zone::find("Asia/Shanghai");
        QVERIFY(zone);
        const Millis start = zone->toUtc(Millis {dayFromCivil(2026, 1, 31)} * kDayMillis + 36'000'000);
        const Millis later = shifted(start, {1, DurationUnit::Months}, *zone);
        QCOMPARE(zone->isoTime(later), std::string("2026-02-28T10:00:00+08:00"));
        QCOMPARE(zone->isoTime(shifted(start, {1, DurationUnit::Years}, *zone, -1)),
                 std::string("2025-01-31T10:00:00+08:00"));
        QCOMPARE(shifted(start, {2, DurationUnit::Weeks}, *zone) - start, 14 * kDayMillis);
        QCOMPARE(shiftedDay(dayFromCivil(2026, 3, 31), {1, DurationUnit::Months}, -1),
                 dayFromCivil(2026, 2, 28));
        QCOMPARE(shiftedDay(dayFromCivil(2026, 3, 31), {2, DurationUnit::Weeks}), dayFromCivil(2026, 4, 14));
    }

    void theWallClockStaysAcrossSummerTime()
    {
        const auto zone = Zone::find("Europe/Berlin");
        QVERIFY(zone);
        const Millis winter = zone->toUtc(Millis {dayFromCivil(2026, 3, 1)} * kDayMillis + 32'400'000);
        QCOMPARE(zone->isoTime(shifted(winter, {1, DurationUnit::Months}, *zone)),
                 std::string("2026-04-01T09:00:00+02:00"));
    }
};

MEITRACE_TEST(TestDuration)
#include "tst_duration.moc"
