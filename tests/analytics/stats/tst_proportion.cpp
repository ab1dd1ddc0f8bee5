// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/proportion.h"
#include "models/base/random.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace meitrace;

namespace {

bool near(double a, double b, double room)
{
    return std::abs(a - b) <= room;
}

double choose(Index n, Index k)
{
    double result = 1;
    for (Index i = 1; i <= k; ++i) {
        result *= static_cast<double>(n - k + i) / static_cast<double>(i);
    }
    return result;
}

/// Every table with the margins, one by one
double enumeratedFisher(Share a, Share b)
{
    const Index hits = a.hits + b.hits;
    const double observed = choose(a.n, a.hits) * choose(b.n, b.hits);
    double sum = 0;
    for (Index k = std::max<Index>(0, hits - b.n); k <= std::min(a.n, hits); ++k) {
        const double chance = choose(a.n, k) * choose(b.n, hits - k);
        sum += chance <= observed * (1 + 1e-7) ? chance : 0;
    }
    return sum / choose(a.n + b.n, hits);
}

}  // namespace

class TestProportion : public QObject {
    Q_OBJECT

private slots:
    void wilsonAgreesWithThePublishedIntervals()
    {
        const Interval many = wilson(120, 2400);
        QVERIFY(near(many.low, 0.04198, 5e-6));
        QVERIFY(near(many.high, 0.05946, 5e-6));
        QCOMPARE(wilson(0, 10).low, 0.0);
        QVERIFY(near(wilson(0, 10).high, 0.2775, 5e-5));
        QVERIFY(near(wilson(3, 10).low, 0.1078, 5e-5));
        QVERIFY(near(wilson(3, 10).high, 0.6032, 5e-5));
    }

    void nothingSeenMeansNothingKnown()
    {
        QCOMPARE(wilson(0, 0).low, 0.0);
        QCOMPARE(wilson(0, 0).high, 1.0);
        QVERIFY(std::isnan(proportion(0, 0)));
        QCOMPARE(newcombe({0, 0}, {1, 2}).low, -1.0);
        QCOMPARE(newcombe({1, 2}, {0, 0}).high, 1.0);
        QCOMPARE(twoProportionP({0, 0}, {1, 2}), 1.0);
        QCOMPARE(twoProportionP({2, 2}, {5, 5}), 1.0);
    }

    void wilsonStaysInsideZeroAndOneAndHoldsTheShare()
    {
        for (Index n = 1; n <= 40; ++n) {
            for (Index hits = 0; hits <= n; ++hits) {
                const Interval i = wilson(hits, n);
                const double p = proportion(hits, n);
                QVERIFY(i.low >= 0 && i.high <= 1 && i.low <= p && p <= i.high);
                const Interval mirrored = wilson(n - hits, n);
                QVERIFY(near(i.low, 1 - mirrored.high, 1e-12));
                QVERIFY(wilson(hits * 10, n * 10).high - wilson(hits * 10, n * 10).low < i.high - i.low);
            }
        }
    }

    void twoProportionsAgreeWithTheGoldenCase()
    {
        const Share b {156, 2400};
        const Share a {120, 2400};
        QVERIFY(near(twoProportionZ(b, a), 2.2321, 5e-5));
        QVERIFY(near(twoProportionP(b, a), 0.02561, 5e-6));
        QVERIFY(near(waldDifference(b, a).low, 0.00184, 5e-6));
        QVERIFY(near(waldDifference(b, a).high, 0.02816, 5e-6));
        QVERIFY(near(newcombe(b, a).low, 0.00181, 5e-6));
        QVERIFY(near(newcombe(b, a).high, 0.02827, 5e-6));
    }

    void newcombeAgreesWithHisOwnTable()
    {
        // Newcombe 1998, table II, method 10: 56/70 - 48/80 and 10/10 - 0/10
        QVERIFY(near(newcombe({56, 70}, {48, 80}).low, 0.0524, 5e-5));
        QVERIFY(near(newcombe({56, 70}, {48, 80}).high, 0.3339, 5e-5));
        QVERIFY(near(newcombe({10, 10}, {0, 10}).low, 0.6075, 5e-5));
        QVERIFY(near(newcombe({10, 10}, {0, 10}).high, 1.0, 1e-12));
    }

