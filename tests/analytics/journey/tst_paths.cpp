// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// First steps of ways: by hand, conserved on random worlds, and the people behind them.
#include "analytics/journey/paths.h"
#include "analytics/stats/loghistogram.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace meitrace;

namespace {

/// Each customer's events, one letter an event, a minute apart: "abc" are events of the types a, b and c.
SnapshotPtr worldOf(const std::vector<std::string>& ways)
{
    SnapshotBuilder builder;
    for (const std::string& way : ways) {
        const Index customer = builder.addCustomer();
        Millis time = 20'000 * kDayMillis;
        for (const char letter : way) {
            builder.addEvent(customer, {.time = time, .type = std::string(1, letter), .texts = {}});
            time += 60'000;
        }
    }
    builder.setAsOf(20'001);
    return builder.build();
}

PathResult pathsOf(const Snapshot& snapshot, const PathOptions& options, int threads = 2)
{
    Job job(threads);
    Result<PathResult> result = paths(snapshot, options, job);
    if (!result) {
        qFatal("%s %s", result.error().subject.c_str(), result.error().detail.c_str());
    }
    return *std::move(result);
}

std::string nameOf(const PathNode& node)
{
    static const std::map<PathNode::Kind, std::string> names {{PathNode::Kind::Other, "(other)"},
                                                              {PathNode::Kind::Ended, "(ended)"},
                                                              {PathNode::Kind::Begun, "(begun)"},
                                                              {PathNode::Kind::Skipped, "(…)"}};
    return node.kind == PathNode::Kind::Activity ? node.label : names.at(node.kind);
}

/// "0 a3 b1 | 1 c2 (ended)2"
std::string nodesOf(const PathResult& result)
{
    std::string text;
    int step = -1;
    for (const PathNode& node : result.nodes) {
        if (node.step != step) {
            step = node.step;
            text += (text.empty() ? "" : " | ") + std::to_string(step);
        }
        text += " " + nameOf(node) + std::to_string(node.units);
    }
    return text;
}

std::string peopleAt(const Snapshot& snapshot, const PathOptions& options, const PathResult& result,
                     const PathPlace& place)
{
    Job job(2);
    const Result<Bitset> members = pathMembers(snapshot, options, result, place, job);
    std::string text;
    for (Index c = 0; members && c < members->size(); ++c) {
        text += members->test(c) ? std::to_string(c) : "";
    }
    return text;
}

int nodeAt(const PathResult& result, int step, const std::string& name)
{
    const auto found = std::find_if(result.nodes.begin(), result.nodes.end(), [&](const PathNode& node) {
        return node.step == step && nameOf(node) == name;
    });
    return found == result.nodes.end() ? -1 : static_cast<int>(found - result.nodes.begin());
}

}  // namespace

class TestPaths : public QObject {
    Q_OBJECT

private slots:
    void firstStepsByHand()
    {
        const SnapshotPtr snapshot = worldOf({"abc", "abd", "ab", "bab", ""});
        PathOptions options;
        options.steps = 3;
        const PathResult result = pathsOf(*snapshot, options);
        QCOMPARE(nodesOf(result), std::string("0 a3 b1 | 1 b3 a1 | 2 b1 c1 d1 (ended)1"));
        QCOMPARE(result.units, Index {4});
        QCOMPARE(result.customers, Index {4});
        QCOMPARE(peopleAt(*snapshot, options, result, {.nodes = {nodeAt(result, 2, "(ended)")}}),
                 std::string("2"));
        QCOMPARE(
            peopleAt(*snapshot, options, result, {.nodes = {nodeAt(result, 0, "a"), nodeAt(result, 2, "d")}}),
            std::string("1"));
        const auto link = std::find_if(result.links.begin(), result.links.end(), [&](const PathLink& one) {
            return one.from == nodeAt(result, 0, "a") && one.to == nodeAt(result, 1, "b");
        });
        QVERIFY(link != result.links.end());
        QCOMPARE(link->units, Index {3});
        QVERIFY(std::abs(link->medianSeconds - 60) <= 2);
        QCOMPARE(peopleAt(*snapshot, options, result,
                          {.nodes = {}, .link = static_cast<int>(link - result.links.begin())}),
                 std::string("012"));
    }

    void weakNamesAreOneNode()
    {
        const SnapshotPtr snapshot = worldOf({"ax", "ax", "ay", "az", "ba"});
        PathOptions options;
        options.steps = 2;
        options.top = 1;
        const PathResult result = pathsOf(*snapshot, options);
        QCOMPARE(nodesOf(result), std::string("0 a4 (other)1 | 1 x2 (other)3"));
        QCOMPARE(peopleAt(*snapshot, options, result, {.nodes = {nodeAt(result, 1, "(other)")}}),
                 std::string("234"));
    }

