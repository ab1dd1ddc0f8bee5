// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/circumstance.h"
#include "models/base/calendar.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>
#include <utility>
#include <vector>

using namespace meitrace;

namespace {

constexpr Millis kMinute = 60'000;
constexpr Millis kHour = 60 * kMinute;
constexpr Day kMonday = 4;  // 1970-01-05

struct Happening {
    std::string type;
    Millis time = 0;
    TimeQuality precision = TimeQuality::Exact;
};

Millis at(Day day, int hour, int minute = 0)
{
    return Millis {day} * kDayMillis + hour * kHour + minute * kMinute;
}

/// The circumstance of the first event of one customer, in UTC; empty = not known.
std::string firstOf(const std::string& name, const std::vector<Happening>& happenings,
                    Millis end = at(1000, 0))
{
    SnapshotBuilder builder;
    const Index customer = builder.addCustomer();
    for (const Happening& happening : happenings) {
        builder.addEvent(
            customer,
            {.time = happening.time, .type = happening.type, .texts = {}, .precision = happening.precision});
    }
    const SnapshotPtr snapshot = builder.build();
    Job job;
    const auto circumstance = parseCircumstance(name);
    if (!circumstance || !CircumstanceReader::load(*snapshot, job)) {
        return "?";
    }
    const CircumstanceReader reader(*snapshot, *circumstance, end);
    return std::string(circumstanceTexts(circumstance->kind).text(reader.code(0, snapshot->begin(0))));
}

}  // namespace

