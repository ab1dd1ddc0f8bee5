// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/survival.h"
#include "models/base/random.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>

using namespace meitrace;

namespace {

bool isNear(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

}  // namespace

class TestSurvival : public QObject {
    Q_OBJECT

private slots:
    /// The 6-MP arm of Freireich's trial, a textbook example: 21 patients, weeks in remission.
    void aTextbookCurve()
    {
        std::vector<Index> events(36);
        std::vector<Index> censored(36);
        for (const int week : {6, 6, 6, 7, 10, 13, 16, 22, 23}) {
            ++events[static_cast<std::size_t>(week)];
        }
        for (const int week : {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) {
            ++censored[static_cast<std::size_t>(week)];
        }
        const std::vector<SurvivalStep> curve = kaplanMeier({events, censored});
        const std::vector<std::pair<int, double>> expected {
            {6, 0.8571}, {7, 0.8067}, {10, 0.7529}, {13, 0.6902}, {16, 0.6275}, {22, 0.5378}, {23, 0.4482}};
        QCOMPARE(curve.size(), expected.size());
        for (std::size_t i = 0; i < curve.size(); ++i) {
            QCOMPARE(curve[i].time, expected[i].first);
            QVERIFY(isNear(curve[i].surviving, expected[i].second, 5e-5));
            QVERIFY(curve[i].interval.low < curve[i].surviving
                    && curve[i].surviving < curve[i].interval.high);
        }
        QCOMPARE(curve[0].atRisk, Index {21});
        QCOMPARE(survivalQuantile(curve), 23);
        QCOMPARE(survivalQuantile(curve, 0.2), -1);
        // Against the placebo arm: 21 events, none censored; log-rank 16.79, p = 4.17e-5
        std::vector<Index> placebo(24);
        for (const int week : {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}) {
            ++placebo[static_cast<std::size_t>(week)];
        }
        const std::vector<Index> nobody(24);
        const LogRank test = logRank({{events, censored}, {placebo, nobody}});
        QCOMPARE(test.degrees, 1);
        QVERIFY2(isNear(test.chiSquare, 16.793, 5e-3), std::to_string(test.chiSquare).c_str());
        QVERIFY(isNear(test.p, 4.17e-5, 2e-7));
    }

    void withoutCensoringItIsTheShareThatIsLeft()
    {
        Random random(3);
        for (int trial = 0; trial < 50; ++trial) {
            std::vector<Index> events(1 + random.below(20));
            Index all = 0;
            for (Index& count : events) {
                count = static_cast<Index>(random.below(5));
                all += count;
            }
            const std::vector<Index> nobody(events.size());
            Index left = all;
            for (const SurvivalStep& step : kaplanMeier({events, nobody})) {
                left -= step.events;
                QVERIFY(isNear(step.surviving, static_cast<double>(left) / static_cast<double>(all)));
            }
            // A group compared with itself does not differ, nor does the order of groups matter.
            const LogRank same = logRank({{events, nobody}, {events, nobody}});
            QVERIFY(same.chiSquare < 1e-9 && same.p > 0.999);
        }
    }

    void theLastGroupIsNoOther()
    {
        const std::vector<Index> a {3, 1, 0, 2, 1};
        const std::vector<Index> b {0, 1, 2, 2, 5};
        const std::vector<Index> c {1, 1, 1, 1, 1};
        const std::vector<Index> none(5);
        const LogRank one = logRank({{a, c}, {b, c}, {c, none}});
        const LogRank two = logRank({{c, none}, {b, c}, {a, c}});
        QVERIFY(isNear(one.chiSquare, two.chiSquare) && one.degrees == 2);
        QCOMPARE(logRank({{a, c}}).degrees, 0);
        QCOMPARE(logRank({{a, c}, {none, none}}).degrees, 0);
        QCOMPARE(logRank({{none, a}, {none, b}}).degrees, 0);
        QVERIFY(kaplanMeier({none, none}).empty());
    }
};

MEITRACE_TEST(TestSurvival)

#include "tst_survival.moc"
