// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Filters that travel from page to page on the sample clinic.
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/democlinic.h"
#include "tests/ui/support/settling.h"
#include "tests/ui/support/structure.h"
#include "ui/pages/customerspage.h"
#include "ui/pages/funnelspage.h"
#include "ui/pages/homepage.h"
#include "ui/pages/scopebar.h"
#include "ui/pages/segmentspage.h"
#include "ui/widgets/checklistpopup.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/dayspanpopup.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterbar.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include <memory>

using namespace meitrace;

class TestScopeBar : public QObject {
    Q_OBJECT

private:
    test::Scratch m_scratch;
    std::unique_ptr<Session> m_session;

    template <typename Kind>
    std::unique_ptr<Kind> shown()
    {
        auto page = std::make_unique<Kind>(*m_session);
        page->resize(1232, 867);
        page->show();
        wait();
        return page;
    }
    void wait() { test::settle(*m_session); }
    void setScope(const Scope& scope)
    {
        m_session->setScope(scope);
        wait();
    }
    static Chip* chipOf(const QWidget& page, const char* key)
    {
        return page.findChild<Chip*>(QStringLiteral("btn.scope.") + QLatin1String(key));
    }
    /// How many entered the funnel; -1 while there is none.
    static Index enteredOf(const FunnelsPage& page)
    {
        const auto& result = page.result();
        return result == nullptr || result->steps.empty() ? -1 : result->steps.data()->reached;
    }
    static QString countOf(const QWidget& page)
    {
        return page.findChild<QLabel*>(QStringLiteral("text.inScope"))->text();
    }
    /// The popup a chip opens, with its rows.
    CheckListPopup* valuesOf(QWidget& page, FilterField field)
    {
        page.findChild<ScopeBar*>()->chooseValues(field, {0, 0});
        wait();
        return page.findChild<CheckListPopup*>(QStringLiteral("popup.values"));
    }

private slots:
    void initTestCase()
    {
        m_session = test::demoSession(m_scratch);
        QVERIFY(m_session->isOpen());
    }
    void init() { setScope({}); }
    void cleanupTestCase() { m_session.reset(); }

    void daysChosenOnOnePageHoldOnTheOthers()
    {
        const auto funnels = shown<FunnelsPage>();
        const auto home = shown<HomePage>();
        const auto segments = shown<SegmentsPage>();
        const auto customers = shown<CustomersPage>();
        const Day asOf = m_session->snapshot()->frame().asOf;
        const Index before = enteredOf(*funnels);
        QTest::keyClick(chipOf(*funnels, "period"), Qt::Key_Return);
        auto* popup = funnels->findChild<DaySpanPopup*>(QStringLiteral("popup.period"));
        QVERIFY(popup != nullptr && popup->isVisible());
        auto* names = popup->findChild<QListWidget*>(QStringLiteral("list.periods"));
        QCOMPARE(names->currentRow(), 0);
        QTest::keyClick(names, Qt::Key_Down);
        QTest::keyClick(names, Qt::Key_Down);
        QTest::keyClick(names, Qt::Key_Return);
        wait();
        QCOMPARE(m_session->scope().period.kind, ScopePeriod::Kind::LastMonth);
        for (const QWidget* page : std::initializer_list<const QWidget*> {funnels.get(), home.get(),
                                                                          segments.get(), customers.get()}) {
            QCOMPARE(chipOf(*page, "period")->text(), QStringLiteral("Last month"));
            QVERIFY(chipOf(*page, "period")->isActive());
        }
        QVERIFY(enteredOf(*funnels) < before);
        QCOMPARE(home->state()->kpis.period.from, monthStart(asOf, -1));
        QCOMPARE(segments->history()->now.asOf, monthStart(asOf) - 1);
        QCOMPARE(static_cast<Index>(customers->model().rows().size()), m_session->active().count());
    }

