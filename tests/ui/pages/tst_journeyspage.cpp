// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/democopy.h"
#include "tests/support/testmain.h"
#include "ui/charts/barchart.h"
#include "ui/charts/heatgrid.h"
#include "ui/charts/sankey.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/funnelspage.h"
#include "ui/pages/journeyspage.h"
#include "ui/pages/lifecycletab.h"
#include "ui/pages/pathtab.h"
#include "ui/pages/processtab.h"
#include "ui/pages/retentiontab.h"
#include "ui/widgets/datatable.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <numeric>

using namespace meitrace;

/// The page of journeys and the tab of retention on the demo clinic: every figure leads to as many people as
/// it says.
class TestJourneysPage : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;

    /// Work of several rounds: what is shown asks for more, and layouts follow.
    void settle()
    {
        for (int round = 0; round < 12; ++round) {
            QCoreApplication::processEvents();
            m_session->jobs().waitForAll();
        }
        QCoreApplication::processEvents();
    }

    template <typename Kind>
    std::unique_ptr<Kind> openPage(const char* part)
    {
        auto page = std::make_unique<Kind>(*m_session);
        page->resize(1160, 860);
        page->show();
        page->goToPart(QLatin1String(part));
        settle();
        return page;
    }

    static LifecyclePeriod lastPeriod(const JourneysPage& page)
    {
        const LifecycleResult* result = page.lifecycleTab()->result();
        if (result == nullptr || result->periods.empty()) {
            qFatal("no life cycle is shown");
        }
        return result->periods[result->periods.size() - 1];
    }

