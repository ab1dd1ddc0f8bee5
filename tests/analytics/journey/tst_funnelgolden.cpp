// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funnel.h"
#include "tests/analytics/journey/funnelworld.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace meitrace;
using namespace meitrace::test;

namespace {

constexpr Day kLate = 1000;  ///< all windows have elapsed

FunnelOptions clinicFunnel(FunnelMode mode, FunnelEntry entry = FunnelEntry::Best)
{
    FunnelOptions options;
    options.steps = stepsOf("c,b,a,p");
    options.mode = mode;
    options.entry = entry;
    options.window = Duration {30, DurationUnit::Days};
    return options;
}

FunnelResult counted(const World& world, const FunnelOptions& options, Day asOf = kLate)
{
    Job job;
    auto result = funnel(*snapshotOf(world, asOf), options, job);
    return result ? *std::move(result) : FunnelResult {};
}

/// Steps reached by one customer; -1 when he is dropped.
int reached(const QString& stream, const FunnelOptions& options)
{
    const FunnelResult result = counted({streamOf(stream.toStdString())}, options);
    int level = result.dropped > 0 ? -1 : 0;
    for (const FunnelStep& step : result.steps) {
        level += static_cast<int>(step.reached);
    }
    return level;
}

FunnelExclusion cancelBetween(int from, int to)
{
    return {.event = stepsOf("k").front(), .from = from, .to = to};
}

double days(double millis)
{
    return millis / static_cast<double>(kDayMillis);
}

}  // namespace

class TestFunnelGolden : public QObject {
    Q_OBJECT

private slots:
    void theGoldenTableHolds_data()
    {
        QTest::addColumn<QString>("stream");
        QTest::addColumn<int>("best");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("strict");
        QTest::addColumn<int>("any");
        QTest::newRow("in order") << "C0 B3 A5 P6" << 4 << 4 << 4 << 4;
        QTest::newRow("other between") << "C0 X1 B3 A5 P6" << 4 << 4 << 1 << 4;
        QTest::newRow("book first") << "B0 C2 A5 P6" << 1 << 1 << 1 << 4;
        QTest::newRow("too late") << "C0 B3 A40 P41" << 2 << 2 << 2 << 2;
        QTest::newRow("second entry") << "C0 C20 B25 A45 P46" << 4 << 2 << 4 << 4;
        QTest::newRow("exactly at the limit") << "C0 B30" << 2 << 2 << 2 << 2;
        QTest::newRow("a day beyond the limit") << "C0 B31" << 1 << 1 << 1 << 1;
        QTest::newRow("empty") << "" << 0 << 0 << 0 << 0;
        QTest::newRow("only pay") << "P5" << 0 << 0 << 0 << 1;
    }

    void theGoldenTableHolds()
    {
        QFETCH(QString, stream);
        QTEST(reached(stream, clinicFunnel(FunnelMode::Ordered)), "best");
        QTEST(reached(stream, clinicFunnel(FunnelMode::Ordered, FunnelEntry::First)), "first");
        QTEST(reached(stream, clinicFunnel(FunnelMode::Strict)), "strict");
        QTEST(reached(stream, clinicFunnel(FunnelMode::Any)), "any");
    }

    void thePoliciesOfExclusionsDiffer()
    {
        const QString stream = "C0 B3 K4 B10 A12 P12";
        FunnelOptions options = clinicFunnel(FunnelMode::Ordered);
        options.exclusions = {cancelBetween(2, 3)};
        QCOMPARE(reached(stream, options), 4);
        options.policy = ExclusionPolicy::End;
        QCOMPARE(reached(stream, options), 2);
        options.policy = ExclusionPolicy::Drop;
        QCOMPARE(reached(stream, options), -1);
    }

    void anExcludedEventOutsideItsGapChangesNothing()
    {
        for (const auto policy : {ExclusionPolicy::Clean, ExclusionPolicy::End, ExclusionPolicy::Drop}) {
            FunnelOptions options = clinicFunnel(FunnelMode::Ordered);
            options.exclusions = {cancelBetween(2, 3)};
            options.policy = policy;
            QCOMPARE(reached("K0 C1 K2 B3 A5 K6 P7", options), 4);
        }
    }

    void aSelectedVisibleSetLetsOthersPass()
    {
        FunnelOptions options = clinicFunnel(FunnelMode::Strict);
        options.visible = stepsOf("k");
        QCOMPARE(reached("C0 X1 B3 A5 P6", options), 4);
        QCOMPARE(reached("C0 X1 B3 K4 A5 P6", options), 2);
    }

