// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// An import taken back takes back what it taught the workspace about columns, too.
#include "analytics/workbench/filepreview.h"
#include "analytics/workbench/importing.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/emptyclinic.h"
#include "tests/ui/support/settling.h"
#include "ui/session/session.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>

using namespace meitrace;

class TestImportUndo : public QObject {
    Q_OBJECT

private:
    test::Scratch m_scratch;
    std::unique_ptr<Session> m_session;

    void settle() { test::settle(*m_session); }
    [[nodiscard]] QStringList remembered() const
    {
        QStringList names;
        Result<Workspace> workspace
            = Workspace::open(m_session->path().toStdString(), Workspace::Access::Read);
        const auto presets = workspace ? savedPresets(*workspace) : workspace.error();
        if (presets) {
            for (const auto& [name, kind] : *presets) {
                names << QString::fromStdString(name + ":" + kind);
            }
        }
        return names;
    }
    /// Imports a file of bills and remembers its columns under a name.
    void import(const std::string& name, const std::string& rows, const char* preset)
    {
        const std::string path
            = m_scratch.write(name, "his_no,order_no,pay_time,item_name,paid_amount\n" + rows);
        Result<Workspace> workspace
            = Workspace::open(m_session->path().toStdString(), Workspace::Access::Read);
        MEITRACE_OK(workspace);
        const auto preview = previewFile(*workspace, path, {});
        MEITRACE_OK(preview);
        m_session->import(
            {{.path = QString::fromStdString(path),
              .given = ImportRequest::Given {.mapping = preview->mapping, .presetName = preset}}});
        settle();
    }
    [[nodiscard]] std::size_t files() const { return m_session->overview().batches.size(); }

private slots:
    void init()
    {
        const std::string path = m_scratch.path("w.meitrace");
        for (const char* companion : {"", "-wal", "-shm", ".lock"}) {
            std::filesystem::remove(path + companion);
        }
        m_session = test::emptySession(path);
        QVERIFY(m_session->isOpen());
    }
    void cleanup() { m_session.reset(); }

    void whatAnImportRemembersGoesAndComesWithIt()
    {
        import("a.csv", "A1,B1,2025-03-11 10:00,item,5\n", "bills of the desk");
        QCOMPARE(files(), std::size_t {1});
        QCOMPARE(remembered().size(), 1);
        QVERIFY(remembered().constFirst().startsWith(QStringLiteral("bills of the desk:")));
        const QStringList kept = remembered();
        m_session->changes().undo();
        settle();
        QCOMPARE(files(), std::size_t {0});
        QCOMPARE(remembered(), QStringList());
        m_session->changes().redo();
        settle();
        QCOMPARE(files(), std::size_t {1});
        QCOMPARE(remembered(), kept);
    }

    void whatWasRememberedBeforeComesBack()
    {
        import("a.csv", "A1,B1,2025-03-11 10:00,item,5\n", "first");
        import("b.csv", "A1,B2,2025-03-12 10:00,item,6\n", "second");  // the same head: it takes the place
        QCOMPARE(remembered().size(), 1);
        QVERIFY(remembered().constFirst().startsWith(QStringLiteral("second:")));
        m_session->changes().undo();
        settle();
        QCOMPARE(files(), std::size_t {1});
        QCOMPARE(remembered().size(), 1);
        QVERIFY(remembered().constFirst().startsWith(QStringLiteral("first:")));
    }

    void anImportThatRemembersNothingTakesNothingBack()
    {
        import("a.csv", "A1,B1,2025-03-11 10:00,item,5\n", "first");
        import("b.csv", "A1,B2,2025-03-12 10:00,item,6\n", "");
        m_session->changes().undo();
        settle();
        QCOMPARE(files(), std::size_t {1});
        QVERIFY(remembered().constFirst().startsWith(QStringLiteral("first:")));
    }
};

MEITRACE_TEST(TestImportUndo)
#include "tst_importundo.moc"
