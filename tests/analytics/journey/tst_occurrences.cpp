// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// How often, how long between, and when in the week: by hand and against plain loops on random worlds.
#include "analytics/journey/occurrences.h"
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

constexpr Day kFirst = 20'000;  // a Friday
constexpr Millis kHour = 3'600'000;

struct Happening {
    Millis time = 0;  ///< since the first day
    std::string type;
    Fen amount = 0;
};

using Lives = std::vector<std::vector<Happening>>;

SnapshotPtr worldOf(const Lives& lives, Day asOf = kFirst + 400)
{
    SnapshotBuilder builder;
    for (const std::vector<Happening>& life : lives) {
        const Index customer = builder.addCustomer();
        for (const Happening& happening : life) {
            builder.addEvent(customer,
                             {.time = kFirst * kDayMillis + happening.time,
                              .type = happening.type,
                              .texts = {},
                              .amount = happening.amount});
        }
    }
    builder.setAsOf(asOf);
    return builder.build();
}

Lives randomLives(std::uint64_t seed, int customers = 40)
{
    Random random(seed);
    Lives lives(static_cast<std::size_t>(customers));
    for (std::vector<Happening>& life : lives) {
        for (auto left = random.below(9); left > 0; --left) {
            life.push_back({static_cast<Millis>(random.below(300 * 24)) * kHour + static_cast<Millis>(left),
                            random.chance(500'000) ? "a" : "b", static_cast<Fen>(random.below(400'000))});
        }
        std::sort(life.begin(), life.end(),
                  [](const Happening& x, const Happening& y) { return x.time < y.time; });
    }
    return lives;
}

template <typename Value>
Value got(Result<Value> result)
{
    if (!result) {
        qFatal("%s", result.error().subject.c_str());
    }
    return *std::move(result);
}

EventPredicate events(const char* text)
{
    return *parseEventPredicate(text);
}

}  // namespace

