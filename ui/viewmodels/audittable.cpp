// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/audittable.h"

#include "ui/text/figures.h"

namespace meitrace {

AuditTable::AuditTable(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void AuditTable::setLines(std::vector<AuditLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int AuditTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int AuditTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant AuditTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole) {
        return {};
    }
    const AuditLine& line = m_lines[m_lines.size() - 1 - static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case When:
        return fromUtf8(line.time).left(19).replace(u'T', u' ');
    case What:
        return fromUtf8(line.action);
    case On:
        return fromUtf8(line.object);
    case Detail:
        return fromUtf8(line.detail);
    default:
        return {};
    }
}

QVariant AuditTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case When:
        return tr("When");
    case What:
        return tr("What");
    case On:
        return tr("On");
    case Detail:
        return tr("Detail");
    default:
        return {};
    }
}

}  // namespace meitrace
