// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that are watched: a planted drop and who made it, days off, files that stop, weeks where days have
// too few events, what chance alone says, threads.
#include "analytics/journey/monitor.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace meitrace;

namespace {

constexpr Day kFirst = 20'000;
constexpr int kCustomers = 30;

/// Leads day by day, each third of a store of its own.
class World {
public:
    World()
    {
        for (int i = 0; i < kCustomers; ++i) {
            m_builder.addCustomer();
        }
    }
    void add(Day day, int count, const char* store, Fen amount = 0)
    {
        for (int i = 0; i < count; ++i) {
            m_builder.addEvent(static_cast<Index>(m_next++ % kCustomers),
                               {.time = Millis {day} * kDayMillis + 12 * 3'600'000,
                                .type = amount == 0 ? "lead" : "bill",
                                .texts = {{EventField::Store, store}},
                                .amount = amount});
        }
    }
    SnapshotPtr build(Day asOf)
    {
        m_builder.setAsOf(asOf);
        return m_builder.build();
    }

private:
    SnapshotBuilder m_builder;
    int m_next = 0;
};

MonitorOptions watching(const char* event = "lead", bool isMoney = false)
{
    MonitorOptions options;
    options.metrics = {{.id = event, .events = {{{.type = event}}}, .isMoney = isMoney}};
    return options;
}

MonitorResult watched(const Snapshot& snapshot, const MonitorOptions& options, int threads = 2)
{
    Job job(threads);
    Result<MonitorResult> result = monitor(snapshot, options, job);
    if (!result) {
        qFatal("%s", result.error().subject.c_str());
    }
    return *std::move(result);
}

/// 15 leads a day in A and 15 in B, but for one day on which B has `dropped`.
SnapshotPtr steadyBut(Day day, int dropped, Day last)
{
    World world;
    for (Day d = kFirst; d <= last; ++d) {
        world.add(d, 15, "A");
        world.add(d, d == day ? dropped : 15, "B");
    }
    return world.build(last);
}

}  // namespace

class TestMonitor : public QObject {
    Q_OBJECT

private slots:
    void aDropIsSeenAndItsStoreNamed()
    {
        const Day day = kFirst + 95;
        const SnapshotPtr snapshot = steadyBut(day, 0, kFirst + 99);
        const MonitorResult result = watched(*snapshot, watching());
        QCOMPARE(result.series.size(), std::size_t {1});
        QCOMPARE(result.series[0].unit, PeriodUnit::Days);
        QCOMPARE(result.alerts.size(), std::size_t {1});
        const MonitorAlert& alert = result.alerts[0];
        QCOMPARE(alert.start, day);
        QCOMPARE(alert.value, 15.0);
        QVERIFY(std::abs(alert.expected - 30) < 1e-9);
        QVERIFY(alert.value < alert.low && alert.low < alert.expected && alert.expected < alert.high);
        QVERIFY(alert.z < -3 && alert.q < 0.05);
        QCOMPARE(alert.drivers.size(), std::size_t {1});
        QCOMPARE(alert.drivers[0].field, EventField::Store);
        QCOMPARE(alert.drivers[0].value, std::string("B"));
        QCOMPARE(alert.drivers[0].observed, 0.0);
        QVERIFY(std::abs(alert.drivers[0].expected - 15) < 1e-9);
    }

    void onlyTheLatestDaysAreLookedAt()
    {
        const SnapshotPtr snapshot = steadyBut(kFirst + 60, 0, kFirst + 99);
        MonitorOptions options = watching();
        QVERIFY(watched(*snapshot, options).alerts.empty());
        options.days = 60;
        QCOMPARE(watched(*snapshot, options).alerts.size(), std::size_t {1});
        options.asOf = kFirst + 60;  // as if the later days had not come yet
        options.days = 1;
        QCOMPARE(watched(*snapshot, options).alerts.size(), std::size_t {1});
    }

    void daysOffAreNoAlarm()
    {
        const Day day = kFirst + 95;
        const SnapshotPtr snapshot = steadyBut(day, 0, kFirst + 99);
        MonitorOptions options = watching();
        options.daysOff = {{day - 1, day + 1}};
        QVERIFY(watched(*snapshot, options).alerts.empty());
    }

