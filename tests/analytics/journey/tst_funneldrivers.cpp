// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funneldrivers.h"
#include "analytics/journey/funneltrend.h"
#include "tests/analytics/journey/funnelworld.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace meitrace;
using namespace meitrace::test;

namespace {

FunnelOptions twoSteps(int days = 10)
{
    FunnelOptions options;
    options.steps = stepsOf("a,b");
    options.window = Duration {days, DurationUnit::Days};
    return options;
}

FunnelDrivers driversOf(const World& world, const FunnelOptions& options, Day asOf)
{
    Job job;
    const SnapshotPtr snapshot = snapshotOf(world, asOf);
    const auto result = funnel(*snapshot, options, job);
    auto drivers
        = result ? funnelDrivers(*snapshot, options, *result, 1, job) : Result<FunnelDrivers>(result.error());
    return drivers ? *std::move(drivers) : FunnelDrivers {};
}

void add(World& world, int times, const std::string& stream)
{
    for (int i = 0; i < times; ++i) {
        world.push_back(streamOf(stream));
    }
}

}  // namespace

class TestFunnelDrivers : public QObject {
    Q_OBJECT

private slots:
    void anEventOfThoseWhoGotThroughIsADriver()
    {
        World world;
        add(world, 30, "A0 X1 B4");
        add(world, 10, "A0 B4");
        add(world, 20, "A0 X1");
        add(world, 60, "A0");
        const FunnelDrivers found = driversOf(world, twoSteps(), 100);
        QCOMPARE(found.reached, Index {40});
        QCOMPARE(found.lost, Index {80});
        QCOMPARE(found.support, Index {20});
        QCOMPARE(found.drivers.size(), std::size_t {1});
        const FunnelDriver& x = found.drivers[0];
        QCOMPARE(x.name, std::string("x"));
        QCOMPARE(x.with.hits, Index {30});
        QCOMPARE(x.with.n, Index {50});
        QCOMPARE(x.without.hits, Index {10});
        QCOMPARE(x.without.n, Index {70});
        // (30.5 x 60.5) / (20.5 x 10.5)
        QVERIFY(std::abs(x.odds.ratio - 8.5726) < 1e-4);
        QVERIFY(x.odds.low > 1 && x.p < 1e-4);
        QCOMPARE(x.q, x.p);
    }

    void behindADriverAreItsCustomers()
    {
        World world;
        add(world, 30, "A0 X1 B4");
        add(world, 10, "A0 B4");
        add(world, 20, "A0 X1");
        add(world, 60, "A0");
        Job job;
        const SnapshotPtr snapshot = snapshotOf(world, 100);
        const FunnelOptions options = twoSteps();
        const auto result = funnel(*snapshot, options, job);
        QVERIFY(result);
        const auto drivers = funnelDrivers(*snapshot, options, *result, 1, job);
        QVERIFY(drivers && drivers->drivers.size() == 1);
        const FunnelDriver& x = drivers->drivers[0];
        const auto count = [&](bool with) {
            return funnelDriverMembers(*snapshot, options, *result, {1, x.type, with}, job)->count();
        };
        QCOMPARE(count(true), x.with.n);
        QCOMPARE(count(false), x.without.n);
    }

    void whatLiesBehindTheOutcomeDoesNotCount()
    {
        World world;
        add(world, 40, "A0 B4 X5");
        add(world, 40, "A0 X6");
        // all who got through took four days: an event of the lost on day 6 is beyond
        QCOMPARE(driversOf(world, twoSteps(), 100).drivers.size(), std::size_t {0});
    }

    void bothSidesAreWatchedEquallyLong()
    {
        // x comes at a steady rate and has nothing to do with b: watching the lost to the end would make it
        // a sign of loss
        World world(4000);
        for (std::size_t c = 0; c < world.size(); ++c) {
            Random random(9, c);
            const Millis wait = static_cast<Millis>(1 + random.below(200)) * kHour;
            const bool through = random.chance(500'000);
            world[c].push_back({.time = kDayMillis, .type = 'a'});
            for (Millis hour = 1; hour < 240; ++hour) {
                const Millis time = kDayMillis + hour * kHour;
                if (random.chance(10'000) && !(through && time >= kDayMillis + wait)) {
                    world[c].push_back({.time = time, .type = 'x'});
                }
            }
            if (through) {
                world[c].push_back({.time = kDayMillis + wait, .type = 'b'});
            }
        }
        const FunnelDrivers found = driversOf(world, twoSteps(), 100);
        QCOMPARE(found.drivers.size(), std::size_t {1});
        QVERIFY(found.drivers[0].odds.low < 1 && found.drivers[0].odds.high > 1);
    }

    void rareEventsAndOpenCasesAreLeftOut()
    {
        World world;
        add(world, 19, "A0 X1 B4");
        add(world, 40, "A0 Y1 B4");
        add(world, 40, "A0 Z1");
        add(world, 30, "A95");
        const FunnelDrivers found = driversOf(world, twoSteps(), 100);
        QCOMPARE(found.lost, Index {40});
        QCOMPARE(found.drivers.size(), std::size_t {2});
        // y and z are equally telling: by odds, then by name
        QVERIFY(found.drivers[0].q <= found.drivers[1].q);
    }

    void theTrendPutsCasesIntoThePeriodOfTheirFirstEvent()
    {
        Job job;
        // 1970-01-01 is a Thursday: the week of day 4 begins on day 4
        const World world {streamOf("A3 B13"), streamOf("A4"), streamOf("A10 B11"), streamOf("A25 B26"),
                           streamOf("A27")};
        const SnapshotPtr snapshot = snapshotOf(world, 30);
        const auto result = funnel(*snapshot, twoSteps(), job);
        QVERIFY(result);
        const auto weeks = funnelTrend(*snapshot, twoSteps(), *result, 1, PeriodUnit::Weeks, job);
        QVERIFY(weeks);
        const std::vector<Day> starts {-3, 4, 11, 18, 25};
        const std::vector<Index> entrants {1, 2, 0, 0, 2};
        const std::vector<Index> reached {1, 1, 0, 0, 1};
        const std::vector<bool> mature {true, true, true, false, false};
        QCOMPARE(weeks->size(), starts.size());
        for (std::size_t i = 0; i < starts.size(); ++i) {
            QCOMPARE(weeks->at(i).start, starts[i]);
            QCOMPARE(weeks->at(i).reached.of, entrants[i]);
            QCOMPARE(weeks->at(i).reached.hits, reached[i]);
            QCOMPARE(bool {weeks->at(i).mature}, bool {mature[i]});
        }
        QCOMPARE(weeks->at(4).open, Index {1});
        QVERIFY(std::isnan(weeks->at(2).reached.rate));
        const auto months = funnelTrend(*snapshot, twoSteps(), *result, 1, PeriodUnit::Months, job);
        QVERIFY(months);
        QCOMPARE(months->size(), std::size_t {1});
        QCOMPARE(months->at(0).reached.of, Index {5});
        const auto quarters = funnelTrend(*snapshot, twoSteps(), *result, 0, PeriodUnit::Quarters, job);
        QCOMPARE(quarters->at(0).start, Day {0});
        QVERIFY(!funnelTrend(*snapshot, twoSteps(), *result, 2, PeriodUnit::Days, job));
    }
};

MEITRACE_TEST(TestFunnelDrivers)
#include "tst_funneldrivers.moc"
