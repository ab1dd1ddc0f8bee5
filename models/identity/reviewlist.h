// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/clusters.h"
#include "models/identity/resolver.h"

#include <cstdint>
#include <vector>

namespace meitrace {

/// Pairs of handles for people to compare, collected while linking goes on.
class ReviewList {
public:
    /// a and b are positions in IdentityInput::idents, in any order.
    void add(std::uint32_t a, std::uint32_t b, KeyType key, double score, ReviewPair::Reason reason);

    /// Pairs that are still in two customers and that nobody has decided on, and large clusters; the
    /// strongest pair for each pair of customers; handles by their numbers, ascending by (a, b).
    std::vector<ReviewPair> finish(Clusters& clusters, const std::vector<std::uint32_t>& idents) const;

private:
    std::vector<ReviewPair> m_pairs;
};

}  // namespace meitrace
