// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/workspace.h"
#include "tests/support/democopy.h"
#include "tests/support/testmain.h"
#include "ui/pages/reportspage.h"
#include "ui/report/paperview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/noticebar.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPrinterInfo>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace meitrace;

/// Choosing, seeing and saving a report.
class TestReportsPage : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;

    std::unique_ptr<ReportsPage> openPage(Session& session, QSize size = {1160, 860})
    {
        auto page = std::make_unique<ReportsPage>(session);
        page->resize(size);
        page->show();
        session.jobs().waitForAll();
        return page;
    }
    static PaperView* viewOf(const ReportsPage& page)
    {
        return page.findChild<PaperView*>(QStringLiteral("report.pages"));
    }
    static QString noticeOf(const ReportsPage& page)
    {
        const auto* notice = page.findChild<NoticeBar*>();
        return notice->isVisible() ? notice->text() : QString();
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

    void theRealPagesAreShown()
    {
        const auto page = openPage(*m_session);
        QVERIFY(page->document() != nullptr);
        QVERIFY(page->document()->pages() >= 6);
        QCOMPARE(viewOf(*page)->pages(), page->document()->pages());
        QVERIFY(page->document()->head().period.contains(QStringLiteral("June 2026")));
        QVERIFY(page->findChild<QPushButton*>(QStringLiteral("btn.savePdf"))->isEnabled());
    }

    void aThumbnailLeadsToItsPage()
    {
        const auto page = openPage(*m_session);
        QTest::qWait(20);
        auto* thumbnail = page->findChild<PaperSheet*>(QStringLiteral("thumbnail.3"));
        auto* sheet = page->findChild<PaperSheet*>(QStringLiteral("sheet.3"));
        QVERIFY(thumbnail != nullptr && sheet != nullptr);
        thumbnail->click();
        QCOMPARE(viewOf(*page)->currentPage(), 2);
        QVERIFY(thumbnail->isChecked());
        const auto* area = page->findChild<QAbstractScrollArea*>(QStringLiteral("paper.pages"));
        QCOMPARE(area->verticalScrollBar()->value(), sheet->y());
    }

    void anotherPeriodMakesAnotherReport()
    {
        const auto page = openPage(*m_session);
        auto* period = page->findChild<QComboBox*>(QStringLiteral("report.period"));
        QVERIFY(period->count() > 12);
        const QString before = page->document()->head().stamp;
        period->setCurrentIndex(2);
        m_session->jobs().waitForAll();
        QVERIFY(page->document()->head().stamp != before);
        QCOMPARE(page->document()->head().period, period->currentText());
        auto* compare = page->findChild<QComboBox*>(QStringLiteral("report.compare"));
        const QString compared = page->document()->head().stamp;
        compare->setCurrentIndex(2);
        m_session->jobs().waitForAll();
        QVERIFY(page->document()->head().stamp != compared);
    }

    void savingSaysWhereOrWhyNot()
    {
        const auto page = openPage(*m_session);
        const QString path = m_folder.filePath(QStringLiteral("report.pdf"));
        page->saveTo(path);
        QVERIFY(noticeOf(*page).contains(QStringLiteral("report.pdf")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        page->saveTo(m_folder.path());
        QVERIFY(!noticeOf(*page).isEmpty());
        QVERIFY(!noticeOf(*page).contains(QStringLiteral("Saved")));
    }

    void withoutAPrinterASentenceSaysSo()
    {
        if (!QPrinterInfo::availablePrinterNames().isEmpty()) {
            QSKIP("this computer has a printer");
        }
        const auto page = openPage(*m_session);
        page->findChild<QPushButton*>(QStringLiteral("btn.print"))->click();
        QVERIFY(noticeOf(*page).contains(QStringLiteral("no printer")));
    }

    void pagesAreLightInADarkWindow()
    {
        Theme::current().setMode(Theme::Mode::Dark);
        const auto page = openPage(*m_session);
        QTest::qWait(20);
        const QImage sheet = page->findChild<PaperSheet*>(QStringLiteral("sheet.1"))->grab().toImage();
        QCOMPARE(sheet.pixelColor(sheet.width() / 2, sheet.height() - 12), printTokens().surface);
        Theme::current().setMode(Theme::Mode::Light);
    }

    void stoppingLeavesWhatWasThere()
    {
        const auto page = openPage(*m_session);
        const int pages = page->document()->pages();
        auto* period = page->findChild<QComboBox*>(QStringLiteral("report.period"));
        period->setCurrentIndex(period->count() - 1);
        m_session->jobs().cancel(QStringLiteral("report"));
        m_session->jobs().waitForAll();
        QVERIFY(page->document() != nullptr);
        QCOMPARE(viewOf(*page)->pages(), page->document()->pages());
        QVERIFY(pages >= 6);
    }

    void anEmptyClinicHasNothingToReport()
    {
        const QString path = m_folder.filePath(QStringLiteral("empty.meitrace"));
        QVERIFY(Workspace::create(path.toStdString(), {}));
        Session session;
        session.open(path);
        session.jobs().waitForAll();
        QVERIFY(session.isOpen());
        const auto page = openPage(session);
        QVERIFY(page->document() == nullptr);
        const auto* empty = page->findChild<EmptyState*>();
        QVERIFY(empty->isVisible());
        QVERIFY(!page->findChild<QPushButton*>(QStringLiteral("btn.savePdf"))->isEnabled());
        QSignalSpy asked(page.get(), &Page::pageRequested);
        empty->action()->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toString(), QStringLiteral("data"));
    }

    void everyControlHasANameForScreenReaders()
    {
        const auto page = openPage(*m_session);
        for (QWidget* widget : page->findChildren<QWidget*>()) {
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus)) {
                const QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget);
                QVERIFY2(!access->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
            }
        }
    }

    void nothingIsClippedAtAnyZoom()
    {
        for (const double zoom : {1.0, 1.5}) {
            Theme::current().setZoom(zoom);
            const auto page = openPage(*m_session, {1072, 720});
            QTest::qWait(20);
            for (const QLabel* label : page->findChildren<QLabel*>()) {
                if (label->isVisible() && !label->wordWrap() && !label->text().isEmpty()) {
                    QVERIFY2(label->sizeHint().width() <= label->width() + 1, qPrintable(label->text()));
                }
            }
        }
        Theme::current().setZoom(1);
    }
};

MEITRACE_TEST(TestReportsPage)
#include "tst_reportspage.moc"
