// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/eventmatcher.h"
#include "models/frame/snapshotbuilder.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

namespace {

/// One customer: 0 bill of item A for 100.00, 1 bill of B for 250.00, 2 bill without item for 0, 3 lead from
/// xhs_org, 4 an own event type.
SnapshotPtr fiveEvents()
{
    SnapshotBuilder builder;
    const Index c = builder.addCustomer();
    builder.addEvent(c, {.time = 1, .type = "bill", .texts = {{EventField::Item, "A"}}, .amount = 10'000});
    builder.addEvent(c, {.time = 2, .type = "bill", .texts = {{EventField::Item, "B"}}, .amount = 25'000});
    builder.addEvent(c, {.time = 3, .type = "bill", .texts = {}});
    builder.addEvent(c, {.time = 4, .type = "lead", .texts = {{EventField::Channel, "xhs_org"}}});
    builder.addEvent(c, {.time = 5, .type = "add_to_cart", .texts = {{EventField::Item, "A"}}});
    return builder.build();
}

}  // namespace

class TestEventMatcher : public QObject {
    Q_OBJECT

private slots:
    void stepsMatchTheirEvents_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("matched");
        QTest::newRow("type") << "bill"
                              << "11100";
        QTest::newRow("either") << "bill|lead"
                                << "11110";
        QTest::newRow("any") << "*"
                             << "11111";
        QTest::newRow("any with a filter") << "*[item=A]"
                                           << "10001";
        QTest::newRow("item") << "bill[item=A]"
                              << "10000";
        QTest::newRow("list") << "bill[item in (A,B)]"
                              << "11000";
        QTest::newRow("not that item") << "bill[item!=A]"
                                       << "01100";
        QTest::newRow("none of") << "bill[item not in (A,B)]"
                                 << "00100";
        QTest::newRow("without item") << "bill[item=\"\"]"
                                      << "00100";
        QTest::newRow("with item") << "bill[item!=\"\"]"
                                   << "11000";
        QTest::newRow("amount from") << "bill[amount>=100]"
                                     << "11000";
        QTest::newRow("amount above") << "bill[amount>100]"
                                      << "01000";
        QTest::newRow("amount to") << "bill[amount<=100]"
                                   << "10100";
        QTest::newRow("amount below") << "bill[amount<100]"
                                      << "00100";
        QTest::newRow("amount is") << "bill[amount=250]"
                                   << "01000";
        QTest::newRow("amount is not") << "bill[amount!=250]"
                                       << "10100";
        QTest::newRow("two filters") << "bill[item!=\"\",amount<200]"
                                     << "10000";
        QTest::newRow("filter or not") << "bill[item=A]|bill[amount=0]|lead"
                                       << "10110";
        QTest::newRow("unknown value") << "bill[item=Z]"
                                       << "00000";
        QTest::newRow("not an unknown value") << "bill[item!=Z]"
                                              << "11100";
        QTest::newRow("unknown type") << "nothing_like_it"
                                      << "00000";
        QTest::newRow("own type, written as in the file") << "\"Add to Cart\""
                                                          << "00001";
    }

    void stepsMatchTheirEvents()
    {
        QFETCH(QString, step);
        QFETCH(QString, matched);
        Job job;
        const SnapshotPtr snapshot = fiveEvents();
        const auto matcher = EventMatcher::bind(*parseEventPredicate(step.toStdString()), *snapshot, job);
        QVERIFY(matcher);
        QString found;
        for (Index i = 0; i < snapshot->events(); ++i) {
            found += QLatin1Char(matcher->matches(i) ? '1' : '0');
        }
        QCOMPARE(found, matched);
    }

    void severalPredicatesSetTheirBits()
    {
        Job job;
        const SnapshotPtr snapshot = fiveEvents();
        const auto matcher = EventMatcher::bind(*parseEventList("bill,bill[item=A],lead"), *snapshot, job);
        QVERIFY(matcher);
        QVERIFY(!matcher->isByTypeOnly());
        const std::vector<std::uint64_t> expected {0b011, 0b001, 0b001, 0b100, 0};
        for (Index i = 0; i < 5; ++i) {
            QCOMPARE(matcher->mask(i), expected[static_cast<std::size_t>(i)]);
        }
    }

    void unknownNamesAreReported()
    {
        Job job;
        const SnapshotPtr snapshot = fiveEvents();
        const auto matcher
            = EventMatcher::bind(*parseEventList("lead,bill[item in (A,Z)]|nonsense,refund"), *snapshot, job);
        QVERIFY(matcher);
        const std::vector<UnknownName> expected {{1, "item", "Z"}, {1, "type", "nonsense"}};
        QVERIFY(matcher->unknown() == expected);
    }

    void moreThan64PredicatesAreRefused()
    {
        Job job;
        const std::vector<EventPredicate> many(65, *parseEventPredicate("bill"));
        const auto matcher = EventMatcher::bind(many, *fiveEvents(), job);
        QVERIFY(!matcher);
        QCOMPARE(matcher.error().code, ErrorCode::BadOption);
    }
};

MEITRACE_TEST(TestEventMatcher)
#include "tst_eventmatcher.moc"
