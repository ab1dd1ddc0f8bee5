// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace meitrace {

/// Names of the cells of the RFM grids, as tables. A test proves that each covers every cell exactly once.

/// One segment of the eight: bit set = better than or equal to the threshold.
struct EightGridRule {
    std::string_view segment;
    bool recency = false;
    bool frequency = false;
    bool monetary = false;
};

/// A rectangle of the 5 x 5 grid of R and F scores, bounds inclusive. A segment may have several.
struct ElevenGridRule {
    std::string_view segment;
    int rLow = 0;
    int rHigh = 0;
    int fLow = 0;
    int fHigh = 0;
};

// clang-format off
inline constexpr std::array<EightGridRule, 8> kEightGrid {{
    {"vip",        true,  true,  true},
    {"vip_keep",   false, true,  true},
    {"vip_grow",   true,  false, true},
    {"vip_rescue", false, false, true},
    {"std",        true,  true,  false},
    {"std_keep",   false, true,  false},
    {"std_grow",   true,  false, false},
    {"std_rescue", false, false, false},
}};

inline constexpr std::array<ElevenGridRule, 12> kElevenGrid {{
    {"champions",          5, 5, 4, 5},
    {"loyal",              3, 4, 4, 5},
    {"potential_loyalist", 4, 5, 2, 3},
    {"new",                5, 5, 1, 1},
    {"promising",          4, 4, 1, 1},
    {"needs_attention",    3, 3, 3, 3},
    {"about_to_sleep",     3, 3, 1, 2},
    {"at_risk",            1, 2, 3, 4},
    {"cant_lose",          1, 2, 5, 5},
    {"hibernating",        2, 2, 1, 2},
    {"hibernating",        1, 1, 2, 2},
    {"lost",               1, 1, 1, 1},
}};
// clang-format on

inline constexpr int kElevenGridSide = 5;

}  // namespace meitrace
