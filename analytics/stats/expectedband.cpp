// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stats/expectedband.h"

#include "analytics/stats/quantile.h"

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

constexpr double kToDeviation = 1.4826;  // of a median absolute deviation, for the normal distribution
constexpr double kShiftSlack = 0.5;
constexpr double kShiftLimit = 5;
constexpr double kMostOfOne = 4;      // that one point adds to a shift
constexpr double kLeastOfCounts = 1;  // a count scatters by at least chance
constexpr double kLeastOfAmounts = 0.15;

double scaled(double value, BandScale scale)
{
    return scale == BandScale::Counts ? 2 * std::sqrt(value + 0.375) : std::log1p(value);
}

/// The value at a place of the scale, never below nothing.
double unscaled(double place, BandScale scale)
{
    const double root = std::max(0.0, place) / 2;
    return std::max(0.0, scale == BandScale::Counts ? root * root - 0.375 : std::expm1(place));
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return quantileType7(values, 0.5);
}

class Band {
public:
    Band(const std::vector<double>& values, const std::vector<bool>& skipped, const BandOptions& options)
        : m_options(options)
        , m_skipped(skipped)
    {
        m_places.reserve(values.size());
        for (const double value : values) {
            m_places.push_back(scaled(std::max(0.0, value), options.scale));
        }
    }

    [[nodiscard]] BandPoint judge(std::size_t at) const
    {
        const std::vector<std::size_t> learned = learnedFor(at);
        if (m_skipped[at] || static_cast<int>(learned.size()) < m_options.least) {
            return {};
        }
        const std::vector<double> season = seasonOf(learned);
        std::vector<double> rest;
        rest.reserve(learned.size());
        for (const std::size_t point : learned) {
            rest.push_back(m_places[point] - season[phase(point)]);
        }
        // The latest come first.
        const auto latest = std::min(rest.size(), static_cast<std::size_t>(m_options.level));
        const double level = median({rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(latest)});
        for (double& one : rest) {
            one = std::abs(one - level);
        }
        const double least = m_options.scale == BandScale::Counts ? kLeastOfCounts : kLeastOfAmounts;
        const double scale = std::max(least, kToDeviation * median(rest));
        const double place = level + season[phase(at)];
        return {.isJudged = true,
                .expected = unscaled(place, m_options.scale),
                .low = unscaled(place - m_options.limit * scale, m_options.scale),
                .high = unscaled(place + m_options.limit * scale, m_options.scale),
                .z = (m_places[at] - place) / scale};
    }

private:
    [[nodiscard]] std::size_t phase(std::size_t point) const
    {
        return point % static_cast<std::size_t>(m_options.season);
    }

    /// Points before one that count, the latest first.
    [[nodiscard]] std::vector<std::size_t> learnedFor(std::size_t at) const
    {
        const auto most = static_cast<std::size_t>(m_options.baseline);
        std::vector<std::size_t> learned;
        for (std::size_t back = 1; back <= std::min(at, most); ++back) {
            if (!m_skipped[at - back]) {
                learned.push_back(at - back);
            }
        }
        return learned;
    }

    /// Median of each phase, apart from the median of all; 0 where a phase has no points.
    [[nodiscard]] std::vector<double> seasonOf(const std::vector<std::size_t>& learned) const
    {
        std::vector<double> season(static_cast<std::size_t>(m_options.season), 0);
        if (m_options.season == 1) {
            return season;
        }
        std::vector<std::vector<double>> byPhase(season.size());
        std::vector<double> all;
        for (const std::size_t point : learned) {
            byPhase[phase(point)].push_back(m_places[point]);
            all.push_back(m_places[point]);
        }
        const double middle = median(all);
        for (std::size_t i = 0; i < season.size(); ++i) {
            season[i] = byPhase[i].empty() ? 0 : median(byPhase[i]) - middle;
        }
        return season;
    }

    const BandOptions& m_options;
    const std::vector<bool>& m_skipped;
    std::vector<double> m_places;
};

/// Adds up how far the points lie on one side; starts anew once it has said so.
class ShiftSum {
public:
    /// whether this point completes a shift
    bool add(double towards)
    {
        m_sum = std::max(0.0, m_sum + std::min(towards, kMostOfOne) - kShiftSlack);
        if (m_sum <= kShiftLimit) {
            return false;
        }
        m_sum = 0;
        return true;
    }

private:
    double m_sum = 0;
};

}  // namespace

std::vector<BandPoint> expectedBand(const std::vector<double>& values, const std::vector<bool>& skipped,
                                    const BandOptions& options)
{
    const Band band(values, skipped, options);
    std::vector<BandPoint> points;
    points.reserve(values.size());
    ShiftSum up;
    ShiftSum down;
    for (std::size_t at = 0; at < values.size(); ++at) {
        BandPoint point = band.judge(at);
        if (point.isJudged) {
            const bool isUp = up.add(point.z);
            const bool isDown = down.add(-point.z);
            point.shift = (isUp ? 1 : 0) - (isDown ? 1 : 0);
        }
        points.push_back(point);
    }
    return points;
}

}  // namespace meitrace