    void aFileThatStopsIsNoDrop()
    {
        World world;
        for (Day d = kFirst; d < kFirst + 100; ++d) {
            if (d < kFirst + 90) {
                world.add(d, 30, "A");
            }
            world.add(d, 12, "A", 100'000);
        }
        const SnapshotPtr snapshot = world.build(kFirst + 99);
        MonitorOptions options = watching();
        options.metrics.push_back({.id = "bills", .events = {{{.type = "bill"}}}});
        const MonitorResult result = watched(*snapshot, options);
        QVERIFY(result.alerts.empty());
        QCOMPARE(result.series[0].silentSince, kFirst + 90);
        QCOMPARE(result.series[1].silentSince, kMissingDay);
    }

    void fewEventsAreWatchedByTheWeek()
    {
        World world;
        for (Day d = kFirst; d <= kFirst + 250; ++d) {
            world.add(d, d > kFirst + 236 && d < kFirst + 244 ? 7 : 1, "A");
        }
        const MonitorResult result = watched(*world.build(kFirst + 250), watching());
        QCOMPARE(result.series[0].unit, PeriodUnit::Weeks);
        QVERIFY(!result.alerts.empty());
        QVERIFY(std::all_of(result.alerts.begin(), result.alerts.end(),
                            [](const MonitorAlert& alert) { return alert.z > 0; }));
        World seldom;
        for (Day d = kFirst; d <= kFirst + 250; d += 5) {
            seldom.add(d, 1, "A");
        }
        QCOMPARE(watched(*seldom.build(kFirst + 250), watching()).series[0].silence, MonitorSilence::TooFew);
        World brief;
        for (Day d = kFirst; d <= kFirst + 20; ++d) {
            brief.add(d, 20, "A");
        }
        QCOMPARE(watched(*brief.build(kFirst + 20), watching()).series[0].silence, MonitorSilence::TooShort);
    }

    void moneyIsWatchedInYuan()
    {
        World world;
        for (Day d = kFirst; d < kFirst + 100; ++d) {
            world.add(d, 12, d == kFirst + 97 ? "B" : "A", d == kFirst + 97 ? 1'000'000 : 100'000);
        }
        const MonitorResult result = watched(*world.build(kFirst + 99), watching("bill", true));
        QCOMPARE(result.alerts.size(), std::size_t {1});
        QCOMPARE(result.alerts[0].value, 120'000.0);
        QVERIFY(std::abs(result.alerts[0].expected - 12'000) < 1e-6);
        QCOMPARE(result.alerts[0].drivers.at(0).value, std::string("B"));
    }

    void aMetricNobodyHasIsLeftOut()
    {
        MonitorOptions options = watching();
        options.metrics.push_back({.id = "none", .events = {{{.type = "treat"}}}});
        QCOMPARE(watched(*steadyBut(0, 0, kFirst + 60), options).series.size(), std::size_t {1});
    }

    /// Chance alone: at most one alarm in a hundred days of a number, over several numbers together.
    void chanceStaysSilent()
    {
        Random random(3);
        int alerts = 0;
        for (int round = 0; round < 8; ++round) {
            World world;
            for (Day d = kFirst; d < kFirst + 200; ++d) {
                int count = -1;
                for (double waited = 0; waited < 25; ++count) {
                    waited -= std::log(1 - random.unit());
                }
                world.add(d, count, "A");
            }
            MonitorOptions options = watching();
            options.days = 150;
            for (const MonitorAlert& alert : watched(*world.build(kFirst + 199), options).alerts) {
                alerts += std::abs(alert.z) >= options.limit ? 1 : 0;
            }
        }
        QVERIFY2(alerts <= 12, qPrintable(QString::number(alerts)));  // 1,200 days
    }

    void threadsDoNotMatter()
    {
        const SnapshotPtr snapshot = steadyBut(kFirst + 95, 0, kFirst + 99);
        const MonitorResult one = watched(*snapshot, watching(), 1);
        QCOMPARE(one.alerts.size(), std::size_t {1});
        for (const int threads : {2, 7}) {
            const MonitorResult many = watched(*snapshot, watching(), threads);
            QCOMPARE(many.alerts.size(), one.alerts.size());
            QCOMPARE(many.alerts[0].z, one.alerts[0].z);
            QCOMPARE(many.alerts[0].drivers.size(), one.alerts[0].drivers.size());
            QCOMPARE(many.series[0].values, one.series[0].values);
        }
    }

    void wrongOptionsAreRefused()
    {
        const SnapshotPtr snapshot = steadyBut(0, 0, kFirst + 60);
        Job job;
        MonitorOptions options = watching();
        options.days = 0;
        QCOMPARE(monitor(*snapshot, options, job).error().code, ErrorCode::BadOption);
        options = watching();
        options.limit = 1;
        QCOMPARE(monitor(*snapshot, options, job).error().code, ErrorCode::BadOption);
        options = {};
        QCOMPARE(monitor(*snapshot, options, job).error().code, ErrorCode::BadOption);
    }
};

MEITRACE_TEST(TestMonitor)
#include "tst_monitor.moc"
