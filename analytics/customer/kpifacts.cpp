// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/kpifacts.h"

#include "models/domain/eventtype.h"
#include "models/domain/person.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace meitrace {

namespace {

std::uint32_t kindCode(const Snapshot& snapshot, BillKind kind)
{
    return snapshot.dictionary(EventField::Detail).find(kBillKindCodes[static_cast<std::size_t>(kind)]);
}

}  // namespace

std::vector<EventField> KpiFacts::needed()
{
    return {EventField::Time, EventField::Type, EventField::Amount, EventField::Store, EventField::Detail};
}

KpiFacts::KpiFacts(const Snapshot& snapshot, Day asOf)
    : m_snapshot(snapshot)
    , m_types(snapshot.type().data())
    , m_times(snapshot.time().data())
    , m_amounts(snapshot.amount().data())
    , m_stores(snapshot.codes(EventField::Store))
    , m_details(snapshot.codes(EventField::Detail))
    , m_end(snapshot.endOfDay(asOf))
    , m_gift(kindCode(snapshot, BillKind::Gift))
    , m_refund(kindCode(snapshot, BillKind::Refund))
    , m_prepaidKinds {kindCode(snapshot, BillKind::Deposit), kindCode(snapshot, BillKind::DepositBack),
                      kindCode(snapshot, BillKind::Topup), kindCode(snapshot, BillKind::TopupRefund)}
{
    m_roles[event::kLead] = KpiRole::Lead;
    m_roles[event::kArrive] = KpiRole::Arrive;
    m_roles[event::kBill] = KpiRole::Bill;
    m_roles[event::kRefund] = KpiRole::Refund;
    m_roles[event::kDepositPay] = KpiRole::Prepaid;
    m_roles[event::kStoredValueTopup] = KpiRole::Prepaid;
    m_roles[event::kTreat] = KpiRole::Treat;
}

void KpiFacts::read(Index customer)
{
    m_facts.clear();
    m_tickets.clear();
    m_days.clear();
    m_hasTwins = false;
    const Index end = m_snapshot.end(customer);
    for (Index row = m_snapshot.begin(customer); row < end; ++row) {
        const std::uint16_t type = m_types[row];
        if (type < m_roles.size() && m_roles[type] != KpiRole::None && m_times[row] < m_end) {
            addFact(row);
        }
    }
    if (m_hasTwins) {
        dropTwins();
    }
    gatherTickets();
}

void KpiFacts::addFact(Index row)
{
    KpiFact fact {.day = m_snapshot.dayOf(m_times[row]),
                  .role = m_roles[m_types[row]],
                  .store = m_stores[row],
                  .amount = m_amounts[row],
                  .row = row};
    if (fact.role == KpiRole::Bill) {
        const std::uint32_t kind = m_details[row];
        if (kind != 0
            && std::find(m_prepaidKinds.begin(), m_prepaidKinds.end(), kind) != m_prepaidKinds.end()) {
            fact.role = KpiRole::Prepaid;
            m_hasTwins = true;
        } else if (kind != 0 && kind == m_refund) {
            fact.role = KpiRole::Refund;
        } else if (kind != 0 && kind == m_gift) {
            fact.amount = 0;
        }
    }
    m_facts.push_back(fact);
}

/// A deposit that came as a bill and as a payment of its own counts once.
void KpiFacts::dropTwins()
{
    const auto isTwin = [this](const KpiFact& fact) {
        return fact.role == KpiRole::Prepaid && m_types[fact.row] != event::kBill
            && std::any_of(m_facts.begin(), m_facts.end(), [&](const KpiFact& other) {
                   return other.role == KpiRole::Prepaid && m_types[other.row] == event::kBill
                       && other.amount == fact.amount && m_times[other.row] == m_times[fact.row];
               });
    };
    std::vector<KpiFact> kept;
    std::copy_if(m_facts.begin(), m_facts.end(), std::back_inserter(kept),
                 [&](const KpiFact& fact) { return !isTwin(fact); });
    m_facts = std::move(kept);
}

void KpiFacts::gatherTickets()
{
    for (const KpiFact& fact : m_facts) {
        if (fact.role != KpiRole::Bill && fact.role != KpiRole::Refund) {
            continue;
        }
        const auto sameDay = std::find_if(m_tickets.rbegin(), m_tickets.rend(), [&](const KpiTicket& t) {
                                 return t.day != fact.day;
                             }).base();
        const auto ticket = std::find_if(sameDay, m_tickets.end(),
                                         [&](const KpiTicket& t) { return t.store == fact.store; });
        if (ticket != m_tickets.end()) {
            ticket->net += fact.amount;
        } else {
            m_tickets.push_back({fact.day, fact.store, fact.amount, fact.row});
        }
    }
    for (const KpiTicket& ticket : m_tickets) {
        if (!m_days.empty() && m_days.back().day == ticket.day) {
            m_days.back().net += ticket.net;
        } else {
            m_days.push_back(ticket);
        }
    }
}

}  // namespace meitrace
