// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/democopy.h"
#include "tests/support/testmain.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/journeyspage.h"
#include "ui/pages/paintab.h"
#include "ui/widgets/datatable.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace meitrace;

/// The tab of pain points on the demo clinic: what it names can be clicked down to the people.
class TestPainTab : public QObject {
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

    std::unique_ptr<JourneysPage> openPage()
    {
        auto page = std::make_unique<JourneysPage>(*m_session);
        page->resize(1160, 860);
        page->show();
        page->goToPart(QStringLiteral("pain"));
        settle();
        return page;
    }

    static std::vector<PainPoint> pointsOf(const JourneysPage& page)
    {
        const PainResult* result = page.painTab()->result();
        if (result == nullptr) {
            qFatal("no pain points are shown");
        }
        return result->points;
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

    void everyRowLeadsToItsLost()
    {
        const auto page = openPage();
        const std::vector<PainPoint> points = pointsOf(*page);
        QVERIFY(points.size() >= 3);
        const auto* table = page->findChild<DataTable*>(QStringLiteral("table.pain"));
        QCOMPARE(table->model()->rowCount(), static_cast<int>(points.size()));
        for (int row = 0; row < 3; ++row) {
            page->painTab()->showRow(row);
            settle();
            QVERIFY(page->panel()->isVisible());
            QCOMPARE(page->panel()->count(), points[static_cast<std::size_t>(row)].lost.hits);
        }
    }

    void aSettingIsCountedAnew()
    {
        const auto page = openPage();
        PainOptions options;
        options.keys = {"hour_block"};
        page->painTab()->setOptions(options);
        settle();
        const std::vector<PainPoint> points = pointsOf(*page);
        QVERIFY(!points.empty());
        for (const PainPoint& point : points) {
            QCOMPARE(point.key, std::size_t {0});
        }
    }

    void fewPeopleShowNothing()
    {
        const auto page = openPage();
        const Day last = m_session->snapshot()->frame().asOf - 60;
        m_session->setScope({.period = ScopePeriod::ofDays({last - 1, last}), .customers = {}});
        settle();
        QVERIFY(pointsOf(*page).empty());
        const auto* table = page->findChild<DataTable*>(QStringLiteral("table.pain"));
        QCOMPARE(table->model()->rowCount(), 0);
        m_session->setScope({});
        settle();
        QVERIFY(!pointsOf(*page).empty());
    }
};

MEITRACE_TEST(TestPainTab)

#include "tst_paintab.moc"
