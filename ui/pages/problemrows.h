// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/mending.h"
#include "analytics/workbench/recipebook.h"
#include "ui/session/session.h"

#include <QWidget>

#include <vector>

class QPushButton;

namespace meitrace {

class Card;
class DataTable;
class ProblemGroupTable;
class QuarantineTable;

/// The rows that were set aside, as a work list by what is wrong with them: mended here all at once, by a
/// cleaning rule that also works next month, or in a file that is loaded again.
class ProblemRows final : public QWidget {
    Q_OBJECT

public:
    explicit ProblemRows(Session& session, QWidget* parent = nullptr);

    void refresh();
    void retranslate();

signals:
    /// A cleaning rule for such rows, to be finished by somebody.
    void ruleRequested(const meitrace::RecipeRule& rule);

private:
    void build();
    void take(const std::vector<QuarantineEntry>& entries);
    /// The group that is chosen; nullptr where none is.
    [[nodiscard]] const ProblemGroup* current() const;
    /// The rows of the chosen group, or all.
    void showRows();
    void mend();
    void requestRule();
    void save();

    Session& m_session;
    std::vector<QuarantineEntry> m_entries;
    Card* m_groupCard;
    DataTable* m_groupTable;
    ProblemGroupTable* m_groups;
    QPushButton* m_mend;
    QPushButton* m_rule;
    Card* m_card;
    DataTable* m_table;
    QuarantineTable* m_model;
    QPushButton* m_save;
    QPushButton* m_load;
};

}  // namespace meitrace
