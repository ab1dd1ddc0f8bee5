// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewmodels/rulesentence.h"

#include <QString>
#include <QVector>
#include <QWidget>

#include <memory>
#include <utility>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QSpinBox;

namespace meitrace {

class RuleGroupEditor;

/// What the boxes of a sentence offer: code and name of each.
struct RuleChoices {
    using List = QVector<std::pair<QString, QString>>;
    List attributes;
    List events;
    List segments;
    List audiences;
};

/// One sentence of a rule: its boxes, "not", and a button that takes it away.
class RuleRow final : public QWidget {
    Q_OBJECT

public:
    RuleRow(RuleSentence sentence, std::shared_ptr<const RuleChoices> choices, QWidget* parent = nullptr);

    [[nodiscard]] RuleSentence sentence() const;

signals:
    void changed();
    void removeRequested();

private:
    void buildAttribute();
    void buildEvent();
    void buildChoice(const RuleChoices::List& list, const QString& name);
    void buildConsent();
    void buildGroup();
    void buildText();
    QComboBox* addBox(const RuleChoices::List& list, const std::string& chosen, const QString& name);
    void addLabel(const QString& text);

    RuleSentence m_sentence;
    std::shared_ptr<const RuleChoices> m_choices;
    QHBoxLayout* m_row;
    QCheckBox* m_not;
    QComboBox* m_first = nullptr;   ///< attribute, event, segment, audience or channel
    QComboBox* m_second = nullptr;  ///< comparison, "did"
    QLineEdit* m_value = nullptr;
    QSpinBox* m_times = nullptr;
    QSpinBox* m_days = nullptr;
    RuleGroupEditor* m_group = nullptr;
};

}  // namespace meitrace
