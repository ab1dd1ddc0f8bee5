// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/proportion.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace meitrace {

namespace {

constexpr Interval kNothingKnown {-1, 1};

double asDouble(Index count)
{
    return static_cast<double>(count);
}

/// Chances of the first cell relative to its most likely value, walked from there to both sides.
class Hypergeometric {
public:
    Hypergeometric(Share a, Share b)
        : m_n(asDouble(a.n))
        , m_other(asDouble(b.n))
        , m_hits(asDouble(a.hits + b.hits))
        , m_low(std::max<Index>(0, a.hits - (b.n - b.hits)))
        , m_high(std::min(a.n, a.hits + b.hits))
        , m_mode(
              std::clamp(static_cast<Index>((m_n + 1) * (m_hits + 1) / (m_n + m_other + 2)), m_low, m_high))
    {
    }

    /// Share of the chances that are at most that of `observed`, with 1e-7 of room for rounding
    [[nodiscard]] double atMost(Index observed) const
    {
        const double limit = weightOf(observed) * (1 + 1e-7);
        double total = 0;
        double tail = 0;
        const auto take = [&](double weight) {
            total += weight;
            tail += weight <= limit ? weight : 0;
        };
        take(1);
        double weight = 1;
        for (Index k = m_mode; k < m_high && weight > kNegligible; ++k) {
            weight *= stepUp(k);
            take(weight);
        }
        weight = 1;
        for (Index k = m_mode; k > m_low && weight > kNegligible; --k) {
            weight /= stepUp(k - 1);
            take(weight);
        }
        return std::min(1.0, tail / total);
    }

private:
    static constexpr double kNegligible = 1e-300;

    /// chance(k + 1) / chance(k)
    [[nodiscard]] double stepUp(Index k) const
    {
        const double cell = asDouble(k);
        return (m_n - cell) * (m_hits - cell) / ((cell + 1) * (m_other - m_hits + cell + 1));
    }

    [[nodiscard]] double weightOf(Index observed) const
    {
        double weight = 1;
        for (Index k = m_mode; k < observed && weight > kNegligible; ++k) {
            weight *= stepUp(k);
        }
        for (Index k = m_mode; k > observed && weight > kNegligible; --k) {
            weight /= stepUp(k - 1);
        }
        return weight;
    }

    double m_n;
    double m_other;
    double m_hits;
    Index m_low;
    Index m_high;
    Index m_mode;
};

double smallestExpected(Share a, Share b)
{
    const double all = asDouble(a.n + b.n);
    const double hits = asDouble(a.hits + b.hits);
    return asDouble(std::min(a.n, b.n)) * std::min(hits, all - hits) / all;
}

}  // namespace

double proportion(Index hits, Index n)
{
    return n == 0 ? std::numeric_limits<double>::quiet_NaN() : asDouble(hits) / asDouble(n);
}

Interval wilson(Index hits, Index n, double z)
{
    assert(hits >= 0 && hits <= n);
    if (n == 0) {
        return {0, 1};
    }
    const double count = asDouble(n);
    const double p = asDouble(hits) / count;
    const double zz = z * z;
    const double centre = p + zz / (2 * count);
    const double half = z * std::sqrt(p * (1 - p) / count + zz / (4 * count * count));
    const double scale = 1 + zz / count;
    return {hits == 0 ? 0 : std::max(0.0, (centre - half) / scale),
            hits == n ? 1 : std::min(1.0, (centre + half) / scale)};
}

Interval newcombe(Share a, Share b, double z)
{
    if (a.n == 0 || b.n == 0) {
        return kNothingKnown;
    }
    const double pa = proportion(a.hits, a.n);
    const double pb = proportion(b.hits, b.n);
    const Interval ia = wilson(a.hits, a.n, z);
    const Interval ib = wilson(b.hits, b.n, z);
    const double difference = pa - pb;
    return {difference - std::hypot(pa - ia.low, ib.high - pb),
            difference + std::hypot(ia.high - pa, pb - ib.low)};
}

Interval waldDifference(Share a, Share b, double z)
{
    if (a.n == 0 || b.n == 0) {
        return kNothingKnown;
    }
    const double pa = proportion(a.hits, a.n);
    const double pb = proportion(b.hits, b.n);
    const double half = z * std::sqrt(pa * (1 - pa) / asDouble(a.n) + pb * (1 - pb) / asDouble(b.n));
    return {pa - pb - half, pa - pb + half};
}

Interval ratioInterval(Share a, Share b, double z)
{
    const double infinite = std::numeric_limits<double>::infinity();
    if (a.n == 0 || b.n == 0) {
        return {0, infinite};
    }
    const double pa = proportion(a.hits, a.n);
    const double pb = proportion(b.hits, b.n);
    const Interval ia = wilson(a.hits, a.n, z);
    const Interval ib = wilson(b.hits, b.n, z);
    const double product = pa * pb;
    // written so that nothing is divided by a difference that may be 0
    const double lowA = ia.low * (2 * pa - ia.low);
    const double highB = ib.high * (2 * pb - ib.high);
    const double low
        = lowA <= 0 ? 0 : lowA / (product + std::sqrt(std::max(0.0, product * product - lowA * highB)));
    const double highA = ia.high * (2 * pa - ia.high);
    const double lowB = ib.low * (2 * pb - ib.low);
    const double high = lowB <= 0
        ? infinite
        : (product + std::sqrt(std::max(0.0, product * product - highA * lowB))) / lowB;
    return {low, high};
}

double normalP(double z)
{
    return std::erfc(std::abs(z) / std::sqrt(2.0));
}

double twoProportionZ(Share a, Share b)
{
    const Index hits = a.hits + b.hits;
    const Index all = a.n + b.n;
    if (a.n == 0 || b.n == 0 || hits == 0 || hits == all) {
        return 0;
    }
    const double pooled = proportion(hits, all);
    const double variance = pooled * (1 - pooled) * (1 / asDouble(a.n) + 1 / asDouble(b.n));
    return (proportion(a.hits, a.n) - proportion(b.hits, b.n)) / std::sqrt(variance);
}

double fisherP(Share a, Share b)
{
    const Index hits = a.hits + b.hits;
    if (a.n == 0 || b.n == 0 || hits == 0 || hits == a.n + b.n) {
        return 1;
    }
    return Hypergeometric(a, b).atMost(a.hits);
}

double twoProportionP(Share a, Share b)
{
    if (a.n == 0 || b.n == 0) {
        return 1;
    }
    return smallestExpected(a, b) < 5 ? fisherP(a, b) : normalP(twoProportionZ(a, b));
}

OddsRatio oddsRatio(Share a, Share b, double z)
{
    const double aHit = asDouble(a.hits) + 0.5;
    const double aMiss = asDouble(a.n - a.hits) + 0.5;
    const double bHit = asDouble(b.hits) + 0.5;
    const double bMiss = asDouble(b.n - b.hits) + 0.5;
    const double ratio = aHit * bMiss / (aMiss * bHit);
    const double spread = std::exp(z * std::sqrt(1 / aHit + 1 / aMiss + 1 / bHit + 1 / bMiss));
    return {ratio, ratio / spread, ratio * spread};
}

}  // namespace meitrace
