// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funneloptions.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

class TestFunnelOptions : public QObject {
    Q_OBJECT

private slots:
    void anExclusionNamesItsGap()
    {
        const auto list = parseExclusions("booking_cancel@2-3, bill[item in (A,B)]|refund@1-4");
        QVERIFY(list);
        QCOMPARE(list->size(), std::size_t {2});
        QCOMPARE(list->at(0).from, 2);
        QCOMPARE(list->at(0).to, 3);
        QCOMPARE(printed(list->at(1)), std::string("bill[item in (A,B)]|refund@1-4"));
        const auto again = parseExclusion(printed(list->at(1)));
        QVERIFY(again && *again == list->at(1));
    }

    void badExclusionsSayWhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<qint64>("column");
        QTest::newRow("no gap") << "x"
                                << "exclude" << qint64 {2};
        QTest::newRow("half a gap") << "x@2"
                                    << "exclude" << qint64 {4};
        QTest::newRow("no numbers") << "x@a-b"
                                    << "exclude" << qint64 {3};
        QTest::newRow("step 0") << "x@0-1"
                                << "exclude" << qint64 {4};
        QTest::newRow("more behind") << "x@1-2 y"
                                     << "exclude" << qint64 {7};
        QTest::newRow("bad event") << "x[,]@1-2"
                                   << "step" << qint64 {3};
    }

    void badExclusionsSayWhere()
    {
        QFETCH(QString, text);
        const auto exclusion = parseExclusion(text.toStdString());
        QVERIFY(!exclusion);
        QCOMPARE(exclusion.error().code, ErrorCode::BadRule);
        QTEST(QString::fromStdString(exclusion.error().subject), "subject");
        QTEST(qint64 {exclusion.error().place.column}, "column");
    }

    void attributionsAreRead()
    {
        QVERIFY((*parseAttribution("first") == FunnelAttribution {}));
        QCOMPARE(parseAttribution("last")->at, FunnelAttribution::At::Last);
        QCOMPARE(parseAttribution("step:12")->step, 12);
        for (const char* text : {"", "step:", "step:x", "step:0", "step:2x", "middle"}) {
            QVERIFY(!parseAttribution(text));
        }
    }

    void namesAreThoseOfTheCommandLine()
    {
        for (const char* name : {"ordered", "strict", "any", "anchored"}) {
            QCOMPARE(nameOf(*funnelModeByName(name)), std::string_view(name));
        }
        for (const char* name : {"best", "first", "every", "session"}) {
            QCOMPARE(nameOf(*funnelEntryByName(name)), std::string_view(name));
        }
        for (const char* name : {"clean", "end", "drop"}) {
            QCOMPARE(nameOf(*exclusionPolicyByName(name)), std::string_view(name));
        }
        for (const char* name : {"customer", "session", "visit"}) {
            QCOMPARE(nameOf(*unitKindByName(name)), std::string_view(name));
        }
        QVERIFY(!funnelModeByName("loose"));
    }
};

MEITRACE_TEST(TestFunnelOptions)
#include "tst_funneloptions.moc"
