// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Process view, funnels and retention on logs that nobody of this project wrote, against figures that others
// computed.
#include "tests/app/realdata.h"
#include "tests/support/shareddata.h"
#include "tests/support/testmain.h"

#include <QDate>
#include <QTest>

#include <cmath>
#include <map>

using namespace meitrace::test;

namespace {

using EdgeCounts = std::map<QString, int>;

/// The code that a name of a log becomes: small letters, everything else an underscore.
QString codeOf(const QString& name)
{
    QString code = name.toLower();
    for (QChar& letter : code) {
        letter = letter.isLetterOrNumber() ? letter : QChar(u'_');
    }
    return code;
}

EdgeCounts codedCounts(const QJsonValue& value)
{
    EdgeCounts counts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        counts[codeOf(it.key())] = it.value().toInt();
    }
    return counts;
}

EdgeCounts activityCounts(const QJsonObject& process, const QString& figure)
{
    EdgeCounts counts;
    const QJsonArray listedValues = process.value(QStringLiteral("activities")).toArray();
    for (const QJsonValue& value : listedValues) {
        const QJsonObject activity = value.toObject();
        if (const int count = activity.value(figure).toInt(); count > 0) {
            counts[activity.value(QStringLiteral("activity")).toString()] = count;
        }
    }
    return counts;
}

EdgeCounts followCounts(const QJsonObject& process)
{
    EdgeCounts counts;
    const QJsonArray listedValues = process.value(QStringLiteral("follows")).toArray();
    for (const QJsonValue& value : listedValues) {
        const QJsonObject follow = value.toObject();
        counts[follow.value(QStringLiteral("from")).toString() + u'>'
               + follow.value(QStringLiteral("to")).toString()]
            = follow.value(QStringLiteral("count")).toInt();
    }
    return counts;
}

/// How many cases took each whole sequence.
EdgeCounts variantCounts(const QJsonObject& process)
{
    EdgeCounts counts;
    const QJsonArray listedValues = process.value(QStringLiteral("variants")).toArray();
    for (const QJsonValue& value : listedValues) {
        QStringList names;
        const QJsonArray listedNames = value.toObject().value(QStringLiteral("sequence")).toArray();
        for (const QJsonValue& name : listedNames) {
            names << name.toString();
        }
        counts[names.join(u'>')] = value.toObject().value(QStringLiteral("cases")).toInt();
    }
    return counts;
}

QJsonObject processOf(const TemporaryWorkspace& workspace, const QStringList& options)
{
    return runProgram(QStringList {QStringLiteral("process"), workspace.path(), QStringLiteral("--repeats"),
                                   QStringLiteral("keep"), QStringLiteral("--variants"),
                                   QStringLiteral("200"), QStringLiteral("--json")}
                      + options)
        .result();
}

/// Edges as [from, to, count], with names of the log or their short forms.
void compareEdges(const EdgeCounts& found, const QJsonArray& expected,
                  const std::map<QString, QString>& names)
{
    const auto nameOf = [&](const QString& name) {
        const auto known = names.find(name);
        return known == names.end() ? codeOf(name) : known->second;
    };
    for (const QJsonValue& value : expected) {
        const QJsonArray edge = value.toArray();
        const QString key = nameOf(edge[0].toString()) + u'>' + nameOf(edge[1].toString());
        QVERIFY2(found.count(key) != 0, qPrintable(key));
        QVERIFY2(found.at(key) == edge[2].toInt(), qPrintable(key));
    }
}

void compareRetention(const QJsonArray& cohorts, const QJsonObject& expected, const auto& keyOf)
{
    std::map<QString, QJsonArray> rows;
    for (const QJsonValue& value : cohorts) {
        const QJsonObject cohort = value.toObject();
        QJsonArray row {cohort.value(QStringLiteral("size"))};
        const QJsonArray listedCells = cohort.value(QStringLiteral("cells")).toArray();
        for (const QJsonValue& cell : listedCells) {
            row.append(cell.toObject().value(QStringLiteral("customers")));
        }
        rows[keyOf(cohort.value(QStringLiteral("start")).toString())] = row;
    }
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        QVERIFY2(rows.count(it.key()) != 0, qPrintable(it.key()));
        const QJsonArray& row = rows[it.key()];
        const QJsonArray wanted = it.value().toArray();
        QCOMPARE(row[0], wanted[0]);
        // There the entry is a return of its own period; here only a second event is.
        for (qsizetype column = 2; column < wanted.size(); ++column) {
            QVERIFY2(row[column].toInt() == wanted[column].toInt(),
                     qPrintable(QStringLiteral("%1, %2").arg(it.key()).arg(column - 1)));
        }
    }
}

}  // namespace