    void ratiosComeFromTheWilsonIntervals()
    {
        // 46 % against 21 %: 2.19 times; the limits solve (pa - t pb) = distance to the Wilson limits
        const Share a {460, 1000};
        const Share b {630, 3000};
        const Interval ratio = ratioInterval(a, b);
        const Interval ia = wilson(a.hits, a.n);
        const Interval ib = wilson(b.hits, b.n);
        const double pa = 0.46;
        const double pb = 0.21;
        const double t = ratio.low;
        QVERIFY(near(pa - t * pb, std::hypot(pa - ia.low, t * (ib.high - pb)), 1e-9));
        const double u = ratio.high;
        QVERIFY(near(u * pb - pa, std::hypot(ia.high - pa, u * (pb - ib.low)), 1e-9));
        QVERIFY(ratio.low < pa / pb && pa / pb < ratio.high);
        QCOMPARE(ratioInterval({0, 50}, {9, 50}).low, 0.0);
        QVERIFY(std::isinf(ratioInterval({5, 50}, {0, 50}).high));
        QVERIFY(std::isinf(ratioInterval({0, 0}, {1, 50}).high));
        const Interval scarce = ratioInterval({3, 50}, {1, 900});
        QVERIFY(scarce.low > 0 && scarce.low < 54 && scarce.high > 54);
    }

    void fisherCountsTheTablesThatAreNoMoreLikely()
    {
        // tea tasting: 3 of 4 against 1 of 4 -> (16 + 16 + 1 + 1) / 70
        QVERIFY(near(fisherP({3, 4}, {1, 4}), 34.0 / 70, 1e-12));
        QCOMPARE(fisherP({0, 5}, {0, 7}), 1.0);
        Random random(11);
        for (int i = 0; i < 500; ++i) {
            const auto n = static_cast<Index>(1 + random.below(25));
            const auto m = static_cast<Index>(1 + random.below(25));
            const Share a {static_cast<Index>(random.below(static_cast<std::uint64_t>(n) + 1)), n};
            const Share b {static_cast<Index>(random.below(static_cast<std::uint64_t>(m) + 1)), m};
            QVERIFY(near(fisherP(a, b), enumeratedFisher(a, b), 1e-9));
        }
    }

    void fisherAndTheNormalAgreeOnLargeTables()
    {
        const Share a {50'400, 1'000'000};
        const Share b {50'000, 1'000'000};
        QVERIFY(near(fisherP(a, b), normalP(twoProportionZ(a, b)), 0.002));
        QCOMPARE(fisherP({900'000, 1'000'000}, {100'000, 1'000'000}), 0.0);
    }

    void smallTablesUseFisher()
    {
        QCOMPARE(twoProportionP({3, 4}, {1, 4}), fisherP({3, 4}, {1, 4}));
        QCOMPARE(twoProportionP({30, 40}, {10, 40}), normalP(twoProportionZ({30, 40}, {10, 40})));
    }

    void oddsRatioAddsHalfToEachCell()
    {
        // (10.5 * 8.5) / (5.5 * 2.5)
        const OddsRatio r = oddsRatio({10, 15}, {2, 10});
        QVERIFY(near(r.ratio, 10.5 * 8.5 / (5.5 * 2.5), 1e-12));
        const double se = std::sqrt(1 / 10.5 + 1 / 5.5 + 1 / 2.5 + 1 / 8.5);
        QVERIFY(near(std::log(r.high / r.ratio), kZ95 * se, 1e-12));
        QVERIFY(near(std::log(r.ratio / r.low), kZ95 * se, 1e-12));
    }
};

MEITRACE_TEST(TestProportion)
#include "tst_proportion.moc"