    void repeatsAreKeptPutTogetherOrLeftOut()
    {
        const SnapshotPtr snapshot = worldOf({"aabba"});
        PathOptions options;
        options.steps = 6;
        const auto steps = [&](ActivityRepeats repeats) {
            options.activities.repeats = repeats;
            return nodesOf(pathsOf(*snapshot, options));
        };
        QCOMPARE(steps(ActivityRepeats::Keep), std::string("0 a1 | 1 a1 | 2 b1 | 3 b1 | 4 a1 | 5 (ended)1"));
        QCOMPARE(steps(ActivityRepeats::Collapse), std::string("0 a1 | 1 b1 | 2 a1 | 3 (ended)1"));
        QCOMPARE(steps(ActivityRepeats::First), std::string("0 a1 | 1 b1 | 2 (ended)1"));
    }

    void anchorsCutTheWay()
    {
        const SnapshotPtr snapshot = worldOf({"xabcd", "xacbacd", "xab", "bcd", "dxa"});
        PathOptions options;
        options.start = "a";
        options.end = "d";
        options.steps = 4;
        PathResult result = pathsOf(*snapshot, options);
        // a b c d; a c … c d would be six steps: its first two and last one; a b and a, which end
        QCOMPARE(nodesOf(result), std::string("0 a4 | 1 b2 c1 (ended)1 | 2 c1 (…)1 (ended)1 | 3 d2"));
        QCOMPARE(result.complete, Index {2});
        QCOMPARE(result.withoutStart, Index {1});
        options.onlyComplete = true;
        result = pathsOf(*snapshot, options);
        QCOMPARE(result.units, Index {2});
        QCOMPARE(result.incomplete, Index {2});
        options.via = {"b"};
        QCOMPARE(pathsOf(*snapshot, options).units, Index {2});
        options.via = {"x"};
        Job job;
        const auto none = paths(*snapshot, options, job);
        QVERIFY(!none && none.error().code == ErrorCode::EmptyInput);
        options.via.clear();
        options.onlyComplete = false;
        options.match = PathMatch::Last;
        QCOMPARE(nodesOf(pathsOf(*snapshot, options)),
                 std::string("0 a4 | 1 b2 c1 (ended)1 | 2 c1 d1 (ended)1 | 3 d1"));
        options.match = PathMatch::Each;
        QCOMPARE(pathsOf(*snapshot, options).units, Index {5});
        QCOMPARE(pathsOf(*snapshot, options).customers, Index {4});
    }

    void theStepsBeforeAnEnd()
    {
        const SnapshotPtr snapshot = worldOf({"abcd", "cd", "d", "ab"});
        PathOptions options;
        options.end = "d";
        options.steps = 3;
        const PathResult result = pathsOf(*snapshot, options);
        QCOMPARE(nodesOf(result), std::string("0 b1 (begun)2 | 1 c2 (begun)1 | 2 d3"));
        QCOMPARE(result.withoutStart, Index {1});
        QCOMPARE(peopleAt(*snapshot, options, result, {.nodes = {nodeAt(result, 1, "(begun)")}}),
                 std::string("2"));
    }

