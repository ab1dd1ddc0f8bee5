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

bool isNumber(int column)
{
    return column >= AudienceTable::Customers && column <= AudienceTable::Ads;
}

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
    : QAbstractTableModel(parent)
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

int AudienceTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_book.size());
}

int AudienceTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString AudienceTable::text(const AudienceEntry& entry, int column) const
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

QVariant AudienceTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const AudienceEntry& entry = entryAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, column);
    case Qt::TextAlignmentRole:
        return isNumber(column) ? QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case PillRole:
        if (column == State) {
            return static_cast<int>(entry.failure            ? Tone::Bad
                                        : entry.saved.frozen ? Tone::Neutral
                                                             : Tone::Accent);
        }
        return {};
    case QuietRole:
        return isNumber(column) && countOf(entry, column) == 0;
    default:
        return {};
    }
}

QVariant AudienceTable::headerData(int section, Qt::Orientation orientation, int role) const
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
    if (section >= Wechat && section <= Ads) {
        return reachChannelName(kReachChannels[static_cast<std::size_t>(section - Wechat)]);
    }
    switch (section) {
    case Name:
        return tr("Name");
    case State:
        return tr("Kind");
    case Customers:
        return tr("Customers");
    case Saved:
        return tr("Saved");
    case Rule:
        return tr("Rule or origin");
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
        return QString::localeAwareCompare(text(a, column), text(b, column)) < 0;
    };
    emit layoutAboutToBeChanged();
    std::stable_sort(m_book.begin(), m_book.end(), [&](const AudienceEntry& a, const AudienceEntry& b) {
        return order == Qt::AscendingOrder ? before(a, b) : before(b, a);
    });
    emit layoutChanged();
}

}  // namespace meitrace
