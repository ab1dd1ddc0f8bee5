// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Adjusting the classes of R, F and M on the sample clinic.
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/democlinic.h"
#include "tests/ui/support/gallery.h"
#include "tests/ui/support/structure.h"
#include "ui/pages/rfmcutsdialog.h"
#include "ui/pages/segmentspage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <memory>

using namespace meitrace;
using namespace meitrace::test;

namespace {

template <typename Kind>
Kind* part(const QObject* parent, const QString& name)
{
    auto* found = parent->findChild<Kind*>(name);
    if (found == nullptr) {
        qFatal("there is no %s", qPrintable(name));
    }
    return found;
}

void type(QLineEdit* field, const QString& text)
{
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
}

void choose(RfmCutsDialog& dialog, RfmMethod method)
{
    part<SegmentedControl>(&dialog, QStringLiteral("cuts.method"))
        ->findChildren<QAbstractButton*>()
        .at(static_cast<int>(method))
        ->click();
}

}  // namespace

class TestRfmCutsDialog : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_session = test::demoSession(m_scratch);
        QVERIFY(m_session->isOpen());
        m_options.population = m_session->population();
        Job job;
        const Result<RfmResult> now = rfm(*m_session->snapshot(), m_options, job);
        QVERIFY(now);
        m_now = *now;
    }
    void cleanupTestCase() { m_session.reset(); }

    void moreClassesSpreadOverTheSameSpan()
    {
        const RfmFixedCuts usual;
        QCOMPARE(spreadCuts(usual, 5).recency, usual.recency);
        // half steps: 30 is half of 60, 90 lies between 60 and 120, the last goes on as the step before
        QCOMPARE(spreadCuts(usual, 10).recency,
                 (std::vector<std::int64_t> {30, 60, 90, 120, 180, 240, 303, 365, 428}));
        QCOMPARE(spreadCuts(usual, 2).recency, (std::vector<std::int64_t> {180}));
        for (int bins = 2; bins <= 10; ++bins) {
            RfmFixedCuts read;
            QVERIFY(readCuts(cutFields(spreadCuts(usual, bins)), read).isEmpty());
            QCOMPARE(read.monetary, spreadCuts(usual, bins).monetary);
            QCOMPARE(read.frequency.size(), static_cast<std::size_t>(bins - 1));
        }
    }

    void aFieldThatIsNotRightIsSaid_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QStringList>("fields");
        QTest::addColumn<QString>("says");  // a part of the sentence; empty: right
        QTest::newRow("right") << 0 << QStringList {"1", "2,000"} << QString();
        QTest::newRow("empty") << 0 << QStringList {"1", " "} << QStringLiteral("Bound 2");
        QTest::newRow("equal") << 0 << QStringList {"60", "60"} << QStringLiteral("60 comes after 60");
        QTest::newRow("falls") << 1 << QStringList {"4", "2"} << QStringLiteral("2 comes after 4");
        QTest::newRow("word") << 1 << QStringList {"often", "2"} << QStringLiteral("“often”");
        QTest::newRow("half a visit") << 1 << QStringList {"1.5", "2"} << QStringLiteral("whole number");
        QTest::newRow("cents") << 2 << QStringList {"1.5", "2"} << QString();
        QTest::newRow("too much") << 2 << QStringList {"1", "1e15"} << QStringLiteral("amount");
    }
    void aFieldThatIsNotRightIsSaid()
    {
        QFETCH(int, row);
        QFETCH(QStringList, fields);
        QFETCH(QString, says);
        CutFields form;
        form[static_cast<std::size_t>(row)] = fields;
        RfmFixedCuts cuts;
        const QString problem = readCuts(form, cuts);
        QCOMPARE(problem.isEmpty(), says.isEmpty());
        QVERIFY2(problem.contains(says), qPrintable(problem));
        if (row == 2 && problem.isEmpty()) {
            QCOMPARE(cuts.monetary, (std::vector<Fen> {150, 200}));
        }
    }

    void whatFollowsFromTheDataIsShownAndCannotBeWritten()
    {
        const std::unique_ptr<RfmCutsDialog> dialog = shown();
        const CutFields found = cutFields(m_now);
        auto* first = part<QLineEdit>(dialog.get(), QStringLiteral("cuts.r1"));
        QVERIFY(!first->isEnabled());
        QCOMPARE(first->text(), found[0][0]);
        QVERIFY(part<QLineEdit>(dialog.get(), QStringLiteral("cuts.f1"))->isEnabled());
        QVERIFY(!part<QPushButton>(dialog.get(), QStringLiteral("btn.applyCuts"))->isEnabled());
        QVERIFY(says(*dialog).contains(QStringLiteral("Every customer stays")));
    }

    void countsFollowWhatIsTyped()
    {
        const std::unique_ptr<RfmCutsDialog> dialog = shown();
        choose(*dialog, RfmMethod::Fixed);
        type(part<QLineEdit>(dialog.get(), QStringLiteral("cuts.r1")), QStringLiteral("20"));
        part<SegmentedControl>(dialog.get(), QStringLiteral("cuts.split"))
            ->findChildren<QAbstractButton*>()
            .at(2)
            ->click();
        type(part<QLineEdit>(dialog.get(), QStringLiteral("cuts.splitM")), QStringLiteral("50,000"));
        settle();
        QCOMPARE(dialog->classes().fixedThresholds.monetary, 5'000'000.0);
        QVERIFY(dialog->isValid());
        QCOMPARE(dialog->classes().cuts.recency, (std::vector<std::int64_t> {20, 120, 240, 365}));
        RfmOptions options = m_options;
        setRfmClasses(options, dialog->classes());
        Job job;
        const Result<RfmResult> then = rfm(*m_session->snapshot(), options, job);
        QVERIFY(then);
        const auto* table = part<DataTable>(dialog.get(), QStringLiteral("table.cuts"));
        QVERIFY(movedCustomers(m_now.segment, then->segment) > 0);
        Index sum = 0;
        for (int row = 0; row < 8; ++row) {
            const auto shownIn
                = [&](int column) { return table->model()->index(row, column).data().toString(); };
            const auto at = static_cast<std::size_t>(row);
            QCOMPARE(QLocale().toLongLong(shownIn(SegmentChangeTable::Before)), m_now.segments[at].customers);
            QCOMPARE(QLocale().toLongLong(shownIn(SegmentChangeTable::After)), then->segments[at].customers);
            sum += QLocale().toLongLong(shownIn(SegmentChangeTable::After));
        }
        QCOMPARE(sum, m_now.scored);
        type(part<QLineEdit>(dialog.get(), QStringLiteral("cuts.r1")), QStringLiteral("500"));
        QVERIFY(!dialog->isValid());
        QVERIFY(says(*dialog).contains(QStringLiteral("120 comes after 500")));
        QVERIFY(!part<QPushButton>(dialog.get(), QStringLiteral("btn.applyCuts"))->isEnabled());
        part<QPushButton>(dialog.get(), QStringLiteral("btn.resetCuts"))->click();
        settle();
        QVERIFY(dialog->isValid());
        QCOMPARE(dialog->classes().method, RfmMethod::Auto);
    }

    void anotherNumberOfClassesHasAsManyBounds()
    {
        const std::unique_ptr<RfmCutsDialog> dialog = shown();
        auto* count = part<QComboBox>(dialog.get(), QStringLiteral("cuts.count"));
        count->setCurrentIndex(count->findData(10));
        settle();
        QVERIFY(dialog->isValid());
        QCOMPARE(dialog->classes().bins, 10);
        part<QLineEdit>(dialog.get(), QStringLiteral("cuts.m9"));
        QVERIFY(part<DataTable>(dialog.get(), QStringLiteral("table.cuts"))
                    ->model()
                    ->index(0, SegmentChangeTable::After)
                    .data()
                    .toString()
                != QStringLiteral("—"));
    }

    void classesAreKeptAndTakenBack()
    {
        const std::unique_ptr<SegmentsPage> page = shownPage();
        part<QPushButton>(page.get(), QStringLiteral("btn.adjustCuts"))->click();
        auto* dialog = page->findChild<RfmCutsDialog*>();
        QVERIFY(dialog != nullptr);
        choose(*dialog, RfmMethod::Fixed);
        type(part<QLineEdit>(dialog, QStringLiteral("cuts.r1")), QStringLiteral("45"));
        settle();
        part<QPushButton>(dialog, QStringLiteral("btn.applyCuts"))->click();
        settle();
        QCOMPARE(page->options().method, RfmMethod::Fixed);
        QCOMPARE(page->options().fixedCuts.recency.front(), std::int64_t {45});
        QCOMPARE(shownPage()->options().fixedCuts.recency.front(), std::int64_t {45});
        m_session->changes().undo();
        settle();
        QCOMPARE(page->options().method, RfmMethod::Auto);
        QCOMPARE(shownPage()->options().method, RfmMethod::Auto);
        m_session->changes().redo();
        settle();
        QCOMPARE(page->options().method, RfmMethod::Fixed);
        m_session->changes().undo();
        settle();
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<bool>("chinese");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("bins");
        QTest::newRow("en") << false << false << 5;
        QTest::newRow("zh_dark") << true << true << 5;
        QTest::newRow("zh_ten") << true << false << 10;
    }
    void nothingIsCut()
    {
        QFETCH(bool, chinese);
        QFETCH(bool, dark);
        QFETCH(int, bins);
        const Spoken spoken(chinese);
        Theme::current().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        const std::unique_ptr<RfmCutsDialog> dialog = shown();
        auto* count = part<QComboBox>(dialog.get(), QStringLiteral("cuts.count"));
        count->setCurrentIndex(count->findData(bins));
        choose(*dialog, RfmMethod::Fixed);
        settle();
        QVERIFY2(clippedText(*dialog).isEmpty(), qPrintable(clippedText(*dialog)));
        QVERIFY2(unnamedControl(*dialog).isEmpty(), qPrintable(unnamedControl(*dialog)));
        QVERIFY2(dialog->height() <= 720, qPrintable(QString::number(dialog->height())));
        QVERIFY(test::keepPicture(*dialog,
                                  QStringLiteral("cuts_") + QString::fromLatin1(QTest::currentDataTag())));
        Theme::current().setMode(Theme::Mode::Light);
    }

private:
    std::unique_ptr<RfmCutsDialog> shown()
    {
        auto dialog = std::make_unique<RfmCutsDialog>(*m_session, m_options, m_now);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        settle();
        return dialog;
    }
    std::unique_ptr<SegmentsPage> shownPage()
    {
        auto page = std::make_unique<SegmentsPage>(*m_session);
        page->resize(1158, 768);
        page->show();
        settle();
        return page;
    }
    /// Longer than the dialog waits for more to be typed
    void settle()
    {
        for (int i = 0; i < 2; ++i) {
            QTest::qWait(230);
            m_session->jobs().waitForAll();
        }
    }
    static QString says(const RfmCutsDialog& dialog)
    {
        return part<QLabel>(&dialog, QStringLiteral("cuts.sentence"))->text();
    }

    Scratch m_scratch;
    std::unique_ptr<Session> m_session;
    RfmOptions m_options;
    RfmResult m_now;
};

MEITRACE_TEST(TestRfmCutsDialog)
#include "tst_rfmcutsdialog.moc"
