// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as a contract: exit codes, sentences, one JSON document, same bytes for any number of
// threads.
#include "tests/app/programrun.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace meitrace::test;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QString code(const ProgramRun& run)
{
    return run.error().value(QStringLiteral("code")).toString();
}

const QByteArray kBills = "订单号,客户姓名,手机号,消费日期,项目,金额,渠道\n"
                          "T1,赵一A,16400000001,2026-01-05,光子嫩肤,100.00,抖音\n"
                          "T2,钱二B,16400000002,2026-02-05,热玛吉,200.00,美团\n"
                          "T3,孙三C,16400000003,2026-02-30,热玛吉,300.00,美团\n";

}  // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void theDemoClinicAnswersTheSameForAnyNumberOfThreads()
    {
        const TemporaryWorkspace folder;
        const QString demo = folder.file(QStringLiteral("demo.meitrace"));
        const ProgramRun made = runProgram({QStringLiteral("demo"), demo, QStringLiteral("--size"),
                                            QStringLiteral("S"), QStringLiteral("--json")});
        QCOMPARE(made.exitCode, 0);
        const QJsonArray files = made.result().value(QStringLiteral("files")).toArray();
        for (const QJsonValue& value : files) {
            const QJsonObject file = value.toObject();
            int sum = 0;
            for (const char* fate :
                 {"ok", "fixed", "quarantined", "duplicate", "skipped", "superseded", "erased"}) {
                sum += file.value(QLatin1String(fate)).toInt();
            }
            QCOMPARE(sum, file.value(QStringLiteral("rows_read")).toInt());
        }
        const QList<QStringList> questions {
            {QStringLiteral("funnel"), demo, QStringLiteral("--steps"),
             QStringLiteral("lead,booking_create,arrive,deal"), QStringLiteral("--split"),
             QStringLiteral("channel")},
            {QStringLiteral("rfm"), demo, QStringLiteral("--grid"), QStringLiteral("eleven")},
            {QStringLiteral("audience"), demo, QStringLiteral("--where"),
             QStringLiteral("did arrive last 180d AND reachable(wechat)")},
            {QStringLiteral("persona"), demo, QStringLiteral("--of"), QStringLiteral("rfm.r >= 4")},
            {QStringLiteral("status"), demo},
        };
        for (const QStringList& question : questions) {
            QByteArray first;
            for (const char* threads : {"1", "2", "7"}) {
                const ProgramRun run
                    = runProgram(question
                                 + QStringList {QStringLiteral("--json"), QStringLiteral("--threads"),
                                                QLatin1String(threads)});
                QCOMPARE(run.exitCode, 0);
                QVERIFY(!run.json().isEmpty());
                QCOMPARE(run.output.count('\n'), 1);
                first = first.isEmpty() ? run.output : first;
                QCOMPARE(run.output, first);
            }
        }
        const ProgramRun text
            = runProgram(questions[0] + QStringList {QStringLiteral("--lang"), QStringLiteral("zh_CN")});
        QVERIFY(QString::fromUtf8(text.output).contains(QStringLiteral("占首步")));
    }

    void reachedLostAndOpenAddUp()
    {
        const TemporaryWorkspace folder;
        const QString demo = folder.file(QStringLiteral("demo.meitrace"));
        QVERIFY(makeDemoClinic(demo));
        const ProgramRun run
            = runProgram({QStringLiteral("funnel"), demo, QStringLiteral("--steps"),
                          QStringLiteral("lead,booking_create,arrive,deal"), QStringLiteral("--json")});
        const QJsonArray steps = run.result().value(QStringLiteral("steps")).toArray();
        QCOMPARE(steps.size(), 4);
        QVERIFY(steps[3].toObject().value(QStringLiteral("customers")).toInt() > 100);
        for (qsizetype i = 1; i < steps.size(); ++i) {
            const QJsonObject step = steps[i].toObject();
            QCOMPARE(step.value(QStringLiteral("customers")).toInt()
                         + step.value(QStringLiteral("lost")).toInt()
                         + step.value(QStringLiteral("open")).toInt(),
                     steps[i - 1].toObject().value(QStringLiteral("customers")).toInt());
        }
    }

    void rowsSetAsideAreMendedAndLoadedAgain()
    {
        const TemporaryWorkspace workspace(QStringLiteral("Asia/Shanghai"));
        const QString bills = workspace.file(QStringLiteral("bills.csv"));
        write(bills, kBills);
        const ProgramRun loaded
            = runProgram({QStringLiteral("import"), workspace.path(), bills, QStringLiteral("--kind"),
                          QStringLiteral("his_billing"), QStringLiteral("--json")});
        QCOMPARE(loaded.exitCode, 0);
        const QString mend = workspace.file(QStringLiteral("mend.csv"));
        const ProgramRun aside = runProgram({QStringLiteral("quarantine"), workspace.path(),
                                             QStringLiteral("--csv"), mend, QStringLiteral("--json")});
        const QJsonObject row = aside.result().value(QStringLiteral("rows")).toArray().at(0).toObject();
        QCOMPARE(row.value(QStringLiteral("line")).toInt(), 4);
        QCOMPARE(row.value(QStringLiteral("rule")).toString(), QStringLiteral("bad_time"));
        QFile file(mend);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray mended = file.readAll().replace("2026-02-30", "2026-02-28");
        file.close();
        write(mend, mended);
        QCOMPARE(runProgram({QStringLiteral("requeue"), workspace.path(), mend}).exitCode, 0);
        const QJsonObject status
            = runProgram({QStringLiteral("status"), workspace.path(), QStringLiteral("--json")}).result();
        QCOMPARE(status.value(QStringLiteral("quarantine_open")).toInt(), 0);
        QCOMPARE(status.value(QStringLiteral("customers")).toInt(), 3);
        QCOMPARE(
            status.value(QStringLiteral("documents")).toObject().value(QStringLiteral("bill_line")).toInt(),
            3);
        QCOMPARE(runProgram({QStringLiteral("undo-import"), workspace.path(), QStringLiteral("2")}).exitCode,
                 0);
        QCOMPARE(runProgram({QStringLiteral("undo-import"), workspace.path(), QStringLiteral("1")}).exitCode,
                 0);
        const QJsonObject empty
            = runProgram({QStringLiteral("status"), workspace.path(), QStringLiteral("--json")}).result();
        QCOMPARE(empty.value(QStringLiteral("customers")).toInt(), 0);
        QCOMPARE(empty.value(QStringLiteral("events")).toInt(), 0);
    }

    void theSameFileTwiceAddsNothing()
    {
        const TemporaryWorkspace workspace;
        const QString bills = workspace.file(QStringLiteral("bills.csv"));
        write(bills, kBills);
        const QStringList import {
            QStringLiteral("import"),      workspace.path(),        bills, QStringLiteral("--kind"),
            QStringLiteral("his_billing"), QStringLiteral("--json")};
        QCOMPARE(runProgram(import).exitCode, 0);
        const ProgramRun again = runProgram(import);
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(again.result()
                     .value(QStringLiteral("files"))
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(QStringLiteral("duplicate"))
                     .toInt(),
                 3);
        QCOMPARE(again.json().value(QStringLiteral("warnings")).toArray().size(), 1);
    }

    void aTrialKeepsNothing()
    {
        const TemporaryWorkspace workspace;
        const QString bills = workspace.file(QStringLiteral("bills.csv"));
        write(bills, kBills);
        const ProgramRun trial = runProgram({QStringLiteral("import"), workspace.path(), bills,
                                             QStringLiteral("--kind"), QStringLiteral("his_billing"),
                                             QStringLiteral("--dry-run"), QStringLiteral("--json")});
        QCOMPARE(trial.exitCode, 0);
        QCOMPARE(trial.result()
                     .value(QStringLiteral("files"))
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(QStringLiteral("ok"))
                     .toInt(),
                 2);
        QCOMPARE(runProgram({QStringLiteral("status"), workspace.path(), QStringLiteral("--json")})
                     .result()
                     .value(QStringLiteral("events"))
                     .toInt(),
                 0);
    }

    void badInputIsOneSentenceAndNothingIsLost_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        QTest::newRow("empty") << QByteArray() << "a.csv"
                               << "file_empty";
        QTest::newRow("workbook") << QByteArray("PK\x03\x04zzzzzzzzzzzzzzzzzzzzzzzzzzz") << "a.csv"
                                  << "file_format";
        QTest::newRow("cut gzip") << QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x4b\x4c", 12)
                                  << "a.csv.gz"
                                  << "file_truncated";
        QTest::newRow("nothing known") << QByteArray("x,y\n1,2\n") << "a.csv"
                                       << "kind_unclear";
    }

    void badInputIsOneSentenceAndNothingIsLost()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(QString, expected);
        const TemporaryWorkspace workspace;
        write(workspace.file(name), bytes);
        const ProgramRun run = runProgram(
            {QStringLiteral("import"), workspace.path(), workspace.file(name), QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 3);
        QCOMPARE(code(run), expected);
        QCOMPARE(run.errors.count('\n'), 1);
        QCOMPARE(runProgram({QStringLiteral("check"), workspace.path()}).exitCode, 0);
    }

    void filesThatAreNotThereAreSaidSo()
    {
        const TemporaryWorkspace workspace;
        const ProgramRun missing = runProgram({QStringLiteral("import"), workspace.path(),
                                               QStringLiteral("/nowhere/x.csv"), QStringLiteral("--json")});
        QCOMPARE(missing.exitCode, 3);
        QCOMPARE(code(missing), QStringLiteral("file_missing"));
        const ProgramRun folder = runProgram({QStringLiteral("import"), workspace.path(),
                                              QFileInfo(workspace.path()).path(), QStringLiteral("--json")});
        QCOMPARE(folder.exitCode, 3);
        QCOMPARE(code(folder), QStringLiteral("file_is_folder"));
        const ProgramRun store = runProgram(
            {QStringLiteral("status"), QStringLiteral("/nowhere/w.meitrace"), QStringLiteral("--json")});
        QCOMPARE(store.exitCode, 4);
        QCOMPARE(code(store), QStringLiteral("store_missing"));
    }

    void aFileOfAnotherProgramIsNotTouched()
    {
        const TemporaryWorkspace workspace;
        const QString other = workspace.file(QStringLiteral("other.meitrace"));
        write(other,
              "This is a text, not a workspace. It is long enough to look like a file with something in it.");
        const ProgramRun run = runProgram({QStringLiteral("status"), other, QStringLiteral("--json")});
        QCOMPARE(run.exitCode, 4);
        QCOMPARE(code(run), QStringLiteral("store_foreign"));
        QVERIFY(runProgram({QStringLiteral("new"), other}).exitCode != 0);
        QFile file(other);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("This is a text"));
    }

    void aBadMappingNamesItsPlace()
    {
        const TemporaryWorkspace workspace;
        write(workspace.file(QStringLiteral("bills.csv")), kBills);
        const QString map = workspace.file(QStringLiteral("m.json"));
        const auto load = [&](const QByteArray& json) {
            write(map, json);
            return runProgram({QStringLiteral("import"), workspace.path(),
                               workspace.file(QStringLiteral("bills.csv")), QStringLiteral("--mapping"), map,
                               QStringLiteral("--json")});
        };
        const ProgramRun broken = load("{ \"kind\": ");
        QCOMPARE(broken.exitCode, 3);
        QCOMPARE(code(broken), QStringLiteral("bad_mapping"));
        const ProgramRun column = load("{\"kind\":\"his_billing\",\"columns\":{\"手机号\":\"phone\","
                                       "\"nichts\":\"pay_time\",\"金额\":\"paid_amount\"}}");
        QCOMPARE(column.exitCode, 3);
        QCOMPARE(code(column), QStringLiteral("unknown_column"));
        const ProgramRun field = load("{\"kind\":\"his_billing\",\"columns\":{\"手机号\":\"phone\","
                                      "\"消费日期\":\"pay_day\",\"金额\":\"paid_amount\"}}");
        QCOMPARE(field.exitCode, 3);
        QCOMPARE(code(field), QStringLiteral("unknown_field"));
    }

    void rulesAreRefusedWithTheirPlace()
    {
        const TemporaryWorkspace workspace;
        write(workspace.file(QStringLiteral("bills.csv")), kBills);
        QCOMPARE(runProgram({QStringLiteral("import"), workspace.path(),
                             workspace.file(QStringLiteral("bills.csv")), QStringLiteral("--kind"),
                             QStringLiteral("his_billing")})
                     .exitCode,
                 0);
        const ProgramRun rule
            = runProgram({QStringLiteral("audience"), workspace.path(), QStringLiteral("--where"),
                          QStringLiteral("gender ="), QStringLiteral("--json")});
        QCOMPARE(rule.exitCode, 3);
        QCOMPARE(code(rule), QStringLiteral("bad_rule"));
        const ProgramRun window
            = runProgram({QStringLiteral("funnel"), workspace.path(), QStringLiteral("--steps"),
                          QStringLiteral("bill,treat"), QStringLiteral("--window"), QStringLiteral("5m"),
                          QStringLiteral("--json")});
        QCOMPARE(window.exitCode, 3);
        QVERIFY(window.error().value(QStringLiteral("text")).toString().contains(QStringLiteral("mo")));
        QCOMPARE(runProgram({QStringLiteral("funnel"), workspace.path()}).exitCode, 2);
        QCOMPARE(runProgram({QStringLiteral("dance"), workspace.path()}).exitCode, 2);
        QCOMPARE(runProgram({QStringLiteral("rfm"), workspace.path(), QStringLiteral("--bins"),
                             QStringLiteral("many")})
                     .exitCode,
                 2);
    }

    void aValueIsMendedWhereverItStands()
    {
        const TemporaryWorkspace workspace(QStringLiteral("Asia/Shanghai"));
        const QString bills = workspace.file(QStringLiteral("bills.csv"));
        write(bills, kBills);
        QCOMPARE(runProgram({QStringLiteral("import"), workspace.path(), bills, QStringLiteral("--kind"),
                             QStringLiteral("his_billing")})
                     .exitCode,
                 0);
        const QJsonArray groups = runProgram({QStringLiteral("quarantine"), workspace.path(),
                                              QStringLiteral("--groups"), QStringLiteral("--json")})
                                      .result()
                                      .value(QStringLiteral("groups"))
                                      .toArray();
        QCOMPARE(groups.size(), 1);
        const QJsonObject group = groups.at(0).toObject();
        QCOMPARE(group.value(QStringLiteral("rule")).toString(), QStringLiteral("bad_time"));
        QCOMPARE(group.value(QStringLiteral("rows")).toInt(), 1);
        const QStringList mend {QStringLiteral("mend"),    workspace.path(),
                                QStringLiteral("--field"), group.value(QStringLiteral("field")).toString(),
                                QStringLiteral("--value"), QStringLiteral("2026-02-30")};
        QCOMPARE(runProgram(mend).exitCode, 2);  // nothing says what it becomes
        const ProgramRun mended
            = runProgram(mend
                         + QStringList {QStringLiteral("--becomes"), QStringLiteral("2026-02-28"),
                                        QStringLiteral("--json")});
        QCOMPARE(mended.exitCode, 0);
        QCOMPARE(mended.result().value(QStringLiteral("taken")).toInt(), 1);
        const ProgramRun left
            = runProgram({QStringLiteral("quarantine"), workspace.path(), QStringLiteral("--groups")});
        QVERIFY(left.output.contains("No row is set aside"));
    }

    void everyCommandHelps()
    {
        const ProgramRun overview = runProgram({QStringLiteral("help")});
        QCOMPARE(overview.exitCode, 0);
        for (const char* command :
             {"new",     "demo",        "import",  "presets", "columns",  "status",  "quarantine", "mend",
              "requeue", "undo-import", "resolve", "links",   "review",   "events",  "check",      "backup",
              "restore", "audit",       "funnel",  "rfm",     "audience", "persona", "match"}) {
            QVERIFY2(overview.output.contains(command), command);
            const ProgramRun help = runProgram({QStringLiteral("help"), QLatin1String(command)});
            QCOMPARE(help.exitCode, 0);
            QVERIFY2(help.output.contains("--json"), command);
        }
    }

    void ctrlCLeavesTheWorkspaceAsItWas()
    {
        const TemporaryWorkspace workspace;
        const QString big = workspace.file(QStringLiteral("big.csv"));
        QByteArray rows = "user_id,event_time,event_name\n";
        for (int i = 0; i < 600'000; ++i) {
            rows += "u" + QByteArray::number(i % 50'000)
                + ",2026-01-01 10:00:" + QByteArray::number(10 + i % 50) + ",page_view\n";
        }
        write(big, rows);
        int cancelled = 0;
        for (const int wait : {30, 60, 90, 120, 200, 300}) {
            QProcess process;
            process.start(programPath(),
                          {QStringLiteral("import"), workspace.path(), big, QStringLiteral("--kind"),
                           QStringLiteral("web_event")});
            QVERIFY(process.waitForStarted());
            // Not qWait: a child reaped meanwhile has the id 0, which signals our own process group.
            const qint64 child = process.processId();
            QVERIFY(child > 0);
            QThread::msleep(static_cast<unsigned long>(wait));
            ::kill(static_cast<pid_t>(child), SIGINT);
            QVERIFY(process.waitForFinished(60'000));
            const QJsonObject status
                = runProgram({QStringLiteral("status"), workspace.path(), QStringLiteral("--json")}).result();
            if (process.exitCode() == 0) {
                break;  // it was quicker than we
            }
            cancelled += process.exitCode() == 5 ? 1 : 0;
            QCOMPARE(status.value(QStringLiteral("events")).toInt(), 0);
            QCOMPARE(status.value(QStringLiteral("batches")).toArray().size(), 0);
        }
        QVERIFY(cancelled > 0);
    }
};

MEITRACE_TEST(TestCommandLine)
#include "tst_commandline.moc"
