// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/charts/chartstyle.h"
#include "ui/charts/decimate.h"
#include "ui/charts/nicerange.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace meitrace;

class TestChartMath : public QObject {
    Q_OBJECT

private slots:
    void rangesAreRoundedToOneTwoFive_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("niceLow");
        QTest::addColumn<double>("niceHigh");
        QTest::addColumn<double>("step");
        QTest::addColumn<int>("decimals");
        QTest::newRow("percent points") << 9.5 << 16.5 << 8.0 << 18.0 << 2.0 << 0;
        QTest::newRow("shares") << 0.0 << 0.44 << 0.0 << 0.5 << 0.1 << 1;
        QTest::newRow("thousands") << 0.0 << 2410.0 << 0.0 << 2500.0 << 500.0 << 0;
        QTest::newRow("already nice") << 0.0 << 100.0 << 0.0 << 100.0 << 20.0 << 0;
        QTest::newRow("negative") << -37.0 << 12.0 << -40.0 << 20.0 << 10.0 << 0;
        QTest::newRow("hundredths") << 0.012 << 0.048 << 0.01 << 0.05 << 0.01 << 2;
    }
    void rangesAreRoundedToOneTwoFive()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(double, niceLow);
        QFETCH(double, niceHigh);
        QFETCH(double, step);
        QFETCH(int, decimals);
        const NiceRange r = niceRange(low, high);
        QVERIFY2(std::abs(r.low - niceLow) < 1e-9, qPrintable(QString::number(r.low)));
        QVERIFY2(std::abs(r.high - niceHigh) < 1e-9, qPrintable(QString::number(r.high)));
        QVERIFY2(std::abs(r.step - step) < 1e-9, qPrintable(QString::number(r.step)));
        QCOMPARE(r.decimals, decimals);
    }

    void everyRangeHoldsItsDataAndLabelsSayTheTick()
    {
        std::mt19937 random(5);
        std::uniform_real_distribution<double> digit(-1, 1);
        std::uniform_int_distribution<int> power(-6, 8);
        for (int i = 0; i < 2000; ++i) {
            const double scale = std::pow(10.0, power(random));
            const double a = digit(random) * scale;
            const double b = digit(random) * scale;
            const NiceRange r = niceRange(std::min(a, b), std::max(a, b));
            QVERIFY(r.low <= std::min(a, b) + 1e-9 * scale && r.high >= std::max(a, b) - 1e-9 * scale);
            const double lead = r.step / std::pow(10.0, std::floor(std::log10(r.step) + 1e-9));
            QVERIFY(std::abs(lead - 1) < 1e-6 || std::abs(lead - 2) < 1e-6 || std::abs(lead - 5) < 1e-6);
            const QVector<double> ticks = r.ticks();
            QVERIFY(ticks.size() >= 2 && ticks.size() <= 12);
            for (const double tick : ticks) {
                QString text = axisText(tick, NumberKind::Plain, r);
                bool ok = false;
                const double said = text.remove(QLatin1Char(',')).toDouble(&ok);
                QVERIFY(ok);
                QVERIFY2(std::abs(said - tick) < r.step * 1e-6, qPrintable(text));
            }
        }
    }

    void oddRangesStillHaveRoom()
    {
        QVERIFY(niceRange(5, 5).high > 5);
        QVERIFY(niceRange(0, 0, 5, true).high > 0);
        QCOMPARE(niceRange(3, 9, 5, true).low, 0.0);
        QVERIFY(std::isfinite(niceRange(std::nan(""), 1).step));
        QVERIFY(niceRange(9, 3).low <= 3);
    }

    void axisTextIsAscii()
    {
        const NiceRange r = niceRange(0, 0.44);
        QCOMPARE(axisText(0.4, NumberKind::Percent, r), QStringLiteral("40%"));
        QCOMPARE(axisText(12500, NumberKind::Plain, niceRange(0, 20000)), QStringLiteral("12,500"));
    }

    void decimationKeepsEndsAndExtremes()
    {
        std::mt19937 random(11);
        std::normal_distribution<double> normal;
        QVector<QPointF> points;
        double y = 0;
        for (int i = 0; i < 50000; ++i) {
            y += normal(random);
            points.append(QPointF(i, y));
        }
        points[31234].setY(1e6);
        points[777].setY(-1e6);
        const QVector<QPointF> few = decimated(points, 500);
        QVERIFY(few.size() <= 1002);
        QCOMPARE(few.constFirst(), points.constFirst());
        QCOMPARE(few.constLast(), points.constLast());
        QVERIFY(few.contains(points[31234]));
        QVERIFY(few.contains(points[777]));
        QVERIFY(std::is_sorted(few.begin(), few.end(),
                               [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); }));
        // Per stretch the drawn range is the true one.
        for (int bucket = 0; bucket < 500; ++bucket) {
            double least = 1e9;
            double most = -1e9;
            double fewLeast = 1e9;
            double fewMost = -1e9;
            const double low = points.constFirst().x();
            const double span = points.constLast().x() - low;
            const auto inside
                = [&](const QPointF& p) { return static_cast<int>((p.x() - low) / span * 500) == bucket; };
            for (qsizetype i = 100 * bucket - 2 < 0 ? 0 : 100 * bucket - 2;
                 i < std::min<qsizetype>(50000, 100 * bucket + 103); ++i) {
                if (inside(points[i]) && i > 0 && i < 49999) {
                    least = std::min(least, points[i].y());
                    most = std::max(most, points[i].y());
                }
            }
            for (const QPointF& p : few) {
                if (inside(p) && p.x() > 0 && p.x() < 49999) {
                    fewLeast = std::min(fewLeast, p.y());
                    fewMost = std::max(fewMost, p.y());
                }
            }
            QCOMPARE(fewLeast, least);
            QCOMPARE(fewMost, most);
        }
    }

    void fewPointsStayAsTheyAre()
    {
        const QVector<QPointF> points = {{0, 1}, {1, 5}, {2, -3}};
        QCOMPARE(decimated(points, 100), points);
        QCOMPARE(decimated({}, 10).size(), 0);
        const QVector<QPointF> upright(100, QPointF(1, 1));
        QCOMPARE(decimated(upright, 10).size(), 100);
    }

    void tablesAreTabSeparated()
    {
        const ChartTable table {{QStringLiteral("a"), QStringLiteral("b")},
                                {{QStringLiteral("1"), QStringLiteral("2")}}};
        QCOMPARE(table.text(), QStringLiteral("a\tb\n1\t2\n"));
    }
};

MEITRACE_TEST(TestChartMath)
#include "tst_chartmath.moc"
