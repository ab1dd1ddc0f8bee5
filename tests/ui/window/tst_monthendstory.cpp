// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The end of a month in the window, from nine files dropped on it to the one that is taken out again. The
// steps follow each other and build on each other, as they do at a desk.
#include "analytics/workbench/reconcile.h"
#include "app/window/mainwindow.h"
#include "models/demo/democlinic.h"
#include "models/store/workspace.h"
#include "tests/support/handcsv.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/demopage.h"
#include "tests/ui/support/dialogs.h"
#include "tests/ui/support/settling.h"
#include "ui/pages/importwizard.h"
#include "ui/pages/mendingdialog.h"
#include "ui/pages/mergereviewtab.h"
#include "ui/viewmodels/intakeview.h"
#include "ui/viewmodels/mendingview.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/tabbar.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>

#include <memory>

using namespace meitrace;

class TestMonthEndStory final : public QObject {
    Q_OBJECT

    test::Scratch m_scratch;
    std::unique_ptr<MainWindow> m_window;
    Index m_customersBefore = 0;

    Session& session() { return m_window->session(); }
    void settle() { test::settle(session()); }
    template <typename Widget>
    Widget* part(const char* name)
    {
        return m_window->findChild<Widget*>(QLatin1String(name));
    }
    [[nodiscard]] QString demoFile(const char* name) const
    {
        return QString::fromStdString(m_scratch.path(std::string("files/") + name));
    }
    void drop(const QStringList& files)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString& file : files) {
            urls << QUrl::fromLocalFile(file);
        }
        data.setUrls(urls);
        QDragEnterEvent enters({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enters);
        QDropEvent event({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &event);
        settle();
    }
    void showPart(int tab)
    {
        part<TabBar>("tabs.data")->setCurrentIndex(tab);
        settle();
    }
    [[nodiscard]] std::vector<WaitingPair> waiting() const
    {
        Job job;
        Result<Clinic> clinic = Clinic::forReading(m_window->session().path().toStdString(), job);
        const auto pairs
            = clinic ? waitingPairs(clinic->workspace()) : Result<std::vector<WaitingPair>>(clinic.error());
        return pairs ? *pairs : std::vector<WaitingPair> {};
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("MeiTrace tests"));
        Job job;
        MEITRACE_OK(writeDemoClinic(m_scratch.path("files"), *DemoOptions::ofSize("S"), job));
        // The till names one of its columns otherwise since this month. Its bytes are GB18030.
        QFile bills(demoFile("开单明细_2026H1.csv"));
        QVERIFY(bills.open(QIODevice::ReadWrite));
        QByteArray bytes = bills.readAll();
        const QByteArray old = QByteArray::fromHex("ca b5 d6 ca cf fb b7 d1");  // 实质消费
        QVERIFY(bytes.indexOf(old) > 0);
        bytes.replace(bytes.indexOf(old), old.size(), old + QByteArray::fromHex("b6 ee"));  // 额
        bills.seek(0);
        bills.write(bytes);
        bills.close();
        const std::string path = m_scratch.path("clinic.meitrace");
        MEITRACE_OK(Workspace::create(path, {}));
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        m_window->openFile(QString::fromStdString(path));
        settle();
        session().import({{demoFile("开单明细_2025H2.csv"), std::nullopt}});
        settle();
        m_customersBefore = session().everybody().count();
        QVERIFY(m_customersBefore > 0);
        QVERIFY(m_window->goTo(QStringLiteral("data")));
    }
    void cleanupTestCase() { m_window.reset(); }

    void nineFilesAreRecognisedAndOneColumnConfirmed()
    {
        drop({demoFile("客户档案.xls"), demoFile("网电登记.xlsx"), demoFile("预约.csv"), demoFile("到访.csv"),
              demoFile("开单明细_2026H1.csv"), demoFile("消耗明细.csv"), demoFile("卡项余额_20260630.csv"),
              demoFile("美团验券.csv"), demoFile("企微客户.xlsx")});
        auto* wizard = test::openDialog<ImportWizard>();
        QVERIFY(wizard != nullptr);
        auto* list = wizard->findChild<DataTable*>(QStringLiteral("table.intake"));
        QCOMPARE(list->model()->rowCount(), 9);
        auto* import = wizard->findChild<QPushButton*>(QStringLiteral("btn.import"));
        int undecided = 0;
        for (int row = 0; row < 9; ++row) {
            const QString state = test::cellText(*list, row, list->model()->columnCount() - 1);
            QVERIFY2(state == QStringLiteral("Ready") || state.contains(QStringLiteral("to confirm")),
                     qPrintable(state));
            undecided += state == QStringLiteral("Ready") ? 0 : 1;
        }
        QCOMPARE(undecided, 1);
        // It begins a week before the last file ended.
        QVERIFY(test::cellText(*list, 4, 5).contains(QStringLiteral("开单明细_2025H2.csv")));
        list->selectRow(4);
        wizard->findChild<QPushButton*>(QStringLiteral("btn.look"))->click();
        settle();
        QPushButton* confirm = nullptr;
        for (QPushButton* button : wizard->findChildren<QPushButton*>()) {
            const bool isOne = button->objectName().startsWith(QStringLiteral("confirm."));
            confirm = isOne && button->isVisibleTo(wizard) ? button : confirm;
        }
        QVERIFY(confirm != nullptr);
        confirm->click();
        wizard->findChild<QPushButton*>(QStringLiteral("btn.allFiles"))->click();
        settle();
        QVERIFY(import->isEnabled());
        import->click();
        settle();
        QCOMPARE(session().overview().batches.size(), std::size_t {10});
        QVERIFY(session().everybody().count() > m_customersBefore);
    }

    void theCardSaysWhatTheImportChanged()
    {
        const auto* effect = part<DataTable>("table.effect");
        QVERIFY(effect->isVisibleTo(m_window.get()));
        QVERIFY(effect->model()->rowCount() >= 5);
    }

    void theHeaderIsRememberedForTheNextFile()
    {
        QFile bills(demoFile("开单明细_2026H1.csv"));
        QVERIFY(bills.open(QIODevice::ReadOnly));
        const QByteArray bytes = bills.readAll();
        const std::string next = m_scratch.write("开单明细_2026H2.csv",
                                                 bytes.left(bytes.lastIndexOf("\r\n", -3) + 2).toStdString());
        drop({QString::fromStdString(next)});
        auto* wizard = test::openDialog<ImportWizard>();
        QVERIFY(wizard != nullptr);
        QCOMPARE(wizard->step(), 3);  // nothing to confirm: it begins at the check
        wizard->reject();
        settle();
    }

    void rowsSetAsideAreMendedAtOnce()
    {
        showPart(1);
        auto* groups = part<DataTable>("table.problemGroups");
        const std::int64_t aside = session().overview().quarantineOpen;
        QVERIFY(aside > 0);
        QVERIFY(groups->model()->rowCount() > 3);
        for (int row = 0; row < groups->model()->rowCount(); ++row) {
            if (test::cellText(*groups, row, ProblemGroupTable::Field) == QStringLiteral("Phone")) {
                groups->selectRow(row);
                break;
            }
        }
        part<QPushButton>("btn.mendGroup")->click();
        auto* dialog = test::openDialog<MendingDialog>();
        QVERIFY(dialog != nullptr);
        dialog->findChild<QCheckBox*>(QStringLiteral("mending.emptied"))->setChecked(true);
        dialog->findChild<QPushButton*>(QStringLiteral("btn.mend"))->click();
        settle();
        QVERIFY(session().overview().quarantineOpen < aside);
    }

    void totalsAgreeAndThreeCardsDiffer()
    {
        showPart(4);
        const auto* totals = part<DataTable>("table.totals");
        QVERIFY(totals->model()->rowCount() > 0);
        Job job;
        Result<Clinic> clinic = Clinic::forReading(session().path().toStdString(), job);
        MEITRACE_OK(clinic);
        const Result<ReconcileReport> report = reconcile(*clinic, job);
        MEITRACE_OK(report);
        QCOMPARE(report->cards.differences.size(), std::size_t {3});
        QCOMPARE(part<DataTable>("table.cardDifferences")->model()->rowCount(), 3);
        for (const FileReconciliation& file : report->files) {
            for (const FileTotal& total : file.totals) {
                // Where an amount could not be read nobody knows what the rows come to.
                QVERIFY2(total.difference() == 0 || total.rows.unread > 0, file.file.c_str());
            }
        }
    }

    void twoWhoShareANumberStayTwoForGood()
    {
        showPart(3);
        auto* review = m_window->findChild<MergeReviewTab*>();
        const std::vector<WaitingPair> before = waiting();
        QVERIFY(before.size() > 3);
        review->findChild<QPushButton*>(QStringLiteral("btn.two"))->click();
        settle();
        const std::size_t left = waiting().size();
        QCOMPARE(left, before.size() - 1);
        QVERIFY(session().overview().quarantineOpen >= 0);
        // Another file that brings both again asks no more.
        session().import({{demoFile("开单明细_2025H1.csv"), std::nullopt}});
        settle();
        Job job;
        Result<Clinic> clinic = Clinic::forReading(session().path().toStdString(), job);
        MEITRACE_OK(clinic);
        const auto decisions = journal(clinic->workspace());
        MEITRACE_OK(decisions);
        QCOMPARE(decisions->size(), std::size_t {1});
        QVERIFY(!decisions->front().merge && !decisions->front().undone);
        const WaitingPair& decided = before.front();
        for (const WaitingPair& pair : waiting()) {
            QVERIFY(pair.a != decided.a || pair.b != decided.b);
        }
    }

    void aFileIsTakenOutAgain()
    {
        showPart(0);
        auto* files = part<DataTable>("table.files");
        const int before = files->model()->rowCount();
        files->selectRow(0);
        part<QPushButton>("btn.takeOut")->click();
        settle();
        QCOMPARE(files->model()->rowCount(), before - 1);
        Job job;
        Result<Clinic> clinic = Clinic::forReading(session().path().toStdString(), job);
        MEITRACE_OK(clinic);
        MEITRACE_OK(clinic->workspace().verify(job));
    }
};

MEITRACE_TEST(TestMonthEndStory)

#include "tst_monthendstory.moc"
