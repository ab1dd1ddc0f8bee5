// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/benjaminihochberg.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace meitrace {

namespace {

/// Places of the numbers in p, smallest first, ties by place
std::vector<std::size_t> ascending(const std::vector<double>& p)
{
    std::vector<std::size_t> order;
    order.reserve(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (!std::isnan(p[i])) {
            order.push_back(i);
        }
    }
    std::sort(order.begin(), order.end(),
              [&p](std::size_t a, std::size_t b) { return p[a] != p[b] ? p[a] < p[b] : a < b; });
    return order;
}

}  // namespace

std::vector<double> benjaminiHochberg(const std::vector<double>& p)
{
    const std::vector<std::size_t> order = ascending(p);
    std::vector<double> q = p;
    double least = 1;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const std::size_t i = order[rank - 1];
        least = std::min(least, p[i] * (static_cast<double>(order.size()) / static_cast<double>(rank)));
        q[i] = least;
    }
    return q;
}

std::vector<double> holm(const std::vector<double>& p)
{
    const std::vector<std::size_t> order = ascending(p);
    std::vector<double> adjusted = p;
    double most = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const std::size_t i = order[rank];
        most = std::max(most, std::min(1.0, p[i] * static_cast<double>(order.size() - rank)));
        adjusted[i] = most;
    }
    return adjusted;
}

}  // namespace meitrace
