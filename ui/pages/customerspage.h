// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/viewmodels/customertable.h"

#include <optional>

class QLabel;
class QPushButton;

namespace meitrace {

class DataTable;
class FilterBar;
class ProfilePanel;
class SearchField;

/// All customers in one table: found by code, tail of the phone, name or its sound; one of them in the panel.
class CustomersPage final : public Page {
    Q_OBJECT

public:
    explicit CustomersPage(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] const CustomerTable& model() const { return *m_model; }
    void search(const QString& text);
    /// Shows only these, until a chip is closed or the data change. members: of the session's snapshot
    void showSet(const Bitset& members, const QString& title);
    void showAll();
    /// Shows one customer by her code.
    void openCustomer(const QString& code);

protected:
    void refresh() override;
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const Result<CustomerList>& list);
    void find(const QString& text);
    void showSetChip();
    void sortRows(int column, Qt::SortOrder order);
    void showFound(std::vector<Index> rows);
    void openColumns(const QPoint& place);
    void showColumns();
    void rememberColumns() const;
    void saveAudience();
    void reportErased(const QString& code, const ErasureReport& report, const QStringList& copies);
    [[nodiscard]] Bitset chosen() const;

    struct Set {
        Bitset members;
        QString title;
        SnapshotPtr snapshot;  ///< that members are rows of
    };

    std::optional<Set> m_set;
    FilterBar* m_setChip;
    SearchField* m_search;
    QPushButton* m_columns;
    QPushButton* m_save;
    QLabel* m_found;
    DataTable* m_table;
    CustomerTable* m_model;
    ProfilePanel* m_panel;
    SnapshotPtr m_shown;      ///< that the list is of
    bool m_listsSet = false;  ///< and whether it is of the set alone
    Bitset m_listed;          ///< whom it was made for where it is not
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

}  // namespace meitrace
