// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/numbering.h"

#include <algorithm>
#include <tuple>

namespace meitrace {

namespace {

/// A cluster and an old number that have handles in common
struct Claim {
    std::uint32_t number = 0;
    std::uint32_t cluster = 0;
    std::uint32_t handles = 0;
    std::uint32_t owner = 0;  ///< ordinal of the number among the claims
};

/// Cluster of each handle: 0, 1, 2 … in the order of the lowest handles
std::vector<std::uint32_t> clusterOrdinals(Clusters& clusters, std::uint32_t& count)
{
    constexpr std::uint32_t kUnseen = 0xFFFFFFFFU;
    std::vector<std::uint32_t> ofRoot(clusters.count(), kUnseen);
    std::vector<std::uint32_t> result(clusters.count());
    count = 0;
    for (std::uint32_t ident = 0; ident < clusters.count(); ++ident) {
        std::uint32_t& ordinal = ofRoot[clusters.root(ident)];
        if (ordinal == kUnseen) {
            ordinal = count;
            ++count;
        }
        result[ident] = ordinal;
    }
    return result;
}

/// Ascending by (number, cluster).
std::vector<Claim> findClaims(const IdentityInput& input, const std::vector<std::uint32_t>& cluster)
{
    std::vector<std::uint64_t> pairs;
    pairs.reserve(input.previous.size());
    std::size_t at = 0;
    for (const auto& [ident, number] : input.previous) {
        while (at < input.idents.size() && input.idents[at] < ident) {
            ++at;
        }
        if (at < input.idents.size() && input.idents[at] == ident) {
            pairs.push_back((static_cast<std::uint64_t>(number) << 32U) | cluster[at]);
        }
    }
    std::sort(pairs.begin(), pairs.end());
    std::vector<Claim> claims;
    std::uint64_t last = 0;
    for (const std::uint64_t pair : pairs) {
        const auto number = static_cast<std::uint32_t>(pair >> 32U);
        if (claims.empty() || pair != last) {
            std::uint32_t owner = claims.empty() ? 0 : claims.back().owner;
            owner += !claims.empty() && claims.back().number != number ? 1 : 0;
            claims.push_back({number, static_cast<std::uint32_t>(pair), 0, owner});
            last = pair;
        }
        ++claims.back().handles;
    }
    return claims;
}

}  // namespace

void numberCustomers(const IdentityInput& input, Clusters& clusters, Resolution& resolution)
{
    std::uint32_t count = 0;
    const std::vector<std::uint32_t> cluster = clusterOrdinals(clusters, count);
    std::vector<Claim> claims = findClaims(input, cluster);
    std::uint32_t next = std::max(input.nextCustomer, 1U);
    for (const auto& [ident, number] : input.previous) {
        next = std::max(next, number + 1);
    }
    std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
        return std::tuple(b.handles, a.number, a.cluster) < std::tuple(a.handles, b.number, b.cluster);
    });
    std::vector<std::uint32_t> given(count);  // 0: none yet
    std::vector<bool> taken(claims.size());
    for (const Claim& claim : claims) {
        if (given[claim.cluster] == 0 && !taken[claim.owner]) {
            given[claim.cluster] = claim.number;
            taken[claim.owner] = true;
        }
    }
    for (std::uint32_t& customer : given) {
        if (customer == 0) {
            customer = next;
            ++next;
        }
    }
    resolution.links.resize(input.idents.size());
    for (std::size_t i = 0; i < input.idents.size(); ++i) {
        resolution.links[i].ident = input.idents[i];
        resolution.links[i].customer = given[cluster[i]];
    }
    resolution.nextCustomer = next;
}

}  // namespace meitrace
