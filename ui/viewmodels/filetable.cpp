// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/filetable.h"

#include "models/domain/kind.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"

namespace meitrace {

namespace {

std::int64_t rowsOf(const ImportBatch& batch, RowFate fate)
{
    return batch.fates.counts()[static_cast<std::size_t>(fate)];
}

}  // namespace

FileTable::FileTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void FileTable::setBatches(const std::vector<ImportBatch>& batches, const Zone& zone)
{
    beginResetModel();
    m_zone = zone;
    m_batches.assign(batches.rbegin(), batches.rend());
    endResetModel();
}

void FileTable::setFound(const std::map<std::int64_t, std::int64_t>& rows)
{
    beginResetModel();
    m_found = rows;
    endResetModel();
}

std::int64_t FileTable::foundIn(const ImportBatch& batch) const
{
    const auto found = m_found.find(batch.id);
    return found == m_found.end() ? 0 : found->second;
}

const ImportBatch& FileTable::batchAt(int row) const
{
    return m_batches[static_cast<std::size_t>(row)];
}

int FileTable::count() const
{
    return static_cast<int>(m_batches.size());
}

QString FileTable::title(int column) const
{
    return QStringList {tr("File"),       tr("Kind"),      tr("Rows"),   tr("Taken"),
                        tr("Duplicates"), tr("Set aside"), tr("Loaded"), tr("State")}
        .value(column);
}

bool FileTable::isNumber(int column) const
{
    return column >= Rows && column <= SetAside;
}

QString FileTable::text(int row, int column) const
{
    const ImportBatch& batch = batchAt(row);
    switch (column) {
    case File:
        return fromUtf8(batch.fileName);
    case Kind: {
        const KindSpec* kind = kindById(batch.kind);
        return kind == nullptr ? QString() : capitalised(kindName(kind->code));
    }
    case Rows:
        return countText(batch.rowsRead);
    case Taken:
        return countText(rowsOf(batch, RowFate::Ok) + rowsOf(batch, RowFate::Fixed));
    case Duplicates:
        return countText(rowsOf(batch, RowFate::Duplicate));
    case SetAside:
        return countText(rowsOf(batch, RowFate::Quarantined));
    case Loaded:
        return instantText(batch.importedAt, m_zone);
    case State:
        if (foundIn(batch) > 0) {
            return tr("%Ln row(s) to look at", "", static_cast<int>(foundIn(batch)));
        }
        return rowsOf(batch, RowFate::Quarantined) > 0 ? tr("Rows set aside") : tr("Complete");
    default:
        return {};
    }
}

QVariant FileTable::mark(int row, int column, int role) const
{
    return role == PillRole && column == State
        ? QVariant(static_cast<int>(
            rowsOf(batchAt(row), RowFate::Quarantined) + foundIn(batchAt(row)) > 0 ? Tone::Warn : Tone::Good))
        : QVariant();
}

}  // namespace meitrace
