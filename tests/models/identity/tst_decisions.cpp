// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/identity/world.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;
using namespace meitrace::test;

namespace {

World motherAndDaughter()
{
    World world;
    world.chart(1, "s1:A1").name(1, "王芳").birth(1, "1965-01-02").phone(1, "16812345678");
    world.chart(2, "s1:A2").name(2, "李娜").birth(2, "1992-05-06").phone(2, "16812345678");
    return world;
}

}  // namespace

class TestDecisions : public QObject {
    Q_OBJECT

private slots:
    void aMergeBeatsEveryContradiction()
    {
        World world = motherAndDaughter();
        world.merge(2, 1);
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 1}));
        QVERIFY(r.links[0].manual);
        QVERIFY(r.links[1].manual);
        QCOMPARE(r.links[0].method, KeyType::Phone);  // they do share it
        QCOMPARE(r.links[0].score, 1.0);
        QCOMPARE(r.autoMerges, std::int64_t {0});
        QVERIFY(r.review.empty());
    }

    void aMergeNeedsNoKey()
    {
        World world;
        world.handle(4).handle(5).handle(6).merge(4, 6);
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 2, 1}));
        QCOMPARE(r.links[0].method, KeyType::Name);
        QVERIFY(r.links[0].manual);
        QVERIFY(!r.links[1].manual);
    }

    void aSplitBeatsTheChartNumber()
    {
        World world;
        world.chart(1, "s1:A1").chart(2, "s1:A1").phone(1, "16812345678").phone(2, "16812345678");
        QCOMPARE(numbers(world.resolve()), (Numbers {1, 1}));
        world.split(1, 2);
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 2}));
        QVERIFY(r.review.empty());  // people have decided: it is not asked again
        QCOMPARE(r.refused, std::int64_t {2});
    }

    void aSplitHoldsForAllThatIsJoinedToEitherSide()
    {
        // 1-3 by chart, 2-4 by chart, 3-4 by unionid: the split of 1 and 2 keeps 3 and 4 apart as well.
        World world;
        world.chart(1, "s1:A1").chart(3, "s1:A1").chart(2, "s1:A2").chart(4, "s1:A2");
        world.key(3, KeyType::UnionId, "u").key(4, KeyType::UnionId, "u");
        QCOMPARE(partition(world.resolve()).size(), std::size_t {1});
        world.split(1, 2);
        QCOMPARE(numbers(world.resolve()), (Numbers {1, 2, 1, 2}));
    }

    void theLaterDecisionOnAPairWins()
    {
        World world = motherAndDaughter();
        world.merge(1, 2).split(2, 1);
        QCOMPARE(numbers(world.resolve()), (Numbers {1, 2}));
        world.merge(1, 2);
        QCOMPARE(numbers(world.resolve()), (Numbers {1, 1}));
    }

    void anOlderDecisionGivesWayToNewerOnesThatExcludeIt()
    {
        World world;
        world.handle(1).handle(2).handle(3);
        world.merge(1, 2).merge(2, 3).split(1, 3);
        QCOMPARE(numbers(world.resolve()), (Numbers {1, 2, 2}));

        World other;
        other.handle(1).handle(2).handle(3);
        other.split(1, 3).merge(1, 2).merge(2, 3);
        QCOMPARE(numbers(other.resolve()), (Numbers {1, 1, 1}));
    }

    void removingADecisionReturnsToTheEarlierPartition()
    {
        World world = motherAndDaughter();
        world.chart(3, "s1:A1").phone(4, "16900000000").phone(5, "16900000000");
        const Resolution before = world.resolve();
        for (const bool merge : {true, false}) {
            World changed = world;
            merge ? changed.merge(2, 3) : changed.split(4, 5);
            QVERIFY(partition(changed.resolve()) != partition(before));
            changed.input.decisions.clear();
            QCOMPARE(partition(changed.resolve()), partition(before));
            QCOMPARE(customers(changed.resolve()), customers(before));
        }
    }

    void decisionsOnHandlesThatAreGoneAreLeftOut()
    {
        World world;
        world.handle(1).handle(2).merge(1, 99).split(98, 2).merge(1, 1);
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 2}));
        QVERIFY(!r.links[0].manual);
    }

    void aSplitMakesAPhoneTwoPeoples()
    {
        // Nobody has a name. After the split the third handle could belong to either: people decide.
        World world;
        world.phone(1, "16812345678").phone(2, "16812345678").phone(3, "16812345678").split(1, 2);
        const Resolution r = world.resolve();
        QCOMPARE(numbers(r), (Numbers {1, 2, 3}));
        QCOMPARE(r.review.size(), std::size_t {1});
        QCOMPARE(r.review[0].reason, ReviewPair::Reason::Nameless);
    }
};

MEITRACE_TEST(TestDecisions)
#include "tst_decisions.moc"
