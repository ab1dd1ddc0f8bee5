// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/viewmodels/customertable.h"

class QLabel;
class QPushButton;

namespace meitrace {

class DataTable;
class ProfilePanel;
class SearchField;

/// All customers in one table: found by code, tail of the phone, name or its sound; one of them in the panel.
class CustomersPage final : public Page {
    Q_OBJECT

public:
    explicit CustomersPage(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] const CustomerTable& model() const { return *m_model; }
    void search(const QString& text);
    /// Shows one customer by her code.
    void openCustomer(const QString& code);

protected:
    void refresh() override;
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const Result<CustomerList>& list);
    void find(const QString& text);
    void sortRows(int column, Qt::SortOrder order);
    void showFound(std::vector<Index> rows);
    void openColumns(const QPoint& place);
    void showColumns();
    void saveAudience();
    [[nodiscard]] Bitset chosen() const;

    SearchField* m_search;
    QPushButton* m_columns;
    QPushButton* m_save;
    QLabel* m_found;
    DataTable* m_table;
    CustomerTable* m_model;
    ProfilePanel* m_panel;
    SnapshotPtr m_shown;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

}  // namespace meitrace
