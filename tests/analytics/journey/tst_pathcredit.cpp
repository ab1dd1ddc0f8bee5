// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Credit of channels: the worked example of docs/methods/attribution.md in exact fractions, and properties.
#include "analytics/journey/pathcredit.h"
#include "models/base/random.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace meitrace;

namespace {

constexpr std::uint16_t kA = 0;
constexpr std::uint16_t kB = 1;
constexpr std::uint16_t kC = 2;

/// Nine conversions.
std::vector<ChannelPath> sixPaths()
{
    return {{{kA, kB, kC}, 3, 1}, {{kA, kC}, 2, 2}, {{kB, kC}, 1, 3},
            {{kB}, 0, 4},         {{kC}, 2, 2},     {{kA, kB, kA}, 1, 1}};
}

bool isNear(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

std::vector<double> ruleCredit(CreditRule rule)
{
    std::vector<double> credit(3, 0.0);
    for (const ChannelPath& path : sixPaths()) {
        std::vector<Millis> times(path.channels.size());
        std::iota(times.begin(), times.end(), Millis {0});
        const std::vector<double> shares = creditShares(rule, times, 100, {.halfLife = 10});
        for (std::size_t i = 0; i < shares.size(); ++i) {
            credit[path.channels[i]] += shares[i] * static_cast<double>(path.converting);
        }
    }
    return credit;
}

double sum(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

std::vector<ChannelPath> randomPaths(Random& random, int channels)
{
    std::vector<ChannelPath> paths(2 + random.below(12));
    for (ChannelPath& path : paths) {
        path.channels.resize(1 + random.below(5));
        for (std::uint16_t& channel : path.channels) {
            channel = static_cast<std::uint16_t>(random.below(static_cast<std::uint64_t>(channels)));
        }
        path.converting = static_cast<Index>(random.below(20));
        path.lost = static_cast<Index>(random.below(60));
    }
    paths[0].converting += 1;
    paths[1].lost += 1;
    return paths;
}

}  // namespace

class TestPathCredit : public QObject {
    Q_OBJECT

private slots:
    void rulesByHand()
    {
        const auto check = [](CreditRule rule, double a, double b, double c) {
            const std::vector<double> credit = ruleCredit(rule);
            return isNear(credit[0], a) && isNear(credit[1], b) && isNear(credit[2], c);
        };
        QVERIFY(check(CreditRule::First, 6, 1, 2));
        QVERIFY(check(CreditRule::Last, 1, 0, 8));
        QVERIFY(check(CreditRule::Linear, 8.0 / 3, 11.0 / 6, 4.5));
        QVERIFY(check(CreditRule::Position, 3, 1.3, 4.7));
    }

    void decayHalvesWithEachHalfLife()
    {
        const std::vector<Millis> times {0, 7 * kDayMillis, 14 * kDayMillis};
        const std::vector<double> shares
            = creditShares(CreditRule::Decay, times, 14 * kDayMillis, {.halfLife = 7 * kDayMillis});
        QVERIFY(isNear(shares[0], 1.0 / 7) && isNear(shares[1], 2.0 / 7) && isNear(shares[2], 4.0 / 7));
        // Years ago is no division by nothing.
        const std::vector<Millis> old {-40'000 * kDayMillis, -39'999 * kDayMillis};
        const std::vector<double> faint = creditShares(CreditRule::Decay, old, 0, {.halfLife = kDayMillis});
        QVERIFY(isNear(faint[0], 1.0 / 3) && isNear(faint[1], 2.0 / 3));
    }

    void touchesOfOneInstantShareTheirPlaces()
    {
        const std::vector<Millis> times {5, 5, 9};
        const auto shares = [&](CreditRule rule) { return creditShares(rule, times, 10, {.halfLife = 10}); };
        QVERIFY(isNear(shares(CreditRule::First)[0], 0.5) && isNear(shares(CreditRule::First)[1], 0.5));
        QVERIFY(isNear(shares(CreditRule::Position)[0], 0.3) && isNear(shares(CreditRule::Position)[2], 0.4));
        QVERIFY(isNear(shares(CreditRule::Last)[2], 1));
        QVERIFY(creditShares(CreditRule::First, {}, 10, {}).empty());
        for (const CreditRule rule : {CreditRule::First, CreditRule::Last, CreditRule::Linear,
                                      CreditRule::Position, CreditRule::Decay}) {
            const std::vector<Millis> one {3};
            QVERIFY(isNear(creditShares(rule, one, 10, {.halfLife = 10})[0], 1));
        }
    }

    void removalByHand()
    {
        Job job(1);
        const auto markov = markovCredit(sixPaths(), 3, 1, job);
        QVERIFY(markov);
        QVERIFY(isNear(markov->conversion, 9.0 / 22));
        QVERIFY(isNear(markov->effect[0], 11.0 / 21) && isNear(markov->effect[1], 0.5)
                && isNear(markov->effect[2], 8.0 / 9));
        QVERIFY(isNear(markov->credit[0], 594.0 / 241) && isNear(markov->credit[1], 567.0 / 241)
                && isNear(markov->credit[2], 1008.0 / 241));
    }

    /// The chain reproduces the share of the paths that converted, whatever its order.
    void theChainKeepsTheRate()
    {
        Random random(21);
        for (int trial = 0; trial < 200; ++trial) {
            const std::vector<ChannelPath> paths = randomPaths(random, 5);
            double converting = 0;
            double all = 0;
            for (const ChannelPath& path : paths) {
                converting += static_cast<double>(path.converting);
                all += static_cast<double>(path.converting + path.lost);
            }
            Job job(1);
            for (const int order : {1, 2, 3, 4}) {
                const auto markov = markovCredit(paths, 5, order, job);
                QVERIFY(markov);
                QVERIFY(isNear(markov->conversion, converting / all, 1e-9));
                QVERIFY(isNear(sum(markov->credit), converting, 1e-6));
            }
            const auto shapley = shapleyCredit(paths, 5, job);
            QVERIFY(shapley);
            QVERIFY(isNear(sum(shapley->credit), converting, 1e-6));
        }
    }

    void channelsWithoutEffectGetNothing()
    {
        Job job(1);
        // Every path converts as often, by whichever channel: removing one still loses its share.
        const auto even = markovCredit({{{kA}, 5, 5}, {{kB}, 5, 5}}, 3, 1, job);
        QVERIFY(even && isNear(even->effect[0], 0.5) && even->effect[2] == 0 && even->credit[2] == 0);
        QVERIFY(!even->linearInstead);
    }

    /// The count of conversions inside a set would be the linear split over distinct channels: 5/2, 2, 9/2.
    void theRateIsNotTheLinearSplit()
    {
        Job job(1);
        const auto shapley = shapleyCredit(sixPaths(), 3, job);
        QVERIFY(shapley);
        QVERIFY(isNear(sum(shapley->credit), 9));
        const double distance = std::abs(shapley->credit[0] - 2.5) + std::abs(shapley->credit[1] - 2)
            + std::abs(shapley->credit[2] - 4.5);
        QVERIFY2(distance > 0.2, std::to_string(distance).c_str());
        QVERIFY(shapley->standardError == std::vector<double>(3, 0.0));
    }

    void namesOfChannelsDoNotMatter()
    {
        Random random(4);
        Job job(1);
        for (int trial = 0; trial < 40; ++trial) {
            std::vector<ChannelPath> paths = randomPaths(random, 4);
            const auto markov = markovCredit(paths, 4, 2, job);
            const auto shapley = shapleyCredit(paths, 4, job);
            for (ChannelPath& path : paths) {
                for (std::uint16_t& channel : path.channels) {
                    channel = static_cast<std::uint16_t>(3 - channel);
                }
            }
            std::reverse(paths.begin(), paths.end());
            const auto turnedMarkov = markovCredit(paths, 4, 2, job);
            const auto turned = shapleyCredit(paths, 4, job);
            QVERIFY(markov && shapley && turnedMarkov && turned);
            for (std::size_t c = 0; c < 4; ++c) {
                QVERIFY(isNear(markov->credit[c], turnedMarkov->credit[3 - c], 1e-6));
                QVERIFY(isNear(shapley->credit[c], turned->credit[3 - c], 1e-6));
            }
        }
    }

    void manyChannelsAreSampled()
    {
        Job job(1);
        ChannelPath wide;
        for (std::uint16_t channel = 0; channel < 15; ++channel) {
            wide.channels.push_back(channel);
        }
        wide.converting = 40;
        wide.lost = 10;
        std::vector<ChannelPath> paths {wide};
        for (std::uint16_t channel = 0; channel < 15; ++channel) {
            paths.push_back({{channel}, static_cast<Index>(channel), 100});
        }
        const auto shapley = shapleyCredit(paths, 15, job);
        QVERIFY(shapley);
        QVERIFY(isNear(sum(shapley->credit), 40 + 105, 1e-6));
        QVERIFY(shapley->credit[14] > shapley->credit[0] && shapley->standardError[3] > 0);
    }

    void aMemoryOfTwoIsSeen()
    {
        // After A B comes C, after D B comes conversion: one channel back cannot tell.
        const std::vector<ChannelPath> paths(10, ChannelPath {{0, 1, 2}, 0, 50});
        std::vector<ChannelPath> both = paths;
        for (int i = 0; i < 10; ++i) {
            both.push_back({{3, 1}, 50, 0});
        }
        const MarkovOrders loss = compareMarkovOrders(both, 4);
        QVERIFY(loss.second < 0.9 * loss.first);
    }

    void wrongInputIsRefused()
    {
        Job job(1);
        QVERIFY(!markovCredit(sixPaths(), 3, 5, job));
        QVERIFY(!markovCredit(sixPaths(), 2, 1, job));
        QVERIFY(!markovCredit({{{kA}, 4, 0}}, 1, 1, job));
        QVERIFY(!markovCredit({{{kA}, 0, 4}}, 1, 1, job));
        QVERIFY(!markovCredit({{{}, 1, 4}}, 1, 1, job));
        QVERIFY(!shapleyCredit({{{kA}, 4, 0}}, 1, job));
        QVERIFY(!shapleyCredit(sixPaths(), 65, job));
        QVERIFY(!shapleyCredit(sixPaths(), 2, job));
    }
};

MEITRACE_TEST(TestPathCredit)

#include "tst_pathcredit.moc"
