// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tabs of totals and of the diary on the page of data. With MEITRACE_GALLERY=folder a picture is written
// there.
#include "tests/support/plainfile.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/demopage.h"
#include "tests/ui/support/gallery.h"
#include "ui/pages/recipedialog.h"
#include "ui/viewmodels/dictionaryview.h"
#include "ui/viewmodels/importeffectview.h"
#include "ui/viewmodels/namingview.h"
#include "ui/viewmodels/reconcileview.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tabbar.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace meitrace;

class TestDataTabs : public QObject {
    Q_OBJECT

    test::DemoDataPage m_world;

    DataTable* table(const char* name) { return m_world.table(name); }

private slots:
    void initTestCase()
    {
        MEITRACE_OK(m_world.makeClinic());
        MEITRACE_OK(Workspace::create(m_world.scratch().path("empty.meitrace"), {}));
    }
    void cleanup() { m_world.close(); }

    void totalsStandBesideTheirRows()
    {
        QVERIFY(m_world.open(m_world.clinic()));
        m_world.show("totals");
        DataTable* totals = table("table.totals");
        const QAbstractItemModelTester tester(totals->model());
        QVERIFY(totals->isVisible());
        Job job;
        Result<Clinic> clinic = Clinic::forReading(m_world.clinic(), job);
        MEITRACE_OK(clinic);
        const auto report = reconcile(*clinic, job);
        MEITRACE_OK(report);
        QCOMPARE(totals->model()->rowCount(), static_cast<int>(report->totals()));
        QVERIFY(report->totals() > 0);
        // What differs stands first, and the tab says how much there is of it.
        const auto differing
            = report->differences() - static_cast<std::int64_t>(report->cards.differences.size());
        for (int row = 0; row < totals->model()->rowCount(); ++row) {
            QCOMPARE(test::cellText(*totals, row, TotalTable::Difference) != QStringLiteral("—"),
                     row < differing);
        }
        const auto* tabs = m_world.page().findChild<TabBar*>(QStringLiteral("tabs.data"));
        QVERIFY(tabs->tabText(4).contains(QString::number(report->differences())));
        QCOMPARE(table("table.cardDifferences")->model()->rowCount(),
                 static_cast<int>(report->cards.differences.size()));
    }

    void theDiaryTellsOfEveryLoad()
    {
        QVERIFY(m_world.open(m_world.clinic()));
        m_world.show("diary");
        DataTable* diary = table("table.diary");
        DataTable* moved = table("table.movedFigures");
        const QAbstractItemModelTester tester(diary->model());
        const QAbstractItemModelTester movedTester(moved->model());
        QCOMPARE(diary->model()->rowCount(), static_cast<int>(m_world.session().overview().batches.size()));
        QVERIFY(moved->model()->rowCount() > 0);  // the newest load that moved something is shown
        int quiet = 0;
        while (test::cellText(*diary, quiet, DiaryTable::Past) != DiaryTable::tr("As before")) {
            ++quiet;
        }
        diary->setFocus();
        diary->selectRow(quiet);
        QCOMPARE(moved->model()->rowCount(), 0);
    }

