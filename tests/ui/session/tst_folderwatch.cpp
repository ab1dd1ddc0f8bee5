// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "ui/session/folderwatch.h"
#include "ui/session/session.h"

#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace meitrace;

namespace {

const std::string kHeader = "订单号,客户姓名,手机号,消费日期,项目,金额,渠道\n";

}  // namespace

class TestFolderWatch : public QObject {
    Q_OBJECT

private:
    test::Scratch m_scratch;

    QString newWorkspace(const QString& name) const
    {
        const QString path = QString::fromStdString(m_scratch.path(name.toStdString()));
        return Workspace::create(path.toStdString(), {}) ? path : QString();
    }

    QString newFolder(const QString& name) const
    {
        QDir(QString::fromStdString(m_scratch.folder())).mkpath(name);
        return QString::fromStdString(m_scratch.path(name.toStdString()));
    }

    static void open(Session& session, const QString& path)
    {
        QSignalSpy opened(&session, &Session::opened);
        session.open(path);
        QVERIFY(opened.wait(20'000));
    }

private slots:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                           QString::fromStdString(m_scratch.folder()));
        QCoreApplication::setOrganizationName(QStringLiteral("watch"));
    }

    void filesAreLoadedOneAfterTheOther()
    {
        Session session;
        open(session, newWorkspace(QStringLiteral("a.meitrace")));
        const QString folder = newFolder(QStringLiteral("drop"));
        FolderWatch& watch = session.folderWatch();
        watch.setInterval(50);
        QVERIFY(!watch.isOn() && watch.path().isEmpty());
        watch.start(folder);
        QVERIFY(watch.isOn());
        QSignalSpy imported(&session, &Session::imported);
        QSignalSpy failed(&session, &Session::failed);
        m_scratch.write("drop/1.csv", kHeader + "T1,客户甲,16400000001,2026-01-11,光子嫩肤,100.00,抖音\n");
        m_scratch.write("drop/2.csv", "alpha,beta\n1,2\n");
        m_scratch.write("drop/3.csv", kHeader + "T2,客户乙,16400000002,2026-01-12,光子嫩肤,80.00,抖音\n");
        QTRY_COMPARE_WITH_TIMEOUT(imported.count(), 3, 30'000);
        QCOMPARE(failed.count(), 1);  // one that is no export does not hold up the others
        QCOMPARE(session.overview().batches.size(), std::size_t {2});
        QCOMPARE(session.everybody().count(), Index {2});
    }

    void whichFolderIsKeptWithTheWorkspace()
    {
        const QString first = newWorkspace(QStringLiteral("first.meitrace"));
        const QString second = newWorkspace(QStringLiteral("second.meitrace"));
        const QString folder = newFolder(QStringLiteral("kept"));
        {
            Session session;
            open(session, first);
            session.folderWatch().start(folder);
            open(session, second);
            QVERIFY(!session.folderWatch().isOn());
        }
        Session session;
        QVERIFY(!session.folderWatch().isOn());
        open(session, first);
        QVERIFY(session.folderWatch().isOn());
        QCOMPARE(session.folderWatch().path(), folder);
        session.folderWatch().stop();
        QCOMPARE(session.folderWatch().path(), folder);  // remembered, to be taken up again
        session.close();
        open(session, first);
        QVERIFY(!session.folderWatch().isOn());
    }

    void aFolderThatVanishesEndsTheWatch()
    {
        Session session;
        open(session, newWorkspace(QStringLiteral("v.meitrace")));
        const QString folder = newFolder(QStringLiteral("vanishing"));
        FolderWatch& watch = session.folderWatch();
        watch.setInterval(50);
        watch.start(folder);
        QSignalSpy failed(&watch, &FolderWatch::failed);
        QVERIFY(QDir(folder).removeRecursively());
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 10'000);
        QVERIFY(!watch.isOn());
    }
};

MEITRACE_TEST(TestFolderWatch)

#include "tst_folderwatch.moc"
