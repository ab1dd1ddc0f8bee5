// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/democopy.h"
#include "tests/support/testmain.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/feedbacktab.h"
#include "ui/pages/journeyspage.h"
#include "ui/widgets/datatable.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace meitrace;

/// The tab of what customers say on the demo clinic: each figure leads to its customers.
class TestFeedbackTab : public QObject {
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
        page->goToPart(QStringLiteral("feedback"));
        settle();
        return page;
    }

    static const FeedbackResult& resultOf(const JourneysPage& page)
    {
        const FeedbackResult* result = page.feedbackTab()->result();
        if (result == nullptr) {
            qFatal("no feedback is shown");
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

    void figuresLeadToTheirCustomers()
    {
        const auto page = openPage();
        const FeedbackResult& result = resultOf(*page);
        QVERIFY(result.groups.size() > 10);
        const auto* table = page->findChild<DataTable*>(QStringLiteral("table.feedback"));
        QVERIFY(table->model()->rowCount() > 3);
        page->feedbackTab()->showPlace({.who = FeedbackPlace::Who::Unsatisfied});
        settle();
        QVERIFY(page->panel()->isVisible());
        const Index unsatisfied = result.all.satisfied.n - result.all.satisfied.hits;
        QVERIFY(page->panel()->count() > 0 && page->panel()->count() <= unsatisfied);
        const auto cause = static_cast<std::size_t>(FeedbackCause::NotCalled);
        page->feedbackTab()->showPlace(
            {.who = FeedbackPlace::Who::CameBack, .cause = FeedbackCause::NotCalled});
        settle();
        QCOMPARE(page->panel()->count(), result.cameBack[cause].hits);
    }

    void everyCardHasSomething()
    {
        const auto page = openPage();
        for (const char* name : {"table.feedback", "table.cameBack"}) {
            const auto* table = page->findChild<DataTable*>(QLatin1String(name));
            QVERIFY(table != nullptr && table->model()->rowCount() > 0);
        }
        const auto* open = page->findChild<DataTable*>(QStringLiteral("table.openVoices"));
        QCOMPARE(open->model()->rowCount(), static_cast<int>(resultOf(*page).open.size()));
    }

    void daysWithoutAWordShowWhoWaitsAlone()
    {
        const auto page = openPage();
        const int waiting = static_cast<int>(resultOf(*page).open.size());
        const Day first = m_session->snapshot()->frame().firstDay;
        m_session->setScope({.period = ScopePeriod::ofDays({first, first}), .customers = {}});
        settle();
        QCOMPARE(resultOf(*page).answers, Index {0});
        QCOMPARE(page->findChild<DataTable*>(QStringLiteral("table.feedback"))->model()->rowCount(), 0);
        QCOMPARE(page->findChild<DataTable*>(QStringLiteral("table.openVoices"))->model()->rowCount(),
                 waiting);
        m_session->setScope({});
        settle();
        QVERIFY(resultOf(*page).answers > 0);
    }
};

MEITRACE_TEST(TestFeedbackTab)

#include "tst_feedbacktab.moc"
