// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/attribution.h"

#include "analytics/features/population.h"
#include "analytics/journey/attributioncounts.h"
#include "analytics/stats/largestremainder.h"
#include "models/base/badoption.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace meitrace {

namespace {

constexpr PassShare kScan {.from = TouchScan::kNaming, .to = 0.6};
constexpr double kAfterMarkov = 0.85;
constexpr int kMostResamples = 2'000;
constexpr int kResamplesOfLongOrders = 50;  // their chains have many states

Status checkSettings(const AttributionOptions& options)
{
    if (!options.settings.edges.isValid()) {
        return badOption("position", {}, "both shares above 0 and together at most 100 %");
    }
    if (options.settings.halfLife < kDayMillis) {
        return badOption("half-life", options.settings.halfLife / kDayMillis, "at least 1 day");
    }
    if (options.order < 1 || options.order > 4) {
        return badOption("order", options.order, "1 to 4");
    }
    if (options.resamples != 0 && (options.resamples < 2 || options.resamples > kMostResamples)) {
        return badOption("resamples", options.resamples, "0, or 2 to 2000");
    }
    return Done {};
}

/// Sequences in a fixed order, whatever the threads.
using SortedRoutes = std::vector<std::pair<std::vector<std::uint16_t>, AttributionCounts::Route>>;

SortedRoutes sorted(const AttributionCounts::Routes& routes)
{
    SortedRoutes list(routes.begin(), routes.end());
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return list;
}

class Reckoner {
public:
    Reckoner(const AttributionOptions& options, const TouchScan& scan, const AttributionCounts& counts)
        : m_options(options)
        , m_scan(scan)
        , m_counts(counts)
        , m_routes(sorted(counts.routes()))
        , m_channels(scan.channels().size())
    {
    }

    Status reckon(AttributionResult& result, Job& job)
    {
        addChannels(result);
        addPaths(result);
        if (Status done = addMarkov(result, job); !done) {
            return done;
        }
        job.progress(kAfterMarkov);
        if (Status done = addShapley(result, job); !done) {
            return done;
        }
        arrange(result);
        return Done {};
    }

private:
    void addChannels(AttributionResult& result) const
    {
        result.conversions = m_counts.conversions;
        result.converted = m_counts.converted;
        result.money = m_counts.money;
        result.moneyOpen = m_counts.moneyOpen;
        result.open = m_counts.open;
        for (std::size_t channel = 0; channel <= m_channels; ++channel) {
            AttributedChannel& row = result.channels.emplace_back();
            if (channel == m_channels) {
                row.kind = AttributedChannel::Kind::Unattributed;
            } else {
                row.channel = m_scan.channels()[channel];
                row.kind
                    = row.channel.empty() ? AttributedChannel::Kind::Other : AttributedChannel::Kind::Named;
            }
            for (std::size_t model = 0; model < kRuleModels; ++model) {
                const CreditSum& sum = m_counts.sum(static_cast<CreditModel>(model), channel);
                const double credit
                    = static_cast<double>(sum.shares) / static_cast<double>(AttributionCounts::kShareUnit);
                const double spread = kZ95 * std::sqrt(static_cast<double>(sum.squares))
                    / static_cast<double>(AttributionCounts::kSquareUnit);
                row.credit[model] = {credit, std::max(0.0, credit - spread), credit + spread, sum.money};
            }
        }
    }

    void addPaths(AttributionResult& result)
    {
        for (const auto& [channels, route] : m_routes) {
            m_paths.push_back({channels, route.converting, route.lost});
            m_attributed += route.converting;
            m_attributedMoney += route.money;
            result.lost += route.lost;
            std::vector<std::uint16_t> distinct = channels;
            std::sort(distinct.begin(), distinct.end());
            distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
            for (const std::uint16_t channel : distinct) {
                result.channels[channel].converting += route.converting;
                result.channels[channel].lost += route.lost;
            }
        }
        result.channels.back().converting = m_counts.conversions - m_attributed;
        const Index all = m_attributed + result.lost;
        result.conversionRate = all > 0 ? proportion(m_attributed, all) : 0;
    }

    [[nodiscard]] CreditGap gap(const AttributionResult& result) const
    {
        return m_attributed == 0 ? CreditGap::NoConversions
            : result.lost == 0   ? CreditGap::NoLost
                                 : CreditGap::None;
    }

    /// Conversions without a touch stand where they stand under every model.
    void put(AttributionResult& result, CreditModel model, const std::vector<double>& credit,
             const std::vector<Interval>& intervals) const
    {
        std::vector<double> shares(m_channels);
        std::vector<Fen> money(m_channels);
        std::transform(credit.begin(), credit.end(), shares.begin(),
                       [this](double part) { return part / static_cast<double>(m_attributed); });
        largestRemainder(m_attributedMoney, shares, money);
        const auto place = static_cast<std::size_t>(model);
        for (std::size_t channel = 0; channel < m_channels; ++channel) {
            const Interval interval
                = intervals.empty() ? Interval {credit[channel], credit[channel]} : intervals[channel];
            result.channels[channel].credit[place]
                = {credit[channel], interval.low, interval.high, money[channel]};
        }
        result.channels.back().credit[place] = result.channels.back().by(CreditModel::Last);
    }

