// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/democopy.h"
#include "tests/support/testmain.h"
#include "ui/charts/barchart.h"
#include "ui/charts/heatgrid.h"
#include "ui/charts/linechart.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/funnelspage.h"
#include "ui/pages/rhythmtab.h"
#include "ui/pages/trendtab.h"
#include "ui/viewmodels/trendview.h"

#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <memory>

using namespace meitrace;

/// Trends, and how often and when, on the demo clinic: every point, bar and cell leads to as many people as
/// it says.
class TestTrendTabs : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;

    void settle()
    {
        for (int round = 0; round < 12; ++round) {
            QCoreApplication::processEvents();
            m_session->jobs().waitForAll();
        }
        QCoreApplication::processEvents();
    }

    std::unique_ptr<FunnelsPage> openPage(const char* part)
    {
        auto page = std::make_unique<FunnelsPage>(*m_session);
        page->resize(1160, 860);
        page->show();
        page->goToPart(QLatin1String(part));
        settle();
        return page;
    }

    static Index peopleOf(const FunnelsPage& page)
    {
        const auto* panel = page.findChild<CustomersPanel*>();
        return panel != nullptr && panel->isVisible() ? panel->count() : -1;
    }

    static TrendResult shownBy(const FunnelsPage& page)
    {
        const TrendResult* result = page.trendTab()->result();
        if (result == nullptr) {
            qFatal("no trend is shown");
        }
        return *result;
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

    void thirteenMonthsAtFirst()
    {
        const auto page = openPage("trends");
        const TrendResult result = shownBy(*page);
        QCOMPARE(result.starts.size(), std::size_t {13});
        QCOMPARE(result.series.size(), std::size_t {1});
        const auto* lines = page->findChild<LineChart*>(QStringLiteral("chart.trend"));
        QCOMPARE(lines->table().rows.size(), 13);
        page->trendTab()->showPlace({.series = 0, .period = 12});
        settle();
        QCOMPARE(peopleOf(*page), result.series[0].points[12].customers);
    }

    void besideTheYearBefore()
    {
        const auto page = openPage("trends");
        TrendOptions options;
        options.events = *parseEventPredicate("lead");
        options.measure = TrendMeasure::Customers;
        options.compare = TrendCompare::Year;
        page->trendTab()->setOptions(options);
        settle();
        const TrendResult result = shownBy(*page);
        QCOMPARE(result.series[0].before.size(), result.series[0].points.size());
        auto* lines = page->findChild<LineChart*>(QStringLiteral("chart.trend"));
        emit lines->activated({2, 1});  // the second line is the year before
        settle();
        QCOMPARE(peopleOf(*page), result.series[0].before[2].customers);
    }

    void splitByChannelItAddsUp()
    {
        const auto page = openPage("trends");
        TrendOptions options;
        options.events = *parseEventPredicate("lead");
        options.splitBy = EventField::Channel;
        options.top = 4;
        page->trendTab()->setOptions(options);
        settle();
        const TrendResult result = shownBy(*page);
        QCOMPARE(result.series.size(), std::size_t {5});
        Index sum = 0;
        for (const TrendSeries& series : result.series) {
            for (const TrendPoint& point : series.points) {
                sum += point.events;
            }
        }
        QCOMPARE(sum, result.events);
    }

    void gapsInALineKeepTheirPlace()
    {
        TrendResult result;
        result.starts = {1, 2, 3, 4};
        result.series.resize(1);
        result.series[0].points
            = {{.value = std::nan("")}, {.value = 5}, {.value = std::nan("")}, {.value = 7}};
        QCOMPARE(trendPlace(result, {0, 0}).period, 1);
        QCOMPARE(trendPlace(result, {1, 0}).period, 3);
    }

    void everyBarLeadsToItsCustomers()
    {
        const auto page = openPage("rhythm");
        const DistributionResult* shown = page->rhythmTab()->distributionResult();
        QVERIFY(shown != nullptr);
        const DistributionResult result = *shown;
        auto* bars = page->findChild<BarChart*>(QStringLiteral("chart.rhythm"));
        emit bars->activated({0, 0});
        settle();
        QCOMPARE(peopleOf(*page), result.classes[0].customers);
        page->findChild<QPushButton*>(QStringLiteral("btn.rhythmOthers"))->click();
        settle();
        QCOMPARE(peopleOf(*page), result.never);
        QVERIFY(page->rhythmTab()->intervalResult() == nullptr);
    }

    void howLongUntilTheNext()
    {
        const auto page = openPage("rhythm");
        page->rhythmTab()->setView(RhythmTab::View::Intervals);
        settle();
        const IntervalResult* result = page->rhythmTab()->intervalResult();
        QVERIFY(result != nullptr);
        Index pairs = 0;
        for (const IntervalClass& shown : result->classes) {
            pairs += shown.pairs;
        }
        QCOMPARE(pairs, result->pairs);
        page->rhythmTab()->showPlace(-1);
        settle();
        QCOMPARE(peopleOf(*page), result->open);  // one open visit a customer
    }

    void theNightOfTheLeads()
    {
        const auto page = openPage("rhythm");
        page->rhythmTab()->setView(RhythmTab::View::Week);
        settle();
        const WeekHourResult* result = page->rhythmTab()->weekResult();
        QVERIFY(result != nullptr);
        auto* grid = page->findChild<HeatGrid*>(QStringLiteral("chart.week"));
        QVERIFY(grid->isVisible());
        const auto most = std::max_element(
            result->cells.begin(), result->cells.end(),
            [](const WeekHourResult::Cell& a, const WeekHourResult::Cell& b) { return a.events < b.events; });
        const auto at = static_cast<int>(most - result->cells.begin());
        emit grid->activated({at / 24, at % 24});
        settle();
        QCOMPARE(peopleOf(*page), most->customers);
    }
};

MEITRACE_TEST(TestTrendTabs)

#include "tst_trendtabs.moc"
