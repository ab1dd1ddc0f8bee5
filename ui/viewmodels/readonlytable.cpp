// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/readonlytable.h"

namespace meitrace {

ReadOnlyTable::ReadOnlyTable(int columns, QObject* parent)
    : QAbstractTableModel(parent)
    , m_columns(columns)
{
}

int ReadOnlyTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

int ReadOnlyTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant ReadOnlyTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return text(index.row(), index.column());
    }
    if (role == Qt::TextAlignmentRole) {
        return headerData(index.column(), Qt::Horizontal, role);
    }
    return mark(index.row(), index.column(), role);
}

QVariant ReadOnlyTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && isNumber(section)) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
}

bool ReadOnlyTable::isNumber(int /*column*/) const
{
    return false;
}

QVariant ReadOnlyTable::mark(int /*row*/, int /*column*/, int /*role*/) const
{
    return {};
}

}  // namespace meitrace