    void theFunnelCountsEntriesOfExactlyTheseDays()
    {
        const auto page = shown<FunnelsPage>();
        const Index all = enteredOf(*page);
        const SnapshotFrame& frame = m_session->snapshot()->frame();
        Index sum = 0;
        // Who entered first in one of three spans that touch: nobody is left out at their ends.
        const Day cut = frame.asOf - 300;
        for (const DaySpan& span : {DaySpan {frame.firstDay, cut}, DaySpan {cut + 1, frame.asOf}}) {
            setScope({.period = ScopePeriod::ofDays(span), .customers = {}});
            sum += enteredOf(*page);
        }
        QVERIFY(sum >= all);
        setScope({.period = ScopePeriod::ofDays({frame.firstDay, frame.asOf}), .customers = {}});
        QCOMPARE(enteredOf(*page), all);
    }

    void ownDaysAndMonthsAreChosenInThePopup()
    {
        const auto page = shown<HomePage>();
        page->findChild<ScopeBar*>()->choosePeriod({0, 0});
        auto* popup = page->findChild<DaySpanPopup*>();
        popup->findChild<QDateEdit*>(QStringLiteral("scope.from"))->setDate(QDate(2026, 2, 20));
        popup->findChild<QDateEdit*>(QStringLiteral("scope.to"))->setDate(QDate(2026, 2, 10));
        popup->findChild<QPushButton*>(QStringLiteral("btn.applyDays"))->click();
        wait();
        QCOMPARE(m_session->scope().period.own,
                 (DaySpan {dayFromCivil(2026, 2, 10), dayFromCivil(2026, 2, 20)}));
        page->findChild<ScopeBar*>()->choosePeriod({0, 0});
        popup = page->findChild<DaySpanPopup*>();
        auto* months = popup->findChild<QComboBox*>(QStringLiteral("scope.month"));
        const int wanted = months->findText(QStringLiteral("March 2026"));
        QVERIFY(wanted > 0);
        emit months->activated(wanted);
        wait();
        QCOMPARE(chipOf(*page, "period")->text(), QStringLiteral("March 2026"));
        QCOMPARE(page->state()->kpis.period.from, dayFromCivil(2026, 3, 1));
    }

    void aFilterIsAddedByKeysAlone()
    {
        const auto page = shown<CustomersPage>();
        const Index all = m_session->everybody().count();
        auto* bar = page->findChild<ScopeBar*>();
        Chip* add = bar->findChild<FilterBar*>()->addChip();
        QVERIFY(add->isVisible());
        QTest::keyClick(add, Qt::Key_Return);
        auto* menu = page->findChild<QMenu*>(QStringLiteral("menu.filters"));
        QVERIFY(menu != nullptr && menu->isVisible());
        QCOMPARE(menu->actions().size(), qsizetype {4});
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        wait();
        auto* popup = page->findChild<CheckListPopup*>(QStringLiteral("popup.values"));
        QVERIFY(popup != nullptr && popup->isVisible());
        auto* list = popup->findChild<QTreeWidget*>(QStringLiteral("list.values"));
        QVERIFY(list->topLevelItemCount() > 10);
        auto* search = popup->findChild<QLineEdit*>(QStringLiteral("search.values"));
        QTest::keyClicks(search, QStringLiteral("thermage"));
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(popup->checked(), QStringList {QStringLiteral("THERMAGE")});
        const Index counted = QLocale().toLongLong(list->currentItem()->text(1));
        QTest::keyClick(list, Qt::Key_Return);
        wait();
        QCOMPARE(m_session->scope().customers.of(FilterField::Item), std::vector<std::string> {"THERMAGE"});
        QCOMPARE(m_session->population().count(), counted);
        QCOMPARE(static_cast<Index>(page->model().rows().size()), counted);
        QVERIFY(countOf(*page).startsWith(
            QStringLiteral("%1 of %2").arg(QLocale().toString(counted), QLocale().toString(all))));
        QCOMPARE(chipOf(*page, "item")->text(), QStringLiteral("Item: Monopolar RF (Thermage FLX class)"));
    }

