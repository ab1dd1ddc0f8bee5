// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The import wizard and the page of data. With MEITRACE_GALLERY=folder pictures are written there.
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/emptyclinic.h"
#include "tests/ui/support/gallery.h"
#include "tests/ui/support/settling.h"
#include "tests/ui/support/structure.h"
#include "ui/pages/datapage.h"
#include "ui/pages/importwizard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/datatable.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace meitrace;

namespace {

const char* const kBills = "病历号,姓名,收费单号,收费时间,项目名称,实收金额\n"
                           "A1,王小丽,B1,2025-03-01 10:00,水光,1200.50\n"
                           "A2,李安娜,B2,2025-03-02 11:00,光子,\"1,800\"\n"
                           "A3,王晓雷,B3,2025-03-03 12:00,水光,abc\n"
                           "合计,,,,,3000.50\n";
/// The last column is known under the same words in another order.
const char* const kSimilar = "病历号,姓名,收费单号,收费时间,项目名称,金额实收\n"
                             "A1,王小丽,B1,2025-03-01 10:00,水光,1200.50\n"
                             "A2,李安娜,B2,2025-03-02 11:00,光子,1800\n";

}  // namespace

class TestImportWizard : public QObject {
    Q_OBJECT

private:
    test::Scratch m_scratch;
    std::unique_ptr<Session> m_session;
    int m_made = 0;

    void settle() { test::settle(*m_session); }

    QString file(const char* name, const std::string& bytes)
    {
        return QString::fromStdString(m_scratch.write(name, bytes));
    }

    static QPushButton* button(const QWidget& widget, const char* name)
    {
        return widget.findChild<QPushButton*>(QLatin1String(name));
    }

    /// Those that are still to be pressed
    static QList<QPushButton*> confirmButtons(const QWidget& wizard)
    {
        QList<QPushButton*> shown;
        for (QPushButton* one :
             wizard.findChildren<QPushButton*>(QRegularExpression(QStringLiteral("^confirm\\.")))) {
            if (one->parentWidget()->isVisibleTo(&wizard)) {
                shown << one;
            }
        }
        return shown;
    }

private slots:
    void init()
    {
        m_session = test::emptySession(m_scratch.path("w" + std::to_string(++m_made) + ".meitrace"));
        QVERIFY(m_session->isOpen());
    }
    void cleanup() { m_session.reset(); }

    void aFileThatIsRecognisedBeginsAtTheCheckAndIsImported()
    {
        ImportWizard wizard(*m_session, {file("bills.csv", kBills)});
        wizard.show();
        settle();
        QCOMPARE(wizard.step(), 3);
        const QString summary = wizard.findChild<QLabel*>(QStringLiteral("text.summary"))->text();
        QVERIFY2(
            summary.startsWith(QStringLiteral("4 rows: 1 as they stand, 1 repaired, 1 set aside, 1 left")),
            qPrintable(summary));
        auto* causes = wizard.findChild<DataTable*>(QStringLiteral("table.causes"));
        QVERIFY(causes->model()->rowCount() >= 2);
        QCOMPARE(causes->model()->index(0, 0).data().toString(), QStringLiteral("Set aside"));
        QVERIFY(causes->model()->index(0, 4).data().toString().contains(QStringLiteral("Line 4: abc")));
        const QAbstractItemModelTester tester(causes->model());
        QSignalSpy imported(m_session.get(), &Session::imported);
        QTest::mouseClick(button(wizard, "btn.import"), Qt::LeftButton);
        settle();
        QCOMPARE(imported.size(), 1);
        QCOMPARE(m_session->overview().batches.size(), std::size_t {1});
        QCOMPARE(m_session->overview().quarantineOpen, std::int64_t {1});
        QCOMPARE(m_session->overview().customers, Index {2});
        // The check said what the import did.
        QCOMPARE(m_session->overview().batches[0].fates.counts()[1], std::int64_t {1});
    }

    void aChoiceOfEncodingShowsAtOnceWhatItDoes()
    {
        ImportWizard wizard(*m_session, {file("bills2.csv", kBills)});
        wizard.show();
        settle();
        wizard.goToStep(0);
        auto* table = wizard.findChild<DataTable*>(QStringLiteral("table.preview"));
        QCOMPARE(table->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("姓名"));
        auto* encoding = wizard.findChild<QComboBox*>(QStringLiteral("choice.encoding"));
        encoding->setCurrentIndex(encoding->findData(QStringLiteral("gb18030")));
        emit encoding->activated(encoding->currentIndex());
        settle();
        QVERIFY(table->model()->headerData(1, Qt::Horizontal).toString() != QStringLiteral("姓名"));
        encoding->setCurrentIndex(0);
        emit encoding->activated(0);
        settle();
        QCOMPARE(table->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("姓名"));
    }

