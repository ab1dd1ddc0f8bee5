// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/activities.h"
#include "analytics/journey/paths.h"

#include <array>
#include <vector>

namespace meitrace {

/// The columns one path fills.
struct PathSteps {
    static constexpr int kMost = 12;
    static constexpr int kSkipped = -1, kBegun = -2;

    std::array<std::int32_t, kMost> token {};  ///< code of the activity, kSkipped or kBegun
    std::array<Millis, kMost> time {};
    int length = 0;
    bool done = false;    ///< reached the end asked for
    bool beyond = false;  ///< more steps followed
};

/// Cuts ways at the activities asked for.
class PathCut {
public:
    /// Errors  BadOption(steps | top | start | end | via)
    static Result<PathCut> make(const ActivityScan& scan, const PathOptions& options);

    enum class Fate : std::uint8_t { Cut, WithoutStart, Incomplete };

    /// Calls take(steps) for each path of a way. Which fate the way had: Cut when there was at least one
    /// path.
    template <typename Take>
    Fate each(const Way& way, Take take) const
    {
        Fate fate = Fate::WithoutStart;
        PathSteps steps;
        const auto n = static_cast<std::ptrdiff_t>(way.activities.size());
        const int anchor = m_start >= 0 ? m_start : m_end;
        if (anchor < 0) {
            return cut(way, 0, steps) ? (take(steps), Fate::Cut) : Fate::Incomplete;
        }
        const bool backwards = m_match == PathMatch::Last;
        for (std::ptrdiff_t i = 0; i < n; ++i) {
            const std::ptrdiff_t at = backwards ? n - 1 - i : i;
            if (way.activities[static_cast<std::size_t>(at)] != anchor) {
                continue;
            }
            const bool whole = cut(way, at, steps);
            fate = whole ? Fate::Cut : fate == Fate::Cut ? fate : Fate::Incomplete;
            if (whole) {
                take(steps);
            }
            if (m_match != PathMatch::Each) {
                break;
            }
        }
        return fate;
    }

private:
    PathCut() = default;
    /// False where the way from there is not wanted.
    bool cut(const Way& way, std::ptrdiff_t at, PathSteps& steps) const;
    [[nodiscard]] bool passesAll(const Way& way, std::ptrdiff_t first, std::ptrdiff_t last) const;
    void fill(const Way& way, std::ptrdiff_t first, std::ptrdiff_t last, PathSteps& steps) const;

    int m_start = -1;
    int m_end = -1;
    std::vector<int> m_via;
    PathMatch m_match = PathMatch::First;
    int m_steps = 0;
    bool m_onlyComplete = false;
};

}  // namespace meitrace
