// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/customertable.h"

#include "analytics/clinic/consent.h"
#include "analytics/customer/purchasefacts.h"
#include "models/base/pinyin.h"
#include "ui/text/figures.h"
#include "ui/text/masking.h"
#include "ui/text/names.h"
#include "ui/theme/cellroles.h"

#include <algorithm>

namespace meitrace {

Result<CustomerList> customerList(const SnapshotPtr& snapshot, const Bitset& members, Job& job)
{
    if (Status status = snapshot->load({EventField::Time, EventField::Type}, job); !status) {
        return status.error();
    }
    CustomerList list;
    list.snapshot = snapshot;
    members.forEach([&](Index customer) { list.customers.push_back(customer); });
    const auto source = snapshot->attribute("source", job);
    if (source) {
        list.source = *source;
    } else if (source.error().code != ErrorCode::NotFound) {
        return source.error();
    }
    list.reachable = Bitset(snapshot->customers());
    for (const ConsentChannel channel :
         {ConsentChannel::Wechat, ConsentChannel::Sms, ConsentChannel::Call, ConsentChannel::Email}) {
        const Result<ConsentSets> sets
            = consentSets(*snapshot, {ConsentScope::Marketing, channel}, snapshot->frame().asOf, job);
        if (!sets) {
            return sets.error();
        }
        sets->granted.forEach([&](Index customer) { list.reachable.set(customer); });
    }
    list.reachableCount = std::count_if(list.customers.begin(), list.customers.end(),
                                        [&](Index customer) { return list.reachable.test(customer); });
    return list;
}

Result<std::shared_ptr<const CustomerPurchases>> customerPurchases(const SnapshotPtr& snapshot, Job& job)
{
    Result<PurchaseFacts> facts
        = purchaseFacts(*snapshot, {.asOf = snapshot->frame().asOf}, RfmFrequency::Visits, RfmValue::Cash,
                        Bitset(snapshot->customers(), true), job);
    if (!facts) {
        return facts.error();
    }
    auto purchases = std::make_shared<CustomerPurchases>();
    purchases->visits = std::move(facts->frequency);
    purchases->spend = std::move(facts->monetary);
    return std::shared_ptr<const CustomerPurchases>(std::move(purchases));
}

CustomerTable::CustomerTable(QObject* parent)
    : ReadOnlyTable(kColumns, parent)
{
}

void CustomerTable::setList(CustomerList list)
{
    beginResetModel();
    m_list = std::move(list);
    m_rows = m_list.customers;
    endResetModel();
}

void CustomerTable::setRows(std::vector<Index> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void CustomerTable::setFilter(const QString& text)
{
    beginResetModel();
    if (text.isEmpty()) {
        m_rows = m_list.customers;
    } else {
        m_rows.clear();
        std::copy_if(
            m_list.customers.begin(), m_list.customers.end(), std::back_inserter(m_rows),
            [&](Index customer) {
                return fromUtf8(m_list.snapshot->customerCode(customer)).contains(text, Qt::CaseInsensitive);
            });
    }
    endResetModel();
}

void CustomerTable::setPeople(const std::shared_ptr<const Directory>& people)
{
    m_list.people = people;
    if (!m_rows.empty()) {
        emit dataChanged(index(0, Name), index(count() - 1, Phone));
    }
}

int CustomerTable::count() const
{
    return static_cast<int>(m_rows.size());
}

QString CustomerTable::title(int column) const
{
    return QStringList {tr("Customer"), tr("Name"),     tr("Phone"),        tr("Source"),
                        tr("Visits"),   tr("Net paid"), tr("Last contact"), tr("Reachable")}
        .value(column);
}

bool CustomerTable::isNumber(int column) const
{
    return column == Visits || column == Spend;
}

QString CustomerTable::text(int row, int column) const
{
    return textOf(customerAt(row), column);
}

QVariant CustomerTable::mark(int row, int column, int role) const
{
    const Index customer = customerAt(row);
    if (role == Qt::ToolTipRole && column == LastContact) {
        const Snapshot& snapshot = *m_list.snapshot;
        return snapshot.begin(customer) == snapshot.end(customer)
            ? QVariant()
            : capitalised(eventName(
                snapshot.dictionary(EventField::Type).text(snapshot.type()[snapshot.end(customer) - 1])));
    }
    if (role == Qt::ToolTipRole && column == Reachable) {
        return m_list.reachable.test(customer) ? tr("Agreed to marketing on at least one channel")
                                               : tr("No consent to marketing, or unsubscribed");
    }
    if (role == PillRole && column == Reachable) {
        return static_cast<int>(m_list.reachable.test(customer) ? Tone::Good : Tone::Warn);
    }
    return role == QuietRole ? QVariant(!m_list.reachable.test(customer)) : QVariant();
}

QString CustomerTable::lastContact(Index customer) const
{
    const Snapshot& snapshot = *m_list.snapshot;
    return snapshot.begin(customer) == snapshot.end(customer)
        ? QStringLiteral("—")
        : dayText(snapshot.dayOf(snapshot.time()[snapshot.end(customer) - 1]));
}

QString CustomerTable::textOf(Index customer, int column) const
{
    switch (column) {
    case Code:
        return fromUtf8(m_list.snapshot->customerCode(customer));
    case Name: {
        const std::string_view name = m_list.people ? m_list.people->name(customer) : std::string_view();
        return name.empty() ? QStringLiteral("—") : shownName(fromUtf8(name));
    }
    case Phone: {
        const std::string phone = m_list.people ? m_list.people->maskedPhone(customer) : std::string();
        return phone.empty() ? QStringLiteral("—") : fromUtf8(phone);
    }
    case Visits:
        return m_list.purchases ? countText(m_list.purchases->visits[customer]) : QString();
    case Spend:
        return m_list.purchases ? roundMoneyText(static_cast<double>(m_list.purchases->spend[customer]))
                                : QString();
    case Source: {
        const std::uint32_t code = m_list.source ? m_list.source->code[customer] : 0;
        return code == 0 ? QStringLiteral("—") : channelName(m_list.source->texts.text(code));
    }
    case LastContact:
        return lastContact(customer);
    case Reachable:
        return m_list.reachable.test(customer) ? tr("Yes", "may be contacted") : tr("No", "may be contacted");
    default:
        return {};
    }
}

void CustomerTable::sort(int column, Qt::SortOrder order)
{
    if (!m_list.snapshot || column < 0) {
        return;
    }
    if (rowCount() > kSortHere) {
        emit sortRequested(column, order);
        return;
    }
    Job job(1);
    Result<std::vector<Index>> sorted = sortedCustomers(m_list, m_rows, column, order, job);
    if (sorted) {
        emit layoutAboutToBeChanged();
        m_rows = std::move(*sorted);
        emit layoutChanged();
    }
}

namespace {

/// What a column is sorted by; names apart.
std::int64_t sortKey(const CustomerList& list, int column, Index customer)
{
    const Snapshot& snapshot = *list.snapshot;
    switch (column) {
    case CustomerTable::Source:
        return list.source ? list.source->code[customer] : 0;
    case CustomerTable::Visits:
        return list.purchases ? list.purchases->visits[customer] : 0;
    case CustomerTable::Spend:
        return list.purchases ? list.purchases->spend[customer] : 0;
    case CustomerTable::LastContact:
        return snapshot.begin(customer) == snapshot.end(customer)
            ? kMissing
            : snapshot.time()[snapshot.end(customer) - 1];
    case CustomerTable::Reachable:
        return list.reachable.test(customer) ? 0 : 1;
    default:
        return customer;
    }
}

std::string sortText(const CustomerList& list, int column, Index customer)
{
    if (!list.people) {
        return {};
    }
    // Without a name they come last.
    const std::string_view name = list.people->name(customer);
    return column == CustomerTable::Phone ? list.people->maskedPhone(customer)
        : name.empty()                    ? std::string("~")
                                          : soundOf(name).syllables + std::string(name);
}

template <typename Key, typename KeyOf>
std::vector<Index> sortedBy(const std::vector<Index>& rows, Qt::SortOrder order, KeyOf keyOf)
{
    std::vector<std::pair<Key, Index>> keyed;
    keyed.reserve(rows.size());
    for (const Index customer : rows) {
        keyed.emplace_back(keyOf(customer), customer);
    }
    std::stable_sort(keyed.begin(), keyed.end(), [order](const auto& a, const auto& b) {
        return order == Qt::AscendingOrder ? a.first < b.first : b.first < a.first;
    });
    std::vector<Index> sorted;
    sorted.reserve(rows.size());
    for (const auto& [key, customer] : keyed) {
        sorted.push_back(customer);
    }
    return sorted;
}

}  // namespace

Result<std::vector<Index>> sortedCustomers(const CustomerList& list, std::vector<Index> rows, int column,
                                           Qt::SortOrder order, Job& job)
{
    if (column == CustomerTable::Name || column == CustomerTable::Phone) {
        rows = sortedBy<std::string>(rows, order,
                                     [&](Index customer) { return sortText(list, column, customer); });
    } else {
        rows = sortedBy<std::int64_t>(rows, order,
                                      [&](Index customer) { return sortKey(list, column, customer); });
    }
    return job.stopped() ? Result<std::vector<Index>>(Error {.code = ErrorCode::Cancelled}) : std::move(rows);
}

}  // namespace meitrace
