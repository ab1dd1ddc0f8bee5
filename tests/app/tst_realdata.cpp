// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The program on data that nobody of this project wrote, against figures that others computed.
#include "tests/app/realdata.h"
#include "tests/support/shareddata.h"
#include "tests/support/testmain.h"

#include <QDate>
#include <QTest>

#include <cmath>
#include <map>
#include <set>
#include <vector>

using namespace meitrace::test;

namespace {

struct RfmRows {
    std::map<QString, int> r;
    std::map<QString, int> f;
    std::map<QString, int> m;
    std::map<QString, int> code;
    qint64 recency = 0;
    qint64 frequency = 0;
    qint64 money = 0;
    int customers = 0;
};

RfmRows readMembers(const QString& path)
{
    RfmRows rows;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return rows;
    }
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QList<QByteArray> cells = lines[i].trimmed().split(',');
        if (cells.size() != 8) {
            continue;
        }
        ++rows.customers;
        rows.recency += cells[1].toLongLong();
        rows.frequency += cells[2].toLongLong();
        rows.money += cells[3].toLongLong();
        ++rows.r[QString::fromLatin1(cells[4])];
        ++rows.f[QString::fromLatin1(cells[5])];
        ++rows.m[QString::fromLatin1(cells[6])];
        ++rows.code[QString::fromLatin1(cells[4] + cells[5] + cells[6])];
    }
    return rows;
}

std::map<QString, int> countsOf(const QJsonValue& value)
{
    std::map<QString, int> counts;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        counts[it.key()] = it.value().toInt();
    }
    return counts;
}

}  // namespace

class TestRealData : public QObject {
    Q_OBJECT

private slots:
    void shopEventsGiveTheFunnelsOthersComputed()
    {
        MEITRACE_NEEDS_SHARED_DATA(shared);
        const QJsonObject checks = expectedChecks(shared, QStringLiteral("rees46"));
        const TemporaryWorkspace workspace;
        const QJsonObject file
            = importFile(workspace, shared, QStringLiteral("rees46/events.csv"), QStringLiteral("rees46"));
        QCOMPARE(file.value(QStringLiteral("rows_read")), valueOf(checks, QStringLiteral("good_rows")));
        QCOMPARE(file.value(QStringLiteral("ok")), valueOf(checks, QStringLiteral("good_rows")));
        const QJsonObject status
            = runProgram({QStringLiteral("status"), workspace.path(), QStringLiteral("--json")}).result();
        QCOMPARE(status.value(QStringLiteral("customers")), valueOf(checks, QStringLiteral("users")));
        const QJsonObject types = valueOf(checks, QStringLiteral("events_by_type")).toObject();
        const QJsonObject found = status.value(QStringLiteral("events_by_type")).toObject();
        QCOMPARE(found.value(QStringLiteral("item_view")), types.value(QStringLiteral("view")));
        QCOMPARE(found.value(QStringLiteral("bill")), types.value(QStringLiteral("purchase")));
        QCOMPARE(found.value(QStringLiteral("cart")), types.value(QStringLiteral("cart")));
        for (const auto& [unit, name] : {std::pair {"session", "session"}, std::pair {"customer", "user"}}) {
            for (const auto& [steps, what] : {std::pair {"item_view,cart,bill", "view_cart_purchase"},
                                              std::pair {"item_view,bill", "view_purchase"}}) {
                const QString key
                    = QStringLiteral("funnel_%1_%2").arg(QLatin1String(name), QLatin1String(what));
                for (const auto& [window, suffix] :
                     {std::pair {"30min", ""}, std::pair {"600s", "_window600"}}) {
                    const QJsonArray answer = funnelSteps(
                        workspace,
                        {QStringLiteral("--steps"), QLatin1String(steps), QStringLiteral("--unit"),
                         QLatin1String(unit), QStringLiteral("--window"), QLatin1String(window)});
                    QCOMPARE(customersOf(answer), valueOf(checks, key + QLatin1String(suffix)).toArray());
                    if (qstrlen(suffix) == 0) {
                        const double median
                            = answer.last().toObject().value(QStringLiteral("median_s")).toDouble();
                        QVERIFY(
                            std::abs(median
                                     - valueOf(checks, key + QStringLiteral("_median_seconds")).toDouble())
                            <= 0.5);
                    }
                }
            }
        }
        const QJsonArray same = funnelSteps(
            workspace,
            {QStringLiteral("--steps"), QStringLiteral("item_view,cart,bill"), QStringLiteral("--unit"),
             QStringLiteral("session"), QStringLiteral("--hold"), QStringLiteral("item"),
             QStringLiteral("--count-hold-values"), QStringLiteral("--window"), QStringLiteral("none")});
        QCOMPARE(customersOf(same),
                 valueOf(checks, QStringLiteral("funnel_same_product_in_session")).toArray());
    }

