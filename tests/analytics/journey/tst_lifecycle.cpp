// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// States of customers from period to period, by hand and against the definition on random worlds.
#include "analytics/journey/lifecycle.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace meitrace;

namespace {

LifecycleOptions visits(PeriodUnit unit, int lostAfter)
{
    LifecycleOptions options;
    options.activity = *parseEventPredicate("arrive");
    options.unit = unit;
    options.lostAfter = lostAfter;
    return options;
}

void visit(SnapshotBuilder& builder, Index customer, Day day)
{
    builder.addEvent(
        customer,
        {.time = static_cast<Millis>(day) * kDayMillis + 36'000'000, .type = "arrive", .texts = {}});
}

/// What somebody with these active periods is, by the words of the definition.
LifeState defined(const std::set<int>& active, int period, int lostAfter)
{
    const bool now = active.count(period) != 0;
    const bool before = active.count(period - 1) != 0;
    const bool earlier = std::any_of(active.begin(), active.end(), [&](int p) { return p < period; });
    if (now) {
        return !earlier ? LifeState::New : before ? LifeState::Returning : LifeState::Resurrected;
    }
    int absent = 0;
    for (int p = period; active.count(p) == 0; --p) {
        ++absent;
    }
    return absent >= lostAfter ? LifeState::Lost : absent == 1 ? LifeState::Dormant : LifeState::Away;
}

}  // namespace

class TestLifecycle : public QObject {
    Q_OBJECT

private slots:
    void oneCustomerByHand()
    {
        SnapshotBuilder builder;
        builder.addCustomer();
        builder.addCustomer();
        for (const int month : {1, 2, 5, 12}) {
            visit(builder, 0, dayFromCivil(2025, month, 9));
        }
        builder.setAsOf(dayFromCivil(2025, 12, 20));
        const SnapshotPtr snapshot = builder.build();
        Job job(2);
        const auto result = lifecycle(*snapshot, visits(PeriodUnit::Months, 4), job);
        QVERIFY(result);
        QCOMPARE(result->periods.size(), std::size_t {12});
        QCOMPARE(result->neverActive, Index {1});
        std::string states;
        std::string lost;
        for (const LifecyclePeriod& period : result->periods) {
            for (std::size_t s = 0; s < kLifeStates; ++s) {
                states += period.states[s] == 1 ? lifeStateCode(static_cast<LifeState>(s)).substr(0, 3) : "";
            }
            states += ' ';
            lost += std::to_string(period.newlyLost);
        }
        QCOMPARE(states, std::string("new ret dor awa res dor awa awa los los los res "));
        QCOMPARE(lost, std::string("000000001000"));
        QVERIFY(!result->periods.back().mature && result->periods[10].mature);
        LifecycleOptions part = visits(PeriodUnit::Months, 4);
        part.from = dayFromCivil(2025, 5, 15);
        part.to = dayFromCivil(2025, 6, 1);
        const auto some = lifecycle(*snapshot, part, job);
        QVERIFY(some);
        QCOMPARE(some->periods.size(), std::size_t {2});
        QCOMPARE(some->periods[0].of(LifeState::Resurrected), Index {1});
    }

    void randomWorldsFollowTheDefinition()
    {
        Random random(5);
        for (int trial = 0; trial < 120; ++trial) {
            const auto unit = static_cast<PeriodUnit>(random.below(4));
            const int lostAfter = 2 + static_cast<int>(random.below(5));
            const Day first = dayFromCivil(2024, 1, 1);
            const auto customers = static_cast<Index>(1 + random.below(50));
            SnapshotBuilder builder;
            std::vector<std::vector<Day>> days(static_cast<std::size_t>(customers));
            for (Index c = 0; c < customers; ++c) {
                builder.addCustomer();
                for (std::uint64_t n = random.below(10); n > 0; --n) {
                    const Day day
                        = first + static_cast<Day>(random.below(unit == PeriodUnit::Days ? 40 : 700));
                    days[static_cast<std::size_t>(c)].push_back(day);
                    visit(builder, c, day);
                }
            }
            const Day asOf = first + static_cast<Day>(random.below(unit == PeriodUnit::Days ? 60 : 800));
            builder.setAsOf(asOf);
            const SnapshotPtr snapshot = builder.build();
            Job job(2);
            const auto result = lifecycle(*snapshot, visits(unit, lostAfter), job);
            if (!result) {
                QVERIFY(result.error().code == ErrorCode::EmptyInput);
                continue;
            }
            check(*snapshot, *result, days, unit, lostAfter, job);
            for (const int threads : {1, 7}) {
                Job other(threads);
                const auto again = lifecycle(*snapshot, visits(unit, lostAfter), other);
                QVERIFY(again && again->periods.back().states == result->periods.back().states);
            }
        }
    }

