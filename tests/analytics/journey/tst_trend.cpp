// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Trends: by hand, against plain loops on random worlds, what adds up, formulas.
#include "analytics/journey/trend.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace meitrace;

namespace {

Millis at(Day day, int hour = 12)
{
    return Millis {day} * kDayMillis + hour * 3'600'000;
}

struct Happening {
    Index customer = 0;
    Day day = 0;
    std::string item;
    Fen amount = 0;
};

SnapshotPtr worldOf(const std::vector<Happening>& happenings, int customers, Day asOf)
{
    SnapshotBuilder builder;
    for (int i = 0; i < customers; ++i) {
        builder.addCustomer();
    }
    for (const Happening& happening : happenings) {
        builder.addEvent(happening.customer,
                         {.time = at(happening.day),
                          .type = "bill",
                          .texts = {{EventField::Item, happening.item}},
                          .amount = happening.amount});
    }
    builder.setAsOf(asOf);
    return builder.build();
}

TrendResult counted(const Snapshot& snapshot, const TrendOptions& options, int threads = 2)
{
    Job job(threads);
    Result<TrendResult> result = trend(snapshot, options, job);
    if (!result) {
        qFatal("%s", result.error().subject.c_str());
    }
    return *std::move(result);
}

std::vector<double> values(const std::vector<TrendPoint>& points)
{
    std::vector<double> list;
    for (const TrendPoint& point : points) {
        list.push_back(point.value);
    }
    return list;
}

using Values = std::vector<double>;

}  // namespace

class TestTrend : public QObject {
    Q_OBJECT

private slots:
    void threeMonthsByHand()
    {
        const Day january = dayFromCivil(2026, 1, 1);
        const Day march = dayFromCivil(2026, 3, 1);
        const SnapshotPtr snapshot = worldOf({{0, january + 3, "A", 100},
                                              {0, january + 9, "B", 300},
                                              {1, january + 9, "A", 200},
                                              {1, march, "A", 50}},
                                             3, march + 9);
        TrendOptions options;
        options.events = *parseEventPredicate("bill");
        options.from = january;
        TrendResult result = counted(*snapshot, options);
        QCOMPARE(result.starts.size(), std::size_t {3});
        QCOMPARE(values(result.series[0].points), (Values {3, 0, 1}));
        QVERIFY(result.lastIsOpen);
        QCOMPARE(result.customers, Index {2});
        const auto measured = [&](TrendMeasure measure) {
            options.measure = measure;
            return values(counted(*snapshot, options).series[0].points);
        };
        QCOMPARE(measured(TrendMeasure::Customers), (Values {2, 0, 1}));
        QCOMPARE(measured(TrendMeasure::Sum), (Values {600, 0, 50}));
        QCOMPARE(measured(TrendMeasure::Mean)[0], 200.0);
        QVERIFY(std::isnan(measured(TrendMeasure::Mean)[1]));
        QCOMPARE(measured(TrendMeasure::PerCustomer)[0], 1.5);
        options.percent = 75;
        QCOMPARE(measured(TrendMeasure::Percentile)[0], 250.0);  // between the second and the third
        options.measure = TrendMeasure::Events;
        options.splitBy = EventField::Item;
        options.top = 1;
        result = counted(*snapshot, options);
        QCOMPARE(result.series.size(), std::size_t {2});
        QCOMPARE(result.series[0].name, std::string("A"));
        QCOMPARE(values(result.series[0].points), (Values {2, 0, 1}));
        QVERIFY(result.series[1].isOther);
        QCOMPARE(values(result.series[1].points), (Values {1, 0, 0}));
    }

    void comparedWithAsManyDays()
    {
        // March 1 to 10 stands beside February 1 to 10, and beside March 1 to 10 of the year before.
        const Day march = dayFromCivil(2026, 3, 1);
        const SnapshotPtr snapshot = worldOf({{0, march + 4, "", 1},
                                              {0, dayFromCivil(2026, 2, 9), "", 1},
                                              {0, dayFromCivil(2026, 2, 20), "", 1},
                                              {0, dayFromCivil(2025, 3, 10), "", 1},
                                              {0, dayFromCivil(2025, 3, 11), "", 1}},
                                             1, march + 9);
        TrendOptions options;
        options.from = march;
        options.compare = TrendCompare::Previous;
        TrendResult result = counted(*snapshot, options);
        QCOMPARE(values(result.series[0].points), (Values {1}));
        QCOMPARE(values(result.series[0].before), (Values {1}));
        QCOMPARE(result.beforeStarts[0], dayFromCivil(2026, 2, 1));
        options.compare = TrendCompare::Year;
        result = counted(*snapshot, options);
        QCOMPARE(values(result.series[0].before), (Values {1}));
        QCOMPARE(result.beforeStarts[0], dayFromCivil(2025, 3, 1));
        options.unit = PeriodUnit::Days;
        result = counted(*snapshot, options);
        QCOMPARE(weekday(result.beforeStarts[0]), weekday(result.starts[0]));
        QCOMPARE(result.starts[0] - result.beforeStarts[0], 364);
    }

