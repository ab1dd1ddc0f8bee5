// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files and workspaces that are wrong, huge, locked, vanished, foreign or damaged, given to the window:
// always a sentence, never a change.
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/refusals.h"
#include "tests/ui/support/settling.h"
#include "tests/ui/support/structure.h"
#include "ui/pages/datapage.h"
#include "ui/pages/importwizard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/noticebar.h"

#include <QElapsedTimer>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <filesystem>
#include <memory>

using namespace meitrace;

namespace {

std::string manyBills(int rows)
{
    std::string text = "his_no,order_no,pay_time,item_name,paid_amount\n";
    for (int i = 0; i < rows; ++i) {
        const std::string number = std::to_string(i);
        text += "A" + std::to_string(i % 5000) + ",B" + number + ",2025-0" + std::to_string(1 + i % 9)
            + "-11 10:00:0" + std::to_string(i % 10) + ",item" + std::to_string(i % 40) + "," + number + "\n";
    }
    return text;
}

}  // namespace

class TestBadInput : public QObject {
    Q_OBJECT

    test::Scratch m_scratch;
    std::unique_ptr<Session> m_session;
    QString m_path;
    int m_made = 0;

    void settle() { test::settle(*m_session); }
    QString file(const char* name, const std::string& bytes)
    {
        return QString::fromStdString(m_scratch.write(name, bytes));
    }
    [[nodiscard]] std::size_t files() const { return m_session->overview().batches.size(); }

    /// A whole workspace, without a log beside it
    [[nodiscard]] bool copyTo(const std::string& target) const
    {
        Job job;
        Result<Workspace> workspace = Workspace::open(m_path.toStdString(), Workspace::Access::Read);
        return workspace && workspace->backup(target, job);
    }

    /// Makes the file a row is about and returns its path.
    QString badFile(const QByteArray& what)
    {
        const QString path = QString::fromStdString(m_scratch.path(what.toStdString()));
        if (what == "folder.csv") {
            std::filesystem::create_directory(path.toStdString());
        } else if (what == "picture.csv") {
            file("picture.csv", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + std::string(5000, '\1'));
        } else if (what == "empty.csv") {
            file("empty.csv", {});
        } else if (what == "zeros.csv") {
            QFile zeros(path);
            static_cast<void>(zeros.open(QIODevice::WriteOnly));
            zeros.resize(qint64 {2} << 30);  // sparse
        } else if (what == "workspace.csv") {
            QFile::copy(m_path, path);
        } else if (what == "broken.csv.gz") {
            file("broken.csv.gz", std::string("\x1f\x8b\x08\0", 4) + "no gzip at all");
        } else if (what == "sheet.xlsx") {
            file("sheet.xlsx", std::string("PK\3\4", 4) + std::string(200, 'x'));
        }
        return path;
    }

private slots:
    void init()
    {
        m_path = QString::fromStdString(m_scratch.path("w" + std::to_string(++m_made) + ".meitrace"));
        QVERIFY(Workspace::create(m_path.toStdString(), {}));
        m_session = std::make_unique<Session>();
        m_session->open(m_path);
        settle();
        QVERIFY(m_session->isOpen());
    }
    void cleanup() { m_session.reset(); }

