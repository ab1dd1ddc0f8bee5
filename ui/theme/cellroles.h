// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace meitrace {

/// What a thing means. Colour never says it alone: a pill has an icon and a word as well.
enum class Tone { Neutral, Accent, Good, Warn, Bad };

/// What a model's cell looks like in a table (ui/widgets/rowdelegate.h).
enum CellRole {
    PillRole = Qt::UserRole + 900,  ///< int, a Tone: the text is drawn as a pill
    BarRole,                        ///< double, 0..1: a thin bar behind the text shows the share
    ToneRole,                       ///< int, a Tone: colours the text
    QuietRole                       ///< bool: greys the text, for people who may not be contacted
};

}  // namespace meitrace
