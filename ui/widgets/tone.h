// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/cellroles.h"

#include <QColor>
#include <QString>

namespace meitrace {

QColor toneColour(Tone tone);
QColor toneGround(Tone tone);
/// Name of the icon that goes with it; empty for Neutral and Accent.
QString toneIcon(Tone tone);

}  // namespace meitrace
