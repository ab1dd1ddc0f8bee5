// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The panel behind every number: its menu, its search, the comparison with the rest, the way to the
// customers.
#include "app/window/regions.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/democlinic.h"
#include "tests/ui/support/gallery.h"
#include "tests/ui/support/structure.h"
#include "ui/charts/comparebars.h"
#include "ui/pages/comparedialog.h"
#include "ui/pages/customerspage.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/segmentspage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sidepanel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

#include <memory>

using namespace meitrace;
using namespace meitrace::test;

class TestCustomersPanel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_session = test::demoSession(m_scratch);
        QVERIFY(m_session->isOpen());
    }
    void cleanupTestCase() { m_session.reset(); }

    void oneCustomerIsNotCalledCustomers()
    {
        CustomersPanel panel(*m_session);
        if (qEnvironmentVariableIsEmpty("MEITRACE_QM_EN")) {
            QSKIP("without the English forms");
        }
        panel.showCustomers(some(1), QStringLiteral("One"));
        m_session->jobs().waitForAll();
        QVERIFY(labels(panel).contains(QStringLiteral("customer")));
        panel.showCustomers(some(2), QStringLiteral("Two"));
        m_session->jobs().waitForAll();
        QVERIFY(labels(panel).contains(QStringLiteral("customers")));
    }

    void theMenuOpensTheSetInCustomers()
    {
        CustomersPanel panel(*m_session);
        const Bitset set = some(40);
        panel.showCustomers(set, QStringLiteral("Forty"));
        m_session->jobs().waitForAll();
        QSignalSpy asked(&panel, &CustomersPanel::openRequested);
        QAction* open = entry(panel, 0);
        QVERIFY(open != nullptr && open->isEnabled());
        open->trigger();
        QCOMPARE(asked.size(), 1);
        QVERIFY(asked[0][0].value<Bitset>() == set);
        QCOMPARE(asked[0][1].toString(), QStringLiteral("Forty"));
    }

    void thePageShowsTheSetAloneUntilItsChipIsClosed()
    {
        CustomersPage page(*m_session);
        page.resize(1158, 768);
        page.show();
        m_session->jobs().waitForAll();
        const auto all = page.model().rows().size();
        page.showSet(some(40), QStringLiteral("Forty"));
        m_session->jobs().waitForAll();
        QCOMPARE(page.model().rows().size(), std::size_t {40});
        auto* chip = page.findChild<Chip*>(QStringLiteral("btn.set"));
        QVERIFY(chip != nullptr && chip->isVisible() && chip->text().contains(QStringLiteral("Forty")));
        QTest::keyClick(chip, Qt::Key_Delete);
        m_session->jobs().waitForAll();
        QCOMPARE(page.model().rows().size(), all);
    }

    void searchingStaysInTheSet()
    {
        CustomersPanel panel(*m_session);
        const Bitset set = some(40);
        panel.showCustomers(set, QStringLiteral("Forty"));
        m_session->jobs().waitForAll();
        const auto* model = qobject_cast<CustomerTable*>(
            panel.findChild<DataTable*>(QStringLiteral("table.customers"))->model());
        const QString code
            = QString::fromStdString(m_session->snapshot()->customerCode(model->customerAt(7)));
        auto* field = panel.findChild<SearchField*>();
        field->setText(code);
        emit field->searched(code);
        m_session->jobs().waitForAll();
        QTRY_COMPARE(model->rowCount(), 1);
        QCOMPARE(model->index(0, CustomerTable::Code).data().toString(), code);
        Bitset rest = m_session->population();
        set.forEach([&](Index customer) { rest.reset(customer); });
        Index outside = -1;
        rest.forEach([&](Index customer) { outside = customer; });
        const QString other = QString::fromStdString(m_session->snapshot()->customerCode(outside));
        field->setText(other);
        emit field->searched(other);
        m_session->jobs().waitForAll();
        QTRY_COMPARE(model->rowCount(), 0);
        field->setText({});
        emit field->searched({});
        QTRY_COMPARE(model->rowCount(), 40);
    }

    void aWidePanelHasNames()
    {
        CustomersPanel panel(*m_session);
        panel.resize(500, 700);
        panel.showCustomers(some(40), QStringLiteral("Forty"));
        m_session->jobs().waitForAll();
        auto* table = panel.findChild<DataTable*>(QStringLiteral("table.customers"));
        QVERIFY(table->isColumnHidden(CustomerTable::Name));
        entry(panel, 3)->trigger();
        QTRY_VERIFY(!table->isColumnHidden(CustomerTable::Name));
        m_session->jobs().waitForAll();
        QTRY_VERIFY(table->model()->index(0, CustomerTable::Name).data().toString() != QString());
        entry(panel, 3)->trigger();
        QTRY_VERIFY(table->isColumnHidden(CustomerTable::Name));
    }

    void theComparisonShowsTheSharesOfThePersona()
    {
        Bitset set(m_session->snapshot()->customers());
        m_session->population().forEach([&](Index customer) {
            if (m_session->snapshot()->end(customer) - m_session->snapshot()->begin(customer) > 6) {
                set.set(customer);
            }
        });
        CompareDialog dialog(*m_session, {set, QStringLiteral("Many contacts"), {}});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        m_session->jobs().waitForAll();
        Job job;
        const Result<PersonaResult> expected
            = persona(*m_session->snapshot(), {.members = set, .population = m_session->population()}, job);
        QVERIFY(expected && !expected->traits.empty() && expected->traits.front().isNotable);
        const ChartTable table = dialog.findChild<CompareBars*>()->table();
        QVERIFY(!table.rows.isEmpty() && table.rows.size() <= 10);
        const PersonaTrait& first = expected->traits.front();
        const QString share = QLocale().toString(first.shareIn * 100, 'f', 1);
        QVERIFY2(table.rows[0][1].startsWith(share), qPrintable(table.rows[0][1]));
        for (const QStringList& row : table.rows) {
            QVERIFY(!row[0].isEmpty() && !row[2].isEmpty());
        }
        QVERIFY(keepPicture(dialog, QStringLiteral("compare")));
    }

    void fewCustomersAreNotCompared()
    {
        CompareDialog dialog(*m_session, {some(9), QStringLiteral("Nine"), {}});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        m_session->jobs().waitForAll();
        QVERIFY(!dialog.findChild<CompareBars*>()->isVisible());
        QVERIFY(labels(dialog).join(u'\n').contains(QStringLiteral("fewer than 10 customers")));
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
        const Spoken spoken(chinese);
        Theme::current().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        CompareDialog dialog(*m_session, {some(200), QStringLiteral("Two hundred"), {}});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        m_session->jobs().waitForAll();
        QTest::qWait(50);
        QVERIFY2(clippedText(dialog).isEmpty(), qPrintable(clippedText(dialog)));
        QVERIFY2(unnamedControl(dialog).isEmpty(), qPrintable(unnamedControl(dialog)));
        QVERIFY(
            keepPicture(dialog, QStringLiteral("compare_") + QString::fromLatin1(QTest::currentDataTag())));
        Theme::current().setMode(Theme::Mode::Light);
    }

    void keysGoFromPartToPartOfTheWindow()
    {
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        auto* navigation = new QWidget;
        (new QVBoxLayout(navigation))->addWidget(new QPushButton(QStringLiteral("Segments")));
        auto* page = new SegmentsPage(*m_session);
        auto* panel = new CustomersPanel(*m_session);
        page->addPanel(panel);
        row->addWidget(navigation);
        row->addWidget(page, 1);
        window.resize(1400, 800);
        window.show();
        m_session->jobs().waitForAll();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto without = windowRegions(*navigation, *page).size();
        QVERIFY(without >= 3);  // navigation, filters, content
        panel->showCustomers(some(20), QStringLiteral("Twenty"));
        m_session->jobs().waitForAll();
        QCoreApplication::processEvents();
        const QVector<QWidget*> all = windowRegions(*navigation, *page);
        QCOMPARE(all.size(), without + 1);
        if (QWidget* first = QApplication::focusWidget()) {
            first->clearFocus();
        }
        QVector<QWidget*> visited;
        for (qsizetype i = 0; i < all.size(); ++i) {
            stepRegion(*navigation, *page, 1);
            QVERIFY(all[i]->isAncestorOf(QApplication::focusWidget())
                    || all[i] == QApplication::focusWidget());
            visited << QApplication::focusWidget();
        }
        QVERIFY(panel->isAncestorOf(visited.last()));
        stepRegion(*navigation, *page, 1);
        QCOMPARE(QApplication::focusWidget(), visited.first());  // round
        stepRegion(*navigation, *page, -1);
        QVERIFY(panel->isAncestorOf(QApplication::focusWidget()));
    }

private:
    Bitset some(Index count) const
    {
        Bitset set(m_session->snapshot()->customers());
        m_session->population().forEach([&](Index customer) {
            if (count > 0) {
                set.set(customer);
                --count;
            }
        });
        return set;
    }
    /// Of the menu of the panel; separators count.
    static QAction* entry(CustomersPanel& panel, int place)
    {
        panel.findChild<QPushButton*>(QStringLiteral("btn.more"))->click();
        const QList<QMenu*> menus = panel.findChildren<QMenu*>(QStringLiteral("menu.panel"));
        menus.last()->hide();
        return menus.last()->actions().value(place);
    }
    static QStringList labels(const QWidget& parent)
    {
        QStringList texts;
        for (const QLabel* label : parent.findChildren<QLabel*>()) {
            texts << label->text();
        }
        return texts;
    }

    Scratch m_scratch;
    std::unique_ptr<Session> m_session;
};

MEITRACE_TEST(TestCustomersPanel)
#include "tst_customerspanel.moc"
