// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/attribution.h"

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace meitrace {

/// Credit in whole numbers, so that sums do not depend on their order.
struct CreditSum {
    std::int64_t shares = 0;    ///< in kShareUnit
    std::uint64_t squares = 0;  ///< of what single customers give, in kSquareUnit²
    Fen money = 0;

    void add(const CreditSum& other)
    {
        shares += other.shares;
        squares += other.squares;
        money += other.money;
    }
};

/// What the paths of some customers come to.
class AttributionCounts {
public:
    static constexpr std::int64_t kShareUnit = 1'000'000'000;  ///< one conversion
    static constexpr std::int64_t kSquareUnit = 10'000;        ///< one conversion, where squares are added

    struct Route {
        Index converting = 0;
        Index lost = 0;
        Fen money = 0;
    };
    struct RouteHash {
        std::size_t operator()(const std::vector<std::uint16_t>& channels) const;
    };
    using Routes = std::unordered_map<std::vector<std::uint16_t>, Route, RouteHash>;

    /// Channels of the scan; one more stands for conversions without a touch.
    AttributionCounts(std::size_t channels, const CreditSettings& settings);

    void add(const TouchPath& path);
    /// All paths are in.
    void finish() { closeCustomer(); }
    void join(const AttributionCounts& other);

    [[nodiscard]] const CreditSum& sum(CreditModel model, std::size_t channel) const
    {
        return m_sums[static_cast<std::size_t>(model) * m_channels + channel];
    }
    [[nodiscard]] const Routes& routes() const { return m_routes; }

    Index conversions = 0;
    Index converted = 0;
    Fen money = 0;
    Index moneyOpen = 0;
    Index open = 0;

private:
    CreditSum& sumOf(std::size_t model, std::size_t channel) { return m_sums[model * m_channels + channel]; }
    void addConversion(const TouchPath& path);
    void addShares(std::size_t model, const TouchPath& path);
    void give(std::size_t model, std::size_t channel, std::int64_t shares, Fen amount);
    void closeCustomer();

    std::size_t m_channels;
    CreditSettings m_settings;
    std::vector<CreditSum> m_sums;  ///< by model, then channel
    Routes m_routes;
    Index m_customer = -1;
    std::vector<std::pair<std::size_t, std::int64_t>> m_ofCustomer;  ///< place in m_sums, shares
    std::vector<double> m_shares;                                    ///< scratch
    std::vector<std::int64_t> m_parts;                               ///< scratch
    std::vector<std::int64_t> m_cents;                               ///< scratch
    std::vector<std::uint16_t> m_distinct;                           ///< scratch
    std::vector<std::uint16_t> m_key;                                ///< scratch
};

}  // namespace meitrace