    void columnsNobodyKnowsAreNamedOnceAndRemembered()
    {
        const std::string odd = "k1,k2,k3,k4\nA1,B1,2025-03-01 10:00,100\nA2,B2,2025-03-02 10:00,200\n";
        {
            ImportWizard wizard(*m_session, {file("odd.csv", odd)});
            wizard.show();
            settle();
            QCOMPARE(wizard.step(), 0);  // nothing is known of it: from the beginning
            wizard.goToStep(1);
            auto* bills = wizard.findChild<QRadioButton*>(QStringLiteral("kind.his_billing"));
            QVERIFY(bills != nullptr);
            bills->click();
            settle();
            wizard.goToStep(2);
            QVERIFY(!button(wizard, "btn.next")->isEnabled());
            const char* const fields[] = {"his_no", "order_no", "pay_time", "paid_amount"};
            const KindSpec* kind = kindByCode("his_billing");
            for (int i = 0; i < 4; ++i) {
                auto* choice = wizard.findChild<QComboBox*>(QStringLiteral("field.%1").arg(i));
                choice->setCurrentIndex(choice->findData(fieldIndex(*kind, fields[i])));
                emit choice->activated(choice->currentIndex());
            }
            QVERIFY(button(wizard, "btn.next")->isEnabled());
            QTest::mouseClick(button(wizard, "btn.next"), Qt::LeftButton);
            settle();
            QCOMPARE(wizard.step(), 3);
            QTest::mouseClick(button(wizard, "btn.import"), Qt::LeftButton);
            settle();
        }
        QCOMPARE(m_session->overview().customers, Index {2});
        // The next file with these columns needs no look.
        ImportWizard wizard(*m_session, {file("odd2.csv", odd + "A3,B3,2025-03-03 10:00,300\n")});
        wizard.show();
        settle();
        QCOMPARE(wizard.step(), 3);
        QVERIFY(button(wizard, "btn.import")->isEnabled());
    }

    void aFieldIsFedByOneColumnOnly()
    {
        ImportWizard wizard(*m_session, {file("bills3.csv", kBills)});
        wizard.show();
        settle();
        wizard.goToStep(2);
        auto* first = wizard.findChild<QComboBox*>(QStringLiteral("field.0"));
        auto* second = wizard.findChild<QComboBox*>(QStringLiteral("field.1"));
        second->setCurrentIndex(first->currentIndex());
        emit second->activated(second->currentIndex());
        QCOMPARE(first->currentData().toInt(), -1);
    }

    void aFileThatIsLoadedAlreadyIsSaid()
    {
        const QString path = file("bills4.csv", kBills);
        m_session->import({{path, std::nullopt}});
        settle();
        ImportWizard wizard(*m_session, {path});
        wizard.show();
        settle();
        bool said = false;
        for (const QLabel* label : wizard.findChildren<QLabel*>()) {
            said = said || label->text().contains(QStringLiteral("loaded already"));
        }
        QVERIFY(said);
    }

    void aSimilarNameIsConfirmedOnceAndRemembered()
    {
        {
            ImportWizard wizard(*m_session, {file("similar.csv", kSimilar)});
            wizard.show();
            settle();
            QCOMPARE(wizard.step(), 2);  // its kind is certain, one of its columns is not
            QVERIFY(!button(wizard, "btn.next")->isEnabled());
            QVERIFY(wizard.findChild<QLabel*>(QStringLiteral("text.missing"))
                        ->text()
                        .contains(QStringLiteral("similar name")));
            QCOMPARE(confirmButtons(wizard).size(), 1);
            wizard.goToStep(3);
            QVERIFY(!button(wizard, "btn.import")->isEnabled());
            wizard.goToStep(2);
            auto* confirm = button(wizard, "confirm.5");
            QVERIFY(confirm != nullptr && confirm->accessibleName().contains(QStringLiteral("金额实收")));
            confirm->setFocus();
            QTest::keyClick(confirm, Qt::Key_Space);
            settle();
            QVERIFY(confirmButtons(wizard).isEmpty());
            QVERIFY(button(wizard, "btn.next")->isEnabled());
            QTest::mouseClick(button(wizard, "btn.next"), Qt::LeftButton);
            settle();
            QTest::mouseClick(button(wizard, "btn.import"), Qt::LeftButton);
            settle();
        }
        QCOMPARE(m_session->overview().customers, Index {2});
        ImportWizard wizard(
            *m_session, {file("similar2.csv", std::string(kSimilar) + "A9,王,B9,2025-03-09 10:00,水光,5\n")});
        wizard.show();
        settle();
        QCOMPARE(wizard.step(), 3);
        QVERIFY(button(wizard, "btn.import")->isEnabled());
        wizard.goToStep(2);
        QVERIFY(confirmButtons(wizard).isEmpty());
    }

