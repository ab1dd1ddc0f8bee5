// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLayout;
class QScrollArea;
class QVBoxLayout;
class QWidget;

namespace meitrace {

/// The column a step of a wizard is laid out in.
QVBoxLayout* stepColumn(QWidget* step);
/// Content that scrolls up and down on the ground of the step.
QScrollArea* scrolled(QWidget* content);
/// Takes everything out of a layout; widgets go once control is back in the event loop.
void clearLayout(QLayout* layout);

}  // namespace meitrace
