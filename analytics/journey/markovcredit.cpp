// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Credit by removal effect.
#include "analytics/journey/pathcredit.h"
#include "analytics/stats/quantile.h"
#include "models/base/badoption.h"
#include "models/base/random.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace meitrace {

namespace {

constexpr Index kContextSupport = 50;
constexpr int kLongestOrder = 4;
constexpr int kMostResamples = 2'000;
constexpr std::uint64_t kSeed = 0x4D61726B6F76ULL;

using Context = std::vector<std::uint16_t>;

Status checkPaths(const std::vector<ChannelPath>& paths, int channels, int order)
{
    if (order < 1 || order > kLongestOrder) {
        return badOption("order", order, "1 to 4");
    }
    Index converting = 0;
    Index lost = 0;
    for (const ChannelPath& path : paths) {
        converting += path.converting;
        lost += path.lost;
        const bool known = !path.channels.empty()
            && std::all_of(path.channels.begin(), path.channels.end(), [&](int c) { return c < channels; });
        if (!known || channels > UINT16_MAX) {
            return badOption("channel", channels);
        }
    }
    if (converting == 0 || lost == 0) {
        return Error {.code = ErrorCode::EmptyInput,
                      .subject = converting == 0 ? "converting" : "lost",
                      .detail = "paths of both kinds are needed"};
    }
    return Done {};
}

/// Variable-length contexts: the longest one that enough customers had.
class Contexts {
public:
    Contexts(const std::vector<ChannelPath>& paths, int order)
        : m_order(static_cast<std::size_t>(order))
    {
        std::map<Context, Index> support;
        for (const ChannelPath& path : paths) {
            for (std::size_t end = 1; end <= path.channels.size(); ++end) {
                for (std::size_t length = 2; length <= std::min(m_order, end); ++length) {
                    const auto last = path.channels.begin() + static_cast<std::ptrdiff_t>(end);
                    support[Context(last - static_cast<std::ptrdiff_t>(length), last)]
                        += path.converting + path.lost;
                }
            }
        }
        m_number[{}] = 0;
        for (const auto& [context, count] : support) {
            if (count >= kContextSupport) {
                m_number.emplace(context, static_cast<int>(m_number.size()));
            }
        }
    }

    /// The state after the channels up to position end (exclusive), at least one.
    int after(const Context& channels, std::size_t end)
    {
        const auto last = channels.begin() + static_cast<std::ptrdiff_t>(end);
        for (std::size_t length = std::min(m_order, end); length > 1; --length) {
            const auto found = m_number.find(Context(last - static_cast<std::ptrdiff_t>(length), last));
            if (found != m_number.end()) {
                return found->second;
            }
        }
        return m_number.emplace(Context(last - 1, last), static_cast<int>(m_number.size())).first->second;
    }

    [[nodiscard]] int count() const { return static_cast<int>(m_number.size()); }
    /// States by their last channel
    [[nodiscard]] std::vector<std::vector<int>> ofChannel(int channels) const
    {
        std::vector<std::vector<int>> states(static_cast<std::size_t>(channels));
        for (const auto& [context, number] : m_number) {
            if (!context.empty()) {
                states[context.back()].push_back(number);
            }
        }
        return states;
    }

private:
    std::size_t m_order;
    std::map<Context, int> m_number;
};

/// How often each path was taken.
struct PathWeights {
    std::vector<double> converting;
    std::vector<double> lost;
};

/// Paths as sequences of states, so that they can be counted again with other weights.
class Chain {
public:
    Chain(const std::vector<ChannelPath>& paths, int channels, int order)
    {
        Contexts contexts(paths, order);
        for (const ChannelPath& path : paths) {
            for (std::size_t end = 1; end <= path.channels.size(); ++end) {
                m_states.push_back(contexts.after(path.channels, end));
            }
            m_ends.push_back(m_states.size());
        }
        m_count = contexts.count();
        m_ofChannel = contexts.ofChannel(channels);
    }

    [[nodiscard]] int states() const { return m_count; }

    struct Effects {
        double conversion = 0;       ///< chance from the start
        std::vector<double> effect;  ///< by channel
        double sum = 0;
    };

    [[nodiscard]] Effects effects(const PathWeights& weights) const
    {
        const auto n = static_cast<Eigen::Index>(m_count);
        Eigen::MatrixXd moves = Eigen::MatrixXd::Zero(n, n);
        Eigen::VectorXd converts = Eigen::VectorXd::Zero(n);
        Eigen::VectorXd left = Eigen::VectorXd::Zero(n);
        std::size_t at = 0;
        for (std::size_t path = 0; path < m_ends.size(); ++path) {
            const double all = weights.converting[path] + weights.lost[path];
            int state = 0;
            for (; at < m_ends[path]; ++at) {
                moves(state, m_states[at]) += all;
                left[state] += all;
                state = m_states[at];
            }
            converts[state] += weights.converting[path];
            left[state] += all;
        }
        for (Eigen::Index state = 0; state < n; ++state) {
            if (left[state] > 0) {
                moves.row(state) /= left[state];
                converts[state] /= left[state];
            }
        }
        return removed(Eigen::MatrixXd::Identity(n, n) - moves, converts);
    }

private:
    /// Who comes to a channel is lost there. With N the expected visits from state to state, the chance to
    /// come first to each of its states is N(start, S) N(S, S)⁻¹; what they would have converted is its
    /// effect.
    [[nodiscard]] Effects removed(const Eigen::MatrixXd& system, const Eigen::VectorXd& converts) const
    {
        const Eigen::MatrixXd visits = system.partialPivLu().inverse();
        const Eigen::VectorXd chance = visits * converts;
        Effects result;
        result.conversion = chance[0];
        for (const std::vector<int>& states : m_ofChannel) {
            double lost = 0;
            if (!states.empty() && result.conversion > 0) {
                const Eigen::MatrixXd among = visits(states, states);
                const Eigen::VectorXd from = visits(std::vector<int> {0}, states).row(0);
                const Eigen::VectorXd first = among.transpose().partialPivLu().solve(from);
                lost = std::max(0.0, first.dot(chance(states)) / result.conversion);
            }
            result.effect.push_back(lost > 1e-12 ? lost : 0.0);
            result.sum += result.effect.back();
        }
        return result;
    }

