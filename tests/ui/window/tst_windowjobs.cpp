// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody does to the window while it works: other language, look, page, workspace; closing it;
// stopping an import. And the palette, which finds what is saved.
#include "analytics/workbench/audiencebook.h"
#include "app/language.h"
#include "app/window/mainwindow.h"
#include "app/window/palette.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/settling.h"
#include "ui/theme/theme.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <filesystem>
#include <memory>

using namespace meitrace;

class TestWindowJobs : public QObject {
    Q_OBJECT

private:
    test::Scratch m_scratch;
    std::unique_ptr<MainWindow> m_window;
    QString m_clinic;
    int m_made = 0;

    void settle() { test::settle(m_window->session()); }
    QString emptyWorkspace()
    {
        const std::string path = m_scratch.path("empty" + std::to_string(++m_made) + ".meitrace");
        return Workspace::create(path, {}) ? QString::fromStdString(path) : QString();
    }
    std::string bills(int rows)
    {
        std::string text = "his_no,order_no,pay_time,item_name,paid_amount\n";
        for (int i = 0; i < rows; ++i) {
            text += "A" + std::to_string(i % 999) + ",B" + std::to_string(i) + ",2025-03-11 10:00,x,5\n";
        }
        return m_scratch.write("bills" + std::to_string(rows) + ".csv", text);
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("MeiTrace tests"));
        m_window = std::make_unique<MainWindow>();
        m_clinic = QString::fromStdString(m_scratch.path("clinic.meitrace"));
        m_window->session().openDemo(m_clinic);
        settle();
        QVERIFY(m_window->session().isOpen());
    }
    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        m_window->openFile(m_clinic);
        settle();
        QVERIFY(m_window->session().isOpen());
    }
    void cleanup()
    {
        m_window.reset();
        setLanguage(QStringLiteral("en"));
        Theme::current().setMode(Theme::Mode::Light);
    }

    void languageLookAndPageChangeWhileEveryPageComputes()
    {
        QSignalSpy failed(&m_window->session(), &Session::failed);
        int turn = 0;
        for (const QString& page : m_window->pageIds()) {
            QVERIFY(m_window->goTo(page));
            // Not on every page: either restyles every widget there is.
            if (turn % 4 == 0) {
                setLanguage(turn % 8 == 0 ? QStringLiteral("zh_CN") : QStringLiteral("en"));
            } else if (turn % 4 == 2) {
                Theme::current().setMode(turn % 8 == 2 ? Theme::Mode::Dark : Theme::Mode::Light);
            }
            QTest::qWait(5);
            ++turn;
        }
        settle();
        QCOMPARE(failed.count(), 0);
        QCOMPARE(m_window->session().path(), m_clinic);
    }

    void theWorkspaceChangesWhileEveryPageComputes()
    {
        QSignalSpy failed(&m_window->session(), &Session::failed);
        const QString other = emptyWorkspace();
        for (const QString& page : m_window->pageIds()) {
            m_window->openFile(m_clinic);
            settle();
            QVERIFY(m_window->goTo(page));
            m_window->openFile(other);  // the page is in the middle of its work
            settle();
            QCOMPARE(m_window->session().path(), other);
            QVERIFY(!m_window->session().everybody().any());
            QCOMPARE(failed.count(), 0);
        }
    }

    void closingWhileAReportIsMadeEndsSoon()
    {
        QVERIFY(m_window->goTo(QStringLiteral("reports")));
        QVERIFY(m_window->session().jobs().isBusy());
        QElapsedTimer clock;
        clock.start();
        QVERIFY(m_window->close());
        m_window.reset();
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
    }

    void whoClosesAndStopsTheImportLosesNothingElse()
    {
        const QString path = emptyWorkspace();
        m_window->openFile(path);
        settle();
        const std::string small = bills(20);
        m_window->session().import({{.path = QString::fromStdString(small), .given = {}}});
        settle();
        QCOMPARE(m_window->session().overview().batches.size(), std::size_t {1});
        const Index events = m_window->session().overview().events;
        m_window->session().import({{.path = QString::fromStdString(bills(200'000)), .given = {}}});
        QTest::qWait(150);
        QVERIFY(m_window->session().jobs().isRunning(QStringLiteral("import")));
        QTimer answer;
        connect(&answer, &QTimer::timeout, this, [] {
            if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
                box->button(QMessageBox::Yes)->click();
            }
        });
        answer.start(20);
        QVERIFY(m_window->close());
        m_window.reset();
        answer.stop();
        Result<Workspace> left = Workspace::open(path.toStdString(), Workspace::Access::Write);
        MEITRACE_OK(left);
        Job job;
        MEITRACE_OK(left->verify(job));
        Result<Clinic> clinic = Clinic::forReading(path.toStdString(), job);
        MEITRACE_OK(clinic);
        const Result<Overview> overview = overviewOf(*clinic, job);
        MEITRACE_OK(overview);
        QCOMPARE(overview->batches.size(), std::size_t {1});
        QCOMPARE(overview->events, events);
    }

    void anImportIsStoppedByItsButtonWithinASecond()
    {
        const QString path = emptyWorkspace();
        m_window->openFile(path);
        settle();
        QVERIFY(m_window->goTo(QStringLiteral("data")));
        m_window->session().import({{.path = QString::fromStdString(bills(300'000)), .given = {}}});
        QTest::qWait(400);
        auto* row = m_window->findChild<QWidget*>(QStringLiteral("page.data"))->findChild<ProgressRow*>();
        QVERIFY(row != nullptr && row->isVisible());
        auto* cancel = row->findChild<QPushButton*>();
        QVERIFY(cancel != nullptr && cancel->isVisible());
        QElapsedTimer clock;
        clock.start();
        cancel->click();
        settle();
        qInfo("stopped after %s ms", qPrintable(QString::number(clock.elapsed())));
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        m_window->openFile(path);
        settle();
        QCOMPARE(m_window->session().overview().batches.size(), std::size_t {0});
        QCOMPARE(m_window->session().overview().events, Index {0});
    }

    /// One column of all events is spoilt; everything else can be read.
    void aWorkspaceDamagedInPartsIsOnlyLookedAt()
    {
        const std::string path = m_scratch.path("spoilt.meitrace");
        Job job;
        {
            Result<Workspace> whole = Workspace::open(m_clinic.toStdString(), Workspace::Access::Read);
            MEITRACE_OK(whole);
            MEITRACE_OK(whole->backup(path, job));
            Result<Workspace> copy = Workspace::open(path, Workspace::Access::Write);
            MEITRACE_OK(copy);
            MEITRACE_OK(
                copy->database().execute("UPDATE event_chunk SET data = zeroblob(length(data)) WHERE field = "
                                         + std::to_string(static_cast<int>(EventField::Item))));
            MEITRACE_OK(copy->checkpoint());
        }
        const auto bytes = [&path] {
            QFile file(QString::fromStdString(path));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray before = bytes();
        Session& session = m_window->session();
        QSignalSpy found(&session, &Session::damageFound);
        m_window->openFile(QString::fromStdString(path));
        settle();
        QCOMPARE(session.path(), QString::fromStdString(path));
        Scope scope;
        scope.customers.of(FilterField::Item) = {"PICO"};
        session.setScope(scope);
        settle();
        QCOMPARE(found.count(), 1);
        QVERIFY(session.isDamaged());
        QString said;
        for (NoticeBar* bar : m_window->findChildren<NoticeBar*>()) {
            said += bar->isVisibleTo(m_window.get()) ? bar->text() : QString();
        }
        QVERIFY2(said.contains(QStringLiteral("spoilt.meitrace")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("Nothing is written")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("no backup beside it")), qPrintable(said));
        // What can be read is shown.
        QVERIFY(m_window->goTo(QStringLiteral("funnels")));
        settle();
        QVERIFY(session.everybody().any());
        // What would write is refused, and the file stays as it is.
        std::optional<Error> refused;
        session.change<Done>(
            {this, QStringLiteral("test"), QStringLiteral("Test")},
            [](Clinic& clinic, Job& /*job*/) { return clinic.workspace().setNumber("mark", 1); },
            [&refused](const Status& status) {
                if (!status) {
                    refused = status.error();
                }
            });
        settle();
        QVERIFY(refused && refused->code == ErrorCode::StoreDamaged);
        session.import({{.path = QString::fromStdString(bills(20)), .given = {}}});
        settle();
        QCOMPARE(bytes(), before);
        // Another workspace is whole.
        m_window->openFile(m_clinic);
        settle();
        QVERIFY(!session.isDamaged());
    }

    void thePaletteFindsAudiences()
    {
        m_window->session().change<Done>(
            {this, QStringLiteral("test"), QStringLiteral("Test")},
            [](Clinic& clinic, Job& job) {
                return saveRule(clinic, {.name = "Sleeping cards", .rule = "did treat"}, {}, job);
            },
            [](const Status& status) { MEITRACE_OK(status); });
        settle();
        for (QAction* action : m_window->findChildren<QAction*>()) {
            if (action->shortcut() == QKeySequence(QStringLiteral("Ctrl+K"))) {
                action->trigger();
            }
        }
        auto* palette = m_window->findChild<Palette*>();
        QVERIFY(palette != nullptr);
        auto* field = palette->findChild<SearchField*>();
        field->setText(QStringLiteral("leeping"));
        auto* list = palette->findChild<QListWidget*>(QStringLiteral("list.palette"));
        QTRY_VERIFY(list->count() > 0 && list->item(0)->text().startsWith(QStringLiteral("Sleeping cards")));
        QVERIFY(list->item(0)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Audience")));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(m_window->findChild<QWidget*>(QStringLiteral("page.audiences"))->isVisible());
        settle();
        const auto* table = m_window->findChild<QTableView*>(QStringLiteral("table.audiences"));
        QVERIFY(table->currentIndex().isValid());
        QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(),
                 QStringLiteral("Sleeping cards"));
    }
};

MEITRACE_TEST(TestWindowJobs)

#include "tst_windowjobs.moc"
