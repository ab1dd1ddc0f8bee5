// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The page of segments on the sample clinic. With MEITRACE_GALLERY=folder pictures are written there.
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"
#include "tests/ui/support/democlinic.h"
#include "tests/ui/support/structure.h"
#include "ui/charts/barchart.h"
#include "ui/charts/heatgrid.h"
#include "ui/pages/segmentspage.h"
#include "ui/theme/theme.h"
#include "ui/viewmodels/segmenttable.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace meitrace;

class TestSegmentsPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_session = test::demoSession(m_scratch);
        QVERIFY(m_session->isOpen());
    }
    void cleanupTestCase() { m_session.reset(); }
    void cleanup()
    {
        Theme::current().setMode(Theme::Mode::Light);
        Theme::current().setZoom(1);
    }

    void aClickOnACellAsksForAsManyCustomersAsItSays()
    {
        const std::unique_ptr<SegmentsPage> page = shown({1366, 768});
        const RfmResult& now = page->history()->now;
        QVERIFY(now.scored > 100);
        auto* grid = page->findChild<HeatGrid*>(QStringLiteral("chart.heat"));
        Index asked = -1;
        connect(page.get(), &SegmentsPage::customersRequested, this,
                [&](const Bitset& members) { asked = members.count(); });
        Index sum = 0;
        for (const ChartRegion& region : grid->regions()) {
            asked = -1;
            QTest::mouseClick(grid, Qt::LeftButton, {}, region.shape.boundingRect().center().toPoint());
            QCOMPARE(asked, QLocale().toLongLong(region.value));
            sum += asked;
        }
        QCOMPARE(sum, now.scored);
    }

    void severalCellsAreAskedForOnceTheChoiceRests()
    {
        const std::unique_ptr<SegmentsPage> page = shown({1366, 768});
        auto* grid = page->findChild<HeatGrid*>(QStringLiteral("chart.heat"));
        QSignalSpy asked(page.get(), &SegmentsPage::customersRequested);
        const QVector<ChartRegion>& cells = grid->regions();
        QTest::mouseClick(grid, Qt::LeftButton, {}, cells[0].shape.boundingRect().center().toPoint());
        QTest::mouseClick(grid, Qt::LeftButton, Qt::ControlModifier,
                          cells[1].shape.boundingRect().center().toPoint());
        QVERIFY(asked.wait(2000));
        QCOMPARE(asked.size(), 2);
        const auto members = asked.last()[0].value<Bitset>();
        QCOMPARE(members.count(),
                 QLocale().toLongLong(cells[0].value) + QLocale().toLongLong(cells[1].value));
        // by keys: the neighbour joins
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_Escape);
        QVERIFY(grid->selection().isEmpty());
        grid->setCurrent(cells[0].id);
        QTest::keyClick(grid, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(grid, Qt::Key_Return);
        QCOMPARE(asked.size(), 3);
        QCOMPARE(asked.last()[0].value<Bitset>().count(), members.count());
    }

    void aSegmentAsksForItsCustomers()
    {
        const std::unique_ptr<SegmentsPage> page = shown({1366, 768});
        auto* table = page->findChild<DataTable*>(QStringLiteral("table.segments"));
        QSignalSpy asked(page.get(), &SegmentsPage::customersRequested);
        const QModelIndex third = table->model()->index(2, SegmentTableModel::Customers);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(third).center());
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].value<Bitset>().count(), QLocale().toLongLong(third.data().toString()));
        QCOMPARE(asked[0][1].toString(), third.siblingAtColumn(0).data().toString());
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
        auto* button = page->findChild<QAbstractButton*>(QStringLiteral("btn.customers"));
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(asked.size(), 3);
        QVERIFY(asked[2][0].value<Bitset>() == asked[1][0].value<Bitset>());
    }

    void aPartOfABarAsksForItsCustomers()
    {
        const std::unique_ptr<SegmentsPage> page = shown({1366, 900});
        auto* bars = page->findChild<BarChart*>(QStringLiteral("chart.bars"));
        QSignalSpy asked(page.get(), &SegmentsPage::customersRequested);
        for (const ChartRegion& region : bars->regions()) {
            emit bars->activated(region.id);
            QCOMPARE(asked.last()[0].value<Bitset>().count(), QLocale().toLongLong(region.value));
        }
    }

    void aSettingIsChosenFromItsMenuAndCountsAnew()
    {
        const std::unique_ptr<SegmentsPage> page = shown({1366, 768});
        auto* table = page->findChild<DataTable*>(QStringLiteral("table.segments"));
        QCOMPARE(table->model()->rowCount(), 8);
        auto* chip = page->findChild<Chip*>(QStringLiteral("btn.names"));
        QVERIFY(!chip->isActive());
        QTest::keyClick(chip, Qt::Key_Space);
        auto* menu = page->findChild<QMenu*>(QStringLiteral("menu.names"));
        QVERIFY(menu != nullptr && menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(table->model()->rowCount(), 8);  // the earlier result stays until the new one is there
        m_session->jobs().waitForAll();
        QCOMPARE(table->model()->rowCount(), 11);
        QVERIFY(page->findChild<Chip*>(QStringLiteral("btn.names"))->isActive());
    }

    void withoutBuyersASentenceSaysWhatUnlocksThePage()
    {
        const std::unique_ptr<SegmentsPage> page = shown({1366, 768});
        RfmOptions options;
        options.asOf = m_session->snapshot()->frame().firstDay - 400;
        page->setOptions(options);
        m_session->jobs().waitForAll();
        QVERIFY(page->history() == nullptr);
        auto* empty = page->findChild<EmptyState*>();
        QVERIFY(empty->isVisible());
        QSignalSpy asked(page.get(), &Page::pageRequested);
        for (auto* button : empty->findChildren<QPushButton*>()) {
            button->click();
        }
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("data"));
        page->setOptions({});
        m_session->jobs().waitForAll();
        QVERIFY(page->history() != nullptr && !empty->isVisible());
    }

    void everyFocusableWidgetHasANameAndTabComesRound()
    {
        const std::unique_ptr<SegmentsPage> page = shown({1366, 900});
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QSet<const QWidget*> controls;
        for (const QWidget* widget : page->findChildren<QWidget*>()) {
            if ((widget->focusPolicy() & Qt::TabFocus) != 0 && widget->isVisible() && widget->isEnabled()) {
                controls.insert(widget);
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                QVERIFY2(!widget->accessibleName().isEmpty()
                             || (button != nullptr && !button->text().isEmpty()),
                         qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
            }
        }
        QVERIFY(controls.size() >= 10);
        auto* first = page->findChild<Chip*>(QStringLiteral("btn.scope.period"));
        first->setFocus();
        while (!controls.isEmpty()) {
            QVERIFY(controls.remove(QApplication::focusWidget()));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(first));
    }

    void nothingIsCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("chinese");
        QTest::addColumn<bool>("eleven");
        for (const bool chinese : {false, true}) {
            for (const bool dark : {false, true}) {
                for (const bool eleven : {false, true}) {
                    for (const QSize size : {QSize(1158, 768), QSize(1232, 900), QSize(1072, 720)}) {
                        for (const double zoom : {1.0, 1.5}) {
                            const bool both = size.width() == 1158 && zoom > 1.1;
                            if (both || !qEnvironmentVariableIsEmpty("MEITRACE_GALLERY")) {
                                QTest::newRow(
                                    qPrintable(QStringLiteral("%1_%2_%3_%4_z%5")
                                                   .arg(chinese ? "zh" : "en", dark ? "dark" : "light",
                                                        eleven ? "eleven" : "eight")
                                                   .arg(size.width())
                                                   .arg(zoom * 100)))
                                    << size << zoom << dark << chinese << eleven;
                            }
                        }
                    }
                }
            }
        }
    }
    /// The sizes are those of the window without its navigation.
    void nothingIsCut()
    {
        QFETCH(QSize, size);
        QFETCH(double, zoom);
        QFETCH(bool, dark);
        QFETCH(bool, chinese);
        QFETCH(bool, eleven);
        Theme::current().setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        Theme::current().setZoom(zoom);
        const test::Spoken language(chinese);
        RfmOptions options;
        options.grid = eleven ? RfmGrid::Eleven : RfmGrid::Eight;
        const std::unique_ptr<SegmentsPage> page = shown(size, options);
        const QString cut = test::clippedText(*page);
        QVERIFY2(cut.isEmpty(), qPrintable(cut));
        auto* content = page->findChild<QWidget*>(QStringLiteral("page.content"));
        QVERIFY2(content->width() <= page->width(), qPrintable(QString::number(content->width())));
        const QString folder = qEnvironmentVariable("MEITRACE_GALLERY");
        if (!folder.isEmpty()) {
            page->resize(size.width(), std::max(size.height(), content->sizeHint().height()));
            QApplication::sendPostedEvents();
            QTest::qWait(50);
            const QString name = QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png");
            QVERIFY(page->grab().save(QDir(folder).filePath(name)));
        }
    }

private:
    /// A page that shows its result.
    std::unique_ptr<SegmentsPage> shown(const QSize& size, const RfmOptions& options = {})
    {
        auto page = std::make_unique<SegmentsPage>(*m_session);
        page->setOptions(options);
        page->resize(size);
        page->show();
        m_session->jobs().waitForAll();
        QTest::qWait(50);
        return page;
    }

    test::Scratch m_scratch;
    std::unique_ptr<Session> m_session;
};

MEITRACE_TEST(TestSegmentsPage)
#include "tst_segmentspage.moc"
