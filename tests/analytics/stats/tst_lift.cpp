// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Lift by hand, its limits, and how often its interval covers the truth.
#include "analytics/stats/lift.h"
#include "models/base/random.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace meitrace;

class TestLift : public QObject {
    Q_OBJECT

private slots:
    void byHand()
    {
        // variance 1/20 - 1/40 - 1/30 + 2·20/(40·30) - 1/100 = 0.015
        const Lift found = lift({.hits = 20, .n = 40}, {.hits = 30, .n = 100});
        QVERIFY(std::abs(found.ratio - 5.0 / 3) < 1e-12);
        const double spread = std::exp(kZ95 * std::sqrt(0.015));
        QVERIFY(std::abs(found.interval.low - 5.0 / 3 / spread) < 1e-12);
        QVERIFY(std::abs(found.interval.high - 5.0 / 3 * spread) < 1e-12);
    }

    void everybodyWithTheMarkTellsNothing()
    {
        const Lift found = lift({.hits = 30, .n = 100}, {.hits = 30, .n = 100});
        QCOMPARE(found.ratio, 1.0);
        QVERIFY(std::abs(found.interval.low - 1) < 1e-6 && std::abs(found.interval.high - 1) < 1e-6);
    }

    void anEmptyCellIsNotKnown()
    {
        const Lift none = lift({.hits = 0, .n = 40}, {.hits = 30, .n = 100});
        QCOMPARE(none.ratio, 0.0);
        QVERIFY(std::isinf(none.interval.high));
        QVERIFY(std::isnan(lift({.hits = 0, .n = 0}, {.hits = 30, .n = 100}).ratio));
        QVERIFY(std::isnan(lift({.hits = 0, .n = 10}, {.hits = 0, .n = 100}).ratio));
    }

    void theIntervalCoversTheTruth()
    {
        // 30 % have the mark; they reach it with 0.4, the others with 0.2: lift 0.4 / 0.26
        constexpr int kWorlds = 2'000;
        constexpr double kTruth = 0.4 / 0.26;
        Random random(5);
        int covered = 0;
        for (int world = 0; world < kWorlds; ++world) {
            Share with;
            Share all {.hits = 0, .n = 400};
            for (Index i = 0; i < all.n; ++i) {
                const bool marked = random.unit() < 0.3;
                const bool reached = random.unit() < (marked ? 0.4 : 0.2);
                with.n += marked ? 1 : 0;
                with.hits += marked && reached ? 1 : 0;
                all.hits += reached ? 1 : 0;
            }
            const Interval found = lift(with, all).interval;
            covered += found.low <= kTruth && kTruth <= found.high ? 1 : 0;
        }
        const double share = static_cast<double>(covered) / kWorlds;
        QVERIFY2(share > 0.935 && share < 0.965, qPrintable(QString::number(share)));
    }
};

MEITRACE_TEST(TestLift)
#include "tst_lift.moc"
