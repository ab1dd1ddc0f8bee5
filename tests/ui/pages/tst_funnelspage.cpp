// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/democopy.h"
#include "tests/support/testmain.h"
#include "ui/charts/funnelchart.h"
#include "ui/charts/linechart.h"
#include "ui/pages/customerspanel.h"
#include "ui/pages/datapage.h"
#include "ui/pages/funnelreasons.h"
#include "ui/pages/funnelspage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/datatable.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace meitrace;

/// The funnel page and its panel on the demo clinic.
class TestFunnelsPage : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;

    /// The figures on show; none where nothing is.
    static const FunnelResult& resultOf(const FunnelsPage& page)
    {
        static const FunnelResult none;
        return page.result() != nullptr ? *page.result() : none;
    }

    std::unique_ptr<FunnelsPage> openPage(QSize size = {1160, 860})
    {
        auto page = std::make_unique<FunnelsPage>(*m_session);
        page->resize(size);
        page->show();
        m_session->jobs().waitForAll();
        return page;
    }

    /// What is shown asks for more, and a change of size climbs one widget with each round.
    void settle()
    {
        for (int round = 0; round < 12; ++round) {
            QCoreApplication::processEvents();
            m_session->jobs().waitForAll();
        }
        QCoreApplication::processEvents();
    }

