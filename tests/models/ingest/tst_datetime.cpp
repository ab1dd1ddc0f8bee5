// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/calendar.h"
#include "models/base/random.h"
#include "models/ingest/columnevidence.h"
#include "models/ingest/datetime.h"
#include "tests/support/surroundings.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <array>
#include <cstdio>
#include <string>

using namespace meitrace;

namespace {

using Outcome = Moment::Outcome;
constexpr TimeQuality kExact = TimeQuality::Exact;
constexpr TimeQuality kMinute = TimeQuality::Minute;
constexpr TimeQuality kDay = TimeQuality::WholeDay;
constexpr TimeQuality kMonth = TimeQuality::Month;

TimeReading reading()
{
    TimeReading r;
    r.today = dayFromCivil(2026, 11, 21);
    return r;
}

/// "2026-06-30T14:05:09" of the wall clock, with "Z" when it is UTC
std::string shown(const Moment& moment)
{
    const std::string text = Zone::utc().isoTime(moment.millis());
    return text.substr(0, text.size() - 6) + (moment.isUtc ? "Z" : "");
}

struct Golden {
    const char* cell;
    const char* wall;
    TimeQuality quality;
};

constexpr Golden kGolden[] {
    // ISO and its relatives
    {"2026-06-30", "2026-06-30T00:00:00", kDay},
    {"2026-06-30 14:05:09", "2026-06-30T14:05:09", kExact},
    {"2026-06-30 14:05", "2026-06-30T14:05:00", kMinute},
    {"2026-06-30T14:05:09", "2026-06-30T14:05:09", kExact},
    {"2026-06-30T14:05", "2026-06-30T14:05:00", kMinute},
    {"2026-06-30 14:05:09.123", "2026-06-30T14:05:09.123", kExact},
    {"2026-06-30 14:05:09.5", "2026-06-30T14:05:09.500", kExact},
    {"2026-06-30 14:05:09.123456", "2026-06-30T14:05:09.123", kExact},
    {"2026-06-30T06:05:09Z", "2026-06-30T06:05:09Z", kExact},
    {"2026-06-30T14:05:09+08:00", "2026-06-30T06:05:09Z", kExact},
    {"2026-06-30T14:05:09+0800", "2026-06-30T06:05:09Z", kExact},
    {"2026-06-30T14:05:09+08", "2026-06-30T06:05:09Z", kExact},
    {"2026-06-30T01:05:09+08:00", "2026-06-29T17:05:09Z", kExact},
    {"2026-06-30T14:05:09.123-05:00", "2026-06-30T19:05:09.123Z", kExact},
    {"2026-06-30 14:05:09 UTC", "2026-06-30T14:05:09Z", kExact},
    {"2019-10-01 00:00:00 UTC", "2019-10-01T00:00:00Z", kExact},
    {"2026-06-30 14:05:09 +0800", "2026-06-30T06:05:09Z", kExact},
    {"2026-06-30 14:05:09 GMT+8", "2026-06-30T06:05:09Z", kExact},
    // years first
    {"2024/3/5", "2024-03-05T00:00:00", kDay},
    {"2024/03/05", "2024-03-05T00:00:00", kDay},
    {"2024.03.05", "2024-03-05T00:00:00", kDay},
    {"2024.3.5", "2024-03-05T00:00:00", kDay},
    {"2024-3-5", "2024-03-05T00:00:00", kDay},
    {"2026/6/30 14:5", "2026-06-30T14:05:00", kMinute},
    {"2026/06/20 13:03:06", "2026-06-20T13:03:06", kExact},
    {"2024/3/5 9:07:03", "2024-03-05T09:07:03", kExact},
    {"2024.3.5 9:07", "2024-03-05T09:07:00", kMinute},
    {"2024/3/5 14:30:09.25", "2024-03-05T14:30:09.250", kExact},
    {"20240305", "2024-03-05T00:00:00", kDay},
    {"202403051430", "2024-03-05T14:30:00", kMinute},
    {"20240305143009", "2024-03-05T14:30:09", kExact},
    {"20240305 14:30:09", "2024-03-05T14:30:09", kExact},
    // Chinese
    {"2024年3月5日", "2024-03-05T00:00:00", kDay},
    {"2024年03月05日", "2024-03-05T00:00:00", kDay},
    {"2024年3月5号", "2024-03-05T00:00:00", kDay},
    {"2024 年 3 月 5 日", "2024-03-05T00:00:00", kDay},
    {"2024年3月5日 14:30", "2024-03-05T14:30:00", kMinute},
    {"2024年3月5日14时30分", "2024-03-05T14:30:00", kMinute},
    {"2024年3月5日 14时30分20秒", "2024-03-05T14:30:20", kExact},
    {"2024年3月5日 下午2点", "2024-03-05T14:00:00", kMinute},
    {"2024年3月5日 下午2点半", "2024-03-05T14:30:00", kMinute},
    {"2024/3/5 下午2:30", "2024-03-05T14:30:00", kMinute},
    {"2024/3/5 上午9:05:07", "2024-03-05T09:05:07", kExact},
    {"2024/3/5 上午12:30", "2024-03-05T00:30:00", kMinute},
    {"2024/3/5 下午12:30", "2024-03-05T12:30:00", kMinute},
    {"2024/3/5 下午14:30", "2024-03-05T14:30:00", kMinute},
    {"2024-03-05 晚上8:30", "2024-03-05T20:30:00", kMinute},
    {"2024-03-05 中午12:15", "2024-03-05T12:15:00", kMinute},
    {"2024-03-05 中午1:15", "2024-03-05T13:15:00", kMinute},
    {"2024-03-05 凌晨1:15", "2024-03-05T01:15:00", kMinute},
    {"2024-03-05 星期二 14:30", "2024-03-05T14:30:00", kMinute},
    {"2024-03-05(周二)", "2024-03-05T00:00:00", kDay},
    {"2024年3月", "2024-03-01T00:00:00", kMonth},
    {"2024-03", "2024-03-01T00:00:00", kMonth},
    {"2024/3", "2024-03-01T00:00:00", kMonth},
    // English
    {"2024-3-5 2:30 PM", "2024-03-05T14:30:00", kMinute},
    {"2024-03-05 02:30:09 pm", "2024-03-05T14:30:09", kExact},
    {"2024-03-05 12:30 AM", "2024-03-05T00:30:00", kMinute},
    {"2024-03-05 12:30 a.m.", "2024-03-05T00:30:00", kMinute},
    {"Mar 5, 2024", "2024-03-05T00:00:00", kDay},
    {"March 5, 2024 2:30 PM", "2024-03-05T14:30:00", kMinute},
    {"5 Mar 2024", "2024-03-05T00:00:00", kDay},
    {"05-Mar-2024", "2024-03-05T00:00:00", kDay},
    {"5-Mar-24", "2024-03-05T00:00:00", kDay},
    {"31-Dec-99", "1999-12-31T00:00:00", kDay},
    {"Tue, 05 Mar 2024 14:30:00 GMT", "2024-03-05T14:30:00Z", kExact},
    // full width, spreadsheets
    {"２０２４－０３－０５　１４：３０", "2024-03-05T14:30:00", kMinute},
    {"２０２４年３月５日", "2024-03-05T00:00:00", kDay},
    {" 2024-03-05 ", "2024-03-05T00:00:00", kDay},
    {"\u200B2024-03-05", "2024-03-05T00:00:00", kDay},
    {"=\"2024-03-05\"", "2024-03-05T00:00:00", kDay},
    {"45474", "2024-07-01T00:00:00", kDay},
    {"45474.5", "2024-07-01T12:00:00", kExact},
    {"45474.604166667", "2024-07-01T14:30:00", kExact},
    {"45474.0", "2024-07-01T00:00:00", kDay},
    {"36526", "2000-01-01T00:00:00", kDay},
    // 24:00, slots
    {"2026-06-30 24:00", "2026-07-01T00:00:00", kMinute},
    {"2026-06-30 24:00:00", "2026-07-01T00:00:00", kExact},
    {"2026/6/30 24:00", "2026-07-01T00:00:00", kMinute},
    {"2024-03-05 10:00-11:00", "2024-03-05T10:00:00", kMinute},
    {"2024-03-05 10:00~11:30", "2024-03-05T10:00:00", kMinute},
    {"2024/3/5 10:00 - 11:00", "2024-03-05T10:00:00", kMinute},
    {"2024年3月5日 10:00至11:00", "2024-03-05T10:00:00", kMinute},
    // epochs by their length
    {"1709620200", "2024-03-05T06:30:00Z", kExact},
    {"1709620200123", "2024-03-05T06:30:00.123Z", kExact},
    {"1709620200123456", "2024-03-05T06:30:00.123Z", kExact},
    {"1709620200.5", "2024-03-05T06:30:00.500Z", kExact},
    // leap days
    {"2024-02-29", "2024-02-29T00:00:00", kDay},
    {"2000-02-29", "2000-02-29T00:00:00", kDay},
};

struct Refused {
    const char* cell;
    Outcome outcome;
    const char* suggestion = "";
};

constexpr Refused kRefused[] {
    {"2023-02-29", Outcome::Bad},
    {"1900-02-29", Outcome::Bad},
    {"2024-04-31", Outcome::Bad},
    {"2024-13-01", Outcome::Bad},
    {"2024-00-10", Outcome::Bad},
    {"2024-01-00", Outcome::Bad},
    {"2024年2月30日", Outcome::Bad},
    {"20240431", Outcome::Bad},
    {"20241301", Outcome::Bad},
    {"2024-03-05 25:00", Outcome::Bad},
    {"2024-03-05 24:01", Outcome::Bad},
    {"2024-03-05 14:60", Outcome::Bad},
    {"2024-03-05 14:30:60", Outcome::Bad},
    {"2024-03-05 上午13:00", Outcome::Bad},
    {"2024-03-05 晚上12:00", Outcome::Bad},
    {"2024-03-05 11:00-10:00", Outcome::Bad},
    {"2024-03-05T14:30:00+25:00", Outcome::Bad},
    {"2024-03-05 abc", Outcome::Bad},
    {"2024-03-05 下午", Outcome::Bad},
    {"abc", Outcome::Bad},
    {"昨天", Outcome::Bad},
    {"今天 14:30", Outcome::Bad},
    {"yesterday", Outcome::Bad},
    {"2024.3", Outcome::Bad},
    {"24-3-5", Outcome::Bad},
    {"60", Outcome::Bad},
    {"12345", Outcome::Bad},
    {"99999", Outcome::Bad},
    {"2024", Outcome::Bad},
    {"1.70962E+12", Outcome::Bad},
    {"4102444800000", Outcome::Bad},
    {"3026-06-30", Outcome::Bad},
    {"1899-06-30", Outcome::Bad},
    {"2024-03-05-06", Outcome::Bad},
    {"2024--03-05", Outcome::Bad},
    {"2024-03-05,2024-03-06", Outcome::Bad},
    {"6月30日", Outcome::NoYear, "2026-06-30"},
    {"12月1日", Outcome::NoYear, "2025-12-01"},
    {"2月29日", Outcome::NoYear, "2024-02-29"},
    {"6月30日 14:00", Outcome::NoYear, "2026-06-30"},
    {"06/30/2026", Outcome::Ambiguous},
    {"03/05/2026", Outcome::Ambiguous, "2026-03-05 / 2026-05-03"},
    {"3.5.2026 14:00", Outcome::Ambiguous, "2026-03-05 / 2026-05-03"},
    {"32/13/2026", Outcome::Bad},
    {"0000-00-00", Outcome::Placeholder},
    {"0000-00-00 00:00:00", Outcome::Placeholder},
    {"0000/00/00", Outcome::Placeholder},
    {"0001-01-01", Outcome::Placeholder},
    {"1900-01-01", Outcome::Placeholder},
    {"1900-01-01 00:00:00", Outcome::Placeholder},
    {"1900/1/1", Outcome::Placeholder},
    {"1899-12-30", Outcome::Placeholder},
    {"1900年1月1日", Outcome::Placeholder},
    {"", Outcome::Missing},
    {"  ", Outcome::Missing},
    {"-", Outcome::Missing},
    {"无", Outcome::Missing},
    {"NULL", Outcome::Missing},
    {"未知", Outcome::Missing},
};

std::string dayMonthYear(Day day, bool dayFirst, char separator)
{
    const CivilDate date = civilFromDay(day);
    std::array<char, 32> text {};
    std::snprintf(text.data(), text.size(), "%d%c%d%c%d", dayFirst ? date.day : date.month, separator,
                  dayFirst ? date.month : date.day, separator, date.year);
    return text.data();
}

}  // namespace

