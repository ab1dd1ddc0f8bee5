// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/activities.h"
#include "analytics/journey/paths.h"

#include <array>
#include <string_view>
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
        const Named& anchor = m_start.isAsked() ? m_start : m_end;
        if (!anchor.isAsked()) {
            return cut(way, 0, steps) ? (take(steps), Fate::Cut) : Fate::Incomplete;
        }
        const bool backwards = m_match == PathMatch::Last;
        for (std::ptrdiff_t i = 0; i < n; ++i) {
            const std::ptrdiff_t at = backwards ? n - 1 - i : i;
            if (!anchor.has(way.activities[static_cast<std::size_t>(at)])) {
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
    /// The activities that a name stands for: with a property "lead" is each "lead: …" too.
    class Named {
    public:
        Named() = default;
        Named(const ActivityScan& scan, std::string_view name);
        [[nodiscard]] bool isAsked() const { return !m_in.empty(); }
        [[nodiscard]] bool isKnown() const { return m_isKnown; }
        [[nodiscard]] bool has(ActivityCode code) const { return m_in[code]; }

    private:
        std::vector<bool> m_in;  ///< by code; empty: not asked for
        bool m_isKnown = false;
    };

    PathCut() = default;
    /// False where the way from there is not wanted.
    bool cut(const Way& way, std::ptrdiff_t at, PathSteps& steps) const;
    [[nodiscard]] bool passesAll(const Way& way, std::ptrdiff_t first, std::ptrdiff_t last) const;
    void fill(const Way& way, std::ptrdiff_t first, std::ptrdiff_t last, PathSteps& steps) const;

    Named m_start;
    Named m_end;
    std::vector<Named> m_via;
    PathMatch m_match = PathMatch::First;
    int m_steps = 0;
    bool m_onlyComplete = false;
};

}  // namespace meitrace
