// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/recipebook.h"
#include "ui/session/session.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace meitrace {

/// Writes a cleaning rule: for which source and field, where, and what is to be done; with what it would
/// change in the files that are loaded.
class RecipeDialog final : public QDialog {
    Q_OBJECT

public:
    /// rules: all that there are; row: the one to change, -1 = a new one behind them
    RecipeDialog(Session& session, std::vector<RecipeRule> rules, int row, QWidget* parent = nullptr);

    /// Starts a new rule with what it is probably about.
    void propose(const RecipeRule& rule);

signals:
    void chosen(const meitrace::RecipeRule& rule);

private:
    void build();
    void fillChoices();
    void connectInputs();
    void fill(const RecipeRule& rule);
    void fillFields();
    /// The rule as it is written at the moment.
    [[nodiscard]] RecipeRule rule() const;
    void changed();
    void startPreview();
    void takePreview(const Result<RecipePreview>& preview, std::int64_t id);
    [[nodiscard]] const KindSpec& kind() const;

    Session& m_session;
    std::vector<RecipeRule> m_rules;
    int m_row;
    QFormLayout* m_form;
    QComboBox* m_kind;
    QComboBox* m_field;
    QComboBox* m_test;
    QLineEdit* m_text;
    QComboBox* m_action;
    QLineEdit* m_value;
    QComboBox* m_from;
    QLineEdit* m_name;
    QLabel* m_sentence;
    QLabel* m_preview;
    QPushButton* m_keep;
    QTimer m_later;
    QString m_ownName;  ///< the name as it was made up, to tell whether somebody wrote another
};

}  // namespace meitrace
