// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/mending.h"
#include "ui/viewmodels/readonlytable.h"

#include <QVector>

namespace meitrace {

/// Rows set aside, by what is wrong with them.
class ProblemGroupTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Source, Field, Reason, Rows, Values, Advice, kColumns };

    explicit ProblemGroupTable(QObject* parent = nullptr);

    void setGroups(std::vector<ProblemGroup> groups);
    [[nodiscard]] const ProblemGroup& groupAt(int row) const
    {
        return m_groups[static_cast<std::size_t>(row)];
    }

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Rows; }

private:
    std::vector<ProblemGroup> m_groups;
};

/// "Phone" of the group's field; "Whole row" where it is no single one
QString problemFieldText(const ProblemGroup& group);
/// "Customer records, phone: digits of the number are lost"
QString problemGroupText(const ProblemGroup& group);

/// The values of a group, with what is to stand in their place; the last column can be written.
class MendTable final : public ReadOnlyTable {
    Q_OBJECT

public:
    enum Column { Value, Rows, Becomes, kColumns };

    explicit MendTable(QObject* parent = nullptr);

    /// Suggestions stand in the last column from the start.
    void setGroup(const ProblemGroup& group);
    /// Writes one text into every line of the last column.
    void fillAll(const QString& text);
    /// emptied: values without a new one become nothing known; else their rows stay set aside.
    [[nodiscard]] std::vector<CellMend> mends(bool emptied) const;
    /// Rows that these mends are about
    [[nodiscard]] std::int64_t rowsOf(bool emptied) const;

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

protected:
    [[nodiscard]] int count() const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Rows; }
    [[nodiscard]] QVariant mark(int row, int column, int role) const override;

private:
    [[nodiscard]] bool isMeant(int row, bool emptied) const;

    ProblemGroup m_group;
    QStringList m_becomes;
};

}  // namespace meitrace