private slots:
    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("clinic.meitrace"));
        QVERIFY(test::copyDemoClinic(path.toStdString()));
        m_session = std::make_unique<Session>();
        m_session->open(path);
        m_session->jobs().waitForAll();
        QVERIFY(m_session->isOpen());
    }

    void cleanupTestCase() { m_session.reset(); }

    void everyPathIsInTheFirstColumn()
    {
        const auto page = openPage<JourneysPage>("paths");
        const PathResult* result = page->pathTab()->result();
        QVERIFY(result != nullptr);
        Index first = 0;
        for (const PathNode& node : result->nodes) {
            first += node.step == 0 ? node.units : 0;
        }
        QCOMPARE(first, result->units);
        const auto* chart = page->findChild<Sankey*>(QStringLiteral("chart.sankey"));
        QCOMPARE(chart->table().rows.size(), static_cast<qsizetype>(result->links.size()));
        QVERIFY(chart->height() >= chart->minimumSizeHint().height());
    }

    void aRouteLeadsToThoseWhoWentIt()
    {
        const auto page = openPage<JourneysPage>("paths");
        const PathResult& result = *page->pathTab()->result();
        // One path a customer: a node of the first column has as many customers as paths.
        page->pathTab()->select({.nodes = {0}, .link = -1});
        settle();
        auto* button = page->findChild<QPushButton*>(QStringLiteral("btn.routeCustomers"));
        QVERIFY(button->isVisible() && button->isEnabled());
        button->click();
        settle();
        QVERIFY(page->panel()->isVisible());
        QCOMPARE(page->panel()->count(), result.nodes.front().units);
        const auto longest
            = std::max_element(result.links.begin(), result.links.end(),
                               [](const PathLink& a, const PathLink& b) { return a.units < b.units; });
        page->pathTab()->select({.nodes = {}, .link = static_cast<int>(longest - result.links.begin())});
        settle();
        button->click();
        settle();
        QCOMPARE(page->panel()->count(), longest->units);
    }

    void theRouteIsLetGoWithEscape()
    {
        const auto page = openPage<JourneysPage>("paths");
        auto* chart = page->findChild<Sankey*>(QStringLiteral("chart.sankey"));
        page->pathTab()->select({.nodes = {0}, .link = -1});
        QCOMPARE(chart->selection().size(), 1);
        QTest::keyClick(chart, Qt::Key_Escape);
        QVERIFY(chart->selection().isEmpty());
        QVERIFY(!page->findChild<QPushButton*>(QStringLiteral("btn.routeCustomers"))->isVisible());
    }

    void aSettingIsCountedAnew()
    {
        const auto page = openPage<JourneysPage>("paths");
        PathOptions options = page->pathTab()->options();
        options.start = "lead";
        options.end = "deal";
        options.activities.property = EventField::Channel;
        page->pathTab()->setOptions(options);
        settle();
        const PathResult& result = *page->pathTab()->result();
        QVERIFY(result.withoutStart > 0);
        QVERIFY(result.complete > 0);
        for (const PathNode& node : result.nodes) {
            if (node.step == 0 && node.kind == PathNode::Kind::Activity) {
                QVERIFY2(node.label.starts_with("lead"), node.label.c_str());
            }
        }
    }

    void wholePathsLeadToTheirCustomers()
    {
        const auto page = openPage<JourneysPage>("variants");
        const ProcessResult* result = page->variantTab()->result();
        QVERIFY(result != nullptr);
        auto* table = page->findChild<DataTable*>(QStringLiteral("table.variants"));
        QCOMPARE(table->model()->rowCount(), static_cast<int>(result->variants.size()));
        QVERIFY(table->height() >= table->minimumSizeHint().height());
        page->variantTab()->showPlace({.variant = 1});
        settle();
        QCOMPARE(page->panel()->count(), result->variants[1].customers);
    }

    void whatFollowsWhatLeadsToItsCustomers()
    {
        const auto page = openPage<JourneysPage>("process");
        const ProcessResult* result = page->processTab()->result();
        QVERIFY(result != nullptr);
        const auto* grid = page->findChild<HeatGrid*>(QStringLiteral("chart.process"));
        QVERIFY2(grid->height() >= grid->minimumSizeHint().height(), "the grid is squeezed");
        // One path a customer: cases are customers.
        page->processTab()->showPlace({.follow = 3});
        settle();
        QCOMPARE(page->panel()->count(), result->follows[3].units);
        page->processTab()->showPlace({.order = 3});
        settle();
        QCOMPARE(page->panel()->count(), result->orders[3].units);
        page->processTab()->showPlace({.activity = 0});
        settle();
        QCOMPARE(page->panel()->count(), result->activities[0].customers);
    }

    void returnedAndNotReturnedAreTheRow()
    {
        const auto page = openPage<FunnelsPage>("retention");
        const RetentionResult* result = page->retentionTab()->result();
        QVERIFY(result != nullptr);
        const auto* grid = page->findChild<HeatGrid*>(QStringLiteral("chart.retention"));
        QVERIFY2(grid->height() >= grid->minimumSizeHint().height(), "the grid is squeezed");
        const RetentionRow& row = result->groups.front().rows.front();
        RetentionPlace place {.group = 0, .row = 0, .column = 1, .returned = true};
        page->retentionTab()->showPlace(place);
        settle();
        const Index returned = page->panel()->isVisible() ? page->panel()->count() : 0;
        QCOMPARE(returned, row.cells[1].returned);
        place.returned = false;
        page->retentionTab()->showPlace(place);
        settle();
        QCOMPARE(returned + page->panel()->count(), row.size);
    }

    void nobodyIsSaidInWords()
    {
        const auto page = openPage<FunnelsPage>("retention");
        RetentionOptions options = page->retentionTab()->options();
        options.entry = {{{.type = "no_such_event"}}};
        page->retentionTab()->setOptions(options);
        settle();
        QVERIFY(!page->findChild<HeatGrid*>(QStringLiteral("chart.retention"))->isVisible());
    }

    void everyStateOfThePeriodsLeadsToItsCustomers()
    {
        const auto page = openPage<JourneysPage>("lifecycle");
        const LifecyclePeriod period = lastPeriod(*page);
        const int last
            = page->findChild<DataTable*>(QStringLiteral("table.lifecycle"))->model()->rowCount() - 1;
        for (const LifeState state : {LifeState::Returning, LifeState::Dormant, LifeState::Lost}) {
            page->lifecycleTab()->showPlace(last, state);
            settle();
            QCOMPARE(page->panel()->count(), period.of(state));
        }
        auto* bars = page->findChild<BarChart*>(QStringLiteral("chart.lifecycle"));
        const auto rows = static_cast<int>(bars->table().rows.size());
        emit bars->activated({rows - 1, 0});
        settle();
        QCOMPARE(page->panel()->count(), period.of(LifeState::Returning));
    }
};

MEITRACE_TEST(TestJourneysPage)
#include "tst_journeyspage.moc"
