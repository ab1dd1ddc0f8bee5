// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace meitrace {

/// What a thing means. Colour never says it alone: a pill has an icon and a word as well.
enum class Tone { Neutral, Accent, Good, Warn, Bad };

QColor toneColour(Tone tone);
QColor toneGround(Tone tone);
/// Name of the icon that goes with it; empty for Neutral and Accent.
QString toneIcon(Tone tone);

}  // namespace meitrace
