// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/quarantinetable.h"

#include "models/domain/kind.h"
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/text/ruleadvice.h"
#include "ui/viewmodels/importview.h"

#include <set>

namespace meitrace {

QuarantineTable::QuarantineTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
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

int QuarantineTable::count() const
{
    return static_cast<int>(m_entries.size());
}

QString QuarantineTable::title(int column) const
{
    return QStringList {tr("File"), tr("Line"), tr("Field"), tr("Reason"), tr("Value"), tr("What to do")}
        .value(column);
}

bool QuarantineTable::isNumber(int column) const
{
    return column == Line;
}

QString QuarantineTable::text(int row, int column) const
{
    const QuarantineEntry& entry = entryAt(row);
    switch (column) {
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
        return entry.suggestion.empty() ? ruleAdvice(entry.rule)
                                        : tr("Perhaps %1").arg(fromUtf8(entry.suggestion));
    default:
        return {};
    }
}

}  // namespace meitrace