    void aFileThatIsNoTableIsRefusedWithASentence_data()
    {
        QTest::addColumn<bool>("refused");
        for (const char* name : {"missing.csv", "folder.csv", "picture.csv", "empty.csv", "zeros.csv",
                                 "workspace.csv", "broken.csv.gz", "sheet.xlsx"}) {
            QTest::newRow(name) << true;
        }
    }
    void aFileThatIsNoTableIsRefusedWithASentence()
    {
        const QByteArray name = QTest::currentDataTag();
        QElapsedTimer clock;
        clock.start();
        ImportWizard wizard(*m_session, {badFile(name)});
        wizard.show();
        settle();
        auto* import = wizard.findChild<QPushButton*>(QStringLiteral("btn.import"));
        auto* notice = wizard.findChild<NoticeBar*>();
        if (notice->isVisible()) {
            const QString unclear = test::unclear(notice->text(), QString::fromUtf8(name));
            QVERIFY2(unclear.isEmpty(), qPrintable(unclear));
        } else {
            // Nothing in it looks like a table: it asks which column is which, and will not go on.
            QCOMPARE(wizard.step() < 3, true);
        }
        QVERIFY(!import->isVisible() || !import->isEnabled());
        QVERIFY2(clock.elapsed() < 10'000, "takes too long");
        wizard.reject();
        settle();
        m_session->open(m_path);
        settle();
        QCOMPARE(files(), std::size_t {0});
        std::error_code ignored;
        std::filesystem::remove_all(m_scratch.path(name.toStdString()), ignored);
    }

    void aFileThatVanishesAfterTheCheckIsSaid()
    {
        const QString path = file("gone.csv", manyBills(50));
        ImportWizard wizard(*m_session, {path});
        wizard.show();
        settle();
        QSignalSpy failed(m_session.get(), &Session::failed);
        QVERIFY(QFile::remove(path));
        wizard.accept();
        settle();
        QCOMPARE(failed.count(), 1);
        const QString unclear
            = test::unclear(sentence(failed.first().first().value<Error>()), QStringLiteral("gone.csv"));
        QVERIFY2(unclear.isEmpty(), qPrintable(unclear));
        QCOMPARE(files(), std::size_t {0});
    }

    void aWorkspaceThatCannotBeOpenedLeavesTheOpenOne_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("missing.meitrace") << static_cast<int>(ErrorCode::StoreMissing);
        QTest::newRow("folder.meitrace") << -1;
        QTest::newRow("foreign.meitrace") << static_cast<int>(ErrorCode::StoreForeign);
        QTest::newRow("empty.meitrace") << static_cast<int>(ErrorCode::StoreForeign);
        QTest::newRow("cut.meitrace") << static_cast<int>(ErrorCode::StoreDamaged);
        QTest::newRow("newer.meitrace") << static_cast<int>(ErrorCode::StoreNewer);
    }
    void aWorkspaceThatCannotBeOpenedLeavesTheOpenOne()
    {
        QFETCH(int, code);
        const QByteArray name = QTest::currentDataTag();
        const std::string path = m_scratch.path(name.toStdString());
        if (name.startsWith("folder")) {
            std::filesystem::create_directory(path);
        } else if (name.startsWith("foreign")) {
            m_scratch.write(name.toStdString(), manyBills(100));
        } else if (name.startsWith("empty")) {
            m_scratch.write(name.toStdString(), {});
        } else if (!name.startsWith("missing")) {
            QVERIFY(copyTo(path));
            QFile copy(QString::fromStdString(path));
            QVERIFY(copy.open(QIODevice::ReadWrite));
            if (name.startsWith("cut")) {
                QVERIFY(copy.resize(copy.size() / 2 / 4096 * 4096));
            } else {
                QVERIFY(copy.seek(60));  // user_version of an SQLite file
                QCOMPARE(copy.write("\0\0\3\xE8", 4), qint64 {4});
            }
        }
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_session->open(QString::fromStdString(path));
        settle();
        QCOMPARE(failed.count(), 1);
        const auto error = failed.first().first().value<Error>();
        if (code >= 0) {
            QCOMPARE(static_cast<int>(error.code), code);
        }
        const QString unclear = test::unclear(sentence(error), {});
        QVERIFY2(unclear.isEmpty(), qPrintable(unclear));
        QVERIFY(m_session->isOpen());
        QCOMPARE(m_session->path(), m_path);
    }

    void aWorkspaceThatSomebodyElseWritesSaysWho()
    {
        const QString bills = file("locked.csv", manyBills(50));
        const Result<Workspace> other = Workspace::open(m_path.toStdString(), Workspace::Access::Write);
        QVERIFY(other);
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_session->import({{.path = bills, .given = {}}});
        settle();
        QCOMPARE(failed.count(), 1);
        const auto error = failed.first().first().value<Error>();
        QCOMPARE(error.code, ErrorCode::StoreLocked);
        const QString unclear
            = test::unclear(sentence(error), QString::fromStdString(std::to_string(m_made)) + u'.');
        QVERIFY2(unclear.isEmpty(), qPrintable(unclear));
        QCOMPARE(files(), std::size_t {0});
    }

