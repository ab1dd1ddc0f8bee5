// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/pages/funnelchanges.h"

#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QUndoStack>

using namespace meitrace;

class TestFunnelChanges : public QObject {
    Q_OBJECT

private slots:
    void editsAreTakenBackAndDoneAgain()
    {
        Session session;
        FunnelEditor editor;
        editor.setEvents({"lead", "arrive", "deal"});
        FunnelChanges changes(session, editor, nullptr);
        auto* days = editor.findChild<QSpinBox*>();
        QVERIFY(days != nullptr);
        const int before = days->value();
        changes.follow();
        QCOMPARE(session.changes().count(), 0);
        days->setValue(before + 5);
        days->setValue(before + 7);
        QTRY_COMPARE(session.changes().count(), 1);  // one hand on one box is one change
        QTest::qWait(10);
        days->setValue(before + 30);
        QTRY_COMPARE(session.changes().count(), 2);
        QSignalSpy restored(&changes, &FunnelChanges::restored);
        session.changes().undo();
        QCOMPARE(days->value(), before + 7);
        session.changes().undo();
        QCOMPARE(days->value(), before);
        QVERIFY(!session.changes().canUndo());
        session.changes().redo();
        QCOMPARE(days->value(), before + 7);
        QCOMPARE(restored.count(), 3);
        QTest::qWait(500);
        QCOMPARE(session.changes().count(), 2);  // taking back is no edit
    }

    void whatThePageSetsIsNoChange()
    {
        Session session;
        FunnelEditor editor;
        editor.setEvents({"lead", "arrive", "deal"});
        FunnelChanges changes(session, editor, nullptr);
        FunnelOptions options = editor.options();
        editor.setOptions(options);
        changes.follow();
        QTest::qWait(500);
        QCOMPARE(session.changes().count(), 0);
    }
};

MEITRACE_TEST(TestFunnelChanges)

#include "tst_funnelchanges.moc"
