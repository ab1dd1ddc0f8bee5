// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>

class QWidget;

namespace meitrace {

/// The parts of the window that can take the focus now, in the order F6 goes through them: navigation, rows
/// of filters, content of the page, panels at its right.
QVector<QWidget*> windowRegions(QWidget& navigation, QWidget& page);

/// Puts the focus into the next part (direction 1) or the one before (-1), round and round. Where nothing has
/// the focus the first part gets it.
void stepRegion(QWidget& navigation, QWidget& page, int direction);

}  // namespace meitrace
