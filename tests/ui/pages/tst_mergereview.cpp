// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Records that may be one person, answered by button and key.
#include "analytics/workbench/decisions.h"
#include "analytics/workbench/mergereview.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/democlinic.h"
#include "tests/ui/support/dialogs.h"
#include "tests/ui/support/settling.h"
#include "tests/ui/support/structure.h"
#include "ui/pages/datapage.h"
#include "ui/pages/decisiondialog.h"
#include "ui/pages/mergereviewtab.h"
#include "ui/text/masking.h"
#include "ui/viewmodels/reviewview.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/tabbar.h"

#include <QPushButton>
#include <QTest>

#include <memory>

using namespace meitrace;

class TestMergeReviewTab : public QObject {
    Q_OBJECT

    test::Scratch m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DataPage> m_page;
    QString m_unopened;  ///< what the tab says before anybody looked into it

    void settle() { test::settle(*m_session); }
    MergeReviewTab* tab() { return m_page->findChild<MergeReviewTab*>(); }
    QPushButton* button(const char* name) { return tab()->findChild<QPushButton*>(QLatin1String(name)); }
    void press(Qt::Key key)
    {
        QTest::keyClick(tab(), key);
        settle();
    }
    std::vector<WaitingPair> pairs()
    {
        std::vector<WaitingPair> found;
        m_session->look<std::vector<WaitingPair>>(
            {m_page.get(), QStringLiteral("test"), {}},
            [](Clinic& clinic, Job&) { return waitingPairs(clinic.workspace()); },
            [&found](const Result<std::vector<WaitingPair>>& waiting) {
                found = waiting ? *waiting : std::vector<WaitingPair> {};
            });
        settle();
        return found;
    }

private slots:
    void initTestCase()
    {
        m_session = test::demoSession(m_folder);
        QVERIFY(m_session->isOpen());
        m_page = std::make_unique<DataPage>(*m_session);
        m_page->resize(1280, 720);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        settle();
        m_unopened = m_page->findChild<TabBar*>(QStringLiteral("tabs.data"))->tabText(3);
        m_page->goToPart(QStringLiteral("review"));
        settle();
        m_page->activateWindow();
        tab()->setFocus();
    }

    void everyPairIsShown()
    {
        const std::size_t waiting = pairs().size();
        QVERIFY(waiting > 10);
        QCOMPARE(tab()->waiting(), static_cast<int>(waiting));
        const auto* tabs = m_page->findChild<TabBar*>(QStringLiteral("tabs.data"));
        QCOMPARE(tabs->tabText(3), QStringLiteral("Merge review (%1)").arg(waiting));
        QCOMPARE(m_unopened, tabs->tabText(3));
        QVERIFY(!button("btn.previousPair")->isEnabled());
        QVERIFY(!button("btn.undoAnswer")->isEnabled());
        for (std::size_t i = 1; i < waiting; ++i) {
            QVERIFY(button("btn.nextPair")->isEnabled());
            press(Qt::Key_Right);
            QCOMPARE(test::clippedText(*tab()), QString());
        }
        QVERIFY(!button("btn.nextPair")->isEnabled());
        for (std::size_t i = 1; i < waiting; ++i) {
            press(Qt::Key_Left);
        }
        QVERIFY(!button("btn.previousPair")->isEnabled());
    }

    void answersAreKeptAndTakenBack()
    {
        const std::vector<WaitingPair> before = pairs();
        const Index customers = m_session->everybody().count();
        press(Qt::Key_N);
        QCOMPARE(pairs().size(), before.size() - 1);
        QCOMPARE(m_session->everybody().count(), customers);  // they were two before
        press(Qt::Key_U);
        QCOMPARE(pairs().size(), before.size());
        button("btn.same")->click();
        settle();
        QVERIFY(pairs().size() < before.size());
        QVERIFY(m_session->everybody().count() < customers);
        // The menu's undo and redo do the same.
        m_session->changes().undo();
        settle();
        QCOMPARE(m_session->everybody().count(), customers);
        m_session->changes().redo();
        settle();
        QVERIFY(m_session->everybody().count() < customers);
        m_session->changes().undo();
        settle();
        QCOMPARE(pairs().size(), before.size());
        QCOMPARE(tab()->waiting(), static_cast<int>(before.size()));
    }

    void whatAMergeWouldChangeIsShownFirst()
    {
        const std::vector<WaitingPair> before = pairs();
        const Index customers = m_session->everybody().count();
        press(Qt::Key_W);
        auto* dialog = test::openDialog<DecisionDialog>();
        QVERIFY(dialog != nullptr);
        settle();
        const auto* table = dialog->findChild<DataTable*>(QStringLiteral("table.decision"));
        QVERIFY(table->model()->columnCount() >= 4);  // the two, and what they would be
        QCOMPARE(test::clippedText(*dialog), QString());
        QCOMPARE(m_session->everybody().count(), customers);
        dialog->findChild<QPushButton*>(QStringLiteral("btn.decide"))->click();
        settle();
        QVERIFY(pairs().size() < before.size());
        QVERIFY(m_session->everybody().count() < customers);
        m_session->changes().undo();
        settle();
        QCOMPARE(m_session->everybody().count(), customers);
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        tab()->setFocus();
    }

    void anotherChangeIsNotTakenBackByItsKey()
    {
        press(Qt::Key_N);
        QVERIFY(button("btn.undoAnswer")->isEnabled());
        int takenBack = 0;
        m_session->noteChange(
            QStringLiteral("something else"), [&takenBack] { ++takenBack; }, [] {});
        QVERIFY(!button("btn.undoAnswer")->isEnabled());
        press(Qt::Key_U);
        QCOMPARE(takenBack, 0);
        m_session->changes().undo();
        QCOMPARE(takenBack, 1);
        QVERIFY(button("btn.undoAnswer")->isEnabled());
        press(Qt::Key_U);
        QCOMPARE(tab()->waiting(), static_cast<int>(pairs().size()));
    }

    void namesAreHiddenWhereNamesAre()
    {
        ReviewPairView pair;
        pair.left.lines.push_back({KeyType::Name, "Anna Berg", false});
        pair.left.lines.push_back({KeyType::Phone, "139****0011", true});
        pair.right.lines.push_back({KeyType::Name, "Anna Burg", false});
        pair.right.lines.push_back({KeyType::Phone, "139****0011", true});
        const ReviewSheet open = reviewSheet(pair);
        QCOMPARE(open.rows.size(), std::size_t {2});
        QCOMPARE(open.rows[0].left, QStringLiteral("139****0011"));
        QVERIFY(!open.rows[0].differs);
        QCOMPARE(open.rows[1].left, QStringLiteral("Anna Berg"));
        QVERIFY(open.rows[1].differs);
        const MaskingScope masked;
        QVERIFY(!reviewSheet(pair).rows[1].left.contains(QStringLiteral("Berg")));
    }

    void nothingToDecideIsSaid()
    {
        Session empty;
        DataPage page(empty);
        auto* review = page.findChild<MergeReviewTab*>();
        review->refresh();
        QCOMPARE(review->waiting(), 0);
        QVERIFY(!review->findChild<QPushButton*>(QStringLiteral("btn.same"))->isEnabled());
    }
};

MEITRACE_TEST(TestMergeReviewTab)

#include "tst_mergereview.moc"
