// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Which order of a chain of channels foretells the next step better.
#include "analytics/journey/pathcredit.h"

#include <cmath>
#include <map>
#include <tuple>

namespace meitrace {

namespace {

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
        for (auto i = static_cast<std::size_t>(fold); i < paths.size(); i += kFolds) {
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
