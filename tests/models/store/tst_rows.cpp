// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rows.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

namespace {

using Numbers = std::vector<std::int64_t>;

/// The numbers 3, 1, 2 in a table.
Result<Database> threeRows()
{
    Result<Database> database = Database::open(":memory:", Database::Mode::Memory);
    if (database) {
        if (Status status = database->execute("CREATE TABLE t(n); INSERT INTO t VALUES (3), (1), (2)");
            !status) {
            return status.error();
        }
    }
    return database;
}

Error stopHere()
{
    return {.code = ErrorCode::BadRule, .subject = "here"};
}

}  // namespace

class TestRows : public QObject {
    Q_OBJECT

private slots:
    void rowsComeInTheOrderOfTheQuery()
    {
        Result<Database> database = threeRows();
        QVERIFY(database);
        Numbers seen;
        QVERIFY(forEachRow(database->prepare("SELECT n FROM t ORDER BY n DESC"),
                           [&](const Statement& row) { seen.push_back(row.integer(0)); }));
        QCOMPARE(seen, (Numbers {3, 2, 1}));
        const auto doubled = readRows(database->prepare("SELECT n FROM t ORDER BY n"),
                                      [](const Statement& row) { return 2 * row.integer(0); });
        QVERIFY(doubled);
        QCOMPARE(*doubled, (Numbers {2, 4, 6}));
    }

    void noRowsAreNoTrouble()
    {
        Result<Database> database = threeRows();
        QVERIFY(database);
        const auto none = readRows(database->prepare("SELECT n FROM t WHERE n > 3"),
                                   [](const Statement& row) { return row.integer(0); });
        QVERIFY(none);
        QVERIFY(none->empty());
    }

    void aFailingBodyEndsTheReading()
    {
        Result<Database> database = threeRows();
        QVERIFY(database);
        Numbers seen;
        const Status status = forEachRow(
            database->prepare("SELECT n FROM t ORDER BY n"), [&](const Statement& row) -> Status {
                seen.push_back(row.integer(0));
                return row.integer(0) == 2 ? Status(stopHere()) : Status(Done {});
            });
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::BadRule);
        QCOMPARE(status.error().subject, std::string("here"));
        QCOMPARE(seen, (Numbers {1, 2}));
    }

    void anErrorOfTheDatabaseSurfacesAfterTheRowsBeforeIt()
    {
        Result<Database> database = threeRows();
        QVERIFY(database);
        // The smallest number has no absolute value.
        QVERIFY(database->execute("INSERT INTO t VALUES (-9223372036854775807 - 1)"));
        Numbers seen;
        const Status status = forEachRow(database->prepare("SELECT abs(n) FROM t ORDER BY rowid"),
                                         [&](const Statement& row) { seen.push_back(row.integer(0)); });
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::Internal);
        QCOMPARE(seen, (Numbers {3, 1, 2}));
        QVERIFY(!readRows(database->prepare("SELECT abs(n) FROM t"),
                          [](const Statement& row) { return row.integer(0); }));
    }

    void aStatementThatCannotBePreparedIsNotRead()
    {
        Result<Database> database = threeRows();
        QVERIFY(database);
        bool called = false;
        QVERIFY(!forEachRow(database->prepare("SELECT m FROM t"), [&](const Statement&) { called = true; }));
        QVERIFY(!called);
    }

    void theStatementIsAtItsStartAfterwards()
    {
        Result<Database> database = threeRows();
        QVERIFY(database);
        Result<Statement> query = database->prepare("SELECT n FROM t WHERE n >= ? ORDER BY n");
        QVERIFY(query);
        const auto number = [](const Statement& row) { return row.integer(0); };
        // A parameter can be bound anew only when the statement is at its start.
        for (const std::int64_t from : {3, 1, 2}) {
            query->bind(1, from);
            const auto numbers = readRows(*query, number);
            QVERIFY(numbers);
            QCOMPARE(numbers->size(), static_cast<std::size_t>(4 - from));
            QCOMPARE(numbers->front(), from);
            QVERIFY(!forEachRow(*query, [](const Statement&) -> Status { return stopHere(); }));
        }
        // Parameters stay, and nothing holds the table any more.
        QCOMPARE(*readRows(*query, number), (Numbers {2, 3}));
        QVERIFY(database->execute("DROP TABLE t"));
    }
};

MEITRACE_TEST(TestRows)

#include "tst_rows.moc"
