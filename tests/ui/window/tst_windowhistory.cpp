// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Back and forward in the window: the page and what it looked at, by keys.
#include "analytics/workbench/audiencebook.h"
#include "app/window/mainwindow.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/settling.h"
#include "ui/pages/page.h"

#include <QAction>
#include <QKeySequence>
#include <QStackedWidget>
#include <QTest>

#include <memory>

using namespace meitrace;

class TestWindowHistory : public QObject {
    Q_OBJECT

private:
    test::Scratch m_scratch;
    std::unique_ptr<MainWindow> m_window;

    void settle() { test::settle(m_window->session()); }
    void press(const char* key)
    {
        const QKeySequence wanted(QLatin1String {key});
        for (QAction* action : m_window->findChildren<QAction*>()) {
            if (action->shortcut() == wanted) {
                action->trigger();
            }
        }
        settle();
    }
    QString shownPage()
    {
        const auto* page = qobject_cast<Page*>(m_window->findChild<QStackedWidget*>()->currentWidget());
        return page == nullptr ? QString() : page->id();
    }
    void choose(const Scope& scope)
    {
        m_window->session().setScope(scope);
        settle();
    }

private slots:
    void initTestCase()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        m_window->session().openDemo(QString::fromStdString(m_scratch.path("clinic.meitrace")));
        settle();
        QCOMPARE(shownPage(), QStringLiteral("home"));
    }
    void cleanupTestCase() { m_window.reset(); }

    void backAndForwardMeetThePageAndItsFilters()
    {
        Scope scope;
        scope.period = ScopePeriod::lastDays(90);
        QVERIFY(m_window->goTo(QStringLiteral("funnels")));
        choose(scope);
        QVERIFY(m_window->goTo(QStringLiteral("segments")));
        Scope narrower = scope;
        narrower.customers.of(FilterField::Item) = {"PICO"};
        choose(narrower);
        const Bitset left = m_window->session().population();
        QVERIFY(left != m_window->session().everybody());

        press("Alt+Left");
        QCOMPARE(shownPage(), QStringLiteral("segments"));
        QCOMPARE(m_window->session().scope(), scope);
        QVERIFY(m_window->session().population() == m_window->session().everybody());
        press("Alt+Left");
        QCOMPARE(shownPage(), QStringLiteral("funnels"));
        QCOMPARE(m_window->session().scope(), scope);
        press("Alt+Left");
        QCOMPARE(shownPage(), QStringLiteral("funnels"));
        QVERIFY(m_window->session().scope().isEmpty());
        press("Alt+Left");
        QCOMPARE(shownPage(), QStringLiteral("home"));
        press("Alt+Left");  // nothing lies before
        QCOMPARE(shownPage(), QStringLiteral("home"));
        for (int i = 0; i < 4; ++i) {
            press("Alt+Right");
        }
        QCOMPARE(shownPage(), QStringLiteral("segments"));
        QCOMPARE(m_window->session().scope(), narrower);
        QVERIFY(m_window->session().population() == left);
    }

    void aRenamedAudienceIsFoundAgainOnTheWayBack()
    {
        Session& session = m_window->session();
        const auto change = [&session](std::function<Status(Clinic&, Job&)> work) {
            session.change<Done>({&session, QStringLiteral("test"), QStringLiteral("Test")}, std::move(work),
                                 [](const Status& status) { MEITRACE_OK(status); });
        };
        change([](Clinic& clinic, Job& job) {
            return saveRule(clinic, {.name = "old", .rule = "did treat[item=HYDRA]"}, {}, job);
        });
        settle();
        choose({});
        Scope scope;
        scope.customers.of(FilterField::Audience) = {"old"};
        QVERIFY(m_window->goTo(QStringLiteral("segments")));
        choose(scope);
        const Bitset left = session.population();
        choose({});
        change([](Clinic& clinic, Job& job) { return renameAudience(clinic, "old", "new", job); });
        settle();
        session.audienceRenamed("old", "new");
        session.audiencesDiffer();
        settle();
        press("Alt+Left");
        QCOMPARE(session.scope().customers.of(FilterField::Audience), std::vector<std::string> {"new"});
        QVERIFY(session.population() == left);
    }

    void aValueThatIsGoneDoesNotKeepTheWayBackShut()
    {
        choose({});
        Scope gone;
        gone.customers.of(FilterField::Audience) = {"deleted long ago"};
        QVERIFY(m_window->goTo(QStringLiteral("customers")));
        choose(gone);
        QVERIFY(m_window->session().scope().isEmpty());
        QVERIFY(m_window->goTo(QStringLiteral("home")));
        press("Alt+Left");
        QCOMPARE(shownPage(), QStringLiteral("customers"));
        QVERIFY(m_window->session().scope().isEmpty());
        press("Alt+Left");
        press("Alt+Left");
        QCOMPARE(shownPage(), QStringLiteral("segments"));
    }
};

MEITRACE_TEST(TestWindowHistory)
#include "tst_windowhistory.moc"
