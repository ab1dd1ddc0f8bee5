// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/audiencebook.h"
#include "ui/pages/page.h"

#include <optional>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace meitrace {

class AudienceEditor;
class AudienceTable;
class Card;
class DataTable;
class EmptyState;

/// The saved audiences: whom they hold, whom each channel reaches, why somebody is in, and the way to a file.
class AudiencesPage final : public Page {
    Q_OBJECT

public:
    explicit AudiencesPage(Session& session, QWidget* parent = nullptr);

    /// Selects an audience of this name.
    void openAudience(const QString& name);

signals:
    /// members: of the session's snapshot; title: which set
    /// rule: holds for them
    void customersRequested(const meitrace::Bitset& members, const QString& title, const QString& rule);

protected:
    void refresh() override;
    void retranslate() override;

private:
    void buildCards();
    void buildDetails();
    void connectParts();
    void take(const Result<std::vector<AudienceEntry>>& book);
    void showState();
    void showSelected();
    /// Filters of the other pages do not narrow a saved audience; says so while there are any.
    void noteFilters();
    void edit(bool isNew);
    void showMembers();
    void explain();
    void freeze();
    void rename();
    void remove();
    /// Saves a rule under its name; before: the audience it takes the place of, empty = a new one
    void saveAs(const SavedAudience& audience, const std::string& before);
    void renameTo(const std::string& from, const std::string& to, std::function<void()> done);
    void drop(const std::string& name);
    /// The editor has saved: says so and how it is taken back.
    void noteSaved(const SavedAudience& after);
    void putBack(const DeletedAudience& audience);
    void exportFile();
    void choose(const QString& name);
    [[nodiscard]] std::optional<AudienceEntry> selected() const;
    /// Changes the workspace, then reads the book again; a failure becomes a notice.
    void change(const QString& title, std::function<Status(Clinic&, Job&)> work, std::function<void()> done);

    std::vector<AudienceEntry> m_book;
    QString m_wanted;                       ///< to be selected once the book is read again
    std::optional<SavedAudience> m_edited;  ///< what the editor began with; nothing = a new audience
    bool m_editing = false;
    bool m_loaded = false;
    QPushButton* m_new;
    Card* m_listCard;
    AudienceTable* m_model;
    DataTable* m_table;
    Card* m_detailCard;
    QLabel* m_rule;
    QLabel* m_reach;
    QPushButton* m_export;
    QPushButton* m_show;
    QPushButton* m_edit;
    QPushButton* m_freeze;
    QPushButton* m_rename;
    QPushButton* m_remove;
    QLabel* m_whyLabel;
    QLineEdit* m_code;
    QPushButton* m_why;
    QLabel* m_reason;
    AudienceEditor* m_editor;
    EmptyState* m_empty;
};

}  // namespace meitrace