    std::vector<int> m_states;        ///< of all paths, one after the other
    std::vector<std::size_t> m_ends;  ///< where each ends in m_states
    int m_count = 0;
    std::vector<std::vector<int>> m_ofChannel;
};

PathWeights weightsOf(const std::vector<ChannelPath>& paths)
{
    PathWeights weights;
    for (const ChannelPath& path : paths) {
        weights.converting.push_back(static_cast<double>(path.converting));
        weights.lost.push_back(static_cast<double>(path.lost));
    }
    return weights;
}

std::vector<double> linearCredit(const std::vector<ChannelPath>& paths, int channels)
{
    std::vector<double> credit(static_cast<std::size_t>(channels), 0.0);
    for (const ChannelPath& path : paths) {
        for (const std::uint16_t channel : path.channels) {
            credit[channel]
                += static_cast<double>(path.converting) / static_cast<double>(path.channels.size());
        }
    }
    return credit;
}

/// A Poisson number of the given mean: exact below 30, rounded normal above.
double poissonCount(Random& random, double mean)
{
    constexpr double kFew = 30;
    if (mean <= 0) {
        return 0;
    }
    if (mean < kFew) {
        const double limit = std::exp(-mean);
        double product = random.unit();
        double count = 0;
        for (; product > limit; ++count) {
            product *= random.unit();
        }
        return count;
    }
    const double radius = std::sqrt(-2 * std::log(1 - random.unit()));
    const double normal = radius * std::cos(2 * std::numbers::pi * random.unit());
    return std::max(0.0, std::round(mean + std::sqrt(mean) * normal));
}

}  // namespace

Result<MarkovCredit> markovCredit(const std::vector<ChannelPath>& paths, int channels, int order, Job& job)
{
    if (Status status = checkPaths(paths, channels, order); !status) {
        return status.error();
    }
    if (job.stopped()) {
        return Error {.code = ErrorCode::Cancelled};
    }
    const Chain chain(paths, channels, order);
    const PathWeights weights = weightsOf(paths);
    Chain::Effects effects = chain.effects(weights);
    double conversions = 0;
    for (const double converting : weights.converting) {
        conversions += converting;
    }
    MarkovCredit result {.effect = std::move(effects.effect),
                         .credit = linearCredit(paths, channels),
                         .conversion = effects.conversion,
                         .states = chain.states(),
                         .linearInstead = effects.sum <= 0};
    for (std::size_t channel = 0; channel < result.effect.size() && effects.sum > 0; ++channel) {
        result.credit[channel] = conversions * result.effect[channel] / effects.sum;
    }
    return result;
}

Result<std::vector<Interval>> markovIntervals(const std::vector<ChannelPath>& paths, int channels, int order,
                                              int resamples, Job& job)
{
    if (Status status = checkPaths(paths, channels, order); !status) {
        return status.error();
    }
    if (resamples < 2 || resamples > kMostResamples) {
        return badOption("resamples", resamples, "2 to 2000");
    }
    const Chain chain(paths, channels, order);
    std::vector<std::vector<double>> credits(static_cast<std::size_t>(channels));
    PathWeights weights = weightsOf(paths);
    for (int sample = 0; sample < resamples; ++sample) {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        Random random(kSeed, static_cast<std::uint64_t>(sample));
        double conversions = 0;
        for (std::size_t i = 0; i < paths.size(); ++i) {
            weights.converting[i] = poissonCount(random, static_cast<double>(paths[i].converting));
            weights.lost[i] = poissonCount(random, static_cast<double>(paths[i].lost));
            conversions += weights.converting[i];
        }
        const Chain::Effects effects = chain.effects(weights);
        for (std::size_t channel = 0; channel < credits.size(); ++channel) {
            credits[channel].push_back(effects.sum > 0 ? conversions * effects.effect[channel] / effects.sum
                                                       : 0.0);
        }
    }
    std::vector<Interval> intervals;
    for (std::vector<double>& credit : credits) {
        std::sort(credit.begin(), credit.end());
        intervals.push_back({quantileType7(credit, 0.025), quantileType7(credit, 0.975)});
    }
    return intervals;
}

}  // namespace meitrace
