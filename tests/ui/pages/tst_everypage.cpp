// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every page of the window: nothing is cut off, everything has a name, Tab reaches all of it.
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/democlinic.h"
#include "tests/ui/support/settling.h"
#include "tests/ui/support/structure.h"
#include "ui/pages/audiencespage.h"
#include "ui/pages/customerspage.h"
#include "ui/pages/datapage.h"
#include "ui/pages/funnelspage.h"
#include "ui/pages/homepage.h"
#include "ui/pages/journeyspage.h"
#include "ui/pages/reportspage.h"
#include "ui/pages/segmentspage.h"
#include "ui/pages/settingspage.h"
#include "ui/theme/theme.h"

#include <memory>

using namespace meitrace;
using namespace meitrace::test;

namespace {

using Maker = std::unique_ptr<Page> (*)(Session&);

template <typename Kind>
std::unique_ptr<Page> make(Session& session)
{
    return std::make_unique<Kind>(session);
}

struct Named {
    const char* name;
    Maker make;
};

const Named kPages[] = {
    {"data", make<DataPage>},         {"customers", make<CustomersPage>}, {"funnels", make<FunnelsPage>},
    {"segments", make<SegmentsPage>}, {"home", make<HomePage>},           {"audiences", make<AudiencesPage>},
    {"reports", make<ReportsPage>},   {"settings", make<SettingsPage>},   {"journeys", make<JourneysPage>}};

// Without the sidebar, of windows 1280x720, 1366x768 and 1440x900.
const QSize kSizes[] = {{1072, 687}, {1158, 735}, {1232, 867}};

}  // namespace

class TestEveryPage : public QObject {
    Q_OBJECT

private:
    Scratch m_scratch;
    std::unique_ptr<Session> m_session;

    std::unique_ptr<Page> shown(const Named& kind, QSize size)
    {
        std::unique_ptr<Page> page = kind.make(*m_session);
        page->resize(size);
        page->show();
        test::settle(*m_session);
        return page;
    }

    static void addPages()
    {
        QTest::addColumn<int>("page");
        for (int i = 0; i < static_cast<int>(std::size(kPages)); ++i) {
            QTest::newRow(kPages[i].name) << i;
        }
    }

private slots:
    void initTestCase()
    {
        m_session = test::demoSession(m_scratch);
        QVERIFY(m_session->isOpen());
    }
    void cleanupTestCase() { m_session.reset(); }

    void nothingIsCutOff_data() { addPages(); }
    void nothingIsCutOff()
    {
        QFETCH(int, page);
        for (const bool chinese : {false, true}) {
            const Spoken spoken(chinese);
            for (const QSize& size : kSizes) {
                const std::unique_ptr<Page> shownPage = shown(kPages[page], size);
                const QString clipped = clippedText(*shownPage);
                QVERIFY2(clipped.isEmpty(),
                         qPrintable(QStringLiteral("%1 wide, %2").arg(size.width()).arg(clipped)));
                const QString outside = outsideParent(*shownPage);
                QVERIFY2(outside.isEmpty(), qPrintable(outside));
            }
        }
    }

    void largeTextIsNotCutOff_data() { addPages(); }
    void largeTextIsNotCutOff()
    {
        QFETCH(int, page);
        Theme::current().setZoom(1.5);
        const std::unique_ptr<Page> shownPage = shown(kPages[page], {1700, 1000});
        const QString clipped = clippedText(*shownPage);
        Theme::current().setZoom(1);
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped));
    }

    void everyControlHasAName_data() { addPages(); }
    void everyControlHasAName()
    {
        QFETCH(int, page);
        const std::unique_ptr<Page> shownPage = shown(kPages[page], kSizes[2]);
        const QString unnamed = unnamedControl(*shownPage);
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed));
    }

    void tabReachesEverythingAndComesRound_data() { addPages(); }
    void tabReachesEverythingAndComesRound()
    {
        QFETCH(int, page);
        const std::unique_ptr<Page> shownPage = shown(kPages[page], kSizes[2]);
        shownPage->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(shownPage.get()));
        const QString problem = tabProblem(*shownPage);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
};

MEITRACE_TEST(TestEveryPage)
#include "tst_everypage.moc"
