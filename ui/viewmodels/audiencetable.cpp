// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/audiencetable.h"

#include "ui/text/errortext.h"
#include "ui/text/figures.h"
#include "ui/theme/cellroles.h"
#include "ui/viewmodels/exportview.h"
#include "ui/viewmodels/rulesentence.h"

#include <algorithm>
#include <array>

namespace meitrace {

namespace {

Index countOf(const AudienceEntry& entry, int column)
{
    return column == AudienceTable::Customers
        ? entry.customers
        : entry.reachable[static_cast<std::size_t>(column - AudienceTable::Wechat)];
}

}  // namespace

QString audienceRuleText(const SavedAudience& audience)
{
    return audience.rule.empty() ? audienceOriginText(audience) : shownRule(audience.rule);
}

AudienceTable::AudienceTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void AudienceTable::setBook(std::vector<AudienceEntry> book, const Zone& zone)
{
    beginResetModel();
    m_book = std::move(book);
    m_zone = zone;
    endResetModel();
}

int AudienceTable::rowOf(const std::string& name) const
{
    const auto found = std::find_if(m_book.begin(), m_book.end(),
                                    [&](const AudienceEntry& entry) { return entry.saved.name == name; });
    return found == m_book.end() ? -1 : static_cast<int>(found - m_book.begin());
}

int AudienceTable::count() const
{
    return static_cast<int>(m_book.size());
}

QString AudienceTable::title(int column) const
{
    QStringList titles {tr("Name"), tr("Kind"), tr("Customers")};
    for (const ConsentChannel channel : kReachChannels) {
        titles << reachChannelName(channel);
    }
    return (titles << tr("Saved") << tr("Rule or origin")).value(column);
}

bool AudienceTable::isNumber(int column) const
{
    return column >= Customers && column <= Ads;
}

QString AudienceTable::text(int row, int column) const
{
    return textOf(entryAt(row), column);
}

QVariant AudienceTable::mark(int row, int column, int role) const
{
    const AudienceEntry& entry = entryAt(row);
    if (role == PillRole && column == State) {
        return static_cast<int>(entry.failure            ? Tone::Bad
                                    : entry.saved.frozen ? Tone::Neutral
                                                         : Tone::Accent);
    }
    return role == QuietRole ? QVariant(isNumber(column) && countOf(entry, column) == 0) : QVariant();
}

QString AudienceTable::textOf(const AudienceEntry& entry, int column) const
{
    if (isNumber(column)) {
        return entry.failure ? QStringLiteral("—") : countText(countOf(entry, column));
    }
    switch (column) {
    case Name:
        return fromUtf8(entry.saved.name);
    case State:
        if (entry.failure) {
            return tr("Rule does not work");
        }
        return entry.saved.frozen ? tr("Fixed list") : tr("Live");
    case Saved:
        return dayText(m_zone.dayOf(entry.saved.savedAt, 0));
    case Rule:
        return entry.failure ? sentence(*entry.failure) : audienceRuleText(entry.saved);
    default:
        return {};
    }
}

void AudienceTable::sort(int column, Qt::SortOrder order)
{
    const auto before = [&](const AudienceEntry& a, const AudienceEntry& b) {
        if (isNumber(column)) {
            return countOf(a, column) < countOf(b, column);
        }
        if (column == Saved) {
            return a.saved.savedAt < b.saved.savedAt;
        }
        return QString::localeAwareCompare(textOf(a, column), textOf(b, column)) < 0;
    };
    emit layoutAboutToBeChanged();
    std::stable_sort(m_book.begin(), m_book.end(), [&](const AudienceEntry& a, const AudienceEntry& b) {
        return order == Qt::AscendingOrder ? before(a, b) : before(b, a);
    });
    emit layoutChanged();
}

}  // namespace meitrace
