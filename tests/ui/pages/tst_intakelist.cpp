// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Several files on their way in: the list that says what each of them is and what is still to be decided.
// With MEITRACE_GALLERY=folder pictures are left there.
#include "analytics/workbench/demo.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/demopage.h"
#include "tests/ui/support/emptyclinic.h"
#include "tests/ui/support/gallery.h"
#include "tests/ui/support/settling.h"
#include "tests/ui/support/structure.h"
#include "ui/pages/importwizard.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/intakeview.h"
#include "ui/widgets/datatable.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <memory>

using namespace meitrace;

namespace {

constexpr int kNine = 9;
const char* const kHeader = "病历号,姓名,收费单号,收费时间,项目名称,实收金额\n";
/// The last column is known under the same words in another order.
const char* const kSimilarHeader = "病历号,姓名,收费单号,收费时间,项目名称,金额实收\n";

std::string bill(int number, const char* day, const char* amount = "1200")
{
    const std::string digits = std::to_string(number);
    return "A" + digits + ",王小丽,B" + digits + "," + day + " 10:00,水光," + amount + "\n";
}

}  // namespace

class TestIntakeList : public QObject {
    Q_OBJECT

private:
    test::Scratch m_scratch;
    std::unique_ptr<Session> m_session;
    ImportReport m_demo;
    int m_made = 0;

    void settle() { test::settle(*m_session); }

    /// In a folder of the test's own: names come again.
    QString file(const char* name, const std::string& bytes)
    {
        const std::string folder = m_scratch.path("f" + std::to_string(m_made));
        std::filesystem::create_directories(folder);
        return QString::fromStdString(m_scratch.write("f" + std::to_string(m_made) + "/" + name, bytes));
    }
    QStringList mixedFiles()
    {
        return {file("1月.csv",
                     kHeader + bill(1, "2025-01-02") + bill(11, "2025-01-28") + bill(2, "2025-01-30", "abc")),
                file("2月.csv", kSimilarHeader + bill(3, "2025-02-02")), file("odd.csv", "k1,k2\n1,2\n"),
                QString::fromStdString(m_scratch.path("gone.csv"))};
    }

    static QPushButton* button(const QWidget& widget, const char* name)
    {
        return widget.findChild<QPushButton*>(QLatin1String(name));
    }
    static DataTable* table(const QWidget& wizard)
    {
        return wizard.findChild<DataTable*>(QStringLiteral("table.intake"));
    }
    static QString cell(const QWidget& wizard, int row, int column)
    {
        return test::cellText(*table(wizard), row, column);
    }
    static QString said(const QWidget& wizard, const char* label)
    {
        return wizard.findChild<QLabel*>(QLatin1String(label))->text();
    }
    static void press(const QWidget& wizard, const char* name)
    {
        QTest::mouseClick(button(wizard, name), Qt::LeftButton);
    }
    std::unique_ptr<ImportWizard> shown(const QStringList& files)
    {
        auto wizard = std::make_unique<ImportWizard>(*m_session, files);
        wizard->show();
        settle();
        return wizard;
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        Job job;
        const DemoRequest request {.workspace = m_scratch.path("demo.meitrace"),
                                   .folder = m_scratch.path("demo")};
        const auto made = makeDemoClinic(request, job);
        MEITRACE_OK(made);
        m_demo = *made;
        QVERIFY(m_demo.files.size() >= kNine);
    }
    void init()
    {
        m_session = test::emptySession(m_scratch.path("w" + std::to_string(++m_made) + ".meitrace"));
        QVERIFY(m_session->isOpen());
    }
    void cleanup() { m_session.reset(); }