    void stickinessSumsUp()
    {
        SnapshotBuilder builder;
        const Day monday = dayFromCivil(2026, 1, 5);
        const std::vector<std::vector<int>> weeks {{0, 1, 2}, {0, 0, 2}, {1}, {}};
        for (const std::vector<int>& ofOne : weeks) {
            const Index customer = builder.addCustomer();
            for (const int week : ofOne) {
                visit(builder, customer, monday + 7 * week + 2);
            }
        }
        builder.setAsOf(monday + 20);
        const SnapshotPtr snapshot = builder.build();
        Job job(2);
        StickinessOptions options;
        options.activity = *parseEventPredicate("arrive");
        options.from = monday;
        auto result = stickiness(*snapshot, options, job);
        QVERIFY(result);
        QCOMPARE(result->periods, 3);
        QCOMPARE(result->exactly, (std::vector<Index> {1, 1, 1, 1}));
        QCOMPARE(result->atLeast, (std::vector<Index> {4, 3, 2, 1}));
        QVERIFY(!result->lastIsPartial);
        options.to = monday + 18;
        QVERIFY(!stickiness(*snapshot, options, job)->lastIsPartial);
        options.unit = PeriodUnit::Days;
        options.openDaysOnly = true;
        result = stickiness(*snapshot, options, job);
        QVERIFY(result);
        QCOMPARE(result->periods, 3);
        QCOMPARE(result->exactly, (std::vector<Index> {1, 1, 1, 1}));
    }

    void wrongOptionsAreRefused()
    {
        SnapshotBuilder builder;
        builder.addCustomer();
        visit(builder, 0, 20'000);
        const SnapshotPtr snapshot = builder.build();
        Job job;
        LifecycleOptions options = visits(PeriodUnit::Months, 1);
        QVERIFY(!lifecycle(*snapshot, options, job));
        options.lostAfter = 4;
        options.from = 20'001;
        QVERIFY(!lifecycle(*snapshot, options, job));
        options.from = kMissingDay;
        options.population = Bitset(3, true);
        QVERIFY(!lifecycle(*snapshot, options, job));
        options.population = {};
        options.activity = *parseEventPredicate("bill");
        const auto none = lifecycle(*snapshot, options, job);
        QVERIFY(!none && none.error().code == ErrorCode::EmptyInput);
        QVERIFY(!lifecycleMembers(*snapshot, visits(PeriodUnit::Months, 4), 40'000, LifeState::New, job));
    }

private:
    static void check(const Snapshot& snapshot, const LifecycleResult& result,
                      const std::vector<std::vector<Day>>& days, PeriodUnit unit, int lostAfter, Job& job)
    {
        const Periods periods(unit, snapshot.frame().firstDay, result.asOf);
        Index activeBefore = 0;
        for (const LifecyclePeriod& found : result.periods) {
            const int period = periods.of(found.start);
            std::array<Index, kLifeStates> expected {};
            Bitset dormant(snapshot.customers());
            for (std::size_t c = 0; c < days.size(); ++c) {
                std::set<int> active;
                for (const Day day : days[c]) {
                    if (day <= result.asOf && periods.of(day) >= 0) {
                        active.insert(periods.of(day));
                    }
                }
                if (!active.empty() && *active.begin() <= period) {
                    const LifeState state = defined(active, period, lostAfter);
                    ++expected[static_cast<std::size_t>(state)];
                    dormant.put(static_cast<Index>(c), state == LifeState::Dormant);
                }
            }
            QVERIFY(found.states == expected);
            QCOMPARE(found.active(),
                     activeBefore - found.of(LifeState::Dormant) + found.of(LifeState::New)
                         + found.of(LifeState::Resurrected));
            activeBefore = found.active();
            const auto members
                = lifecycleMembers(snapshot, visits(unit, lostAfter), found.start, LifeState::Dormant, job);
            QVERIFY(members && *members == dormant);
        }
    }
};

MEITRACE_TEST(TestLifecycle)

#include "tst_lifecycle.moc"
