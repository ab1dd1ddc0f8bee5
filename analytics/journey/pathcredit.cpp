// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/pathcredit.h"

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

/// What each place would get if all touches had different times.
void placeShares(CreditRule rule, std::span<const Millis> times, Millis conversion,
                 const CreditSettings& settings, std::vector<double>& shares)
{
    const std::size_t n = times.size();
    shares.assign(n, 0.0);
    switch (rule) {
    case CreditRule::First:
        shares.front() = 1;
        break;
    case CreditRule::Last:
        shares.back() = 1;
        break;
    case CreditRule::Linear:
        std::fill(shares.begin(), shares.end(), 1.0 / static_cast<double>(n));
        break;
    case CreditRule::Position:
        if (n == 1) {
            shares.front() = 1;
        } else {
            const double edges = settings.edges.first + settings.edges.last;
            const double between = n == 2 ? 0 : (1 - edges) / static_cast<double>(n - 2);
            std::fill(shares.begin(), shares.end(), between);
            shares.front() = n == 2 ? settings.edges.first / edges : settings.edges.first;
            shares.back() = n == 2 ? settings.edges.last / edges : settings.edges.last;
        }
        break;
    case CreditRule::Decay: {
        // Measured from the last touch, so that the weights do not all vanish.
        double sum = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const auto age = static_cast<double>(std::min(times.back(), conversion) - times[i]);
            shares[i] = std::exp2(-age / static_cast<double>(settings.halfLife));
            sum += shares[i];
        }
        for (double& share : shares) {
            share /= sum;
        }
        break;
    }
    }
}

}  // namespace

std::vector<double> creditShares(CreditRule rule, std::span<const Millis> times, Millis conversion,
                                 const CreditSettings& settings)
{
    std::vector<double> shares;
    creditShares(rule, times, conversion, settings, shares);
    return shares;
}

void creditShares(CreditRule rule, std::span<const Millis> times, Millis conversion,
                  const CreditSettings& settings, std::vector<double>& shares)
{
    shares.clear();
    if (times.empty()) {
        return;
    }
    placeShares(rule, times, conversion, settings, shares);
    for (std::size_t begin = 0; begin < times.size();) {
        std::size_t end = begin + 1;
        double sum = shares[begin];
        while (end < times.size() && times[end] == times[begin]) {
            sum += shares[end++];
        }
        std::fill(shares.begin() + static_cast<std::ptrdiff_t>(begin),
                  shares.begin() + static_cast<std::ptrdiff_t>(end), sum / static_cast<double>(end - begin));
        begin = end;
    }
}

}  // namespace meitrace
