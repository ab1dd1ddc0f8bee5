// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/rfmgrids.h"
#include "analytics/customer/rfmmigration.h"
#include "analytics/customer/rfmscores.h"
#include "tests/analytics/customer/purchaseworld.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <map>
#include <set>

using namespace meitrace;
using meitrace::test::worldOf;

class TestRfmGrids : public QObject {
    Q_OBJECT

private slots:
    void theEightCoverEveryPatternOnce()
    {
        std::map<int, std::string_view> names;
        std::set<std::string_view> codes;
        for (const EightGridRule& rule : kEightGrid) {
            const int bits = (rule.recency ? 100 : 0) + (rule.frequency ? 10 : 0) + (rule.monetary ? 1 : 0);
            QVERIFY(names.emplace(bits, rule.segment).second);
            QVERIFY(codes.insert(rule.segment).second);
        }
        const std::map<int, std::string_view> expected {
            {111, "vip"}, {11, "vip_keep"}, {101, "vip_grow"}, {1, "vip_rescue"},
            {110, "std"}, {10, "std_keep"}, {100, "std_grow"}, {0, "std_rescue"}};
        QCOMPARE(names, expected);
    }

    void theElevenCoverEveryCellOnce()
    {
        std::map<std::string_view, int> cells;
        for (int r = 1; r <= 5; ++r) {
            for (int f = 1; f <= 5; ++f) {
                int hits = 0;
                for (const ElevenGridRule& rule : kElevenGrid) {
                    const bool in = r >= rule.rLow && r <= rule.rHigh && f >= rule.fLow && f <= rule.fHigh;
                    hits += in ? 1 : 0;
                    cells[rule.segment] += in ? 1 : 0;
                }
                QCOMPARE(hits, 1);
            }
        }
        const std::map<std::string_view, int> expected {{"champions", 2},
                                                        {"loyal", 4},
                                                        {"potential_loyalist", 4},
                                                        {"new", 1},
                                                        {"promising", 1},
                                                        {"needs_attention", 1},
                                                        {"about_to_sleep", 2},
                                                        {"at_risk", 4},
                                                        {"cant_lose", 2},
                                                        {"hibernating", 3},
                                                        {"lost", 1}};
        QCOMPARE(cells, expected);
    }

    void theTableReadsTheGrids()
    {
        const SegmentTable eight(RfmGrid::Eight, 5);
        const auto names = segmentCodes(RfmGrid::Eight);
        QCOMPARE(names[eight.ofBits(true, true, true)], std::string_view("vip"));
        QCOMPARE(names[eight.ofBits(false, true, true)], std::string_view("vip_keep"));
        QCOMPARE(names[eight.ofBits(true, false, false)], std::string_view("std_grow"));
        const SegmentTable eleven(RfmGrid::Eleven, 5);
        const auto codes = segmentCodes(RfmGrid::Eleven);
        QCOMPARE(codes.size(), std::size_t {11});
        QCOMPARE(codes[eleven.ofScores(5, 4)], std::string_view("champions"));
        QCOMPARE(codes[eleven.ofScores(1, 2)], std::string_view("hibernating"));
        QCOMPARE(codes[eleven.ofScores(2, 1)], std::string_view("hibernating"));
        QCOMPARE(codes[eleven.ofScores(1, 1)], std::string_view("lost"));
    }

    void tenScoresGoTwoToACell()
    {
        const SegmentTable five(RfmGrid::Eleven, 5);
        const SegmentTable ten(RfmGrid::Eleven, 10);
        for (int r = 1; r <= 10; ++r) {
            for (int f = 1; f <= 10; ++f) {
                QCOMPARE(ten.ofScores(r, f), five.ofScores((r + 1) / 2, (f + 1) / 2));
            }
        }
    }

    void movesSumToBothDays()
    {
        // 0 stays away, 1 comes back with more, 2 is new, 3 leaves the window
        const auto world = worldOf(
            5,
            {{0, 1000, 900'000}, {1, 980, 10'000}, {1, 1380, 5'000'000}, {2, 1390, 20'000}, {3, 700, 30'000}},
            1400);
        Job job;
        const RfmOptions options {
            .windowMonths = 20, .threshold = RfmThreshold::Fixed, .fixedThresholds = {100, 1, 100'000}};
        RfmOptions then = options;
        then.asOf = 1000;
        const auto before = rfm(*world, then, job);
        const auto after = rfm(*world, options, job);
        QVERIFY(before && after);
        const auto migration = rfmMigration(*before, *after);
        QVERIFY(migration);
        std::map<std::pair<int, int>, Index> moves;
        for (const RfmMove& move : migration->moves) {
            moves[{move.from, move.to}] = move.customers;
        }
        // codes: 0 vip, 1 vip_keep, 4 std, 5 std_keep
        const std::map<std::pair<int, int>, Index> expected {
            {{0, 1}, 1}, {{4, 0}, 1}, {{-1, 4}, 1}, {{5, -1}, 1}};
        QCOMPARE(moves, expected);
        QCOMPARE(migration->moved.count(), Index {4});
        for (std::size_t s = 0; s < before->segments.size(); ++s) {
            Index left = 0;
            Index came = 0;
            Fen spend = 0;
            for (const RfmMove& move : migration->moves) {
                left += move.from == static_cast<int>(s) ? move.customers : 0;
                spend += move.from == static_cast<int>(s) ? move.spendBefore : 0;
                came += move.to == static_cast<int>(s) ? move.customers : 0;
            }
            QCOMPARE(left, before->segments[s].customers);
            QCOMPARE(spend, before->segments[s].spend);
            QCOMPARE(came, after->segments[s].customers);
        }
    }

    void resultsOfDifferentGridsOrWorldsDoNotMigrate()
    {
        Job job;
        const auto one = rfm(*worldOf(1, {{0, 1, 1}}, 9), {}, job);
        const auto eleven = rfm(*worldOf(1, {{0, 1, 1}}, 9), {.grid = RfmGrid::Eleven}, job);
        const auto two = rfm(*worldOf(2, {{0, 1, 1}}, 9), {}, job);
        QCOMPARE(rfmMigration(*one, *eleven).error().subject, std::string("grid"));
        QCOMPARE(rfmMigration(*one, *two).error().subject, std::string("population"));
    }

    void frequencyCutsGrowByOneMoreEachTime()
    {
        QCOMPARE(defaultFrequencyCuts(5), (std::vector<std::int64_t> {1, 2, 4, 7}));
        QCOMPARE(defaultFrequencyCuts(10), (std::vector<std::int64_t> {1, 2, 4, 7, 11, 16, 22, 29, 37}));
    }
};

MEITRACE_TEST(TestRfmGrids)
#include "tst_rfmgrids.moc"