    void nineFilesOfTheClinicAreRecognised()
    {
        QStringList files;
        for (int i = 0; i < kNine; ++i) {
            files << QString::fromStdString(m_demo.files[static_cast<std::size_t>(i)].file);
        }
        const auto wizard = shown(files);
        const QAbstractItemModelTester tester(table(*wizard)->model());
        QCOMPARE(table(*wizard)->model()->rowCount(), kNine);
        for (int i = 0; i < kNine; ++i) {
            const FileReport& known = m_demo.files[static_cast<std::size_t>(i)];
            QCOMPARE(cell(*wizard, i, IntakeTable::Kind), capitalised(kindName(known.kind)));
            const std::int64_t aside = known.fates[static_cast<std::size_t>(RowFate::Quarantined)];
            const QString rows = cell(*wizard, i, IntakeTable::Rows);
            QVERIFY2(rows.endsWith(countText(known.rowsRead)), qPrintable(rows));
            QCOMPARE(rows.startsWith(countText(aside) + QStringLiteral(" set aside")), aside > 0);
            QCOMPARE(cell(*wizard, i, IntakeTable::State), QStringLiteral("Ready"));
            QCOMPARE(cell(*wizard, i, IntakeTable::Overlap), QStringLiteral("—"));
        }
        QVERIFY(cell(*wizard, 0, IntakeTable::Encoding).size() > 1);
        QVERIFY(said(*wizard, "text.demand").isEmpty());
        QVERIFY(button(*wizard, "btn.import")->text().contains(QLatin1Char('9')));
        press(*wizard, "btn.import");
        settle();
        QCOMPARE(m_session->overview().batches.size(), std::size_t {kNine});
        // The same once more: there is nothing to do.
        const auto again = shown(files);
        for (int i = 0; i < kNine; ++i) {
            QCOMPARE(cell(*again, i, IntakeTable::State), QStringLiteral("Loaded already"));
        }
        QVERIFY(!button(*again, "btn.import")->isEnabled());
        QCOMPARE(said(*again, "text.demand"), QStringLiteral("Nothing is left to import."));
    }

    void everyFileSaysWhatItIsAndWhatItWaitsFor()
    {
        const auto wizard = shown(mixedFiles());
        QCOMPARE(cell(*wizard, 0, IntakeTable::State), QStringLiteral("Ready"));
        QCOMPARE(cell(*wizard, 0, IntakeTable::Rows), QStringLiteral("1 set aside of 3"));
        QVERIFY(cell(*wizard, 0, IntakeTable::Period).startsWith(QStringLiteral("Jan 2")));
        QVERIFY(cell(*wizard, 1, IntakeTable::State).contains(QStringLiteral("to confirm")));
        QCOMPARE(cell(*wizard, 1, IntakeTable::Rows), QStringLiteral("1"));
        QCOMPARE(cell(*wizard, 2, IntakeTable::State), QStringLiteral("Not recognised"));
        QCOMPARE(cell(*wizard, 2, IntakeTable::Kind), QStringLiteral("—"));
        QCOMPARE(cell(*wizard, 3, IntakeTable::State), QStringLiteral("Cannot be read"));
        QVERIFY(said(*wizard, "text.demand").contains(QLatin1Char('3')));
        QVERIFY(!button(*wizard, "btn.import")->isEnabled());
        table(*wizard)->selectRow(1);
        QVERIFY(said(*wizard, "text.note").contains(QStringLiteral("金额实收")));
        table(*wizard)->selectRow(3);
        QVERIFY(said(*wizard, "text.note").contains(QStringLiteral("gone.csv")));
        QVERIFY(!button(*wizard, "btn.look")->isEnabled());  // there is nothing to be seen of it
    }

