// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/quarantinetable.h"

#include "models/domain/kind.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/viewmodels/importview.h"

#include <set>

namespace meitrace {

QuarantineTable::QuarantineTable(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void QuarantineTable::setEntries(std::vector<QuarantineEntry> entries,
                                 const std::vector<ImportBatch>& batches)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_sources.clear();
    for (const ImportBatch& batch : batches) {
        m_sources[batch.id] = {fromUtf8(batch.fileName), kindById(batch.kind)};
    }
    endResetModel();
}

QString QuarantineTable::fileOf(std::int64_t batch) const
{
    const auto source = m_sources.find(batch);
    return source == m_sources.end() ? QString() : source->second.file;
}

std::vector<std::int64_t> QuarantineTable::batches() const
{
    std::set<std::int64_t> numbers;
    for (const QuarantineEntry& entry : m_entries) {
        numbers.insert(entry.batch);
    }
    return {numbers.begin(), numbers.end()};
}

int QuarantineTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int QuarantineTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant QuarantineTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && index.column() == Line) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QuarantineEntry& entry = entryAt(index.row());
    switch (index.column()) {
    case File:
        return fileOf(entry.batch);
    case Line:
        return countText(entry.line);
    case Field: {
        const auto source = m_sources.find(entry.batch);
        const KindSpec* kind = source == m_sources.end() ? nullptr : source->second.kind;
        const int field = kind == nullptr || entry.field.empty() ? -1 : fieldIndex(*kind, entry.field);
        return field < 0 ? tr("Whole row") : fieldTitleText(*kind, field);
    }
    case Reason:
        return capitalised(ruleName(entry.rule));
    case Value:
        return fromUtf8(entry.value);
    case Suggestion:
        return fromUtf8(entry.suggestion);
    default:
        return {};
    }
}

QVariant QuarantineTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && section == Line) {
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case File:
        return tr("File");
    case Line:
        return tr("Line");
    case Field:
        return tr("Field");
    case Reason:
        return tr("Reason");
    case Value:
        return tr("Value");
    case Suggestion:
        return tr("Suggestion");
    default:
        return {};
    }
}

}  // namespace meitrace
