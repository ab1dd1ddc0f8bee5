// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewmodels/customertable.h"

#include "analytics/clinic/consent.h"
#include "ui/text/figures.h"
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
    Bitset refused(snapshot->customers());
    for (const ConsentChannel channel :
         {ConsentChannel::Wechat, ConsentChannel::Sms, ConsentChannel::Call, ConsentChannel::Email}) {
        const Result<ConsentSets> sets
            = consentSets(*snapshot, {ConsentScope::Marketing, channel}, snapshot->frame().asOf, job);
        if (!sets) {
            return sets.error();
        }
        sets->granted.forEach([&](Index customer) { list.reachable.set(customer); });
    }
    if (Status status = snapshot->loadConsents(job); !status) {
        return status.error();
    }
    for (const Index customer : list.customers) {
        if (list.reachable.test(customer)) {
            ++list.reachableCount;
        } else if (snapshot->consentBegin(customer) != snapshot->consentEnd(customer)) {
            ++list.refusedCount;
        }
    }
    return list;
}

CustomerTable::CustomerTable(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void CustomerTable::setList(CustomerList list)
{
    beginResetModel();
    m_list = std::move(list);
    m_rows = m_list.customers;
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

int CustomerTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CustomerTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString CustomerTable::text(Index customer, int column) const
{
    const Snapshot& snapshot = *m_list.snapshot;
    switch (column) {
    case Code:
        return fromUtf8(snapshot.customerCode(customer));
    case Source: {
        const std::uint32_t code = m_list.source ? m_list.source->code[customer] : 0;
        return code == 0 ? QStringLiteral("—") : channelName(m_list.source->texts.text(code));
    }
    case LastContact: {
        if (snapshot.begin(customer) == snapshot.end(customer)) {
            return QStringLiteral("—");
        }
        return dayText(snapshot.dayOf(snapshot.time()[snapshot.end(customer) - 1]));
    }
    case Reachable:
        return m_list.reachable.test(customer) ? tr("Reachable") : tr("No consent");
    default:
        return {};
    }
}

QVariant CustomerTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Index customer = customerAt(index.row());
    if (role == Qt::DisplayRole) {
        return text(customer, index.column());
    }
    if (role == Qt::ToolTipRole && index.column() == LastContact) {
        const Snapshot& snapshot = *m_list.snapshot;
        return snapshot.begin(customer) == snapshot.end(customer)
            ? QVariant()
            : capitalised(eventName(
                snapshot.dictionary(EventField::Type).text(snapshot.type()[snapshot.end(customer) - 1])));
    }
    if (role == PillRole && index.column() == Reachable) {
        return static_cast<int>(m_list.reachable.test(customer) ? Tone::Good : Tone::Warn);
    }
    if (role == QuietRole) {
        return !m_list.reachable.test(customer);
    }
    return {};
}

QVariant CustomerTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Code:
        return tr("Customer");
    case Source:
        return tr("Source");
    case LastContact:
        return tr("Last contact");
    case Reachable:
        return tr("Contact");
    default:
        return {};
    }
}

void CustomerTable::sort(int column, Qt::SortOrder order)
{
    if (!m_list.snapshot) {
        return;
    }
    const Snapshot& snapshot = *m_list.snapshot;
    const auto key = [&](Index customer) -> std::int64_t {
        switch (column) {
        case Source:
            return m_list.source ? m_list.source->code[customer] : 0;
        case LastContact:
            return snapshot.begin(customer) == snapshot.end(customer)
                ? kMissing
                : snapshot.time()[snapshot.end(customer) - 1];
        case Reachable:
            return m_list.reachable.test(customer) ? 0 : 1;
        default:
            return customer;
        }
    };
    emit layoutAboutToBeChanged();
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](Index a, Index b) {
        return order == Qt::AscendingOrder ? key(a) < key(b) : key(b) < key(a);
    });
    emit layoutChanged();
}

}  // namespace meitrace
