// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/viewmodels/customertable.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace meitrace {

class DataTable;
class SearchField;
class SidePanel;

/// The panel behind every number that counts customers: who they are, how many may be contacted, and
/// "save as audience", a file, the page of customers and a comparison with the rest. Hidden until asked for.
class CustomersPanel final : public QWidget {
    Q_OBJECT

public:
    explicit CustomersPanel(Session& session, QWidget* parent = nullptr);

    /// title: which set; sentence: what is worth knowing of it, may be empty
    /// rule: an audience rule that holds for them and nobody else; empty where there is none
    void showCustomers(const Bitset& members, const QString& title, const QString& sentence = {},
                       const QString& rule = {});
    [[nodiscard]] Index count() const { return m_members.count(); }

signals:
    void closed();
    /// The page of customers shall show this set.
    void openRequested(const meitrace::Bitset& members, const QString& title);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void take(const Result<CustomerList>& list);
    void find(const QString& text);
    void openMenu();
    void setWide(bool wide);
    /// Names and numbers stand in the panel while it is wide enough.
    void showColumns();
    bool eventFilter(QObject* watched, QEvent* event) override;

    Session& m_session;
    Bitset m_members;
    QString m_title;
    QString m_rule;
    SidePanel* m_panel;
    QLabel* m_count;
    QLabel* m_countNote;
    QLabel* m_sentence;
    SearchField* m_search;
    DataTable* m_table;
    CustomerTable* m_model;
    QLabel* m_reachable;
    QPushButton* m_save;
    QPushButton* m_export;
    QPushButton* m_more;
};

}  // namespace meitrace
