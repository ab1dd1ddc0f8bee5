// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/unitsplit.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <map>

using namespace meitrace;

namespace {

constexpr Millis kMinute = 60'000;

SnapshotBuilder::Event at(Millis time, const std::string& type = "page_view")
{
    SnapshotBuilder::Event event;
    event.time = time;
    event.type = type;
    return event;
}

/// Units of the rows of the only customer
std::vector<std::int32_t> unitsOf(const std::vector<SnapshotBuilder::Event>& events,
                                  const UnitSplit::Rule& rule)
{
    SnapshotBuilder builder;
    const Index customer = builder.addCustomer();
    for (const SnapshotBuilder::Event& event : events) {
        builder.addEvent(customer, event);
    }
    const SnapshotPtr snapshot = builder.build();
    Job job;
    if (!UnitSplit::load(*snapshot, rule, job)) {
        return {};
    }
    UnitSplit split(*snapshot, rule);
    split.split(0, snapshot->events());
    return split.unitOf();
}

}  // namespace

class TestUnitSplit : public QObject {
    Q_OBJECT

private slots:
    void aPauseOfExactlyTheGapStaysInside()
    {
        const UnitSplit::Rule rule;
        QCOMPARE(unitsOf({at(0), at(30 * kMinute), at(60 * kMinute + 1)}, rule),
                 (std::vector<std::int32_t> {0, 0, 1}));
    }

    void midnightDoesNotCut()
    {
        QCOMPARE(unitsOf({at(kDayMillis - kMinute), at(kDayMillis + kMinute)}, {}),
                 (std::vector<std::int32_t> {0, 0}));
    }

    void idsOfTheDataTellSessionsApart()
    {
        std::vector<SnapshotBuilder::Event> events {at(0), at(kMinute), at(2 * kMinute), at(3 * kMinute),
                                                    at(400 * kMinute)};
        events[0].session = 7;
        events[1].session = 9;
        events[2].session = 7;
        events[4].session = 7;
        // interleaved ids, an event without one, and an id after a long pause
        QCOMPARE(unitsOf(events, {}), (std::vector<std::int32_t> {0, 1, 0, 2, 0}));
    }

    void machinesNeitherOpenNorExtend()
    {
        QCOMPARE(unitsOf({at(0), at(20 * kMinute, "touch_sent"), at(40 * kMinute)}, {}),
                 (std::vector<std::int32_t> {0, -1, 1}));
        QVERIFY(isMachineEvent(42));
        QVERIFY(!isMachineEvent(4));
        QVERIFY(!isMachineEvent(0));
        QVERIFY(!isMachineEvent(1042));
    }

    void eventsOfTheDayBelongToNoSessionButToAVisit()
    {
        SnapshotBuilder::Event bill = at(kDayMillis, "bill");
        bill.precision = TimeQuality::WholeDay;
        QCOMPARE(unitsOf({bill}, {}), (std::vector<std::int32_t> {-1}));
        QCOMPARE(unitsOf({at(kDayMillis + kMinute, "arrive"), bill}, {.kind = UnitKind::Visit}),
                 (std::vector<std::int32_t> {0, 0}));
    }

    void aNewCampaignCutsWhenAsked()
    {
        std::vector<SnapshotBuilder::Event> events {at(0), at(kMinute), at(2 * kMinute), at(3 * kMinute)};
        events[0].texts[EventField::Campaign] = "spring";
        events[2].texts[EventField::Campaign] = "618";
        QCOMPARE(unitsOf(events, {}), (std::vector<std::int32_t> {0, 0, 0, 0}));
        QCOMPARE(unitsOf(events, {.cutAtCampaign = true}), (std::vector<std::int32_t> {0, 0, 1, 1}));
    }

    void aVisitIsAStoreAndADay()
    {
        std::vector<SnapshotBuilder::Event> events {at(0), at(kMinute), at(2 * kMinute), at(3 * kMinute),
                                                    at(kDayMillis)};
        events[0].texts[EventField::Store] = "S1";
        events[1].texts[EventField::Store] = "S2";
        events[2].texts[EventField::Store] = "S1";
        events[4].texts[EventField::Store] = "S1";
        QCOMPARE(unitsOf(events, {.kind = UnitKind::Visit}), (std::vector<std::int32_t> {0, 1, 0, 2, 3}));
    }

    void rowsAreGroupedAndSessionsStayOpenForTheGap()
    {
        SnapshotBuilder builder;
        const Index customer = builder.addCustomer();
        for (const Millis time : {0, 10, 45, 50, 100}) {
            builder.addEvent(customer, at(time * kMinute));
        }
        const SnapshotPtr snapshot = builder.build();
        Job job;
        const UnitSplit::Rule rule;
        QVERIFY(UnitSplit::load(*snapshot, rule, job));
        UnitSplit split(*snapshot, rule);
        split.split(0, snapshot->events());
        QCOMPARE(split.units(), Index {3});
        QCOMPARE(std::vector<Index>(split.rows(1).begin(), split.rows(1).end()), (std::vector<Index> {2, 3}));
        QVERIFY(split.canGrow(1, 80 * kMinute));
        QVERIFY(!split.canGrow(1, 80 * kMinute + 1));
    }

    void sessionsPartitionTheEvents()
    {
        Random random(5);
        for (int round = 0; round < 200; ++round) {
            std::vector<SnapshotBuilder::Event> events;
            for (std::uint64_t i = 0; i < random.below(30); ++i) {
                events.push_back(at(static_cast<Millis>(random.below(600)) * kMinute));
            }
            const auto units = unitsOf(events, {});
            std::vector<Millis> times;
            for (const auto& event : events) {
                times.push_back(event.time);
            }
            std::sort(times.begin(), times.end());
            // the plain rule: a new session behind every pause above the gap
            std::int32_t expected = -1;
            for (std::size_t i = 0; i < times.size(); ++i) {
                expected += i == 0 || times[i] - times[i - 1] > 30 * kMinute ? 1 : 0;
                QCOMPARE(units[i], expected);
            }
        }
    }
};

MEITRACE_TEST(TestUnitSplit)
#include "tst_unitsplit.moc"
