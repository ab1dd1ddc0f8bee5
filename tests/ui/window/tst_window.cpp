// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The window as a whole with what goes wrong: damaged workspaces, foreign drops, closing while something
// runs.
#include "app/window/mainwindow.h"
#include "models/store/workspace.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/refusals.h"
#include "tests/ui/support/settling.h"
#include "ui/theme/theme.h"
#include "ui/widgets/noticebar.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

#include <filesystem>
#include <memory>

using namespace meitrace;

class TestWindow : public QObject {
    Q_OBJECT

    test::Scratch m_scratch;
    std::unique_ptr<MainWindow> m_window;
    int m_made = 0;

    void settle() { test::settle(m_window->session()); }
    QString makeWorkspace()
    {
        const std::string path = m_scratch.path("clinic" + std::to_string(++m_made) + ".meitrace");
        Job job;
        Result<Workspace> made = Workspace::create(path, {});
        return made && made->checkpoint() ? QString::fromStdString(path) : QString();
    }
    /// The notice of the window itself
    NoticeBar* notice()
    {
        for (NoticeBar* bar : m_window->findChildren<NoticeBar*>()) {
            if (bar->isVisibleTo(m_window.get())) {
                return bar;
            }
        }
        return nullptr;
    }
    void drop(const QString& path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enters({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enters);
        QDropEvent event({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
        settle();
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("MeiTrace tests"));
    }
    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void aDamagedWorkspaceIsLeftAndItsLastBackupRestored()
    {
        const QString path = makeWorkspace();
        const QString base = path.chopped(9);
        {
            Job job;
            Result<Workspace> workspace = Workspace::open(path.toStdString(), Workspace::Access::Write);
            MEITRACE_OK(workspace);
            MEITRACE_OK(workspace->setNumber("mark", 7));
            MEITRACE_OK(workspace->backup((base + QStringLiteral("-backup.meitrace")).toStdString(), job));
            MEITRACE_OK(workspace->checkpoint());
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() / 2 / 4096 * 4096));
        file.seek(0);
        const QByteArray damaged = file.readAll();
        file.close();
        m_window->openFile(path);
        settle();
        QVERIFY(!m_window->session().isOpen());
        QVERIFY(notice() != nullptr);
        QVERIFY2(test::unclear(notice()->text(), {}).isEmpty(), qPrintable(notice()->text()));
        auto* restore = m_window->findChild<QPushButton*>(QStringLiteral("btn.restoreBackup"));
        QVERIFY2(restore != nullptr, qPrintable(notice()->text()));
        restore->click();
        settle();
        QVERIFY(m_window->session().isOpen());
        QCOMPARE(m_window->session().path(), base + QStringLiteral("-restored.meitrace"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), damaged);
        Result<Workspace> restored
            = Workspace::open(m_window->session().path().toStdString(), Workspace::Access::Read);
        MEITRACE_OK(restored);
        QCOMPARE(*restored->number("mark"), std::int64_t {7});
    }

    void withoutABackupOnlyTheSentenceStands()
    {
        const QString path = makeWorkspace();
        QVERIFY(QFile::resize(path, 8192));
        m_window->openFile(path);
        settle();
        QVERIFY(notice() != nullptr);
        QVERIFY(m_window->findChild<QPushButton*>(QStringLiteral("btn.restoreBackup")) == nullptr);
    }

    void whatIsDroppedAndIsNoWorkspaceIsRefused()
    {
        const std::string folder = m_scratch.path("folder.meitrace");
        std::filesystem::create_directory(folder);
        drop(QString::fromStdString(folder));
        QVERIFY(!m_window->session().isOpen());
        QVERIFY(notice() != nullptr);
        drop(QString::fromStdString(m_scratch.write("text.meitrace", "no workspace at all")));
        QVERIFY(!m_window->session().isOpen());
        QVERIFY2(notice()->text().contains(QStringLiteral("text.meitrace")), qPrintable(notice()->text()));
        m_window->openFile(makeWorkspace());
        settle();
        QVERIFY(m_window->session().isOpen());
    }

    void aFileIsRememberedByItsFullPath()
    {
        const QString path = makeWorkspace();
        const QDir folder = QFileInfo(path).dir();
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        m_window->openFile(QFileInfo(path).fileName());
        settle();
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(m_window->session().isOpen());
        QCOMPARE(Session::recentFiles().value(0), folder.absoluteFilePath(QFileInfo(path).fileName()));
        QCOMPARE(Session::recentFiles().count(Session::recentFiles().value(0)), qsizetype {1});
    }

    void theLookIsRememberedWhileTheWindowIsOpen()
    {
        const auto kept = [](const char* key) { return QSettings().value(QLatin1String(key)).toDouble(); };
        Theme::current().setZoom(1.25);
        QCOMPARE(kept("window/zoom"), 1.25);
        Theme::current().setZoom(1.0);
        QCOMPARE(kept("window/zoom"), 1.0);
    }

    void closingWhileAnImportRunsAsksOnce()
    {
        m_window->openFile(makeWorkspace());
        settle();
        std::string bills = "his_no,order_no,pay_time,item_name,paid_amount\n";
        for (int i = 0; i < 200'000; ++i) {
            bills += "A" + std::to_string(i % 999) + ",B" + std::to_string(i) + ",2025-03-11 10:00,x,5\n";
        }
        const QString file = QString::fromStdString(m_scratch.write("bills.csv", bills));
        m_window->session().import({{.path = file, .given = {}}});
        int asked = 0;
        QTimer answer;
        connect(&answer, &QTimer::timeout, this, [&asked] {
            if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
                ++asked;
                box->button(QMessageBox::No)->click();
            }
        });
        answer.start(20);
        QVERIFY(!m_window->close());
        QCOMPARE(asked, 1);
        QVERIFY(m_window->isVisible());
        m_window->session().jobs().cancel(QStringLiteral("import"));
        settle();
        QVERIFY(m_window->close());
        QCOMPARE(asked, 1);
    }
};

MEITRACE_TEST(TestWindow)

#include "tst_window.moc"
