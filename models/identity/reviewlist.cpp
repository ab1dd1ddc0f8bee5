// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/reviewlist.h"

#include <algorithm>
#include <tuple>

namespace meitrace {

namespace {

/// A pair and the customers it lies between
struct Between {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    ReviewPair pair;
};

bool isBetter(const Between& a, const Between& b)
{
    const auto order = [](const Between& x) {
        const bool likely = x.pair.reason == ReviewPair::Reason::Likely;  // rules know why, p only how much
        return std::tuple(x.low, x.high, likely, -x.pair.score, x.pair.reason, x.pair.a, x.pair.b,
                          x.pair.key);
    };
    return order(a) < order(b);
}

}  // namespace

void ReviewList::add(std::uint32_t a, std::uint32_t b, KeyType key, double score, ReviewPair::Reason reason)
{
    m_pairs.push_back({std::min(a, b), std::max(a, b), key, score, reason});
}

std::vector<ReviewPair> ReviewList::finish(Clusters& clusters, const std::vector<std::uint32_t>& idents) const
{
    std::vector<Between> open;
    for (const ReviewPair& pair : m_pairs) {
        const std::uint32_t a = clusters.root(pair.a);
        const std::uint32_t b = clusters.root(pair.b);
        const bool large = pair.reason == ReviewPair::Reason::LargeCluster;
        if (large || (a != b && clusters.conflict(a, b) != Clusters::Conflict::Apart)) {
            open.push_back({std::min(a, b), std::max(a, b), pair});
        }
    }
    std::sort(open.begin(), open.end(), isBetter);
    const auto last = std::unique(open.begin(), open.end(), [](const Between& a, const Between& b) {
        return a.low == b.low && a.high == b.high;
    });
    open.erase(last, open.end());
    std::vector<ReviewPair> result;
    result.reserve(open.size());
    for (const Between& entry : open) {
        ReviewPair pair = entry.pair;
        pair.a = idents[pair.a];
        pair.b = idents[pair.b];
        result.push_back(pair);
    }
    std::sort(result.begin(), result.end(), [](const ReviewPair& x, const ReviewPair& y) {
        return std::tie(x.a, x.b) < std::tie(y.a, y.b);
    });
    return result;
}

}  // namespace meitrace
