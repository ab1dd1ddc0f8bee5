// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/directory.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace meitrace {

struct CustomerPurchases;

/// Everything a list of customers shows, gathered off the window's thread.
struct CustomerList {
    SnapshotPtr snapshot;
    std::vector<Index> customers;
    std::shared_ptr<const Attribute> source;  ///< where they came from first; may be nullptr
    Bitset reachable;  ///< may be written to for marketing on some channel; over all customers
    Index reachableCount = 0;
    std::shared_ptr<const Directory> people;             ///< nullptr: no names and numbers are shown
    std::shared_ptr<const CustomerPurchases> purchases;  ///< nullptr: not worked out
};

/// What everybody bought. Row i is customer i of the snapshot.
struct CustomerPurchases {
    Column<std::int32_t> visits;
    Column<Fen> spend;
};

/// Errors  Cancelled, those of loading columns
Result<CustomerList> customerList(const SnapshotPtr& snapshot, const Bitset& members, Job& job);
Result<std::shared_ptr<const CustomerPurchases>> customerPurchases(const SnapshotPtr& snapshot, Job& job);

/// A list of customers: who they are, where from, what they bought, may they be contacted. Reads only the
/// rows in sight, so a million rows are as quick as ten.
class CustomerTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Code, Name, Phone, Source, Visits, Spend, LastContact, Reachable, kColumns };
    enum Role { SortRole = Qt::UserRole };

    /// Above this many rows sorting is asked of whoever owns the model, who does it off the window's thread.
    static constexpr int kSortHere = 50'000;

    explicit CustomerTable(QObject* parent = nullptr);

    void setList(CustomerList list);
    [[nodiscard]] const CustomerList& list() const { return m_list; }
    /// Shows only customers whose number contains the text.
    void setFilter(const QString& text);
    /// Shows these of the list's customers, in this order.
    void setRows(std::vector<Index> rows);
    [[nodiscard]] const std::vector<Index>& rows() const { return m_rows; }
    /// Row of the snapshot
    [[nodiscard]] Index customerAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    void sortRequested(int column, Qt::SortOrder order);

private:
    [[nodiscard]] QString text(Index customer, int column) const;

    CustomerList m_list;
    std::vector<Index> m_rows;
};

/// The rows in the order of a column; equal ones stay as they are. Names stand in the order of their sound.
/// Errors  Cancelled
Result<std::vector<Index>> sortedCustomers(const CustomerList& list, std::vector<Index> rows, int column,
                                           Qt::SortOrder order, Job& job);

}  // namespace meitrace
