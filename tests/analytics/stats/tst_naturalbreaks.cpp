// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/naturalbreaks.h"
#include "models/base/random.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace meitrace;

namespace {

class StoppedJob final : public Job {
public:
    [[nodiscard]] bool stopped() const override { return true; }
};

double within(const std::vector<CountedValue>& values, std::size_t from, std::size_t to)
{
    double n = 0;
    double sum = 0;
    for (std::size_t i = from; i < to; ++i) {
        n += static_cast<double>(values[i].count);
        sum += values[i].value * static_cast<double>(values[i].count);
    }
    double squares = 0;
    for (std::size_t i = from; i < to; ++i) {
        squares += std::pow(values[i].value - sum / n, 2) * static_cast<double>(values[i].count);
    }
    return squares;
}

double costOf(const std::vector<CountedValue>& values, const std::vector<double>& breaks)
{
    double cost = 0;
    std::size_t from = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool last = i + 1 == values.size();
        if (last || std::find(breaks.begin(), breaks.end(), values[i].value) != breaks.end()) {
            cost += within(values, from, i + 1);
            from = i + 1;
        }
    }
    return cost;
}

/// Every way to cut
double leastCost(const std::vector<CountedValue>& values, std::size_t from, int classes)
{
    if (classes == 1) {
        return within(values, from, values.size());
    }
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t to = from + 1; to + static_cast<std::size_t>(classes) - 1 <= values.size(); ++to) {
        best = std::min(best, within(values, from, to) + leastCost(values, to, classes - 1));
    }
    return best;
}

std::vector<CountedValue> drawn(Random& random, std::size_t n)
{
    std::vector<CountedValue> values;
    double at = -50;
    for (std::size_t i = 0; i < n; ++i) {
        at += 1 + static_cast<double>(random.below(40));
        values.push_back({at, static_cast<Index>(1 + random.below(9))});
    }
    return values;
}

}  // namespace

class TestNaturalBreaks : public QObject {
    Q_OBJECT

private slots:
    void gapsAreFound()
    {
        Job job;
        const auto breaks = naturalBreaks({{1, 1}, {2, 5}, {3, 1}, {40, 2}, {41, 2}, {90, 1}}, 3, job);
        QVERIFY(breaks);
        QCOMPARE(*breaks, (std::vector<double> {3, 41}));
    }

    void countsWeigh()
    {
        // 0 | 1 2 costs 0.5, 0 1 | 2 costs 0.5 at equal counts; ten times the 1 and 2 keeps them together
        Job job;
        const auto left = naturalBreaks({{0, 10}, {1, 10}, {2, 1}}, 2, job);
        QCOMPARE(*left, (std::vector<double> {0}));
        const auto right = naturalBreaks({{0, 1}, {1, 10}, {2, 10}}, 2, job);
        QCOMPARE(*right, (std::vector<double> {1}));
    }

    void noSplitIsCheaper()
    {
        Random random(5);
        for (int round = 0; round < 150; ++round) {
            const std::vector<CountedValue> values = drawn(random, 2 + random.below(11));
            const int classes = static_cast<int>(2 + random.below(4));
            Job job;
            const auto breaks = naturalBreaks(values, classes, job);
            QVERIFY(breaks);
            const int used = std::min(classes, static_cast<int>(values.size()));
            QCOMPARE(static_cast<int>(breaks->size()), used - 1);
            const double best = leastCost(values, 0, used);
            QVERIFY(std::abs(costOf(values, *breaks) - best) <= 1e-9 * (1 + best));
        }
    }

    void fewerValuesThanClassesStandAlone()
    {
        Job job;
        QCOMPARE(*naturalBreaks({{1, 3}, {5, 1}}, 5, job), (std::vector<double> {1}));
        QVERIFY(naturalBreaks({}, 5, job)->empty());
        QVERIFY(naturalBreaks({{1, 1}, {2, 1}}, 1, job)->empty());
    }

    void aStoppedJobGivesNoBreaks()
    {
        StoppedJob job;
        const auto breaks = naturalBreaks({{1, 1}, {2, 1}, {9, 1}}, 2, job);
        QVERIFY(!breaks);
        QCOMPARE(breaks.error().code, ErrorCode::Cancelled);
    }
};

MEITRACE_TEST(TestNaturalBreaks)
#include "tst_naturalbreaks.moc"
