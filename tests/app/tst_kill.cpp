// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real program killed at random instants: what was acknowledged is there, what was not is whole or
// absent.
#include "models/base/random.h"
#include "tests/app/programrun.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <csignal>
#include <map>

using namespace meitrace;
using namespace meitrace::test;

namespace {

QByteArray bills(int from, int rows)
{
    QByteArray text = "订单号,客户姓名,手机号,消费日期,项目,金额,渠道\n";
    for (int i = from; i < from + rows; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "T" + number + ",客户" + number + "A,164" + number.rightJustified(8, '0') + ",2026-01-"
            + QByteArray::number(10 + i % 20) + ",光子嫩肤," + QByteArray::number(100 + i) + ".00,抖音\n";
    }
    return text;
}

QByteArray events(int rows)
{
    QByteArray text = "user_id,event_time,event_name\n";
    for (int i = 0; i < rows; ++i) {
        text += "u" + QByteArray::number(i % 500) + ",2026-02-01 10:00:" + QByteArray::number(10 + i % 50)
            + ",page_view\n";
    }
    return text;
}

QJsonObject statusOf(const QString& workspace)
{
    return runProgram({QStringLiteral("status"), workspace, QStringLiteral("--json")}).result();
}

int killsWanted()
{
    const QByteArray named = qgetenv("MEITRACE_KILLS");
    return named.isEmpty() ? 100 : named.toInt();
}

}  // namespace

class TestKill : public QObject {
    Q_OBJECT

private slots:
    void everyAcknowledgedFileSurvivesAndNoneIsHalfThere()
    {
        const TemporaryWorkspace folder;
        const QString first = folder.file(QStringLiteral("a.csv"));
        const QString second = folder.file(QStringLiteral("b.csv"));
        const QString third = folder.file(QStringLiteral("c.csv"));
        writeFile(first, bills(0, 300));
        writeFile(second, bills(300, 1500));
        writeFile(third, events(20'000));
        const QStringList kind {QStringLiteral("--kind")};
        QCOMPARE(runProgram(QStringList {QStringLiteral("import"), folder.path(), first} + kind
                            + QStringList {QStringLiteral("his_billing")})
                     .exitCode,
                 0);
        // What the workspace holds with one, two and three files, loaded in peace.
        std::map<qsizetype, int> eventsWith;
        const QString calm = folder.file(QStringLiteral("calm.meitrace"));
        QVERIFY(QFile::copy(folder.path(), calm));
        eventsWith[1] = statusOf(calm).value(QStringLiteral("events")).toInt();
        QElapsedTimer work;
        work.start();
        QCOMPARE(runProgram({QStringLiteral("import"), calm, second, QStringLiteral("--kind"),
                             QStringLiteral("his_billing")})
                     .exitCode,
                 0);
        eventsWith[2] = statusOf(calm).value(QStringLiteral("events")).toInt();
        QCOMPARE(runProgram({QStringLiteral("import"), calm, third}).exitCode, 0);
        // However slow the machine is now: the instants of the kills lie from the start to about the end.
        const auto span = static_cast<std::uint64_t>(std::max<qint64>(work.elapsed(), 100)) * 1000;
        eventsWith[3] = statusOf(calm).value(QStringLiteral("events")).toInt();
        QVERIFY(eventsWith[1] > 0 && eventsWith[1] < eventsWith[2] && eventsWith[2] < eventsWith[3]);

        std::map<qsizetype, int> seen;
        Random random(20260630);
        const QString victim = folder.file(QStringLiteral("victim.meitrace"));
        for (int kill = 0; kill < killsWanted(); ++kill) {
            for (const char* suffix : {"", "-wal", "-shm", "-journal", ".lock"}) {
                QFile::remove(victim + QLatin1String(suffix));
            }
            QVERIFY(QFile::copy(folder.path(), victim));
            QProcess process;
            process.start(programPath(), {QStringLiteral("import"), victim, second, third});
            QVERIFY(process.waitForStarted());
            const qint64 child = process.processId();
            QVERIFY(child > 0);  // 0 would signal our own process group
            QThread::usleep(random.below(span));
            ::kill(static_cast<pid_t>(child), SIGKILL);
            QVERIFY(process.waitForFinished(60'000));
            const QJsonObject status = statusOf(victim);
            const QJsonArray batches = status.value(QStringLiteral("batches")).toArray();
            ++seen[batches.size()];
            QVERIFY(batches.size() >= 1 && batches.size() <= 3);
            QCOMPARE(status.value(QStringLiteral("events")).toInt(), eventsWith[batches.size()]);
            for (const QJsonValue& value : batches) {
                const QJsonObject batch = value.toObject();
                QCOMPARE(batch.value(QStringLiteral("ok")).toInt()
                             + batch.value(QStringLiteral("fixed")).toInt(),
                         batch.value(QStringLiteral("rows_read")).toInt());
            }
            QCOMPARE(runProgram({QStringLiteral("check"), victim}).exitCode, 0);
        }
        // The instants really lay inside the work.
        QVERIFY(seen.size() >= 2);
    }
};

MEITRACE_TEST(TestKill)
#include "tst_kill.moc"
