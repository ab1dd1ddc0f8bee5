// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace meitrace {

/// The most a dialog may be high, so that all of it stands on the screen with its frame and, where it belongs
/// to a window, inside that window.
inline int mostDialogHeight(const QWidget& dialog)
{
    constexpr int kFrame
        = 2 * size::kGap24;  // title bar and a margin; before it is shown nobody knows better
    const int screen = dialog.screen()->availableGeometry().height();
    const QWidget* parent = dialog.parentWidget();
    return std::min(screen, parent == nullptr ? screen : parent->window()->height()) - kFrame;
}

}  // namespace meitrace
