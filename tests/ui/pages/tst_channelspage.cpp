// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/channelreading.h"
#include "analytics/workbench/audiences.h"
#include "analytics/workbench/kpis.h"
#include "tests/support/democopy.h"
#include "tests/support/testmain.h"
#include "ui/charts/barchart.h"
#include "ui/charts/comparebars.h"
#include "ui/pages/attributiontab.h"
#include "ui/pages/channelcosttab.h"
#include "ui/pages/channelspage.h"
#include "ui/pages/customerspanel.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <memory>

using namespace meitrace;

namespace {

/// -1 when it is not there
template <typename Rows>
int placeOf(const Rows& rows, const std::string& channel)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].channel == channel) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

ChannelCohort shownBy(const ChannelsPage& page)
{
    const ChannelCohort* cohort = page.costTab()->cohort();
    if (cohort == nullptr) {
        qFatal("no channels are shown");
    }
    return *cohort;
}

AttributionResult creditBy(const ChannelsPage& page)
{
    const AttributionResult* result = page.attributionTab()->result();
    if (result == nullptr) {
        qFatal("no credit is shown");
    }
    return *result;
}

}  // namespace

/// The page of channels on the demo clinic, as somebody asks it which channel wasted money.
class TestChannelsPage : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string m_path;
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

    std::unique_ptr<ChannelsPage> openPage(const char* part)
    {
        auto page = std::make_unique<ChannelsPage>(*m_session);
        page->resize(1160, 860);
        page->show();
        page->goToPart(QLatin1String(part));
        settle();
        return page;
    }

    void click(DataTable* table, int row, int column)
    {
        emit table->clicked(table->model()->index(row, column));
        settle();
    }

    static QString textAt(const DataTable* table, int row, int column)
    {
        return table->model()->index(row, column).data().toString();
    }

