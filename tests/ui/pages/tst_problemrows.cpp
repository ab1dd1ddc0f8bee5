// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows set aside as a work list: chosen by what is wrong, mended at once, taken back, made into a rule. With
// MEITRACE_GALLERY=folder pictures of the dialog are written there.
#include "tests/support/testmain.h"
#include "tests/ui/support/demopage.h"
#include "tests/ui/support/dialogs.h"
#include "tests/ui/support/gallery.h"
#include "tests/ui/support/structure.h"
#include "ui/pages/mendingdialog.h"
#include "ui/pages/recipedialog.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/mendingview.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

using namespace meitrace;

class TestProblemRows : public QObject {
    Q_OBJECT

private:
    test::DemoDataPage m_world;

    DataTable* groups() { return m_world.table("table.problemGroups"); }

    /// Chooses the group of damaged phone numbers in customer records.
    bool choosePhones()
    {
        for (int row = 0; row < groups()->model()->rowCount(); ++row) {
            if (test::cellText(*groups(), row, ProblemGroupTable::Source)
                    == QStringLiteral("Customer records")
                && test::cellText(*groups(), row, ProblemGroupTable::Field) == QStringLiteral("Phone")) {
                groups()->selectRow(row);
                return true;
            }
        }
        return false;
    }

    static int rowsIn(const DataTable& table) { return table.model()->rowCount(); }

private slots:
    void initTestCase() { MEITRACE_OK(m_world.makeClinic()); }
    void init() { MEITRACE_OK(m_world.openCopy("rows")); }
    void cleanup() { m_world.close(); }

    void aGroupShowsItsRows()
    {
        const QAbstractItemModelTester tester(groups()->model());
        const DataTable& rows = *m_world.table("table.quarantine");
        const int all = rowsIn(rows);
        int sum = 0;
        for (int row = 0; row < rowsIn(*groups()); ++row) {
            groups()->selectRow(row);
            QCOMPARE(rowsIn(rows),
                     test::cellText(*groups(), row, ProblemGroupTable::Rows).remove(u',').toInt());
            sum += rowsIn(rows);
        }
        QCOMPARE(sum, all);
        QVERIFY(sum > 100);
    }

    void aGroupIsMendedAtOnceAndTakenBack()
    {
        const DataTable& rows = *m_world.table("table.quarantine");
        const int all = rowsIn(rows);
        QVERIFY(!m_world.button("btn.mendGroup")->isEnabled());
        QVERIFY(choosePhones());
        const int damaged = rowsIn(rows);
        QVERIFY(damaged > 1);
        m_world.button("btn.mendGroup")->click();
        auto* dialog = test::openDialog<MendingDialog>();
        QVERIFY(dialog != nullptr);
        auto* mend = dialog->findChild<QPushButton*>(QStringLiteral("btn.mend"));
        QVERIFY(!mend->isEnabled());
        auto* table = dialog->findChild<DataTable*>(QStringLiteral("table.mending"));
        const QAbstractItemModelTester tester(table->model());
        QVERIFY(table->model()->setData(table->model()->index(0, MendTable::Becomes),
                                        QStringLiteral("13800138000"), Qt::EditRole));
        // Opening the editor and leaving it changes nothing; typing does.
        const QModelIndex second = table->model()->index(1, MendTable::Becomes);
        QVERIFY(table->model()->setData(second, QStringLiteral("13900139000"), Qt::EditRole));
        const auto editor = [&table]() -> QLineEdit* { return table->viewport()->findChild<QLineEdit*>(); };
        table->setCurrentIndex(second);  // opens it
        QVERIFY(editor() != nullptr);
        QCOMPARE(editor()->text(), QStringLiteral("13900139000"));
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_VERIFY(editor() == nullptr);
        QCOMPARE(second.data().toString(), QStringLiteral("13900139000"));
        table->edit(second);
        QVERIFY(editor() != nullptr);
        editor()->selectAll();
        QTest::keyClicks(editor(), QStringLiteral("13700137000"));
        QTest::keyClick(editor(), Qt::Key_Return);
        QTRY_COMPARE(second.data().toString(), QStringLiteral("13700137000"));
        QVERIFY(!table->model()->setData(table->model()->index(0, MendTable::Value), QStringLiteral("x"),
                                         Qt::EditRole));
        QVERIFY(mend->isEnabled());
        // The others lose their number and are taken.
        dialog->findChild<QCheckBox*>(QStringLiteral("mending.emptied"))->setChecked(true);
        mend->click();
        m_world.settlePage();
        QVERIFY(!choosePhones());
        groups()->clearSelection();
        QCOMPARE(rowsIn(rows), all - damaged);
        m_world.session().changes().undo();
        m_world.settlePage();
        groups()->clearSelection();
        QCOMPARE(rowsIn(rows), all);
        m_world.session().changes().redo();
        m_world.settlePage();
        groups()->clearSelection();
        QCOMPARE(rowsIn(rows), all - damaged);
    }

    void oneValueIsWrittenIntoAll()
    {
        QVERIFY(choosePhones());
        m_world.button("btn.mendGroup")->click();
        auto* dialog = test::openDialog<MendingDialog>();
        QVERIFY(dialog != nullptr);
        auto* table = dialog->findChild<DataTable*>(QStringLiteral("table.mending"));
        dialog->findChild<QLineEdit*>(QStringLiteral("mending.all"))->setText(QStringLiteral("13800138000"));
        dialog->findChild<QPushButton*>(QStringLiteral("btn.fillAll"))->click();
        for (int row = 0; row < rowsIn(*table); ++row) {
            QCOMPARE(test::cellText(*table, row, MendTable::Becomes), QStringLiteral("13800138000"));
        }
        dialog->reject();
    }

    void aGroupBecomesARule()
    {
        QVERIFY(choosePhones());
        m_world.button("btn.ruleForGroup")->click();
        m_world.settlePage();
        auto* dialog = test::openDialog<RecipeDialog>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("rule.kind"))->currentText(),
                 QStringLiteral("Customer records"));
        QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("rule.field"))->currentText(),
                 QStringLiteral("Phone"));
        QVERIFY(dialog->findChild<QLineEdit*>(QStringLiteral("rule.text"))
                    ->text()
                    .contains(QStringLiteral("E+10")));
        dialog->reject();
    }

    void theDialogIsNotCutAndAllIsNamed_data()
    {
        QTest::addColumn<bool>("chinese");
        QTest::addColumn<bool>("dark");
        QTest::newRow("en") << false << false;
        QTest::newRow("zh_dark") << true << true;
    }
    void theDialogIsNotCutAndAllIsNamed()
    {
        QFETCH(bool, chinese);
        QFETCH(bool, dark);
        QVERIFY(choosePhones());
        const int row = groups()->currentIndex().row();
        const auto* model = qobject_cast<ProblemGroupTable*>(groups()->model());
        QVERIFY(model != nullptr);
        const test::Spoken spoken(chinese);
        Theme::current().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        MendingDialog dialog(model->groupAt(row));
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QTest::qWait(50);
        QVERIFY2(test::clippedText(dialog).isEmpty(), qPrintable(test::clippedText(dialog)));
        QVERIFY2(test::unnamedControl(dialog).isEmpty(), qPrintable(test::unnamedControl(dialog)));
        QVERIFY(test::keepPicture(dialog,
                                  QStringLiteral("mending_") + QString::fromLatin1(QTest::currentDataTag())));
        Theme::current().setMode(Theme::Mode::Light);
    }
};

MEITRACE_TEST(TestProblemRows)

#include "tst_problemrows.moc"