class TestRealJourneys : public QObject {
    Q_OBJECT

private slots:
    void logsGiveTheProcessOthersComputed_data()
    {
        QTest::addColumn<QString>("set");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("filter");
        QTest::newRow("patients") << "eventlog_patients"
                                  << "events.csv.gz"
                                  << "[detail=complete]";
        QTest::newRow("requests") << "eventlog_running_example"
                                  << "events.csv"
                                  << "";
        QTest::newRow("fines") << "eventlog_traffic_fines"
                               << "events.csv.gz"
                               << "";
    }

    void logsGiveTheProcessOthersComputed()
    {
        MEITRACE_NEEDS_SHARED_DATA(shared);
        QFETCH(QString, set);
        QFETCH(QString, file);
        QFETCH(QString, filter);
        const QJsonObject checks = expectedChecks(shared, set);
        const TemporaryWorkspace workspace;
        const QJsonObject report = importFile(workspace, shared, set + u'/' + file, set);
        // Rows of one file that are equal in every cell happened as often as they stand there.
        QCOMPARE(report.value(QStringLiteral("duplicate")).toInt(), 0);
        const QJsonObject process = processOf(workspace, {QStringLiteral("--events"), u'*' + filter});
        QCOMPARE(process.value(QStringLiteral("cases")), valueOf(checks, QStringLiteral("cases")));
        QCOMPARE(activityCounts(process, QStringLiteral("events")),
                 codedCounts(valueOf(checks, QStringLiteral("activity_counts"))));
        QCOMPARE(activityCounts(process, QStringLiteral("cases")),
                 codedCounts(valueOf(checks, QStringLiteral("cases_with_activity"))));
        QCOMPARE(activityCounts(process, QStringLiteral("starts")),
                 codedCounts(valueOf(checks, QStringLiteral("start_activities"))));
        QCOMPARE(activityCounts(process, QStringLiteral("ends")),
                 codedCounts(valueOf(checks, QStringLiteral("end_activities"))));
        const EdgeCounts follows = followCounts(process);
        QCOMPARE(static_cast<int>(follows.size()), valueOf(checks, QStringLiteral("dfg_edges")).toInt());
        compareEdges(follows, valueOf(checks, QStringLiteral("dfg_top")).toArray(), {});
        QCOMPARE(process.value(QStringLiteral("different")), valueOf(checks, QStringLiteral("variants")));
        const EdgeCounts variants = variantCounts(process);
        const QJsonArray listedValues = valueOf(checks, QStringLiteral("variant_top")).toArray();
        for (const QJsonValue& value : listedValues) {
            QStringList names;
            const QJsonArray listedNames = value.toObject().value(QStringLiteral("path")).toArray();
            for (const QJsonValue& name : listedNames) {
                names << codeOf(name.toString());
            }
            const QString key = names.join(u'>');
            QVERIFY2(variants.count(key) != 0, qPrintable(key));
            QCOMPARE(variants.at(key), value.toObject().value(QStringLiteral("n")).toInt());
        }
        const QJsonObject duration = valueOf(checks, QStringLiteral("case_duration_seconds")).toObject();
        for (const auto& [mine, theirs] :
             {std::pair {"p25_s", "q1"}, std::pair {"median_s", "median"}, std::pair {"p75_s", "q3"}}) {
            QVERIFY2(std::abs(process.value(QLatin1String(mine)).toDouble()
                              - duration.value(QLatin1String(theirs)).toDouble())
                         <= 1.0,
                     mine);
        }
    }