    void whatHoldsUpTheOthersIsDecidedOneByOne()
    {
        const auto wizard = shown(mixedFiles());
        // By keys alone: down, into the file, confirm, on, done.
        QTest::keyClick(table(*wizard), Qt::Key_Down);
        QTest::keyClick(table(*wizard), Qt::Key_Return);
        QCOMPARE(wizard->step(), 2);
        QVERIFY(button(*wizard, "btn.allFiles")->isVisible());
        QCOMPARE(wizard->focusWidget(), button(*wizard, "confirm.5"));
        QTest::keyClick(wizard->focusWidget(), Qt::Key_Space);
        settle();
        QTest::keyClick(button(*wizard, "btn.next"), Qt::Key_Space);
        settle();
        QCOMPARE(wizard->focusWidget(), button(*wizard, "btn.done"));
        QTest::keyClick(wizard->focusWidget(), Qt::Key_Space);
        QVERIFY(table(*wizard)->isVisible());
        QCOMPARE(cell(*wizard, 1, IntakeTable::State), QStringLiteral("Ready"));
        // It stands on the next one that waits.
        QCOMPARE(table(*wizard)->currentIndex().row(), 2);
        QTest::keyClick(table(*wizard), Qt::Key_Delete);
        QCOMPARE(cell(*wizard, 2, IntakeTable::State), QStringLiteral("Left out"));
        table(*wizard)->selectRow(3);
        press(*wizard, "btn.leaveOut");
        QVERIFY(said(*wizard, "text.demand").isEmpty());
        QVERIFY(button(*wizard, "btn.import")->isEnabled());
        // Leaving out is no farewell.
        press(*wizard, "btn.leaveOut");
        QCOMPARE(cell(*wizard, 3, IntakeTable::State), QStringLiteral("Cannot be read"));
        QVERIFY(!button(*wizard, "btn.import")->isEnabled());
        press(*wizard, "btn.leaveOut");
        press(*wizard, "btn.import");
        settle();
        QCOMPARE(m_session->overview().batches.size(), std::size_t {2});
        // The columns that were confirmed are known from now on.
        const auto next = shown({file("3月.csv", kSimilarHeader + bill(9, "2025-03-02")),
                                 file("4月.csv", kHeader + bill(10, "2025-04-02"))});
        QCOMPARE(cell(*next, 0, IntakeTable::State), QStringLiteral("Ready"));
    }

    void aFileOfAnUnknownKindIsNamedInItsSteps()
    {
        const auto wizard = shown({file("a.csv", kHeader + bill(1, "2025-01-02")),
                                   file("odd.csv", "k1,k2,k3,k4\nA1,B1,2025-03-01 10:00,100\n")});
        table(*wizard)->selectRow(1);
        press(*wizard, "btn.look");
        QCOMPARE(wizard->step(), 0);
        QTest::keyClick(wizard.get(), Qt::Key_Escape);
        QVERIFY(wizard->isVisible());  // back to the list, not out of it
        QVERIFY(table(*wizard)->isVisible());
        press(*wizard, "btn.look");
        press(*wizard, "btn.leaveOut");
        QVERIFY(table(*wizard)->isVisible());
        QCOMPARE(cell(*wizard, 1, IntakeTable::State), QStringLiteral("Left out"));
        QVERIFY(button(*wizard, "btn.import")->isEnabled());
    }

    void whatIsLoadedAlreadyDoesNotHoldUpTheOthers()
    {
        const QString known = file("known.csv", kHeader + bill(1, "2025-01-02"));
        m_session->import({{known, std::nullopt}});
        settle();
        const auto wizard = shown({known, file("new.csv", kHeader + bill(2, "2025-02-02"))});
        QCOMPARE(cell(*wizard, 0, IntakeTable::State), QStringLiteral("Loaded already"));
        QVERIFY(!button(*wizard, "btn.leaveOut")->isEnabled());
        QVERIFY(button(*wizard, "btn.import")->text().contains(QLatin1Char('1')));
        press(*wizard, "btn.import");
        settle();
        QCOMPARE(m_session->overview().batches.size(), std::size_t {2});
    }

