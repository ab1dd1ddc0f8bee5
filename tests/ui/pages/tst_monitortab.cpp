// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/democopy.h"
#include "tests/support/testmain.h"
#include "ui/charts/linechart.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/funnelspage.h"
#include "ui/pages/monitortab.h"
#include "ui/widgets/datatable.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace meitrace;

/// The tab of what was out of the ordinary, on the demo clinic: points lead to their customers.
class TestMonitorTab : public QObject {
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

    std::unique_ptr<FunnelsPage> openPage()
    {
        auto page = std::make_unique<FunnelsPage>(*m_session);
        page->resize(1160, 860);
        page->show();
        page->goToPart(QStringLiteral("monitor"));
        settle();
        return page;
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

    void aPointLeadsToItsCustomers()
    {
        const auto page = openPage();
        const MonitorResult* result = page->monitorTab()->result();
        QVERIFY(result != nullptr && !result->series.empty());
        int series = -1;
        int point = -1;
        for (std::size_t i = 0; i < result->series.size(); ++i) {
            const MonitorSeries& one = result->series[i];
            for (std::size_t at = 0; one.metric == "arrive" && at < one.values.size(); ++at) {
                if (one.values[at] > 3) {
                    series = static_cast<int>(i);
                    point = static_cast<int>(at);
                }
            }
        }
        QVERIFY(series >= 0);
        const double arrivals
            = result->series[static_cast<std::size_t>(series)].values[static_cast<std::size_t>(point)];
        page->monitorTab()->showPoint(series, point);
        settle();
        QVERIFY(page->panel()->isVisible());
        QVERIFY(page->panel()->count() > 0 && static_cast<double>(page->panel()->count()) <= arrivals);
    }

    void everyNumberHasItsChart()
    {
        const auto page = openPage();
        const auto* chart = page->findChild<LineChart*>(QStringLiteral("chart.monitor"));
        const int numbers = static_cast<int>(page->monitorTab()->result()->series.size());
        QVERIFY(numbers >= 5);
        for (int i = 0; i < numbers; ++i) {
            page->monitorTab()->showNumber(i);
            QVERIFY(!chart->isEmpty());
        }
    }

    void alarmsOfAChosenTimeAreListed()
    {
        const auto page = openPage();
        const auto* table = page->findChild<DataTable*>(QStringLiteral("table.alerts"));
        QCOMPARE(table->model()->rowCount(), static_cast<int>(page->monitorTab()->result()->alerts.size()));
    }
};

MEITRACE_TEST(TestMonitorTab)

#include "tst_monitortab.moc"
