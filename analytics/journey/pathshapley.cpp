// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/pathcredit.h"
#include "models/base/badoption.h"
#include "models/base/random.h"

#include <Eigen/Dense>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>

namespace meitrace {

namespace {

constexpr int kMostChannels = 64;
constexpr int kExactChannels = 12;
constexpr double kPriorWeight = 50;  // customers
constexpr int kOrders = 2'000;
constexpr int kFitSteps = 30;
constexpr double kRidge = 1;

/// Customers by the set of channels they met.
struct SetCount {
    double converting = 0;
    double all = 0;

    void add(const SetCount& other)
    {
        converting += other.converting;
        all += other.all;
    }
};
using Sets = std::map<std::uint64_t, SetCount>;

std::uint64_t bitOf(int channel)
{
    return std::uint64_t {1} << static_cast<unsigned>(channel);
}

/// Chance of converting in which channels add up on the scale of log odds.
class AdditiveLogit {
public:
    AdditiveLogit(const Sets& sets, int channels)
        : m_weights(Eigen::VectorXd::Zero(channels + 1))
    {
        const Eigen::Index n = channels + 1;
        for (int step = 0; step < kFitSteps; ++step) {
            Eigen::VectorXd gradient = -kRidge * m_weights;
            Eigen::MatrixXd curvature = kRidge * Eigen::MatrixXd::Identity(n, n);
            gradient[0] = 0;
            curvature(0, 0) = 1e-9;
            for (const auto& [set, count] : sets) {
                const Eigen::VectorXd row = rowOf(set);
                const double p = chance(set);
                gradient += (count.converting - count.all * p) * row;
                curvature += count.all * p * (1 - p) * row * row.transpose();
            }
            const Eigen::VectorXd change = curvature.ldlt().solve(gradient);
            m_weights += change;
            if (change.cwiseAbs().maxCoeff() < 1e-10) {
                break;
            }
        }
    }

    [[nodiscard]] double chance(std::uint64_t set) const
    {
        const double odds = m_weights.dot(rowOf(set));
        return 1 / (1 + std::exp(-std::clamp(odds, -30.0, 30.0)));
    }

private:
    [[nodiscard]] Eigen::VectorXd rowOf(std::uint64_t set) const
    {
        Eigen::VectorXd row = Eigen::VectorXd::Zero(m_weights.size());
        row[0] = 1;
        for (Eigen::Index c = 1; c < row.size(); ++c) {
            row[c] = (set & bitOf(static_cast<int>(c) - 1)) != 0 ? 1 : 0;
        }
        return row;
    }

    Eigen::VectorXd m_weights;
};

double worthOf(const SetCount& inside, double prior)
{
    return (inside.converting + kPriorWeight * prior) / (inside.all + kPriorWeight);
}

std::vector<int> membersOf(std::uint64_t set)
{
    std::vector<int> members;
    for (; set != 0; set &= set - 1) {
        members.push_back(std::countr_zero(set));
    }
    return members;
}

/// Numbers of a set's subsets: bit i stands for its member i.
std::uint64_t subsetOf(const std::vector<int>& members, std::size_t place)
{
    std::uint64_t subset = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        subset |= (place >> i & 1U) != 0 ? bitOf(members[i]) : 0;
    }
    return subset;
}

std::size_t placeOf(const std::vector<int>& members, std::uint64_t subset)
{
    std::size_t place = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        place |= (subset & bitOf(members[i])) != 0 ? std::size_t {1} << i : 0;
    }
    return place;
}

/// By subset, the customers whose channels all lie in it.
std::vector<SetCount> countSubsets(const std::vector<int>& members, std::uint64_t set, const Sets& sets)
{
    std::vector<SetCount> inside(std::size_t {1} << members.size());
    for (const auto& [other, count] : sets) {
        if ((other & ~set) == 0) {
            inside[placeOf(members, other)].add(count);
        }
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        for (std::size_t place = 0; place < inside.size(); ++place) {
            if ((place >> i & 1U) != 0) {
                inside[place].add(inside[place ^ std::size_t {1} << i]);
            }
        }
    }
    return inside;
}

/// Of a subset of so many others of n: s! (n - s - 1)! / n!
std::vector<double> subsetWeights(std::size_t n)
{
    std::vector<double> weights(n, 1 / static_cast<double>(n));
    for (std::size_t size = 1; size < n; ++size) {
        weights[size] = weights[size - 1] * static_cast<double>(size) / static_cast<double>(n - size);
    }
    return weights;
}

