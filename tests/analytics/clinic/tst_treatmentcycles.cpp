// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/clinic/treatmentcycles.h"
#include "models/base/random.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <map>

using namespace meitrace;

namespace {

const CatalogueItem& item(const char* code)
{
    const CatalogueItem* found = ItemCatalogue::standard().find(code);
    if (found == nullptr) {
        qFatal("no item %s", code);
    }
    return *found;
}

CycleRule upperFace()
{
    // As for wrinkle toxin: 84, 100, 135, 180, 270 days, reminded 14 days before.
    CycleRule rule;
    rule.minDays = 84;
    rule.dueFromDays = 100;
    rule.typicalDays = 135;
    rule.maxDays = 180;
    rule.lapseDays = 270;
    rule.leadDays = 14;
    return rule;
}

}  // namespace

class TestTreatmentCycles : public QObject {
    Q_OBJECT

private slots:
    void everyRuleIsSound()
    {
        std::map<CycleRuleType, int> counts;
        const auto known = [](const std::string& selector) {
            const auto items = ItemCatalogue::standard().items();
            return std::any_of(items.begin(), items.end(),
                               [&](const CatalogueItem& i) { return selects(selector, i); });
        };
        for (const CycleRule& rule : TreatmentCycles::standard().rules()) {
            ++counts[rule.type];
            QVERIFY2(known(rule.item), rule.id.c_str());
            QVERIFY2(rule.other.empty() || known(rule.other), rule.id.c_str());
            if (rule.type == CycleRuleType::Retreat || rule.type == CycleRuleType::CourseStep) {
                QVERIFY2(rule.minDays <= rule.dueFromDays && rule.dueFromDays <= rule.typicalDays
                             && rule.typicalDays <= rule.maxDays && rule.maxDays <= rule.lapseDays,
                         rule.id.c_str());
                QVERIFY2(rule.maxDays > 0, rule.id.c_str());
            }
        }
        QCOMPARE(counts[CycleRuleType::Retreat], 51);
        QCOMPARE(counts[CycleRuleType::CourseStep], 34);
        QCOMPARE(counts[CycleRuleType::Spacing], 41);
        QCOMPARE(counts[CycleRuleType::Sequence], 6);
        QCOMPARE(counts[CycleRuleType::FollowUp], 45);
    }

