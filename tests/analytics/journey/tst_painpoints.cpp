// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/painpoints.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

using namespace meitrace;

namespace {

constexpr Millis kHour = 3'600'000;
constexpr Day kFirst = 100;
constexpr Day kAsOf = 400;

/// A customer on the way lead, booking, arrival; each step once, days after the lead.
struct Walker {
    Day day = kFirst;
    int hour = 12;
    std::string staff = "A";
    int booked = -1;   ///< days after the lead; -1 = never
    int arrived = -1;  ///< days after the booking
    Fen paid = 0;      ///< on the day of arrival
};

Millis leadTime(const Walker& walker)
{
    return Millis {walker.day} * kDayMillis + walker.hour * kHour;
}

SnapshotPtr snapshotOf(const std::vector<Walker>& walkers)
{
    SnapshotBuilder builder;
    builder.setAsOf(kAsOf);
    for (const Walker& walker : walkers) {
        const Index customer = builder.addCustomer();
        const auto add = [&](const std::string& type, Millis time, Fen amount = 0) {
            builder.addEvent(
                customer,
                {.time = time, .type = type, .texts = {{EventField::Staff, walker.staff}}, .amount = amount});
        };
        add("lead", leadTime(walker));
        if (walker.booked >= 0) {
            const Millis booking = leadTime(walker) + walker.booked * kDayMillis;
            add("booking_create", booking);
            if (walker.arrived >= 0) {
                const Millis arrival = booking + walker.arrived * kDayMillis;
                add("arrive", arrival);
                if (walker.paid != 0) {
                    add("bill", arrival, walker.paid);
                }
            }
        }
    }
    return builder.build();
}

PainOptions wayOptions(std::vector<std::string> keys)
{
    PainOptions options;
    options.funnel.steps = *parseEventList("lead,booking_create,arrive");
    options.funnel.window = Duration {30, DurationUnit::Days};
    options.keys = std::move(keys);
    return options;
}

PainResult painOf(const SnapshotPtr& snapshot, const PainOptions& options, int threads = 1)
{
    Job job(threads);
    auto result = painPoints(*snapshot, options, job);
    if (!result) {
        qFatal("%s", result.error().subject.c_str());
    }
    return *std::move(result);
}

void add(std::vector<Walker>& walkers, int times, const Walker& walker)
{
    walkers.insert(walkers.end(), static_cast<std::size_t>(times), walker);
}

std::vector<Walker> randomWalkers(int count, std::uint64_t seed)
{
    std::vector<Walker> walkers;
    Random random(seed, 3);
    for (int i = 0; i < count; ++i) {
        Walker walker;
        walker.day = kFirst + static_cast<Day>(random.below(200));
        walker.hour = static_cast<int>(random.below(24));
        walker.staff = std::string(1, static_cast<char>('A' + random.below(4)));
        walker.booked = random.chance(500'000) ? static_cast<int>(random.below(12)) : -1;
        walker.arrived = random.chance(600'000) ? static_cast<int>(random.below(12)) : -1;
        walker.paid = random.chance(500'000) ? static_cast<Fen>(random.below(100'000)) : 0;
        walkers.push_back(walker);
    }
    return walkers;
}

/// More are lost at night and with B, so that there is something to find.
void planLeaks(std::vector<Walker>& walkers, std::uint64_t seed)
{
    Random random(seed, 4);
    for (Walker& walker : walkers) {
        if (walker.hour >= 20 && random.chance(600'000)) {
            walker.booked = -1;
        }
        if (walker.staff == "B" && random.chance(500'000)) {
            walker.arrived = -1;
        }
    }
}

std::string blockOf(int hour)
{
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(hour / 4 * 4) + "-" + two(hour / 4 * 4 + 4);
}

using Spot = std::tuple<int, std::string, std::string>;

std::map<Spot, Share> countedByHand(const std::vector<Walker>& walkers)
{
    std::map<Spot, Share> counted;
    for (const Walker& walker : walkers) {
        const std::string block = blockOf(walker.hour);
        for (const int step : {1, 2}) {
            if (step == 2 && walker.booked < 0) {
                continue;
            }
            const bool lost = step == 1 ? walker.booked < 0 : walker.arrived < 0;
            for (const auto& [key, value] : {std::pair(std::string("hour_block"), block),
                                             std::pair(std::string("staff"), walker.staff)}) {
                Share& share = counted[{step, key, value}];
                ++share.n;
                share.hits += lost ? 1 : 0;
            }
        }
    }
    return counted;
}

Index totalLost(const std::vector<Walker>& walkers, int step)
{
    return std::count_if(walkers.begin(), walkers.end(), [step](const Walker& walker) {
        return step == 1 ? walker.booked < 0 : walker.booked >= 0 && walker.arrived < 0;
    });
}

}  // namespace

class TestPainPoints : public QObject {
    Q_OBJECT

private slots:
    void aLeakByNightIsFoundAndWeighed()
    {
        std::vector<Walker> walkers;
        // by day 60 of 100 book, by night 20 of 100; all who book arrive, half of them pay 1,000
        add(walkers, 30, {.hour = 13, .booked = 1, .arrived = 2, .paid = 100'000});
        add(walkers, 30, {.hour = 13, .booked = 1, .arrived = 2});
        add(walkers, 40, {.hour = 13});
        add(walkers, 10, {.hour = 21, .booked = 3, .arrived = 2, .paid = 100'000});
        add(walkers, 10, {.hour = 21, .booked = 3, .arrived = 2});
        add(walkers, 80, {.hour = 21});
        const PainResult found = painOf(snapshotOf(walkers), wayOptions({"hour_block"}));
        QCOMPARE(found.steps.size(), std::size_t {3});
        QCOMPARE(found.steps[1].previous, Index {200});
        QCOMPARE(found.steps[1].lost, Index {120});
        QCOMPARE(found.steps[1].payers.hits, Index {40});
        QCOMPARE(found.steps[1].payers.n, Index {80});
        QCOMPARE(found.steps[1].medianNet, Fen {100'000});
        QCOMPARE(found.points.size(), std::size_t {1});
        const PainPoint& night = found.points.front();
        QCOMPARE(night.step, 1);
        QCOMPARE(night.value, std::string("20-24"));
        QCOMPARE(night.lost.hits, Index {80});
        QCOMPARE(night.lost.n, Index {100});
        QCOMPARE(night.others.hits, Index {40});
        QCOMPARE(night.expected, 0.4);
        QCOMPARE(night.excess, 40.0);
        QVERIFY(night.difference.low > 0.25 && night.difference.high < 0.55 && night.q < 1e-6);
        QCOMPARE(night.atStake, Fen {40 * 50'000});  // half of them would pay
        QCOMPARE(night.wait.median, 3.0 * kDayMillis);
        QCOMPARE(night.waitOthers.median, 1.0 * kDayMillis);
        QCOMPARE(found.compared, Index {2});  // only 20 of the night came further
    }

    void countsAreThoseOfTheCases()
    {
        for (std::uint64_t seed = 0; seed < 6; ++seed) {
            std::vector<Walker> walkers = randomWalkers(2000, seed);
            planLeaks(walkers, seed);
            const PainOptions options = wayOptions({"hour_block", "staff"});
            const PainResult found = painOf(snapshotOf(walkers), options);
            const std::map<Spot, Share> counted = countedByHand(walkers);
            QVERIFY(found.points.size() >= 2);
            for (const PainPoint& point : found.points) {
                const Share& hand = counted.at({point.step, options.keys[point.key], point.value});
                QCOMPARE(point.lost.hits, hand.hits);
                QCOMPARE(point.lost.n, hand.n);
                QCOMPARE(point.lost.hits + point.others.hits, totalLost(walkers, point.step));
                QVERIFY(point.q <= options.limit && point.difference.low > 0 && point.excess > 0);
                QVERIFY(point.excess <= static_cast<double>(point.lost.hits));
            }
            for (std::size_t i = 1; i < found.points.size(); ++i) {
                QVERIFY(found.points[i - 1].atStake >= found.points[i].atStake);
            }
        }
    }

    void behindAPointAreItsLost()
    {
        std::vector<Walker> walkers = randomWalkers(1500, 9);
        planLeaks(walkers, 9);
        const SnapshotPtr snapshot = snapshotOf(walkers);
        const PainOptions options = wayOptions({"hour_block", "staff", "weekday"});
        const PainResult found = painOf(snapshot, options);
        QVERIFY(!found.points.empty());
        Job job;
        for (std::size_t point = 0; point < found.points.size(); ++point) {
            const auto members = painMembers(*snapshot, options, found, point, job);
            QVERIFY(members);
            QCOMPARE(members->count(), found.points[point].lost.hits);
        }
        QCOMPARE(painMembers(*snapshot, options, found, found.points.size(), job).error().subject,
                 std::string("point"));
    }

    void neitherThreadsNorTheOrderOfCustomersMatter()
    {
        std::vector<Walker> walkers = randomWalkers(12'000, 5);
        planLeaks(walkers, 5);
        const PainOptions options = wayOptions({"hour_block", "staff", "booked_ahead"});
        const PainResult one = painOf(snapshotOf(walkers), options);
        const auto same = [&one](const PainResult& other) {
            return one.points.size() == other.points.size()
                && std::equal(one.points.begin(), one.points.end(), other.points.begin(),
                              [](const PainPoint& a, const PainPoint& b) {
                                  return a.value == b.value && a.step == b.step && a.key == b.key
                                      && a.lost.hits == b.lost.hits && a.lost.n == b.lost.n && a.q == b.q
                                      && a.atStake == b.atStake && a.wait.median == b.wait.median;
                              });
        };
        QVERIFY(!one.points.empty());
        QVERIFY(same(painOf(snapshotOf(walkers), options, 2)));
        QVERIFY(same(painOf(snapshotOf(walkers), options, 7)));
        std::reverse(walkers.begin(), walkers.end());
        QVERIFY(same(painOf(snapshotOf(walkers), options, 2)));
    }

    void whereNothingDiffersHardlyAnythingIsCalled()
    {
        int called = 0;
        int compared = 0;
        for (std::uint64_t seed = 100; seed < 140; ++seed) {
            const PainResult found = painOf(snapshotOf(randomWalkers(1500, seed)),
                                            wayOptions({"hour_block", "staff", "weekday"}));
            called += found.points.empty() ? 0 : 1;
            compared += static_cast<int>(found.compared);
        }
        QVERIFY(compared > 1000);
        QVERIFY2(called <= 6, qPrintable(QString::number(called)));  // 5 % of 40 worlds would be 2
    }

    void whoStillHasTimeIsNotLost()
    {
        std::vector<Walker> walkers;
        add(walkers, 60, {.hour = 13, .booked = 1, .arrived = 1});
        add(walkers, 60, {.day = kAsOf - 3, .hour = 21});  // 30 days are not over
        const PainResult found = painOf(snapshotOf(walkers), wayOptions({"hour_block"}));
        QCOMPARE(found.steps[1].previous, Index {60});
        QCOMPARE(found.steps[1].lost, Index {0});
        QVERIFY(found.points.empty());
    }

    void fewCasesAreNotCompared()
    {
        std::vector<Walker> walkers;
        add(walkers, 100, {.hour = 13, .booked = 1, .arrived = 1});
        add(walkers, 29, {.hour = 21});
        PainOptions options = wayOptions({"hour_block"});
        QCOMPARE(painOf(snapshotOf(walkers), options).compared, Index {0});
        options.support = 29;
        const PainResult found = painOf(snapshotOf(walkers), options);
        QCOMPARE(found.compared, Index {2});
        QCOMPARE(found.points.size(), std::size_t {1});
        QCOMPARE(found.points.front().atStake, Fen {0});  // nobody pays
    }

    void nobodyIsAnAnswerToo()
    {
        const PainResult none = painOf(snapshotOf({}), wayOptions({"hour_block", "staff"}));
        QVERIFY(none.points.empty());
        QCOMPARE(none.compared, Index {0});
        const PainResult one = painOf(snapshotOf({Walker {}}), wayOptions({"hour_block", "staff"}));
        QVERIFY(one.points.empty());
        QCOMPARE(one.steps[1].lost, Index {1});
    }

    void aFunnelIsSplitByItsCircumstance()
    {
        std::vector<Walker> walkers;
        add(walkers, 5, {.hour = 21, .booked = 1});
        add(walkers, 9, {.hour = 9});
        FunnelOptions options = wayOptions({"staff"}).funnel;
        options.split = "hour_block";
        options.splitValues = 1;
        Job job;
        const auto result = funnel(*snapshotOf(walkers), options, job);
        QVERIFY(result);
        QCOMPARE(result->splits.size(), std::size_t {2});  // all of its own, in their order
        QCOMPARE(result->splits[0].value, std::string("08-12"));
        QCOMPARE(result->splits[0].steps[0].reached, Index {9});
        QCOMPARE(result->splits[1].value, std::string("20-24"));
        QCOMPARE(result->splits[1].steps[1].reached, Index {5});
        QVERIFY(result->cases.chain.size() == 0);
        options.keepChains = true;
        const auto kept = funnel(*snapshotOf(walkers), options, job);
        QVERIFY(kept);
        QCOMPARE(kept->cases.chain.size(), Index {14 * 3});
        QCOMPARE(kept->cases.chain[1], Index {1});
        QCOMPARE(kept->cases.chain[2], Index {-1});
        options.split = "opening:99-3";
        QCOMPARE(funnel(*snapshotOf(walkers), options, job).error().subject, std::string("split"));
    }

    void whatCannotBeAskedIsRefused_data()
    {
        QTest::addColumn<QString>("subject");
        for (const char* subject : {"keys", "unknown", "unit", "money_days", "support", "limit", "steps"}) {
            QTest::newRow(subject) << subject;
        }
    }

    void whatCannotBeAskedIsRefused()
    {
        QFETCH(QString, subject);
        PainOptions options = wayOptions({"staff"});
        if (subject == QLatin1String("keys")) {
            options.keys.clear();
        } else if (subject == QLatin1String("unknown")) {
            options.keys = {"moon"};
            subject = QStringLiteral("keys");
        } else if (subject == QLatin1String("unit")) {
            options.funnel.unit = UnitKind::Visit;
        } else if (subject == QLatin1String("money_days")) {
            options.moneyDays = 0;
        } else if (subject == QLatin1String("support")) {
            options.support = 9;
        } else if (subject == QLatin1String("limit")) {
            options.limit = 1;
        } else {
            options.funnel.steps.resize(1);
        }
        Job job;
        const auto result = painPoints(*snapshotOf({Walker {}}), options, job);
        QVERIFY(!result);
        QCOMPARE(QString::fromStdString(result.error().subject), subject);
    }
};

MEITRACE_TEST(TestPainPoints)

#include "tst_painpoints.moc"
