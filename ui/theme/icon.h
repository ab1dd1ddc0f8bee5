// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QStringList>

class QPainter;
class QRectF;

namespace meitrace {

/// Which colour of the palette an icon takes; read when it is drawn, so icons follow a change of theme by
/// themselves.
enum class IconTone { Text, Quiet, Accent, OnAccent, Good, Warn, Bad };

/// One of our own line drawings (resources/icons/<name>.svg), crisp at every size and device pixel ratio.
/// An unknown name gives an empty icon. `button->setIcon(icon(QStringLiteral("download")));`
QIcon icon(const QString& name, IconTone tone = IconTone::Text);

/// Draws one into a painter of any kind, also paper.
void drawIcon(QPainter& painter, const QRectF& where, const QString& name, const QColor& colour);

QColor iconColour(IconTone tone);
/// All names, sorted.
QStringList iconNames();

}  // namespace meitrace
