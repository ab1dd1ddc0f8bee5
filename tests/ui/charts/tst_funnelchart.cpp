// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/charts/samples.h"
#include "ui/charts/funnelplan.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace meitrace;

class TestFunnelChart : public QObject {
    Q_OBJECT

private slots:
    void partsOfAStepAddUpToTheStepBefore()
    {
        for (const FunnelData& data :
             {test::sampleFunnel(true), test::sampleSplitFunnel(false), test::sampleLongFunnel()}) {
            const FunnelPlan plan = planFunnel(data, QSizeF(900, 480), ChartStyle::print());
            for (int g = 0; g < data.groups.size(); ++g) {
                for (int i = 1; i < plan.steps.size(); ++i) {
                    const FunnelPlan::Bar& bar = plan.steps[i].bars[g];
                    const QRectF before = plan.steps[i - 1].bars[g].reached;
                    const auto length = [&](const QRectF& r) { return plan.down ? r.width() : r.height(); };
                    QVERIFY(
                        std::abs(length(bar.reached) + length(bar.open) + length(bar.lost) - length(before))
                        < 1e-6);
                }
            }
        }
    }

    void theTableHoldsTheInput()
    {
        FunnelChart chart;
        chart.setData(test::sampleFunnel(false));
        const ChartTable table = chart.table();
        QCOMPARE(table.headers.size(), 7);
        QCOMPARE(table.rows.size(), 5);
        const QLocale locale;
        for (int i = 1; i < 5; ++i) {
            const qint64 reached = locale.toLongLong(table.rows[i][1]);
            const qint64 lost = locale.toLongLong(table.rows[i][4]);
            const qint64 open = locale.toLongLong(table.rows[i][5]);
            QCOMPARE(reached + lost + open, locale.toLongLong(table.rows[i - 1][1]));
        }
        QCOMPARE(table.rows[2][3], QLocale().toString(67.0, 'f', 1) + QStringLiteral(" %"));
        chart.setData(test::sampleSplitFunnel(false));
        QCOMPARE(chart.table().headers.size(), 8);
        QCOMPARE(chart.table().rows.size(), 12);
    }

    void whatIsPaintedIsWhatIsHit()
    {
        Theme::current().setMode(Theme::Mode::Light);
        FunnelChart chart;
        chart.setData(test::sampleFunnel(false));
        chart.resize(900, 480);
        const QImage image = chart.image(1);
        const Tokens& t = Theme::current().tokens();
        int checked = 0;
        for (const ChartRegion& region : chart.regions()) {
            const QRectF box = region.shape.boundingRect();
            if (box.height() < 14) {
                continue;
            }
            const QPoint inside = (box.topLeft() + QPointF(box.width() * 0.25, box.height() * 0.5)).toPoint();
            const QColor seen = image.pixelColor(inside);
            if (region.id.part == FunnelChart::Reached) {
                QCOMPARE(seen, t.accent);
            } else if (region.id.part == FunnelChart::Lost) {
                QVERIFY(seen != t.accent && seen != t.surface);
            }
            QCOMPARE(chart.regionAt(inside), region.id);
            // Just outside at the left there is another colour.
            const QPoint outside = (box.topLeft() + QPointF(-8, box.height() * 0.5)).toPoint();
            QVERIFY(image.pixelColor(outside) != t.accent);
            ++checked;
        }
        QVERIFY(checked >= 8);
    }

