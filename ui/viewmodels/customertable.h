// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/snapshot.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace meitrace {

/// Everything a list of customers shows, gathered off the window's thread.
struct CustomerList {
    SnapshotPtr snapshot;
    std::vector<Index> customers;
    std::shared_ptr<const Attribute> source;  ///< where they came from first; may be nullptr
    Bitset reachable;  ///< may be written to for marketing on some channel; over all customers
    Index reachableCount = 0;
    Index refusedCount = 0;  ///< of the others, those who said no
};

/// Errors  Cancelled, those of loading columns
Result<CustomerList> customerList(const SnapshotPtr& snapshot, const Bitset& members, Job& job);

/// A list of customers: number, source, last contact, may be contacted. Reads only the rows in sight, so a
/// million rows are as quick as ten.
class CustomerTable final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Code, Source, LastContact, Reachable, kColumns };

    explicit CustomerTable(QObject* parent = nullptr);

    void setList(CustomerList list);
    [[nodiscard]] const CustomerList& list() const { return m_list; }
    /// Shows only customers whose number contains the text.
    void setFilter(const QString& text);
    /// Row of the snapshot
    [[nodiscard]] Index customerAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] QString text(Index customer, int column) const;

    CustomerList m_list;
    std::vector<Index> m_rows;
};

}  // namespace meitrace
