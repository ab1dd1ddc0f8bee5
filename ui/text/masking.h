// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace meitrace {

/// While masking is on, names on the screen are shown as their first character and stars, wherever they
/// stand: for showing the window to others. Numbers are masked always.
void setMasking(bool masked);
bool isMasking();

/// A name as it may be shown now
QString shownName(const QString& name);

}  // namespace meitrace
