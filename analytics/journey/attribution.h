// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/pathcredit.h"
#include "analytics/journey/touchpaths.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// Ways to divide a conversion among the channels before it. None is a cause; only a held-out group tells
/// what would not have come.
enum class CreditModel : std::uint8_t {
    First,
    Last,
    Linear,
    Position,       ///< U: 40 % first, 40 % last, or edges of one's own
    LatePosition,   ///< J: 20 % first, 60 % last
    EarlyPosition,  ///< inverse J: 60 % first, 20 % last
    Decay,
    Participation,  ///< every channel of the path gets all: adds up to more than the conversions
    Markov,
    Shapley
};
inline constexpr std::size_t kCreditModels = 10;
/// Those whose credit adds up from conversion to conversion.
inline constexpr std::size_t kRuleModels = 8;
// As the command line writes them, in the order of the enumerators.
inline constexpr std::array<const char*, kCreditModels> kCreditModelNames {
    "first",          "last",       "linear",        "position", "late_position",
    "early_position", "time_decay", "participation", "markov",   "shapley"};

struct AttributionOptions {
    TouchOptions touches {};
    CreditSettings settings {};
    int order = 1;        ///< of the Markov chain, 1 to 4
    int resamples = 200;  ///< for the interval of Markov, 0 to 2,000; 0: none
};

struct ModelCredit {
    double conversions = 0;
    double low = 0;  ///< 95 % by resampling customers
    double high = 0;
    Fen money = 0;
};

struct AttributedChannel {
    enum class Kind : std::uint8_t { Named, Other, Unattributed };

    std::string channel {};
    Kind kind = Kind::Named;
    std::array<ModelCredit, kCreditModels> credit {};
    double removalEffect = 0;  ///< share of conversions that would be lost without it, by Markov
    double shapleyError = 0;   ///< standard error of its sampling
    Index converting = 0;      ///< conversions with it on their path
    Index lost = 0;            ///< lost paths with it

    [[nodiscard]] const ModelCredit& by(CreditModel model) const
    {
        return credit[static_cast<std::size_t>(model)];
    }
};

/// A sequence of channels that people took.
struct ChannelRoute {
    std::vector<int> channels {};  ///< numbers in AttributionResult::channels
    Index converting = 0;
    Index lost = 0;
    Fen money = 0;
};

/// Why a model says nothing.
enum class CreditGap : std::uint8_t {
    None,
    NoConversions,  ///< no conversion has a touch before it
    NoLost,         ///< every path converted: what a channel takes away cannot be seen
    NoEffect        ///< Markov: no channel has an effect; the credit shown is the linear one
};

struct AttributionResult {
    std::vector<AttributedChannel> channels {};  ///< most conversions by last touch first; Other and
                                                 ///< Unattributed behind them
    std::vector<ChannelRoute> routes {};         ///< most frequent first, up to kMostRoutes
    Index conversions = 0;
    Index converted = 0;  ///< customers who have one
    Fen money = 0;        ///< the conversions brought
    Index moneyOpen = 0;  ///< conversions whose days of money are not over
    Index lost = 0;       ///< paths that ended without a conversion
    Index open = 0;       ///< paths that may yet convert; in no model
    CreditGap markov = CreditGap::None;
    CreditGap shapley = CreditGap::None;
    double conversionRate = 0;  ///< of paths with a touch that are converted or lost
    MarkovOrders orders {};     ///< held-out bits per step; 0 where Markov says nothing
    Index notSelected = 0;
    Index anonymous = 0;

    static constexpr std::size_t kMostRoutes = 20;
};

/// Divides conversions, and the money they brought, among the channels of the touches before them, by all
/// models.
///
/// Sums      Of every model but Participation the conversions and the money of all channels add up to those
///           of the result, money to the last cent.
/// Interval  of rules: customers weighted as a Poisson bootstrap would, whose spread has a closed form; of
///           Markov: seeded Poisson resampling of the paths
/// Cost      three passes over the events of the population
/// Errors    those of TouchScan, BadOption(position | half-life | order | resamples), EmptyInput(conversion):
///           nobody converted on these days
/// Source    semantics C6; docs/methods/attribution.md
Result<AttributionResult> attribution(const Snapshot& snapshot, const AttributionOptions& options, Job& job);

/// Whom a figure of a channel is about.
struct AttributionPlace {
    enum class Role : std::uint8_t { Any, First, Last };

    int channel = -1;  ///< number in AttributionResult::channels; -1: all
    Role role = Role::Any;
    TouchPath::End end = TouchPath::End::Converted;
    int route = -1;  ///< number in AttributionResult::routes; -1: any
};

Result<Bitset> attributionMembers(const Snapshot& snapshot, const AttributionOptions& options,
                                  const AttributionResult& result, const AttributionPlace& place, Job& job);

}  // namespace meitrace
