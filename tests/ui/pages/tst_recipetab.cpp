// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tab of cleaning rules on the page of data, and the dialog that writes one.
#include "tests/support/testmain.h"
#include "tests/ui/support/demopage.h"
#include "tests/ui/support/gallery.h"
#include "ui/pages/recipedialog.h"
#include "ui/pages/recipetab.h"
#include "ui/viewmodels/recipeview.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace meitrace;

class TestRecipeTab : public QObject {
    Q_OBJECT

    test::DemoDataPage m_world;

    DataTable* table(const char* name) { return m_world.table(name); }
    QPushButton* button(const char* name) { return m_world.button(name); }
    RecipeDialog* openDialog(int row)
    {
        m_world.page().findChild<RecipeTab*>()->edit(row);
        return m_world.page().window()->findChild<RecipeDialog*>();
    }
    static void choose(RecipeDialog& dialog, const char* name, const QString& text)
    {
        auto* box = dialog.findChild<QComboBox*>(QLatin1String(name));
        box->setCurrentIndex(box->findText(text));
        QCOMPARE(box->currentText(), text);
    }
    static void write(RecipeDialog& dialog, const char* name, const QString& text)
    {
        dialog.findChild<QLineEdit*>(QLatin1String(name))->setText(text);
    }
    /// "Where the item is “…”: make it “…”" on bill lines. Returns what the preview says.
    QString addRule(const QString& text, const QString& value)
    {
        RecipeDialog* dialog = openDialog(-1);
        auto* kinds = dialog->findChild<QComboBox*>(QStringLiteral("rule.kind"));
        kinds->setCurrentIndex(kinds->findData(int {kindByCode("his_billing")->id}));
        dialog->findChild<QComboBox*>(QStringLiteral("rule.field"))
            ->setCurrentIndex(fieldIndex(*kindByCode("his_billing"), "item_name"));
        choose(*dialog, "rule.test", recipeTestName(RecipeStep::Test::Equals));
        choose(*dialog, "rule.action", recipeActionName(RecipeStep::Action::SetTo));
        auto* keep = dialog->findChild<QPushButton*>(QStringLiteral("btn.keepRule"));
        if (keep->isEnabled()) {
            return QStringLiteral("a rule without its text can be kept");
        }
        write(*dialog, "rule.text", text);
        write(*dialog, "rule.value", value);
        auto* preview = dialog->findChild<QLabel*>(QStringLiteral("rule.preview"));
        const QString waiting = preview->text();
        const bool previewed = QTest::qWaitFor([&] { return preview->text() != waiting; }, 20'000);
        const QString said = preview->text();
        keep->click();
        m_world.settlePage();
        return previewed ? said : QStringLiteral("no preview");
    }

private slots:
    void initTestCase() { MEITRACE_OK(m_world.makeClinic()); }
    void init() { MEITRACE_OK(m_world.openCopy("rules")); }
    void cleanup() { m_world.close(); }

    void aRuleIsWrittenTriedAppliedAndTakenBack()
    {
        DataTable* rules = table("table.recipe");
        DataTable* changes = table("table.recipeChanges");
        const QAbstractItemModelTester tester(rules->model());
        const QAbstractItemModelTester changesTester(changes->model());
        QVERIFY(rules->isVisible());
        QVERIFY(!button("btn.switchRule")->isEnabled());
        const QString preview = addRule(QStringLiteral("小气泡清洁"), QStringLiteral("小气泡"));
        QVERIFY2(preview.contains(QStringLiteral("小气泡清洁 → 小气泡")), qPrintable(preview));
        QCOMPARE(rules->model()->rowCount(), 1);
        QVERIFY(test::cellText(*rules, 0, RecipeTable::Name).contains(QStringLiteral("小气泡清洁")));
        auto* apply = button("btn.applyRules");
        QVERIFY(apply != nullptr && apply->isVisible());
        QSignalSpy again(&m_world.session(), &Session::filesReadAgain);
        apply->click();
        QTRY_COMPARE_WITH_TIMEOUT(again.count(), 1, 60'000);
        QVERIFY(again.first().first().toInt() > 0);
        m_world.settlePage();
        QVERIFY(button("btn.applyRules") == nullptr || !button("btn.applyRules")->isVisible());
        // Off, and on again by undo.
        rules->selectRow(0);
        button("btn.switchRule")->click();
        m_world.settlePage();
        QCOMPARE(test::cellText(*rules, 0, RecipeTable::State), RecipeTable::tr("Off"));
        m_world.session().changes().undo();
        m_world.settlePage();
        QCOMPARE(test::cellText(*rules, 0, RecipeTable::State), RecipeTable::tr("On"));
        rules->selectRow(0);
        button("btn.removeRule")->click();
        m_world.settlePage();
        QCOMPARE(rules->model()->rowCount(), 0);
        m_world.session().changes().undo();
        m_world.settlePage();
        QCOMPARE(rules->model()->rowCount(), 1);
    }

    void whatARuleChangedIsListed()
    {
        DataTable* rules = table("table.recipe");
        addRule(QStringLiteral("水光针（玻尿酸）"), QStringLiteral("水光"));
        button("btn.applyRules")->click();
        QSignalSpy again(&m_world.session(), &Session::filesReadAgain);
        QTRY_COMPARE_WITH_TIMEOUT(again.count(), 1, 60'000);
        m_world.settlePage();
        rules->selectRow(0);
        m_world.settlePage();
        DataTable* changes = table("table.recipeChanges");
        const qint64 cells = test::cellText(*rules, 0, RecipeTable::Cells).remove(u',').toLongLong();
        QVERIFY(cells > 0);
        QCOMPARE(qint64 {changes->model()->rowCount()}, std::min<qint64>(cells, 1'000));
        for (int row = 0; row < changes->model()->rowCount(); ++row) {
            QCOMPARE(test::cellText(*changes, row, RecipeChangeTable::After), QStringLiteral("水光"));
        }
    }

    void rulesChangeTheirOrder()
    {
        addRule(QStringLiteral("A"), QStringLiteral("B"));
        addRule(QStringLiteral("B"), QStringLiteral("C"));
        DataTable* rules = table("table.recipe");
        QCOMPARE(rules->model()->rowCount(), 2);
        const QString second = test::cellText(*rules, 1, RecipeTable::Name);
        rules->selectRow(0);
        QVERIFY(!button("btn.ruleUp")->isEnabled());
        rules->selectRow(1);
        button("btn.ruleUp")->click();
        m_world.settlePage();
        QCOMPARE(test::cellText(*rules, 0, RecipeTable::Name), second);
        m_world.session().changes().undo();
        m_world.settlePage();
        QCOMPARE(test::cellText(*rules, 1, RecipeTable::Name), second);
    }

    void aDialogShowsWhatTheRuleNeeds()
    {
        RecipeDialog* dialog = openDialog(-1);
        const auto shown = [&](const char* name) {
            return dialog->findChild<QWidget*>(QLatin1String(name))->isVisibleTo(dialog);
        };
        choose(*dialog, "rule.test", recipeTestName(RecipeStep::Test::Empty));
        choose(*dialog, "rule.action", recipeActionName(RecipeStep::Action::TakeFrom));
        QVERIFY(!shown("rule.text") && !shown("rule.value") && shown("rule.from"));
        choose(*dialog, "rule.test", recipeTestName(RecipeStep::Test::Above));
        choose(*dialog, "rule.action", recipeActionName(RecipeStep::Action::SetAside));
        QVERIFY(shown("rule.text") && !shown("rule.value") && !shown("rule.from"));
        auto* keep = dialog->findChild<QPushButton*>(QStringLiteral("btn.keepRule"));
        write(*dialog, "rule.text", QStringLiteral("many"));
        QVERIFY(!keep->isEnabled());
        write(*dialog, "rule.text", QLocale().toString(200'000));
        QVERIFY(keep->isEnabled());
        QVERIFY(test::keepPicture(*dialog, QStringLiteral("rule")));
        // A name somebody gave stays.
        write(*dialog, "rule.name", QStringLiteral("Too much"));
        write(*dialog, "rule.text", QStringLiteral("5"));
        QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("rule.name"))->text(),
                 QStringLiteral("Too much"));
        dialog->reject();
    }
};

MEITRACE_TEST(TestRecipeTab)
#include "tst_recipetab.moc"
