// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/audittable.h"

#include "ui/text/figures.h"
#include "ui/viewmodels/audittext.h"

namespace meitrace {

AuditTable::AuditTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void AuditTable::setLines(std::vector<AuditLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int AuditTable::count() const
{
    return static_cast<int>(m_lines.size());
}

QString AuditTable::title(int column) const
{
    return QStringList {tr("When"), tr("What"), tr("On"), tr("Detail")}.value(column);
}

QString AuditTable::text(int row, int column) const
{
    const AuditLine& line = m_lines[m_lines.size() - 1 - static_cast<std::size_t>(row)];
    switch (column) {
    case When:
        return fromUtf8(line.time).left(19).replace(u'T', u' ');
    case What:
        return auditActionText(line.action);
    case On:
        return auditObjectText(line.object);
    case Detail:
        return auditDetailText(line.detail);
    default:
        return {};
    }
}

}  // namespace meitrace
