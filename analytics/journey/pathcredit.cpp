// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/pathcredit.h"

#include "models/base/badoption.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace meitrace {

namespace {

constexpr double kEdge = 0.4;  // of the first and of the last touch
constexpr Index kContextSupport = 50;
constexpr int kLongestOrder = 4;

using Context = std::vector<std::uint16_t>;

/// What each place would get if all touches had different times.
std::vector<double> placeShares(CreditRule rule, std::span<const Millis> times, Millis conversion,
                                Millis halfLife)
{
    const std::size_t n = times.size();
    std::vector<double> shares(n, 0.0);
    switch (rule) {
    case CreditRule::First:
        shares.front() = 1;
        break;
    case CreditRule::Last:
        shares.back() = 1;
        break;
    case CreditRule::Linear:
        std::fill(shares.begin(), shares.end(), 1.0 / static_cast<double>(n));
        break;
    case CreditRule::Position:
        if (n <= 2) {
            std::fill(shares.begin(), shares.end(), 1.0 / static_cast<double>(n));
        } else {
            std::fill(shares.begin(), shares.end(), (1 - 2 * kEdge) / static_cast<double>(n - 2));
            shares.front() = kEdge;
            shares.back() = kEdge;
        }
        break;
    case CreditRule::Decay: {
        // Measured from the last touch, so that the weights do not all vanish.
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const auto age = static_cast<double>(std::min(times.back(), conversion) - times[i]);
            shares[i] = std::exp2(-age / static_cast<double>(halfLife));
            sum += shares[i];
        }
        for (double& share : shares) {
            share /= sum;
        }
        break;
    }
    }
    return shares;
}

