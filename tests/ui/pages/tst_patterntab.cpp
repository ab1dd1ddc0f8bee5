// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/democopy.h"
#include "tests/support/testmain.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/journeyspage.h"
#include "ui/pages/patterntab.h"
#include "ui/widgets/datatable.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace meitrace;

/// The tab of sequences on the demo clinic: each leads to its customers, each setting counts anew.
class TestPatternTab : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;

    void settle()
    {
        for (int round = 0; round < 12; ++round) {
            QCoreApplication::processEvents();
            m_session->jobs().waitForAll();
        }
        QCoreApplication::processEvents();
    }

    std::unique_ptr<JourneysPage> openPage()
    {
        auto page = std::make_unique<JourneysPage>(*m_session);
        page->resize(1160, 860);
        page->show();
        page->goToPart(QStringLiteral("patterns"));
        settle();
        return page;
    }

    static std::vector<Pattern> patternsOf(const JourneysPage& page)
    {
        const PatternResult* result = page.patternTab()->result();
        if (result == nullptr) {
            qFatal("no sequences are shown");
        }
        return result->patterns;
    }

private slots:
    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("clinic.meitrace"));
        QVERIFY(test::copyDemoClinic(path.toStdString()));
        m_session = std::make_unique<Session>();
        m_session->open(path);
        m_session->jobs().waitForAll();
        QVERIFY(m_session->isOpen());
    }

    void cleanupTestCase() { m_session.reset(); }

    void everyRowLeadsToItsCustomers()
    {
        const auto page = openPage();
        const std::vector<Pattern> patterns = patternsOf(*page);
        QVERIFY(patterns.size() >= 3);
        const auto* table = page->findChild<DataTable*>(QStringLiteral("table.patterns"));
        QCOMPARE(table->model()->rowCount(), static_cast<int>(patterns.size()));
        for (int row = 0; row < 3; ++row) {
            page->patternTab()->showRow(row);
            settle();
            QVERIFY(page->panel()->isVisible());
            QCOMPARE(page->panel()->count(), patterns[static_cast<std::size_t>(row)].with.n);
        }
    }

    void anotherOutcomeIsCountedAnew()
    {
        const auto page = openPage();
        PatternOptions options;
        options.outcome = {{{.type = "arrive"}}};
        options.longest = 2;
        page->patternTab()->setOptions(options);
        settle();
        const std::vector<Pattern> patterns = patternsOf(*page);
        QVERIFY(!patterns.empty());
        for (const Pattern& pattern : patterns) {
            QVERIFY(pattern.sequence.size() <= 2);
            QVERIFY(pattern.sequence.back() != "arrive");
        }
    }

    void anOutcomeThatNobodyReachedIsSaid()
    {
        const auto page = openPage();
        PatternOptions options;
        options.outcome = {{{.type = "never_seen"}}};
        page->patternTab()->setOptions(options);
        settle();
        QVERIFY(!page->findChild<DataTable*>(QStringLiteral("table.patterns"))->isVisible());
        const QList<QLabel*> labels = page->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains(QStringLiteral("Nobody"));
        }));
    }
};

MEITRACE_TEST(TestPatternTab)

#include "tst_patterntab.moc"
