// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/recipebook.h"
#include "ui/session/session.h"

#include <QWidget>

class QPushButton;

namespace meitrace {

class Card;
class DataTable;
class NoticeBar;
class RecipeChangeTable;
class RecipeTable;

/// The cleaning rules: written, put in order, switched on and off, with every cell they changed. Rules work
/// on the files loaded from now on; those that are loaded are read again when somebody says so.
class RecipeTab final : public QWidget {
    Q_OBJECT

public:
    explicit RecipeTab(Session& session, QWidget* parent = nullptr);

    void refresh();
    void retranslate();
    /// Replaces all rules; the change can be undone.
    void setRules(const std::vector<RecipeRule>& rules, const QString& what);
    /// Opens the dialog for a rule; row -1 = a new one.
    void edit(int row);
    /// The dialog for a new rule that begins with this one.
    void propose(const RecipeRule& rule);

private:
    /// proposed: what a new rule begins with
    void openDialog(int row, const RecipeRule* proposed);
    void connectParts();
    void take(const Result<RecipeBook>& book);
    void keep(const std::vector<RecipeRule>& rules, std::function<void()> done = {});
    void showState();
    void showChanges();
    void switchRule();
    void moveUp();
    void removeRule();
    [[nodiscard]] int current() const;
    void reportReadAgain(int files, const QStringList& stayed);

    Session& m_session;
    NoticeBar* m_notice;
    Card* m_card;
    DataTable* m_table;
    RecipeTable* m_model;
    QPushButton* m_add;
    QPushButton* m_edit;
    QPushButton* m_up;
    QPushButton* m_switch;
    QPushButton* m_remove;
    Card* m_changesCard;
    DataTable* m_changesTable;
    RecipeChangeTable* m_changes;
    RecipeBook m_book;
};

}  // namespace meitrace