    Status addMarkov(AttributionResult& result, Job& job) const
    {
        result.markov = gap(result);
        if (result.markov != CreditGap::None) {
            return Done {};
        }
        const auto channels = static_cast<int>(m_channels);
        const Result<MarkovCredit> credit = markovCredit(m_paths, channels, m_options.order, job);
        if (!credit) {
            return credit.error();
        }
        std::vector<Interval> intervals;
        if (m_options.resamples > 0) {
            const int resamples = m_options.order == 1
                ? m_options.resamples
                : std::min(m_options.resamples, kResamplesOfLongOrders);
            Result<std::vector<Interval>> spread
                = markovIntervals(m_paths, channels, m_options.order, resamples, job);
            if (!spread) {
                return spread.error();
            }
            intervals = *std::move(spread);
        }
        put(result, CreditModel::Markov, credit->credit, intervals);
        for (std::size_t channel = 0; channel < m_channels; ++channel) {
            result.channels[channel].removalEffect = credit->effect[channel];
        }
        result.orders = compareMarkovOrders(m_paths, channels);
        result.markov = credit->linearInstead ? CreditGap::NoEffect : CreditGap::None;
        return Done {};
    }

    Status addShapley(AttributionResult& result, Job& job) const
    {
        result.shapley = gap(result);
        if (result.shapley != CreditGap::None) {
            return Done {};
        }
        const Result<ShapleyCredit> credit = shapleyCredit(m_paths, static_cast<int>(m_channels), job);
        if (!credit) {
            return credit.error();
        }
        std::vector<Interval> intervals;
        for (std::size_t channel = 0; channel < m_channels; ++channel) {
            const double spread = kZ95 * credit->standardError[channel];
            intervals.push_back(
                {std::max(0.0, credit->credit[channel] - spread), credit->credit[channel] + spread});
            result.channels[channel].shapleyError = credit->standardError[channel];
        }
        put(result, CreditModel::Shapley, credit->credit, intervals);
        return Done {};
    }

    /// Channels on no path go; the others by their last touches; routes get the new numbers.
    void arrange(AttributionResult& result) const
    {
        std::vector<std::size_t> order(result.channels.size());
        std::iota(order.begin(), order.end(), std::size_t {0});
        const auto isEmpty = [&](std::size_t i) {
            return result.channels[i].converting == 0 && result.channels[i].lost == 0;
        };
        order.erase(std::remove_if(order.begin(), order.end(), isEmpty), order.end());
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const AttributedChannel& left = result.channels[a];
            const AttributedChannel& right = result.channels[b];
            if (left.kind != right.kind) {
                return left.kind < right.kind;
            }
            const double mine = left.by(CreditModel::Last).conversions;
            const double theirs = right.by(CreditModel::Last).conversions;
            return mine != theirs ? mine > theirs
                                  : left.converting + left.lost > right.converting + right.lost;
        });
        std::vector<AttributedChannel> channels;
        std::vector<int> number(result.channels.size(), -1);
        for (const std::size_t i : order) {
            number[i] = static_cast<int>(channels.size());
            channels.push_back(std::move(result.channels[i]));
        }
        result.channels = std::move(channels);
        addRoutes(result, number);
    }

    void addRoutes(AttributionResult& result, const std::vector<int>& number) const
    {
        std::vector<std::size_t> order(m_routes.size());
        std::iota(order.begin(), order.end(), std::size_t {0});
        const auto all
            = [this](std::size_t i) { return m_routes[i].second.converting + m_routes[i].second.lost; };
        const auto count = std::min(order.size(), AttributionResult::kMostRoutes);
        std::partial_sort(
            order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(),
            [&](std::size_t a, std::size_t b) { return all(a) != all(b) ? all(a) > all(b) : a < b; });
        for (std::size_t i = 0; i < count; ++i) {
            const auto& [channels, route] = m_routes[order[i]];
            ChannelRoute& shown = result.routes.emplace_back();
            for (const std::uint16_t channel : channels) {
                shown.channels.push_back(number[channel]);
            }
            shown.converting = route.converting;
            shown.lost = route.lost;
            shown.money = route.money;
        }
    }

    const AttributionOptions& m_options;
    const TouchScan& m_scan;
    const AttributionCounts& m_counts;
    SortedRoutes m_routes;
    std::size_t m_channels;
    std::vector<ChannelPath> m_paths;
    Index m_attributed = 0;
    Fen m_attributedMoney = 0;
};

}  // namespace

Result<AttributionResult> attribution(const Snapshot& snapshot, const AttributionOptions& options, Job& job)
{
    if (Status checked = checkSettings(options); !checked) {
        return checked.error();
    }
    const Result<TouchScan> scan = TouchScan::make(snapshot, options.touches, job);
    if (!scan) {
        return scan.error();
    }
    const Population population
        = populationOf(snapshot, options.touches.population, options.touches.includeAnonymous);
    const std::size_t channels = scan->channels().size();
    AttributionCounts counts(channels, options.settings);
    const Status scanned = scanTouchPaths<AttributionCounts>(
        *scan, {population.rows, kScan}, job, [&] { return AttributionCounts(channels, options.settings); },
        [](AttributionCounts& part, const TouchPath& path) { part.add(path); },
        [&](AttributionCounts& part) {
            part.finish();
            counts.join(part);
        });
    if (!scanned) {
        return scanned.error();
    }
    if (counts.conversions == 0) {
        return Error {.code = ErrorCode::EmptyInput, .subject = "conversion"};
    }
    AttributionResult result {.notSelected = population.notSelected, .anonymous = population.anonymous};
    if (Status reckoned = Reckoner(options, *scan, counts).reckon(result, job); !reckoned) {
        return reckoned.error();
    }
    job.progress(1);
    return result;
}

}  // namespace meitrace