    void overlapsWithLoadedFilesAreSaid()
    {
        m_session->import({{file("h2.csv", kHeader + bill(1, "2025-07-01") + bill(2, "2025-12-31")), {}},
                           {file("q4.csv", kHeader + bill(3, "2025-10-01") + bill(4, "2025-12-30")), {}}});
        settle();
        QCOMPARE(m_session->overview().batches.size(), std::size_t {2});
        const auto wizard
            = shown({file("june.csv", kHeader + bill(5, "2025-06-01") + bill(6, "2025-07-07")),
                     file("december.csv", kHeader + bill(7, "2025-12-01") + bill(8, "2026-01-07")),
                     file("later.csv", kHeader + bill(9, "2026-02-01"))});
        const QString one = cell(*wizard, 0, IntakeTable::Overlap);
        QVERIFY2(one.startsWith(QStringLiteral("from Jul 1")) && one.endsWith(QStringLiteral("in h2.csv")),
                 qPrintable(one));
        QCOMPARE(cell(*wizard, 1, IntakeTable::Overlap), QStringLiteral("2 of 2 loaded files"));
        const QString tip
            = table(*wizard)->model()->index(1, IntakeTable::Overlap).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.contains(QStringLiteral("h2.csv")) && tip.contains(QStringLiteral("q4.csv")));
        QCOMPARE(cell(*wizard, 2, IntakeTable::Overlap), QStringLiteral("—"));
        QVERIFY(said(*wizard, "text.note").contains(QStringLiteral("loaded already")));
        QVERIFY(button(*wizard, "btn.import")->isEnabled());  // nothing bad about it
    }

    void oneFileIsNamedOnce()
    {
        const QString path = file("a.csv", kHeader + bill(1, "2025-01-02"));
        const auto wizard = shown({path, path});
        QVERIFY(!button(*wizard, "btn.allFiles")->isVisible());
        QCOMPARE(wizard->step(), 3);
    }

    void cancellingWhileFilesAreReadLeavesTheWorkspaceAsItWas()
    {
        std::string large = kHeader;
        for (int i = 0; i < 200'000; ++i) {
            large += bill(i, "2025-01-02");
        }
        const QStringList files {file("large.csv", large),
                                 file("larger.csv", large + bill(-1, "2025-01-02"))};
        ImportWizard wizard(*m_session, files);
        wizard.show();
        QTRY_VERIFY(m_session->jobs().isRunning(QStringLiteral("checkFile")));
        QCOMPARE(cell(wizard, 1, IntakeTable::Rows), QStringLiteral("…"));
        QElapsedTimer clock;
        clock.start();
        press(wizard, "btn.cancel");
        QVERIFY(!wizard.isVisible());
        settle();
        QVERIFY(clock.elapsed() < 5'000);
        QVERIFY(m_session->overview().batches.empty());
        QVERIFY(!m_session->changes().canUndo());
    }

    void theListIsWholeAndNamedInEveryLook_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("chinese");
        QTest::newRow("light_en") << false << false;
        QTest::newRow("light_zh") << false << true;
        QTest::newRow("dark_en") << true << false;
        QTest::newRow("dark_zh") << true << true;
    }
    void theListIsWholeAndNamedInEveryLook()
    {
        QFETCH(bool, dark);
        QFETCH(bool, chinese);
        const test::Spoken spoken(chinese);
        const QString look = QString::fromLatin1(QTest::currentDataTag());
        Theme::current().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const QString known
            = file("开单明细_2024H2.csv", kHeader + bill(71, "2024-07-01") + bill(72, "2025-01-05"));
        m_session->import({{known, std::nullopt}});
        settle();
        QStringList files = mixedFiles();
        for (int i = 0; i < 5; ++i) {
            files << QString::fromStdString(m_demo.files[static_cast<std::size_t>(i)].file);
        }
        files << known;
        for (const double zoom : {1.5, 1.0}) {
            Theme::current().setZoom(zoom);
            const auto wizard = shown(files);
            wizard->resize(Theme::current().px(1200), Theme::current().px(640));
            table(*wizard)->selectRow(1);
            settle();
            QCOMPARE(test::clippedText(*wizard), QString());
            QCOMPARE(test::unnamedControl(*wizard), QString());
            QCOMPARE(test::tabProblem(*wizard), QString());
            QVERIFY(zoom > 1 || test::keepPicture(*wizard, QStringLiteral("intake_list_") + look));
            press(*wizard, "btn.look");
            settle();
            QCOMPARE(wizard->step(), 2);
            QCOMPARE(test::clippedText(*wizard), QString());
            QCOMPARE(test::unnamedControl(*wizard), QString());
            QVERIFY(zoom > 1 || test::keepPicture(*wizard, QStringLiteral("intake_columns_") + look));
            button(*wizard, "confirm.5")->click();
            press(*wizard, "btn.next");
            settle();
            QVERIFY(zoom > 1 || test::keepPicture(*wizard, QStringLiteral("intake_check_") + look));
        }
        Theme::current().setMode(Theme::Mode::Light);
    }
};

MEITRACE_TEST(TestIntakeList)
#include "tst_intakelist.moc"