    void arrowsWalkStepsAndParts()
    {
        FunnelChart chart;
        chart.setData(test::sampleFunnel(false));
        chart.resize(900, 480);
        chart.show();
        QVERIFY(QTest::qWaitForWindowActive(&chart));
        chart.setFocus(Qt::TabFocusReason);
        chart.setCurrent({0, 0, FunnelChart::Reached});
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.current(), (RegionId {1, 0, FunnelChart::Reached}));
        QTest::keyClick(&chart, Qt::Key_Up);
        QCOMPARE(chart.current(), (RegionId {1, 0, FunnelChart::Open}));
        QTest::keyClick(&chart, Qt::Key_Up);
        QCOMPARE(chart.current(), (RegionId {1, 0, FunnelChart::Lost}));
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.current(), (RegionId {2, 0, FunnelChart::Lost}));
        QTest::keyClick(&chart, Qt::Key_Down);
        QCOMPARE(chart.current(), (RegionId {2, 0, FunnelChart::Reached}));  // step 3 has nothing open
        QSignalSpy opened(&chart, &Chart::activated);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(qvariant_cast<RegionId>(opened[0][0]), (RegionId {2, 0, FunnelChart::Reached}));
    }

    void aClickOnTheHatchOpensTheLost()
    {
        FunnelChart chart;
        chart.setData(test::sampleFunnel(false));
        chart.resize(900, 480);
        QSignalSpy opened(&chart, &Chart::activated);
        const ChartRegion* lost = chart.region({2, 0, FunnelChart::Lost});
        QVERIFY(lost != nullptr);
        QCOMPARE(lost->value, QLocale().toString(1778));
        QTest::mouseClick(&chart, Qt::LeftButton, {}, lost->shape.boundingRect().center().toPoint());
        QCOMPARE(opened.count(), 1);
        QCOMPARE(qvariant_cast<RegionId>(opened[0][0]), (RegionId {2, 0, FunnelChart::Lost}));
    }

    void narrowFunnelsRunDownAndNothingOverlaps()
    {
        FunnelChart chart;
        chart.setData(test::sampleLongFunnel());
        QVERIFY(chart.runsDown(1100, ChartStyle::screen()));
        const FunnelData data = test::sampleLongFunnel();
        const FunnelPlan plan = planFunnel(data, QSizeF(900, 1100), ChartStyle::print());
        for (int i = 1; i < plan.steps.size(); ++i) {
            QVERIFY(!plan.steps[i].bars[0].reached.intersects(plan.steps[i - 1].bars[0].reached));
            QVERIFY(!plan.steps[i].pill.intersects(plan.steps[i].bars[0].reached));
            QVERIFY(!plan.steps[i].pill.intersects(plan.steps[i - 1].bars[0].reached));
            QVERIFY(plan.steps[i].pill.left() >= plan.nameWidth - 1);
        }
        chart.setData(test::sampleFunnel(true));
        QVERIFY(!chart.runsDown(740, ChartStyle::print()));
    }

    void draggingAPillAsksForARate()
    {
        FunnelChart chart;
        chart.setData(test::sampleFunnel(false));
        chart.setRatesDraggable(true);
        chart.resize(900, 480);
        chart.show();
        const FunnelPlan plan = planFunnel(chart.data(), QSizeF(chart.size()), ChartStyle::screen());
        const QPoint at = plan.steps[2].pill.center().toPoint();
        QSignalSpy wanted(&chart, &FunnelChart::rateDragged);
        QSignalSpy opened(&chart, &Chart::activated);
        QTest::mousePress(&chart, Qt::LeftButton, {}, at);
        QTest::mouseMove(&chart, at - QPoint(0, 20));
        QTest::mouseRelease(&chart, Qt::LeftButton, {}, at - QPoint(0, 20));
        QVERIFY(wanted.count() >= 1);
        QCOMPARE(wanted.last()[0].toInt(), 2);
        QVERIFY(std::abs(wanted.last()[1].toDouble() - (3612.0 / 5390 + 0.1)) < 1e-6);
        QCOMPARE(opened.count(), 0);
        chart.setCurrent({2, 0, FunnelChart::Reached});
        QTest::keyClick(&chart, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(std::abs(wanted.last()[1].toDouble() - (3612.0 / 5390 - 0.01)) < 1e-6);
    }

    void anEmptyFunnelHasNoRegions()
    {
        FunnelChart chart;
        QVERIFY(chart.isEmpty());
        FunnelData zero = test::sampleFunnel(false);
        for (FunnelBar& step : zero.groups[0].steps) {
            step.reached = step.lost = step.open = 0;
        }
        chart.setData(zero);
        QVERIFY(chart.isEmpty());
        QVERIFY(chart.regions().isEmpty());
        QVERIFY(!chart.image(1).isNull());
    }
};

MEITRACE_TEST(TestFunnelChart)
#include "tst_funnelchart.moc"
