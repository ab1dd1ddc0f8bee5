// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What follows what: by hand, balanced, and against plain loops on random worlds.
#include "analytics/journey/process.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace meitrace;

namespace {

SnapshotPtr worldOf(const std::vector<std::string>& ways, Millis pause = 60'000)
{
    SnapshotBuilder builder;
    for (const std::string& way : ways) {
        const Index customer = builder.addCustomer();
        Millis time = 20'000 * kDayMillis;
        for (const char letter : way) {
            builder.addEvent(customer, {.time = time, .type = std::string(1, letter), .texts = {}});
            time += pause;
        }
    }
    builder.setAsOf(20'001);
    return builder.build();
}

ProcessResult viewOf(const Snapshot& snapshot, const ProcessOptions& options, int threads = 2)
{
    Job job(threads);
    Result<ProcessResult> result = processView(snapshot, options, job);
    if (!result) {
        qFatal("%s", result.error().subject.c_str());
    }
    return *std::move(result);
}

std::string wordOf(const ProcessResult& result, const ProcessVariant& variant)
{
    std::string word;
    for (const int number : variant.sequence) {
        word += result.activities[static_cast<std::size_t>(number)].label;
    }
    return variant.goesOn ? word + "…" : word;
}

std::string pairOf(const ProcessResult& result, int from, int to)
{
    return result.activities[static_cast<std::size_t>(from)].label
        + result.activities[static_cast<std::size_t>(to)].label;
}

std::string collapsed(std::string way)
{
    way.erase(std::unique(way.begin(), way.end()), way.end());
    return way;
}

}  // namespace

class TestProcess : public QObject {
    Q_OBJECT

private slots:
    void threeWaysByHand()
    {
        const SnapshotPtr snapshot = worldOf({"abac", "abac", "bb", ""});
        ProcessOptions options;
        options.activities.repeats = ActivityRepeats::Keep;
        const ProcessResult result = viewOf(*snapshot, options);
        QCOMPARE(result.units, Index {3});
        QCOMPARE(result.customers, Index {3});
        QCOMPARE(result.different, Index {2});
        // four a, four b, two c
        QCOMPARE(result.activities[0].label, std::string("a"));
        QCOMPARE(result.activities[0].returns, Index {2});
        QCOMPARE(result.activities[1].label, std::string("b"));
        QCOMPARE(result.activities[1].starts, Index {1});
        QCOMPARE(result.activities[1].ends, Index {1});
        QCOMPARE(result.activities[2].ends, Index {2});
        std::map<std::string, Index> follows;
        for (const ProcessFollow& follow : result.follows) {
            follows[pairOf(result, follow.from, follow.to)] = follow.count;
            QVERIFY(std::abs(follow.medianSeconds - 60) < 2);
        }
        QCOMPARE(follows, (std::map<std::string, Index> {{"ab", 2}, {"ba", 2}, {"ac", 2}, {"bb", 1}}));
        std::map<std::string, Index> orders;
        for (const ProcessOrder& order : result.orders) {
            orders[pairOf(result, order.from, order.to)] = order.units;
        }
        QCOMPARE(orders, (std::map<std::string, Index> {{"ab", 2}, {"ac", 2}, {"ba", 2}, {"bc", 2}}));
        QCOMPARE(wordOf(result, result.variants[0]), std::string("abac"));
        QCOMPARE(result.variants[0].units, Index {2});
        QVERIFY(std::abs(result.variants[0].share - 2.0 / 3) < 1e-12);
        QVERIFY(std::abs(result.variants[1].cumulative - 1) < 1e-12);
        QVERIFY(std::abs(result.variants[0].medianSeconds - 180) < 6);
        // 60, 180 and 180 seconds
        QCOMPARE(result.lowerSeconds, 120.0);
        QCOMPARE(result.medianSeconds, 180.0);
        QCOMPARE(result.upperSeconds, 180.0);
    }

    void everyFigureLeadsToItsCustomers()
    {
        Random random(91);
        std::vector<std::string> ways(400);
        for (std::string& way : ways) {
            for (std::uint64_t length = random.below(30); length > 0; --length) {
                way += static_cast<char>('a' + random.below(6));
            }
        }
        const SnapshotPtr snapshot = worldOf(ways);
        for (const ActivityRepeats repeats : {ActivityRepeats::Keep, ActivityRepeats::Collapse}) {
            ProcessOptions options;
            options.activities.repeats = repeats;
            options.mostActivities = 4;
            options.topVariants = 30;
            const ProcessResult result = viewOf(*snapshot, options);
            const auto count = [&](const ProcessPlace& place) {
                Job job(2);
                const Result<Bitset> members = processMembers(*snapshot, options, result, place, job);
                return members ? members->count() : Index {-1};
            };
            // One way a customer: ways are customers.
            for (int i = 0; i < static_cast<int>(result.activities.size()); ++i) {
                QCOMPARE(count({.activity = i}), result.activities[static_cast<std::size_t>(i)].customers);
            }
            for (int i = 0; i < static_cast<int>(result.follows.size()); ++i) {
                QCOMPARE(count({.follow = i}), result.follows[static_cast<std::size_t>(i)].units);
            }
            for (int i = 0; i < static_cast<int>(result.orders.size()); ++i) {
                QCOMPARE(count({.order = i}), result.orders[static_cast<std::size_t>(i)].units);
            }
            for (int i = 0; i < static_cast<int>(result.variants.size()); ++i) {
                QCOMPARE(count({.variant = i}), result.variants[static_cast<std::size_t>(i)].customers);
            }
            QCOMPARE(count({}), Index {-1});
            QCOMPARE(count({.follow = 1'000}), Index {-1});
        }
    }

    void manyNamesBecomeOne()
    {
        const SnapshotPtr snapshot = worldOf({"aaxy", "aaz"});
        ProcessOptions options;
        options.mostActivities = 2;
        const ProcessResult result = viewOf(*snapshot, options);
        QCOMPARE(result.activities.size(), std::size_t {2});
        QVERIFY(result.activities[1].isOther);
        QCOMPARE(result.different, Index {1});
        QCOMPARE(result.activities[1].events, Index {2});  // neighbours that became one count once
    }

    void longWaysAreCutOff()
    {
        std::string longWay;
        for (int i = 0; i < 15; ++i) {
            longWay += "ab";
        }
        const ProcessResult result = viewOf(*worldOf({longWay, longWay + "c"}), {});
        // Two variants that look alike: what was cut off is another way.
        QCOMPARE(result.different, Index {2});
        for (const ProcessVariant& variant : result.variants) {
            QVERIFY(variant.goesOn && variant.sequence.size() == 20);
            QCOMPARE(variant.units, Index {1});
            QVERIFY(variant.medianSeconds > 1'600);
        }
    }

    void whatCannotBeIsRefused()
    {
        const SnapshotPtr snapshot = worldOf({"ab"});
        Job job;
        QVERIFY(!processView(*snapshot, {.mostActivities = 1}, job));
        QVERIFY(!processView(*snapshot, {.mostActivities = 61}, job));
        QVERIFY(!processView(*snapshot, {.topVariants = 0}, job));
        const auto none = processView(*worldOf({"", ""}), {}, job);
        QVERIFY(!none && none.error().code == ErrorCode::EmptyInput);
    }

    void plainLoopsGiveTheSame()
    {
        Random random(31);
        for (int trial = 0; trial < 120; ++trial) {
            std::vector<std::string> ways(1 + random.below(50));
            for (std::string& way : ways) {
                for (std::uint64_t n = random.below(12); n > 0; --n) {
                    way += static_cast<char>('a' + random.below(5));
                }
            }
            ways[0] += "a";
            const SnapshotPtr snapshot = worldOf(ways);
            ProcessOptions options;
            options.topVariants = 200;
            const bool keep = random.below(2) == 0;
            options.activities.repeats = keep ? ActivityRepeats::Keep : ActivityRepeats::Collapse;
            const ProcessResult result = viewOf(*snapshot, options);
            if (!keep) {
                std::transform(ways.begin(), ways.end(), ways.begin(), collapsed);
            }
            check(result, ways);
            for (const int threads : {1, 7}) {
                const ProcessResult again = viewOf(*snapshot, options, threads);
                QVERIFY(again.follows.size() == result.follows.size()
                        && again.medianSeconds == result.medianSeconds);
            }
        }
    }

private:
    static void check(const ProcessResult& result, const std::vector<std::string>& ways)
    {
        std::map<std::string, std::pair<Index, Index>> follows;
        std::map<std::string, Index> orders;
        std::map<std::string, Index> variants;
        for (const std::string& way : ways) {
            std::set<std::string> here;
            std::set<std::string> behind;
            for (std::size_t i = 0; i < way.size(); ++i) {
                if (i > 0) {
                    const std::string pair = way.substr(i - 1, 2);
                    ++follows[pair].first;
                    follows[pair].second += here.insert(pair).second ? 1 : 0;
                }
                for (std::size_t j = i + 1; j < way.size(); ++j) {
                    if (way[i] != way[j]) {
                        behind.insert({way[i], way[j]});
                    }
                }
            }
            for (const std::string& pair : behind) {
                ++orders[pair];
            }
            if (!way.empty()) {
                ++variants[way];
            }
        }
        QCOMPARE(result.follows.size(), follows.size());
        std::vector<Index> in(result.activities.size());
        std::vector<Index> out(result.activities.size());
        for (const ProcessFollow& follow : result.follows) {
            const auto& expected = follows[pairOf(result, follow.from, follow.to)];
            QCOMPARE(follow.count, expected.first);
            QCOMPARE(follow.units, expected.second);
            out[static_cast<std::size_t>(follow.from)] += follow.count;
            in[static_cast<std::size_t>(follow.to)] += follow.count;
        }
        for (std::size_t i = 0; i < in.size(); ++i) {
            QCOMPARE(in[i] + result.activities[i].starts, result.activities[i].events);
            QCOMPARE(out[i] + result.activities[i].ends, result.activities[i].events);
        }
        QCOMPARE(result.orders.size(), orders.size());
        for (const ProcessOrder& order : result.orders) {
            QCOMPARE(order.units, orders[pairOf(result, order.from, order.to)]);
        }
        QCOMPARE(result.different, static_cast<Index>(variants.size()));
        for (const ProcessVariant& variant : result.variants) {
            QCOMPARE(variant.units, variants[wordOf(result, variant)]);
        }
    }
};

MEITRACE_TEST(TestProcess)

#include "tst_process.moc"
