// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/democopy.h"
#include "tests/support/testmain.h"
#include "ui/pages/campaigntab.h"
#include "ui/pages/channelspage.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/webtab.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace meitrace;

/// The tabs of the web and of campaigns on the demo clinic: every number leads to its people.
class TestWebTab : public QObject {
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

    std::unique_ptr<ChannelsPage> openPage(const char* part = "web")
    {
        auto page = std::make_unique<ChannelsPage>(*m_session);
        page->resize(1160, 860);
        page->show();
        page->goToPart(QLatin1String(part));
        settle();
        return page;
    }

    static SessionResult resultOf(const ChannelsPage& page)
    {
        const SessionResult* result = page.webTab()->result();
        if (result == nullptr) {
            qFatal("no sessions are shown");
        }
        return *result;
    }

    static std::vector<PricedCampaign> campaignsOf(const ChannelsPage& page)
    {
        const std::vector<PricedCampaign>* all = page.campaignTab()->shownCampaigns();
        if (all == nullptr) {
            qFatal("no campaigns are shown");
        }
        return *all;
    }

    /// Row of the campaign that reached most people
    static int largestOf(const std::vector<PricedCampaign>& all)
    {
        const auto largest
            = std::max_element(all.begin(), all.end(), [](const PricedCampaign& a, const PricedCampaign& b) {
                  return a.figures.at(CampaignStage::Reached) < b.figures.at(CampaignStage::Reached);
              });
        return static_cast<int>(largest - all.begin());
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

    void everyPageLeadsToItsPeople()
    {
        const auto page = openPage();
        const SessionResult result = resultOf(*page);
        QVERIFY(result.sessions > 100);
        const auto* table = page->findChild<DataTable*>(QStringLiteral("table.sessions"));
        QCOMPARE(table->model()->rowCount(), static_cast<int>(result.rows.size()));
        page->webTab()->showPlace(0, SessionPlace::Seen);
        settle();
        QVERIFY(page->panel()->isVisible());
        QCOMPARE(page->panel()->count(), result.rows[0].customers);
        page->webTab()->showPlace(-1, SessionPlace::Seen);
        settle();
        QCOMPARE(page->panel()->count(), result.customers);
    }

    void namesCanBeFunctionsAndVisitorsKnown()
    {
        const auto page = openPage();
        const SessionResult everybody = resultOf(*page);
        SessionOptions options;
        page->webTab()->setOptions(options);
        settle();
        const SessionResult known = resultOf(*page);
        QVERIFY(known.customers < everybody.customers);
        QVERIFY(known.sessions < everybody.sessions);
    }

    void visitsHaveNoSearchedWords()
    {
        const auto page = openPage();
        SessionOptions options;
        options.unit = UnitKind::Visit;
        options.events = {{{.type = "arrive"}, {.type = "treat"}, {.type = "bill"}}};
        page->webTab()->setOptions(options);
        settle();
        QVERIFY(resultOf(*page).sessions > 100);
        QVERIFY(!page->findChild<DataTable*>(QStringLiteral("table.searches"))->isVisible());
    }

    void everyCampaignLeadsToItsPeople()
    {
        const auto page = openPage("campaigns");
        const std::vector<PricedCampaign> month = campaignsOf(*page);
        const int row = largestOf(month);
        const CampaignFigures largest = month[static_cast<std::size_t>(row)].figures;
        for (const CampaignStage stage :
             {CampaignStage::Reached, CampaignStage::Arrived, CampaignStage::Lead}) {
            page->campaignTab()->showPlace(row, stage);
            settle();
            QCOMPARE(page->panel()->count(), largest.at(stage));
        }
        CampaignOptions options;
        options.followDays = 7;
        page->campaignTab()->setOptions(options);
        settle();
        const std::vector<PricedCampaign> others = campaignsOf(*page);
        const CampaignFigures week = others[static_cast<std::size_t>(largestOf(others))].figures;
        QCOMPARE(week.at(CampaignStage::Reached), largest.at(CampaignStage::Reached));
        QVERIFY(week.at(CampaignStage::Arrived) < largest.at(CampaignStage::Arrived));
    }

    void moneyThatMeetsNoCampaignIsShown()
    {
        const auto page = openPage("campaigns");
        const std::vector<PricedCampaign> all = campaignsOf(*page);
        Fen spend = 0;
        for (const PricedCampaign& campaign : all) {
            spend += campaign.spend;
        }
        QVERIFY(spend > 0);
        QVERIFY(std::is_sorted(all.begin(), all.end(), [](const PricedCampaign& a, const PricedCampaign& b) {
            return a.figures.first > b.figures.first;
        }));
    }

    void aChoiceOfCustomersLeavesTheOthersOut()
    {
        const auto page = openPage();
        const SessionResult everybody = resultOf(*page);
        const Day last = m_session->snapshot()->frame().asOf;
        m_session->setScope({.period = ScopePeriod::ofDays({last - 30, last}), .customers = {}});
        settle();
        const SessionResult month = resultOf(*page);
        QVERIFY(month.sessions < everybody.sessions);
        QCOMPARE(month.from, last - 30);
        QCOMPARE(month.to, last);
        m_session->setScope({});
        settle();
    }
};

MEITRACE_TEST(TestWebTab)

#include "tst_webtab.moc"
