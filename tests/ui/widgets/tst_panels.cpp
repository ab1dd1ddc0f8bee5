// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/theme/theme.h"
#include "ui/widgets/busyoverlay.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/currentstack.h"
#include "ui/widgets/dropzone.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/foldsection.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/progressrow.h"
#include "ui/widgets/sidepanel.h"
#include "ui/widgets/tabbar.h"
#include "ui/widgets/toast.h"

#include <QAccessible>
#include <QApplication>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <QVBoxLayout>

using namespace meitrace;

class TestPanels : public QObject {
    Q_OBJECT

private slots:
    void titlesAreHeadings()
    {
        PageHeader header;
        header.setTitle(QStringLiteral("Funnels"));
        Card card(QStringLiteral("Sources"));
        for (const QWidget* widget : std::initializer_list<QWidget*> {&header, &card}) {
            auto* heading = widget->findChild<HeadingLabel*>();
            QVERIFY(heading != nullptr);
            QAccessibleInterface* access = QAccessible::queryAccessibleInterface(heading);
            QCOMPARE(access->role(), QAccessible::Heading);
            QCOMPARE(access->text(QAccessible::Name), heading->text());
        }
    }

    void aStackIsAsTallAsThePageThatIsSeen()
    {
        CurrentStack stack;
        auto* low = new QWidget;
        auto* high = new QWidget;
        low->setMinimumHeight(20);
        high->setMinimumHeight(900);
        stack.addWidget(low);
        stack.addWidget(high);
        stack.show();
        QVERIFY(low->isVisible() && !high->isVisible());
        QCOMPARE(stack.minimumSizeHint().height(), 20);
        stack.setCurrentIndex(1);
        QVERIFY(!low->isVisible() && high->isVisible());
        QTRY_COMPARE(stack.minimumSizeHint().height(), 900);
        stack.setCurrentIndex(2);  // there is none
        QCOMPARE(stack.currentIndex(), 1);
        QCOMPARE(stack.currentWidget(), high);
    }

    void theTabRowComesWithItsFirstTab()
    {
        PageHeader header;
        header.setTitle(QStringLiteral("Funnels"));
        header.show();
        QVERIFY(!header.tabs()->isVisible());
        header.tabs()->addTab(QStringLiteral("Trend"));
        QTRY_VERIFY(header.tabs()->isVisible());
    }

    void aCardShowsOnlyTheHeadItNeeds()
    {
        Card card;
        card.show();
        QVERIFY(card.findChild<HeadingLabel*>()->parentWidget()->isHidden());
        card.setHelp(QStringLiteral("One line per file."));
        QVERIFY(!card.findChild<HeadingLabel*>()->parentWidget()->isHidden());
        auto* help = card.findChild<QPushButton*>();
        QVERIFY(help->isVisible());
        QVERIFY(help->accessibleDescription() == QStringLiteral("One line per file."));
    }