class TestDateTime : public QObject {
    Q_OBJECT

private slots:
    void everySpellingHasItsOneReading()
    {
        for (const Golden& golden : kGolden) {
            const Moment moment = readMoment(golden.cell, reading());
            QVERIFY2(moment.outcome == Outcome::Read && moment.hasDate, golden.cell);
            QVERIFY2(shown(moment) == golden.wall,
                     (std::string(golden.cell) + " became " + shown(moment)).c_str());
            QVERIFY2(moment.quality == golden.quality, golden.cell);
        }
    }

    void whatSurroundsACellChangesNothing()
    {
        std::size_t seen = 0;
        for (const Golden& golden : kGolden) {
            for (const std::string& cell : test::wrapped(golden.cell)) {
                const Moment moment = readMoment(cell, reading());
                QVERIFY2(moment.outcome == Outcome::Read && shown(moment) == golden.wall, cell.c_str());
                ++seen;
            }
        }
        for (const Refused& refused : kRefused) {
            for (const std::string& cell : test::wrapped(refused.cell)) {
                QVERIFY2(readMoment(cell, reading()).outcome == refused.outcome, cell.c_str());
                ++seen;
            }
        }
        QVERIFY(seen > 1'000);
    }

    void impossibleAndUnclearDatesAreRefused()
    {
        for (const Refused& refused : kRefused) {
            const Moment moment = readMoment(refused.cell, reading());
            QVERIFY2(
                moment.outcome == refused.outcome,
                (std::string(refused.cell) + " " + std::to_string(static_cast<int>(moment.outcome))).c_str());
            QVERIFY2(suggestionFor(moment, reading()) == refused.suggestion, refused.cell);
        }
    }

    void aYearWithOneWrongDigitIsGuessed()
    {
        const Day today = dayFromCivil(2026, 6, 30);
        const auto guess = [today](const char* cell) {
            const Moment moment = readMoment(cell, reading());
            return withLikelyYear(cell, moment.day, today);
        };
        QCOMPARE(guess("2063-07-01 21:28:41"), std::string("2023-07-01 21:28:41"));
        QCOMPARE(guess("2066/6/2"), std::string("2026/6/2"));
        QCOMPARE(guess("2064年2月29日"), std::string("2024年2月29日"));
        QCOMPARE(guess("2036-02-28"), std::string("2026-02-28"));  // the latest of those that are past
        QCOMPARE(guess("2066-07-02"), std::string());              // would still lie ahead
        QCOMPARE(guess("2163-07-01"), std::string());              // two digits
        QCOMPARE(guess("2068-02-29"), std::string());              // no such day in any of them
        QCOMPARE(guess("2027-01-01"), std::string("2026-01-01"));
        QCOMPARE(withLikelyYear("63-07-01", dayFromCivil(2063, 7, 1), today), std::string());
    }

    void clocksWithoutADateSaySo()
    {
        for (const char* cell : {"14:30", "下午2:30", "2:30 pm", "14时30分", "14:30-15:00"}) {
            const Moment moment = readMoment(cell, reading());
            QVERIFY2(moment.outcome == Outcome::Read && !moment.hasDate && moment.hasClock, cell);
            QVERIFY2(moment.clock == 14 * 3'600'000 + 30 * 60'000, cell);
        }
    }

    void theOrderOfDayAndMonthIsTheColumns()
    {
        TimeReading dayFirst = reading();
        dayFirst.dayFirst = true;
        TimeReading monthFirst = reading();
        monthFirst.monthFirst = true;
        QCOMPARE(shown(readMoment("03/05/2026", dayFirst)), std::string("2026-05-03T00:00:00"));
        QCOMPARE(shown(readMoment("03/05/2026", monthFirst)), std::string("2026-03-05T00:00:00"));
        QCOMPARE(shown(readMoment("3.5.26 14:30", dayFirst)), std::string("2026-05-03T14:30:00"));
        QCOMPARE(shown(readMoment("3/5/98", monthFirst)), std::string("1998-03-05T00:00:00"));
        QCOMPARE(shown(readMoment("3/5/27", monthFirst)), std::string("2027-03-05T00:00:00"));
        QCOMPARE(shown(readMoment("3/5/28", monthFirst)), std::string("1928-03-05T00:00:00"));
        QVERIFY(readMoment("30/06/2026", monthFirst).outcome == Outcome::Bad);
        QVERIFY(readMoment("06/30/2026", dayFirst).outcome == Outcome::Bad);
    }

    void aGivenFormatIsObeyed()
    {
        const auto as = [](const char* name, const char* cell) {
            TimeReading r = reading();
            r.format = *timeFormatByName(name);
            const Moment moment = readMoment(cell, r);
            return moment.outcome == Outcome::Read ? shown(moment) : std::string();
        };
        QCOMPARE(as("dmy", "03/05/2026"), std::string("2026-05-03T00:00:00"));
        QCOMPARE(as("mdy", "03/05/2026"), std::string("2026-03-05T00:00:00"));
        QCOMPARE(as("ymd", "24-3-5"), std::string("2024-03-05T00:00:00"));
        QCOMPARE(as("ymd", "2024/3/5"), std::string("2024-03-05T00:00:00"));
        QCOMPARE(as("iso", "2024-03-05T14:30:00Z"), std::string("2024-03-05T14:30:00Z"));
        QCOMPARE(as("iso", "45474"), std::string());
        QCOMPARE(as("epoch_s", "0"), std::string("1970-01-01T00:00:00Z"));
        QCOMPARE(as("epoch_s", "999999999"), std::string("2001-09-09T01:46:39Z"));
        QCOMPARE(as("epoch_ms", "978307200000"), std::string("2001-01-01T00:00:00Z"));
        QCOMPARE(as("epoch_us", "1709620200123456"), std::string("2024-03-05T06:30:00.123Z"));
        QCOMPARE(as("epoch_ms", "2024-03-05"), std::string());
        QCOMPARE(as("excel", "1"), std::string("1900-01-01T00:00:00"));
        QCOMPARE(as("excel", "59"), std::string("1900-02-28T00:00:00"));
        QCOMPARE(as("excel", "60"), std::string());
        QCOMPARE(as("excel", "61"), std::string("1900-03-01T00:00:00"));
        QCOMPARE(as("excel", "20240305"), std::string());
        QVERIFY(!timeFormatByName("ydm").has_value());
    }

    void epochsBelongToTheirColumn()
    {
        TimeReading millis = reading();
        millis.epochDigits = 13;
        QCOMPARE(shown(readMoment("978307200000", millis)), std::string("2001-01-01T00:00:00Z"));
        QVERIFY(readMoment("1709620200", millis).outcome == Outcome::Bad);
        TimeReading none = reading();
        none.epochDigits = 0;
        QVERIFY(readMoment("1709620200", none).outcome == Outcome::Bad);
    }

    void columnsTellTheirOrderUnitAndDecimalSign()
    {
        QVERIFY(evidenceOf({"30/06/2026", "03/05/2026"}).dayFirst);
        QVERIFY(evidenceOf({"06/30/2026", "03/05/2026"}).monthFirst);
        QVERIFY(evidenceOf({"06/05/2026", "03/05/2026"}).ambiguous);
        QVERIFY(evidenceOf({"30/06/2026", "06/30/2026"}).ambiguous);
        QVERIFY(!evidenceOf({"2026-06-30"}).ambiguous);
        QCOMPARE(evidenceOf({"1709620200", "1709620201"}).epochDigits, 10);
        QCOMPARE(evidenceOf({"1709620200123", "", "1709620201123"}).epochDigits, 13);
        QCOMPARE(evidenceOf({"1709620200123456"}).epochDigits, 16);
        QCOMPARE(evidenceOf({"2026-06-30", "2026-07-01", "1709620200"}).epochDigits, 0);
        QVERIFY(evidenceOf({"1 299,00", "5,50"}).decimalComma);
        QVERIFY(evidenceOf({"1.299,00"}).decimalComma);
        QVERIFY(evidenceOf({"1.234.567"}).decimalComma);
        QVERIFY(!evidenceOf({"1,299.00", "1,234"}).decimalComma);
        QVERIFY(!evidenceOf({"1,234", "1,999"}).decimalComma);
        QVERIFY(!evidenceOf({"12.5", "12,5"}).decimalComma);
        QCOMPARE(std::string(currencyOf({"¥5", "$5", "5元"})), std::string("cny"));
        QCOMPARE(std::string(currencyOf({"5"})), std::string());
    }

    void everyDayOfTwoCenturiesComesBack()
    {
        TimeReading dayFirst = reading();
        dayFirst.dayFirst = true;
        Random random(17);
        for (Day day = dayFromCivil(1900, 1, 2); day < dayFromCivil(2100, 1, 1);
             day += 1 + static_cast<Day>(random.below(3))) {
            const std::string iso = isoDate(day);
            QCOMPARE(readMoment(iso, reading()).day, day);
            QCOMPARE(readMoment(dayMonthYear(day, true, '/'), dayFirst).day, day);
            const std::string compact = iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8, 2);
            QCOMPARE(readMoment(compact, reading()).day, day);
            if (day > 0 && day < 47'000) {
                QCOMPARE(readMoment(std::to_string(day + 25569), reading()).day, day);
            }
        }
    }

    void garbageIsNeverATime()
    {
        const std::string alphabet = "0123456789-/.: TZ年月日+";
        Random random(23);
        for (int i = 0; i < 100'000; ++i) {
            std::string cell;
            for (std::uint64_t n = random.below(24); n > 0; --n) {
                cell += alphabet[random.below(alphabet.size())];
            }
            const Moment moment = readMoment(cell, reading());
            if (moment.outcome == Outcome::Read && moment.hasDate) {
                const int year = civilFromDay(moment.day).year;
                QVERIFY2(year >= 1899 && year <= 2101, cell.c_str());
                QVERIFY2(moment.clock >= 0 && moment.clock <= kDayMillis, cell.c_str());
                // Reading the canonical form gives the same instant.
                const Moment again
                    = readMoment(Zone::utc().isoTime(moment.millis()).substr(0, 19), reading());
                QVERIFY2(again.millis() / 1000 == moment.millis() / 1000
                             || moment.day == dayFromCivil(1900, 1, 1),
                         cell.c_str());
            }
        }
    }
};

MEITRACE_TEST(TestDateTime)
#include "tst_datetime.moc"
