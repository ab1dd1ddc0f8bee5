// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Saved analyses in the window: kept with Ctrl+S, opened again, old and new figures side by side, taken back.
#include "analytics/workbench/analysisbook.h"
#include "analytics/workbench/audiencebook.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/democlinic.h"
#include "tests/ui/support/gallery.h"
#include "tests/ui/support/settling.h"
#include "ui/charts/comparebars.h"
#include "ui/pages/audiencespage.h"
#include "ui/pages/comparedialog.h"
#include "ui/pages/funnelspage.h"
#include "ui/pages/homepage.h"
#include "ui/pages/savedbar.h"
#include "ui/pages/segmentspage.h"
#include "ui/viewmodels/analysisview.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace meitrace;
using namespace meitrace::test;

namespace {

constexpr int kEditPause = 450;  // then an edit of the funnel is a change of its own

template <typename Widget>
Widget* part(QWidget* inside, const char* name)
{
    return inside->findChild<Widget*>(QString::fromLatin1(name));
}

/// How many took the last step, or the first
Index throughTo(const FunnelsPage& page, bool last)
{
    const FunnelResult* result = page.result();
    if (result == nullptr || result->steps.empty()) {
        return -1;
    }
    return last ? result->steps.back().reached : result->steps.front().reached;
}

/// Writes this into the next dialog that asks for a text; returns what was proposed.
std::shared_ptr<QString> answerNext(const QString& text)
{
    auto proposed = std::make_shared<QString>();
    QTimer::singleShot(100, qApp, [text, proposed] {
        auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
        if (dialog != nullptr) {
            *proposed = dialog->textValue();
            dialog->setTextValue(text);
            dialog->accept();
        }
    });
    return proposed;
}

/// The entries of the menu of saved analyses; the one that begins with `chosen` is triggered.
QStringList openMenu(QWidget* page, const QString& chosen = {})
{
    QTest::mouseClick(part<QPushButton>(page, "btn.saved"), Qt::LeftButton);
    auto* menu = part<QMenu>(page, "menu.saved");
    QStringList texts;
    QAction* found = nullptr;
    for (QAction* action : menu->actions()) {
        texts << action->text().section(u'\t', 0, 0);
        found = !chosen.isEmpty() && texts.back().startsWith(chosen) ? action : found;
    }
    menu->close();
    if (found != nullptr) {
        found->trigger();
    }
    delete menu;
    return texts;
}

}  // namespace

class TestSavedAnalyses : public QObject {
    Q_OBJECT

private:
    Scratch m_scratch;
    std::unique_ptr<Session> m_session;