private slots:
    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("clinic.meitrace"));
        m_path = path.toStdString();
        QVERIFY(test::copyDemoClinic(m_path));
        m_session = std::make_unique<Session>();
        m_session->open(path);
        m_session->jobs().waitForAll();
        QVERIFY(m_session->isOpen());
    }

    void cleanup() { m_session->setScope({}); }
    void cleanupTestCase() { m_session.reset(); }

    void theCheapLeadWithTheDearDealIsNamed()
    {
        const auto page = openPage("costs");
        const ChannelCohort cohort = shownBy(*page);
        const auto found = channelContradiction(cohort);
        QVERIFY(found.has_value());
        QCOMPARE(cohort.channels[static_cast<std::size_t>(found->channel)].channel, std::string("dy_ads"));
        const auto* notice = page->findChild<NoticeBar*>(QStringLiteral("notice.contradiction"));
        QVERIFY(notice->isVisible());
        QVERIFY(notice->text().contains(QLatin1String("Douyin")));
        // It stands beside the others at once: fewer book, arrive and buy.
        const ChartTable compared
            = page->findChild<CompareBars*>(QStringLiteral("chart.channelCompare"))->table();
        QCOMPARE(compared.rows.size(), 4);
    }

    void sortedByCostOfADealItStandsLast()
    {
        const auto page = openPage("costs");
        auto* table = page->findChild<DataTable*>(QStringLiteral("table.channels"));
        const int deal = 7;
        table->sortByColumn(deal, Qt::DescendingOrder);
        const int rows = table->model()->rowCount();
        QVERIFY(textAt(table, 0, 0).contains(QLatin1String("Douyin ads")));
        QCOMPARE(textAt(table, rows - 1, 0), QStringLiteral("All channels"));  // the sums stay below
        table->sortByColumn(deal, Qt::AscendingOrder);
        QCOMPARE(textAt(table, rows - 2, deal),
                 QStringLiteral("–"));  // what has no cost stands last either way
        QAbstractItemModelTester tester(table->model());
    }

    void noPlaceWhereItIsNoise()
    {
        const auto page = openPage("costs");
        const ChannelCohort cohort = shownBy(*page);
        int ranked = 0;
        int apart = 0;
        for (const ChannelFigures& figures : cohort.channels) {
            ranked += figures.bestPlace > 0 ? 1 : 0;
            apart += figures.bestPlace > 1 && figures.bestPlace == figures.worstPlace ? 1 : 0;
        }
        QVERIFY(ranked > 6);
        QCOMPARE(apart, 0);  // of so few customers nobody can tell the channels in the middle apart
    }

    void everyCountLeadsToItsCustomers()
    {
        const auto page = openPage("costs");
        const ChannelCohort cohort = shownBy(*page);
        auto* table = page->findChild<DataTable*>(QStringLiteral("table.channels"));
        for (const auto& [column, stage] :
             {std::pair {2, ChannelStage::Lead}, std::pair {3, ChannelStage::Arrival},
              std::pair {4, ChannelStage::Deal}}) {
            click(table, 0, column);
            QVERIFY(page->panel()->isVisible());
            QCOMPARE(page->panel()->count(), cohort.channels[0].at(stage));
            click(table, table->model()->rowCount() - 1, column);
            QCOMPARE(page->panel()->count(), cohort.total.at(stage));
        }
        page->findChild<SegmentedControl*>(QStringLiteral("choice.channelView"))->setCurrent(1);
        emit page->findChild<SegmentedControl*>(QStringLiteral("choice.channelView"))->currentChanged(1);
        settle();
        click(table, 1, 7);
        QCOMPARE(page->panel()->count(), cohort.channels[1].at(ChannelStage::Repeat));
    }

    void aCampaignInTwoReportsCountsOnce()
    {
        const auto page = openPage("costs");
        const ChannelCohort cohort = shownBy(*page);
        page->costTab()->selectChannel(placeOf(cohort.channels, "dy_ads"));
        const auto* campaigns = page->findChild<DataTable*>(QStringLiteral("table.campaigns"));
        QVERIFY(campaigns->model()->rowCount() > 0);
        bool doubled = false;
        for (int row = 0; row < campaigns->model()->rowCount(); ++row) {
            doubled = doubled || !textAt(campaigns, row, CampaignTable::State).isEmpty();
        }
        QVERIFY(doubled);
    }

    void oneMonthIsTheSameEverywhere()
    {
        const Day from = dayFromCivil(2026, 3, 1);
        const Day to = dayFromCivil(2026, 3, 31);
        m_session->setScope({.period = ScopePeriod::ofDays({from, to}), .customers = {}});
        settle();
        const auto page = openPage("costs");
        const ChannelCohort cohort = shownBy(*page);
        QCOMPARE(cohort.from, from);
        QCOMPARE(cohort.to, to);
        Job job(2);
        Result<Clinic> clinic = Clinic::forReading(m_path, job);
        QVERIFY(clinic);
        const SnapshotPtr snapshot = *clinic->snapshot(job);
        const Result<KpiInputs> inputs = kpiInputs(clinic->workspace(), *snapshot, job);
        QVERIFY(inputs);
        const Result<KpiResult> figures
            = kpis(*snapshot, *inputs,
                   {.month = from, .by = KpiBy::Channel, .population = m_session->population()}, job);
        QVERIFY(figures);
        const auto place = [](std::string_view id) {
            std::size_t at = 0;
            while (kpiDefinitions()[at].id != id) {
                ++at;
            }
            return at;
        };
        for (const ChannelFigures& channel : cohort.channels) {
            if (channel.at(ChannelStage::Lead) == 0) {
                continue;
            }
            double leads = -1;
            for (const KpiGroup& group : figures->groups) {
                leads = group.name == channel.channel ? group.figures[place("leads")].now.value : leads;
            }
            QCOMPARE(std::llround(leads), channel.at(ChannelStage::Lead));
            const std::string rule = "did lead[channel=" + channel.channel + "] 2026-03-01..2026-04-01";
            const Result<Bitset> audience = populationOf(*clinic, {.rule = rule}, job);
            QVERIFY2(audience, rule.c_str());
            QCOMPARE(audience->count(), channel.at(ChannelStage::Lead));
        }
    }

    void modelsStandSideBySide()
    {
        const auto page = openPage("attribution");
        const AttributionResult result = creditBy(*page);
        auto* table = page->findChild<DataTable*>(QStringLiteral("table.attribution"));
        QCOMPARE(table->model()->columnCount(), 6);
        QCOMPARE(table->model()->rowCount(), static_cast<int>(result.channels.size()) + 1);
        const int row = placeOf(result.channels, "xhs_org");
        // Xiaohongshu opens ways that others close.
        const AttributedChannel& xiaohongshu = result.channels[static_cast<std::size_t>(row)];
        QVERIFY(xiaohongshu.by(CreditModel::First).conversions
                > xiaohongshu.by(CreditModel::Last).conversions * 1.3);
        click(table, row, 1);
        QCOMPARE(page->panel()->count(), std::llround(xiaohongshu.by(CreditModel::First).conversions));
        click(table, row, 2);
        QCOMPARE(page->panel()->count(), std::llround(xiaohongshu.by(CreditModel::Last).conversions));
        click(table, row, 3);
        QCOMPARE(page->panel()->count(), xiaohongshu.converting);
        click(table, table->model()->rowCount() - 1, 0);
        QCOMPARE(page->panel()->count(), result.converted);
        emit page->findChild<SegmentedControl*>(QStringLiteral("choice.models"))->currentChanged(1);
        QAbstractItemModelTester tester(table->model());
    }

    void aPathLeadsToThoseWhoTookIt()
    {
        const auto page = openPage("attribution");
        const AttributionResult result = creditBy(*page);
        auto* table = page->findChild<DataTable*>(QStringLiteral("table.routes"));
        QCOMPARE(table->model()->rowCount(), static_cast<int>(result.routes.size()));
        click(table, 0, RouteTable::Route);
        QCOMPARE(page->panel()->count(), result.routes[0].converting);
        click(table, 0, RouteTable::Lost);
        QCOMPARE(page->panel()->count(), result.routes[0].lost);
    }

    void whatNobodyDidIsSaid()
    {
        const auto page = openPage("attribution");
        AttributionOptions options;
        options.touches.conversion = *parseEventPredicate("referral_made");
        page->attributionTab()->setOptions(options);
        settle();
        QVERIFY(!page->findChild<DataTable*>(QStringLiteral("table.attribution"))->isVisible());
    }
};

MEITRACE_TEST(TestChannelsPage)

#include "tst_channelspage.moc"
