// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funnelwhatif.h"
#include "models/base/random.h"
#include "tests/support/scratch.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace meitrace;

namespace {

FunnelStep made(Index previous, Index reached)
{
    FunnelStep step;
    step.previous = previous;
    step.reached = reached;
    step.ofPrevious.of = previous;
    step.ofPrevious.rate = proportion(reached, previous);
    step.ofPrevious.interval = wilson(reached, previous);
    return step;
}

}  // namespace

class TestFunnelWhatIf : public QObject {
    Q_OBJECT

private slots:
    void aHigherRateCarriesThroughTheLaterSteps()
    {
        // 1000 -> 400 -> 100: half of the first instead of 40 % brings 100 more, of whom a quarter goes on.
        const std::vector<FunnelStep> steps {made(1000, 1000), made(1000, 400), made(400, 100)};
        const auto answer = funnelWhatIf(steps, 1, 0.5);
        MEITRACE_OK(answer);
        QCOMPARE(answer->extra, 25.0);
        QCOMPARE(answer->range.low, 100 * wilson(100, 400).low);
        QCOMPARE(answer->range.high, 100 * wilson(100, 400).high);
    }

    void atTheLastStepNothingIsUncertain()
    {
        const std::vector<FunnelStep> steps {made(200, 200), made(200, 50)};
        const auto answer = funnelWhatIf(steps, 1, 0.3);
        MEITRACE_OK(answer);
        QCOMPARE(answer->extra, 10.0);
        QCOMPARE(answer->range.low, 10.0);
        QCOMPARE(answer->range.high, 10.0);
    }

    void theRateItHasChangesNothingAndLessIsNegative()
    {
        Random random(7);
        for (int round = 0; round < 200; ++round) {
            std::vector<FunnelStep> steps {made(1000, 1000)};
            Index reached = 1000;
            for (int i = 0; i < 4; ++i) {
                const Index next = static_cast<Index>(random.below(static_cast<std::uint64_t>(reached))) + 1;
                steps.push_back(made(reached, next));
                reached = next;
            }
            const double rate = steps[2].ofPrevious.rate;
            QVERIFY(std::abs(funnelWhatIf(steps, 2, rate)->extra) < 1e-9);
            const auto less = funnelWhatIf(steps, 2, rate / 2);
            const auto more = funnelWhatIf(steps, 2, (1 + rate) / 2);
            QVERIFY(less->extra <= 0 && more->extra >= 0);
            QVERIFY(less->range.low <= less->extra && less->extra <= less->range.high);
            QVERIFY(more->range.low <= more->extra && more->extra <= more->range.high);
        }
    }

    void whatCannotBeAskedIsRefused()
    {
        const std::vector<FunnelStep> steps {made(200, 200), made(200, 50)};
        MEITRACE_REFUSED(funnelWhatIf(steps, 0, 0.5), ErrorCode::BadOption);
        MEITRACE_REFUSED(funnelWhatIf(steps, 2, 0.5), ErrorCode::BadOption);
        MEITRACE_REFUSED(funnelWhatIf(steps, 1, 1.5), ErrorCode::BadOption);
        MEITRACE_REFUSED(funnelWhatIf(steps, 1, std::nan("")), ErrorCode::BadOption);
    }
};

MEITRACE_TEST(TestFunnelWhatIf)
#include "tst_funnelwhatif.moc"
