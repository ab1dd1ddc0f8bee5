// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files of customers through the real program: who is in, who is left out and why, what is said about it.
#include "tests/app/programrun.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
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

QString text(const char* latin)
{
    return QString::fromLatin1(latin);
}

/// Eleven people, and for each what keeps her out of a file for SMS:
///  1 nothing  2 nothing, name runs in a spreadsheet  3 refused  4 withdrew  5 never asked  6 fifteen
///  7 test person  8 buys as staff  9 no phone  10 only e-mail  11 consents to ads too
const QByteArray kCustomers = "his_no,name,phone,email,birth_date,is_test\n"
                              "A1,王小明,13900000001,a1@example.org,1990-01-01,0\n"
                              "A2,=cmd|x,13900000002,,1990-01-01,0\n"
                              "A3,李四,13900000003,,1990-01-01,0\n"
                              "A4,赵六,13900000004,,1990-01-01,0\n"
                              "A5,孙七,13900000005,,1990-01-01,0\n"
                              "A6,周八,13900000006,,2011-01-01,0\n"
                              "A7,吴九,13900000007,,1990-01-01,1\n"
                              "A8,郑十,13900000008,,1990-01-01,0\n"
                              "A9,冯一,,,1990-01-01,0\n"
                              "A10,陈二,,a10@example.org,1990-01-01,0\n"
                              "A11,褚三,13900000011,a11@example.org,1990-01-01,0\n";

QByteArray bills()
{
    QByteArray rows = "his_no,order_no,pay_time,item_name,paid_amount,is_internal\n";
    for (int i = 1; i <= 11; ++i) {
        const QByteArray n = QByteArray::number(i);
        rows += "A" + n + ",O" + n + ",2026-03-0" + QByteArray::number(1 + i % 5) + " 10:00:00,光子,100,0\n";
    }
    return rows + "A8,O99,2026-03-02 11:00:00,光子,10,1\n";
}

QByteArray consents()
{
    QByteArray rows = "his_no,consent_scope,channel,consent_status,consent_time\n";
    for (const char* who : {"A1", "A2", "A4", "A6", "A7", "A8", "A9", "A10", "A11"}) {
        rows += QByteArray(who) + ",marketing,any,granted,2026-01-01 10:00:00\n";
    }
    return rows
        + "A3,marketing,sms,denied,2026-01-01 10:00:00\n"
          "A4,marketing,sms,withdrawn,2026-02-01 10:00:00\n"
          "A11,third_party_ads,any,granted,2026-01-01 10:00:00\n";
}

ProgramRun load(const TemporaryWorkspace& folder, const char* kind, const QByteArray& bytes)
{
    const QString name = text(kind);
    write(folder.file(name + text(".csv")), bytes);
    QByteArray columns;
    for (const QByteArray& column : bytes.left(bytes.indexOf('\n')).split(',')) {
        columns += (columns.isEmpty() ? "\"" : ",\"") + column + "\":\"" + column + "\"";
    }
    write(folder.file(name + text(".json")),
          "{\"kind\":\"" + name.toUtf8() + "\",\"columns\":{" + columns + "}}");
    return runProgram({text("import"), folder.path(), folder.file(name + text(".csv")), text("--mapping"),
                       folder.file(name + text(".json")), text("--json")});
}

ProgramRun audience(const TemporaryWorkspace& folder, const char* name, const char* rule, bool frozen = false)
{
    QStringList arguments {text("audience"), folder.path(),           text(name),
                           text("--where"),  QString::fromUtf8(rule), text("--json")};
    if (frozen) {
        arguments << text("--freeze");
    }
    return runProgram(arguments);
}

ProgramRun exportTo(const TemporaryWorkspace& folder, const char* name, const QString& out,
                    const QStringList& options)
{
    return runProgram(QStringList {text("export"), folder.path(), text(name), out, text("--json"),
                                   text("--lang"), text("en")}
                      + options);
}

QStringList sms()
{
    return {text("--channel"), text("sms"), text("--purpose"), text("spring reminder")};
}

