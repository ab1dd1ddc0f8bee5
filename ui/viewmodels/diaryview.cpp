// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/figures.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/importview.h"
#include "ui/viewmodels/reconcileview.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <set>

namespace meitrace {

namespace {

struct DiaryView {
    Q_DECLARE_TR_FUNCTIONS(DiaryView)
};

constexpr std::string_view kRows = "rows";

}  // namespace

QString diaryActionText(DiaryAction action)
{
    switch (action) {
    case DiaryAction::Loaded:
        return DiaryView::tr("Loaded");
    case DiaryAction::TakenOut:
        return DiaryView::tr("Taken out");
    case DiaryAction::ReadAgain:
        return DiaryView::tr("Read again");
    }
    return {};
}

QString diaryFigureText(const DiaryEntry& entry, const DiaryFigure& figure)
{
    const KindSpec* kind = kindById(entry.kind);
    const int field = kind == nullptr ? -1 : fieldIndex(*kind, figure.figure);
    return figure.figure == kRows || field < 0 ? DiaryView::tr("Rows") : fieldTitleText(*kind, field);
}

QString diaryNumberText(const DiaryEntry& entry, const DiaryFigure& figure, std::int64_t number)
{
    const KindSpec* kind = kindById(entry.kind);
    return kind == nullptr ? countText(number) : fieldNumberText(*kind, figure.figure, number);
}

DiaryTable::DiaryTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void DiaryTable::setEntries(std::vector<DiaryEntry> entries, const Zone& zone)
{
    beginResetModel();
    m_zone = zone;
    m_entries = std::move(entries);
    endResetModel();
}

int DiaryTable::firstThatMoved() const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [](const DiaryEntry& entry) { return !entry.figures.empty(); });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

QString DiaryTable::title(int column) const
{
    return QStringList {tr("When"),      tr("File"),        tr("Days"),      tr("New"),
                        tr("Changed"),   tr("Repeated"),    tr("Set aside"), tr("Not there now"),
                        tr("Customers"), tr("Past figures")}
        .value(column);
}

QString DiaryTable::spanOf(const DiaryEntry& entry)
{
    constexpr Day kMonths = 62;  // longer ones by their months
    if (entry.first == kMissingDay) {
        return QStringLiteral("—");
    }
    if (entry.last - entry.first <= kMonths) {
        return daysText(entry.first, entry.last);
    }
    const auto month
        = [](Day day) { return QLocale().toString(QDate(1970, 1, 1).addDays(day), tr("MMM yyyy")); };
    return tr("%1 – %2", "months").arg(month(entry.first), month(entry.last));
}

QString DiaryTable::text(int row, int column) const
{
    const DiaryEntry& entry = entryAt(row);
    const bool loaded = entry.action == DiaryAction::Loaded;
    const auto ofLoad = [&](std::int64_t number) {
        return loaded && number != 0 ? countText(number) : QStringLiteral("—");
    };
    switch (column) {
    case When:
        return instantText(entry.written, m_zone);
    case File: {
        const QString file = entry.fileName.empty() && kindById(entry.kind) != nullptr
            ? capitalised(kindName(kindById(entry.kind)->code))
            : fromUtf8(entry.fileName);
        return loaded ? file : tr("%1: %2", "what was done, file").arg(diaryActionText(entry.action), file);
    }
    case Days:
        return spanOf(entry);
    case Fresh:
        return ofLoad(entry.fresh);
    case Changed:
        return ofLoad(entry.changed);
    case Again:
        return ofLoad(entry.again);
    case Aside:
        return ofLoad(entry.aside);
    case Vanished:
        return ofLoad(entry.vanished);
    case Customers:
        return entry.customersAfter == kMissing
            ? QStringLiteral("—")
            : tr("%1 → %2").arg(countText(entry.customersBefore), countText(entry.customersAfter));
    case Past: {
        std::set<Day> months;
        for (const DiaryFigure& figure : entry.figures) {
            months.insert(figure.month);
        }
        return months.empty() ? tr("As before")
                              : tr("%Ln month(s) differ", "", static_cast<int>(months.size()));
    }
    default:
        return {};
    }
}

QVariant DiaryTable::mark(int row, int column, int role) const
{
    return role == PillRole && column == Past
        ? QVariant(static_cast<int>(entryAt(row).figures.empty() ? Tone::Neutral : Tone::Warn))
        : QVariant();
}

MovedFigureTable::MovedFigureTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void MovedFigureTable::setEntry(const DiaryEntry& entry)
{
    beginResetModel();
    m_entry = entry;
    endResetModel();
}

QString MovedFigureTable::title(int column) const
{
    return QStringList {tr("Month"), tr("Figure"), tr("Before"), tr("Afterwards"), tr("Change")}.value(
        column);
}

QString MovedFigureTable::text(int row, int column) const
{
    const DiaryFigure& figure = m_entry.figures[static_cast<std::size_t>(row)];
    switch (column) {
    case Month: {
        const CivilDate month = civilFromDay(figure.month);
        return QLocale().toString(QDate(month.year, month.month, 1), tr("MMMM yyyy"));
    }
    case Figure:
        return diaryFigureText(m_entry, figure);
    case Before:
        return diaryNumberText(m_entry, figure, figure.before);
    case After:
        return diaryNumberText(m_entry, figure, figure.after);
    case Change: {
        const std::int64_t change = figure.after - figure.before;
        const QString text = diaryNumberText(m_entry, figure, change);
        return change > 0 ? u'+' + text : text;
    }
    default:
        return {};
    }
}

}  // namespace meitrace
