// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real program on a disk that is really full: a clear sentence, nothing lost, nothing half-made, and the
// same action works once there is room. Needs the right to mount a small disk.
#include "tests/app/programrun.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace meitrace::test;

namespace {

constexpr int kKiB = 1024;

int runTool(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit
        ? process.exitCode()
        : -1;
}

/// A disk in memory of a few megabytes, mounted as long as the object lives.
class TinyDisk {
public:
    explicit TinyDisk(int kibibytes)
        : m_mounted(
            runTool(QStringLiteral("mount"),
                    {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                     QStringLiteral("size=%1k").arg(kibibytes), QStringLiteral("tmpfs"), m_folder.path()})
            == 0)
    {
    }
    TinyDisk(const TinyDisk&) = delete;
    TinyDisk& operator=(const TinyDisk&) = delete;
    ~TinyDisk()
    {
        if (m_mounted) {
            runTool(QStringLiteral("umount"), {m_folder.path()});
        }
    }

    [[nodiscard]] bool isMounted() const { return m_mounted; }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    /// Without SQLite's companions, which come and go with who reads.
    [[nodiscard]] QStringList files() const
    {
        QStringList names = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
        names.removeIf([](const QString& name) {
            return name.endsWith(QStringLiteral("-wal")) || name.endsWith(QStringLiteral("-shm"));
        });
        return names;
    }

    /// Fills the disk but for so many bytes.
    void leave(int bytes) const
    {
        QFile ballast(file(QStringLiteral("ballast")));
        QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray block(4 * kKiB, 'b');
        while (ballast.write(block) == block.size()) {}
        QVERIFY(ballast.size() > bytes);
        QVERIFY(ballast.resize(ballast.size() - bytes));
    }
    void makeRoom() const { QFile::remove(file(QStringLiteral("ballast"))); }

private:
    QTemporaryDir m_folder;
    bool m_mounted;
};

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

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

/// What must not change: batches and counts, without what depends on the clock.
QJsonObject contentOf(const QString& workspace)
{
    const QJsonObject status
        = runProgram({QStringLiteral("status"), workspace, QStringLiteral("--json")}).result();
    QJsonObject content;
    for (const char* key : {"batches", "events", "customers", "events_by_type", "quarantine_open"}) {
        content[QLatin1String(key)] = status.value(QLatin1String(key));
    }
    return content;
}

/// Empty when the run ended with the sentence for a full disk and nothing else.
QByteArray refusal(const ProgramRun& run)
{
    const QJsonObject error = run.error();
    const bool clear = error.value(QStringLiteral("code")).toString() == QStringLiteral("disk_full")
        && error.value(QStringLiteral("text")).toString().contains(QStringLiteral("disk is full"));
    return clear && run.exitCode != 0 && run.exitCode != -1
        ? QByteArray()
        : QByteArray::number(run.exitCode) + " " + run.output.left(400) + run.errors.left(400);
}

}  // namespace

class TestFullDisk : public QObject {
    Q_OBJECT

private slots:
    void everyActionMeetsAFullDisk_data()
    {
        QTest::addColumn<int>("room");
        for (const int kibibytes : {0, 4, 32, 64, 128, 256, 512, 1024}) {
            QTest::addRow("%d KiB left", kibibytes) << kibibytes * kKiB;
        }
    }

