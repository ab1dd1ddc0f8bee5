// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace that turns out to be damaged while it is open, and work that ends when another is open already.
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "ui/session/session.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace meitrace;

class TestSessionDamage : public QObject {
    Q_OBJECT

private:
    test::Scratch m_scratch;
    Session m_session;

    void open(const char* name)
    {
        const std::string path = m_scratch.path(std::string(name) + ".meitrace");
        QVERIFY(Workspace::create(path, {}));
        m_session.open(QString::fromStdString(path));
        QTRY_COMPARE(m_session.path(), QString::fromStdString(path));
    }
    /// Work that finds damage once it may.
    void findDamage(QSemaphore& may)
    {
        m_session.jobs().run<Done>(
            {this, QStringLiteral("look"), QStringLiteral("Look")},
            [&may](Job& /*job*/) -> Result<Done> {
                may.acquire();
                return Error {.code = ErrorCode::StoreDamaged};
            },
            [](const Result<Done>& result) { QVERIFY(!result); });
    }

private slots:
    void workOnTheFormerWorkspaceSaysNothingOfThisOne()
    {
        QSignalSpy found(&m_session, &Session::damageFound);
        QSemaphore may;
        open("first");
        findDamage(may);
        open("second");
        may.release();
        m_session.jobs().waitForAll();
        QVERIFY(!m_session.isDamaged());
        QCOMPARE(found.count(), 0);
    }

    void workOnThisOneDoes()
    {
        QSignalSpy found(&m_session, &Session::damageFound);
        QSemaphore may(1);
        findDamage(may);
        m_session.jobs().waitForAll();
        QVERIFY(m_session.isDamaged());
        QCOMPARE(found.count(), 1);
    }
};

MEITRACE_TEST(TestSessionDamage)
#include "tst_sessiondamage.moc"
