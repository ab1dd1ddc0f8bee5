// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/straightwriting.h"
#include "models/store/workspace.h"
#include "tests/models/store/storeworld.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <filesystem>

using namespace meitrace;
using namespace meitrace::test;

namespace {

std::string journalMode(Workspace& workspace)
{
    return *workspace.database().queryText("PRAGMA journal_mode");
}

Status audit(Workspace& workspace, const char* what)
{
    Result<Transaction> transaction = Transaction::begin(workspace.database());
    if (!transaction) {
        return transaction.error();
    }
    Status status = workspace.audit("test", what, "");
    return status ? transaction->commit() : status;
}

std::int64_t lines(Workspace& workspace)
{
    return workspace.database()
        .queryInteger("SELECT count(*) FROM audit_log WHERE action = 'test'")
        ->value_or(-1);
}

}  // namespace

class TestStraightWriting : public QObject {
    Q_OBJECT

private:
    Scratch m_scratch;

private slots:
    void whatWasCommittedIsInTheFileAndTheLogComesBack()
    {
        const std::string path = m_scratch.path("straight.meitrace");
        {
            Workspace workspace = std::move(*Workspace::create(path, {}));
            QCOMPARE(journalMode(workspace), std::string("wal"));
            {
                const StraightWriting straight(workspace.database(), true);
                QVERIFY(straight.isActive());
                QCOMPARE(journalMode(workspace), std::string("truncate"));
                QVERIFY(audit(workspace, "one"));
                QVERIFY(!std::filesystem::exists(path + "-wal"));
            }
            QCOMPARE(journalMode(workspace), std::string("wal"));
            QVERIFY(!std::filesystem::exists(path + "-journal"));
            QVERIFY(audit(workspace, "two"));
        }
        Workspace workspace = std::move(*Workspace::open(path, Workspace::Access::Write));
        QCOMPARE(lines(workspace), std::int64_t {2});
    }

    void whatIsRolledBackLeavesNothing()
    {
        Workspace workspace = std::move(*Workspace::create(m_scratch.path("back.meitrace"), {}));
        {
            const StraightWriting straight(workspace.database(), true);
            Result<Transaction> transaction = Transaction::begin(workspace.database());
            QVERIFY(transaction);
            QVERIFY(workspace.audit("test", "never", ""));
        }
        QCOMPARE(lines(workspace), std::int64_t {0});
        QCOMPARE(journalMode(workspace), std::string("wal"));
    }

    void aReaderKeepsTheLogInUse()
    {
        Workspace workspace = std::move(*Workspace::create(m_scratch.path("read.meitrace"), {}));
        QVERIFY(audit(workspace, "one"));
        Database reader = std::move(*workspace.reader());
        QVERIFY(reader.queryInteger("SELECT count(*) FROM audit_log"));
        {
            const StraightWriting straight(workspace.database(), true);
            QVERIFY(!straight.isActive());
            QCOMPARE(journalMode(workspace), std::string("wal"));
            QVERIFY(audit(workspace, "two"));
        }
        QCOMPARE(*reader.queryInteger("SELECT count(*) FROM audit_log WHERE action = 'test'"),
                 std::optional<std::int64_t>(2));
    }

    void notWantedMeansNotDone()
    {
        Workspace workspace = std::move(*Workspace::create(m_scratch.path("not.meitrace"), {}));
        const StraightWriting straight(workspace.database(), false);
        QVERIFY(!straight.isActive());
        QCOMPARE(journalMode(workspace), std::string("wal"));
    }
};

MEITRACE_TEST(TestStraightWriting)
#include "tst_straightwriting.moc"
