// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/directory.h"
#include "ui/viewmodels/readonlytable.h"

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
class CustomerTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Code, Name, Phone, Source, Visits, Spend, LastContact, Reachable, kColumns };
    enum Role { SortRole = Qt::UserRole };

    /// Above this many rows sorting is asked of whoever owns the model, who does it off the window's thread.
    static constexpr int kSortHere = 50'000;

    explicit CustomerTable(QObject* parent = nullptr);

    void setList(CustomerList list);
    [[nodiscard]] const CustomerList& list() const { return m_list; }
    /// Names and numbers, when they were read after the list.
    void setPeople(const std::shared_ptr<const Directory>& people);
    /// Shows only customers whose number contains the text.
    void setFilter(const QString& text);
    /// Shows these of the list's customers, in this order.
    void setRows(std::vector<Index> rows);
    [[nodiscard]] const std::vector<Index>& rows() const { return m_rows; }
    /// Row of the snapshot
    [[nodiscard]] Index customerAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    void sort(int column, Qt::SortOrder order) override;

signals:
    void sortRequested(int column, Qt::SortOrder order);

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    [[nodiscard]] QString lastContact(Index customer) const;
    [[nodiscard]] QString textOf(Index customer, int column) const;

    CustomerList m_list;
    std::vector<Index> m_rows;
};

/// The rows in the order of a column; equal ones stay as they are. Names stand in the order of their sound.
/// Errors  Cancelled
Result<std::vector<Index>> sortedCustomers(const CustomerList& list, std::vector<Index> rows, int column,
                                           Qt::SortOrder order, Job& job);

}  // namespace meitrace
