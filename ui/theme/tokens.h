// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

namespace meitrace {

/// Every colour of the program. Nothing outside ui/theme holds a colour of its own.
struct Tokens {
    bool dark = false;
    QColor window, surface, sunken, sidebar;
    QColor border, strongBorder, fieldBorder;
    QColor text, text2, text3;
    QColor accent, onAccent, accentSoft;
    QColor good, goodSoft, warn, warnSoft, bad, badSoft;
    std::array<QColor, 6> category;  ///< for series and groups; a seventh group is "other" and takes text3
    QColor rampLow, rampHigh;        ///< ends of the sequential ramp, few to many
    QColor heatDarkText, heatLightText;  ///< black and white: anything softer falls below 4.5 in mid-ramp
};

const Tokens& lightTokens();
const Tokens& darkTokens();
/// Paper and PDF always look light, whatever the screen shows.
const Tokens& printTokens();

/// Measures in pixels at zoom 1; Theme::px() scales them.
namespace size {
inline constexpr int kGap4 = 4, kGap8 = 8, kGap12 = 12, kGap16 = 16, kGap20 = 20, kGap24 = 24;
inline constexpr int kPageMargin = 24, kCardGap = 16, kCardPadding = 16, kHeroPadding = 20;
inline constexpr int kCardRadius = 10, kControlRadius = 6, kCellRadius = 5;
inline constexpr int kSidebar = 208, kNavItem = 36, kNavGroup = 30;
inline constexpr int kControl = 32, kChip = 30, kPill = 22, kTableHeader = 32, kTableRow = 38, kTab = 36;
inline constexpr int kSidePanel = 404, kRfmPanel = 396;
inline constexpr int kButtonIcon = 16, kNavIcon = 18, kTarget = 28;
inline constexpr int kFocusRing = 2;
}  // namespace size

enum class FontRole {
    PageTitle,
    Kpi,
    FunnelCount,
    SectionTitle,
    Body,
    BodyStrong,
    Caption,
    CaptionStrong,
    NavGroup
};

/// Pixel size at zoom 1, and weight, of a role.
int fontPixels(FontRole role);
int fontWeight(FontRole role);

/// WCAG contrast of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);
/// Linear mix in sRGB; share 0 gives from, 1 gives to.
QColor mixed(const QColor& from, const QColor& to, double share);
/// Colour of the sequential ramp; share is clamped to 0..1.
QColor rampColour(const Tokens& tokens, double share);
/// Black or white text on a heat cell, whichever contrasts more.
QColor heatText(const Tokens& tokens, const QColor& cell);
/// Of series or group number index; 6 and above are "other".
QColor categoryColour(const Tokens& tokens, int index);

}  // namespace meitrace