class TestCircumstance : public QObject {
    Q_OBJECT

private slots:
    void namesComeBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("back");
        for (const char* name :
             {"hour_block", "weekday", "first_reply", "booked_ahead", "first_visit", "opening"}) {
            QTest::newRow(name) << name << name;
        }
        QTest::newRow("usual hours") << "opening:10-20"
                                     << "opening";
        QTest::newRow("own hours") << "opening:9-24"
                                   << "opening:9-24";
        for (const char* name : {"", "hour", "opening:", "opening:9", "opening:20-10", "opening:9-25",
                                 "opening:a-b", "opening:9-9", "weekday:1-2", "Weekday"}) {
            QTest::addRow("refused %s", name) << name << QString();
        }
    }

    void namesComeBack()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, back);
        const auto circumstance = parseCircumstance(text.toStdString());
        QCOMPARE(circumstance ? QString::fromStdString(printed(*circumstance)) : QString(), back);
    }

    void valuesHaveTheirOrder()
    {
        for (const CircumstanceKind kind :
             {CircumstanceKind::HourBlock, CircumstanceKind::Opening, CircumstanceKind::Weekday,
              CircumstanceKind::FirstReply, CircumstanceKind::BookedAhead, CircumstanceKind::FirstVisit}) {
            const Dictionary texts = circumstanceTexts(kind);
            std::uint32_t code = 0;
            for (const std::string_view value : circumstanceValues(kind)) {
                QCOMPARE(texts.find(value), ++code);
            }
            QVERIFY(code >= 2);
        }
    }

    void theClockOfTheClinicCounts()
    {
        QCOMPARE(firstOf("hour_block", {{"lead", at(kMonday, 0)}}), std::string("00-04"));
        QCOMPARE(firstOf("hour_block", {{"lead", at(kMonday, 3, 59)}}), std::string("00-04"));
        QCOMPARE(firstOf("hour_block", {{"lead", at(kMonday, 4)}}), std::string("04-08"));
        QCOMPARE(firstOf("hour_block", {{"lead", at(kMonday, 23, 59)}}), std::string("20-24"));
        QCOMPARE(firstOf("hour_block", {{"lead", at(kMonday, 0), TimeQuality::WholeDay}}), std::string());
        QCOMPARE(firstOf("opening", {{"lead", at(kMonday, 9, 59)}}), std::string("outside"));
        QCOMPARE(firstOf("opening", {{"lead", at(kMonday, 10)}}), std::string("inside"));
        QCOMPARE(firstOf("opening", {{"lead", at(kMonday, 19, 59)}}), std::string("inside"));
        QCOMPARE(firstOf("opening", {{"lead", at(kMonday, 20)}}), std::string("outside"));
        QCOMPARE(firstOf("opening:9-21", {{"lead", at(kMonday, 20)}}), std::string("inside"));
        QCOMPARE(firstOf("opening", {{"lead", at(kMonday, 0), TimeQuality::WholeDay}}), std::string());
        QCOMPARE(firstOf("weekday", {{"lead", at(kMonday, 1)}}), std::string("1"));
        QCOMPARE(firstOf("weekday", {{"lead", at(kMonday + 6, 23), TimeQuality::WholeDay}}),
                 std::string("7"));
    }

    void anotherZoneIsAnotherHour()
    {
        const auto shanghai = Zone::find("Asia/Shanghai");
        if (!shanghai) {
            QSKIP("the system has no time zones");
        }
        SnapshotBuilder builder(*shanghai);
        const Index customer = builder.addCustomer();
        builder.addEvent(customer, {.time = at(kMonday, 13), .type = "lead", .texts = {}});  // 21:00 there
        const SnapshotPtr snapshot = builder.build();
        Job job;
        QVERIFY(CircumstanceReader::load(*snapshot, job));
        const CircumstanceReader reader(*snapshot, {.kind = CircumstanceKind::HourBlock}, at(1000, 0));
        QCOMPARE(reader.code(customer, snapshot->begin(customer)), 6U);
    }

    void theFirstAnswerIsTimed_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("value");
        QTest::newRow("at once") << 0 << "5m";
        QTest::newRow("five, included") << 5 << "5m";
        QTest::newRow("six") << 6 << "30m";
        QTest::newRow("thirty") << 30 << "30m";
        QTest::newRow("two hours") << 120 << "2h";
        QTest::newRow("more") << 121 << "24h";
        QTest::newRow("a day") << 24 * 60 << "24h";
        QTest::newRow("later") << 24 * 60 + 1 << "later";
        QTest::newRow("none") << -1 << "none";
    }

    void theFirstAnswerIsTimed()
    {
        QFETCH(const int, minutes);
        QFETCH(const QString, value);
        const Millis lead = at(kMonday, 12);
        std::vector<Happening> happenings {{"lead", lead}, {"page_view", lead + kMinute}};
        if (minutes >= 0) {
            happenings.push_back({"consult_online", lead + minutes * kMinute});
            happenings.push_back({"consult_online", lead + 3 * kDayMillis});
        }
        QCOMPARE(QString::fromStdString(firstOf("first_reply", happenings)), value);
        happenings.front().type = "arrive";
        QCOMPARE(firstOf("first_reply", happenings), std::string());
    }

    void anAnswerWithoutAnHourIsNotTimed()
    {
        const Millis lead = at(kMonday, 12);
        const auto answered = [&](Day day) {
            return firstOf("first_reply",
                           {{"lead", lead}, {"consult_online", at(day, 0), TimeQuality::WholeDay}});
        };
        QCOMPARE(answered(kMonday), std::string());
        QCOMPARE(answered(kMonday + 1), std::string());
        QCOMPARE(answered(kMonday + 2), std::string("later"));
        QCOMPARE(firstOf("first_reply", {{"lead", at(kMonday, 0), TimeQuality::WholeDay}}), std::string());
    }

    void whatComesAfterTheEndIsNotSeen()
    {
        const std::vector<Happening> happenings {{"lead", at(kMonday, 12)},
                                                 {"consult_online", at(kMonday, 12, 3)}};
        QCOMPARE(firstOf("first_reply", happenings, at(kMonday, 12, 3)), std::string("none"));
        QCOMPARE(firstOf("first_reply", happenings, at(kMonday, 12, 3) + 1), std::string("5m"));
    }

    void bookingsAreTimedToTheirOutcome()
    {
        const auto ahead = [](const std::string& outcome, int days) {
            return firstOf("booked_ahead",
                           {{"booking_create", at(kMonday, 23)},
                            {"lead", at(kMonday + 1, 0)},
                            {outcome, at(kMonday + days, 1)}});
        };
        QCOMPARE(ahead("arrive", 3), std::string("0-3"));
        QCOMPARE(ahead("booking_noshow", 4), std::string("4-10"));
        QCOMPARE(ahead("booking_cancel", 10), std::string("4-10"));
        QCOMPARE(ahead("arrive", 11), std::string("11+"));
        QCOMPARE(ahead("bill", 11), std::string());
        QCOMPARE(firstOf("booked_ahead", {{"lead", at(kMonday, 1)}, {"arrive", at(kMonday, 2)}}),
                 std::string());
    }

    void aFirstVisitHasNoneBefore()
    {
        SnapshotBuilder builder;
        const Index customer = builder.addCustomer();
        for (const auto& [type, day] :
             {std::pair("lead", kMonday), std::pair("arrive", kMonday + 1), std::pair("treat", kMonday + 1),
              std::pair("lead", kMonday + 1), std::pair("lead", kMonday + 2)}) {
            builder.addEvent(customer, {.time = at(day, 12), .type = type, .texts = {}});
        }
        const SnapshotPtr snapshot = builder.build();
        Job job;
        QVERIFY(CircumstanceReader::load(*snapshot, job));
        const CircumstanceReader reader(*snapshot, {.kind = CircumstanceKind::FirstVisit}, at(1000, 0));
        const Index begin = snapshot->begin(customer);
        for (Index row = 0; row < 4; ++row) {
            QCOMPARE(reader.code(customer, begin + row), 1U);  // all of it was the first visit
        }
        QCOMPARE(reader.code(customer, begin + 4), 2U);
    }
};

MEITRACE_TEST(TestCircumstance)

#include "tst_circumstance.moc"
