// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace meitrace {

enum class ButtonKind { Secondary, Primary, Ghost, Danger, Link };

/// A text button, with one of our icons before the words if iconName is given.
///     auto* save = makeButton(tr("Save as audience"), ButtonKind::Primary, QStringLiteral("audience"));
QPushButton* makeButton(const QString& text, ButtonKind kind = ButtonKind::Secondary,
                        const QString& iconName = {}, QWidget* parent = nullptr);

/// A button that shows only an icon; name is its accessible name and tooltip.
QPushButton* iconButton(const QString& iconName, const QString& name, QWidget* parent = nullptr);

/// "?": shows text as a tooltip on hover, click and key; name says what is explained.
QPushButton* helpButton(const QString& text, const QString& name, QWidget* parent = nullptr);
void setHelpText(QPushButton* help, const QString& text, const QString& name);

}  // namespace meitrace
