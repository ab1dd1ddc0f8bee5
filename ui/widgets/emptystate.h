// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace meitrace {

class IconLabel;

/// What stands in place of content that is not there: icon, one sentence, one primary action.
///     auto* empty = new EmptyState(QStringLiteral("customers"), tr("No customers match"), tr("Clear
///     filters")); connect(empty->action(), &QPushButton::clicked, …);
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    /// No action text, no button.
    EmptyState(const QString& iconName, const QString& sentence, const QString& actionText = {},
               QWidget* parent = nullptr);

    void setSentence(const QString& sentence);
    /// A second, quieter line; empty hides it.
    void setHint(const QString& hint);
    QPushButton* action() const { return m_action; }

private:
    QLabel* m_sentence;
    QLabel* m_hint;
    QPushButton* m_action;
};

}  // namespace meitrace