    void onAReadOnlyMediumThereIsLookingAndNoWriting()
    {
        const test::SmallDisk disk(8192);
        if (!disk.isMounted()) {
            QSKIP("needs the right to mount a small disk");
        }
        m_session->import({{.path = file("ro.csv", manyBills(200)), .given = {}}});
        settle();
        m_session->close();
        const QString there = disk.file(QStringLiteral("ro.meitrace"));
        QVERIFY(copyTo(there.toStdString()));
        QVERIFY(disk.close());
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_session->open(there);
        settle();
        QVERIFY2(m_session->isOpen(),
                 qPrintable(failed.isEmpty() ? QString() : sentence(failed[0][0].value<Error>())));
        QCOMPARE(m_session->everybody().count(), Index {200});
        m_session->import({{.path = file("ro2.csv", manyBills(20)), .given = {}}});
        settle();
        QCOMPARE(failed.count(), 1);
        const QString unclear = test::unclear(sentence(failed[0][0].value<Error>()), {});
        QVERIFY2(unclear.isEmpty(), qPrintable(unclear));
        QCOMPARE(files(), std::size_t {1});
        m_session.reset();
    }

    void aCancelledImportEndsSoonAndLeavesNothing()
    {
        m_session->import({{.path = file("long.csv", manyBills(300'000)), .given = {}}});
        QTest::qWait(400);
        QVERIFY(m_session->jobs().isRunning(QStringLiteral("import")));
        QElapsedTimer clock;
        clock.start();
        m_session->jobs().cancel(QStringLiteral("import"));
        settle();
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
        m_session->open(m_path);
        settle();
        QCOMPARE(files(), std::size_t {0});
        QCOMPARE(m_session->overview().events, Index {0});
    }

    /// The bar of 50 ms is measured by bench_window on a quiet machine; here only what nobody would overlook.
    void theWindowStaysAwakeWhileALargeFileIsLoaded()
    {
        DataPage page(*m_session);
        page.resize(1100, 800);
        page.show();
        const QString bills = file("awake.csv", manyBills(300'000));
        QElapsedTimer beat;
        qint64 longest = 0;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&] { longest = std::max(longest, beat.restart()); });
        beat.start();
        heart.start(1);
        m_session->import({{.path = bills, .given = {}}});
        settle();
        qInfo("longest pause of the window: %s ms", qPrintable(QString::number(longest)));
        QVERIFY(m_session->overview().events >= Index {300'000});
        QVERIFY2(longest < 500, qPrintable(QString::number(longest)));
    }

    void lookAndLanguageMayChangeWhileAnImportRuns()
    {
        DataPage page(*m_session);
        page.resize(1100, 800);
        page.show();
        m_session->import({{.path = file("while.csv", manyBills(30'000)), .given = {}}});
        for (int turn = 0; turn < 4; ++turn) {
            const test::Spoken spoken(turn % 2 == 0);
            Theme::current().setMode(turn % 2 == 0 ? Theme::Mode::Dark : Theme::Mode::Light);
            QTest::qWait(20);
        }
        settle();
        QCOMPARE(files(), std::size_t {1});
        QCOMPARE(m_session->overview().quarantineOpen, std::int64_t {0});
    }

    void theWorkspaceMayChangeWhileAnImportRuns()
    {
        const QString other = QString::fromStdString(m_scratch.path("other.meitrace"));
        QVERIFY(Workspace::create(other.toStdString(), {}));
        m_session->import({{.path = file("moving.csv", manyBills(30'000)), .given = {}}});
        m_session->open(other);
        settle();
        QVERIFY(m_session->isOpen());
        // Whichever came last is open; the import went into the workspace it was meant for.
        m_session->open(m_path);
        settle();
        QCOMPARE(files(), std::size_t {1});
        m_session->open(other);
        settle();
        QCOMPARE(files(), std::size_t {0});
    }
};

MEITRACE_TEST(TestBadInput)

#include "tst_badinput.moc"
