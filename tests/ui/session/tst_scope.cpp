// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/calendar.h"
#include "tests/support/testmain.h"
#include "ui/session/scope.h"
#include "ui/session/scopetext.h"

#include <QLocale>
#include <QTest>

using namespace meitrace;

namespace {

Day day(int year, int month, int of)
{
    return dayFromCivil(year, month, of);
}

}  // namespace

/// Days by their names, on paper; what is written down reads back.
class TestScope : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void namedDaysEndWithTheData()
    {
        const Day asOf = day(2026, 3, 10);
        using Kind = ScopePeriod::Kind;
        QVERIFY(!ScopePeriod {}.span(asOf));
        QCOMPARE(*ScopePeriod {.kind = Kind::ThisMonth}.span(asOf), (DaySpan {day(2026, 3, 1), asOf}));
        QCOMPARE(*ScopePeriod {.kind = Kind::LastMonth}.span(asOf),
                 (DaySpan {day(2026, 2, 1), day(2026, 2, 28)}));
        QCOMPARE(*ScopePeriod::lastDays(1).span(asOf), (DaySpan {asOf, asOf}));
        QCOMPARE(*ScopePeriod::lastDays(90).span(asOf), (DaySpan {day(2025, 12, 11), asOf}));
        const ScopePeriod own = ScopePeriod::ofDays({day(2026, 3, 5), day(2026, 4, 1)});
        QCOMPARE(*own.span(asOf), (DaySpan {day(2026, 3, 5), asOf}));
        QCOMPARE(*own.span(day(2027, 1, 1)), (DaySpan {day(2026, 3, 5), day(2026, 4, 1)}));
    }

    void aMonthGoesByItsNameWhereItHasOne()
    {
        const Day asOf = day(2026, 3, 10);
        QCOMPARE(ScopePeriod::ofMonth(day(2026, 3, 31), asOf).kind, ScopePeriod::Kind::ThisMonth);
        QCOMPARE(ScopePeriod::ofMonth(day(2026, 2, 1), asOf).kind, ScopePeriod::Kind::LastMonth);
        const ScopePeriod leap = ScopePeriod::ofMonth(day(2024, 2, 10), asOf);
        QCOMPARE(leap.own, (DaySpan {day(2024, 2, 1), day(2024, 2, 29)}));
        QCOMPARE(periodName(leap), QStringLiteral("February 2024"));
    }

    void whatIsWrittenDownReadsBack()
    {
        Scope scope;
        scope.customers.of(FilterField::Channel) = {"xhs_org", "渠道"};
        scope.customers.of(FilterField::Audience) = {"a, \"b\"; c"};
        for (const ScopePeriod& period :
             {ScopePeriod {}, ScopePeriod {.kind = ScopePeriod::Kind::ThisMonth},
              ScopePeriod {.kind = ScopePeriod::Kind::LastMonth}, ScopePeriod::lastDays(365),
              ScopePeriod::ofDays({day(2025, 1, 2), day(2025, 3, 4)})}) {
            scope.period = period;
            QCOMPARE(Scope::fromMap(scope.toMap()), scope);
        }
        QCOMPARE(Scope::fromMap(Scope {}.toMap()), Scope {});
    }

    void whatMakesNoSenseIsLeftOut_data()
    {
        QTest::addColumn<QVariantMap>("map");
        const auto text = [](const char* value) { return QVariant(QLatin1String(value)); };
        QTest::newRow("nothing") << QVariantMap {};
        QTest::newRow("unknown period") << QVariantMap {{QStringLiteral("period"), text("century")}};
        QTest::newRow("no days") << QVariantMap {{QStringLiteral("period"), text("last_days")},
                                                 {QStringLiteral("days"), 0}};
        QTest::newRow("days back to front") << QVariantMap {{QStringLiteral("period"), text("own")},
                                                            {QStringLiteral("from"), text("2026-03-02")},
                                                            {QStringLiteral("to"), text("2026-03-01")}};
        QTest::newRow("no dates") << QVariantMap {{QStringLiteral("period"), text("own")},
                                                  {QStringLiteral("from"), text("soon")}};
    }
    void whatMakesNoSenseIsLeftOut()
    {
        QFETCH(QVariantMap, map);
        QVERIFY(Scope::fromMap(map).isEmpty());
    }

    void aFilterSaysItsValuesOrHowMany()
    {
        QCOMPARE(filterText(FilterField::Channel, {"xhs_org"}), QStringLiteral("First channel: Xiaohongshu"));
        QCOMPARE(filterText(FilterField::Item, {"HYDRA", "BBL"}),
                 QStringLiteral("Item: Hydradermabrasion, BBL broadband light"));
        QVERIFY(filterText(FilterField::Item, {"a", "b", "c"}).contains(u'3'));
        CustomerFilter filter;
        QCOMPARE(filterSentence(filter), QString());
        filter.of(FilterField::Store) = {"Jing'an"};
        filter.of(FilterField::Item) = {"a", "b", "c"};
        QCOMPARE(filterSentence(filter), QStringLiteral("Clinic: Jing'an; Item: a, b, c"));
    }
};

MEITRACE_TEST(TestScope)
#include "tst_scope.moc"
