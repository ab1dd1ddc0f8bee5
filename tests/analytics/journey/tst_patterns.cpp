// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Sequences that go with an outcome: found as plain loops find them, planted ones and only those, nothing
// from having been watched longer.
#include "analytics/journey/patternmining.h"
#include "analytics/journey/patterns.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace meitrace;

namespace {

constexpr Millis kStart = 20'000 * kDayMillis;
constexpr Millis kHour = 3'600'000;

/// A letter is an event, an hour after the one before; 'x' is the outcome.
SnapshotPtr worldOf(const std::vector<std::string>& ways, Day days = 30)
{
    SnapshotBuilder builder;
    for (const std::string& way : ways) {
        const Index customer = builder.addCustomer();
        Millis time = kStart;
        for (const char letter : way) {
            builder.addEvent(customer, {.time = time, .type = std::string(1, letter), .texts = {}});
            time += kHour;
        }
    }
    builder.setAsOf(20'000 + days);
    return builder.build();
}

PatternOptions options()
{
    PatternOptions asked;
    asked.outcome = {{{.type = "x"}}};
    asked.common = 2;  // worlds of few letters: nearly everybody has each
    return asked;
}

PatternResult patternsOf(const Snapshot& snapshot, const PatternOptions& asked, int threads = 2)
{
    Job job(threads);
    Result<PatternResult> result = patterns(snapshot, asked, job);
    if (!result) {
        qFatal("%s %s", result.error().subject.c_str(), result.error().detail.c_str());
    }
    return *std::move(result);
}

struct StoppedJob : Job {
    StoppedJob()
        : Job(2)
    {
    }
    [[nodiscard]] bool stopped() const override { return true; }
};

std::string wordOf(const Pattern& pattern)
{
    std::string word;
    for (const std::string& label : pattern.sequence) {
        word += label;
    }
    return word;
}

std::string randomWay(Random& random, std::uint64_t longest, std::uint64_t letters)
{
    std::string way;
    for (std::uint64_t length = 1 + random.below(longest); length > 0; --length) {
        way += static_cast<char>('a' + random.below(letters));
    }
    return way;
}

bool holds(const std::string& way, const std::string& word)
{
    std::size_t at = 0;
    for (const char letter : way) {
        at += at < word.size() && word[at] == letter ? 1 : 0;
    }
    return at == word.size();
}

/// 4,000 customers who do something every hour; each hour one of a hundred reaches the outcome, more of those
/// who had a and later b.
std::vector<std::string> planted(std::uint64_t seed, double chance)
{
    Random random(seed);
    std::vector<std::string> ways(4'000);
    for (std::string& way : ways) {
        bool reached = false;
        for (int hour = 0; hour < 24 && !reached; ++hour) {
            reached = !way.empty() && random.unit() < (holds(way, "ab") ? chance : 0.01);
            way += reached ? 'x' : static_cast<char>('a' + random.below(6));
        }
    }
    return ways;
}

}  // namespace

class TestPatterns : public QObject {
    Q_OBJECT

private slots:
    void sequencesAreFoundAsPlainLoopsFindThem()
    {
        Random random(17);
        for (int world = 0; world < 20; ++world) {
            std::vector<std::string> ways;
            PatternCases cases;
            cases.labels = {"a", "b", "c", "d"};
            std::vector<Index> which;
            for (Index i = 0; i < 60; ++i) {
                ways.push_back(randomWay(random, 9, cases.labels.size()));
                cases.customer.push_back(i);
                cases.reached.push_back(static_cast<std::uint8_t>(random.below(2)));
                for (const char letter : ways.back()) {
                    cases.steps.push_back(static_cast<PatternStep>(letter - 'a'));
                }
                cases.begin.push_back(cases.steps.size());
                which.push_back(i);
            }
            const Index support = 5 + static_cast<Index>(random.below(20));
            Job job(2);
            const auto mined = minePatterns(cases, which, support, 3, job);
            QVERIFY(mined);
            std::map<std::string, std::pair<Index, Index>> found;
            for (const MinedPattern& pattern : *mined) {
                std::string word;
                for (const PatternStep step : pattern.sequence) {
                    word += static_cast<char>('a' + step);
                }
                found[word] = {pattern.with.hits, pattern.with.n};
            }
            QCOMPARE(found.size(), mined->size());
            QCOMPARE(found, expected(ways, cases, support));
        }
    }

    void aPlantedSequenceIsFoundAndNothingElse()
    {
        const SnapshotPtr snapshot = worldOf(planted(3, 0.03));
        const PatternResult result = patternsOf(*snapshot, options());
        QVERIFY(!result.patterns.empty());
        const Pattern& first = result.patterns.front();
        QCOMPARE(wordOf(first), std::string("ab"));
        QVERIFY(first.lift.interval.low > 1.1);
        QVERIFY(first.q < 1e-6);
        QCOMPARE(first.all.n, result.reached + result.others);
        QVERIFY(result.explained > 0);  // abc, abd … tell the same
        for (const Pattern& pattern : result.patterns) {
            QVERIFY2(pattern.q <= 0.05 && wordOf(pattern).find('x') == std::string::npos,
                     wordOf(pattern).c_str());
        }
    }

    void whereNothingIsPlantedAlmostNothingIsFound()
    {
        int worlds = 0;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const PatternResult result = patternsOf(*worldOf(planted(100 + seed, 0.01)), options());
            QVERIFY(result.compared > 100);
            worlds += result.patterns.empty() ? 0 : 1;
        }
        // at a false discovery rate of 5 %: one of 20 worlds is expected; five are 1 in 400
        QVERIFY2(worlds < 5, qPrintable(QString::number(worlds)));
    }

    void beingWatchedLongerExplainsNothing()
    {
        // Everybody does the same all day long; some reach the outcome early on.
        Random random(23);
        std::vector<std::string> ways;
        for (int i = 0; i < 2'000; ++i) {
            std::string way;
            const std::uint64_t outcome = random.below(3) == 0 ? 1 + random.below(10) : 99;
            for (std::uint64_t hour = 0; hour < 40; ++hour) {
                way += hour == outcome ? 'x' : static_cast<char>('a' + random.below(4));
            }
            ways.push_back(way);
        }
        const PatternResult result = patternsOf(*worldOf(ways), options());
        QVERIFY(result.reached > 600 && result.others > 1'200);
        QVERIFY(result.compared > 20);
        QVERIFY2(result.patterns.empty(),
                 result.patterns.empty() ? "" : wordOf(result.patterns.front()).c_str());
    }

    void whatIsKnownByTheDayAloneMustLieBeforeIt()
    {
        SnapshotBuilder builder;
        for (int i = 0; i < 200; ++i) {
            const bool buys = i % 2 == 0;
            const Index customer = builder.addCustomer();
            builder.addEvent(customer, {.time = kStart, .type = "a", .texts = {}});
            builder.addEvent(
                customer,
                {.time = kStart + kDayMillis, .type = "d", .texts = {}, .precision = TimeQuality::WholeDay});
            if (buys) {
                builder.addEvent(customer,
                                 {.time = kStart + kDayMillis + 18 * kHour, .type = "x", .texts = {}});
            }
        }
        builder.setAsOf(20'030);
        const SnapshotPtr snapshot = builder.build();
        Job job(1);
        const Result<PatternCases> cases = patternCases(*snapshot, options(), job);
        QVERIFY(cases);
        QCOMPARE(cases->labels, (std::vector<std::string> {"a"}));  // "d" may have come behind the outcome
    }

    void stagesThatNearlyAllPassAreNoPattern()
    {
        // Who buys was there before; half of them had asked, few of the others.
        std::vector<std::string> ways(100, "cbx");
        ways.insert(ways.end(), 100, "bx");
        ways.insert(ways.end(), 200, "d");
        ways.insert(ways.end(), 20, "cb");
        ways.insert(ways.end(), 80, "b");
        PatternOptions asked = options();
        asked.common = 0.9;
        const SnapshotPtr snapshot = worldOf(ways);
        const PatternResult result = patternsOf(*snapshot, asked);
        QCOMPARE(result.passedOver, (std::vector<std::string> {"b"}));
        QVERIFY(!result.patterns.empty());
        QCOMPARE(wordOf(result.patterns.front()), std::string("c"));
        QCOMPARE(result.patterns.front().with.hits, Index {100});
        QVERIFY(patternsOf(*snapshot, options()).passedOver.empty());
    }

    void whoIsLeftOutIsCounted()
    {
        std::vector<std::string> ways(40, "abx");
        ways.insert(ways.end(), 40, "ab");
        ways.insert(ways.end(), 3, "xab");  // nothing before it
        ways.emplace_back("");
        SnapshotPtr snapshot = worldOf(ways, 0);
        PatternResult result = patternsOf(*snapshot, options());
        QCOMPARE(result.reached, Index {40});
        QCOMPARE(result.others, Index {40});
        QCOMPARE(result.withoutHistory, Index {3});
        QCOMPARE(result.tooShort, Index {0});
        QVERIFY(result.patterns.empty());  // all hold the same
        PatternOptions later = options();
        later.activities.from = 20'001;
        snapshot = worldOf({"abxaaaaaaaaaaaaaaaaaaaaaaaaab", "aaaaaaaaaaaaaaaaaaaaaaaaabbbbbbbx",
                            "aaaaaaaaaaaaaaaaaaaaaaaaabbbbbbbb"});
        result = patternsOf(*snapshot, later);
        QCOMPARE(result.reachedBefore, Index {1});
        QCOMPARE(result.reached, Index {1});
    }

    void everyFigureLeadsToItsCustomers()
    {
        const SnapshotPtr snapshot = worldOf(planted(5, 0.03));
        const PatternResult result = patternsOf(*snapshot, options());
        QVERIFY(!result.patterns.empty());
        Job job(2);
        for (std::size_t i = 0; i < result.patterns.size(); ++i) {
            const Result<Bitset> members = patternMembers(*snapshot, options(), result, i, job);
            QVERIFY(members);
            QCOMPARE(members->count(), result.patterns[i].with.n);
        }
        QCOMPARE(patternMembers(*snapshot, options(), result, result.patterns.size(), job).error().code,
                 ErrorCode::BadOption);
    }

    void anyNumberOfThreadsTellsTheSame()
    {
        const SnapshotPtr snapshot = worldOf(planted(7, 0.03));
        const PatternResult one = patternsOf(*snapshot, options(), 1);
        for (const int threads : {2, 7}) {
            const PatternResult many = patternsOf(*snapshot, options(), threads);
            QCOMPARE(many.patterns.size(), one.patterns.size());
            for (std::size_t i = 0; i < one.patterns.size(); ++i) {
                QCOMPARE(many.patterns[i].sequence, one.patterns[i].sequence);
                QCOMPARE(many.patterns[i].with.hits, one.patterns[i].with.hits);
                QCOMPARE(many.patterns[i].q, one.patterns[i].q);
                QCOMPARE(many.patterns[i].lift.interval.low, one.patterns[i].lift.interval.low);
            }
        }
    }

    void whatCannotBeComparedIsRefused()
    {
        const SnapshotPtr snapshot = worldOf({"ab", "abx"});
        Job job(1);
        const auto refused = [&](auto change) {
            PatternOptions asked = options();
            change(asked);
            const Result<PatternResult> result = patterns(*snapshot, asked, job);
            return result ? std::string("taken") : result.error().subject;
        };
        QCOMPARE(refused([](PatternOptions& asked) { asked.outcome.clauses.clear(); }),
                 std::string("outcome"));
        QCOMPARE(refused([](PatternOptions& asked) { asked.longest = 7; }), std::string("longest"));
        QCOMPARE(refused([](PatternOptions& asked) { asked.mostActivities = 1; }), std::string("activities"));
        QCOMPARE(refused([](PatternOptions& asked) { asked.support = 0; }), std::string("support"));
        QCOMPARE(refused([](PatternOptions& asked) { asked.common = 0; }), std::string("common"));
        QCOMPARE(refused([](PatternOptions& asked) { asked.limit = 1; }), std::string("limit"));
        QCOMPARE(refused([](PatternOptions& asked) { asked.top = 0; }), std::string("top"));
        QCOMPARE(refused([](PatternOptions& asked) { asked.activities.unit.kind = UnitKind::Session; }),
                 std::string("unit"));
        QCOMPARE(refused([](PatternOptions& asked) { asked.outcome = {{{.type = "nothing"}}}; }),
                 std::string("outcome"));
        QCOMPARE(refused([](PatternOptions&) {}), std::string("taken"));  // few: an empty list
        QVERIFY(patternsOf(*snapshot, options()).patterns.empty());
    }

    void aJobThatIsStoppedEnds()
    {
        const SnapshotPtr snapshot = worldOf(planted(9, 0.03));
        StoppedJob job;
        const Result<PatternResult> result = patterns(*snapshot, options(), job);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }

private:
    using Counts = std::map<std::string, std::pair<Index, Index>>;

    static Counts expected(const std::vector<std::string>& ways, const PatternCases& cases, Index support)
    {
        std::vector<std::string> words {""};
        Counts counts;
        for (std::size_t done = 0; done < words.size(); ++done) {
            for (char letter = 'a'; words[done].size() < 3 && letter <= 'd'; ++letter) {
                words.push_back(words[done] + letter);
            }
        }
        for (const std::string& word : words) {
            std::pair<Index, Index> count;
            for (std::size_t i = 0; !word.empty() && i < ways.size(); ++i) {
                if (holds(ways[i], word)) {
                    count.first += cases.reached[i];
                    ++count.second;
                }
            }
            if (count.second >= support) {
                counts[word] = count;
            }
        }
        return counts;
    }
};

MEITRACE_TEST(TestPatterns)
#include "tst_patterns.moc"
