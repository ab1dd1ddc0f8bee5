// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real program watching a folder.
#include "tests/app/programrun.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace meitrace;
using namespace meitrace::test;

namespace {

const QByteArray kBills = "订单号,客户姓名,手机号,消费日期,项目,金额,渠道\n"
                          "T1,客户甲,16400000001,2026-01-11,光子嫩肤,100.00,抖音\n"
                          "T2,客户乙,16400000002,2026-01-12,光子嫩肤,abc,抖音\n";

/// The program while it watches; its lines as they come.
class Watching {
public:
    explicit Watching(const QStringList& arguments)
    {
        m_process.start(programPath(), QStringList {QStringLiteral("watch")} + arguments);
        m_process.waitForStarted();
    }

    ~Watching()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Watching(const Watching&) = delete;
    Watching& operator=(const Watching&) = delete;

    /// The next line as an object; empty when none comes in time.
    QJsonObject next()
    {
        QElapsedTimer timer;
        timer.start();
        while (!m_process.canReadLine() && timer.elapsed() < 30'000) {
            m_process.waitForReadyRead(500);
        }
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }

    int end()
    {
        if (m_process.processId() > 0) {
            ::kill(static_cast<pid_t>(m_process.processId()), SIGINT);
        }
        m_process.waitForFinished(30'000);
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

private:
    QProcess m_process;
};

QString eventOf(const QJsonObject& line)
{
    return line.value(QStringLiteral("event")).toString();
}

}  // namespace

class TestWatch : public QObject {
    Q_OBJECT

private slots:
    void filesAreLoadedAsTheyCome()
    {
        TemporaryWorkspace workspace;
        const QString folder = workspace.file(QStringLiteral("drop"));
        QDir().mkpath(folder);
        Watching watching({workspace.path(), folder, QStringLiteral("--interval"), QStringLiteral("1"),
                           QStringLiteral("--json")});
        QCOMPARE(eventOf(watching.next()), QStringLiteral("watching"));
        writeFile(folder + QStringLiteral("/bills.csv"), kBills);
        const QJsonObject loaded = watching.next();
        QCOMPARE(eventOf(loaded), QStringLiteral("loaded"));
        QCOMPARE(loaded.value(QStringLiteral("kind")).toString(), QStringLiteral("his_billing"));
        QCOMPARE(loaded.value(QStringLiteral("rows_read")).toInt(), 2);
        QCOMPARE(loaded.value(QStringLiteral("quarantined")).toInt(), 1);
        // The same content under another name, then what is no export.
        writeFile(folder + QStringLiteral("/copy.csv"), kBills);
        QCOMPARE(eventOf(watching.next()), QStringLiteral("already_loaded"));
        writeFile(folder + QStringLiteral("/notes.csv"), "alpha,beta\n1,2\n");
        const QJsonObject refused = watching.next();
        QCOMPARE(eventOf(refused), QStringLiteral("refused"));
        QCOMPARE(refused.value(QStringLiteral("code")).toString(), QStringLiteral("kind_unclear"));
        QVERIFY(!refused.value(QStringLiteral("text")).toString().isEmpty());
        QCOMPARE(watching.end(), 0);
        const QJsonObject status
            = runProgram({QStringLiteral("status"), workspace.path(), QStringLiteral("--json")}).result();
        QCOMPARE(status.value(QStringLiteral("batches")).toArray().size(), 1);
    }

    void onceLoadsWhatLiesThereAndEnds()
    {
        TemporaryWorkspace workspace;
        const QString folder = workspace.file(QStringLiteral("drop"));
        QDir().mkpath(folder);
        writeFile(folder + QStringLiteral("/bills.csv"), kBills);
        const ProgramRun run
            = runProgram({QStringLiteral("watch"), workspace.path(), folder, QStringLiteral("--once"),
                          QStringLiteral("--interval"), QStringLiteral("1"), QStringLiteral("--lang"),
                          QStringLiteral("en")});
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.output.contains("bills.csv: ")
                     && run.output.contains("2 rows, 1 taken, 1 set aside, batch 1."),
                 run.output.constData());
        QCOMPARE(run.output.count('\n'), 1);
    }

    void whatCannotBeWatchedIsRefused()
    {
        TemporaryWorkspace workspace;
        const auto exitOf = [](const QStringList& arguments) {
            return runProgram(QStringList {QStringLiteral("watch")} + arguments).exitCode;
        };
        QCOMPARE(exitOf({workspace.path(), workspace.file(QStringLiteral("gone"))}), 3);
        QCOMPARE(exitOf({workspace.path(), workspace.path()}), 2);
        QCOMPARE(exitOf({workspace.file(QStringLiteral("none.meitrace")), QDir::tempPath()}), 4);
        QCOMPARE(
            exitOf({workspace.path(), QDir::tempPath(), QStringLiteral("--interval"), QStringLiteral("0")}),
            2);
    }
};

MEITRACE_TEST(TestWatch)

#include "tst_watch.moc"
