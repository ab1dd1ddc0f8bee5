// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/reconcileview.h"

#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/importview.h"

#include <algorithm>

namespace meitrace {

QString fieldNumberText(const KindSpec& kind, std::string_view field, std::int64_t number)
{
    const int index = fieldIndex(kind, field);
    const FieldType type = index < 0 ? FieldType::Count : kind.fields[static_cast<std::size_t>(index)].type;
    switch (type) {
    case FieldType::Money:
        return moneyText(number);
    case FieldType::Quantity:
    case FieldType::Figure:
        return thousandthsText(number);
    default:
        return countText(number);
    }
}

TotalTable::TotalTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void TotalTable::setReport(const std::shared_ptr<const ReconcileReport>& report)
{
    beginResetModel();
    m_report = report;
    m_places.clear();
    if (report) {
        for (const FileReconciliation& file : report->files) {
            for (const FileTotal& total : file.totals) {
                m_places.push_back({&file, &total});
            }
        }
    }
    std::stable_partition(m_places.begin(), m_places.end(),
                          [](const Place& place) { return place.total->difference() != 0; });
    endResetModel();
}

QString TotalTable::title(int column) const
{
    return QStringList {tr("File"),      tr("Line"),      tr("Says"),       tr("Figure"),
                        tr("File says"), tr("Rows give"), tr("Difference"), tr("State")}
        .value(column);
}

bool TotalTable::isNumber(int column) const
{
    return column == Line || (column >= Stated && column <= Difference);
}

QString TotalTable::text(int row, int column) const
{
    const auto& [file, total] = m_places[static_cast<std::size_t>(row)];
    const KindSpec& kind = *kindById(file->kind);
    switch (column) {
    case File:
        return fromUtf8(file->file);
    case Line:
        return countText(total->line);
    case Word:
        return fromUtf8(total->label);
    case Figure:
        return fieldTitleText(kind, fieldIndex(kind, total->field));
    case Stated:
        return fieldNumberText(kind, total->field, total->stated);
    case Rows:
        return fieldNumberText(kind, total->field, total->given());
    case Difference:
        return total->difference() == 0 ? QStringLiteral("—")
                                        : fieldNumberText(kind, total->field, total->difference());
    case State:
        if (total->difference() == 0) {
            return total->agreesWithoutRepeats() ? tr("Agrees, repeated rows apart") : tr("Agrees");
        }
        return total->rows.unread > 0 ? tr("%Ln row(s) unreadable", "", static_cast<int>(total->rows.unread))
                                      : tr("Differs");
    default:
        return {};
    }
}

QVariant TotalTable::mark(int row, int column, int role) const
{
    const FileTotal& total = *m_places[static_cast<std::size_t>(row)].total;
    return role == PillRole && column == State
        ? QVariant(static_cast<int>(total.difference() == 0 ? Tone::Good : Tone::Warn))
        : QVariant();
}

CardDifferenceTable::CardDifferenceTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void CardDifferenceTable::setReport(const std::shared_ptr<const ReconcileReport>& report,
                                    const std::vector<ImportBatch>& batches)
{
    beginResetModel();
    m_report = report;
    m_files = FileNames(batches);
    endResetModel();
}

int CardDifferenceTable::count() const
{
    return m_report ? static_cast<int>(m_report->cards.differences.size()) : 0;
}

QString CardDifferenceTable::title(int column) const
{
    return QStringList {tr("File"),   tr("Row"),  tr("Customer"), tr("Card"), tr("Item"),
                        tr("Bought"), tr("Gift"), tr("Used"),     tr("Left"), tr("Difference")}
        .value(column);
}

QString CardDifferenceTable::text(int row, int column) const
{
    const CardDifference& card = m_report->cards.differences[static_cast<std::size_t>(row)];
    switch (column) {
    case File:
        return m_files.of(card.batch);
    case Row:
        return countText(card.row + 1);
    case Customer: {
        const std::string& code = m_report->customers[static_cast<std::size_t>(row)];
        return code.empty() ? QStringLiteral("—") : fromUtf8(code);
    }
    case Card:
        return card.card.empty() ? QStringLiteral("—") : fromUtf8(card.card);
    case Item:
        return fromUtf8(card.item);
    case Bought:
        return thousandthsText(card.bought);
    case Gift:
        return thousandthsText(card.gift);
    case Used:
        return thousandthsText(card.used);
    case Remaining:
        return thousandthsText(card.remaining);
    case Difference:
        return thousandthsText(card.difference());
    default:
        return {};
    }
}

}  // namespace meitrace