    void statesChangeOnTheirDays()
    {
        using enum DueState;
        const CycleRule rule = upperFace();
        const std::vector<Day> delivered {1'000};
        for (const auto& [days, state] : std::vector<std::pair<int, DueState>> {{0, TooSoon},
                                                                                {83, TooSoon},
                                                                                {84, Early},
                                                                                {99, Early},
                                                                                {100, Due},
                                                                                {180, Due},
                                                                                {181, Overdue},
                                                                                {270, Overdue},
                                                                                {271, Lapsed},
                                                                                {5'000, Lapsed}}) {
            const auto clock = dueClock(rule, delivered, 1'000 + days);
            QVERIFY(clock.has_value());
            QVERIFY2(clock->state == state, qPrintable(QString::number(days)));
            QCOMPARE(clock->daysSince, days);
        }
        const auto clock = dueClock(rule, delivered, 1'100);
        QCOMPARE(clock->dueFrom, Day {1'100});
        QCOMPARE(clock->dueUntil, Day {1'180});
        QCOMPARE(clock->lapses, Day {1'270});
        QCOMPARE(clock->remind, Day {1'086});
        QCOMPARE(clock->expected, Day {1'135});
        QVERIFY(!clock->ownRhythm);
    }

    void whatLiesAheadIsNotDone()
    {
        const std::vector<Day> delivered {1'000, 1'200};
        QVERIFY(!dueClock(upperFace(), delivered, 999).has_value());
        QCOMPARE(dueClock(upperFace(), delivered, 1'199)->last, Day {1'000});
        QCOMPARE(dueClock(upperFace(), delivered, 1'200)->daysSince, 0);
        QVERIFY(!dueClock(upperFace(), {}, 1'000).has_value());
    }

    void ownRhythmCountsFromThreeIntervals()
    {
        // Intervals 100, 110, 120: 0.6 x 110 + 0.4 x 135 = 120.
        const std::vector<Day> three {0, 100, 210, 330};
        QCOMPARE(dueClock(upperFace(), three, 400)->expected, Day {450});
        QVERIFY(dueClock(upperFace(), three, 400)->ownRhythm);
        // Two intervals say nothing yet, and two on one day are one.
        const std::vector<Day> two {0, 0, 100, 210, 210};
        QCOMPARE(dueClock(upperFace(), two, 400)->expected, Day {210 + 135});
        // 40, 40, 40, 40: 78 is less than the least distance of 84.
        const std::vector<Day> often {0, 40, 80, 120, 160};
        QCOMPARE(dueClock(upperFace(), often, 200)->expected, Day {160 + 84});
        const std::vector<Day> seldom {0, 400, 800, 1'200};
        QCOMPARE(dueClock(upperFace(), seldom, 1'300)->expected, Day {1'200 + 180});
    }

    void statesPartitionAnyHistory()
    {
        Random random(11);
        for (int round = 0; round < 2'000; ++round) {
            std::vector<Day> delivered;
            Day day = 0;
            for (std::uint64_t i = random.below(6) + 1; i > 0; --i) {
                day += static_cast<Day>(random.below(200));
                delivered.push_back(day);
            }
            const Day asOf = day + static_cast<Day>(random.below(500));
            const auto clock = dueClock(upperFace(), delivered, asOf);
            QVERIFY(clock.has_value());
            const int since = asOf - day;
            const int state = (since >= 84 ? 1 : 0) + (since >= 100 ? 1 : 0) + (since > 180 ? 1 : 0)
                + (since > 270 ? 1 : 0);
            QCOMPARE(static_cast<int>(clock->state), state);
            QVERIFY(clock->expected >= day + 84 && clock->expected <= day + 180);
        }
    }

    void aCourseComesBeforeTheNextTreatment()
    {
        const TreatmentCycles& cycles = TreatmentCycles::standard();
        const CatalogueItem& booster = item("MESO-HA");
        const CycleRule* step = cycles.rule(CycleRuleType::CourseStep, booster);
        const CycleRule* again = cycles.rule(CycleRuleType::Retreat, booster);
        QVERIFY(step != nullptr && again != nullptr && step->maxDays < again->maxDays);
        const std::vector<Day> delivered {500};
        QCOMPARE(cycles.clock(booster, delivered, true, 530)->rule, step);
        QCOMPARE(cycles.clock(booster, delivered, false, 530)->rule, again);
        QVERIFY(!cycles.clock(item("PKG-STORED"), delivered, true, 530).has_value());
    }

    void spacingHoldsUntilItsDayAndOnTheSamePartOnly()
    {
        const TreatmentCycles& cycles = TreatmentCycles::standard();
        const std::vector<std::pair<const CatalogueItem*, Day>> upper {{&item("BTX-UPPER"), 1'000}};
        const auto again = cycles.spacing(item("BTX-UPPER"), upper, 1'083);
        QCOMPARE(again.size(), std::size_t {1});
        QCOMPARE(again[0].until, Day {1'084});
        QCOMPARE(again[0].rule->severity, CycleSeverity::Block);
        QVERIFY(cycles.spacing(item("BTX-UPPER"), upper, 1'084).empty());
        QVERIFY(cycles.spacing(item("BTX-SHOULDER"), upper, 1'010).empty());
        QVERIFY(cycles.spacing(item("BTX-UPPER"), upper, 999).empty());  // not done yet
        // Filler not within a week of toxin: a warning.
        const auto filler = cycles.spacing(item("HA-CHIN"), {{{&item("BTX-MICRO"), 1'000}}}, 1'003);
        QCOMPARE(filler.size(), std::size_t {1});
        QCOMPARE(filler[0].rule->severity, CycleSeverity::Warn);
        QCOMPARE(filler[0].until, Day {1'007});
    }
};

MEITRACE_TEST(TestTreatmentCycles)

#include "tst_treatmentcycles.moc"
