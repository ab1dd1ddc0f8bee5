// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The tab of checks on the page of data. With MEITRACE_GALLERY=folder pictures are written there.
#include "tests/support/testmain.h"
#include "tests/ui/support/demopage.h"
#include "tests/ui/support/structure.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/qualitypanel.h"
#include "ui/pages/qualitytab.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tabbar.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace meitrace;

class TestQualityTab : public QObject {
    Q_OBJECT

    test::DemoDataPage m_world;

    void settle() { m_world.settlePage(); }
    QualityTab* tab() { return m_world.page().findChild<QualityTab*>(); }
    TabBar* tabs() { return m_world.page().findChild<TabBar*>(QStringLiteral("tabs.data")); }
    DataTable* table(const char* name) { return m_world.table(name); }

private slots:
    void initTestCase() { MEITRACE_OK(m_world.makeClinic()); }
    void init() { QVERIFY(m_world.open(m_world.clinic())); }
    void cleanup() { m_world.close(); }

    void problemsAreCountedBesideThePagesName()
    {
        QSignalSpy badge(&m_world.page(), &Page::badgeChanged);
        m_world.page().show();
        settle();
        QVERIFY(tab()->report());
        QVERIFY(tab()->report()->openProblems() > 0);
        QCOMPARE(badge.last().first().toString(), QString::number(tab()->report()->openProblems()));
        QVERIFY(tabs()->tabText(2).contains(badge.last().first().toString()));
    }

    void badgeComesWithoutThePageBeingSeen()
    {
        QSignalSpy badge(&m_world.page(), &Page::badgeChanged);
        QTRY_VERIFY_WITH_TIMEOUT(tab()->report() != nullptr, 20'000);
        QVERIFY(!badge.last().first().toString().isEmpty());
        m_world.session().close();
        QCOMPARE(badge.last().first().toString(), QString());
    }

    void aCheckOfRowsOpensItsRowsAndOneOfPeopleTheCustomers()
    {
        m_world.page().show();
        settle();
        tabs()->setCurrentIndex(2);
        const QualityReport& report = *tab()->report();
        for (const QualityFinding& finding : report.findings) {
            if (finding.count == 0) {
                continue;
            }
            tab()->open(QString::fromStdString(finding.id));
            settle();
            const bool ofPeople = finding.unit == QualityUnit::Customers;
            QCOMPARE(m_world.page().findChild<CustomersPanel*>()->isVisible(), ofPeople);
            QCOMPARE(m_world.page().findChild<QualityPanel*>()->isVisible(), !ofPeople);
            if (ofPeople) {
                QCOMPARE(m_world.page().findChild<CustomersPanel*>()->count(), finding.count);
            }
            const QualityRule* rule = qualityRuleById(finding.id);
            if (!rule->parts.empty() && rule->asideRules.empty()) {
                QCOMPARE(std::int64_t {table("table.checkRows")->model()->rowCount()}, finding.count);
            }
        }
        tabs()->setCurrentIndex(0);
        QVERIFY(!m_world.page().findChild<QualityPanel*>()->isVisible());
    }

    void tablesKeepTheRulesOfModels()
    {
        m_world.page().show();
        settle();
        for (const char* name : {"table.checks", "table.fill", "table.checkRows"}) {
            const QAbstractItemModelTester tester(table(name)->model(),
                                                  QAbstractItemModelTester::FailureReportingMode::QtTest);
            QVERIFY(name == QByteArray("table.checkRows") || table(name)->model()->rowCount() > 0);
        }
    }

    void nothingIsCutInTwoLanguages()
    {
        for (const bool chinese : {false, true}) {
            const test::Spoken spoken(chinese);
            DataPage page(m_world.session());
            for (const QSize size : {QSize(1080, 720), QSize(1240, 900)}) {
                page.resize(size);
                page.show();
                settle();
                page.findChild<TabBar*>(QStringLiteral("tabs.data"))->setCurrentIndex(2);
                page.findChild<QualityTab*>()->open(QStringLiteral("rows_set_aside"));
                settle();
                QVERIFY2(test::clippedText(page).isEmpty(), qPrintable(test::clippedText(page)));
                QVERIFY2(test::unnamedControl(page).isEmpty(), qPrintable(test::unnamedControl(page)));
                const QString folder = qEnvironmentVariable("MEITRACE_GALLERY");
                if (!folder.isEmpty()) {
                    for (const bool dark : {false, true}) {
                        Theme::current().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
                        page.grab().save(QStringLiteral("%1/quality-%2-%3-%4.png")
                                             .arg(folder,
                                                  chinese ? QStringLiteral("zh") : QStringLiteral("en"),
                                                  dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                             .arg(size.width()));
                    }
                    Theme::current().setMode(Theme::Mode::Light);
                }
            }
        }
    }
};

MEITRACE_TEST(TestQualityTab)

#include "tst_qualitytab.moc"