    void namesCanBePutTogetherAndHidden()
    {
        SnapshotBuilder builder;
        builder.addCustomer();
        Millis time = 20'000 * kDayMillis;
        for (const char* page : {"home", "item/1", "item/2", "pay"}) {
            builder.addEvent(
                0, {.time = time += 60'000, .type = "page_view", .texts = {{EventField::Page, page}}});
        }
        const SnapshotPtr snapshot = builder.build();
        PathOptions options;
        options.activities.property = EventField::Page;
        QCOMPARE(nodesOf(pathsOf(*snapshot, options)),
                 std::string(
                     "0 page_view: home1 | 1 page_view: item/11 | 2 page_view: item/21 | 3 page_view: pay1 | "
                     "4 (ended)1"));
        // The name of a type stands for it with each of its values.
        options.start = "page_view";
        QCOMPARE(pathsOf(*snapshot, options).nodes.front().label, std::string("page_view: home"));
        options.start = "page_view: item/2";
        QCOMPARE(nodesOf(pathsOf(*snapshot, options)),
                 std::string("0 page_view: item/21 | 1 page_view: pay1 | 2 (ended)1"));
        options.start.clear();
        options.activities.labels = {{"*: item/*", "item"}, {"*home", ""}};
        QCOMPARE(nodesOf(pathsOf(*snapshot, options)),
                 std::string("0 item1 | 1 page_view: pay1 | 2 (ended)1"));
    }

    void whatCannotBeIsRefused()
    {
        const SnapshotPtr snapshot = worldOf({"ab"});
        Job job;
        const auto refused = [&](PathOptions options) {
            const auto result = paths(*snapshot, options, job);
            return !result && result.error().code == ErrorCode::BadOption;
        };
        QVERIFY(refused({.steps = 1}));
        QVERIFY(refused({.steps = 13}));
        QVERIFY(refused({.top = 0}));
        QVERIFY(refused({.start = "q"}));
        QVERIFY(refused({.end = "q"}));
        QVERIFY(refused({.via = {"q"}}));
        PathOptions hidden;
        hidden.activities.labels = {{"*", ""}};
        const auto none = paths(*snapshot, hidden, job);
        QVERIFY(!none && none.error().code == ErrorCode::EmptyInput);
    }

    void nothingIsLostOnTheWay()
    {
        Random random(77);
        for (int trial = 0; trial < 150; ++trial) {
            std::vector<std::string> ways(1 + random.below(60));
            for (std::string& way : ways) {
                for (std::uint64_t n = random.below(14); n > 0; --n) {
                    way += static_cast<char>('a' + random.below(6));
                }
            }
            const SnapshotPtr snapshot = worldOf(ways);
            PathOptions options;
            options.steps = 2 + static_cast<int>(random.below(8));
            options.top = 1 + static_cast<int>(random.below(6));
            options.match = static_cast<PathMatch>(random.below(3));
            options.activities.repeats = static_cast<ActivityRepeats>(random.below(3));
            options.start = random.below(2) == 0 ? "" : "a";
            options.end = random.below(2) == 0 ? "" : "b";
            Job job(2);
            const auto result = paths(*snapshot, options, job);
            if (!result) {
                continue;  // nobody went such a way, or a letter never came
            }
            checkFlow(*result, options.steps);
            const std::string shown = nodesOf(*result);
            for (const int threads : {1, 7}) {
                QCOMPARE(nodesOf(pathsOf(*snapshot, options, threads)), shown);
            }
            if (options.match != PathMatch::Each) {
                for (std::size_t i = 0; i < result->nodes.size(); ++i) {
                    const auto people
                        = pathMembers(*snapshot, options, *result, {.nodes = {static_cast<int>(i)}}, job);
                    QVERIFY(people);
                    QCOMPARE(people->count(), result->nodes[i].units);
                }
            }
        }
    }

    void classesOfWaitsAreNarrow()
    {
        Random random(8);
        for (int trial = 0; trial < 2'000; ++trial) {
            const auto value = static_cast<std::int64_t>(random.next() >> (4 + random.below(60)));
            LogHistogram one;
            one.add(value);
            const double middle = one.quantile(0.5);
            QVERIFY2(std::abs(middle - static_cast<double>(value))
                         <= 0.032 * static_cast<double>(value) + 1e-9,
                     std::to_string(value).c_str());
        }
        LogHistogram many;
        for (int i = 0; i <= 30; ++i) {
            many.add(i);
        }
        many.add(-5);
        QCOMPARE(many.quantile(0.5), 14.0);  // the 16th of 32, two of them 0
        QCOMPARE(LogHistogram().quantile(0.5), 0.0);
    }

private:
    static void checkFlow(const PathResult& result, int steps)
    {
        std::vector<Index> in(result.nodes.size());
        std::vector<Index> out(result.nodes.size());
        for (const PathLink& link : result.links) {
            in[static_cast<std::size_t>(link.to)] += link.units;
            out[static_cast<std::size_t>(link.from)] += link.units;
            QCOMPARE(result.nodes[static_cast<std::size_t>(link.to)].step,
                     result.nodes[static_cast<std::size_t>(link.from)].step + 1);
        }
        Index first = 0;
        for (std::size_t i = 0; i < result.nodes.size(); ++i) {
            const PathNode& node = result.nodes[i];
            first += node.step == 0 ? node.units : 0;
            if (node.step > 0) {
                QCOMPARE(in[i], node.units);
            }
            if (node.kind != PathNode::Kind::Ended && node.step + 1 < steps) {
                QCOMPARE(out[i] + node.done, node.units);
            }
            QVERIFY(node.step + 1 == steps || node.beyond == 0);
        }
        QCOMPARE(first, result.units);
    }
};

MEITRACE_TEST(TestPaths)

#include "tst_paths.moc"