    void everyActionMeetsAFullDisk()
    {
        QFETCH(int, room);
        const TinyDisk disk(16 * kKiB);
        if (!disk.isMounted()) {
            QSKIP("a small disk cannot be mounted here (needs the right to mount)");
        }
        const QTemporaryDir elsewhere;
        const QString first = elsewhere.filePath(QStringLiteral("a.csv"));
        const QString second = elsewhere.filePath(QStringLiteral("b.csv"));
        write(first, bills(0, 6000));
        write(second, bills(6000, 9000));
        const QString workspace = disk.file(QStringLiteral("w.meitrace"));
        const auto import = [&](const QString& file) {
            return runProgram({QStringLiteral("import"), workspace, file, QStringLiteral("--kind"),
                               QStringLiteral("his_billing"), QStringLiteral("--json")});
        };
        const auto check = [&] {
            return runProgram({QStringLiteral("check"), workspace, QStringLiteral("--json")});
        };
        QCOMPARE(runProgram({QStringLiteral("new"), workspace, QStringLiteral("--tz"), QStringLiteral("UTC")})
                     .exitCode,
                 0);
        QCOMPARE(import(first).exitCode, 0);
        const QJsonObject before = contentOf(workspace);
        QCOMPARE(before.value(QStringLiteral("customers")).toInt(), 6000);
        const QStringList files = disk.files();
        const std::vector<std::pair<QString, QStringList>> actions {
            {QStringLiteral("copy.meitrace"), {QStringLiteral("backup"), workspace}},
            {QStringLiteral("members.csv"),
             {QStringLiteral("audience"), workspace, QStringLiteral("--where"), QStringLiteral("did bill"),
              QStringLiteral("--members")}},
            {QStringLiteral("events.csv"), {QStringLiteral("events"), workspace, QStringLiteral("--csv")}},
            {QStringLiteral("report.pdf"), {QStringLiteral("report"), workspace, QStringLiteral("journey")}}};

        disk.leave(room);
        const QStringList full = disk.files();
        const QByteArray refused = refusal(import(second));
        QVERIFY2(refused.isEmpty(), "import: " + refused);
        QCOMPARE(disk.files(), full);
        for (const auto& [out, arguments] : actions) {
            const ProgramRun run
                = runProgram(arguments + QStringList {disk.file(out), QStringLiteral("--json")});
            if (run.exitCode == 0) {
                // A small file may find its place; then it is whole.
                QVERIFY(QFile::remove(disk.file(out)));
                continue;
            }
            QVERIFY2(refusal(run).isEmpty(), out.toUtf8() + ": " + refusal(run));
            QCOMPARE(disk.files(), full);
        }
        // Nothing lost, looked at while there is still no room.
        QCOMPARE(contentOf(workspace), before);
        QCOMPARE(check().exitCode, 0);

        disk.makeRoom();
        QCOMPARE(disk.files(), files);
        QCOMPARE(check().exitCode, 0);
        const ProgramRun again = import(second);
        QVERIFY2(again.exitCode == 0, again.errors.constData());
        QCOMPARE(contentOf(workspace).value(QStringLiteral("customers")).toInt(), 15'000);
        for (const auto& [out, arguments] : actions) {
            const ProgramRun run
                = runProgram(arguments + QStringList {disk.file(out), QStringLiteral("--json")});
            QVERIFY2(run.exitCode == 0, out.toUtf8() + ": " + run.errors);
            QVERIFY(QFile::exists(disk.file(out))
                    && !QFile::exists(disk.file(out + QStringLiteral(".part"))));
            QVERIFY(QFile::remove(disk.file(out)));
        }
        QCOMPARE(check().exitCode, 0);
    }

    void aListIsWrittenWholeOrNotAtAll()
    {
        const TinyDisk disk(256);
        if (!disk.isMounted()) {
            QSKIP("a small disk cannot be mounted here (needs the right to mount)");
        }
        // The workspace lies elsewhere and has room; the list goes to the full disk.
        const TemporaryWorkspace folder;
        write(folder.file(QStringLiteral("a.csv")), bills(1, 3000));
        QCOMPARE(runProgram({QStringLiteral("import"), folder.path(), folder.file(QStringLiteral("a.csv")),
                             QStringLiteral("--kind"), QStringLiteral("his_billing")})
                     .exitCode,
                 0);
        QByteArray consents = "phone,consent_scope,channel,consent_status,consent_time\n";
        for (int i = 1; i <= 3000; ++i) {
            consents += "164" + QByteArray::number(i).rightJustified(8, '0')
                + ",marketing,any,granted,2026-01-01 10:00:00\n";
        }
        write(folder.file(QStringLiteral("k.csv")), consents);
        QCOMPARE(runProgram({QStringLiteral("import"), folder.path(), folder.file(QStringLiteral("k.csv")),
                             QStringLiteral("--kind"), QStringLiteral("consent")})
                     .exitCode,
                 0);
        QCOMPARE(runProgram({QStringLiteral("audience"), folder.path(), QStringLiteral("buyers"),
                             QStringLiteral("--where"), QStringLiteral("did bill")})
                     .exitCode,
                 0);
        const auto exported = [&] {
            return runProgram({QStringLiteral("export"), folder.path(), QStringLiteral("buyers"),
                               disk.file(QStringLiteral("list.csv")), QStringLiteral("--channel"),
                               QStringLiteral("sms"), QStringLiteral("--purpose"), QStringLiteral("x"),
                               QStringLiteral("--json")});
        };
        const auto logged = [&] {
            return runProgram({QStringLiteral("audit"), folder.path(), QStringLiteral("--json")})
                .output.count("sha256");
        };
        disk.leave(16 * kKiB);
        const QByteArray refused = refusal(exported());
        QVERIFY2(refused.isEmpty(), refused);
        QCOMPARE(disk.files(), QStringList {QStringLiteral("ballast")});
        QCOMPARE(logged(), 0);
        disk.makeRoom();
        const ProgramRun run = exported();
        QVERIFY2(run.exitCode == 0, run.errors);
        QCOMPARE(run.result().value(QStringLiteral("rows")).toInt(), 3000);
        QCOMPARE(logged(), 1);
    }

    void aWorkspaceThatFindsNoRoomIsNotLeftHalfMade()
    {
        const TinyDisk disk(2 * kKiB);
        if (!disk.isMounted()) {
            QSKIP("a small disk cannot be mounted here (needs the right to mount)");
        }
        disk.leave(64 * kKiB);
        const QString workspace = disk.file(QStringLiteral("w.meitrace"));
        const ProgramRun run = runProgram({QStringLiteral("new"), workspace, QStringLiteral("--json")});
        QVERIFY2(refusal(run).isEmpty(), refusal(run));
        QCOMPARE(disk.files(), QStringList {QStringLiteral("ballast")});
        disk.makeRoom();
        QCOMPARE(runProgram({QStringLiteral("new"), workspace}).exitCode, 0);
        QCOMPARE(runProgram({QStringLiteral("check"), workspace}).exitCode, 0);
    }
};

MEITRACE_TEST(TestFullDisk)
#include "tst_fulldisk.moc"