    void anAnchoredStepKeepsItsPlace()
    {
        FunnelOptions options = clinicFunnel(FunnelMode::Anchored);
        QCOMPARE(reached("B0 C2 A5 P6", options), 3);
        QCOMPARE(reached("C0 P2 A5 B6", options), 4);
        options.anchors = {3};
        QCOMPARE(reached("B0 C2 A5 P6", options), 4);
        QCOMPARE(reached("B0 A2 C5 P6", options), 2);
    }

    void oneEventNeverServesTwoSteps()
    {
        FunnelOptions options;
        options.steps = stepsOf("p,p");
        QCOMPARE(reached("P1", options), 1);
        QCOMPARE(reached("P1 P2", options), 2);
        options.mode = FunnelMode::Any;
        QCOMPARE(reached("P1", options), 1);
    }

    void aStepWindowCountsFromTheStepBefore()
    {
        FunnelOptions options = clinicFunnel(FunnelMode::Ordered);
        options.window.reset();
        const Duration five {5, DurationUnit::Days};
        options.stepWindows = {std::nullopt, five, five, five};
        QCOMPARE(reached("C0 B5 A10 P15", options), 4);
        QCOMPARE(reached("C0 B5 A11 P12", options), 2);
        QCOMPARE(reached("C0 B5 B8 A11 P12", options), 2);
        QCOMPARE(reached("C0 B5 C6 B8 A11 P12", options), 4);
    }

    void anOptionalStepNeverBlocks()
    {
        FunnelOptions options = clinicFunnel(FunnelMode::Ordered);
        options.optional = {2};
        QCOMPARE(reached("C0 A5 P6", options), 3);
        QCOMPARE(reached("C0 B1 A5 P6", options), 4);
        // the later start would leave the booking out
        QCOMPARE(reached("C0 B1 C2 A5 P6", options), 4);
    }