    void valuesHaveTheirNamesAndCounts()
    {
        const auto page = shown<HomePage>();
        CheckListPopup* popup = valuesOf(*page, FilterField::Channel);
        auto* list = popup->findChild<QTreeWidget*>(QStringLiteral("list.values"));
        const auto found = list->findItems(QStringLiteral("Xiaohongshu"), Qt::MatchExactly);
        QCOMPARE(found.size(), qsizetype {1});
        QVERIFY(QLocale().toLongLong(found[0]->text(1)) > 0);
        QTest::keyClick(list, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QVERIFY(m_session->scope().isEmpty());
    }

    void withoutAudiencesTheListSaysSo()
    {
        const auto page = shown<HomePage>();
        const CheckListPopup* popup = valuesOf(*page, FilterField::Audience);
        QVERIFY(!popup->findChild<QPushButton*>(QStringLiteral("btn.applyFilter"))->isEnabled());
        bool said = false;
        for (const QLabel* label : popup->findChildren<QLabel*>()) {
            said = said
                || (label->isVisible() && label->text() == QStringLiteral("No audience is saved yet."));
        }
        QVERIFY(said);
    }

    void chipsAreTakenAwayOneByOneOrAllAtOnce()
    {
        const auto page = shown<CustomersPage>();
        Scope scope {.period = ScopePeriod::lastDays(90), .customers = {}};
        scope.customers.of(FilterField::Item) = {"PICO"};
        scope.customers.of(FilterField::Channel) = {"xhs_org"};
        setScope(scope);
        QTest::keyClick(chipOf(*page, "item"), Qt::Key_Delete);
        wait();
        QVERIFY(m_session->scope().customers.of(FilterField::Item).empty());
        QVERIFY(!m_session->scope().isEmpty());
        auto* clear = page->findChild<QPushButton*>(QStringLiteral("btn.clearFilters"));
        QVERIFY(clear->isVisible());
        clear->click();
        wait();
        QVERIFY(m_session->scope().isEmpty());
        QVERIFY(!clear->isVisible());
        QCOMPARE(static_cast<Index>(page->model().rows().size()), m_session->everybody().count());
    }

    void filtersThatLeaveNobodySaySoAndAreCleared()
    {
        // Of those who came by one of these, nobody had the item.
        Scope scope;
        for (const char* channel : {"walkin", "baidu_org", "sph"}) {
            scope.customers.of(FilterField::Item) = {"CLEAN-ACNE"};
            scope.customers.of(FilterField::Channel) = {channel};
            setScope(scope);
            if (!m_session->population().any()) {
                break;
            }
        }
        setScope({});
        const auto home = shown<HomePage>();
        const auto funnels = shown<FunnelsPage>();
        const auto segments = shown<SegmentsPage>();
        const auto customers = shown<CustomersPage>();
        setScope(scope);
        QCOMPARE(m_session->population().count(), Index {0});
        for (const QWidget* page : std::initializer_list<const QWidget*> {home.get(), funnels.get(),
                                                                          segments.get(), customers.get()}) {
            const auto* empty = page->findChild<EmptyState*>(QStringLiteral("empty.filter"));
            QVERIFY(empty != nullptr && empty->isVisible());
            QVERIFY(empty->accessibleName().contains(QStringLiteral("No customers match")));
        }
        QVERIFY(!funnels->findChild<QWidget*>(QStringLiteral("chart.funnel"))->isVisible());
        home->findChild<EmptyState*>(QStringLiteral("empty.filter"))->action()->click();
        wait();
        QVERIFY(m_session->scope().isEmpty());
        QVERIFY(!home->findChild<EmptyState*>(QStringLiteral("empty.filter"))->isVisible());
        QVERIFY(funnels->findChild<QWidget*>(QStringLiteral("chart.funnel"))->isVisible());
    }

    void nothingIsCutOffWithManyFilters()
    {
        Scope scope {.period = ScopePeriod::ofDays({dayFromCivil(2025, 9, 3), dayFromCivil(2026, 5, 28)}),
                     .customers = {}};
        scope.customers.of(FilterField::Channel) = {"xhs_org", "mt_dp"};
        scope.customers.of(FilterField::Item) = {"IPL-M22", "HYDRA", "MESO-HA"};
        setScope(scope);
        QVERIFY(m_session->population().any());
        for (const bool chinese : {false, true}) {
            const test::Spoken spoken(chinese);
            const auto page = shown<SegmentsPage>();
            page->resize(1072, 687);
            QTest::qWait(50);
            QCOMPARE(test::clippedText(*page), QString());
            QCOMPARE(test::outsideParent(*page), QString());
            QCOMPARE(test::unnamedControl(*page), QString());
        }
    }
};

MEITRACE_TEST(TestScopeBar)
#include "tst_scopebar.moc"