    void asPlainLoopsSay()
    {
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            Random random(seed);
            std::vector<Happening> happenings;
            const Day first = dayFromCivil(2025, 1, 1);
            for (int i = 0; i < 400; ++i) {
                happenings.push_back({static_cast<Index>(random.below(30)),
                                      first + static_cast<Day>(random.below(300)),
                                      std::string(1, static_cast<char>('A' + random.below(4))),
                                      static_cast<Fen>(random.below(1'000))});
            }
            const SnapshotPtr snapshot = worldOf(happenings, 30, first + 320);
            TrendOptions options;
            options.unit = static_cast<PeriodUnit>(seed % 4);
            options.from = first + 20;
            options.to = first + 250;
            options.splitBy = EventField::Item;
            options.top = 2;
            const TrendResult result = counted(*snapshot, options);
            std::map<std::string, Index> totals;
            for (const Happening& happening : happenings) {
                if (happening.day >= options.from && happening.day <= options.to) {
                    ++totals[happening.item];
                }
            }
            Index sum = 0;
            for (std::size_t series = 0; series < result.series.size(); ++series) {
                const TrendSeries& shown = result.series[series];
                for (std::size_t period = 0; period < result.starts.size(); ++period) {
                    std::set<Index> people;
                    Index events = 0;
                    Fen amount = 0;
                    for (const Happening& happening : happenings) {
                        const bool named = happening.item == result.series[0].name
                            || happening.item == result.series[1].name;
                        const bool here = shown.isOther ? !named : happening.item == shown.name;
                        if (here && happening.day >= options.from && happening.day <= options.to
                            && periodStart(options.unit, happening.day) == result.starts[period]) {
                            people.insert(happening.customer);
                            ++events;
                            amount += happening.amount;
                        }
                    }
                    const TrendPoint& point = shown.points[period];
                    QCOMPARE(point.events, events);
                    QCOMPARE(point.customers, static_cast<Index>(people.size()));
                    QCOMPARE(point.amount, amount);
                    sum += events;
                    if (period < 3) {
                        Job job(2);
                        const TrendPlace place {static_cast<int>(series), static_cast<int>(period)};
                        QCOMPARE(trendMembers(*snapshot, options, result, place, job)->count(),
                                 point.customers);
                    }
                }
            }
            QCOMPARE(sum, result.events);
            QVERIFY(totals[result.series[0].name] >= totals[result.series[1].name]);
        }
    }

    void sameForAnyNumberOfThreads()
    {
        Random random(4);
        std::vector<Happening> happenings;
        for (int i = 0; i < 60'000; ++i) {
            happenings.push_back({static_cast<Index>(random.below(20'000)),
                                  20'000 + static_cast<Day>(random.below(99)), "",
                                  static_cast<Fen>(random.below(90'000))});
        }
        const SnapshotPtr snapshot = worldOf(happenings, 20'000, 20'100);
        TrendOptions options;
        options.unit = PeriodUnit::Weeks;
        options.measure = TrendMeasure::Percentile;
        const TrendResult one = counted(*snapshot, options, 1);
        for (const int threads : {2, 7}) {
            QCOMPARE(values(counted(*snapshot, options, threads).series[0].points),
                     values(one.series[0].points));
        }
    }

    void twoTrendsBecomeOne()
    {
        TrendResult first;
        first.starts = {1, 2};
        first.series = {{.name = "A", .points = {{.value = 6}, {.value = 4}}}};
        TrendResult second = first;
        second.series = {{.name = "A", .points = {{.value = 3}, {.value = 0}}},
                         {.name = "B", .points = {{.value = 1}, {.value = 2}}}};
        const TrendResult ratio = *combined(first, second, TrendFormula::Ratio);
        QCOMPARE(ratio.series.size(), std::size_t {2});
        QCOMPARE(ratio.series[0].points[0].value, 2.0);
        QVERIFY(std::isnan(ratio.series[0].points[1].value));
        QCOMPARE(ratio.series[1].points[0].value, 0.0);
        QCOMPARE(combined(first, second, TrendFormula::Difference)->series[0].points[1].value, 4.0);
        QCOMPARE(combined(first, second, TrendFormula::Sum)->series[0].points[0].value, 9.0);
        second.starts = {1};
        QVERIFY(!combined(first, second, TrendFormula::Sum));
    }

    void whatIsRefused()
    {
        const SnapshotPtr snapshot = worldOf({{0, 20'000, "", 1}}, 1, 20'010);
        const auto refusal = [&](auto change) {
            TrendOptions options;
            change(options);
            Job job(1);
            const Result<TrendResult> result = trend(*snapshot, options, job);
            return result ? std::string() : result.error().subject;
        };
        QCOMPARE(refusal([](TrendOptions& o) { o.from = 20'011; }), std::string("from"));
        QCOMPARE(refusal([](TrendOptions& o) { o.top = 0; }), std::string("top"));
        QCOMPARE(refusal([](TrendOptions& o) { o.percent = 100; }), std::string("percent"));
        QCOMPARE(refusal([](TrendOptions& o) { o.events = *parseEventPredicate("treat"); }),
                 std::string("event"));
        QCOMPARE(refusal([](TrendOptions& o) {
                     o.from = 10'000;
                     o.unit = PeriodUnit::Days;
                 }),
                 std::string("unit"));
        Job job(1);
        const TrendResult result = counted(*snapshot, {});
        QVERIFY(!trendMembers(*snapshot, {}, result, {.series = 3}, job));
        QVERIFY(!trendMembers(*snapshot, {}, result, {.before = true}, job));
    }
};

MEITRACE_TEST(TestTrend)

#include "tst_trend.moc"