/// Shapley's values of the members of one set, over all of its subsets.
std::vector<double> exactValues(const std::vector<int>& members, std::uint64_t set, const Sets& sets,
                                const AdditiveLogit& logit)
{
    const std::size_t n = members.size();
    const std::vector<SetCount> inside = countSubsets(members, set, sets);
    std::vector<double> worth(inside.size(), 0.0);
    for (std::size_t place = 1; place < worth.size(); ++place) {
        worth[place] = worthOf(inside[place], logit.chance(subsetOf(members, place)));
    }
    const std::vector<double> weights = subsetWeights(n);
    std::vector<double> values(n, 0.0);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t place = 0; place < worth.size(); ++place) {
            if ((place >> i & 1U) == 0) {
                values[i] += weights[static_cast<std::size_t>(std::popcount(place))]
                    * (worth[place | std::size_t {1} << i] - worth[place]);
            }
        }
    }
    return values;
}

SetCount countInside(const Sets& sets, std::uint64_t set)
{
    SetCount sum;
    for (const auto& [other, count] : sets) {
        if ((other & ~set) == 0) {
            sum.add(count);
        }
    }
    return sum;
}

struct Sampled {
    std::vector<double> values;
    std::vector<double> errors;
};

/// The same by seeded orders of the members; every second order is the one before it backwards.
Sampled sampledValues(const std::vector<int>& members, std::uint64_t set, const Sets& sets,
                      const AdditiveLogit& logit)
{
    const std::size_t n = members.size();
    Random random(set);
    std::map<std::uint64_t, double> known;
    const auto worth = [&](std::uint64_t subset) {
        const auto [place, isNew] = known.emplace(subset, 0.0);
        if (isNew && subset != 0) {
            place->second = worthOf(countInside(sets, subset), logit.chance(subset));
        }
        return place->second;
    };
    std::vector<double> sums(n, 0.0);
    std::vector<double> squares(n, 0.0);
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t {0});
    for (int trial = 0; trial < kOrders; ++trial) {
        if (trial % 2 == 1) {
            std::reverse(order.begin(), order.end());
        } else {
            for (std::size_t i = n; i > 1; --i) {
                std::swap(order[i - 1], order[random.below(i)]);
            }
        }
        std::uint64_t subset = 0;
        double before = 0;
        for (const std::size_t i : order) {
            subset |= bitOf(members[i]);
            const double after = worth(subset);
            sums[i] += after - before;
            squares[i] += (after - before) * (after - before);
            before = after;
        }
    }
    Sampled sampled;
    for (std::size_t i = 0; i < n; ++i) {
        const double mean = sums[i] / kOrders;
        sampled.values.push_back(mean);
        sampled.errors.push_back(std::sqrt(std::max(0.0, squares[i] / kOrders - mean * mean) / kOrders));
    }
    return sampled;
}

Result<Sets> setsOf(const std::vector<ChannelPath>& paths, int channels)
{
    Sets sets;
    SetCount total;
    for (const ChannelPath& path : paths) {
        std::uint64_t set = 0;
        for (const std::uint16_t channel : path.channels) {
            if (channel >= channels) {
                return badOption("channel", channel);
            }
            set |= bitOf(channel);
        }
        const SetCount count {.converting = static_cast<double>(path.converting),
                              .all = static_cast<double>(path.converting + path.lost)};
        sets[set].add(count);
        total.add(count);
    }
    if (total.converting <= 0 || total.converting >= total.all) {
        return Error {.code = ErrorCode::EmptyInput,
                      .subject = total.converting <= 0 ? "converting" : "lost",
                      .detail = "paths of both kinds are needed"};
    }
    return sets;
}

/// Divides the conversions of one set among its members as their values say; a channel that lowers the rate
/// gets nothing.
void divide(const std::vector<int>& members, const Sampled& found, double converting, ShapleyCredit& result)
{
    double sum = 0;
    for (const double value : found.values) {
        sum += std::max(0.0, value);
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto channel = static_cast<std::size_t>(members[i]);
        const double share
            = sum > 0 ? std::max(0.0, found.values[i]) / sum : 1.0 / static_cast<double>(members.size());
        result.credit[channel] += converting * share;
        result.standardError[channel] += sum > 0 ? converting * found.errors[i] / sum : 0;
    }
}

}  // namespace

Result<ShapleyCredit> shapleyCredit(const std::vector<ChannelPath>& paths, int channels, Job& job)
{
    if (channels < 1 || channels > kMostChannels) {
        return badOption("channel", channels, "1 to 64 channels");
    }
    const Result<Sets> sets = setsOf(paths, channels);
    if (!sets) {
        return sets.error();
    }
    const AdditiveLogit logit(*sets, channels);
    ShapleyCredit result;
    result.credit.resize(static_cast<std::size_t>(channels));
    result.standardError.resize(static_cast<std::size_t>(channels));
    for (const auto& [set, count] : *sets) {
        if (job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        if (count.converting <= 0) {
            continue;
        }
        const std::vector<int> members = membersOf(set);
        const bool exact = members.size() <= kExactChannels;
        divide(members,
               exact ? Sampled {exactValues(members, set, *sets, logit), std::vector<double>(members.size())}
                     : sampledValues(members, set, *sets, logit),
               count.converting, result);
    }
    return result;
}

}  // namespace meitrace
