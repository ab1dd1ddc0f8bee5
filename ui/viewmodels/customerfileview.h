// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/customerfile.h"
#include "ui/viewmodels/readonlytable.h"

#include <memory>

namespace meitrace {

/// "refund", "card sold", "done in the clinic"
QString purchaseName(const CustomerPurchase& purchase);
/// "1 of 3", "1" where nobody says how many were bought
QString sessionsText(const CustomerCard& card);
/// What a file says of an attribute, in words
QString factText(const StatedFact& fact);
/// "Leads, WeCom contacts": the kinds of files a record stands in
QString sourcesText(const CustomerHandle& handle);
/// An id as it may be seen: numbers and long ids in part
QString handleText(const CustomerHandle& handle);
/// "phone", "decided by hand", "the only record"
QString joinedByText(const CustomerHandle& handle, std::size_t records);
/// "Records joined", "Records kept apart"
QString decisionText(const JournalEntry& entry);

/// A table over one part of a customer's file.
class CustomerFileTable : public ReadOnlyTable {
    Q_OBJECT

public:
    void setFile(std::shared_ptr<const CustomerFile> file, const Zone& zone);

protected:
    CustomerFileTable(int columns, QObject* parent)
        : ReadOnlyTable(columns, parent)
    {
    }
    [[nodiscard]] const CustomerFile& file() const;
    [[nodiscard]] const Zone& zone() const { return m_zone; }

private:
    std::shared_ptr<const CustomerFile> m_file;
    Zone m_zone = Zone::utc();
};

/// Bills and deliveries, the newest first.
class PurchaseTable final : public CustomerFileTable {
    Q_OBJECT

public:
    enum Column { When, Item, How, Amount, kColumns };
    explicit PurchaseTable(QObject* parent = nullptr)
        : CustomerFileTable(kColumns, parent)
    {
    }

protected:
    [[nodiscard]] int count() const override { return static_cast<int>(file().purchases.size()); }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Amount; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;
};

/// Cards of sessions, open ones first.
class CardTable final : public CustomerFileTable {
    Q_OBJECT

public:
    enum Column { Item, Left, Worth, Until, kColumns };
    explicit CardTable(QObject* parent = nullptr)
        : CustomerFileTable(kColumns, parent)
    {
    }

protected:
    [[nodiscard]] int count() const override { return static_cast<int>(file().cards.size()); }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Worth; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;
};

/// Her records in the clinic's systems.
class HandleTable final : public CustomerFileTable {
    Q_OBJECT

public:
    enum Column { Source, Id, Name, Joined, kColumns };
    explicit HandleTable(QObject* parent = nullptr)
        : CustomerFileTable(kColumns, parent)
    {
    }
    [[nodiscard]] const CustomerHandle& handleAt(int row) const
    {
        return file().handles[static_cast<std::size_t>(row)];
    }

protected:
    [[nodiscard]] int count() const override { return static_cast<int>(file().handles.size()); }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;
};

/// What every file says of her.
class FactTable final : public CustomerFileTable {
    Q_OBJECT

public:
    enum Column { Field, Value, File, State, kColumns };
    explicit FactTable(QObject* parent = nullptr)
        : CustomerFileTable(kColumns, parent)
    {
    }

protected:
    [[nodiscard]] int count() const override { return static_cast<int>(file().facts.size()); }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;
};

/// What people decided about her records.
class DecisionTable final : public CustomerFileTable {
    Q_OBJECT

public:
    enum Column { When, What, State, kColumns };
    explicit DecisionTable(QObject* parent = nullptr)
        : CustomerFileTable(kColumns, parent)
    {
    }
    [[nodiscard]] const JournalEntry& decisionAt(int row) const
    {
        return file().decisions[static_cast<std::size_t>(row)];
    }

protected:
    [[nodiscard]] int count() const override { return static_cast<int>(file().decisions.size()); }
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;
};

}  // namespace meitrace
