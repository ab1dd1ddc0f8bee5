// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/audiencebook.h"
#include "ui/pages/rulerow.h"
#include "ui/session/session.h"
#include "ui/viewmodels/rulecount.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace meitrace {

class Card;
class DataTable;
class RuleGroupEditor;
/// Puts an audience together: sentences and the same rule as text, both kept in step, and what it counts
/// while it is written.
class AudienceEditor final : public QWidget {
    Q_OBJECT

public:
    explicit AudienceEditor(Session& session, QWidget* parent = nullptr);

    /// An empty audience, or one that is saved.
    void edit(const std::vector<AudienceEntry>& book, const std::optional<SavedAudience>& audience);
    void retranslate();

signals:
    void saved(const meitrace::SavedAudience& audience);
    void cancelled();

private:
    void build();
    void setRule(const std::string& text);
    void takeSentences();
    void takeText();
    void count();
    void show(const Result<RuleCount>& count);
    void save(bool frozen);
    [[nodiscard]] RuleChoices choices(const std::vector<AudienceEntry>& book) const;

    Session& m_session;
    QString m_before;  ///< name of the audience that is edited; empty = a new one
    std::optional<RuleNode> m_rule;
    bool m_filling = false;
    QTimer m_pause;
    Card* m_ruleCard;
    Card* m_countCard;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QWidget* m_place;
    RuleGroupEditor* m_group = nullptr;
    QLabel* m_textLabel;
    QPlainTextEdit* m_text;
    QLabel* m_error;
    QLabel* m_customers;
    QLabel* m_note;
    QLabel* m_reach;
    WaterfallTable* m_steps;
    DataTable* m_table;
    QPushButton* m_saveLive;
    QPushButton* m_saveFrozen;
    QPushButton* m_cancel;
};

}  // namespace meitrace