class TestOccurrences : public QObject {
    Q_OBJECT

private slots:
    void howOftenByHand()
    {
        const SnapshotPtr snapshot = worldOf(
            {{{0, "a", 100}, {kHour, "a", 200}, {30 * kHour, "a", 60'000}}, {{0, "a", 0}}, {{0, "b", 500}}});
        DistributionOptions options;
        options.events = events("a");
        Job job(2);
        const DistributionResult times = got(distribution(*snapshot, options, job));
        QCOMPARE(times.customers, Index {2});
        QCOMPARE(times.never, Index {1});
        QCOMPARE(times.classes[0].customers, Index {1});
        QCOMPARE(times.classes[2].customers, Index {1});
        QCOMPARE(times.mean, 2.0);
        options.of = DistributionOf::Days;
        QCOMPARE(got(distribution(*snapshot, options, job)).classes[1].customers, Index {1});
        options.of = DistributionOf::Hours;
        QCOMPARE(got(distribution(*snapshot, options, job)).classes[2].customers, Index {1});
        options.of = DistributionOf::Amount;
        const DistributionResult money = got(distribution(*snapshot, options, job));
        QCOMPARE(money.below, Index {1});
        QCOMPARE(money.classes[1].customers, Index {1});
        QCOMPARE(money.most, std::int64_t {60'300});
        options.edges = {5, 5};
        QVERIFY(!distribution(*snapshot, options, job));
    }

    void classesPartitionTheCustomers()
    {
        for (std::uint64_t seed = 0; seed < 25; ++seed) {
            const Lives lives = randomLives(seed);
            const SnapshotPtr snapshot = worldOf(lives);
            DistributionOptions options;
            options.events = events("a");
            options.scope.from = kFirst + 30;
            options.scope.to = kFirst + 200;
            Job job(2);
            const DistributionResult result = got(distribution(*snapshot, options, job));
            Index sum = result.below;
            for (std::size_t i = 0; i < result.classes.size(); ++i) {
                const DistributionClass& shown = result.classes[i];
                const auto expected = std::count_if(lives.begin(), lives.end(), [&](const auto& life) {
                    const auto times = std::count_if(life.begin(), life.end(), [](const Happening& h) {
                        const Millis day = h.time / kDayMillis;
                        return h.type == "a" && day >= 30 && day <= 200;
                    });
                    return times >= shown.low && times <= shown.high;
                });
                QCOMPARE(shown.customers, Index {expected});
                QCOMPARE(got(distributionMembers(*snapshot, options, static_cast<int>(i), job)).count(),
                         shown.customers);
                sum += shown.customers;
            }
            QCOMPARE(sum, result.customers);
            QCOMPARE(sum + result.never, static_cast<Index>(lives.size()));
            QCOMPARE(got(distributionMembers(*snapshot, options, -1, job)).count(), result.never);
        }
    }

    void howLongBetweenByHand()
    {
        // a a b: the second a counts; b b: only the first b; the last a is open
        const SnapshotPtr snapshot
            = worldOf({{{0, "a"}, {2 * kHour, "a"}, {5 * kHour, "b"}, {6 * kHour, "b"}, {50 * kHour, "a"}}});
        IntervalOptions options;
        options.first = events("a");
        options.second = events("b");
        Job job(1);
        const IntervalResult result = got(intervals(*snapshot, options, job));
        QCOMPARE(result.pairs, Index {1});
        QCOMPARE(result.open, Index {1});
        QCOMPARE(result.seconds[2], 3.0 * 3600);
        options.second = {};
        const IntervalResult rhythm = got(intervals(*snapshot, options, job));
        QCOMPARE(rhythm.pairs, Index {2});
        QCOMPARE(rhythm.seconds[2], 25.0 * 3600);  // between 2 and 48 hours
        QCOMPARE(rhythm.classes[0].pairs, Index {1});
        QCOMPARE(rhythm.classes[1].pairs, Index {1});
    }

    void pairsAsPlainLoopsSay()
    {
        for (std::uint64_t seed = 50; seed < 75; ++seed) {
            const Lives lives = randomLives(seed);
            const SnapshotPtr snapshot = worldOf(lives);
            IntervalOptions options;
            options.first = events("a");
            options.second = events("b");
            Job job(2);
            const IntervalResult result = got(intervals(*snapshot, options, job));
            Index pairs = 0;
            Index open = 0;
            std::set<std::size_t> monthly;  // customers with a pair of 30 to 59 days
            for (std::size_t c = 0; c < lives.size(); ++c) {
                const auto& life = lives[c];
                for (std::size_t i = 0; i < life.size(); ++i) {
                    if (life[i].type != "a") {
                        continue;
                    }
                    if (i + 1 == life.size()) {
                        ++open;
                    } else if (life[i + 1].type == "b") {
                        ++pairs;
                        const auto days = life[i + 1].time / kDayMillis - life[i].time / kDayMillis;
                        if (days >= 30 && days < 60) {
                            monthly.insert(c);
                        }
                    }
                }
            }
            QCOMPARE(result.pairs, pairs);
            QCOMPARE(result.open, open);
            QCOMPARE(got(intervalMembers(*snapshot, options, 4, job)).count(),
                     static_cast<Index>(monthly.size()));
            QCOMPARE(got(intervalMembers(*snapshot, options, -1, job)).count(), open);
            QVERIFY(std::is_sorted(result.seconds.begin(), result.seconds.end()));
        }
    }

    void whenInTheWeek()
    {
        SnapshotBuilder builder;
        const Index one = builder.addCustomer();
        const Index two = builder.addCustomer();
        const Millis first = kFirst * kDayMillis;
        for (const Millis time :
             {first + 20 * kHour, first + 20 * kHour + 1, first + 7 * kDayMillis + 20 * kHour}) {
            builder.addEvent(one, {.time = time, .type = "lead", .texts = {}});
        }
        builder.addEvent(two, {.time = first + 20 * kHour, .type = "lead", .texts = {}});
        builder.addEvent(two,
                         {.time = first, .type = "lead", .texts = {}, .precision = TimeQuality::WholeDay});
        builder.setAsOf(kFirst + 30);
        const SnapshotPtr snapshot = builder.build();
        Job job(2);
        const WeekHourResult result = got(weekHours(*snapshot, {}, job));
        QCOMPARE(result.events, Index {5});
        QCOMPARE(result.withoutTime, Index {1});
        const int fridayEvening = 4 * 24 + 20;
        QCOMPARE(result.cells[fridayEvening].events, Index {4});
        QCOMPARE(result.cells[fridayEvening].customers, Index {2});
        QCOMPARE(got(weekHourMembers(*snapshot, {}, fridayEvening, job)).count(), Index {2});
        QCOMPARE(got(weekHourMembers(*snapshot, {}, 0, job)).count(), Index {0});
    }

    void cellsAddUpInAnyNumberOfThreads()
    {
        const SnapshotPtr snapshot = worldOf(randomLives(3, 20'000));
        Job single(1);
        const WeekHourResult one = got(weekHours(*snapshot, {}, single));
        Index sum = 0;
        for (const WeekHourResult::Cell& cell : one.cells) {
            sum += cell.events;
        }
        QCOMPARE(sum, one.events);
        for (const int threads : {2, 7}) {
            Job job(threads);
            const WeekHourResult other = got(weekHours(*snapshot, {}, job));
            for (std::size_t i = 0; i < one.cells.size(); ++i) {
                QCOMPARE(other.cells[i].customers, one.cells[i].customers);
            }
            const DistributionResult a = got(distribution(*snapshot, {}, single));
            const DistributionResult b = got(distribution(*snapshot, {}, job));
            QVERIFY(a.mean == b.mean && a.median == b.median && a.p90 == b.p90);
            const IntervalResult c = got(intervals(*snapshot, {}, single));
            const IntervalResult d = got(intervals(*snapshot, {}, job));
            QCOMPARE(c.seconds, d.seconds);
        }
    }

    void whatIsRefused()
    {
        const SnapshotPtr snapshot = worldOf({{{0, "a"}}});
        Job job(1);
        QCOMPARE(distribution(*snapshot, {.events = events("b")}, job).error().subject, std::string("event"));
        QCOMPARE(intervals(*snapshot, {}, job).error().subject, std::string("pair"));
        QCOMPARE(weekHours(*snapshot, {.scope = {.from = kFirst + 900}}, job).error().subject,
                 std::string("from"));
        QVERIFY(!weekHourMembers(*snapshot, {}, 168, job));
        QVERIFY(!intervalMembers(*snapshot, {}, 9, job));
        QVERIFY(!distributionMembers(*snapshot, {}, 99, job));
    }
};

MEITRACE_TEST(TestOccurrences)

#include "tst_occurrences.moc"
