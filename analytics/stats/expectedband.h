// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace meitrace {

/// How the numbers of a series scatter, which decides on what scale they are compared.
enum class BandScale : std::uint8_t {
    Counts,  ///< compared as 2 sqrt(y + 3/8), which scatters alike at every height
    Amounts  ///< compared as log(1 + y)
};

struct BandOptions {
    BandScale scale = BandScale::Counts;
    int season = 7;     ///< points after which the series repeats itself; 1: it does not
    int baseline = 56;  ///< earlier points that say how far apart points lie
    int level = 28;     ///< latest of them that say how high the series stands
    int least = 28;     ///< earlier points without which nothing is expected
    double limit = 3;   ///< band half-width in scales

    /// Days with their week, or weeks
    static BandOptions days(BandScale scale) { return {.scale = scale}; }
    static BandOptions weeks(BandScale scale)
    {
        return {.scale = scale, .season = 1, .baseline = 26, .level = 10, .least = 12};
    }
};

/// What was to be expected of one point, from the points before it alone.
struct BandPoint {
    bool isJudged = false;  ///< everything else means nothing without
    double expected = 0;
    double low = 0;
    double high = 0;
    double z = 0;   ///< distance from what was expected, in scales; positive: more
    int shift = 0;  ///< 1, -1: from here on the series stands higher, lower (two-sided CUSUM of z)
};

/// The band of every point. Medians stand for level and season and 1.4826 MAD for the scale, so that single
/// odd points among the earlier ones do not bend it.
/// values, skipped: as long as each other; a skipped point (a holiday, a day without a file) is neither
/// judged
///                  nor learned from
/// Cost    points × baseline
/// Source  methods: anomalies in daily metrics; CUSUM with k = 0.5 and h = 5
std::vector<BandPoint> expectedBand(const std::vector<double>& values, const std::vector<bool>& skipped,
                                    const BandOptions& options);

}  // namespace meitrace
