// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>

namespace meitrace {

/// A table that is only looked at. What derives from it says how many rows there are and what cells and heads
/// read; columns of numbers stand at the right.
class ReadOnlyTable : public QAbstractTableModel {
    Q_OBJECT

public:
    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;

protected:
    explicit ReadOnlyTable(int columns, QObject* parent);

    /// Between beginResetModel() and endResetModel() only
    void setColumns(int columns) { m_columns = columns; }
    [[nodiscard]] virtual int count() const = 0;
    [[nodiscard]] virtual QString title(int column) const = 0;
    [[nodiscard]] virtual QString text(int row, int column) const = 0;
    [[nodiscard]] virtual bool isNumber(int column) const;
    /// All that is neither text nor alignment: pills, bars, tones, tips
    [[nodiscard]] virtual QVariant mark(int row, int column, int role) const;

private:
    int m_columns;
};

}  // namespace meitrace