    template <typename Kind>
    std::unique_ptr<Kind> shown()
    {
        auto page = std::make_unique<Kind>(*m_session);
        page->resize(1280, 720);
        page->show();
        page->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(page.get()));
        settle();
        return page;
    }

    /// Jobs may start others.
    void settle() { test::settle(*m_session); }

    QStringList names()
    {
        Job job(1);
        Result<Clinic> clinic = Clinic::forReading(m_session->path().toStdString(), job);
        QStringList list;
        const auto all = savedAnalyses(*clinic);
        for (const SavedAnalysis& analysis : *all) {
            list << QString::fromStdString(analysis.name);
        }
        list.sort();
        return list;
    }

    /// Takes the last change back, which must be this one.
    void undo(const char* what)
    {
        QVERIFY2(m_session->changes().undoText().contains(QString::fromUtf8(what)),
                 qPrintable(m_session->changes().undoText()));
        m_session->changes().undo();
        settle();
    }

    /// The platform of the tests gives the focus to nobody after a dialog or a menu.
    static void press(QWidget* page, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        page->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(page));
        QTest::keyClick(page, key, modifiers);
    }

    void saveByKey(QWidget* page, const QString& name)
    {
        QTest::qWait(kEditPause);
        const auto proposed = answerNext(name);
        press(page, Qt::Key_S, Qt::ControlModifier);
        settle();
        QVERIFY2(!proposed->isEmpty(), "a name is proposed");
    }

    QString writeBills()
    {
        const QString path = QString::fromStdString(m_scratch.path("bills.csv"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) {
            file.write("订单号,客户姓名,手机号,消费日期,项目,金额,渠道\n"
                       "T1,赵一A,16400000001,2026-01-05,光子嫩肤,100.00,抖音\n"
                       "T2,钱二B,16400000002,2026-02-05,热玛吉,200.00,美团\n");
        }
        return path;
    }

private slots:
    void initTestCase()
    {
        m_session = test::demoSession(m_scratch);
        QVERIFY(m_session->isOpen());
    }
    void cleanupTestCase() { m_session.reset(); }
    void cleanup() { QVERIFY2(names().isEmpty(), qPrintable(names().join(u'|'))); }

    void whereNothingIsSavedTheMenuSaysWhatItIsFor()
    {
        const auto page = shown<FunnelsPage>();
        const QStringList texts = openMenu(page.get());
        QCOMPARE(texts.size(), 2);
        QVERIFY(texts[1].contains(QStringLiteral("Save analysis")));
        QVERIFY(!part<QLabel>(page.get(), "text.savedState")->isVisible());
        QVERIFY(!part<DataTable>(page.get(), "table.comparison")->isVisible());
    }

    void aFunnelIsSavedOpenedRenamedDeletedAndBroughtBack()
    {
        const auto page = shown<FunnelsPage>();
        auto* window = part<QSpinBox>(page.get(), "funnel.window");
        window->setValue(30);
        settle();
        const Index reached = throughTo(*page, true);
        saveByKey(page.get(), QStringLiteral("month"));
        QCOMPARE(names(), QStringList {QStringLiteral("month")});
        auto* state = part<QLabel>(page.get(), "text.savedState");
        QVERIFY(state->isVisible() && state->text().contains(QStringLiteral("unchanged")));

        window->setValue(90);
        QTest::qWait(kEditPause);
        settle();
        QVERIFY(throughTo(*page, true) != reached);
        QVERIFY(state->text().contains(QStringLiteral("other settings")));
        QVERIFY(openMenu(page.get(), QStringLiteral("month")).contains(QStringLiteral("month")));
        settle();
        QCOMPARE(window->value(), 30);
        QCOMPARE(throughTo(*page, true), reached);
        QVERIFY(state->text().contains(QStringLiteral("unchanged")));

        const auto before = answerNext(QStringLiteral("each month"));
        press(page.get(), Qt::Key_F2);
        settle();
        QCOMPARE(*before, QStringLiteral("month"));
        QCOMPARE(names(), QStringList {QStringLiteral("each month")});
        openMenu(page.get(), QStringLiteral("Delete"));
        settle();
        QVERIFY(names().isEmpty());
        QVERIFY(!state->isVisible());
        undo("deletion of “each month”");
        QCOMPARE(names(), QStringList {QStringLiteral("each month")});
        undo("renaming");
        QCOMPARE(names(), QStringList {QStringLiteral("month")});
        m_session->changes().redo();
        settle();
        QCOMPARE(names(), QStringList {QStringLiteral("each month")});
        undo("renaming");
        undo("change of the funnel");
        undo("saving of “month”");
        QVERIFY(names().isEmpty());
    }

    void savingUnderTheNameOfTheOpenOneReplacesItAndCanBeTakenBack()
    {
        const auto page = shown<FunnelsPage>();
        auto* window = part<QSpinBox>(page.get(), "funnel.window");
        saveByKey(page.get(), QStringLiteral("a"));
        window->setValue(7);
        settle();
        QTest::qWait(kEditPause);
        const auto proposed = answerNext(QStringLiteral("a"));
        press(page.get(), Qt::Key_S, Qt::ControlModifier);
        settle();
        QCOMPARE(*proposed, QStringLiteral("a"));
        QCOMPARE(names(), QStringList {QStringLiteral("a")});
        window->setValue(90);
        openMenu(page.get(), QStringLiteral("a"));
        settle();
        QCOMPARE(window->value(), 7);
        undo("saving of “a”");
        openMenu(page.get(), QStringLiteral("a"));
        settle();
        QCOMPARE(window->value(), 90);
        openMenu(page.get(), QStringLiteral("Delete"));
        settle();
    }

    void daysAndFiltersComeBackWithIt()
    {
        const auto page = shown<FunnelsPage>();
        Scope scope;
        scope.period = ScopePeriod::lastDays(90);
        scope.customers.of(FilterField::Channel) = {"xhs_org"};
        m_session->setScope(scope);
        settle();
        const Index entered = throughTo(*page, false);
        saveByKey(page.get(), QStringLiteral("xhs"));
        m_session->setScope({});
        settle();
        QVERIFY(throughTo(*page, false) != entered);
        openMenu(page.get(), QStringLiteral("xhs"));
        settle();
        QVERIFY(m_session->scope() == scope);
        QCOMPARE(throughTo(*page, false), entered);
        QVERIFY(part<QLabel>(page.get(), "text.savedState")->text().contains(QStringLiteral("unchanged")));
        // The core gets the same without the window.
        Job job(1);
        Result<Clinic> clinic = Clinic::forReading(m_session->path().toStdString(), job);
        QVERIFY(clinic);
        const auto compared = compareWithNow(*clinic, *savedAnalysis(*clinic, "xhs"), job);
        QVERIFY(compared && compared->isSame());
        openMenu(page.get(), QStringLiteral("Delete"));
        m_session->setScope({});
        settle();
    }

    void aComparisonOfAnAudienceIsSavedAndOpenedAgain()
    {
        Job job(1);
        const auto clinic = [&] { return Clinic::forWriting(m_session->path().toStdString(), job); };
        Bitset buyers;
        {
            Result<Clinic> open = clinic();
            const Result<Bitset> members = populationOf(*open, {.rule = "did bill"}, job);
            QVERIFY(members && saveAudience(*open, {.name = "Buyers", .rule = "did bill"}, *members, job));
            buyers = *members;
        }
        {
            CompareDialog dialog(
                *m_session, {buyers, QStringLiteral("Buyers"), QStringLiteral("in audience \"Buyers\"")});
            dialog.setAttribute(Qt::WA_DeleteOnClose, false);
            dialog.show();
            settle();
            QVERIFY(!part<QLabel>(&dialog, "text.compareHint")->isVisible());
            const auto proposed = answerNext(QStringLiteral("who buys"));
            QTest::mouseClick(part<QPushButton>(&dialog, "btn.saveAnalysis"), Qt::LeftButton);
            settle();
            QCOMPARE(*proposed, QStringLiteral("Buyers and the rest"));
            QVERIFY(names().contains(QStringLiteral("who buys")));
            QVERIFY(part<QLabel>(&dialog, "text.savedState")->text().contains(QStringLiteral("unchanged")));
        }
        // From Ctrl+K or Home: the page of audiences opens it.
        const auto page = shown<AudiencesPage>();
        m_session->requestAnalysis(QStringLiteral("persona"), QStringLiteral("who buys"));
        settle();
        auto* again = page->findChild<CompareDialog*>();
        QVERIFY(again != nullptr);
        QVERIFY(part<QLabel>(again, "text.savedState")->text().contains(QStringLiteral("unchanged")));
        QVERIFY(!again->findChild<CompareBars*>()->table().rows.isEmpty());
        again->reject();
        {
            Result<Clinic> open = clinic();
            QVERIFY(open && deleteAnalysis(*open, "who buys") && deleteAudience(*open, "Buyers", job));
        }
        m_session->analysesDiffer();
        settle();
    }

    void oldAndNewSegmentsStandSideBySideAfterAnImport()
    {
        const auto page = shown<SegmentsPage>();
        saveByKey(page.get(), QStringLiteral("segments"));
        auto* state = part<QLabel>(page.get(), "text.savedState");
        auto* table = part<DataTable>(page.get(), "table.comparison");
        QVERIFY(state->isVisible() && !table->isVisible());
        m_session->import({{writeBills(), {}}});
        settle();
        QVERIFY(table->isVisible() && !state->isVisible());
        QVERIFY(table->model()->rowCount() >= 2);
        QCOMPARE(table->model()->index(0, ComparisonTable::Change).data().toString(), QStringLiteral("+2"));
        QVERIFY(keepPicture(*page, QStringLiteral("saved_segments")));
        QTest::mouseClick(part<QPushButton>(page.get(), "btn.keepFigures"), Qt::LeftButton);
        settle();
        QVERIFY(state->isVisible() && !table->isVisible());
        undo("new figures");
        QVERIFY(table->isVisible());
        undo("import");
        QVERIFY(state->isVisible() && !table->isVisible());
        QVERIFY(state->text().contains(QStringLiteral("unchanged")));
        openMenu(page.get(), QStringLiteral("Delete"));
        settle();
    }

    void theMonthsFiguresAreSavedAndStandBesideThoseAfterAnImport()
    {
        const auto page = shown<HomePage>();
        saveByKey(page.get(), QStringLiteral("the month"));
        auto* state = part<QLabel>(page.get(), "text.savedState");
        auto* table = part<DataTable>(page.get(), "table.comparison");
        QVERIFY(state->isVisible() && !table->isVisible());
        QVERIFY(state->text().contains(QStringLiteral("unchanged")));
        m_session->import({{writeBills(), {}}});
        settle();
        QVERIFY(!state->isVisible());  // two customers more who came once
        page->setQuestion({.compare = KpiCompare::Year});
        settle();
        QVERIFY(state->isVisible() && state->text().contains(QStringLiteral("other settings")));
        part<QPushButton>(page.get(), "btn.asSaved")->click();
        settle();
        QCOMPARE(page->state()->question.compare, KpiCompare::Previous);
        undo("import");
        QVERIFY(state->isVisible() && state->text().contains(QStringLiteral("unchanged")));
        openMenu(page.get(), QStringLiteral("Delete"));
        settle();
    }

    void homeListsThemAndOpensTheirPage()
    {
        {
            const auto page = shown<SegmentsPage>();
            saveByKey(page.get(), QStringLiteral("eight of them"));
        }
        const auto home = shown<HomePage>();
        QSignalSpy asked(m_session.get(), &Session::analysisRequested);
        auto* open = part<QPushButton>(home.get(), "btn.openAnalysis");
        QVERIFY(open != nullptr);
        QCOMPARE(open->accessibleName(), QStringLiteral("eight of them"));
        open->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("rfm"));
        const auto page = shown<SegmentsPage>();
        m_session->requestAnalysis(asked[0][0].toString(), asked[0][1].toString());
        settle();
        QVERIFY(
            part<QLabel>(page.get(), "text.savedState")->text().contains(QStringLiteral("eight of them")));
        openMenu(page.get(), QStringLiteral("Delete"));
        settle();
    }

    void whatTheEditorHasNoControlForIsKept()
    {
        FunnelOptions options;
        options.steps = *parseEventList("lead,page_view[channel=xhs_org]|item_view,deal");
        options.window = Duration {3, DurationUnit::Months};
        options.mode = FunnelMode::Anchored;
        options.anchors = {1, 3};
        options.exclusions = *parseExclusions("no_deal@2-3");
        options.split = "city";
        const AnalysisDefinition definition {{}, {}, {}, options};
        const auto page = shown<FunnelsPage>();
        {
            Job job(1);
            Result<Clinic> clinic = Clinic::forWriting(m_session->path().toStdString(), job);
            const Result<AnalysisOutcome> outcome = runAnalysis(*clinic, definition, job);
            QVERIFY(outcome);
            const SavedAnalysis analysis {.id = 0,
                                          .name = "by command",
                                          .kind = "funnel",
                                          .definition = printed(definition),
                                          .note = {},
                                          .savedAt = 0,
                                          .countedAt = 0,
                                          .outcome = *outcome};
            QVERIFY(saveAnalysis(*clinic, analysis, SavingRule::New));
        }
        m_session->requestAnalysis(QStringLiteral("funnel"), QStringLiteral("by command"));
        settle();
        QVERIFY2(part<QLabel>(page.get(), "text.savedState")->text().contains(QStringLiteral("unchanged")),
                 qPrintable(part<QLabel>(page.get(), "text.savedState")->text()));
        m_session->analysesDiffer();
        settle();
        openMenu(page.get(), QStringLiteral("Delete"));
        settle();
    }
};

MEITRACE_TEST(TestSavedAnalyses)

#include "tst_savedanalyses.moc"
