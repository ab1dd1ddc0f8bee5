// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/tone.h"

#include <QLabel>

namespace meitrace {

enum class TextRole { Title, Kpi, Count, Section, Body, Strong, Quiet, Caption, Group };

/// A label of one of the type sizes. Titles and section titles are headings for screen readers.
///     layout->addWidget(textLabel(tr("Sources"), TextRole::Section));
QLabel* textLabel(const QString& text, TextRole role, QWidget* parent = nullptr);

/// Colours the words of a label; Neutral gives back the colour of its role.
void setTone(QLabel* label, Tone tone);

/// What stands in this label in pictures that are copied for others, where it shows a name or a number of a
/// person; empty = its own text.
void setMaskedText(QLabel* label, const QString& masked);
QString maskedText(const QLabel& label);

/// Announced as a heading.
class HeadingLabel final : public QLabel {
    Q_OBJECT

public:
    explicit HeadingLabel(const QString& text = {}, QWidget* parent = nullptr);
};

/// Horizontal or vertical hairline.
QFrame* hairline(Qt::Orientation orientation, QWidget* parent = nullptr);

}  // namespace meitrace