    void theSidePanelClosesOnEscapeAndKeepsItsLimits()
    {
        SidePanel panel(QStringLiteral("Lost"));
        panel.show();
        QCOMPARE(panel.width(), 404);
        panel.setPanelWidth(5000);
        QCOMPARE(panel.panelWidth(), 760);
        panel.setPanelWidth(10);
        QCOMPARE(panel.panelWidth(), 320);
        QTest::keyClick(&panel, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(panel.panelWidth(), 360);
        QSignalSpy closed(&panel, &SidePanel::closed);
        QTest::keyClick(&panel, Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
        QVERIFY(panel.isHidden());
    }

    void aFoldHidesItsBody()
    {
        FoldSection fold(QStringLiteral("Advanced"));
        fold.body()->addWidget(new QLabel(QStringLiteral("inside")));
        fold.show();
        QSignalSpy toggled(&fold, &FoldSection::toggled);
        auto* inside = fold.body()->itemAt(0)->widget();
        QVERIFY(!inside->isVisible());
        fold.findChild<QPushButton*>()->click();
        QVERIFY(inside->isVisible());
        fold.setOpen(true);
        QCOMPARE(toggled.count(), 1);
    }

    void aToastRunsItsActionAndLeaves()
    {
        QWidget window;
        window.resize(800, 600);
        // A window without another place for the focus gives it to the toast, and a focused toast stays.
        auto* elsewhere = new QLineEdit(&window);
        elsewhere->setFocus();
        window.show();
        int undone = 0;
        Toast* toast = Toast::show(&window, QStringLiteral("Saved"),
                                   {{QStringLiteral("Undo"), [&undone] { ++undone; }}});
        QVERIFY(toast->isVisible());
        QVERIFY(window.rect().contains(toast->geometry()));
        QCOMPARE(toast->accessibleName(), QStringLiteral("Saved"));
        const auto buttons = toast->findChildren<QPushButton*>();
        QCOMPARE(buttons.size(), 2);
        buttons[0]->click();
        QCOMPARE(undone, 1);
        QVERIFY(!toast->isVisible());
        Toast* first = Toast::show(&window, QStringLiteral("One"), {}, 30);
        Toast* second = Toast::show(&window, QStringLiteral("Two"), {}, 30);
        QVERIFY(!first->isVisible() && second->isVisible());
        QTRY_COMPARE(window.findChildren<Toast*>().size(), 0);
    }

    void aNoticeCanBeActedOnAndClosed()
    {
        NoticeBar bar;
        bar.setNotice(Tone::Warn, QStringLiteral("Data are 5 days old"));
        auto* action = bar.addAction(QStringLiteral("Import"));
        bar.setClosable(true);
        bar.resize(600, bar.sizeHint().height());
        QVERIFY(bar.isVisible());
        QTRY_VERIFY(action->isVisible());
        QSignalSpy closed(&bar, &NoticeBar::closed);
        for (QPushButton* button : bar.findChildren<QPushButton*>()) {
            if (button != action) {
                button->click();
            }
        }
        QCOMPARE(closed.count(), 1);
        QVERIFY(!bar.isVisible());
        bar.setNotice(Tone::Bad, QStringLiteral("Other"));
        QVERIFY(bar.isVisible());
        QVERIFY(action->isHidden());
    }

    void shortWorkShowsNothingAndLongWorkCanBeCancelled()
    {
        QWidget card;
        card.resize(600, 300);
        card.show();
        BusyOverlay busy(&card);
        busy.begin(QStringLiteral("Updating"));
        QTest::qWait(100);
        QVERIFY(!busy.isVisible());
        busy.end();
        QTest::qWait(400);
        QVERIFY(!busy.isVisible());
        busy.begin(QStringLiteral("Updating"));
        QTRY_VERIFY(busy.isVisible());
        QCOMPARE(busy.geometry(), card.rect());
        auto* row = busy.findChild<ProgressRow*>();
        QVERIFY(!row->isVisible());
        QTRY_VERIFY(row->isVisible());
        QSignalSpy cancelled(&busy, &BusyOverlay::cancelRequested);
        row->findChild<QPushButton*>()->click();
        QCOMPARE(cancelled.count(), 1);
        busy.end();
        QVERIFY(!busy.isVisible() && !busy.isBusy());
    }

    void filesCanBeDropped()
    {
        DropZone zone(QStringLiteral("Drop here"), QStringLiteral("hint"));
        zone.resize(400, 200);
        zone.show();
        QSignalSpy dropped(&zone, &DropZone::filesDropped);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/data/a.csv")),
                      QUrl(QStringLiteral("https://example.org/b.csv"))});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&zone, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&zone, &drop);
        QCOMPARE(dropped.count(), 1);
        QCOMPARE(dropped[0][0].toStringList(), QStringList({QStringLiteral("/data/a.csv")}));
        QMimeData text;
        text.setText(QStringLiteral("no file"));
        QDragEnterEvent other(QPoint(10, 10), Qt::CopyAction, &text, Qt::LeftButton, {});
        other.ignore();
        QApplication::sendEvent(&zone, &other);
        QVERIFY(!other.isAccepted());
    }

    void anEmptyStateHasOneSentenceAndOneAction()
    {
        EmptyState empty(QStringLiteral("customers"), QStringLiteral("No customers match"),
                         QStringLiteral("Clear filters"));
        empty.resize(400, 300);
        empty.show();
        QVERIFY(empty.action()->isVisible());
        QCOMPARE(empty.accessibleName(), QStringLiteral("No customers match"));
        const EmptyState quiet(QStringLiteral("customers"), QStringLiteral("Nothing"));
        QVERIFY(quiet.action()->isHidden());
    }
};

MEITRACE_TEST(TestPanels)
#include "tst_panels.moc"
