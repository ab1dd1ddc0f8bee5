// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/benjaminihochberg.h"
#include "models/base/random.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace meitrace;

namespace {

bool near(const std::vector<double>& a, const std::vector<double>& b)
{
    for (std::size_t i = 0; i < b.size(); ++i) {
        if (!(std::abs(a.at(i) - b[i]) < 1e-12)) {
            return false;
        }
    }
    return a.size() == b.size();
}

}  // namespace

class TestBenjaminiHochberg : public QObject {
    Q_OBJECT

private slots:
    void adjustedValuesAreThoseOnPaper()
    {
        // ranks: .005 -> .03, .009 -> .027 (pulls the first down), .05 -> .1, .1 -> .15, .2 -> .24, .3
        QVERIFY(near(benjaminiHochberg({0.3, 0.005, 0.05, 0.009, 0.2, 0.1}),
                     {0.3, 0.027, 0.1, 0.027, 0.24, 0.15}));
        QVERIFY(near(benjaminiHochberg({0.01, 0.02, 0.03, 0.04, 0.05}), {0.05, 0.05, 0.05, 0.05, 0.05}));
        QVERIFY(near(holm({0.01, 0.04, 0.03}), {0.03, 0.06, 0.06}));
        QVERIFY(near(holm({0.6, 0.7}), {1, 1}));
    }

    void comparisonsNotMadeDoNotCount()
    {
        const double none = std::numeric_limits<double>::quiet_NaN();
        const std::vector<double> q = benjaminiHochberg({0.01, none, 0.02});
        QVERIFY(std::isnan(q[1]));
        QVERIFY(std::abs(q[0] - 0.02) < 1e-12);
        QVERIFY(std::isnan(holm({none, 0.2})[0]));
        QVERIFY(std::abs(holm({none, 0.2})[1] - 0.2) < 1e-12);
        QVERIFY(benjaminiHochberg({}).empty());
    }

    void pickingByQIsTheStepUpProcedure()
    {
        Random random(9);
        for (int round = 0; round < 200; ++round) {
            std::vector<double> p(1 + random.below(30));
            for (double& one : p) {
                one = random.unit() * random.unit();
            }
            std::vector<double> sorted = p;
            std::sort(sorted.begin(), sorted.end());
            double limit = -1;
            for (std::size_t i = 0; i < sorted.size(); ++i) {
                const double line = 0.1 * static_cast<double>(i + 1) / static_cast<double>(sorted.size());
                limit = sorted[i] <= line ? sorted[i] : limit;
            }
            const std::vector<double> q = benjaminiHochberg(p);
            for (std::size_t i = 0; i < p.size(); ++i) {
                QCOMPARE(q[i] <= 0.1, p[i] <= limit);
                QVERIFY(q[i] >= p[i] && q[i] <= 1);
            }
        }
    }
};

MEITRACE_TEST(TestBenjaminiHochberg)
#include "tst_benjaminihochberg.moc"