Status checkPaths(const std::vector<ChannelPath>& paths, int channels, int most)
{
    Index converting = 0;
    Index lost = 0;
    for (const ChannelPath& path : paths) {
        converting += path.converting;
        lost += path.lost;
        const bool known = !path.channels.empty()
            && std::all_of(path.channels.begin(), path.channels.end(), [&](int c) { return c < channels; });
        if (!known || channels > most) {
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

    /// The state after the channels up to position end (exclusive).
    int after(const Context& channels, std::size_t end)
    {
        for (std::size_t length = std::min(m_order, end); length > 1; --length) {
            const auto last = channels.begin() + static_cast<std::ptrdiff_t>(end);
            const auto found = m_number.find(Context(last - static_cast<std::ptrdiff_t>(length), last));
            if (found != m_number.end()) {
                return found->second;
            }
        }
        return end == 0
            ? 0
            : m_number.emplace(Context {channels[end - 1]}, static_cast<int>(m_number.size())).first->second;
    }

    [[nodiscard]] int count() const { return static_cast<int>(m_number.size()); }
    /// Last channel by state; -1 for the start
    [[nodiscard]] std::vector<int> lastChannels() const
    {
        std::vector<int> last(m_number.size(), -1);
        for (const auto& [context, number] : m_number) {
            last[static_cast<std::size_t>(number)] = context.empty() ? -1 : context.back();
        }
        return last;
    }

private:
    std::size_t m_order;
    std::map<Context, int> m_number;
};

/// Chance of converting from the start when nothing comes to a channel any more; -1: all channels stay.
double conversionWithout(const Eigen::MatrixXd& moves, const Eigen::VectorXd& converts,
                         const std::vector<int>& lastChannel, int removed)
{
    const Eigen::Index n = moves.rows();
    Eigen::MatrixXd system = Eigen::MatrixXd::Identity(n, n) - moves;
    for (Eigen::Index state = 1; state < n; ++state) {
        if (lastChannel[static_cast<std::size_t>(state)] == removed) {
            system.col(state).setZero();
            system(state, state) = 1;
        }
    }
    return system.partialPivLu().solve(converts)[0];
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

/// Which step follows one channel, and which follows two; smoothed towards how often it happens at all.
class StepCounts {
public:
    explicit StepCounts(int outcomes)
        : m_outcomes(outcomes)
        , m_all(static_cast<std::size_t>(outcomes), 1.0)
        , m_sum(outcomes)
    {
    }

    void add(const ChannelPath& path)
    {
        eachStep(path, [this](int before, int last, int next, double weight) {
            m_all[static_cast<std::size_t>(next)] += weight;
            m_sum += weight;
            m_one[{last, next}] += weight;
            m_afterOne[last] += weight;
            m_two[{before, last, next}] += weight;
            m_afterTwo[{before, last}] += weight;
        });
    }

    /// Adds bits to both losses and returns the number of steps.
    double addLoss(const ChannelPath& path, MarkovOrders& loss) const
    {
        double steps = 0;
        eachStep(path, [&](int before, int last, int next, double weight) {
            const double one
                = (countOf(m_one, std::pair(last, next)) + m_all[static_cast<std::size_t>(next)] / m_sum)
                / (countOf(m_afterOne, last) + 1);
            const double two = (countOf(m_two, std::tuple(before, last, next)) + one)
                / (countOf(m_afterTwo, std::pair(before, last)) + 1);
            loss.first -= weight * std::log2(one);
            loss.second -= weight * std::log2(two);
            steps += weight;
        });
        return steps;
    }

private:
    template <typename Map, typename Key>
    static double countOf(const Map& map, const Key& key)
    {
        const auto found = map.find(key);
        return found == map.end() ? 0.0 : found->second;
    }

    /// body(channel before the last, last channel, next step, customers); -1 stands before the first channel
    template <typename Body>
    void eachStep(const ChannelPath& path, Body body) const
    {
        int before = -1;
        int last = -1;
        for (const std::uint16_t channel : path.channels) {
            body(before, last, channel, static_cast<double>(path.converting + path.lost));
            before = last;
            last = channel;
        }
        body(before, last, m_outcomes - 2, static_cast<double>(path.converting));
        body(before, last, m_outcomes - 1, static_cast<double>(path.lost));
    }

    int m_outcomes;
    std::vector<double> m_all;
    double m_sum;
    std::map<std::pair<int, int>, double> m_one;
    std::map<int, double> m_afterOne;
    std::map<std::tuple<int, int, int>, double> m_two;
    std::map<std::pair<int, int>, double> m_afterTwo;
};

}  // namespace

std::vector<double> creditShares(CreditRule rule, std::span<const Millis> times, Millis conversion,
                                 Millis halfLife)
{
    if (times.empty()) {
        return {};
    }
    std::vector<double> shares = placeShares(rule, times, conversion, halfLife);
    for (std::size_t begin = 0; begin < times.size();) {
        std::size_t end = begin + 1;
        double sum = shares[begin];
        while (end < times.size() && times[end] == times[begin]) {
            sum += shares[end++];
        }
        std::fill(shares.begin() + static_cast<std::ptrdiff_t>(begin),
                  shares.begin() + static_cast<std::ptrdiff_t>(end), sum / static_cast<double>(end - begin));
        begin = end;
    }
    return shares;
}

Result<MarkovCredit> markovCredit(const std::vector<ChannelPath>& paths, int channels, int order, Job& job)
{
    if (order < 1 || order > kLongestOrder) {
        return badOption("order", order, "1 to 4");
    }
    if (Status status = checkPaths(paths, channels, UINT16_MAX); !status) {
        return status.error();
    }
    Contexts contexts(paths, order);
    std::map<std::pair<int, int>, double> counts;
    std::map<int, double> converted;
    std::map<int, double> left;
    double conversions = 0;
    for (const ChannelPath& path : paths) {
        const auto all = static_cast<double>(path.converting + path.lost);
        int state = 0;
        for (std::size_t end = 1; end <= path.channels.size(); ++end) {
            const int next = contexts.after(path.channels, end);
            counts[{state, next}] += all;
            left[state] += all;
            state = next;
        }
        converted[state] += static_cast<double>(path.converting);
        left[state] += all;
        conversions += static_cast<double>(path.converting);
    }
    const auto n = static_cast<Eigen::Index>(contexts.count());
    Eigen::MatrixXd moves = Eigen::MatrixXd::Zero(n, n);
    Eigen::VectorXd converts = Eigen::VectorXd::Zero(n);
    for (const auto& [pair, count] : counts) {
        moves(pair.first, pair.second) = count / left[pair.first];
    }
    for (const auto& [state, count] : converted) {
        converts[state] = count / left[state];
    }
    const std::vector<int> last = contexts.lastChannels();
    MarkovCredit result;
    result.states = contexts.count();
    result.conversion = conversionWithout(moves, converts, last, -2);
    double sum = 0;
    for (int channel = 0; channel < channels; ++channel) {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        const double effect
            = std::max(0.0, 1 - conversionWithout(moves, converts, last, channel) / result.conversion);
        result.effect.push_back(effect > 1e-12 ? effect : 0.0);
        sum += result.effect.back();
    }
    result.linearInstead = sum <= 0;
    result.credit = linearCredit(paths, channels);
    for (int channel = 0; channel < channels && sum > 0; ++channel) {
        const auto at = static_cast<std::size_t>(channel);
        result.credit[at] = conversions * result.effect[at] / sum;
    }
    return result;
}

MarkovOrders compareMarkovOrders(const std::vector<ChannelPath>& paths, int channels)
{
    constexpr int kFolds = 5;
    const int outcomes = channels + 2;  // the channels, converted, lost
    MarkovOrders loss;
    double steps = 0;
    for (int fold = 0; fold < kFolds; ++fold) {
        StepCounts learnt(outcomes);
        for (std::size_t i = 0; i < paths.size(); ++i) {
            if (static_cast<int>(i) % kFolds != fold) {
                learnt.add(paths[i]);
            }
        }
        for (std::size_t i = static_cast<std::size_t>(fold); i < paths.size(); i += kFolds) {
            steps += learnt.addLoss(paths[i], loss);
        }
    }
    if (steps > 0) {
        loss.first /= steps;
        loss.second /= steps;
    }
    return loss;
}

}  // namespace meitrace
