// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/attributioncounts.h"

#include "analytics/stats/largestremainder.h"
#include "models/base/hash.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

struct RuleOfModel {
    CreditRule rule;
    const PositionEdges* edges;  ///< nullptr: those of the settings
};

/// In the order of the models that share out.
constexpr std::array<RuleOfModel, kRuleModels - 1> kRules {{{CreditRule::First, nullptr},
                                                            {CreditRule::Last, nullptr},
                                                            {CreditRule::Linear, nullptr},
                                                            {CreditRule::Position, nullptr},
                                                            {CreditRule::Position, &kJShape},
                                                            {CreditRule::Position, &kInverseJShape},
                                                            {CreditRule::Decay, nullptr}}};
constexpr auto kParticipation = static_cast<std::size_t>(CreditModel::Participation);

}  // namespace

std::size_t AttributionCounts::RouteHash::operator()(const std::vector<std::uint16_t>& channels) const
{
    return hash64({reinterpret_cast<const char*>(channels.data()), channels.size() * sizeof(std::uint16_t)});
}

AttributionCounts::AttributionCounts(std::size_t channels, const CreditSettings& settings)
    : m_channels(channels + 1)
    , m_settings(settings)
    , m_sums(kRuleModels * m_channels)
{
}

void AttributionCounts::add(const TouchPath& path)
{
    if (path.customer != m_customer) {
        closeCustomer();
        m_customer = path.customer;
    }
    if (path.end == TouchPath::End::Open) {
        ++open;
        return;
    }
    if (path.end == TouchPath::End::Converted) {
        addConversion(path);
    }
    if (!path.channels.empty()) {
        m_key.assign(path.channels.begin(), path.channels.end());
        Route& route = m_routes[m_key];
        route.converting += path.end == TouchPath::End::Converted ? 1 : 0;
        route.lost += path.end == TouchPath::End::Lost ? 1 : 0;
        route.money += path.money;
    }
}

void AttributionCounts::addConversion(const TouchPath& path)
{
    ++conversions;
    converted += m_ofCustomer.empty() ? 1 : 0;
    money += path.money;
    moneyOpen += path.moneyOver ? 0 : 1;
    if (path.channels.empty()) {
        for (std::size_t model = 0; model < kRuleModels; ++model) {
            give(model, m_channels - 1, kShareUnit, path.money);
        }
        return;
    }
    for (std::size_t model = 0; model < kRules.size(); ++model) {
        addShares(model, path);
    }
    m_distinct.assign(path.channels.begin(), path.channels.end());
    std::sort(m_distinct.begin(), m_distinct.end());
    m_distinct.erase(std::unique(m_distinct.begin(), m_distinct.end()), m_distinct.end());
    for (const std::uint16_t channel : m_distinct) {
        give(kParticipation, channel, kShareUnit, path.money);
    }
}

void AttributionCounts::addShares(std::size_t model, const TouchPath& path)
{
    CreditSettings settings = m_settings;
    if (kRules[model].edges != nullptr) {
        settings.edges = *kRules[model].edges;
    }
    creditShares(kRules[model].rule, path.times, path.at, settings, m_shares);
    m_parts.resize(m_shares.size());
    m_cents.resize(m_shares.size());
    largestRemainder(kShareUnit, m_shares, m_parts);
    largestRemainder(path.money, m_shares, m_cents);
    for (std::size_t i = 0; i < m_shares.size(); ++i) {
        if (m_parts[i] != 0 || m_cents[i] != 0) {
            give(model, path.channels[i], m_parts[i], m_cents[i]);
        }
    }
}

void AttributionCounts::give(std::size_t model, std::size_t channel, std::int64_t shares, Fen amount)
{
    CreditSum& sum = sumOf(model, channel);
    sum.shares += shares;
    sum.money += amount;
    const std::size_t place = model * m_channels + channel;
    const auto known = std::find_if(m_ofCustomer.begin(), m_ofCustomer.end(),
                                    [place](const auto& given) { return given.first == place; });
    if (known != m_ofCustomer.end()) {
        known->second += shares;
    } else {
        m_ofCustomer.emplace_back(place, shares);
    }
}

void AttributionCounts::closeCustomer()
{
    for (const auto& [place, shares] : m_ofCustomer) {
        const auto given = static_cast<std::uint64_t>(shares / (kShareUnit / kSquareUnit));
        m_sums[place].squares += given * given;
    }
    m_ofCustomer.clear();
}

void AttributionCounts::join(const AttributionCounts& other)
{
    for (std::size_t i = 0; i < m_sums.size(); ++i) {
        m_sums[i].add(other.m_sums[i]);
    }
    for (const auto& [channels, route] : other.m_routes) {
        Route& mine = m_routes[channels];
        mine.converting += route.converting;
        mine.lost += route.lost;
        mine.money += route.money;
    }
    conversions += other.conversions;
    converted += other.converted;
    money += other.money;
    moneyOpen += other.moneyOpen;
    open += other.open;
}

}  // namespace meitrace