    void logsGiveTheFunnelsOthersComputed_data()
    {
        QTest::addColumn<QString>("set");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("window");
        QTest::addColumn<QString>("check");
        const QString patients = QStringLiteral("eventlog_patients");
        const QString fines = QStringLiteral("eventlog_traffic_fines");
        QTest::newRow("blood") << patients << "events.csv.gz"
                               << "registration[detail=complete],triage_and_assessment[detail=complete],"
                                  "blood_test[detail=complete],check_out[detail=complete]"
                               << "30d"
                               << "funnel_blood_30d";
        QTest::newRow("x-ray") << patients << "events.csv.gz"
                               << "registration[detail=complete],x_ray[detail=complete],"
                                  "discuss_results[detail=complete]"
                               << "none"
                               << "funnel_xray";
        QTest::newRow("paid") << "eventlog_running_example"
                              << "events.csv"
                              << "register_request,check_ticket,decide,pay_compensation"
                              << "none"
                              << "funnel_pay";
        QTest::newRow("fine paid") << fines << "events.csv.gz"
                                   << "create_fine,payment"
                                   << "90d"
                                   << "funnel_paid_90d";
        QTest::newRow("collected") << fines << "events.csv.gz"
                                   << "create_fine,send_fine,add_penalty,send_for_credit_collection"
                                   << "none"
                                   << "funnel_collection";
    }

    void logsGiveTheFunnelsOthersComputed()
    {
        MEITRACE_NEEDS_SHARED_DATA(shared);
        QFETCH(QString, set);
        QFETCH(QString, file);
        QFETCH(QString, steps);
        QFETCH(QString, window);
        QFETCH(QString, check);
        const QJsonObject checks = expectedChecks(shared, set);
        const TemporaryWorkspace workspace;
        importFile(workspace, shared, set + u'/' + file, set);
        const QJsonArray answer
            = funnelSteps(workspace, {QStringLiteral("--steps"), steps, QStringLiteral("--window"), window});
        QCOMPARE(customersOf(answer), valueOf(checks, check).toArray());
        QVERIFY(std::abs(answer.last().toObject().value(QStringLiteral("median_s")).toDouble()
                         - valueOf(checks, check + QStringLiteral("_median_seconds")).toDouble())
                <= 1.0);
    }

    void shopSessionsGiveTheProcessOthersComputed()
    {
        MEITRACE_NEEDS_SHARED_DATA(shared);
        const QJsonObject checks = expectedChecks(shared, QStringLiteral("rees46"));
        const TemporaryWorkspace workspace;
        importFile(workspace, shared, QStringLiteral("rees46/events.csv"), QStringLiteral("rees46"));
        const std::map<QString, QString> names {{QStringLiteral("view"), QStringLiteral("item_view")},
                                                {QStringLiteral("purchase"), QStringLiteral("bill")}};
        for (const auto& [unit, name] : {std::pair {"session", "session"}, std::pair {"customer", "user"}}) {
            const QJsonObject process = processOf(workspace, {QStringLiteral("--unit"), QLatin1String(unit)});
            const QJsonArray edges
                = valueOf(checks, QStringLiteral("dfg_%1").arg(QLatin1String(name))).toArray();
            const EdgeCounts follows = followCounts(process);
            QCOMPARE(static_cast<qsizetype>(follows.size()), edges.size());
            compareEdges(follows, edges, names);
            QCOMPARE(process.value(QStringLiteral("different")),
                     valueOf(checks, QStringLiteral("variants_%1").arg(QLatin1String(name))));
            EdgeCounts starts {{QStringLiteral("item_view"),
                                valueOf(checks, QStringLiteral("start_%1").arg(QLatin1String(name)))
                                    .toObject()
                                    .value(QStringLiteral("view"))
                                    .toInt()}};
            QCOMPARE(activityCounts(process, QStringLiteral("starts")), starts);
        }
    }

