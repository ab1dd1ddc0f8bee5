// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tone.h"

#include "ui/theme/theme.h"

namespace meitrace {

QColor toneColour(Tone tone)
{
    const Tokens& t = Theme::current().tokens();
    switch (tone) {
    case Tone::Neutral:
        return t.text2;
    case Tone::Accent:
        return t.accent;
    case Tone::Good:
        return t.good;
    case Tone::Warn:
        return t.warn;
    case Tone::Bad:
        return t.bad;
    }
    return t.text2;
}

QColor toneGround(Tone tone)
{
    const Tokens& t = Theme::current().tokens();
    switch (tone) {
    case Tone::Neutral:
        return t.sunken;
    case Tone::Accent:
        return t.accentSoft;
    case Tone::Good:
        return t.goodSoft;
    case Tone::Warn:
        return t.warnSoft;
    case Tone::Bad:
        return t.badSoft;
    }
    return t.sunken;
}

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return QStringLiteral("check");
    case Tone::Warn:
        return QStringLiteral("warning");
    case Tone::Bad:
        return QStringLiteral("error");
    case Tone::Neutral:
    case Tone::Accent:
        break;
    }
    return {};
}

}  // namespace meitrace