    void choosingAFieldConfirmsAsWell()
    {
        ImportWizard wizard(*m_session, {file("similar3.csv", kSimilar)});
        wizard.show();
        settle();
        auto* field = wizard.findChild<QComboBox*>(QStringLiteral("field.5"));
        const KindSpec* kind = kindByCode("his_billing");
        QCOMPARE(field->currentData().toInt(), fieldIndex(*kind, "paid_amount"));
        emit field->activated(field->currentIndex());
        settle();
        QVERIFY(confirmButtons(wizard).isEmpty());
        QVERIFY(button(wizard, "btn.next")->isEnabled());
    }

    void whatIsNotToBeRememberedIsAskedAgain()
    {
        {
            ImportWizard wizard(*m_session, {file("similar4.csv", kSimilar)});
            wizard.show();
            settle();
            button(wizard, "confirm.5")->click();
            wizard.findChild<QCheckBox*>(QStringLiteral("choice.remember"))->click();
            QTest::mouseClick(button(wizard, "btn.next"), Qt::LeftButton);
            settle();
            QTest::mouseClick(button(wizard, "btn.import"), Qt::LeftButton);
            settle();
        }
        QCOMPARE(m_session->overview().batches.size(), std::size_t {1});
        ImportWizard wizard(
            *m_session, {file("similar5.csv", std::string(kSimilar) + "A9,王,B9,2025-03-09 10:00,水光,5\n")});
        wizard.show();
        settle();
        QCOMPARE(wizard.step(), 2);
        QCOMPARE(confirmButtons(wizard).size(), 1);
    }

    void cancellingLeavesTheWorkspaceAsItWas()
    {
        ImportWizard wizard(*m_session, {file("bills6.csv", kBills)});
        wizard.show();
        settle();
        wizard.reject();
        settle();
        QVERIFY(m_session->overview().batches.empty());
    }

    void aFileIsTakenOutFromThePageOfData()
    {
        DataPage page(*m_session);
        page.resize(1072, 700);
        page.show();
        m_session->import({{file("bills7.csv", kBills), std::nullopt}});
        settle();
        QCOMPARE(m_session->overview().customers, Index {2});
        auto* table = page.findChild<DataTable*>(QStringLiteral("table.files"));
        auto* takeOut = button(page, "btn.takeOut");
        QVERIFY(!takeOut->isEnabled());
        table->selectRow(0);
        QVERIFY(takeOut->isEnabled());
        auto* problems = page.findChild<DataTable*>(QStringLiteral("table.quarantine"));
        QCOMPARE(problems->model()->rowCount(), 1);
        const QAbstractItemModelTester tester(problems->model());
        QTest::mouseClick(takeOut, Qt::LeftButton);
        settle();
        QVERIFY(m_session->overview().batches.empty());
        QCOMPARE(m_session->overview().customers, Index {0});
        QCOMPARE(problems->model()->rowCount(), 0);
    }

    void anImportIsTakenBackAndDoneAgain()
    {
        m_session->import({{file("bills9.csv", kBills), std::nullopt}});
        settle();
        QCOMPARE(m_session->overview().customers, Index {2});
        QVERIFY(m_session->changes().canUndo());
        for (int round = 0; round < 2; ++round) {
            m_session->changes().undo();
            settle();
            QCOMPARE(m_session->overview().customers, Index {0});
            QVERIFY(m_session->overview().batches.empty());
            m_session->changes().redo();
            settle();
            QCOMPARE(m_session->overview().customers, Index {2});
        }
        // The same file again brings nothing that could be taken back.
        const int count = m_session->changes().count();
        m_session->import({{file("bills9.csv", kBills), std::nullopt}});
        settle();
        QCOMPARE(m_session->changes().count(), count);
    }

    void itsStepsAreWholeAndNamed()
    {
        int made = 0;
        for (const bool dark : {false, true}) {
            Theme::current().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
            for (const bool chinese : {false, true}) {
                const test::Spoken spoken(chinese);
                ImportWizard wizard(*m_session,
                                    {file(("s" + std::to_string(++made) + ".csv").c_str(), kSimilar)});
                wizard.resize(980, 640);
                wizard.show();
                settle();
                for (int step = 0; step < 4; ++step) {
                    wizard.goToStep(step);
                    settle();
                    QCOMPARE(test::clippedText(wizard), QString());
                    QCOMPARE(test::unnamedControl(wizard), QString());
                    QVERIFY(
                        test::keepPicture(wizard,
                                          QStringLiteral("wizard%1_%2_%3")
                                              .arg(step)
                                              .arg(dark ? QStringLiteral("dark") : QStringLiteral("light"),
                                                   chinese ? QStringLiteral("zh") : QStringLiteral("en"))));
                }
            }
        }
        Theme::current().setMode(Theme::Mode::Light);
    }
};

MEITRACE_TEST(TestImportWizard)
#include "tst_importwizard.moc"
