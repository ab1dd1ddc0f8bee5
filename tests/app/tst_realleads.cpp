// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Leads and deals of a marketplace, and visits to a web site, that nobody of this project wrote, against
// figures that others computed.
#include "tests/app/realdata.h"
#include "tests/support/shareddata.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <map>

using namespace meitrace::test;

namespace {

QJsonObject trendOf(const TemporaryWorkspace& workspace, const QStringList& options)
{
    return runProgram(QStringList {QStringLiteral("trend"), workspace.path(),
                                   QStringLiteral("--include-anonymous"), QStringLiteral("--json")}
                      + options)
        .result();
}

}  // namespace

class TestRealLeads : public QObject {
    Q_OBJECT

private slots:
    void leadsBecomeDeals()
    {
        MEITRACE_NEEDS_SHARED_DATA(shared);
        const QJsonObject checks = expectedChecks(shared, QStringLiteral("olist_funnel"));
        const TemporaryWorkspace workspace;
        importFile(workspace, shared, QStringLiteral("olist_funnel/leads.csv"),
                   QStringLiteral("olist_leads"));
        importFile(workspace, shared, QStringLiteral("olist_funnel/deals.csv"),
                   QStringLiteral("olist_deals"));
        // Some deals stand two days before their lead: in any order, as those who counted them did.
        const QJsonArray steps
            = funnelSteps(workspace,
                          {QStringLiteral("--steps"), QStringLiteral("lead,deal"), QStringLiteral("--mode"),
                           QStringLiteral("any"), QStringLiteral("--window"), QStringLiteral("24mo"),
                           QStringLiteral("--include-anonymous")});
        QCOMPARE(customersOf(steps),
                 (QJsonArray {valueOf(checks, QStringLiteral("leads")),
                              valueOf(checks, QStringLiteral("deals"))}));
        const QJsonObject byOrigin = valueOf(checks, QStringLiteral("by_origin_[leads,deals]")).toObject();
        QVERIFY(byOrigin.size() > 5);
        for (auto it = byOrigin.begin(); it != byOrigin.end(); ++it) {
            const QJsonArray found {
                trendOf(workspace,
                        {QStringLiteral("--event"), QStringLiteral("lead"), QStringLiteral("--where"),
                         QStringLiteral("did lead[detail=\"%1\"]").arg(it.key())})
                    .value(QStringLiteral("customers")),
                trendOf(workspace,
                        {QStringLiteral("--event"), QStringLiteral("deal"), QStringLiteral("--where"),
                         QStringLiteral("did lead[detail=\"%1\"]").arg(it.key())})
                    .value(QStringLiteral("customers"))};
            QVERIFY2(found == it.value().toArray(), qPrintable(it.key()));
        }
    }

    void leadsComeMonthByMonth()
    {
        MEITRACE_NEEDS_SHARED_DATA(shared);
        const QJsonObject checks = expectedChecks(shared, QStringLiteral("olist_funnel"));
        const TemporaryWorkspace workspace;
        importFile(workspace, shared, QStringLiteral("olist_funnel/leads.csv"),
                   QStringLiteral("olist_leads"));
        const QJsonArray series = trendOf(workspace,
                                          {QStringLiteral("--event"), QStringLiteral("lead"),
                                           QStringLiteral("--unit"), QStringLiteral("month")})
                                      .value(QStringLiteral("series"))
                                      .toArray();
        std::map<QString, int> months;
        const QJsonArray listedValues = series.first().toObject().value(QStringLiteral("points")).toArray();
        for (const QJsonValue& value : listedValues) {
            const QJsonObject point = value.toObject();
            months[point.value(QStringLiteral("from")).toString().left(7)]
                = point.value(QStringLiteral("events")).toInt();
        }
        const QJsonObject expected = valueOf(checks, QStringLiteral("leads_by_month")).toObject();
        QCOMPARE(static_cast<int>(months.size()), static_cast<int>(expected.size()));
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            QVERIFY2(months[it.key()] == it.value().toInt(), qPrintable(it.key()));
        }
    }

    void areasOfASiteAreCounted()
    {
        MEITRACE_NEEDS_SHARED_DATA(shared);
        const QJsonObject checks = expectedChecks(shared, QStringLiteral("msweb"));
        const TemporaryWorkspace workspace;
        const QJsonObject report
            = importFile(workspace, shared, QStringLiteral("msweb/visits.csv.gz"), QStringLiteral("msweb"));
        QCOMPARE(report.value(QStringLiteral("rows_read")), valueOf(checks, QStringLiteral("rows")));
        const QJsonObject trend
            = trendOf(workspace,
                      {QStringLiteral("--event"), QStringLiteral("page_view"), QStringLiteral("--split"),
                       QStringLiteral("page"), QStringLiteral("--top"), QStringLiteral("5")});
        QCOMPARE(trend.value(QStringLiteral("customers")), valueOf(checks, QStringLiteral("users")));
        const QJsonArray top = valueOf(checks, QStringLiteral("top5")).toArray();
        const QJsonArray series = trend.value(QStringLiteral("series")).toArray();
        QCOMPARE(series.size(), top.size() + 1);
        for (qsizetype i = 0; i < top.size(); ++i) {
            const QJsonObject one = series[i].toObject();
            const QJsonObject point = one.value(QStringLiteral("points")).toArray().first().toObject();
            QCOMPARE(
                (QJsonArray {one.value(QStringLiteral("name")), point.value(QStringLiteral("customers"))}),
                top[i].toArray());
        }
    }
};

MEITRACE_TEST(TestRealLeads)
#include "tst_realleads.moc"