    void takingAFileOutIsWrittenDown()
    {
        const Result<std::string> copy = m_world.copy();
        MEITRACE_OK(copy);
        QVERIFY(m_world.open(*copy));
        m_world.show("diary");
        const int before = table("table.diary")->model()->rowCount();
        const ImportBatch batch = m_world.session().overview().batches.front();
        m_world.session().takeOut({batch.id}, QString::fromStdString(batch.fileName));
        QTRY_COMPARE_WITH_TIMEOUT(table("table.diary")->model()->rowCount(), before + 1, 20'000);
        QCOMPARE(test::cellText(*table("table.diary"), 0, DiaryTable::File),
                 diaryActionText(DiaryAction::TakenOut) + QStringLiteral(": ")
                     + QString::fromStdString(batch.fileName));
    }

    void anImportSaysWhatItChanged()
    {
        const std::string workspace = m_world.scratch().path("effect.meitrace");
        MEITRACE_OK(Workspace::create(workspace, {}));
        QVERIFY(m_world.open(workspace));
        m_world.show("import");
        DataTable* effect = table("table.effect");
        const QAbstractItemModelTester tester(effect->model());
        QVERIFY(!effect->isVisible());
        const std::string header = "订单号,行号,客户姓名,手机号,消费日期,项目,金额\n";
        const auto load = [&](const char* name, const std::string& rows) {
            QSignalSpy imported(&m_world.session(), &Session::imported);
            m_world.session().import(
                {{QString::fromStdString(m_world.scratch().write(name, header + rows)), {}}});
            QVERIFY(imported.wait(20'000));
            m_world.settlePage();
        };
        load("june.csv",
             "T1,1,赵一,16400000001,2026-06-05,光子嫩肤,100\nT2,1,钱二,16400000002,2026-06-08,热玛吉,many\n"
             "合计,,,,,,300\n");
        QVERIFY(effect->isVisible());
        QCOMPARE(test::cellText(*effect, ImportEffectTable::Customers, ImportEffectTable::Before),
                 QStringLiteral("0"));
        QCOMPARE(test::cellText(*effect, ImportEffectTable::Customers, ImportEffectTable::Now),
                 QStringLiteral("1"));
        QCOMPARE(test::cellText(*effect, ImportEffectTable::Problems, ImportEffectTable::Change),
                 QStringLiteral("+1"));
        QVERIFY(test::cellText(*effect, ImportEffectTable::Totals, ImportEffectTable::Now).startsWith(u'1'));
        load("more.csv",
             "T1,1,赵一,16400000001,2026-06-05,光子嫩肤,120\nT3,1,孙三,16400000003,2026-06-09,热玛吉,50\n");
        QCOMPARE(test::cellText(*effect, ImportEffectTable::Customers, ImportEffectTable::Before),
                 QStringLiteral("1"));
        QCOMPARE(test::cellText(*effect, ImportEffectTable::WithPhone, ImportEffectTable::Change),
                 QStringLiteral("+1"));
        QCOMPARE(test::cellText(*effect, ImportEffectTable::Months, ImportEffectTable::Now),
                 QStringLiteral("1"));
        QVERIFY(test::keepPicture(m_world.page(), QStringLiteral("effect")));
        m_world.button("btn.toDiary")->click();
        QVERIFY(table("table.diary")->isVisible());
        m_world.session().changes().undo();
        QTRY_VERIFY_WITH_TIMEOUT(!m_world.session().lastEffect(), 20'000);
    }

    void theDictionaryKnowsEveryField()
    {
        QVERIFY(m_world.open(m_world.clinic()));
        m_world.show("dictionary");
        DataTable* fields = table("table.dictionary");
        const QAbstractItemModelTester tester(fields->model());
        QVERIFY(fields->isVisible());
        int known = 0;
        for (const KindSpec& kind : kinds()) {
            known += static_cast<int>(kind.fields.size());
        }
        auto* kind = m_world.page().findChild<QComboBox*>(QStringLiteral("dictionary.kind"));
        QCOMPARE(fields->model()->rowCount(), static_cast<int>(kinds()[0].fields.size()));
        kind->setCurrentIndex(0);
        QCOMPARE(fields->model()->rowCount(), known);
        // Nothing is left without words, in both languages.
        for (int row = 0; row < known; ++row) {
            for (const int column :
                 {DictionaryTable::Source, DictionaryTable::Field, DictionaryTable::OtherName,
                  DictionaryTable::Holds, DictionaryTable::Use, DictionaryTable::Code}) {
                QVERIFY(!test::cellText(*fields, row, column).isEmpty());
            }
        }
        // A header of a file leads to its field.
        auto* search = m_world.page().findChild<SearchField*>(QStringLiteral("search.dictionary"));
        search->setText(QStringLiteral("病历编号"));
        QTRY_VERIFY(fields->model()->rowCount() < known && fields->model()->rowCount() > 0);
        QCOMPARE(test::cellText(*fields, 0, DictionaryTable::Code), QStringLiteral("his_no"));
        search->setText(QStringLiteral("no such field"));
        QTRY_COMPARE(fields->model()->rowCount(), 0);
        search->clear();
        kind->setCurrentIndex(2);
        QTRY_COMPARE(fields->model()->rowCount(), static_cast<int>(kinds()[1].fields.size()));
    }

    void aNameThatIsNotKnownBecomesARule()
    {
        QVERIFY(m_world.open(m_world.clinic()));
        m_world.show("names");
        QTRY_VERIFY(
            !m_world.page().findChild<QLabel*>(QStringLiteral("text.nameCoverage"))->text().isEmpty());
        QCOMPARE(table("table.names")->model()->rowCount(), 0);  // the sample clinic's are all known
        m_world.close();
        const std::string path = m_world.scratch().path("names.meitrace");
        MEITRACE_OK(Workspace::create(path, {}));
        MEITRACE_OK(test::loadPlainFile(m_world.scratch(), path, "his_billing", "names.csv",
                                        "his_no,order_no,pay_time,item_name,paid_amount\n"
                                        "A1,O1,2025-01-10 10:00,春日焕颜礼,500\n"
                                        "A2,O2,2025-01-11 10:00,春日焕颜礼,500\n"
                                        "A2,O3,2025-01-12 10:00,热玛吉,900\n"));
        QVERIFY(m_world.open(path));
        m_world.show("names");
        DataTable* names = table("table.names");
        const QAbstractItemModelTester tester(names->model());
        QTRY_COMPARE(names->model()->rowCount(), 1);
        QCOMPARE(test::cellText(*names, 0, NameTable::Rows), QStringLiteral("2"));
        QCOMPARE(test::cellText(*names, 0, NameTable::Customers), QStringLiteral("2"));
        auto* write = m_world.button("btn.ruleForName");
        QVERIFY(!write->isEnabled());
        names->selectRow(0);
        QVERIFY(write->isEnabled());
        const QString name = test::cellText(*names, 0, NameTable::Name);
        test::keepPicture(m_world.page(), QStringLiteral("names"));
        write->click();
        m_world.settlePage();
        auto* dialog = m_world.page().window()->findChild<RecipeDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("rule.text"))->text(), name);
        dialog->reject();
    }

    void anEmptyWorkspaceSaysWhatWouldBeThere()
    {
        QVERIFY(m_world.open(m_world.scratch().path("empty.meitrace")));
        m_world.show("import");
        for (const char* name :
             {"table.totals", "table.cardDifferences", "table.diary", "table.movedFigures"}) {
            QCOMPARE(table(name)->model()->rowCount(), 0);
        }
    }
};

MEITRACE_TEST(TestDataTabs)
#include "tst_datatabs.moc"