qint64 removed(const QJsonObject& result, const char* reason)
{
    const QJsonArray entries = result.value(text("removed")).toArray();
    for (const QJsonValue& entry : entries) {
        if (entry.toObject().value(text("reason")).toString() == text(reason)) {
            return entry.toObject().value(text("count")).toInteger();
        }
    }
    return 0;
}

qint64 accounted(const QJsonObject& result)
{
    qint64 sum = result.value(text("rows")).toInteger() + result.value(text("held_out")).toInteger();
    const QJsonArray entries = result.value(text("removed")).toArray();
    for (const QJsonValue& entry : entries) {
        sum += entry.toObject().value(text("count")).toInteger();
    }
    return sum;
}

}  // namespace

class TestExport : public QObject {
    Q_OBJECT

private:
    TemporaryWorkspace m_folder;

private slots:
    void initTestCase()
    {
        for (const auto& [kind, bytes] :
             {std::pair("his_customer", kCustomers), std::pair("his_billing", bills()),
              std::pair("consent", consents())}) {
            const ProgramRun run = load(m_folder, kind, bytes);
            QVERIFY2(run.exitCode == 0, run.errors + run.output);
        }
        // A frozen list of everybody, the test person among them.
        QCOMPARE(audience(m_folder, "everyone", "did bill OR is_test = 1", true).exitCode, 0);
        QCOMPARE(audience(m_folder, "live", "did bill").exitCode, 0);
    }

    void aFileForSmsHoldsWhoAgreedAndSaysWhyTheOthersAreNotInIt()
    {
        const QString out = m_folder.file(text("sms.csv"));
        const ProgramRun run = exportTo(m_folder, "everyone", out, sms());
        QVERIFY2(run.exitCode == 0, run.errors);
        const QJsonObject result = run.result();
        QCOMPARE(
            bytesOf(out),
            QByteArray("\xEF\xBB\xBF"
                       "Phone,Name\r\n13900000001,王小明\r\n13900000002,'=cmd|x\r\n13900000011,褚三\r\n"));
        QCOMPARE(result.value(text("rows")).toInt(), 3);
        QCOMPARE(result.value(text("held_out")).toInt(), 0);
        QCOMPARE(removed(result, "refused"), 2);
        QCOMPARE(removed(result, "no_consent"), 1);
        QCOMPARE(removed(result, "minor"), 1);
        QCOMPARE(removed(result, "internal_person"), 1);
        QCOMPARE(removed(result, "no_identifier"), 2);
        const int size
            = static_cast<int>(run.json().value(text("n")).toObject().value(text("used")).toInteger());
        QCOMPARE(accounted(result), size);
        // The manifest says the same and nothing about anybody.
        const QByteArray manifest = bytesOf(result.value(text("manifest")).toString());
        const QJsonObject said = QJsonDocument::fromJson(manifest).object();
        QCOMPARE(said.value(text("rows")).toInt(), 3);
        QCOMPARE(said.value(text("customers")).toInt(), size);
        QCOMPARE(said.value(text("purpose")).toString(), text("spring reminder"));
        QCOMPARE(said.value(text("removed")).toArray(), result.value(text("removed")).toArray());
        const QByteArray hash = QCryptographicHash::hash(bytesOf(out), QCryptographicHash::Sha256).toHex();
        QCOMPARE(said.value(text("sha256")).toString().toUtf8(), hash);
        QCOMPARE(result.value(text("sha256")).toString().toUtf8(), hash);
        QVERIFY(!manifest.contains("139000") && !manifest.contains("example.org"));
        const QByteArray audit = runProgram({text("audit"), m_folder.path(), text("--json")}).output;
        QVERIFY(audit.contains("\"export\"") && audit.contains(hash));
        QVERIFY(!audit.contains("139000"));
    }

