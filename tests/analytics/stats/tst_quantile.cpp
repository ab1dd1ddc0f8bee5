// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/quantile.h"
#include "models/base/random.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace meitrace;

namespace {

class StoppedJob final : public Job {
public:
    [[nodiscard]] bool stopped() const override { return true; }
};

/// Different shapes: few values, many equal, wide, negative
std::vector<std::int64_t> drawn(Random& random, int shape, std::size_t n)
{
    std::vector<std::int64_t> values(n);
    for (std::int64_t& value : values) {
        const auto draw = static_cast<std::int64_t>(random.below(1'000'000));
        value = shape == 0 ? draw % 4 : shape == 1 ? draw * 7'919 : shape == 2 ? draw - 500'000 : 0;
        if (shape == 3) {
            value = static_cast<std::int64_t>(std::exp(static_cast<double>(draw) / 40'000.0));
        }
    }
    return values;
}

}  // namespace

class TestQuantile : public QObject {
    Q_OBJECT

private slots:
    void typeSevenInterpolatesBetweenNeighbours()
    {
        // R: quantile(c(1, 2, 4, 8), c(0, .2, .5, .9, 1)) = 1, 1.6, 3, 6.8, 8
        const std::vector<double> x {1, 2, 4, 8};
        QCOMPARE(quantileType7(x, 0), 1.0);
        QVERIFY(std::abs(quantileType7(x, 0.2) - 1.6) < 1e-12);
        QCOMPARE(quantileType7(x, 0.5), 3.0);
        QVERIFY(std::abs(quantileType7(x, 0.9) - 6.8) < 1e-12);
        QCOMPARE(quantileType7(x, 1), 8.0);
        QCOMPARE(quantileType7(std::vector<std::int64_t> {1, 2, 4, 8}, 0.5), 3.0);
        QCOMPARE(quantileType7(std::vector<double> {5}, 0.7), 5.0);
    }

    void innerQuantilesOfWholeNumbersAreExact()
    {
        // -8 -4 -2 -1: quarters at ranks .75, 1.5, 2.25 = -5, -3, -1.75
        Job job;
        const std::vector<std::int64_t> values {-1, -8, -2, -4};
        const auto q = innerQuantiles(values, 4, job);
        QCOMPARE(q.size(), std::size_t {3});
        QCOMPARE(q[0].value, -5.0);
        QCOMPARE(q[1].value, -3.0);
        QCOMPARE(q[2].value, -1.75);
        QCOMPARE(q[0].floor, std::int64_t {-5});
        QCOMPARE(q[2].floor, std::int64_t {-2});
    }

    void orderStatisticsAgreeWithSorting()
    {
        Random random(3);
        for (int round = 0; round < 60; ++round) {
            const std::size_t n = 1 + random.below(round < 30 ? 300 : 90'000);
            const std::vector<std::int64_t> values = drawn(random, round % 4, n);
            std::vector<std::int64_t> sorted = values;
            std::sort(sorted.begin(), sorted.end());
            std::vector<Index> ranks;
            for (int i = 0; i < 9; ++i) {
                ranks.push_back(static_cast<Index>(random.below(n)));
            }
            std::sort(ranks.begin(), ranks.end());
            Job job(round % 3 + 1);
            const auto found = orderStatistics(values, ranks, job);
            for (std::size_t i = 0; i < ranks.size(); ++i) {
                QCOMPARE(found[i], sorted[static_cast<std::size_t>(ranks[i])]);
            }
            const auto q = innerQuantiles(values, 5, job);
            const auto numbers = innerQuantiles(std::vector<double>(values.begin(), values.end()), 5);
            for (int j = 1; j < 5; ++j) {
                const WholeQuantile& one = q[static_cast<std::size_t>(j - 1)];
                const double expected = quantileType7(sorted, j / 5.0);
                QVERIFY(std::abs(one.value - expected) <= 1e-9 * std::abs(expected) + 1e-9);
                QVERIFY(std::abs(numbers[static_cast<std::size_t>(j - 1)] - one.value)
                        <= 1e-9 * std::abs(expected) + 1e-9);
                QCOMPARE(one.floor, static_cast<std::int64_t>(std::floor(one.value)));
            }
        }
    }

    void theWholeRangeOfNumbersFits()
    {
        Job job;
        std::vector<std::int64_t> values(5'000, 7);
        values[100] = INT64_MAX;
        values[200] = INT64_MIN;
        values[300] = 6;
        const auto found = orderStatistics(values, {0, 1, 2, 4'998, 4'999}, job);
        QCOMPARE(found, (std::vector<std::int64_t> {INT64_MIN, 6, 7, 7, INT64_MAX}));
    }

    void stoppingAndNoValuesGiveNothing()
    {
        StoppedJob stopped;
        Job job;
        QVERIFY(innerQuantiles(std::vector<std::int64_t> {1, 2, 3}, 5, stopped).empty());
        QVERIFY(innerQuantiles({}, 5, job).empty());
        QVERIFY(innerQuantiles(std::vector<std::int64_t> {1, 2, 3}, 1, job).empty());
    }
};

MEITRACE_TEST(TestQuantile)
#include "tst_quantile.moc"
