// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the clinic's month on the sample clinic. With MEITRACE_GALLERY=folder pictures are written
// there.
#include "analytics/workbench/kpis.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/democlinic.h"
#include "tests/ui/support/gallery.h"
#include "tests/ui/support/settling.h"
#include "tests/ui/support/structure.h"
#include "ui/charts/linechart.h"
#include "ui/pages/homechoices.h"
#include "ui/pages/homepage.h"
#include "ui/text/kpitext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/kpicard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace meitrace;

class TestHomePage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_session = test::demoSession(m_scratch);
        QVERIFY(m_session->isOpen());
    }
    void cleanupTestCase() { m_session.reset(); }
    void cleanup()
    {
        Theme::current().setMode(Theme::Mode::Light);
        Theme::current().setZoom(1);
    }

    void cardsSayWhatTheCommandCounts()
    {
        const std::unique_ptr<HomePage> page = shown({1158, 768});
        Job job;
        Result<Clinic> clinic = Clinic::forReading(m_session->path().toStdString(), job);
        QVERIFY(clinic);
        const Result<SnapshotPtr> snapshot = clinic->snapshot(job);
        QVERIFY(snapshot);
        const Result<KpiInputs> inputs = kpiInputs(clinic->workspace(), **snapshot, job);
        QVERIFY(inputs);
        const Result<KpiResult> figures
            = kpis(**snapshot, *inputs, {.population = m_session->population()}, job);
        QVERIFY(figures);
        int cards = 0;
        for (const KpiCard* card : page->findChildren<KpiCard*>()) {
            const std::string id = card->objectName().mid(4).toStdString();
            const auto place = static_cast<std::size_t>(kpiIndex(id));
            QCOMPARE(card->figure().value,
                     kpiValueText(kpiDefinitions()[place], figures->figures[place].now.value));
            QVERIFY2(!card->figure().help.isEmpty() && !card->figure().change.isEmpty(), id.c_str());
            ++cards;
        }
        QVERIFY(cards >= 10);
        QVERIFY(figures->figures[static_cast<std::size_t>(kpiIndex("gmv"))].now.value > 0);
    }

    void aCardOpensExactlyThoseItCounts()
    {
        const std::unique_ptr<HomePage> page = shown({1158, 768});
        QSignalSpy asked(page.get(), &HomePage::customersRequested);
        int opened = 0;
        for (KpiCard* card : page->findChildren<KpiCard*>()) {
            QTest::mouseClick(card, Qt::LeftButton, {}, {8, 8});
            if (!card->figure().opensCustomers) {
                QCOMPARE(asked.size(), opened);
                continue;
            }
            QCOMPARE(asked.size(), ++opened);
            QCOMPARE(asked.last()[0].value<Bitset>().count(), QLocale().toLongLong(card->figure().value));
            QVERIFY(asked.last()[1].toString().startsWith(card->figure().label));
        }
        QVERIFY(opened >= 3);  // arrivals, new customers, leads
    }

    void aFigureWithoutItsFileSaysWhichOne()
    {
        const std::unique_ptr<HomePage> page = shown({1158, 768});
        QVERIFY(page->findChild<KpiCard*>(QStringLiteral("kpi.liability")) != nullptr);
        HomeState state = *page->state();
        QVERIFY(homeGaps(state).isEmpty());
        const std::size_t cards = homeCards(state).size();
        KpiReading& liability = state.kpis.figures[static_cast<std::size_t>(kpiIndex("liability"))];
        liability.now = {.gap = KpiGap::NoFile};
        liability.missing = {"his_package"};
        QVERIFY(homeGaps(state).contains(QStringLiteral("card balances")));
        QCOMPARE(homeCards(state).size(), cards - 1);
    }

    void theMonthIsThatTheChosenDaysEndIn()
    {
        const std::unique_ptr<HomePage> page = shown({1158, 768});
        QVERIFY(page->state() != nullptr);
        const Day from = page->state()->kpis.period.from;
        const Day asOf = m_session->snapshot()->frame().asOf;
        m_session->setScope({.period = ScopePeriod::ofMonth(monthStart(asOf, -1), asOf), .customers = {}});
        QCOMPARE(page->state()->kpis.period.from, from);  // stays until the new figures are there
        m_session->jobs().waitForAll();
        QCOMPARE(page->state()->kpis.period.from, monthStart(from, -1));
        m_session->setScope({.period = ScopePeriod::lastDays(90), .customers = {}});
        m_session->jobs().waitForAll();
        QCOMPARE(page->state()->kpis.period.from, from);
        m_session->setScope({});
        page->setQuestion({.compare = KpiCompare::Year, .span = KpiSpan::Week});
        m_session->jobs().waitForAll();
        QVERIFY(page->state() != nullptr);
        QCOMPARE(page->state()->kpis.before.from, monthStart(from, -12));
        QCOMPARE(page->state()->trend.points.size(), std::size_t {26});
    }

    void aComparisonIsChosenFromItsMenu()
    {
        const std::unique_ptr<HomePage> page = shown({1158, 768});
        auto* chip = page->findChild<Chip*>(QStringLiteral("btn.compare"));
        QVERIFY(chip != nullptr && !chip->isActive());
        QTest::keyClick(chip, Qt::Key_Space);
        auto* menu = page->findChild<QMenu*>(QStringLiteral("menu.compare"));
        QVERIFY(menu != nullptr && menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        m_session->jobs().waitForAll();
        QCOMPARE(page->state()->kpis.before.from, monthStart(page->state()->kpis.period.from, -12));
        QVERIFY(page->findChild<Chip*>(QStringLiteral("btn.compare"))->isActive());
    }

    void theTrendEndsWithTheMonthShown()
    {
        const std::unique_ptr<HomePage> page = shown({1158, 768});
        const HomeState* shownState = page->state();
        if (shownState == nullptr) {
            QFAIL("nothing is shown");
        }
        const HomeState& state = *shownState;
        QCOMPARE(state.trend.points.back().start, state.kpis.period.from);
        QCOMPARE(static_cast<double>(state.trend.points.back().cash),
                 state.kpis.figures[static_cast<std::size_t>(kpiIndex("cash"))].now.value);
        auto* visits = page->findChild<LineChart*>(QStringLiteral("chart.visits"));
        QVERIFY(visits->isVisible() && !visits->isEmpty());
        QCOMPARE(visits->table().rows.size(), qsizetype {13});
    }

    void openWorkLeadsToItsPage()
    {
        const std::unique_ptr<HomePage> page = shown({1158, 768});
        QVERIFY(m_session->overview().quarantineOpen > 0);
        QSignalSpy asked(page.get(), &Page::pageRequested);
        page->findChild<QAbstractButton*>(QStringLiteral("btn.rows"))->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("data/rows"));
    }

    void anEmptyWorkspaceSaysWhatToDo()
    {
        const std::string path = m_scratch.path("empty.meitrace");
        QVERIFY(Workspace::create(path, {}));
        Session session;
        session.open(QString::fromStdString(path));
        session.jobs().waitForAll();
        HomePage page(session);
        page.resize(1158, 768);
        page.show();
        session.jobs().waitForAll();
        auto* empty = page.findChild<EmptyState*>();
        QVERIFY(empty->isVisible());
        QVERIFY(page.findChildren<KpiCard*>().isEmpty());
        QSignalSpy asked(&page, &Page::pageRequested);
        empty->action()->click();
        QCOMPARE(asked[0][0].toString(), QStringLiteral("data"));
    }

    void findingsFollowTheirRules()
    {
        HomeState state;
        state.kpis.asOf = 20'000;
        state.kpis.period = {19'990, 20'000};
        state.kpis.figures.resize(kpiDefinitions().size());
        for (KpiReading& reading : state.kpis.figures) {
            reading.now.gap = KpiGap::NoFile;
        }
        QVERIFY(homeFindings(state).empty());
        state.kpis.sources = {{"his_visit", 19'000, 20'000}, {"his_billing", 19'000, 19'993}};
        QVERIFY(homeFindings(state).empty());  // seven days are no delay
        state.kpis.sources[1].last = 19'992;
        QCOMPARE(homeFindings(state).size(), std::size_t {1});
        QCOMPARE(homeFindings(state)[0].tone, Tone::Warn);
        const auto rate = static_cast<std::size_t>(kpiIndex("arrival_rate"));
        state.kpis.figures[rate].before = {.value = 0.66, .n = 200, .hits = 132};
        state.kpis.figures[rate].now = {.value = 0.50, .n = 200, .hits = 100};
        QCOMPARE(homeFindings(state)[1].definition, static_cast<int>(rate));
        QCOMPARE(homeFindings(state)[1].tone, Tone::Bad);
        state.kpis.figures[rate].now = {.value = 0.64, .n = 200, .hits = 128};
        QCOMPARE(homeFindings(state).size(), std::size_t {1});  // that may be chance
        const auto leads = static_cast<std::size_t>(kpiIndex("leads"));
        state.kpis.figures[leads].before = {.value = 100, .n = 100};
        state.kpis.figures[leads].now = {.value = 150, .n = 150};
        QCOMPARE(homeFindings(state)[1].tone, Tone::Good);
        state.kpis.figures[leads].now = {.value = 119, .n = 119};
        QCOMPARE(homeFindings(state).size(), std::size_t {1});  // less than a fifth
    }

    void whereCustomersAreLostLeadsThere()
    {
        const std::unique_ptr<HomePage> page = shown({1158, 768});
        m_session->jobs().waitForAll();
        const QList<QAbstractButton*> leaks
            = page->findChildren<QAbstractButton*>(QStringLiteral("btn.leak"));
        QCOMPARE(leaks.size(), qsizetype {2});
        QSignalSpy asked(page.get(), &Page::pageRequested);
        leaks[0]->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("journeys/pain"));
    }

    void aNumberOutOfTheOrdinaryIsToldWithItsRule()
    {
        MonitorResult result;
        result.series.push_back({.metric = "arrive", .starts = {20'000}, .values = {23}});
        result.series.push_back({.metric = "complaint", .starts = {20'000}, .values = {9}});
        result.alerts = {{.series = 0, .start = 20'000, .value = 23, .expected = 41, .low = 32, .high = 52},
                         {.series = 1, .start = 20'000, .value = 9, .expected = 2, .low = 0, .high = 5},
                         {.series = 0, .start = 19'999, .value = 80, .expected = 41, .low = 32, .high = 52}};
        const std::vector<HomeFinding> found = alarmFindings(result);
        QCOMPARE(found.size(), std::size_t {2});  // the two latest
        QCOMPARE(found[0].tone, Tone::Warn);      // fewer came
        QCOMPARE(found[1].tone, Tone::Warn);      // more complained
        QVERIFY(found[0].sentence.contains(QStringLiteral("23")));
        QVERIFY(!found[0].rule.isEmpty());
        QCOMPARE(found[0].page, QStringLiteral("funnels/monitor"));
        result.alerts = {result.alerts[2]};
        QCOMPARE(alarmFindings(result)[0].tone, Tone::Good);
    }

    void everyControlHasAName()
    {
        const std::unique_ptr<HomePage> page = shown({1158, 768});
        int controls = 0;
        for (const QWidget* widget : page->findChildren<QWidget*>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() && widget->isEnabled()) {
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                QVERIFY2(!widget->accessibleName().isEmpty()
                             || (button != nullptr && !button->text().isEmpty()),
                         qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
                ++controls;
            }
        }
        QVERIFY(controls >= 20);
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(1072, 720), QSize(1158, 768), QSize(1232, 900), QSize(668, 720)}) {
                for (const double zoom : {1.0, 1.5}) {
                    QTest::newRow(qPrintable(QStringLiteral("%1_%2_z%3")
                                                 .arg(dark ? "dark" : "light")
                                                 .arg(size.width())
                                                 .arg(zoom * 100)))
                        << size << zoom << dark;
                }
            }
        }
    }
    /// The sizes are those of the window without its navigation, one beside an open panel.
    void nothingIsCut()
    {
        QFETCH(QSize, size);
        QFETCH(double, zoom);
        QFETCH(bool, dark);
        Theme::current().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        Theme::current().setZoom(zoom);
        const std::unique_ptr<HomePage> page = shown(size);
        // Rows of chips and wrapped lines find their heights one after the other.
        QTRY_VERIFY2(test::clippedText(*page).isEmpty(), qPrintable(test::clippedText(*page)));
        auto* content = page->findChild<QWidget*>(QStringLiteral("page.content"));
        QVERIFY2(content->width() <= page->width(), qPrintable(QString::number(content->width())));
        QVERIFY(
            test::keepPicture(*page, QStringLiteral("home_") + QString::fromLatin1(QTest::currentDataTag())));
    }

private:
    /// A page that shows its figures.
    std::unique_ptr<HomePage> shown(const QSize& size)
    {
        auto page = std::make_unique<HomePage>(*m_session);
        page->resize(size);
        page->show();
        test::settle(*m_session);
        QTest::qWait(50);
        return page;
    }

    test::Scratch m_scratch;
    std::unique_ptr<Session> m_session;
};

MEITRACE_TEST(TestHomePage)
#include "tst_homepage.moc"
