// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs of totals and of the diary on the page of data. With MEITRACE_GALLERY=folder a picture is written
// there.
#include "analytics/workbench/demo.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/settling.h"
#include "ui/pages/datapage.h"
#include "ui/viewmodels/importeffectview.h"
#include "ui/viewmodels/reconcileview.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/tabbar.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace meitrace;

class TestDataTabs : public QObject {
    Q_OBJECT

    test::Scratch m_scratch;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DataPage> m_page;

    void open(const std::string& workspace)
    {
        m_session = std::make_unique<Session>();
        m_page = std::make_unique<DataPage>(*m_session);
        m_session->open(QString::fromStdString(workspace));
        test::settle(*m_session);
        QVERIFY(m_session->isOpen());
        m_page->resize(1280, 720);
        m_page->show();
        test::settle(*m_session);
    }
    DataTable* table(const char* name) { return m_page->findChild<DataTable*>(QLatin1String(name)); }
    static QString cell(const DataTable& table, int row, int column)
    {
        return table.model()->index(row, column).data().toString();
    }

private slots:
    void initTestCase()
    {
        Job job;
        const DemoRequest request {.workspace = m_scratch.path("clinic.meitrace"),
                                   .folder = m_scratch.path("files")};
        MEITRACE_OK(makeDemoClinic(request, job));
        MEITRACE_OK(Workspace::create(m_scratch.path("empty.meitrace"), {}));
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void totalsStandBesideTheirRows()
    {
        open(m_scratch.path("clinic.meitrace"));
        m_page->goToPart(QStringLiteral("totals"));
        DataTable* totals = table("table.totals");
        const QAbstractItemModelTester tester(totals->model());
        QVERIFY(totals->isVisible());
        Job job;
        Result<Clinic> clinic = Clinic::forReading(m_scratch.path("clinic.meitrace"), job);
        MEITRACE_OK(clinic);
        const auto report = reconcile(*clinic, job);
        MEITRACE_OK(report);
        QCOMPARE(totals->model()->rowCount(), static_cast<int>(report->totals()));
        QVERIFY(report->totals() > 0);
        // What differs stands first, and the tab says how much there is of it.
        const auto differing
            = report->differences() - static_cast<std::int64_t>(report->cards.differences.size());
        for (int row = 0; row < totals->model()->rowCount(); ++row) {
            QCOMPARE(cell(*totals, row, TotalTable::Difference) != QStringLiteral("—"), row < differing);
        }
        const auto* tabs = m_page->findChild<TabBar*>(QStringLiteral("tabs.data"));
        QVERIFY(tabs->tabText(4).contains(QString::number(report->differences())));
        QCOMPARE(table("table.cardDifferences")->model()->rowCount(),
                 static_cast<int>(report->cards.differences.size()));
    }

    void theDiaryTellsOfEveryLoad()
    {
        open(m_scratch.path("clinic.meitrace"));
        m_page->goToPart(QStringLiteral("diary"));
        DataTable* diary = table("table.diary");
        DataTable* moved = table("table.movedFigures");
        const QAbstractItemModelTester tester(diary->model());
        const QAbstractItemModelTester movedTester(moved->model());
        QCOMPARE(diary->model()->rowCount(), static_cast<int>(m_session->overview().batches.size()));
        QVERIFY(moved->model()->rowCount() > 0);  // the newest load that moved something is shown
        int quiet = 0;
        while (cell(*diary, quiet, DiaryTable::Past) != DiaryTable::tr("As before")) {
            ++quiet;
        }
        diary->setFocus();
        diary->selectRow(quiet);
        QCOMPARE(moved->model()->rowCount(), 0);
    }

    void takingAFileOutIsWrittenDown()
    {
        const std::string copy = m_scratch.path("copy.meitrace");
        Job job;
        {
            Result<Clinic> clinic = Clinic::forReading(m_scratch.path("clinic.meitrace"), job);
            MEITRACE_OK(clinic);
            MEITRACE_OK(clinic->workspace().backup(copy, job));
        }
        open(copy);
        const int before = table("table.diary")->model()->rowCount();
        const ImportBatch batch = m_session->overview().batches.front();
        m_session->takeOut({batch.id}, QString::fromStdString(batch.fileName));
        QTRY_COMPARE_WITH_TIMEOUT(table("table.diary")->model()->rowCount(), before + 1, 20'000);
        QCOMPARE(cell(*table("table.diary"), 0, DiaryTable::What), diaryActionText(DiaryAction::TakenOut));
        QCOMPARE(cell(*table("table.diary"), 0, DiaryTable::File), QString::fromStdString(batch.fileName));
    }

    void anImportSaysWhatItChanged()
    {
        const std::string workspace = m_scratch.path("effect.meitrace");
        MEITRACE_OK(Workspace::create(workspace, {}));
        open(workspace);
        DataTable* effect = table("table.effect");
        const QAbstractItemModelTester tester(effect->model());
        QVERIFY(!effect->isVisible());
        const std::string header = "订单号,行号,客户姓名,手机号,消费日期,项目,金额\n";
        const auto load = [&](const char* name, const std::string& rows) {
            QSignalSpy imported(m_session.get(), &Session::imported);
            m_session->import({{QString::fromStdString(m_scratch.write(name, header + rows)), {}}});
            QVERIFY(imported.wait(20'000));
            test::settle(*m_session);
        };
        load("june.csv",
             "T1,1,赵一,16400000001,2026-06-05,光子嫩肤,100\nT2,1,钱二,16400000002,2026-06-08,热玛吉,many\n"
             "合计,,,,,,300\n");
        QVERIFY(effect->isVisible());
        QCOMPARE(cell(*effect, ImportEffectTable::Customers, ImportEffectTable::Before), QStringLiteral("0"));
        QCOMPARE(cell(*effect, ImportEffectTable::Customers, ImportEffectTable::Now), QStringLiteral("1"));
        QCOMPARE(cell(*effect, ImportEffectTable::Problems, ImportEffectTable::Change), QStringLiteral("+1"));
        QVERIFY(cell(*effect, ImportEffectTable::Totals, ImportEffectTable::Now).startsWith(u'1'));
        load("more.csv",
             "T1,1,赵一,16400000001,2026-06-05,光子嫩肤,120\nT3,1,孙三,16400000003,2026-06-09,热玛吉,50\n");
        QCOMPARE(cell(*effect, ImportEffectTable::Customers, ImportEffectTable::Before), QStringLiteral("1"));
        QCOMPARE(cell(*effect, ImportEffectTable::WithPhone, ImportEffectTable::Change),
                 QStringLiteral("+1"));
        QCOMPARE(cell(*effect, ImportEffectTable::Months, ImportEffectTable::Now), QStringLiteral("1"));
        if (const QString folder = qEnvironmentVariable("MEITRACE_GALLERY"); !folder.isEmpty()) {
            m_page->grab().save(folder + QStringLiteral("/effect.png"));
        }
        m_page->findChild<QPushButton*>(QStringLiteral("btn.toDiary"))->click();
        QVERIFY(table("table.diary")->isVisible());
        m_session->changes().undo();
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->lastEffect(), 20'000);
    }

    void anEmptyWorkspaceSaysWhatWouldBeThere()
    {
        open(m_scratch.path("empty.meitrace"));
        for (const char* name :
             {"table.totals", "table.cardDifferences", "table.diary", "table.movedFigures"}) {
            QCOMPARE(table(name)->model()->rowCount(), 0);
        }
    }
};

MEITRACE_TEST(TestDataTabs)
#include "tst_datatabs.moc"