    void shoppersComeBackAsOthersCounted()
    {
        MEITRACE_NEEDS_SHARED_DATA(shared);
        const QJsonObject checks = expectedChecks(shared, QStringLiteral("taobao_behavior"));
        const TemporaryWorkspace workspace(QStringLiteral("Asia/Shanghai"));
        const QJsonObject report
            = importFile(workspace, shared, QStringLiteral("taobao_behavior/userbehavior_noheader.csv"),
                         QStringLiteral("taobao_behavior"));
        QCOMPARE(report.value(QStringLiteral("ok")), valueOf(checks, QStringLiteral("rows")));
        const QJsonObject status
            = runProgram({QStringLiteral("status"), workspace.path(), QStringLiteral("--json")}).result();
        QCOMPARE(status.value(QStringLiteral("customers")), valueOf(checks, QStringLiteral("users")));
        QCOMPARE(status.value(QStringLiteral("events_by_type")).toObject(),
                 valueOf(checks, QStringLiteral("by_type")).toObject());
        const EdgeCounts follows = followCounts(processOf(workspace, {}));
        const QJsonArray edges = valueOf(checks, QStringLiteral("dfg")).toArray();
        QCOMPARE(static_cast<qsizetype>(follows.size()), edges.size());
        compareEdges(follows, edges, {});
        for (const auto& [steps, name] :
             {std::pair {"pv,cart,buy", "pv_cart_buy"}, std::pair {"pv,fav,buy", "pv_fav_buy"},
              std::pair {"pv,buy", "pv_buy"}}) {
            const auto check = [&, funnel = name](const char* unit, const char* suffix) {
                return valueOf(checks,
                               QStringLiteral("funnel_%1_%2%3")
                                   .arg(QLatin1String(unit), QLatin1String(funnel), QLatin1String(suffix)))
                    .toArray();
            };
            const QStringList base {QStringLiteral("--steps"), QLatin1String(steps),
                                    QStringLiteral("--window")};
            QCOMPARE(customersOf(funnelSteps(workspace, base + QStringList {QStringLiteral("none")})),
                     check("user", ""));
            QCOMPARE(customersOf(funnelSteps(workspace, base + QStringList {QStringLiteral("1h")})),
                     check("user", "_window_1h"));
            QCOMPARE(customersOf(funnelSteps(
                         workspace,
                         base
                             + QStringList {QStringLiteral("none"), QStringLiteral("--hold"),
                                            QStringLiteral("item"), QStringLiteral("--count-hold-values")})),
                     check("user_item", ""));
        }
        const QJsonObject retention
            = runProgram({QStringLiteral("retention"), workspace.path(), QStringLiteral("--entry"),
                          QStringLiteral("*"), QStringLiteral("--unit"), QStringLiteral("day"),
                          QStringLiteral("--periods"), QStringLiteral("10"), QStringLiteral("--json")})
                  .result();
        const QDate first(2017, 9, 11);
        compareRetention(retention.value(QStringLiteral("cohorts")).toArray(),
                         valueOf(checks, QStringLiteral("retention_daily_exact")).toObject(),
                         [&](const QString& start) {
                             return QString::number(first.daysTo(QDate::fromString(start, Qt::ISODate)));
                         });
    }

    void householdsComeBackAsOthersCounted()
    {
        MEITRACE_NEEDS_SHARED_DATA(shared);
        const QJsonObject checks = expectedChecks(shared, QStringLiteral("complete_journey"));
        const TemporaryWorkspace workspace;
        importFile(workspace, shared, QStringLiteral("complete_journey/transactions.csv.gz"),
                   QStringLiteral("complete_journey_transactions"));
        for (const auto& [criterion, name] : {std::pair {"on", "retention_monthly_exact"},
                                              std::pair {"on_or_after", "retention_monthly_unbounded"}}) {
            const QJsonObject retention
                = runProgram({QStringLiteral("retention"), workspace.path(), QStringLiteral("--entry"),
                              QStringLiteral("bill"), QStringLiteral("--unit"), QStringLiteral("month"),
                              QStringLiteral("--periods"), QStringLiteral("11"),
                              QStringLiteral("--criterion"), QLatin1String(criterion),
                              QStringLiteral("--as-of"), QStringLiteral("2017-12-31"),
                              QStringLiteral("--json")})
                      .result();
            compareRetention(retention.value(QStringLiteral("cohorts")).toArray(),
                             valueOf(checks, QLatin1String(name)).toObject(), [](const QString& start) {
                                 return QString::number(QDate::fromString(start, Qt::ISODate).month() - 1);
                             });
        }
    }
};

MEITRACE_TEST(TestRealJourneys)
#include "tst_realjourneys.moc"
