// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/importeffectview.h"

#include "ui/text/figures.h"

namespace meitrace {

ImportEffectTable::ImportEffectTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void ImportEffectTable::setEffect(const ImportEffect& effect)
{
    beginResetModel();
    m_effect = effect;
    endResetModel();
}

QString ImportEffectTable::title(int column) const
{
    return QStringList {tr("What"), tr("Before"), tr("Now"), tr("Change")}.value(column);
}

QString ImportEffectTable::text(int row, int column) const
{
    if (column == What) {
        return QStringList {tr("Customers"),
                            tr("Customers with a phone number"),
                            tr("Records that came together by themselves"),
                            tr("Pairs that wait for a decision"),
                            tr("Rows set aside"),
                            tr("Duplicates in these files"),
                            tr("Totals of these files that differ"),
                            tr("Months whose figures came out differently")}
            .value(row);
    }
    const auto said = [column](std::int64_t before, std::int64_t now) {
        const std::int64_t change = now - before;
        return column == Before ? countText(before)
            : column == Now     ? countText(now)
            : change == 0       ? QStringLiteral("—")
            : change > 0        ? u'+' + countText(change)
                                : countText(change);
    };
    const auto ofFiles = [column](const QString& text) { return column == Now ? text : QString(); };
    switch (row) {
    case Customers:
        return said(m_effect.before.customers, m_effect.after.customers);
    case WithPhone:
        return said(m_effect.before.withPhone, m_effect.after.withPhone);
    case Merges:
        return said(m_effect.before.merges, m_effect.after.merges);
    case Review:
        return said(m_effect.before.review, m_effect.after.review);
    case Problems:
        return said(m_effect.before.problems, m_effect.after.problems);
    case Duplicates:
        return ofFiles(tr("%1 of %2 rows").arg(countText(m_effect.duplicates), countText(m_effect.rows)));
    case Totals:
        return ofFiles(m_effect.totals == 0
                           ? QStringLiteral("—")
                           : tr("%1 of %2").arg(countText(m_effect.differing), countText(m_effect.totals)));
    case Months:
        return ofFiles(countText(m_effect.movedMonths));
    default:
        return {};
    }
}

}  // namespace meitrace
