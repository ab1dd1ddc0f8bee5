// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/kind.h"
#include "models/store/schema.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <map>

using namespace meitrace;

class TestSchema : public QObject {
    Q_OBJECT

private:
    static Result<Database> withSchema()
    {
        Result<Database> database = Database::open(":memory:", Database::Mode::Memory);
        if (database) {
            if (Status status = applySchema(*database, 0); !status) {
                return status.error();
            }
        }
        return database;
    }

private slots:
    void everyStoredFieldHasAColumnOfItsType()
    {
        Result<Database> database = withSchema();
        MEITRACE_OK(database);
        int fields = 0;
        for (const KindSpec& kind : kinds()) {
            if (kind.target != KindTarget::Documents) {
                QVERIFY(kind.table.empty());
                continue;
            }
            std::map<std::string, std::string> columns;
            Result<Statement> query = database->prepare("SELECT name, type FROM pragma_table_info(?)");
            MEITRACE_OK(query);
            query->bind(1, kind.table);
            for (Result<bool> row = query->step(); row && *row; row = query->step()) {
                columns[std::string(query->text(0))] = query->text(1);
            }
            std::size_t stored = 0;
            for (const FieldSpec& field : kind.fields) {
                const auto column = columns.find(std::string(field.name));
                const std::string where = std::string(kind.table) + "." + std::string(field.name);
                if (field.use != FieldUse::Stored) {
                    QVERIFY2(column == columns.end(), where.c_str());
                    continue;
                }
                QVERIFY2(column != columns.end(), where.c_str());
                QVERIFY2(column->second == (isNumeric(field.type) ? "INTEGER" : "TEXT"), where.c_str());
                ++stored;
                ++fields;
            }
            // doc_id, ident, row_key, content, current, batch_id, row_no, precision
            QCOMPARE(columns.size(), stored + 8);
        }
        QVERIFY(fields > 100);
    }

    void everyTableIsStrict()
    {
        Result<Database> database = withSchema();
        MEITRACE_OK(database);
        QCOMPARE(**database->queryInteger("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND "
                                          "name NOT LIKE 'sqlite%' AND NOT strict"),
                 std::int64_t {0});
        QVERIFY(**database->queryInteger("SELECT count(*) FROM pragma_table_list WHERE strict") > 20);
    }

    void theFingerprintSeesEveryChangeButBlanks()
    {
        Result<Database> database = withSchema();
        MEITRACE_OK(database);
        const std::string sound = *schemaFingerprint(*database);
        QCOMPARE(sound, *expectedFingerprint(schemaVersion()));
        QCOMPARE(**database->queryInteger("PRAGMA user_version"), std::int64_t {schemaVersion()});
        MEITRACE_OK(database->execute("CREATE TABLE extra(a INTEGER)"));
        QVERIFY(*schemaFingerprint(*database) != sound);
        MEITRACE_OK(database->execute("DROP TABLE extra"));
        QCOMPARE(*schemaFingerprint(*database), sound);
        MEITRACE_OK(database->execute("ALTER TABLE lead ADD COLUMN more TEXT"));
        QVERIFY(*schemaFingerprint(*database) != sound);
    }
};

MEITRACE_TEST(TestSchema)

#include "tst_schema.moc"
