// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may ask for: a copy of her data, and to be erased, through the real program.
#include "tests/app/programrun.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace meitrace::test;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Marks planted in every kind of file, each written as that source would write it.
const QList<QByteArray> kMarks {"13966668888",  "测试欧阳雪",       "CHART777001",
                                "ext_mark_001", "device_mark_9001", "mark@example.org",
                                "独有项目标记", "独有搜索标记",     "凭证标记8855"};

/// Writes one file of nine kinds with two people in each and imports them.
void loadEverything(const TemporaryWorkspace& folder)
{
    const QList<std::pair<QString, QByteArray>> files {
        {QStringLiteral("his_customer"),
         "his_no,name,phone,email,registered_at\nCHART777001,测试欧阳雪,13966668888,mark@example.org,2026-01-"
         "01\n"
         "CHART2,李四,13800000022,,2026-01-02\n"},
        {QStringLiteral("his_consult"),
         "his_no,name,phone,lead_time,lead_no\nCHART777001,测试欧阳雪,13966668888,2026-01-03 10:00:00,L1\n"
         "CHART2,李四,13800000022,2026-01-03 11:00:00,L2\n"},
        {QStringLiteral("his_billing"),
         "his_no,phone,order_no,pay_time,item_name,paid_amount\n"
         "CHART777001,13966668888,O1,2026-02-01 10:00:00,独有项目标记,1200\n"
         "CHART777001,13966668888,O2,不是时间,独有项目标记,1200\n"
         "CHART2,13800000022,O3,2026-02-01 11:00:00,光子,300\n"},
        {QStringLiteral("his_consumption"),
         "his_no,consume_no,consume_time,item_name,qty\nCHART777001,X1,2026-02-02 10:00:00,独有项目标记,1\n"
         "CHART2,X2,2026-02-02 10:00:00,光子,1\n"},
        {QStringLiteral("his_booking"),
         "his_no,booking_no,booking_time,booking_status\nCHART777001,B1,2026-02-03 10:00:00,已确认\n"
         "CHART2,B2,2026-02-03 10:00:00,已确认\n"},
        {QStringLiteral("his_visit"),
         "his_no,visit_no,visit_time,visit_type\nCHART777001,V1,2026-02-03 10:00:00,初诊\n"
         "CHART2,V2,2026-02-03 10:00:00,初诊\n"},
        {QStringLiteral("web_event"),
         "visitor_id,his_no,event_time,event_name,search_term\n"
         "device_mark_9001,CHART777001,2026-01-01 09:00:00,search,独有搜索标记\n"
         "device_mark_9001,CHART777001,2026-01-01 09:01:00,page_view,\n"
         "device_2,,2026-01-01 09:00:00,search,光子\n"},
        {QStringLiteral("touch_log"),
         "external_userid,phone,send_time,touch_channel\next_mark_001,13966668888,2026-02-10 10:00:00,短信\n"
         "ext_2,13800000022,2026-02-10 10:00:00,短信\n"},
        {QStringLiteral("consent"),
         "his_no,consent_scope,channel,consent_status,consent_time,evidence\n"
         "CHART777001,营销,短信,同意,2026-01-05 10:00:00,凭证标记8855\n"
         "CHART2,营销,短信,同意,2026-01-05 10:00:00,纸质\n"}};
    for (const auto& [kind, bytes] : files) {
        const QString path = folder.file(kind + QStringLiteral(".csv"));
        write(path, bytes);
        QByteArray columns;
        const QList<QByteArray> header = bytes.left(bytes.indexOf('\n')).split(',');
        for (const QByteArray& name : header) {
            columns += (columns.isEmpty() ? "\"" : ",\"") + name + "\":\"" + name + "\"";
        }
        const QString mapping = folder.file(kind + QStringLiteral(".json"));
        write(mapping, "{\"kind\":\"" + kind.toUtf8() + "\",\"columns\":{" + columns + "}}");
        const ProgramRun run = runProgram({QStringLiteral("import"), folder.path(), path,
                                           QStringLiteral("--mapping"), mapping, QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
    }
}

/// Code of the customer with a handle of this name.
QString codeOf(const TemporaryWorkspace& folder, const QByteArray& handle)
{
    runProgram({QStringLiteral("links"), folder.path(), QStringLiteral("--csv"),
                folder.file(QStringLiteral("links.csv"))});
    for (const QByteArray& line : bytesOf(folder.file(QStringLiteral("links.csv"))).split('\n')) {
        const QList<QByteArray> cells = line.split(',');
        if (cells.size() > 3 && cells[2] == handle) {
            return QString::fromUtf8(cells[3]);
        }
    }
    return {};
}

QJsonObject statusOf(const TemporaryWorkspace& folder)
{
    return runProgram({QStringLiteral("status"), folder.path(), QStringLiteral("--json")}).result();
}

}  // namespace

class TestPerson : public QObject {
    Q_OBJECT

private slots:
    void theCopyIsCompleteOverAllKinds()
    {
        const TemporaryWorkspace folder;
        loadEverything(folder);
        const QString code = codeOf(folder, "his:CHART777001");
        QVERIFY(!code.isEmpty());
        const QString out = folder.file(QStringLiteral("her.json"));
        const ProgramRun run
            = runProgram({QStringLiteral("copy-of"), folder.path(), code, out, QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        const QByteArray bytes = bytesOf(out);
        const QJsonObject copy = QJsonDocument::fromJson(bytes).object();
        for (const char* part :
             {"person_record", "lead", "bill_line", "treat_line", "booking", "visit", "consent_record"}) {
            QVERIFY2(copy.value(QLatin1String(part)).toArray().size() == 1, part);
        }
        // Every row of the files that is hers, the one set aside as well.
        QCOMPARE(copy.value(QStringLiteral("file_rows")).toArray().size(), 11);
        for (const QByteArray& mark : kMarks) {
            QVERIFY2(bytes.contains(mark), mark.constData());
        }
        QVERIFY(!bytes.contains("CHART2\"") && !bytes.contains("13800000022"));
        QCOMPARE(QFile::permissions(out)
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        const QString table = folder.file(QStringLiteral("her.csv"));
        QCOMPARE(runProgram({QStringLiteral("copy-of"), folder.path(), code, table}).exitCode, 0);
        QVERIFY(bytesOf(table).contains("13966668888"));
        const ProgramRun audit
            = runProgram({QStringLiteral("audit"), folder.path(), QStringLiteral("--json")});
        QVERIFY(audit.output.contains("copy-of") && !audit.output.contains("13966668888"));
    }

    void theCopyIsWholeOrNotThere()
    {
        const TemporaryWorkspace folder;
        loadEverything(folder);
        const QString code = codeOf(folder, "his:CHART777001");
        const QString out = folder.file(QStringLiteral("nowhere/her.json"));
        QCOMPARE(runProgram({QStringLiteral("copy-of"), folder.path(), code, out}).exitCode, 1);
        const ProgramRun nobody
            = runProgram({QStringLiteral("copy-of"), folder.path(), QStringLiteral("C9999999"),
                          folder.file(QStringLiteral("x.json")), QStringLiteral("--json")});
        QCOMPARE(nobody.exitCode, 1);
        QCOMPARE(nobody.error().value(QStringLiteral("code")).toString(), QStringLiteral("not_found"));
        QVERIFY(!QFile::exists(folder.file(QStringLiteral("x.json"))));
    }

    void erasedMeansErased()
    {
        const TemporaryWorkspace folder;
        loadEverything(folder);
        const QString backup = folder.file(QStringLiteral("old-backup.meitrace"));
        QCOMPARE(runProgram({QStringLiteral("backup"), folder.path(), backup}).exitCode, 0);
        const QJsonObject before = statusOf(folder);
        const QString code = codeOf(folder, "his:CHART777001");
        const ProgramRun trial = runProgram({QStringLiteral("erase"), folder.path(), code,
                                             QStringLiteral("--dry-run"), QStringLiteral("--json")});
        QCOMPARE(trial.exitCode, 0);
        QCOMPARE(statusOf(folder).value(QStringLiteral("events")), before.value(QStringLiteral("events")));
        const ProgramRun run = runProgram({QStringLiteral("erase"), folder.path(), code,
                                           QStringLiteral("--yes"), QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        QCOMPARE(run.result().value(QStringLiteral("rows")), trial.result().value(QStringLiteral("rows")));
        QCOMPARE(run.result().value(QStringLiteral("rows")).toInt(), 11);
        QCOMPARE(run.result().value(QStringLiteral("backups")).toArray().first().toString(), backup);
        QCOMPARE(runProgram({QStringLiteral("check"), folder.path()}).exitCode, 0);
        const QJsonObject after = statusOf(folder);
        QCOMPARE(after.value(QStringLiteral("customers")).toInt(),
                 before.value(QStringLiteral("customers")).toInt() - 1);
        QCOMPARE(after.value(QStringLiteral("quarantine_open")).toInt(), 0);
        const QJsonArray batches = after.value(QStringLiteral("batches")).toArray();
        for (const QJsonValue& value : batches) {
            const QJsonObject batch = value.toObject();
            int sum = 0;
            for (const char* fate :
                 {"ok", "fixed", "quarantined", "duplicate", "skipped", "superseded", "erased"}) {
                sum += batch.value(QLatin1String(fate)).toInt();
            }
            QCOMPARE(sum, batch.value(QStringLiteral("rows_read")).toInt());
        }
        lookForMarks(folder);
    }

    void filesThatBringHerAgainAreLoadedWithoutHer()
    {
        const TemporaryWorkspace folder;
        loadEverything(folder);
        const QString code = codeOf(folder, "his:CHART777001");
        QCOMPARE(runProgram({QStringLiteral("erase"), folder.path(), code}).exitCode, 0);
        const int customers = statusOf(folder).value(QStringLiteral("customers")).toInt();
        // The same content once more, so that only a blank line tells the files apart.
        QFile bills(folder.file(QStringLiteral("his_billing.csv")));
        QVERIFY(bills.open(QIODevice::Append));
        bills.write("\n\n");
        bills.close();
        const ProgramRun again = runProgram(
            {QStringLiteral("import"), folder.path(), bills.fileName(), QStringLiteral("--mapping"),
             folder.file(QStringLiteral("his_billing.json")), QStringLiteral("--json")});
        QVERIFY2(again.exitCode == 0, again.errors.constData());
        const QJsonObject file = again.result().value(QStringLiteral("files")).toArray().first().toObject();
        QCOMPARE(file.value(QStringLiteral("erased")).toInt(), 2);
        QCOMPARE(file.value(QStringLiteral("duplicate")).toInt(), 1);
        QCOMPARE(file.value(QStringLiteral("rows_read")).toInt(), 3);
        QCOMPARE(statusOf(folder).value(QStringLiteral("customers")).toInt(), customers);
        QCOMPARE(runProgram({QStringLiteral("check"), folder.path()}).exitCode, 0);
        lookForMarks(folder);
    }

private:
    /// Nothing of hers may stand in the bytes of the workspace and of what lies beside it.
    static void lookForMarks(const TemporaryWorkspace& folder)
    {
        for (const char* suffix : {"", "-wal", "-shm", "-journal", ".lock"}) {
            const QByteArray bytes = bytesOf(folder.path() + QLatin1String(suffix));
            for (const QByteArray& mark : kMarks) {
                QVERIFY2(!bytes.contains(mark), mark + suffix);
            }
        }
    }
};

MEITRACE_TEST(TestPerson)

#include "tst_person.moc"
