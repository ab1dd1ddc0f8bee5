// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/filetable.h"

#include "models/domain/kind.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"

#include <QDateTime>
#include <QLocale>

namespace meitrace {

namespace {

std::int64_t count(const ImportBatch& batch, RowFate fate)
{
    return batch.fates.counts()[static_cast<std::size_t>(fate)];
}

bool isNumber(int column)
{
    return column >= FileTable::Rows && column <= FileTable::SetAside;
}

}  // namespace

FileTable::FileTable(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void FileTable::setBatches(const std::vector<ImportBatch>& batches)
{
    beginResetModel();
    m_batches.assign(batches.rbegin(), batches.rend());
    endResetModel();
}

const ImportBatch& FileTable::batchAt(int row) const
{
    return m_batches[static_cast<std::size_t>(row)];
}

int FileTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_batches.size());
}

int FileTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant FileTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const ImportBatch& batch = batchAt(index.row());
    const std::int64_t aside = count(batch, RowFate::Quarantined);
    if (role == Qt::TextAlignmentRole && isNumber(index.column())) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == PillRole && index.column() == State) {
        return static_cast<int>(aside > 0 ? Tone::Warn : Tone::Good);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case File:
        return fromUtf8(batch.fileName);
    case Kind: {
        const KindSpec* kind = kindById(batch.kind);
        return kind == nullptr ? QString() : capitalised(kindName(kind->code));
    }
    case Rows:
        return countText(batch.rowsRead);
    case Taken:
        return countText(count(batch, RowFate::Ok) + count(batch, RowFate::Fixed));
    case Duplicates:
        return countText(count(batch, RowFate::Duplicate));
    case SetAside:
        return countText(aside);
    case Loaded:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(batch.importedAt), QLocale::ShortFormat);
    case State:
        return aside > 0 ? tr("Rows set aside") : tr("Complete");
    default:
        return {};
    }
}

QVariant FileTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && isNumber(section)) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case File:
        return tr("File");
    case Kind:
        return tr("Kind");
    case Rows:
        return tr("Rows");
    case Taken:
        return tr("Taken");
    case Duplicates:
        return tr("Duplicates");
    case SetAside:
        return tr("Set aside");
    case Loaded:
        return tr("Loaded");
    case State:
        return tr("State");
    default:
        return {};
    }
}

}  // namespace meitrace
