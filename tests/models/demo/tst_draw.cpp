// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/draw.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace meitrace;
using namespace meitrace::demo;

class TestDraw : public QObject {
    Q_OBJECT

private slots:
    void plainFunctionsAgreeWithTheLibrary()
    {
        for (double x = -30.0; x <= 30.0; x += 0.137) {
            QVERIFY2(std::abs(plainExp(x) / std::exp(x) - 1.0) < 1e-13, std::to_string(x).c_str());
        }
        for (double x = 1e-9; x < 1e9; x *= 1.37) {
            QVERIFY2(std::abs(plainLog(x) - std::log(x)) < 1e-13 * std::max(1.0, std::abs(std::log(x))),
                     std::to_string(x).c_str());
        }
        QCOMPARE(plainExp(0.0), 1.0);
        QCOMPARE(plainLog(1.0), 0.0);
    }

    void halvesGoAwayFromZero()
    {
        QCOMPARE(rounded(2.5), std::int64_t {3});
        QCOMPARE(rounded(-2.5), std::int64_t {-3});
        QCOMPARE(rounded(2.49), std::int64_t {2});
        QCOMPARE(rounded(0.0), std::int64_t {0});
    }

    /// Sequences that must never change: files made on another machine or years ago depend on them.
    void sequencesAreTheSameForEver()
    {
        Draw draw(1, 42, Purpose::Money);
        const std::array<std::uint64_t, 3> expected {kFirst, kSecond, kThird};
        for (const std::uint64_t number : expected) {
            QCOMPARE(draw.below(1'000'000'000), number);
        }
        Draw normal(1, 42, Purpose::Who);
        QCOMPARE(rounded(normal.normal() * 1e6), std::int64_t {kNormal});
        QCOMPARE(rounded(normal.lognormal(0.0, 0.35) * 1e12), std::int64_t {kLognormal});
        QCOMPARE(rounded(normal.beta(0.6) * 1e12), std::int64_t {kBeta});
    }

    void distributionsHaveTheirMoments()
    {
        constexpr int n = 200'000;
        Draw draw(7, 1, Purpose::World);
        std::array<double, 5> sum {};
        double squares = 0;
        for (int i = 0; i < n; ++i) {
            const double z = draw.normal();
            sum[0] += z;
            squares += z * z;
            sum[1] += draw.exponential(95.0);
            sum[2] += draw.poisson(2.2);
            sum[3] += draw.beta(0.3);
            sum[4] += draw.lognormal(0.15, 0.40);
        }
        QVERIFY(std::abs(sum[0] / n) < 0.01);
        QVERIFY(std::abs(squares / n - 1.0) < 0.015);
        QVERIFY(std::abs(sum[1] / n - 95.0) < 1.0);
        QVERIFY(std::abs(sum[2] / n - 2.2) < 0.015);
        QVERIFY(std::abs(sum[3] / n - 0.3) < 0.003);
        QVERIFY(std::abs(sum[4] / n - std::exp(0.15 + 0.08)) < 0.006);
    }

    void picksFollowTheirWeights()
    {
        Draw draw(3, 9, Purpose::Web);
        std::array<int, 4> hits {};
        const std::array<int, 4> weights {5, 0, 3, 2};
        for (int i = 0; i < 100'000; ++i) {
            ++hits[draw.pick(weights)];
        }
        QCOMPARE(hits[1], 0);
        QVERIFY(std::abs(hits[0] - 50'000) < 700);
        QVERIFY(std::abs(hits[2] - 30'000) < 700);
        QVERIFY(std::abs(hits[3] - 20'000) < 700);
    }

    void everyPersonAndPurposeHasItsOwnSequence()
    {
        Draw a(1, 5, Purpose::Who);
        Draw b(1, 6, Purpose::Who);
        Draw c(1, 5, Purpose::Lead);
        Draw again(1, 5, Purpose::Who);
        const std::uint64_t first = a.below(1'000'000'000);
        QVERIFY(first != b.below(1'000'000'000));
        QVERIFY(first != c.below(1'000'000'000));
        QCOMPARE(again.below(1'000'000'000), first);
    }

private:
    static constexpr std::uint64_t kFirst = 604'520'574;
    static constexpr std::uint64_t kSecond = 435'724'560;
    static constexpr std::uint64_t kThird = 434'305'311;
    static constexpr std::int64_t kNormal = -1'433'863;
    static constexpr std::int64_t kLognormal = 1'033'474'679'416;
    static constexpr std::int64_t kBeta = 554'032'595'769;
};

MEITRACE_TEST(TestDraw)
#include "tst_draw.moc"
