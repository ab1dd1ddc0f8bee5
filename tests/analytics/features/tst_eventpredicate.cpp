// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/features/eventpredicate.h"
#include "models/base/random.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

namespace {

EventPredicate randomPredicate(Random& random)
{
    const std::vector<std::string> types {"bill", "page_view", "浏览_页面", "*", "lead"};
    const std::vector<std::string> fields {"item", "channel", "visit_type", "store", "amount", "search_term"};
    const std::vector<std::string> values {"BTX-UPPER", "a b", "x\"y", "back\\slash", "热玛吉",
                                           "",          "in",  "not",  "]|,("};
    EventPredicate predicate;
    for (std::uint64_t c = 0; c <= random.below(3); ++c) {
        EventClause clause {.type = types[random.below(types.size())]};
        for (std::uint64_t f = random.below(3); f > 0; --f) {
            EventFilter filter {.field = fields[random.below(fields.size())]};
            if (filter.field == "amount") {
                filter.op = static_cast<CompareOp>(random.below(6));
                filter.amount = static_cast<Fen>(random.below(100'000)) - 50'000;
            } else {
                filter.op = static_cast<CompareOp>(random.below(2));
                for (std::uint64_t v = 0; v <= random.below(3); ++v) {
                    filter.values.push_back(values[random.below(values.size())]);
                }
            }
            clause.filters.push_back(filter);
        }
        predicate.clauses.push_back(clause);
    }
    return predicate;
}

}  // namespace

class TestEventPredicate : public QObject {
    Q_OBJECT

private slots:
    void aFilterHasFieldOperatorAndValue()
    {
        const auto step = parseEventPredicate("arrive[store=S1,visit_type=first]");
        QVERIFY(step);
        QCOMPARE(step->clauses.size(), std::size_t {1});
        QCOMPARE(step->clauses[0].type, std::string("arrive"));
        QCOMPARE(step->clauses[0].filters.size(), std::size_t {2});
        QCOMPARE(step->clauses[0].filters[1].field, std::string("visit_type"));
        QCOMPARE(step->clauses[0].filters[1].values, std::vector<std::string> {"first"});
    }

    void eitherOfTwoEventsHasTwoClauses()
    {
        const auto step = parseEventPredicate(" lead | form_submit [channel in (xhs_org, \"a,b\")] ");
        QVERIFY(step);
        QCOMPARE(step->clauses.size(), std::size_t {2});
        QCOMPARE(step->clauses[1].filters[0].values, (std::vector<std::string> {"xhs_org", "a,b"}));
        QCOMPARE(printed(*step), std::string("lead|form_submit[channel in (xhs_org,\"a,b\")]"));
    }

    void amountsAreMajorUnits()
    {
        const auto step = parseEventPredicate("bill[amount>=1000,amount<2000.5,amount!=-3.05]");
        QVERIFY(step);
        const auto& filters = step->clauses[0].filters;
        QCOMPARE(filters[0].amount, Fen {100'000});
        QCOMPARE(filters[1].amount, Fen {200'050});
        QCOMPARE(filters[2].amount, Fen {-305});
        QCOMPARE(filters[0].op, CompareOp::AtLeast);
        QCOMPARE(filters[1].op, CompareOp::Less);
        QCOMPARE(printed(*step), std::string("bill[amount>=1000,amount<2000.50,amount!=-3.05]"));
    }

    void aQuotedTypeBecomesACode()
    {
        const auto step = parseEventPredicate("\"Add to Cart!\"");
        QVERIFY(step);
        QCOMPARE(step->clauses[0].type, std::string("add_to_cart"));
    }

    void commasInsideBracketsDoNotSplitTheList()
    {
        const auto list = parseEventList("lead, arrive[store=S1,visit_type=first], bill[item in (A,B)]|deal");
        QVERIFY(list);
        QCOMPARE(list->size(), std::size_t {3});
        QCOMPARE(printed(*list),
                 std::string("lead,arrive[store=S1,visit_type=first],bill[item in (A,B)]|deal"));
    }

    void readingStopsBehindThePredicate()
    {
        const std::string text = "did bill[item=A] last 90d";
        std::size_t at = 4;
        const auto step = readEventPredicate(text, at);
        QVERIFY(step);
        QCOMPARE(at, std::size_t {16});
        QCOMPARE(printed(*step), std::string("bill[item=A]"));
    }

    void printedTextParsesToTheSame()
    {
        Random random(7);
        for (int i = 0; i < 5000; ++i) {
            const EventPredicate predicate = randomPredicate(random);
            const std::string text = printed(predicate);
            const auto again = parseEventPredicate(text);
            QVERIFY2(again, text.c_str());
            QVERIFY2(*again == predicate, text.c_str());
            QCOMPARE(printed(*again), text);
        }
    }

    void refusalsSayWhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("column");
        QTest::addColumn<QString>("value");
        QTest::newRow("empty") << "" << qint64 {1} << "";
        QTest::newRow("open bracket") << "bill[item=A" << qint64 {12} << "";
        QTest::newRow("unknown field") << "bill[colour=red]" << qint64 {6} << "colour";
        QTest::newRow("field that is no filter") << "bill[session=3]" << qint64 {6} << "session";
        QTest::newRow("no operator") << "bill[item]" << qint64 {10} << "]";
        QTest::newRow("order on a text") << "bill[item>A]" << qint64 {10} << ">";
        QTest::newRow("no value") << "bill[item=]" << qint64 {11} << "]";
        QTest::newRow("no number") << "bill[amount>=x]" << qint64 {14} << "x";
        QTest::newRow("three decimals") << "bill[amount>=1.234]" << qint64 {14} << "1.234";
        QTest::newRow("quote not closed") << "浏览[item=\"A]" << qint64 {9} << "\"";
        QTest::newRow("empty list") << "bill[item in ()]" << qint64 {15} << ")";
        QTest::newRow("dangling or") << "bill|" << qint64 {6} << "";
        QTest::newRow("words after the end") << "bill deal" << qint64 {6} << "deal";
        QTest::newRow("not without in") << "bill[item not A]" << qint64 {15} << "A";
    }

    void refusalsSayWhere()
    {
        QFETCH(QString, text);
        QFETCH(qint64, column);
        QFETCH(QString, value);
        const auto step = parseEventPredicate(text.toStdString());
        QVERIFY(!step);
        QCOMPARE(step.error().code, ErrorCode::BadRule);
        QCOMPARE(step.error().place.column, column);
        QCOMPARE(QString::fromStdString(step.error().value), value);
    }

    void anyBytesAreReadOrRefused()
    {
        Random random(11);
        const std::string alphabet = "ab[]|,=!<>()\"\\ in*.-\x80\xE5";
        for (int i = 0; i < 20000; ++i) {
            std::string text;
            for (std::uint64_t n = random.below(24); n > 0; --n) {
                text += alphabet[random.below(alphabet.size())];
            }
            const auto list = parseEventList(text);
            if (list) {
                const auto again = parseEventList(printed(*list));
                QVERIFY(again);
                QVERIFY(*again == *list);
            } else {
                QVERIFY(list.error().place.column >= 1);
            }
        }
    }
};

MEITRACE_TEST(TestEventPredicate)
#include "tst_eventpredicate.moc"