    void everyChannelAccountsForEveryMember()
    {
        for (const char* channel : {"wechat", "sms", "email", "call", "ads"}) {
            for (const char* name : {"everyone", "live"}) {
                const ProgramRun run
                    = exportTo(m_folder, name, m_folder.file(text("c.csv")),
                               {text("--channel"), text(channel), text("--purpose"), text("x")});
                QVERIFY2(run.exitCode == 0, run.errors);
                const qint64 size = run.json().value(text("n")).toObject().value(text("used")).toInteger();
                QVERIFY(size >= 10);
                QCOMPARE(accounted(run.result()), size);
                const QList<QByteArray> lines = bytesOf(m_folder.file(text("c.csv"))).trimmed().split('\n');
                QCOMPARE(lines.size() - 1, run.result().value(text("rows")).toInteger());
            }
        }
        // Only one of them let the clinic hand her on; the file names nobody but by phone.
        QVERIFY(bytesOf(m_folder.file(text("c.csv"))).contains("13900000011"));
        QCOMPARE(bytesOf(m_folder.file(text("c.csv"))),
                 QByteArray("\xEF\xBB\xBF"
                            "Phone\r\n13900000011\r\n"));
    }

    void encodingsFormatsAndColumnsAreAsAsked()
    {
        const QString out = m_folder.file(text("e.csv"));
        QCOMPARE(
            exportTo(m_folder, "live", out,
                     {text("--channel"), text("email"), text("--purpose"), text("x"), text("--encoding"),
                      text("gb18030"), text("--columns"), text("customer,name"), text("--lang"), text("en")})
                .exitCode,
            0);
        const QByteArray gb = bytesOf(out);
        QVERIFY(gb.contains("a1@example.org") && gb.contains("\xCD\xF5\xD0\xA1\xC3\xF7"));  // the name in GBK
        QVERIFY(QRegularExpression(text("C\\d{7}")).match(QString::fromLatin1(gb)).hasMatch());
        const QString book = m_folder.file(text("b.xlsx"));
        QCOMPARE(exportTo(m_folder, "live", book, sms()).exitCode, 0);
        QVERIFY(bytesOf(book).startsWith("PK\x03\x04"));
        QCOMPARE(
            exportTo(m_folder, "live", out,
                     sms()
                         + QStringList {text("--identifier"), text("customer"), text("--columns"), QString()})
                .exitCode,
            0);
        QVERIFY(!bytesOf(out).contains("139000"));
    }

    void whatMustNotLeaveIsRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("subject");
        const auto with = [](const char* option, const char* value) {
            return sms() + QStringList {text(option), text(value)};
        };
        QTest::newRow("no purpose") << QStringList {text("--channel"), text("sms")} << text("purpose");
        QTest::newRow("blank purpose")
            << QStringList {text("--channel"), text("sms"), text("--purpose"), text("  ")} << text("purpose");
        QTest::newRow("no channel") << QStringList {text("--purpose"), text("x")} << text("channel");
        QTest::newRow("any channel") << QStringList {text("--purpose"), text("x"), text("--channel"),
                                                     text("any")}
                                     << text("channel");
        QTest::newRow("phones by e-mail")
            << QStringList {text("--channel"), text("email"),        text("--purpose"),
                            text("x"),         text("--identifier"), text("phone")}
            << text("identifier");
        QTest::newRow("a phone as a column")
            << QStringList {text("--channel"), text("wechat"),    text("--purpose"),
                            text("x"),         text("--columns"), text("phone")}
            << text("columns");
        QTest::newRow("health without consent") << with("--columns", "last_item") << text("columns");
        QTest::newRow("a column twice") << with("--columns", "name,name") << text("columns");
        QTest::newRow("a format") << with("--format", "pdf") << text("format");
        QTest::newRow("an encoding") << with("--encoding", "latin1") << text("encoding");
    }

    void whatMustNotLeaveIsRefused()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, subject);
        const QString out = m_folder.file(text("never.csv"));
        const ProgramRun run = exportTo(m_folder, "everyone", out, options);
        QVERIFY(run.exitCode != 0);
        QCOMPARE(run.error().value(text("code")).toString(), text("bad_option"));
        QCOMPARE(run.error().value(text("subject")).toString(), subject);
        QVERIFY(!QFile::exists(out) && !QFile::exists(out + text(".part"))
                && !QFile::exists(out + text(".manifest.json")));
    }

    void badPlacesAreRefusedAndNothingIsTouched()
    {
        const QByteArray before = bytesOf(m_folder.path());
        QVERIFY(QDir().mkpath(m_folder.file(text("folder.csv"))));
        QVERIFY(QDir().mkpath(m_folder.file(text("m.csv.manifest.json"))));
        QVERIFY(QFile::link(m_folder.path(), m_folder.file(text("link.csv"))));
        write(m_folder.file(text("open.csv")), "kept");
        write(m_folder.file(text(".~lock.open.csv#")), "somebody");
        write(m_folder.file(text("fixed.csv")), "kept");
        QVERIFY(QFile::setPermissions(m_folder.file(text("fixed.csv")), QFile::ReadOwner));
        const QList<std::pair<QString, QString>> places {
            {m_folder.path(), text("bad_option")},
            {m_folder.file(text("link.csv")), text("bad_option")},
            {m_folder.path() + text("-wal"), text("bad_option")},
            {m_folder.file(text("folder.csv")), text("file_is_folder")},
            {m_folder.file(text("m.csv")), text("file_is_folder")},
            {m_folder.file(text("none/x.csv")), text("file_unwritable")},
            {text("/dev/full"), text("file_unwritable")},
            {m_folder.file(text("open.csv")), text("file_unwritable")},
            {m_folder.file(text("fixed.csv")), text("file_unwritable")}};
        const qsizetype lines
            = runProgram({text("audit"), m_folder.path(), text("--json")}).output.count("sha256");
        for (const auto& [place, code] : places) {
            const ProgramRun run = exportTo(m_folder, "live", place, sms());
            QVERIFY2(run.exitCode != 0, qPrintable(place));
            QCOMPARE(run.error().value(text("code")).toString(), code);
            QVERIFY(!QFile::exists(place + text(".part")));
        }
        QCOMPARE(bytesOf(m_folder.file(text("open.csv"))), QByteArray("kept"));
        QCOMPARE(bytesOf(m_folder.file(text("fixed.csv"))), QByteArray("kept"));
        QVERIFY(bytesOf(m_folder.path()) == before);
        QCOMPARE(runProgram({text("audit"), m_folder.path(), text("--json")}).output.count("sha256"), lines);
    }

    void aWithdrawalAfterTheListWasFrozenTakesHerOut()
    {
        TemporaryWorkspace folder;
        QCOMPARE(load(folder, "his_customer", kCustomers).exitCode, 0);
        QCOMPARE(load(folder, "his_billing", bills()).exitCode, 0);
        QCOMPARE(load(folder, "consent", consents()).exitCode, 0);
        QCOMPARE(audience(folder, "list", "did bill", true).exitCode, 0);
        const QString out = folder.file(text("o.csv"));
        QCOMPARE(exportTo(folder, "list", out, sms()).result().value(text("rows")).toInt(), 3);
        QVERIFY(bytesOf(out).contains("13900000001"));
        // After the last day of the data, and she is the only one it speaks of.
        const ProgramRun later = load(folder, "consent",
                                      "his_no,consent_scope,channel,consent_status,consent_time\n"
                                      "A1,marketing,sms,withdrawn,2026-04-20 10:00:00\n");
        QVERIFY2(later.exitCode == 0, later.errors);
        const ProgramRun run = exportTo(folder, "list", out, sms());
        QCOMPARE(run.result().value(text("rows")).toInt(), 2);
        QCOMPARE(removed(run.result(), "refused"), 3);
        QVERIFY(!bytesOf(out).contains("13900000001"));
    }

    void aFrozenListShowsWhatItIs()
    {
        const ProgramRun run
            = runProgram({text("audience"), m_folder.path(), text("everyone"), text("--json")});
        QVERIFY2(run.exitCode == 0, run.errors);
        QCOMPARE(run.result().value(text("frozen")).toBool(), true);
        QVERIFY(runProgram({text("audience"), m_folder.path(), text("--list"), text("--json")}).exitCode
                == 0);
        QCOMPARE(exportTo(m_folder, "nobody", m_folder.file(text("n.csv")), sms())
                     .error()
                     .value(text("code"))
                     .toString(),
                 text("not_found"));
    }
};

MEITRACE_TEST(TestExport)
#include "tst_export.moc"
