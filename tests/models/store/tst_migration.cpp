// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/resources/resource.h"
#include "models/store/schema.h"
#include "tests/models/store/storeworld.h"
#include "tests/support/handcsv.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <filesystem>
#include <map>
#include <set>

using namespace meitrace;
using namespace meitrace::test;

namespace {

namespace fs = std::filesystem;

using Tables = std::map<std::string, std::multiset<std::string>>;

/// Every row of every table as text.
Tables tablesOf(Database& database)
{
    Tables tables;
    Result<Statement> names = database.prepare("SELECT name, ncol FROM pragma_table_list WHERE schema = "
                                               "'main' AND type = 'table' AND name NOT LIKE 'sqlite%'");
    for (Result<bool> table = names->step(); table && *table; table = names->step()) {
        const std::string name(names->text(0));
        const auto columns = static_cast<int>(names->integer(1));
        std::multiset<std::string>& lines = tables[name];
        Result<Statement> rows = database.prepare("SELECT * FROM \"" + name + "\"");
        for (Result<bool> row = rows->step(); row && *row; row = rows->step()) {
            std::string line;
            for (int column = 0; column < columns; ++column) {
                line += (rows->isNull(column) ? "NULL" : std::string(rows->blob(column))) + "|";
            }
            lines.insert(line);
        }
    }
    return tables;
}

/// What only the program's own book-keeping changes.
Tables withoutSettings(Tables tables)
{
    tables.erase("setting");
    return tables;
}

}  // namespace

/// Files of the first version, made from the first schema file alone.
class TestMigration : public QObject {
    Q_OBJECT

private:
    Scratch m_scratch;

    static Status addPeople(Database& database)
    {
        Status status = Done {};
        for (int ident = 1; status && ident <= 40; ++ident) {
            const std::string number = std::to_string(ident);
            status = database.execute(
                "INSERT INTO ident(ident_id, native) VALUES (" + number + ", 'n" + number
                + "'); INSERT INTO ident_key(ident_id, key_type, value, batch_id) VALUES (" + number
                + ", 5, 'v" + number
                + "', 1); INSERT INTO ident_customer(ident_id, customer, method, manual, score) VALUES ("
                + number + ", " + number + ", 15, 0, 1.0)");
        }
        return status;
    }

    static Status fillFirstVersion(Database& database)
    {
        Status status = database.execute(
            "PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA "
            "application_id = "
            + std::to_string(kApplicationId));
        if (status) {
            status = database.execute(resource(resourcesUnder("schema/").front()));
        }
        if (status) {
            status = database.execute(
                "PRAGMA user_version = 1; INSERT INTO setting(name, number, text) VALUES ('time_zone', NULL, "
                "'Europe/Berlin'), ('currency', NULL, 'EUR'), ('day_start_minutes', 120, NULL), "
                "('next_customer', 41, NULL), ('next_ident', 41, NULL)");
        }
        return status;
    }

    /// A closed workspace of version 1 with 5,000 events of 40 people.
    Result<std::string> makeFirstVersion(const std::string& name)
    {
        const std::string path = m_scratch.path(name);
        Result<Database> database = Database::open(path, Database::Mode::Create);
        if (!database) {
            return database.error();
        }
        const Result<std::int64_t> batch = [&]() -> Result<std::int64_t> {
            if (Status status = fillFirstVersion(*database); !status) {
                return status.error();
            }
            return addBatch(*database, *kindByCode("web_event"), "x", 5000);
        }();
        if (!batch) {
            return batch.error();
        }
        if (Status status = addPeople(*database); !status) {
            return status.error();
        }
        Random random(1);
        auto events = randomEvents(random, *batch, 5000, 40);
        for (Event& event : events) {
            event[kAmountAt] = static_cast<std::int64_t>(random.next() >> 20U);
            event[kItemAt] = 0;
            event[kTypeAt] = 4;
        }
        EventRun run;
        static_cast<void>(fill(run, events));
        Job job(1);
        const auto written = EventStore(*database).write(run, false, {}, job);
        return written ? Result<std::string>(path) : Result<std::string>(written.error());
    }