private slots:
    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("clinic.meitrace"));
        QVERIFY(test::copyDemoClinic(path.toStdString()));
        m_session = std::make_unique<Session>();
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->open(path);
        m_session->jobs().waitForAll();
        QCOMPARE(opened.size(), 1);
        QVERIFY(m_session->isOpen());
    }

    void cleanupTestCase() { m_session.reset(); }

    void everyStepIsDividedWithoutRest()
    {
        const auto page = openPage();
        QVERIFY(page->result() != nullptr);
        const std::vector<FunnelStep>& steps = resultOf(*page).steps;
        QCOMPARE(steps.size(), std::size_t {4});
        QVERIFY(steps.front().reached > 0);
        for (std::size_t i = 1; i < steps.size(); ++i) {
            QCOMPARE(steps[i].reached + steps[i].lost + steps[i].open, steps[i - 1].reached);
        }
        const auto* chart = page->findChild<FunnelChart*>(QStringLiteral("chart.funnel"));
        QCOMPARE(chart->data().groups.front().steps.size(), qsizetype {4});
        QCOMPARE(chart->data().groups.front().steps[1].lost, qint64 {steps[1].lost});
    }

    void thePanelHoldsAsManyAsTheNumberSays()
    {
        const auto page = openPage();
        for (const FunnelClass part : {FunnelClass::Reached, FunnelClass::Lost, FunnelClass::Open}) {
            page->showPart(2, part);
            m_session->jobs().waitForAll();
            const FunnelStep& step = resultOf(*page).steps[2];
            const Index wanted = part == FunnelClass::Reached ? step.reached
                : part == FunnelClass::Lost                   ? step.lost
                                                              : step.open;
            QCOMPARE(page->panel()->count(), wanted);
            const auto* table
                = page->panel()->findChild<QAbstractItemView*>(QStringLiteral("table.customers"));
            QCOMPARE(Index {table->model()->rowCount()}, wanted);
            QVERIFY(page->panel()->isVisible());
        }
    }

    void nothingIsCutOffBesideThePanel()
    {
        // 1280 pixels less the navigation.
        const auto page = openPage({1072, 720});
        page->showPart(1, FunnelClass::Lost);
        settle();
        const auto* content = page->findChild<QWidget*>(QStringLiteral("page.content"));
        QVERIFY2(content->width() <= content->parentWidget()->width(),
                 qPrintable(
                     QStringLiteral("%1 of %2").arg(content->width()).arg(content->parentWidget()->width())));
    }

    void escapeClosesThePanel()
    {
        const auto page = openPage();
        page->showPart(1, FunnelClass::Lost);
        m_session->jobs().waitForAll();
        auto* table = page->panel()->findChild<QWidget*>(QStringLiteral("table.customers"));
        QTest::keyClick(table, Qt::Key_Escape);
        QVERIFY(!page->panel()->isVisible());
    }

    void aShorterWindowLetsFewerThrough()
    {
        const auto page = openPage();
        const Index before = resultOf(*page).steps.back().reached;
        page->findChild<QSpinBox*>(QStringLiteral("funnel.window"))->setValue(1);
        m_session->jobs().waitForAll();
        QVERIFY(resultOf(*page).steps.back().reached < before);
        QCOMPARE(resultOf(*page).steps.front().reached > 0, true);
    }

    void aSplitAddsUpToTheWhole()
    {
        const auto page = openPage();
        auto* split = page->findChild<QComboBox*>(QStringLiteral("funnel.split"));
        split->setCurrentIndex(split->findData(QStringLiteral("channel")));
        m_session->jobs().waitForAll();
        Index entered = 0;
        for (const FunnelSplit& group : resultOf(*page).splits) {
            entered += group.steps.front().reached;
        }
        QCOMPARE(entered, resultOf(*page).steps.front().reached);
    }

    void everyControlHasANameForScreenReaders()
    {
        const auto page = openPage();
        DataPage data(*m_session);
        data.resize(1160, 860);
        data.show();
        for (const QWidget* root : std::initializer_list<const QWidget*> {page.get(), &data}) {
            for (const QWidget* widget : root->findChildren<QWidget*>()) {
                // The field inside a number box speaks for the box, which has a name of its own.
                if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)
                    || qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr) {
                    continue;
                }
                const QAccessibleInterface* access
                    = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
                const QString name = access->text(QAccessible::Name);
                QVERIFY2(!name.isEmpty(),
                         qPrintable(QLatin1String(widget->metaObject()->className()) + u' '
                                    + widget->objectName()));
            }
        }
    }

    void nothingIsClippedAtAnyZoom()
    {
        for (const double zoom : {1.0, 1.25, 1.5}) {
            Theme::current().setZoom(zoom);
            const auto page = openPage({1072, 720});
            QTest::qWait(20);
            for (const QLabel* label : page->findChildren<QLabel*>()) {
                if (label->isVisible() && !label->wordWrap() && !label->text().isEmpty()) {
                    QVERIFY2(label->sizeHint().width() <= label->width() + 1,
                             qPrintable(label->text() + QStringLiteral(" at %1").arg(zoom)));
                }
            }
        }
        Theme::current().setZoom(1);
    }

    void whatGoesAlongWithGettingThrough()
    {
        const auto page = openPage();
        settle();
        const LostReasons* lost = page->reasons()->lost();
        QVERIFY(lost != nullptr && lost->reasons.size() > 3);
        const LostReason reason = lost->reasons[1];
        page->reasons()->showLost(1);
        settle();
        QCOMPARE(page->panel()->count(), reason.cases);
        const FunnelDrivers* drivers = page->reasons()->drivers();
        QVERIFY(drivers != nullptr && page->reasons()->isVisible());
        const std::vector<FunnelDriver> all = drivers->drivers;
        QVERIFY(!all.empty());
        const auto* table = page->findChild<DataTable*>(QStringLiteral("table.drivers"));
        QCOMPARE(table->model()->rowCount(), static_cast<int>(all.size()));
        const auto* lines = page->findChild<LineChart*>(QStringLiteral("chart.funnelTrend"));
        QVERIFY(lines->table().rows.size() > 3);
        for (const bool with : {true, false}) {
            page->reasons()->showDriver(0, with);
            QCoreApplication::processEvents();
            m_session->jobs().waitForAll();
            QCoreApplication::processEvents();
            QCOMPARE(page->panel()->count(), with ? all[0].with.n : all[0].without.n);
        }
    }
};

MEITRACE_TEST(TestFunnelsPage)
#include "tst_funnelspage.moc"
