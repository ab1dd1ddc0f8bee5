// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/largestremainder.h"
#include "models/base/random.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <vector>

using namespace meitrace;

namespace {

std::vector<std::int64_t> divided(std::int64_t amount, const std::vector<double>& shares)
{
    std::vector<std::int64_t> parts(shares.size());
    largestRemainder(amount, shares, parts);
    return parts;
}

using Parts = std::vector<std::int64_t>;

}  // namespace

class TestLargestRemainder : public QObject {
    Q_OBJECT

private slots:
    void byHand()
    {
        QCOMPARE(divided(100, {0.5, 0.5}), (Parts {50, 50}));
        QCOMPARE(divided(101, {0.5, 0.5}), (Parts {51, 50}));  // of equal remainders the earlier
        QCOMPARE(divided(10, {0.34, 0.36, 0.30}), (Parts {3, 4, 3}));
        QCOMPARE(divided(-101, {0.5, 0.5}), (Parts {-51, -50}));
        QCOMPARE(divided(0, {1.0}), (Parts {0}));
        QCOMPARE(divided(7, {1.0}), (Parts {7}));
        QCOMPARE(divided(7, {}), Parts {});
    }

    void addsUpAndStaysWithinOne()
    {
        Random random(1);
        for (int round = 0; round < 500; ++round) {
            std::vector<double> shares(1 + random.below(12));
            for (double& share : shares) {
                share = random.unit();
            }
            const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
            for (double& share : shares) {
                share /= sum;
            }
            const auto amount = static_cast<std::int64_t>(random.below(1'000'000));
            const Parts parts = divided(amount, shares);
            QCOMPARE(std::accumulate(parts.begin(), parts.end(), std::int64_t {0}), amount);
            for (std::size_t i = 0; i < shares.size(); ++i) {
                QVERIFY(std::abs(static_cast<double>(parts[i]) - static_cast<double>(amount) * shares[i])
                        < 1 + 1e-6);
            }
        }
    }
};

MEITRACE_TEST(TestLargestRemainder)

#include "tst_largestremainder.moc"
