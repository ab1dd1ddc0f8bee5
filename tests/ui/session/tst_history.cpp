// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/history.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

namespace {

Scope lastDays(int days)
{
    return {.period = ScopePeriod::lastDays(days), .customers = {}};
}

}  // namespace

/// Back and forward over pages and what they looked at.
class TestHistory : public QObject {
    Q_OBJECT

private slots:
    void backAndForwardMeetPageAndScope()
    {
        History history;
        QVERIFY(history.step(-1) == nullptr && history.step(1) == nullptr);
        history.visit({0, {}});
        history.visit({3, {}});
        history.visit({3, lastDays(90)});
        const Stop* place = history.step(-1);
        QVERIFY(place != nullptr && *place == (Stop {3, {}}));
        place = history.step(-1);
        QVERIFY(place != nullptr && *place == (Stop {0, {}}));
        QVERIFY(history.step(-1) == nullptr);
        history.step(1);
        place = history.step(1);
        QVERIFY(place != nullptr && *place == (Stop {3, lastDays(90)}));
        QVERIFY(history.step(1) == nullptr);
    }

    void aNewPlaceDropsThoseAhead()
    {
        History history;
        history.visit({0, {}});
        history.visit({1, {}});
        history.step(-1);
        history.visit({2, {}});
        QVERIFY(history.step(1) == nullptr);
        const Stop* place = history.step(-1);
        QVERIFY(place != nullptr && place->page == 0);
    }

    void thePresentPlaceIsNotVisitedTwice()
    {
        History history;
        history.visit({0, {}});
        history.visit({0, {}});
        QVERIFY(history.step(-1) == nullptr);
    }

    void aScopeThatLostAValueIsNotMetAgain()
    {
        History history;
        history.amend(lastDays(3));  // nowhere yet
        history.visit({0, lastDays(30)});
        history.amend({});
        history.visit({1, {}});
        const Stop* place = history.step(-1);
        QVERIFY(place != nullptr && *place == (Stop {0, {}}));
    }

    void clearedThereIsNothing()
    {
        History history;
        history.visit({0, {}});
        history.visit({1, {}});
        history.clear();
        QVERIFY(history.step(-1) == nullptr && history.step(1) == nullptr);
        history.visit({2, {}});
        QVERIFY(history.step(-1) == nullptr);
    }
};

MEITRACE_TEST(TestHistory)
#include "tst_history.moc"