    static Result<Tables> contentsOf(const std::string& path)
    {
        Result<Database> database = Database::open(path, Database::Mode::ReadOnly);
        return database ? Result<Tables>(tablesOf(*database)) : Result<Tables>(database.error());
    }

private slots:
    void aFileOfTheFirstVersionIsBackedUpAndBroughtToTheNewest()
    {
        const Result<std::string> path = makeFirstVersion("old.meitrace");
        MEITRACE_OK(path);
        const Result<Tables> before = contentsOf(*path);
        MEITRACE_OK(before);
        QCOMPARE(before->at("ident").size(), std::size_t {40});
        QVERIFY(!before->at("event_chunk").empty());
        QVERIFY(before->count("erased_key") == 0);
        {
            Result<Workspace> workspace = Workspace::open(*path, Workspace::Access::Write);
            MEITRACE_OK(workspace);
            QCOMPARE(**workspace->database().queryInteger("PRAGMA user_version"),
                     std::int64_t {schemaVersion()});
            QCOMPARE(workspace->settings().timeZone, std::string("Europe/Berlin"));
            QCOMPARE(workspace->settings().dayStartMinutes, 120);
            Job job(1);
            MEITRACE_OK(workspace->verify(job));
            Tables after = withoutSettings(tablesOf(workspace->database()));
            QVERIFY(after.at("erasure").empty() && after.at("erased_key").empty());
            after.erase("erasure");
            after.erase("erased_key");
            QVERIFY(after.at("export_log").empty());
            after.erase("export_log");
            for (const char* table : {"analysis", "analysis_figure", "file_total", "diary_entry",
                                      "diary_figure", "recipe_step", "recipe_change"}) {
                QVERIFY2(after.at(table).empty(), table);
                after.erase(table);
            }
            // Kinds that the first version did not know.
            for (const KindSpec& kind : kinds()) {
                const std::string table(kind.table);
                if (!table.empty() && before->count(table) == 0) {
                    QVERIFY(after.at(table).empty());
                    after.erase(table);
                }
            }
            QVERIFY(after == withoutSettings(*before));
        }
        // The old file lies beside it, readable by the program that wrote it, and nobody else may read it.
        const std::string kept = *path + ".v1.backup";
        const Result<Tables> old = contentsOf(kept);
        MEITRACE_OK(old);
        QVERIFY(*old == *before);
        Result<Database> database = Database::open(kept, Database::Mode::ReadOnly);
        MEITRACE_OK(database);
        QCOMPARE(**database->queryInteger("PRAGMA user_version"), std::int64_t {1});
        QCOMPARE(*schemaFingerprint(*database), *expectedFingerprint(1));
        QVERIFY((fs::status(kept).permissions() & fs::perms::mask)
                == (fs::perms::owner_read | fs::perms::owner_write));
        QVERIFY(!fs::exists(kept + ".part"));
        // The second opening has nothing left to do.
        const std::string copy = fileBytes(kept);
        MEITRACE_OK(Workspace::open(*path, Workspace::Access::Write));
        QVERIFY(fileBytes(kept) == copy);
    }

    void whoOnlyReadsDoesNotChangeAnOldFile()
    {
        const Result<std::string> path = makeFirstVersion("read.meitrace");
        MEITRACE_OK(path);
        const std::string bytes = fileBytes(*path);
        const auto opened = Workspace::open(*path, Workspace::Access::Read);
        MEITRACE_REFUSED(opened, ErrorCode::StoreReadOnly);
        QCOMPARE(opened.error().value, std::string("1"));
        QVERIFY(fileBytes(*path) == bytes);
        QVERIFY(!fs::exists(*path + ".v1.backup"));
    }

    void anOldFileThatWasTamperedWithIsNotMigrated()
    {
        const Result<std::string> path = makeFirstVersion("odd.meitrace");
        MEITRACE_OK(path);
        {
            Result<Database> database = Database::open(*path, Database::Mode::ReadWrite);
            MEITRACE_OK(database);
            MEITRACE_OK(database->execute("ALTER TABLE ident ADD COLUMN more TEXT"));
        }
        MEITRACE_REFUSED(Workspace::open(*path, Workspace::Access::Write), ErrorCode::StoreDamaged);
        Result<Database> database = Database::open(*path, Database::Mode::ReadOnly);
        MEITRACE_OK(database);
        QCOMPARE(**database->queryInteger("PRAGMA user_version"), std::int64_t {1});
        QVERIFY(!fs::exists(*path + ".v1.backup"));
    }

    void withoutABackupNothingIsMigrated()
    {
        const Result<std::string> path = makeFirstVersion("full.meitrace");
        MEITRACE_OK(path);
        const Result<Tables> before = contentsOf(*path);
        MEITRACE_OK(before);
        // Nothing can be written where the backup would be made.
        QVERIFY(fs::create_directories(*path + ".v1.backup.part/in the way"));
        QVERIFY(!Workspace::open(*path, Workspace::Access::Write));
        const Result<Tables> after = contentsOf(*path);
        MEITRACE_OK(after);
        QVERIFY(*after == *before);
        fs::remove_all(*path + ".v1.backup.part");
        MEITRACE_OK(Workspace::open(*path, Workspace::Access::Write));
        QVERIFY(fs::exists(*path + ".v1.backup"));
    }
};

MEITRACE_TEST(TestMigration)

#include "tst_migration.moc"
