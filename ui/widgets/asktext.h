// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

class QWidget;

namespace meitrace {

/// A question with one line for the answer, and the verb of what then happens.
struct TextQuestion {
    QString title;
    QString label;
    QString text;  ///< what is proposed
    QString verb;  ///< of the button, "Save"
};

/// The answer without blanks at its ends; nothing when it was cancelled or left empty.
std::optional<QString> askText(QWidget* parent, const TextQuestion& question);

}  // namespace meitrace
