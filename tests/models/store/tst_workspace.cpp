// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/schema.h"
#include "tests/models/store/storeworld.h"
#include "tests/support/handcsv.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <filesystem>

using namespace meitrace;
using namespace meitrace::test;

namespace {

namespace fs = std::filesystem;

/// Every row of every table as text.
std::vector<std::string> contents(Database& database)
{
    std::vector<std::string> lines;
    Result<Statement> tables
        = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
    for (Result<bool> table = tables->step(); table && *table; table = tables->step()) {
        const std::string name(tables->text(0));
        Result<Statement> columns = database.prepare("SELECT count(*) FROM pragma_table_info(?)");
        columns->bind(1, std::string_view(name));
        static_cast<void>(static_cast<bool>(columns->step()));
        const auto count = static_cast<int>(columns->integer(0));
        Result<Statement> rows = database.prepare("SELECT * FROM \"" + name + "\"");
        for (Result<bool> row = rows->step(); row && *row; row = rows->step()) {
            std::string line = name;
            for (int column = 0; column < count; ++column) {
                line += "|" + std::string(rows->text(column));
            }
            lines.push_back(line);
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

fs::perms permissions(const std::string& path)
{
    return fs::status(path).permissions() & fs::perms::mask;
}

constexpr fs::perms kOwnerOnly = fs::perms::owner_read | fs::perms::owner_write;

}  // namespace

class TestWorkspace : public QObject {
    Q_OBJECT

private:
    Scratch m_scratch;
    int m_count = 0;

    /// A closed workspace with something in it.
    std::string makeFile()
    {
        const std::string path = m_scratch.path("w" + std::to_string(++m_count) + ".meitrace");
        Result<Workspace> workspace = Workspace::create(path, {});
        Random random(1);
        const std::int64_t batch = *addBatch(workspace->database(), *kindByCode("web_event"), "x", 20'000);
        EventRun run;
        auto events = randomEvents(random, batch, 20'000, 50);
        for (Event& event : events) {
            event[kAmountAt] = static_cast<std::int64_t>(random.next() >> 20U);
            event[kItemAt] = 0;
            event[kTypeAt] = 4;
        }
        static_cast<void>(fill(run, events));
        Job job(1);
        EventStore store(workspace->database());
        static_cast<void>(static_cast<bool>(store.write(run, false, {}, job)));
        for (int ident = 1; ident <= 50; ++ident) {
            const std::string number = std::to_string(ident);
            static_cast<void>(static_cast<bool>(workspace->database().execute(
                "INSERT INTO ident(ident_id, native) VALUES (" + number + ", 'n" + number
                + "'); INSERT INTO ident_key(ident_id, key_type, value, batch_id) VALUES (" + number
                + ", 5, 'v" + number
                + "', 1); INSERT INTO ident_customer(ident_id, customer, method, manual, score) VALUES ("
                + number + ", " + number + ", 15, 0, 1.0)")));
        }
        static_cast<void>(static_cast<bool>(workspace->setNumber("next_customer", 51)));
        return path;
    }

    static Status change(const std::string& path, const std::string& sql)
    {
        Result<Database> database = Database::open(path, Database::Mode::ReadWrite);
        return database ? database->execute(sql) : Status(database.error());
    }

    /// Overwrites one page in the middle of a closed file.
    static void damagePage(const std::string& path, std::size_t page)
    {
        std::string bytes = fileBytes(path);
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(page * 16384), 16384, '\x5A');
        std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }

private slots:
    void aNewWorkspaceIsPrivateSoundAndEmpty()
    {
        const std::string path = m_scratch.path("new.meitrace");
        {
            Result<Workspace> workspace = Workspace::create(
                path, {.timeZone = "Europe/Berlin", .currency = "EUR", .dayStartMinutes = 180});
            MEITRACE_OK(workspace);
            QVERIFY(permissions(path) == kOwnerOnly);
            QVERIFY(permissions(path + "-wal") == kOwnerOnly);
            Job job(1);
            MEITRACE_OK(workspace->verify(job));
        }
        QVERIFY(!fs::exists(path + "-wal"));
        QVERIFY(!fs::exists(path + ".lock"));
        const auto workspace = Workspace::open(path, Workspace::Access::Read);
        MEITRACE_OK(workspace);
        QCOMPARE(workspace->settings().timeZone, std::string("Europe/Berlin"));
        QCOMPARE(workspace->settings().currency, std::string("EUR"));
        QCOMPARE(workspace->settings().dayStartMinutes, 180);
        QCOMPARE(workspace->zone().name(), std::string("Europe/Berlin"));
    }

    void nothingIsOverwrittenAndNothingIsLeftHalfMade()
    {
        const std::string path = makeFile();
        const std::string before = fileBytes(path);
        MEITRACE_REFUSED(Workspace::create(path, {}), ErrorCode::Exists);
        MEITRACE_REFUSED(Workspace::create(m_scratch.folder(), {}), ErrorCode::Exists);
        QVERIFY(fileBytes(path) == before);
        const std::string other = m_scratch.path("other.meitrace");
        MEITRACE_REFUSED(Workspace::create(other, {.timeZone = "Mars/Base", .currency = "CNY"}),
                         ErrorCode::BadOption);
        MEITRACE_REFUSED(Workspace::create(other, {.timeZone = "UTC", .currency = "YUAN"}),
                         ErrorCode::BadOption);
        MEITRACE_REFUSED(
            Workspace::create(other, {.timeZone = "UTC", .currency = "CNY", .dayStartMinutes = 721}),
            ErrorCode::BadOption);
        QVERIFY(!fs::exists(other) && !fs::exists(other + ".lock"));
        MEITRACE_REFUSED(Workspace::create(m_scratch.path("no/such/folder"), {}), ErrorCode::FileUnwritable);
    }

    void filesThatAreNoWorkspaceAreRefused()
    {
        const auto open
            = [](const std::string& path) { return Workspace::open(path, Workspace::Access::Write); };
        MEITRACE_REFUSED(open(m_scratch.path("nothing")), ErrorCode::StoreMissing);
        MEITRACE_REFUSED(open(m_scratch.folder()), ErrorCode::StoreForeign);
        MEITRACE_REFUSED(open(m_scratch.write("text.csv", "a,b\n1,2\n")), ErrorCode::StoreForeign);
        MEITRACE_REFUSED(open(m_scratch.write("long.csv", std::string(100'000, 'x'))),
                         ErrorCode::StoreForeign);
        MEITRACE_REFUSED(open(m_scratch.write("empty", "")), ErrorCode::StoreForeign);
        const std::string path = makeFile();
        fs::create_symlink(path, m_scratch.path("link"));
        MEITRACE_REFUSED(open(m_scratch.path("link")), ErrorCode::StoreForeign);
        const std::string other = m_scratch.path("other.sqlite");
        {
            Result<Database> database = Database::open(other, Database::Mode::Create);
            MEITRACE_OK(database);
            MEITRACE_OK(database->execute("CREATE TABLE a(b); PRAGMA user_version = 1"));
        }
        MEITRACE_REFUSED(open(other), ErrorCode::StoreForeign);
        const auto newer = Workspace::open(path, Workspace::Access::Read);
        MEITRACE_OK(newer);
    }

    void newerVersionsAreRefused()
    {
        const std::string path = makeFile();
        MEITRACE_OK(change(path, "PRAGMA user_version = " + std::to_string(schemaVersion() + 1)));
        for (const auto access : {Workspace::Access::Read, Workspace::Access::Write}) {
            const auto workspace = Workspace::open(path, access);
            MEITRACE_REFUSED(workspace, ErrorCode::StoreNewer);
            QCOMPARE(workspace.error().value, std::to_string(schemaVersion() + 1));
        }
        MEITRACE_OK(change(path, "PRAGMA user_version = 0"));
        MEITRACE_REFUSED(Workspace::open(path, Workspace::Access::Read), ErrorCode::StoreForeign);
    }

    void changedSchemasAreRefused_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("trigger") << QByteArray(
            "CREATE TRIGGER t AFTER INSERT ON lead BEGIN UPDATE consent_record "
            "SET consent_status = 1; END");
        QTest::newRow("view for a table") << QByteArray(
            "DROP TABLE audience_member; CREATE VIEW audience_member AS SELECT 'a' AS name, 1 AS customer");
        QTest::newRow("column") << QByteArray("ALTER TABLE lead ADD COLUMN more TEXT");
        QTest::newRow("table") << QByteArray("CREATE TABLE more(a)");
        QTest::newRow("index") << QByteArray("DROP INDEX quarantine_batch");
        QTest::newRow("missing table") << QByteArray("DROP TABLE consent_record");
    }

    void changedSchemasAreRefused()
    {
        QFETCH(QByteArray, sql);
        const std::string path = makeFile();
        MEITRACE_OK(change(path, sql.toStdString()));
        for (const auto access : {Workspace::Access::Read, Workspace::Access::Write}) {
            MEITRACE_REFUSED(Workspace::open(path, access), ErrorCode::StoreDamaged);
        }
    }

    void aDamagedPageIsFound()
    {
        const std::string path = makeFile();
        const std::size_t pages = fileBytes(path).size() / 16384;
        QVERIFY(pages > 20);
        int found = 0;
        for (std::size_t page = 1; page < pages; page += 3) {
            const std::string copy = m_scratch.path("damaged");
            fs::copy_file(path, copy, fs::copy_options::overwrite_existing);
            damagePage(copy, page);
            Result<Workspace> workspace = Workspace::open(copy, Workspace::Access::Write);
            Job job(1);
            if (!workspace || !workspace->verify(job)) {
                ++found;
            }
        }
        // Only a free page may be overwritten without harm.
        QVERIFY2(found >= static_cast<int>((pages - 1) / 3) - 1, std::to_string(found).c_str());
        // After an unclean end the check comes before anything else.
        const std::string copy = m_scratch.path("unclean");
        fs::copy_file(path, copy, fs::copy_options::overwrite_existing);
        damagePage(copy, pages / 2);
        static_cast<void>(m_scratch.write("unclean-wal", "left behind"));
        MEITRACE_REFUSED(Workspace::open(copy, Workspace::Access::Write), ErrorCode::StoreDamaged);
    }

    void aFlippedByteInsideAChunkIsFound()
    {
        const std::string path = makeFile();
        {
            Result<Workspace> workspace = Workspace::open(path, Workspace::Access::Write);
            MEITRACE_OK(workspace);
            Job job(1);
            MEITRACE_OK(workspace->verify(job));
            MEITRACE_OK(workspace->database().execute("UPDATE event_chunk SET data = CAST(substr(data, 1, "
                                                      "50) || x'77' || substr(data, 52) AS BLOB) "
                                                      "WHERE field = 12"));
            MEITRACE_REFUSED(workspace->verify(job), ErrorCode::StoreDamaged);
        }
    }

    void whatVerificationPromisesIsChecked_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("lost chunk") << QByteArray("DELETE FROM event_chunk WHERE field = 12");
        QTest::newRow("lost part") << QByteArray("DELETE FROM event_chunk; DELETE FROM event_part");
        QTest::newRow("span of a part") << QByteArray("UPDATE event_part SET last_ms = last_ms + 1");
        QTest::newRow("event of nobody") << QByteArray(
            "DELETE FROM ident_customer WHERE ident_id = 7; DELETE FROM ident_key WHERE ident_id = 7; "
            "DELETE FROM ident WHERE ident_id = 7");
        QTest::newRow("handle without a key") << QByteArray("DELETE FROM ident_key WHERE ident_id = 7");
        QTest::newRow("customer never given")
            << QByteArray("UPDATE ident_customer SET customer = 99 WHERE ident_id = 7");
        QTest::newRow("fates") << QByteArray("UPDATE import_batch SET fates = x'0102'");
        QTest::newRow("rows read") << QByteArray("UPDATE import_batch SET rows_read = rows_read + 1");
        QTest::newRow("rows not in force") << QByteArray("UPDATE import_batch SET fates = x'04A09C01'");
        QTest::newRow("quarantine without its row") << QByteArray(
            "INSERT INTO quarantine(batch_id, row_no, line, field, rule, value, suggestion) VALUES "
            "(1, 99999, 1, '', 8, '', '')");
        QTest::newRow("quarantined row in force") << QByteArray(
            "INSERT INTO quarantine(batch_id, row_no, line, field, rule, value, suggestion) VALUES "
            "(1, 3, 1, '', 8, '', '')");
        QTest::newRow("document without its row") << QByteArray(
            "INSERT INTO lead(doc_id, ident, row_key, content, current, batch_id, row_no, precision) "
            "VALUES (4294967296, 1, 1, 1, 1, 1, 0, 0)");
        QTest::newRow("kind of a batch") << QByteArray("UPDATE import_batch SET kind = 99");
        QTest::newRow("code without its text")
            << QByteArray("INSERT INTO dictionary(field, code, text) VALUES (2, 1000, 'own'); "
                          "DELETE FROM event_chunk WHERE field = 2; DELETE FROM dictionary");
    }

    void whatVerificationPromisesIsChecked()
    {
        QFETCH(QByteArray, sql);
        const std::string path = makeFile();
        Result<Workspace> workspace = Workspace::open(path, Workspace::Access::Write);
        MEITRACE_OK(workspace);
        Job job(1);
        MEITRACE_OK(workspace->verify(job));
        MEITRACE_OK(workspace->database().execute(sql.toStdString()));
        MEITRACE_REFUSED(workspace->verify(job), ErrorCode::StoreDamaged);
    }

    void oneWriterAtATime()
    {
        const std::string path = makeFile();
        Result<Workspace> first = Workspace::open(path, Workspace::Access::Write);
        MEITRACE_OK(first);
        const auto second = Workspace::open(path, Workspace::Access::Write);
        MEITRACE_REFUSED(second, ErrorCode::StoreLocked);
        QVERIFY2(second.error().value.find(std::to_string(platform::processNumber())) == 0,
                 second.error().value.c_str());
        // Readers are welcome and see what is committed.
        Result<Workspace> reader = Workspace::open(path, Workspace::Access::Read);
        MEITRACE_OK(reader);
        MEITRACE_OK(first->setNumber("x", 5));
        QCOMPARE(*reader->number("x"), std::int64_t {5});
        MEITRACE_REFUSED(reader->setNumber("x", 6), ErrorCode::StoreReadOnly);
        first = Error {};
        MEITRACE_OK(Workspace::open(path, Workspace::Access::Write));
    }

    void aLockFileThatNobodyHoldsIsNoObstacle()
    {
        const std::string path = makeFile();
        static_cast<void>(m_scratch.write(fs::path(path).filename().string() + ".lock", "4711 @ elsewhere"));
        MEITRACE_OK(Workspace::open(path, Workspace::Access::Write));
        QVERIFY(!fs::exists(path + ".lock"));
    }

    void numbersAndAuditLinesAreKept()
    {
        const std::string path = makeFile();
        {
            Result<Workspace> workspace = Workspace::open(path, Workspace::Access::Write);
            MEITRACE_OK(workspace);
            QCOMPARE(*workspace->number("never set"), std::int64_t {0});
            QCOMPARE(*workspace->increment("counter"), std::int64_t {1});
            QCOMPARE(*workspace->increment("counter"), std::int64_t {2});
            MEITRACE_OK(workspace->audit("import", "batch 1", "rows 3"));
            MEITRACE_OK(workspace->audit("export", "audience a", "rows 1"));
        }
        Result<Workspace> workspace = Workspace::open(path, Workspace::Access::Read);
        MEITRACE_OK(workspace);
        QCOMPARE(*workspace->number("counter"), std::int64_t {2});
        QCOMPARE(*workspace->database().queryText("SELECT group_concat(action || ':' || object, ', ') FROM "
                                                  "(SELECT * FROM audit_log ORDER BY audit_id)"),
                 std::string("new:workspace, import:batch 1, export:audience a"));
    }

    void aBackupIsEqualPrivateAndOneFile()
    {
        const std::string path = makeFile();
        Result<Workspace> workspace = Workspace::open(path, Workspace::Access::Write);
        MEITRACE_OK(workspace);
        Job job(1);
        const std::string target = m_scratch.path("backup" + std::to_string(m_count));
        MEITRACE_OK(workspace->backup(target, job));
        QVERIFY(permissions(target) == kOwnerOnly);
        for (const char* companion : {"-wal", "-journal", ".part", ".part-wal", ".part-journal"}) {
            QVERIFY2(!fs::exists(target + companion), companion);
        }
        Result<Workspace> copy = Workspace::open(target, Workspace::Access::Read);
        MEITRACE_OK(copy);
        MEITRACE_OK(copy->verify(job));
        QVERIFY(contents(copy->database()) == contents(workspace->database()));
        // Later changes stay out of it.
        MEITRACE_OK(workspace->setNumber("later", 1));
        QVERIFY(contents(copy->database()) != contents(workspace->database()));
        MEITRACE_REFUSED(workspace->backup(target, job), ErrorCode::Exists);
        MEITRACE_REFUSED(workspace->backup(m_scratch.path("no/such/folder"), job), ErrorCode::FileUnwritable);
    }

    void aCancelledBackupLeavesNothing()
    {
        class Stopped final : public Job {
        public:
            [[nodiscard]] bool stopped() const override { return true; }
        };
        const std::string path = makeFile();
        Result<Workspace> workspace = Workspace::open(path, Workspace::Access::Write);
        MEITRACE_OK(workspace);
        Stopped job;
        const std::string target = m_scratch.path("cancelled");
        MEITRACE_REFUSED(workspace->backup(target, job), ErrorCode::Cancelled);
        QVERIFY(!fs::exists(target) && !fs::exists(target + ".part"));
        MEITRACE_REFUSED(workspace->verify(job), ErrorCode::Cancelled);
    }

    void aTransactionThatIsNotCommittedIsUndone()
    {
        const std::string path = makeFile();
        Result<Workspace> workspace = Workspace::open(path, Workspace::Access::Write);
        MEITRACE_OK(workspace);
        {
            Result<Transaction> transaction = Transaction::begin(workspace->database());
            MEITRACE_OK(transaction);
            MEITRACE_OK(workspace->setNumber("x", 1));
        }
        QCOMPARE(*workspace->number("x"), std::int64_t {0});
        {
            Result<Transaction> transaction = Transaction::begin(workspace->database());
            MEITRACE_OK(transaction);
            MEITRACE_OK(workspace->setNumber("x", 1));
            MEITRACE_OK(transaction->commit());
        }
        QCOMPARE(*workspace->number("x"), std::int64_t {1});
    }

    void nastyTextsComeBack()
    {
        Result<Database> database = Database::open(":memory:", Database::Mode::Memory);
        MEITRACE_OK(database);
        MEITRACE_OK(database->execute("CREATE TABLE t(a TEXT, b BLOB, c INTEGER)"));
        Result<Statement> insert = database->prepare("INSERT INTO t VALUES (?, ?, ?)");
        MEITRACE_OK(insert);
        const std::vector<std::string> texts {"", "'; DROP TABLE t; --", "王\"芳", std::string("a\0b", 3),
                                              "\xFF\xFE"};
        for (const std::string& text : texts) {
            MEITRACE_OK(
                insert->bind(1, std::string_view(text)).bindBlob(2, text).bindNumber(3, kMissing).run());
        }
        Result<Statement> query = database->prepare("SELECT a, b, c FROM t ORDER BY rowid");
        MEITRACE_OK(query);
        for (const std::string& text : texts) {
            QVERIFY(*query->step());
            QCOMPARE(std::string(query->text(0)), text);
            QCOMPARE(std::string(query->blob(1)), text);
            QCOMPARE(query->number(2), kMissing);
        }
        QVERIFY(!*query->step());
        // One statement per prepare, and no attaching of other files.
        QVERIFY(!database->prepare("SELECT 1; SELECT 2"));
        QVERIFY(!database->execute("ATTACH 'x' AS y"));
    }
};

MEITRACE_TEST(TestWorkspace)

#include "tst_workspace.moc"
