// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/customerfileview.h"

#include "analytics/workbench/shownkeys.h"
#include "models/domain/kind.h"
#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/text/names.h"
#include "ui/text/personnames.h"
#include "ui/theme/cellroles.h"

#include <QCoreApplication>

#include <algorithm>

namespace meitrace {

namespace {

struct CustomerFileView {
    Q_DECLARE_TR_FUNCTIONS(CustomerFileView)
};

QString dayOf(Millis time, const Zone& zone)
{
    return time == kMissing ? QString() : dayText(zone.dayOf(time, 0));
}

QString money(Fen amount)
{
    return amount == kMissing ? QString() : roundMoneyText(static_cast<double>(amount));
}

}  // namespace

QString purchaseName(const CustomerPurchase& purchase)
{
    if (purchase.delivered) {
        return CustomerFileView::tr("done");
    }
    switch (purchase.kind) {
    case BillKind::Sale:
        return CustomerFileView::tr("paid");
    case BillKind::Refund:
        return CustomerFileView::tr("paid back");
    case BillKind::Deposit:
        return CustomerFileView::tr("deposit");
    case BillKind::DepositBack:
        return CustomerFileView::tr("deposit back");
    case BillKind::Topup:
        return CustomerFileView::tr("top-up");
    case BillKind::TopupRefund:
        return CustomerFileView::tr("top-up back");
    case BillKind::DebtPayment:
        return CustomerFileView::tr("debt paid");
    case BillKind::CardSale:
        return CustomerFileView::tr("card sold");
    case BillKind::Gift:
        return CustomerFileView::tr("gift");
    case BillKind::Adjustment:
        return CustomerFileView::tr("adjusted");
    }
    return {};
}

QString sessionsText(const CustomerCard& card)
{
    if (card.remaining == kMissing) {
        return {};
    }
    const QString left = thousandthsText(card.remaining);
    return card.bought == kMissing ? left
                                   : CustomerFileView::tr("%1 of %2", "sessions of a card, left and bought")
                                         .arg(left, thousandthsText(card.bought));
}

QString factText(const StatedFact& fact)
{
    switch (fact.kind) {
    case AttributeKind::Category:
        return attributeValueName(fact.attribute, fact.text);
    case AttributeKind::Money:
        return money(fact.number);
    case AttributeKind::Date:
    case AttributeKind::Instant:
        return fact.number == kMissing ? QString() : dayText(static_cast<Day>(fact.number));
    case AttributeKind::Number:
        if (fact.attribute.starts_with("is_") || fact.attribute == "wecom_friend") {
            return fact.number != 0 ? CustomerFileView::tr("yes") : CustomerFileView::tr("no");
        }
        return fact.number == kMissing ? QString() : countText(fact.number);
    }
    return {};
}

QString sourcesText(const CustomerHandle& handle)
{
    QStringList names;
    for (const std::uint8_t id : handle.kinds) {
        if (const KindSpec* kind = kindById(id)) {
            const QString name = kindName(kind->code);
            names << (names.isEmpty() ? capitalised(name) : name);
        }
    }
    return names.join(CustomerFileView::tr(", "));
}

QString handleText(const CustomerHandle& handle)
{
    return handle.id.empty() ? QString() : fromUtf8(hiddenKey(handle.idType, handle.id));
}

QString joinedByText(const CustomerHandle& handle, std::size_t records)
{
    if (handle.manual) {
        return CustomerFileView::tr("by decision");
    }
    if (records < 2 || handle.method == KeyType::Name) {
        return CustomerFileView::tr("on its own");
    }
    return handle.method == KeyType::BirthDate ? CustomerFileView::tr("likely the same")
                                               : keyTypeName(handle.method);
}

QString decisionText(const JournalEntry& entry)
{
    return entry.merge ? CustomerFileView::tr("joined") : CustomerFileView::tr("kept apart");
}

void CustomerFileTable::setFile(std::shared_ptr<const CustomerFile> file, const Zone& zone)
{
    beginResetModel();
    m_file = std::move(file);
    m_zone = zone;
    endResetModel();
}

const CustomerFile& CustomerFileTable::file() const
{
    static const CustomerFile none;
    return m_file ? *m_file : none;
}

QString PurchaseTable::title(int column) const
{
    return QStringList {tr("Day"), tr("Item"), tr("What"), tr("Amount")}.value(column);
}

QString PurchaseTable::text(int row, int column) const
{
    const CustomerPurchase& purchase = file().purchases[static_cast<std::size_t>(row)];
    switch (column) {
    case When:
        return dayOf(purchase.time, zone());
    case Item: {
        const QString item = itemName(purchase.item);
        return purchase.quantity == kMissing || purchase.quantity == 1000
            ? item
            : tr("%1 × %2", "item, how many").arg(item, thousandthsText(purchase.quantity));
    }
    case How:
        return purchaseName(purchase);
    case Amount:
        return money(purchase.amount);
    default:
        return {};
    }
}

QVariant PurchaseTable::mark(int row, int column, int role) const
{
    const CustomerPurchase& purchase = file().purchases[static_cast<std::size_t>(row)];
    if (role == Qt::ToolTipRole && column == Item) {
        QStringList lines {itemName(purchase.item)};
        if (!purchase.number.empty()) {
            lines << tr("Number %1").arg(fromUtf8(purchase.number));
        }
        if (!purchase.store.empty()) {
            lines << fromUtf8(purchase.store);
        }
        return lines.join(u'\n');
    }
    if (role == PillRole && column == How) {
        const bool goesBack = purchase.amount != kMissing && purchase.amount < 0;
        return static_cast<int>(purchase.delivered ? Tone::Good : (goesBack ? Tone::Warn : Tone::Accent));
    }
    return {};
}

QString CardTable::title(int column) const
{
    return QStringList {tr("Card"), tr("Left"), tr("Worth"), tr("Valid until")}.value(column);
}

QString CardTable::text(int row, int column) const
{
    const CustomerCard& card = file().cards[static_cast<std::size_t>(row)];
    switch (column) {
    case Item:
        return itemName(card.item);
    case Left:
        return sessionsText(card);
    case Worth:
        return money(card.worth);
    case Until:
        return card.expires == kMissing ? tr("no end") : dayOf(card.expires, zone());
    default:
        return {};
    }
}

QVariant CardTable::mark(int row, int column, int role) const
{
    const CustomerCard& card = file().cards[static_cast<std::size_t>(row)];
    if (role == QuietRole) {
        return !card.isOpen();
    }
    if (role == PillRole && column == Until && card.expired && card.remaining != 0) {
        return static_cast<int>(Tone::Warn);
    }
    return {};
}

QString HandleTable::title(int column) const
{
    return QStringList {tr("Stands in"), tr("Id"), tr("Name"), tr("Joined by")}.value(column);
}

QString HandleTable::text(int row, int column) const
{
    const CustomerHandle& handle = handleAt(row);
    switch (column) {
    case Source:
        return sourcesText(handle);
    case Id:
        return handleText(handle);
    case Name:
        return shownName(fromUtf8(handle.name));
    case Joined:
        return joinedByText(handle, file().handles.size());
    default:
        return {};
    }
}

QVariant HandleTable::mark(int row, int column, int role) const
{
    if (role != Qt::ToolTipRole) {
        return {};
    }
    const CustomerHandle& handle = handleAt(row);
    return handle.first == kMissing
        ? text(row, column)
        : tr("%1\nSeen %2 to %3")
              .arg(text(row, column), dayOf(handle.first, zone()), dayOf(handle.last, zone()));
}

QString FactTable::title(int column) const
{
    return QStringList {tr("Field"), tr("Value"), tr("File"), tr("State")}.value(column);
}

QString FactTable::text(int row, int column) const
{
    const StatedFact& fact = file().facts[static_cast<std::size_t>(row)];
    switch (column) {
    case Field:
        return capitalised(attributeName(fact.attribute));
    case Value:
        return factText(fact);
    case File:
        return fromUtf8(fact.file);
    case State:
        return fact.used ? tr("counts") : tr("older");
    default:
        return {};
    }
}

QVariant FactTable::mark(int row, int column, int role) const
{
    const StatedFact& fact = file().facts[static_cast<std::size_t>(row)];
    if (role == QuietRole) {
        return !fact.used;
    }
    if (role == PillRole && column == State) {
        return static_cast<int>(fact.used ? Tone::Good : Tone::Neutral);
    }
    if (role == Qt::ToolTipRole && column == File) {
        return tr("%1, as of %2").arg(fromUtf8(fact.file), dayOf(fact.observed, zone()));
    }
    return {};
}

QString DecisionTable::title(int column) const
{
    return QStringList {tr("Day"), tr("Decision"), tr("State")}.value(column);
}

QString DecisionTable::text(int row, int column) const
{
    const JournalEntry& entry = decisionAt(row);
    switch (column) {
    case When:
        return dayOf(entry.decidedAt, zone());
    case What:
        return tr("%Ln record(s) %1", "", static_cast<int>(entry.idents.size())).arg(decisionText(entry));
    case State:
        return entry.undone ? tr("taken back") : tr("in force");
    default:
        return {};
    }
}

QVariant DecisionTable::mark(int row, int column, int role) const
{
    const JournalEntry& entry = decisionAt(row);
    if (role == QuietRole) {
        return entry.undone;
    }
    if (role == PillRole && column == State) {
        return static_cast<int>(entry.undone ? Tone::Neutral : Tone::Good);
    }
    return {};
}

}  // namespace meitrace
