// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(0xFF000000U | value);
}

Tokens makeLight()
{
    Tokens t;
    t.window = rgb(0xF6F7F9);
    t.surface = rgb(0xFFFFFF);
    t.sunken = rgb(0xF1F3F6);
    t.sidebar = rgb(0xFBFBFC);
    t.border = rgb(0xE3E6EB);
    t.strongBorder = rgb(0xCBD0D8);
    t.fieldBorder = rgb(0x878F9E);
    t.text = rgb(0x1B2230);
    t.text2 = rgb(0x525C6E);
    t.text3 = rgb(0x616A7B);
    t.accent = rgb(0x3B5BDB);
    t.onAccent = rgb(0xFFFFFF);
    t.accentSoft = rgb(0xEDF1FF);
    t.good = rgb(0x187A47);
    t.goodSoft = rgb(0xE7F6EE);
    t.warn = rgb(0x9A6200);
    t.warnSoft = rgb(0xFFF4DC);
    t.bad = rgb(0xC2362B);
    t.badSoft = rgb(0xFDECEA);
    t.category = {rgb(0x3B5BDB), rgb(0x4C9BB8), rgb(0xA49445), rgb(0x006A54), rgb(0x671C68), rgb(0x8C4800)};
    t.rampLow = rgb(0xEEF2FF);
    t.rampHigh = rgb(0x2A3FA6);
    t.heatDarkText = rgb(0x000000);
    t.heatLightText = rgb(0xFFFFFF);
    return t;
}

Tokens makeDark()
{
    Tokens t;
    t.dark = true;
    t.window = rgb(0x13161B);
    t.surface = rgb(0x1B1F26);
    t.sunken = rgb(0x232831);
    t.sidebar = rgb(0x171A20);
    t.border = rgb(0x2C323C);
    t.strongBorder = rgb(0x3D4552);
    t.fieldBorder = rgb(0x6C7688);
    t.text = rgb(0xE6E9EF);
    t.text2 = rgb(0xA9B1C0);
    t.text3 = rgb(0x949DAE);
    t.accent = rgb(0x8EA4FF);
    t.onAccent = rgb(0x10131A);
    t.accentSoft = rgb(0x252D4D);
    t.good = rgb(0x4CC38A);
    t.goodSoft = rgb(0x1B3328);
    t.warn = rgb(0xF0B454);
    t.warnSoft = rgb(0x3A2E16);
    t.bad = rgb(0xFF8A80);
    t.badSoft = rgb(0x3D2222);
    t.category = {rgb(0x8EA4FF), rgb(0x4F8092), rgb(0x86791F), rgb(0x45D1B3), rgb(0xFFDAFD), rgb(0xFB9A66)};
    t.rampLow = rgb(0x232B47);
    t.rampHigh = rgb(0xA9BAFF);
    t.heatDarkText = rgb(0x000000);
    t.heatLightText = rgb(0xFFFFFF);
    return t;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

}  // namespace

const Tokens& lightTokens()
{
    static const Tokens tokens = makeLight();
    return tokens;
}

const Tokens& darkTokens()
{
    static const Tokens tokens = makeDark();
    return tokens;
}

const Tokens& printTokens()
{
    return lightTokens();
}

int fontPixels(FontRole role)
{
    switch (role) {
    case FontRole::PageTitle:
        return 20;
    case FontRole::Kpi:
        return 24;
    case FontRole::FunnelCount:
        return 18;
    case FontRole::SectionTitle:
        return 14;
    case FontRole::Body:
    case FontRole::BodyStrong:
        return 13;
    case FontRole::Caption:
    case FontRole::CaptionStrong:
        return 12;
    case FontRole::NavGroup:
        return 11;
    }
    return 13;
}

int fontWeight(FontRole role)
{
    return role == FontRole::Body || role == FontRole::Caption ? 400 : 600;
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto channel = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return QColor(channel(from.red(), to.red()), channel(from.green(), to.green()),
                  channel(from.blue(), to.blue()), channel(from.alpha(), to.alpha()));
}

QColor rampColour(const Tokens& tokens, double share)
{
    return mixed(tokens.rampLow, tokens.rampHigh, std::clamp(std::isfinite(share) ? share : 0.0, 0.0, 1.0));
}

QColor heatText(const Tokens& tokens, const QColor& cell)
{
    return contrastRatio(tokens.heatDarkText, cell) >= contrastRatio(tokens.heatLightText, cell)
        ? tokens.heatDarkText
        : tokens.heatLightText;
}

QColor categoryColour(const Tokens& tokens, int index)
{
    const int count = static_cast<int>(tokens.category.size());
    return index >= 0 && index < count ? tokens.category[static_cast<std::size_t>(index)] : tokens.text3;
}

}  // namespace meitrace