    void purchasesGiveTheRfmOthersComputed_data()
    {
        QTest::addColumn<QString>("set");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("map");
        QTest::addColumn<QString>("asOf");
        QTest::addColumn<int>("rowsRead");
        QTest::addColumn<int>("rowsTaken");
        QTest::newRow("cdnow") << "cdnow"
                               << "cdnow/transactions.csv.gz"
                               << "cdnow"
                               << "1998-07-01" << 6919 << 6919;
        QTest::newRow("rfm_orders") << "rfm_orders"
                                    << "rfm_orders/orders.csv.gz"
                                    << "rfm_orders"
                                    << "2006-12-31" << 4906 << 4906;
        QTest::newRow("complete_journey") << "complete_journey"
                                          << "complete_journey/transactions.csv.gz"
                                          << "complete_journey_transactions"
                                          << "2018-01-01" << 37894 << 37894;
        QTest::newRow("online_retail") << "online_retail"
                                       << "online_retail/online_retail_2010-12_2011-05.csv.gz"
                                       << "online_retail"
                                       << "2011-06-01" << 209029 << 145450;
    }

    void purchasesGiveTheRfmOthersComputed()
    {
        MEITRACE_NEEDS_SHARED_DATA(shared);
        QFETCH(QString, set);
        QFETCH(QString, file);
        QFETCH(QString, map);
        QFETCH(QString, asOf);
        QFETCH(int, rowsRead);
        QFETCH(int, rowsTaken);
        const QJsonObject checks = expectedChecks(shared, set);
        const TemporaryWorkspace workspace;
        const QJsonObject report = importFile(workspace, shared, file, map);
        QCOMPARE(report.value(QStringLiteral("rows_read")).toInt(), rowsRead);
        QCOMPARE(report.value(QStringLiteral("ok")).toInt() + report.value(QStringLiteral("fixed")).toInt(),
                 rowsTaken);
        const QString members = workspace.file(QStringLiteral("members.csv"));
        const ProgramRun run
            = runProgram({QStringLiteral("rfm"), workspace.path(), QStringLiteral("--as-of"), asOf,
                          QStringLiteral("--window"), QStringLiteral("all"), QStringLiteral("--method"),
                          QStringLiteral("quantile"), QStringLiteral("--frequency"), QStringLiteral("orders"),
                          QStringLiteral("--members"), members, QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 0);
        const RfmRows rows = readMembers(members);
        QCOMPARE(rows.customers, valueOf(checks, QStringLiteral("rfm_customers")).toInt());
        const double customers = rows.customers;
        QVERIFY(std::abs(static_cast<double>(rows.recency) / customers
                         - valueOf(checks, QStringLiteral("rfm_recency_mean_days")).toDouble())
                < 1e-6);
        QVERIFY(std::abs(static_cast<double>(rows.frequency) / customers
                         - valueOf(checks, QStringLiteral("rfm_frequency_mean")).toDouble())
                < 1e-9);
        QVERIFY(std::abs(static_cast<double>(rows.money) / 100.0
                         - valueOf(checks, QStringLiteral("rfm_monetary_sum")).toDouble())
                < 0.0101);
        QCOMPARE(rows.r, countsOf(valueOf(checks, QStringLiteral("rfm_score_counts_quantile_R"))));
        QCOMPARE(rows.f, countsOf(valueOf(checks, QStringLiteral("rfm_score_counts_quantile_F"))));
        QCOMPARE(rows.m, countsOf(valueOf(checks, QStringLiteral("rfm_score_counts_quantile_M"))));
        QCOMPARE(rows.code, countsOf(valueOf(checks, QStringLiteral("rfm_rfm_code_counts_quantile"))));
    }

    void appointmentsGiveTheNoShowsOthersCounted()
    {
        MEITRACE_NEEDS_SHARED_DATA(shared);
        const QJsonObject checks = expectedChecks(shared, QStringLiteral("clinic_noshow"));
        const TemporaryWorkspace workspace;
        const QJsonObject file
            = importFile(workspace, shared, QStringLiteral("clinic_noshow/appointments.csv.gz"),
                         QStringLiteral("clinic_noshow"));
        QCOMPARE(file.value(QStringLiteral("rows_read")), valueOf(checks, QStringLiteral("rows")));
        QCOMPARE(file.value(QStringLiteral("ok")).toInt() + file.value(QStringLiteral("fixed")).toInt(),
                 valueOf(checks, QStringLiteral("rows")).toInt());
        const QJsonObject status
            = runProgram({QStringLiteral("status"), workspace.path(), QStringLiteral("--json")}).result();
        QCOMPARE(status.value(QStringLiteral("customers")), valueOf(checks, QStringLiteral("patients")));
        const QJsonObject types = status.value(QStringLiteral("events_by_type")).toObject();
        const double rate = types.value(QStringLiteral("booking_noshow")).toDouble()
            / valueOf(checks, QStringLiteral("rows")).toDouble();
        QVERIFY(std::abs(rate - valueOf(checks, QStringLiteral("no_show_rate")).toDouble()) < 1e-9);
        // The one age below nothing is the one cell that had to be repaired.
        QCOMPARE(file.value(QStringLiteral("fixed")), valueOf(checks, QStringLiteral("rows_negative_age")));
        appointmentsAreCountedAsOthersDid(workspace, checks);
    }

    void householdsGiveTheSharesAndSalesOthersComputed()
    {
        MEITRACE_NEEDS_SHARED_DATA(shared);
        const QJsonObject checks = expectedChecks(shared, QStringLiteral("complete_journey"));
        const TemporaryWorkspace workspace;
        importFile(workspace, shared, QStringLiteral("complete_journey/transactions.csv.gz"),
                   QStringLiteral("complete_journey_transactions"));
        const auto customers = [&] {
            return runProgram({QStringLiteral("status"), workspace.path(), QStringLiteral("--json")})
                .result()
                .value(QStringLiteral("customers"))
                .toInt();
        };
        const int shoppers = customers();
        QCOMPARE(shoppers, valueOf(checks, QStringLiteral("transaction_households")).toInt());
        const QJsonObject households
            = importFile(workspace, shared, QStringLiteral("complete_journey/households.csv"),
                         QStringLiteral("complete_journey_households"));
        QCOMPARE(households.value(QStringLiteral("ok")), valueOf(checks, QStringLiteral("rows_households")));
        // Every household with demographics is one that shops: nobody new comes, and the share is that of
        // rows.
        QCOMPARE(customers(), shoppers);
        QVERIFY(std::abs(households.value(QStringLiteral("ok")).toDouble() / shoppers
                         - valueOf(checks, QStringLiteral("households_with_demographics_share")).toDouble())
                < 1e-9);
        const auto sales = [&](const QStringList& where) {
            const QString members = workspace.file(QStringLiteral("sales.csv"));
            runProgram(QStringList {QStringLiteral("rfm"), workspace.path(), QStringLiteral("--as-of"),
                                    QStringLiteral("2018-01-01"), QStringLiteral("--window"),
                                    QStringLiteral("all"), QStringLiteral("--members"), members}
                       + where);
            return static_cast<double>(readMembers(members).money) / 100.0;
        };
        QVERIFY(std::abs(sales({}) - valueOf(checks, QStringLiteral("sales_sum")).toDouble()) < 0.0101);
        const QJsonObject byAge = valueOf(checks, QStringLiteral("sales_by_age")).toObject();
        QCOMPARE(byAge.size(), 6);
        for (auto age = byAge.begin(); age != byAge.end(); ++age) {
            const double sum
                = sales({QStringLiteral("--where"), QStringLiteral("member_level = \"%1\"").arg(age.key())});
            QVERIFY2(std::abs(sum - age.value().toDouble()) < 0.0111, qPrintable(age.key()));
        }
    }

    void hostileFilesHaveTheOutcomeOfTheirManifest()
    {
        MEITRACE_NEEDS_SHARED_DATA(shared);
        const QString folder = QString::fromStdString(shared) + QStringLiteral("/hostile_examples/");
        QFile manifest(folder + QStringLiteral("manifest.csv"));
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        int files = 0;
        for (const QByteArray& line : manifest.readAll().split('\n')) {
            const QList<QByteArray> cells = line.split(',');
            if (cells.size() < 10 || cells[2] != "csv") {
                continue;
            }
            ++files;
            const TemporaryWorkspace workspace(QStringLiteral("Asia/Shanghai"));
            const ProgramRun run = runProgram(
                {QStringLiteral("import"), workspace.path(),
                 folder + QStringLiteral("files/") + QString::fromUtf8(cells[1]), QStringLiteral("--kind"),
                 QStringLiteral("his_billing"), QStringLiteral("--json")});
            QString outcome = QStringLiteral("reject");
            if (run.exitCode == 0) {
                const QJsonObject file
                    = run.result().value(QStringLiteral("files")).toArray().at(0).toObject();
                const int taken
                    = file.value(QStringLiteral("ok")).toInt() + file.value(QStringLiteral("fixed")).toInt();
                const int setAside = file.value(QStringLiteral("quarantined")).toInt()
                    + file.value(QStringLiteral("skipped")).toInt();
                outcome = setAside > 0 ? QStringLiteral("quarantine") : QStringLiteral("accept");
                QCOMPARE(taken, cells[8].toInt());
                QCOMPARE(setAside, cells[9].toInt());
            } else {
                QCOMPARE(run.exitCode, 3);
                QVERIFY(!run.error().value(QStringLiteral("text")).toString().isEmpty());
            }
            QVERIFY2(outcome == QString::fromUtf8(cells[5]), cells[0].constData());
            QCOMPARE(runProgram({QStringLiteral("check"), workspace.path()}).exitCode, 0);
        }
        QCOMPARE(files, 21);
    }

private:
    /// By weekday, by gender and per patient, from the events and members the program writes.
    static void appointmentsAreCountedAsOthersDid(const TemporaryWorkspace& workspace,
                                                  const QJsonObject& checks)
    {
        const QString members = workspace.file(QStringLiteral("women.csv"));
        QCOMPARE(runProgram({QStringLiteral("audience"), workspace.path(), QStringLiteral("--where"),
                             QStringLiteral("gender = female"), QStringLiteral("--members"), members})
                     .exitCode,
                 0);
        std::set<QByteArray> women;
        for (const QList<QByteArray>& row : tableRows(members)) {
            women.insert(row[0]);
        }
        const QString events = workspace.file(QStringLiteral("events.csv"));
        QCOMPARE(runProgram({QStringLiteral("events"), workspace.path(), QStringLiteral("--csv"), events})
                     .exitCode,
                 0);
        std::map<QString, std::pair<int, int>> weekday;
        std::map<QString, std::pair<int, int>> gender;
        std::map<QByteArray, int> perPatient;
        for (const QList<QByteArray>& row : tableRows(events)) {
            if (row[2] == "booking_create") {
                ++perPatient[row[0]];
                continue;
            }
            const int missed = row[2] == "booking_noshow" ? 1 : 0;
            const QDate day = QDate::fromString(QString::fromLatin1(row[1].left(10)), Qt::ISODate);
            for (auto* counts :
                 {&weekday[QString::number(day.dayOfWeek() - 1)],
                  &gender[women.count(row[0]) != 0 ? QStringLiteral("F") : QStringLiteral("M")]}) {
                ++counts->first;
                counts->second += missed;
            }
        }
        QCOMPARE(pairsOf(weekday), valueOf(checks, QStringLiteral("by_weekday")).toObject());
        QCOMPARE(pairsOf(gender), valueOf(checks, QStringLiteral("by_gender")).toObject());
        std::map<QString, int> howMany;
        for (const auto& [patient, count] : perPatient) {
            ++howMany[QString::number(std::min(count, 10))];
        }
        QCOMPARE(howMany, countsOf(valueOf(checks, QStringLiteral("appointments_per_patient"))));
    }

    static QJsonObject pairsOf(const std::map<QString, std::pair<int, int>>& counts)
    {
        QJsonObject object;
        for (const auto& [key, count] : counts) {
            object[key] = QJsonArray {count.first, count.second};
        }
        return object;
    }
};

MEITRACE_TEST(TestRealData)
#include "tst_realdata.moc"
