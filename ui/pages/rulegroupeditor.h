// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/rulerow.h"

class QComboBox;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace meitrace {

/// Sentences joined by and, or, or "the first but none of the others"; a sentence may be a group again.
class RuleGroupEditor final : public QWidget {
    Q_OBJECT

public:
    RuleGroupEditor(std::shared_ptr<const RuleChoices> choices, bool inner, QWidget* parent = nullptr);

    void setChoices(std::shared_ptr<const RuleChoices> choices) { m_choices = std::move(choices); }
    /// Without a signal.
    void setGroup(const RuleSentence& group);
    [[nodiscard]] RuleSentence group() const;

signals:
    void changed();

private:
    void addRow(const RuleSentence& sentence);
    void removeRow(RuleRow* row);
    void fillMenu();
    void showJoining();

    std::shared_ptr<const RuleChoices> m_choices;
    QComboBox* m_joining;
    QVBoxLayout* m_column;
    QVector<RuleRow*> m_rows;
    QPushButton* m_add;
    QMenu* m_menu;
};

}  // namespace meitrace
