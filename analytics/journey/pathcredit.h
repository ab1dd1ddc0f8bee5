// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/stats/proportion.h"
#include "models/base/job.h"
#include "models/base/result.h"
#include "models/base/units.h"

#include <cstdint>
#include <span>
#include <vector>

namespace meitrace {

/// How the touches before one conversion share it.
enum class CreditRule : std::uint8_t {
    First,
    Last,
    Linear,
    Position,  ///< shares of their own for the first and the last touch, the rest between them
    Decay      ///< 2^(−age / half-life)
};

/// What the first and the last touch get by position. One touch takes all; two divide it in this proportion.
struct PositionEdges {
    double first = 0.4;
    double last = 0.4;

    /// Both above 0 and together at most 1
    [[nodiscard]] bool isValid() const { return first > 0 && last > 0 && first + last <= 1; }
};
inline constexpr PositionEdges kUShape {};
inline constexpr PositionEdges kJShape {.first = 0.2, .last = 0.6};
inline constexpr PositionEdges kInverseJShape {.first = 0.6, .last = 0.2};

struct CreditSettings {
    Millis halfLife = 14 * kDayMillis;  ///< of Decay
    PositionEdges edges {};             ///< of Position
};

/// Shares of the touches, in their order, which add up to 1. times: ascending; touches of one instant share
/// what their places would get. No touches: no shares.
std::vector<double> creditShares(CreditRule rule, std::span<const Millis> times, Millis conversion,
                                 const CreditSettings& settings);
/// The same into a list that keeps its memory.
void creditShares(CreditRule rule, std::span<const Millis> times, Millis conversion,
                  const CreditSettings& settings, std::vector<double>& shares);

/// Customers who met these channels in this order: how many converted, and how many did not.
struct ChannelPath {
    std::vector<std::uint16_t> channels;  ///< at least one
    Index converting = 0;
    Index lost = 0;
};

struct MarkovCredit {
    std::vector<double> effect;  ///< by channel: share of conversions that would be lost without it
    std::vector<double> credit;  ///< by channel, in conversions; adds up to those of the paths
    double conversion = 0;       ///< chance of converting from the start: the share of the paths that did
    int states = 0;
    bool linearInstead = false;  ///< no channel has an effect: the credit is that of the linear rule
};

/// Credit by removal effect: the chain of channels with conversion and loss; without a channel all that would
/// have come to it is lost. order: how many channels back the next step depends on, 1 to 4; contexts that
/// fewer than 50 customers had are taken one channel shorter.
///
/// Errors  BadOption(order | channel), EmptyInput(lost | converting): without lost or converting paths it
/// says nothing Source  Anderl et al. 2016, International Journal of Research in Marketing 33; semantics C6
/// Cost    O(steps of the paths) + one inverse of states × states
Result<MarkovCredit> markovCredit(const std::vector<ChannelPath>& paths, int channels, int order, Job& job);

/// 95 % interval of the credit of each channel: paths drawn again by Poisson numbers, seeded.
/// Errors  those of markovCredit, BadOption(resamples): 2 to 2,000
Result<std::vector<Interval>> markovIntervals(const std::vector<ChannelPath>& paths, int channels, int order,
                                              int resamples, Job& job);

/// Held-out log loss of chains of order 1 and 2 over the same paths, in bits per step; the second is better
/// by more than 2 % where the memoryless picture misleads. folds: 5, by path.
struct MarkovOrders {
    double first = 0;
    double second = 0;
};
MarkovOrders compareMarkovOrders(const std::vector<ChannelPath>& paths, int channels);

struct ShapleyCredit {
    std::vector<double> credit;         ///< by channel, in conversions; adds up to those of the paths
    std::vector<double> standardError;  ///< of it by sampling; 0 where all orders were looked at
};

/// Credit by Shapley's value over the rate at which customers convert whose channels all lie in a set. Sets
/// that few customers have are drawn towards a logit in which channels add up (weight of 50 customers). Up to
/// 12 channels of a set exactly, beyond that by 2,000 seeded orders.
///
/// Errors  BadOption(channel): more than 64; EmptyInput(lost | converting), Cancelled
/// Source  Shapley 1953; methods 7. The number of conversions inside a set instead of the rate would only be
/// the
///         linear split over distinct channels.
Result<ShapleyCredit> shapleyCredit(const std::vector<ChannelPath>& paths, int channels, Job& job);

}  // namespace meitrace
