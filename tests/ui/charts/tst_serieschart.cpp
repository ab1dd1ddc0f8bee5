// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/charts/samples.h"

#include <QElapsedTimer>
#include <QTest>

#include <numeric>

using namespace meitrace;

class TestSeriesChart : public QObject {
    Q_OBJECT

private slots:
    void init() { Theme::current().setMode(Theme::Mode::Light); }

    void barsStandWhereTheyAreHit()
    {
        for (const bool lying : {false, true}) {
            BarChart chart;
            BarData data = lying ? test::sampleChannels(false) : test::sampleStack(false);
            data.immature.clear();
            chart.setData(data);
            chart.resize(560, 320);
            QCOMPARE(chart.isLying(560, ChartStyle::screen()), lying);
            const QImage image = chart.image(1);
            for (const ChartRegion& region : chart.regions()) {
                const QRectF box = region.shape.boundingRect().adjusted(2, 2, -2, -2);
                const QColor wanted = categoryColour(lightTokens(), region.id.column);
                for (const QPointF& point :
                     {box.center(), box.topLeft(), box.bottomRight() - QPointF(1, 1)}) {
                    QCOMPARE(image.pixelColor(point.toPoint()), wanted);
                    QCOMPARE(chart.regionAt(point), region.id);
                }
            }
        }
    }

    void linesPassThroughTheirTargets()
    {
        LineChart chart;
        LineData data = test::sampleLines(false);
        data.series.resize(1);
        data.series[0].immatureFrom = -1;
        data.notes.clear();
        chart.setData(data);
        chart.resize(600, 300);
        const QImage image = chart.image(1);
        for (const ChartRegion& region : chart.regions()) {
            const QPointF at = region.shape.boundingRect().center();
            bool found = false;
            for (int dy = -2; dy <= 2; ++dy) {
                for (int dx = -2; dx <= 2; ++dx) {
                    const QColor seen = image.pixelColor((at + QPointF(dx, dy)).toPoint());
                    found = found || (seen.blue() > seen.red() + 60);
                }
            }
            QVERIFY2(found, qPrintable(region.label));
        }
        QCOMPARE(chart.regions().size(), 8);
    }

    void theAxisHoldsTheDataAndStartsAtZeroIfAsked()
    {
        LineChart chart;
        LineData data = test::sampleLines(false);
        chart.setData(data);
        QCOMPARE(chart.range().low, 0.0);
        QVERIFY(chart.range().high >= 0.418 && chart.range().high <= 0.5 + 1e-9);
        data.fromZero = false;
        chart.setData(data);
        QVERIFY(chart.range().low > 0);
        BarChart bars;
        bars.setData(test::sampleStack(false));
        QCOMPARE(bars.range().high, 2500.0);  // 830 + 500 + 1150 = 2480 in May
    }

    void tablesHoldEveryNumber()
    {
        BarChart bars;
        bars.setData(test::sampleStack(false));
        int sum = 0;
        for (const QStringList& row : bars.table().rows) {
            for (int c = 1; c < row.size(); ++c) {
                sum += QLocale().toInt(row[c]);
            }
        }
        QCOMPARE(sum, 6 * (690 + 360 + 1010) + 3 * 28 * 15);
        LineChart lines;
        lines.setData(test::samplePosterior(false));
        QCOMPARE(lines.table().rows.size(), 401);
        QCOMPARE(lines.table().headers.size(), 3);
        DistributionBars spread;
        spread.setData(test::sampleDistribution(false));
        const DistributionData d = test::sampleDistribution(false);
        double all = 0;
        for (const QStringList& row : spread.table().rows) {
            all += QLocale().toDouble(row[1]);
        }
        QCOMPARE(all, std::accumulate(d.counts.begin(), d.counts.end(), 0.0));
    }

    void aLongLineIsDrawnQuickly()
    {
        LineChart chart;
        LineData data;
        LineSeries one;
        for (int i = 0; i < 200000; ++i) {
            one.points.append(QPointF(i, (i * 7919) % 1000));
        }
        data.series = {one};
        chart.setData(data);
        chart.resize(700, 300);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(!chart.image(1).isNull());
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(chart.regions().size() < 400);
    }

    void aMillionPointsAreCountedIntoTheirGroups()
    {
        DensityScatter chart;
        chart.setData(test::sampleScatter(1000000));
        chart.resize(600, 400);
        QElapsedTimer clock;
        clock.start();
        const QImage first = chart.image(1);
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
        qint64 sum = 0;
        for (const QStringList& row : chart.table().rows) {
            sum += QLocale().toLongLong(row[1]);
        }
        QCOMPARE(sum, 1000000);
        QCOMPARE(chart.regions().size(), 4);
        clock.restart();
        QVERIFY(chart.image(1) == first);
        QVERIFY2(clock.elapsed() < 300, qPrintable(QString::number(clock.elapsed())));  // the picture is kept
    }

    void nearContactsBecomeOneDiscAndZoomParts()
    {
        Timeline chart;
        TimelineData data = test::sampleLife(false);
        chart.setData(data);
        chart.resize(600, chart.sizeHint().height());
        const auto contacts = [&] {
            int sum = 0;
            for (const ChartRegion& region : chart.regions()) {
                sum += static_cast<int>(chart.touchesAt(region.id).size());
            }
            return sum;
        };
        QCOMPARE(contacts(), 60);
        const qsizetype discs = chart.regions().size();
        QVERIFY(discs < 60);
        const double middle = (chart.from() + chart.to()) / 2;
        chart.setSpan(chart.from(), middle);
        const int left = contacts();
        chart.setSpan(middle, middle + (middle - chart.from()));
        QCOMPARE(left + contacts(), 60);
        QTest::keyClick(&chart, Qt::Key_0);
        QCOMPARE(chart.regions().size(), discs);
        QTest::keyClick(&chart, Qt::Key_Plus);
        QVERIFY(chart.to() - chart.from() < 300);
    }

    void compareBarsGrowWithLongNames()
    {
        CompareBars chart;
        chart.setData(test::sampleCompare(false));
        QVERIFY(chart.heightForWidth(260) > chart.heightForWidth(900));
        chart.resize(400, chart.heightForWidth(400));
        const QImage image = chart.image(1);
        const Tokens& t = lightTokens();
        // The bar of the first item is 0.62 of 0.8 wide.
        const QRectF box = chart.regions()[0].shape.boundingRect();
        const int y = static_cast<int>(box.bottom()) - 4;
        QCOMPARE(image.pixelColor(static_cast<int>(400 * 0.62 / 0.8) - 6, y), t.accent);
        QCOMPARE(image.pixelColor(static_cast<int>(400 * 0.62 / 0.8) + 6, y), t.sunken);
        QCOMPARE(image.pixelColor(static_cast<int>(398 * 0.28 / 0.8) + 1, y), t.text);
    }
};

MEITRACE_TEST(TestSeriesChart)
#include "tst_serieschart.moc"