    void anOpenEntryBeginsAnywhere()
    {
        FunnelOptions options = clinicFunnel(FunnelMode::Ordered);
        options.openEntry = true;
        const World world {streamOf("C0 B1"), streamOf("B0 A1"), streamOf("P0"), streamOf("X0")};
        const FunnelResult result = counted(world, options);
        const std::vector<Index> reachedRows {1, 2, 1, 1};
        const std::vector<Index> present {1, 2, 2, 3};
        const std::vector<Index> previous {1, 2, 2, 2};
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE(result.steps[i].reached, reachedRows[i]);
            QCOMPARE(result.steps[i].ofFirst.of, present[i]);
            QCOMPARE(result.steps[i].previous, previous[i]);
        }
        QCOMPARE(result.withoutEntry, Index {1});
    }

    void everyEntryOutsideARunningAttemptStartsOne()
    {
        FunnelOptions options = clinicFunnel(FunnelMode::Ordered, FunnelEntry::Every);
        // C0 and C1 are one attempt, converted on day 6; C7 starts the second; C40 the third
        const FunnelResult result = counted({streamOf("C0 C1 B3 A5 P6 C7 B8 C40")}, options);
        QCOMPARE(result.steps[0].reached, Index {3});
        QCOMPARE(result.steps[1].reached, Index {2});
        QCOMPARE(result.steps[3].reached, Index {1});
        QCOMPARE(days(result.steps[3].sinceFirst.median), 6.0);
    }

    void anEntryPerSessionCountsEachSession()
    {
        FunnelOptions options;
        options.steps = stepsOf("a,b");
        options.entry = FunnelEntry::Session;
        World world {{}};
        for (const auto& [hour, type, session] : std::vector<std::tuple<int, char, std::uint32_t>> {
                 {24, 'a', 1}, {25, 'a', 1}, {30, 'a', 2}, {50, 'b', 3}, {60, 'a', 3}}) {
            world[0].push_back({.time = hour * kHour, .type = type, .session = session});
        }
        const FunnelResult result = counted(world, options);
        QCOMPARE(result.steps[0].reached, Index {3});
        QCOMPARE(result.steps[1].reached, Index {2});
        // 25 -> 50 and 30 -> 50
        QCOMPARE(result.steps[1].wait.median, 22.5 * static_cast<double>(kHour));
    }

    void sessionsBindTheChain()
    {
        World world {{}};
        for (const auto& [minute, type] :
             std::vector<std::pair<int, char>> {{0, 'a'}, {30, 'b'}, {61, 'c'}, {62, 'a'}, {63, 'b'}}) {
            world[0].push_back({.time = kDayMillis + minute * 60'000, .type = type});
        }
        FunnelOptions options;
        options.steps = stepsOf("a,b,c");
        options.unit = UnitKind::Session;
        const FunnelResult sessions = counted(world, options);
        QCOMPARE(sessions.steps[0].reached, Index {2});
        QCOMPARE(sessions.steps[1].reached, Index {2});
        QCOMPARE(sessions.steps[2].reached, Index {0});
        options.unit = UnitKind::Customer;
        QCOMPARE(counted(world, options).steps[2].reached, Index {1});
        options.bound = UnitKind::Session;
        QCOMPARE(counted(world, options).steps[0].reached, Index {1});
        QCOMPARE(counted(world, options).steps[2].reached, Index {0});
    }

    void heldValuesStayTheSame()
    {
        World world {{{.time = 1 * kDayMillis, .type = 'a', .item = 1},
                      {.time = 2 * kDayMillis, .type = 'a', .item = 2},
                      {.time = 3 * kDayMillis, .type = 'b', .item = 1},
                      {.time = 4 * kDayMillis, .type = 'b', .item = 0},
                      {.time = 5 * kDayMillis, .type = 'c', .item = 2}}};
        FunnelOptions options;
        options.steps = stepsOf("a,b,c");
        options.hold = {EventField::Item};
        QCOMPARE(counted(world, options).steps[1].reached, Index {1});
        QCOMPARE(counted(world, options).steps[2].reached, Index {0});
        options.countHoldValues = true;
        const FunnelResult pairs = counted(world, options);
        QCOMPARE(pairs.steps[0].reached, Index {2});
        QCOMPARE(pairs.steps[1].reached, Index {1});
    }

    void anEventOfTheDayMayStandBeforeAndAfter()
    {
        // all on day 1: book known by day only, consult at 8, arrive at 8 of the next day
        const FunnelOptions options = clinicFunnel(FunnelMode::Ordered);
        QCOMPARE(reached("B1. C1 A2 P3", options), 4);
        QCOMPARE(reached("C1. B1 A2 P3", options), 4);
        QCOMPARE(reached("P1. A1. B1. C1.", options), 4);
        QCOMPARE(reached("B1. C2 A3", options), 1);
        const FunnelOptions strict = clinicFunnel(FunnelMode::Strict);
        QCOMPARE(reached("C1 X1. B1. A2 P3", strict), 4);
        QCOMPARE(reached("C1 X2. B3 A4", strict), 1);
    }

    void anEventOfTheDayDoesNotTurnTimeBack()
    {
        FunnelOptions options;
        options.steps = stepsOf("a,b,c");
        World world {{{.time = kDayMillis + 10 * kHour, .type = 'c'},
                      {.time = kDayMillis + 15 * kHour, .type = 'a'},
                      {.time = kDayMillis, .byDay = true, .type = 'b'}}};
        // a at 15:00, then b, then c at 10:00 of the same day is no way through the day
        QCOMPARE(counted(world, options).steps[1].reached, Index {1});
        QCOMPARE(counted(world, options).steps[2].reached, Index {0});
    }

    void aWindowOfDaysCountsCivilDaysForEventsOfTheDay()
    {
        const FunnelOptions options = clinicFunnel(FunnelMode::Ordered);
        QCOMPARE(reached("C0. B30.", options), 2);
        QCOMPARE(reached("C0. B31.", options), 1);
        QCOMPARE(reached("C0 B30.", options), 2);
        const FunnelResult result = counted({streamOf("C0. B3. A5")}, options);
        QCOMPARE(days(result.steps[1].wait.median), 3.0);
        QCOMPARE(days(result.steps[2].wait.median), 2.0);
        QCOMPARE(days(result.steps[2].sinceFirst.median), 5.0);
    }

    void aMonthEndsWithTheSameCivilDay()
    {
        FunnelOptions options = clinicFunnel(FunnelMode::Ordered);
        options.window = Duration {1, DurationUnit::Months};
        // 1970-01-31 is day 30, 1970-02-28 is day 58
        QCOMPARE(reached("C30 B58", options), 2);
        QCOMPARE(reached("C30 B59", options), 1);
        QCOMPARE(reached("C27 B58", options), 2);
    }

    void toleranceLetsCloseEventsSwap()
    {
        World world {{{.time = kDayMillis, .type = 'b'}, {.time = kDayMillis + 2000, .type = 'a'}}};
        FunnelOptions options;
        options.steps = stepsOf("a,b");
        QCOMPARE(counted(world, options).steps[1].reached, Index {0});
        options.toleranceSeconds = 1;
        QCOMPARE(counted(world, options).steps[1].reached, Index {0});
        options.toleranceSeconds = 2;
        QCOMPARE(counted(world, options).steps[1].reached, Index {1});
        QCOMPARE(counted(world, options).steps[1].wait.median, 0.0);
    }

    void openUnitsAreNeitherReachedNorLost()
    {
        // at the end of day 40 the windows of 30 days from day 11, 08:00 on have not elapsed
        const World world {streamOf("C0 B3"), streamOf("C10"), streamOf("C11"), streamOf("C0 C20"),
                           streamOf("C20 B21 A22 P23")};
        const FunnelResult result = counted(world, clinicFunnel(FunnelMode::Ordered), 40);
        const FunnelStep& book = result.steps[1];
        QCOMPARE(book.previous, Index {5});
        QCOMPARE(book.reached, Index {2});
        QCOMPARE(book.lost, Index {1});
        QCOMPARE(book.open, Index {2});
        // matured: the first entry is at least 30 days old; C0 B3, C10 and C0 C20
        QCOMPARE(book.maturedOfFirst.of, Index {3});
        QCOMPARE(book.maturedOfFirst.hits, Index {1});
        QCOMPARE(result.steps[2].previous, Index {2});
        QCOMPARE(result.steps[2].lost, Index {1});
    }

    void theRatesCarryWilsonIntervals()
    {
        World world;
        for (int i = 0; i < 10; ++i) {
            world.push_back(streamOf(i < 3 ? "C0 B1" : "C0"));
        }
        const FunnelResult result = counted(world, clinicFunnel(FunnelMode::Ordered));
        const FunnelRate& rate = result.steps[1].ofPrevious;
        QCOMPARE(rate.rate, 0.3);
        QVERIFY(std::abs(rate.interval.low - 0.1078) < 5e-5);
        QVERIFY(std::abs(rate.interval.high - 0.6032) < 5e-5);
        QVERIFY(std::isnan(result.steps[3].ofPrevious.rate));
    }

    void timesAreQuartilesOfTheReportedChain()
    {
        // best entry: the chain that begins last, so 2, 3, 7 days; the second booking counts
        const World world {streamOf("C0 C1 B3"), streamOf("C0 B1 B3 A4"), streamOf("C0 B7")};
        const FunnelResult result = counted(world, clinicFunnel(FunnelMode::Ordered));
        QCOMPARE(result.steps[1].wait.n, Index {3});
        QCOMPARE(days(result.steps[1].wait.p25), 2.5);
        QCOMPARE(days(result.steps[1].wait.median), 3.0);
        QCOMPARE(days(result.steps[1].wait.p75), 5.0);
        QCOMPARE(days(result.steps[2].wait.median), 1.0);
        QCOMPARE(days(result.steps[2].sinceFirst.median), 4.0);
    }

    void eventsAfterTheAsOfDayAreNotSeen()
    {
        const World world {streamOf("C0 B3 A5 P6")};
        QCOMPARE(counted(world, clinicFunnel(FunnelMode::Ordered), 4).steps[1].reached, Index {1});
        QCOMPARE(counted(world, clinicFunnel(FunnelMode::Ordered), 4).steps[2].reached, Index {0});
        FunnelOptions options = clinicFunnel(FunnelMode::Ordered);
        options.asOf = 5;
        QCOMPARE(counted(world, options).steps[2].reached, Index {1});
        QCOMPARE(counted(world, options).steps[3].reached, Index {0});
        QCOMPARE(counted(world, options).steps[3].open, Index {1});
    }

    void theDateRangeIsForTheFirstStep()
    {
        const World world {streamOf("C0 B3 C10 A12 B13"), streamOf("C11 B12")};
        FunnelOptions options = clinicFunnel(FunnelMode::Ordered);
        options.from = 10;
        options.to = 11;
        const FunnelResult result = counted(world, options);
        QCOMPARE(result.steps[0].reached, Index {1});
        QCOMPARE(result.steps[1].reached, Index {1});
        QCOMPARE(days(result.steps[1].wait.median), 3.0);
    }
};

MEITRACE_TEST(TestFunnelGolden)
#include "tst_funnelgolden.moc"
