// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/kpitally.h"

#include <algorithm>

namespace meitrace {

namespace {

/// The entry of a small list under a key, a new one where there is none.
template <typename Key>
std::int64_t& entryOf(std::vector<std::pair<Key, std::int64_t>>& list, Key key)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& e) { return e.first == key; });
    return found != list.end() ? found->second : list.emplace_back(key, 0).second;
}

template <typename T>
bool addNew(std::vector<T>& list, const T& value)
{
    if (std::find(list.begin(), list.end(), value) != list.end()) {
        return false;
    }
    list.push_back(value);
    return true;
}

int monthNumber(Day day)
{
    const CivilDate date = civilFromDay(day);
    return date.year * 12 + date.month;
}

}  // namespace

void KpiSums::add(const KpiSums& other)
{
    const auto addTerms = [](KpiTerms& into, const KpiTerms& from) {
        for (std::size_t i = 0; i < kKpiTerms; ++i) {
            into[i] += from[i];
        }
    };
    addTerms(total, other.total);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        addTerms(groups[g], other.groups[g]);
    }
}

KpiTally::KpiTally(const KpiPlan& plan, KpiSums& sums, std::vector<Bitset>* members)
    : m_plan(plan)
    , m_sums(sums)
    , m_members(members)
{
}

std::uint32_t KpiTally::groupOf(Index row) const
{
    return m_plan.groups.by() == KpiBy::Channel ? m_customerGroup : m_plan.groups.ofEvent(row);
}

void KpiTally::sum(KpiTerm term, std::uint32_t group, std::int64_t amount)
{
    const auto place = static_cast<std::size_t>(term);
    m_sums.total[place] += amount;
    m_sums.groups[group][place] += amount;
}

void KpiTally::once(KpiTerm term, std::uint32_t group)
{
    onceInAll(term);
    onceInGroup(term, group);
}

void KpiTally::onceInAll(KpiTerm term)
{
    const auto place = static_cast<std::size_t>(term);
    if (!m_counted.test(place)) {
        m_counted.set(place);
        ++m_sums.total[place];
        if (m_members != nullptr) {
            (*m_members)[place].set(m_customer);
        }
    }
}

void KpiTally::onceInGroup(KpiTerm term, std::uint32_t group)
{
    if (addNew(m_countedInGroups, {term, group})) {
        ++m_sums.groups[group][static_cast<std::size_t>(term)];
    }
}

void KpiTally::add(const KpiPerson& person)
{
    if (person.facts.facts().empty() && person.bookings.empty() && person.prepaidUses.empty()
        && person.owed.empty()) {
        return;
    }
    m_customer = person.customer;
    m_counted.reset();
    m_countedInGroups.clear();
    m_customerGroup = m_plan.groups.by() == KpiBy::Channel
        ? m_plan.groups.ofCustomer(person.customer, person.facts.facts())
        : 0;
    addMoney(person);
    addDeals(person);
    addVisits(person);
    addPurchaseDays(person);
    addRegulars(person);
    addLost(person);
    addLead(person);
    addBookings(person);
    addOwed(person);
}

void KpiTally::addMoney(const KpiPerson& person)
{
    for (const KpiFact& fact : person.facts.facts()) {
        if (!isInside(fact.day)) {
            continue;
        }
        const std::uint32_t group = groupOf(fact.row);
        switch (fact.role) {
        case KpiRole::Bill:
            sum(KpiTerm::Bills, group);
            once(KpiTerm::Buyers, group);
            [[fallthrough]];
        case KpiRole::Refund:
            sum(KpiTerm::Billed, group, fact.amount);
            [[fallthrough]];
        case KpiRole::Prepaid:
            sum(KpiTerm::Cash, group, fact.amount);
            sum(KpiTerm::Payments, group);
            break;
        case KpiRole::Treat:
            sum(KpiTerm::Delivered, group, fact.amount);
            sum(KpiTerm::Deliveries, group);
            break;
        default:
            break;
        }
    }
    for (const KpiInputs::PrepaidUse& use : person.prepaidUses) {
        if (isInside(m_plan.snapshot.dayOf(use.time))) {
            const std::uint32_t label = m_plan.groups.by() == KpiBy::Staff ? use.staff : use.store;
            sum(KpiTerm::Billed,
                m_plan.groups.by() == KpiBy::Channel ? m_customerGroup : m_plan.groups.ofLabel(label),
                use.amount);
        }
    }
}

void KpiTally::addDeals(const KpiPerson& person)
{
    m_net = 0;
    m_perGroup.clear();
    for (const KpiFact& fact : person.facts.facts()) {
        if (isInside(fact.day) && (fact.role == KpiRole::Bill || fact.role == KpiRole::Refund)) {
            m_net += fact.amount;
            entryOf(m_perGroup, groupOf(fact.row)) += fact.amount;
        }
    }
    if (m_net > 0) {
        onceInAll(KpiTerm::Deals);
    }
    for (const auto& [group, net] : m_perGroup) {
        if (net > 0) {
            onceInGroup(KpiTerm::Deals, group);
        }
    }
    for (const KpiTicket& ticket : person.facts.tickets()) {
        if (isInside(ticket.day) && ticket.net != 0) {
            sum(KpiTerm::TicketMoney, groupOf(ticket.row), ticket.net);
            sum(KpiTerm::Tickets, groupOf(ticket.row));
        }
    }
    const auto facts = person.facts.facts();
    const auto first = std::find_if(facts.begin(), facts.end(),
                                    [](const KpiFact& fact) { return fact.role == KpiRole::Bill; });
    if (first != facts.end() && isInside(first->day)) {
        once(KpiTerm::NewCustomers, groupOf(first->row));
        if (m_plan.inputs.referred.size() != 0 && m_plan.inputs.referred.test(m_customer)) {
            once(KpiTerm::Referred, groupOf(first->row));
        }
    }
}

void KpiTally::addVisits(const KpiPerson& person)
{
    m_places.clear();
    Day firstArrival = kMissingDay;
    for (const KpiFact& fact : person.facts.facts()) {
        if (fact.role != KpiRole::Arrive || !isInside(fact.day)) {
            continue;
        }
        firstArrival = firstArrival == kMissingDay ? fact.day : firstArrival;
        if (addNew(m_places, {fact.day, fact.store})) {
            sum(KpiTerm::Visits, groupOf(fact.row));
        }
        once(KpiTerm::Arrived, groupOf(fact.row));
        addArrival(person, firstArrival, groupOf(fact.row));
    }
    if (firstArrival != kMissingDay) {
        const auto groups = m_countedInGroups;
        for (const auto& [term, group] : groups) {
            if (term == KpiTerm::Arrived) {
                addItems(person, group);
            }
        }
    }
}

void KpiTally::addArrival(const KpiPerson& person, Day firstArrival, std::uint32_t group)
{
    const auto facts = person.facts.facts();
    const bool isOld = std::any_of(facts.begin(), facts.end(), [&](const KpiFact& fact) {
        return fact.role == KpiRole::Bill && fact.day < firstArrival;
    });
    once(isOld ? KpiTerm::OldArrived : KpiTerm::NewArrived, group);
    if (m_net > 0) {
        once(KpiTerm::ArrivedDealt, group);
        once(isOld ? KpiTerm::OldDealt : KpiTerm::NewDealt, group);
    }
}

/// Exactly one item delivered in the twelve months up to the end of the period.
void KpiTally::addItems(const KpiPerson& person, std::uint32_t group)
{
    const Day from = addMonths(m_plan.period.to, -12) + 1;
    m_items.clear();
    for (const KpiFact& fact : person.facts.facts()) {
        if (fact.role == KpiRole::Treat && fact.day >= from && fact.day <= m_plan.period.to
            && m_plan.items[fact.row] != 0) {
            addNew(m_items, m_plan.items[fact.row]);
        }
    }
    if (m_items.size() == 1) {
        once(KpiTerm::SingleItem, group);
    }
}

void KpiTally::addPurchaseDays(const KpiPerson& person)
{
    const Day from = addMonths(m_plan.period.to, -12) + 1;
    std::int64_t days = 0;
    m_perGroup.clear();
    for (const KpiTicket& day : person.facts.days()) {
        if (day.day >= from && day.day <= m_plan.period.to && day.net > 0) {
            ++days;
            ++entryOf(m_perGroup, groupOf(day.row));
        }
    }
    if (days >= 1) {
        onceInAll(KpiTerm::R12Once);
    }
    if (days >= 2) {
        onceInAll(KpiTerm::R12Twice);
    }
    for (const auto& [group, count] : m_perGroup) {
        onceInGroup(KpiTerm::R12Once, group);
        if (count >= 2) {
            onceInGroup(KpiTerm::R12Twice, group);
        }
    }
}

void KpiTally::addRegulars(const KpiPerson& person)
{
    Day earlier = kMissingDay;
    for (const KpiTicket& day : person.facts.days()) {
        if (day.net <= kEffective) {
            continue;
        }
        if (isInside(day.day)) {
            const std::uint32_t group = groupOf(day.row);
            sum(KpiTerm::Purchases, group);
            if (earlier != kMissingDay) {
                once(KpiTerm::Repeat, group);
                sum(KpiTerm::RepeatDays, group);
                sum(KpiTerm::CycleMonths, group, monthNumber(day.day) - monthNumber(earlier));
            }
        }
        earlier = day.day;
    }
}

void KpiTally::addLost(const KpiPerson& person)
{
    const KpiFact* last = nullptr;
    for (const KpiFact& fact : person.facts.facts()) {
        const bool came
            = fact.role == KpiRole::Arrive || fact.role == KpiRole::Treat || fact.role == KpiRole::Bill;
        last = came && fact.day <= m_plan.period.to ? &fact : last;
    }
    if (last != nullptr) {
        once(KpiTerm::EverSeen, groupOf(last->row));
        if (isInside(last->day + kLostDays)) {
            once(KpiTerm::Lost, groupOf(last->row));
        }
    }
}

void KpiTally::addLead(const KpiPerson& person)
{
    const auto facts = person.facts.facts();
    const auto lead = std::find_if(facts.begin(), facts.end(), [this](const KpiFact& fact) {
        return fact.role == KpiRole::Lead && isInside(fact.day);
    });
    if (lead == facts.end()) {
        return;
    }
    const std::uint32_t group = m_plan.groups.ofEvent(lead->row);
    once(KpiTerm::Leads, group);
    if (!m_plan.paidChannels[m_plan.channels[lead->row]]) {
        return;
    }
    once(KpiTerm::PaidLeads, group);
    Fen net = 0;
    for (const KpiFact& fact : facts) {
        if (fact.day < lead->day) {
            continue;
        }
        if (fact.role == KpiRole::Arrive) {
            once(KpiTerm::PaidArrivals, group);
        } else if (fact.role == KpiRole::Bill || fact.role == KpiRole::Refund) {
            net += fact.amount;
            if (fact.day <= lead->day + m_plan.roiDays) {
                sum(KpiTerm::PaidNet, group, fact.amount);
            }
        }
    }
    if (net > 0) {
        once(KpiTerm::PaidDeals, group);
    }
}

/// A state and no event: the same in every period; whoever reports it knows of which day it is.
void KpiTally::addOwed(const KpiPerson& person)
{
    for (const KpiInputs::Owed& owed : person.owed) {
        const std::uint32_t group = m_plan.groups.by() == KpiBy::Channel
            ? m_customerGroup
            : m_plan.groups.ofLabel(m_plan.groups.by() == KpiBy::Store ? owed.store : 0);
        sum(KpiTerm::Liability, group, owed.amount);
        once(KpiTerm::Owed, group);
    }
}

void KpiTally::addBookings(const KpiPerson& person)
{
    m_places.clear();
    std::vector<bool> kept;
    std::vector<std::uint32_t> groups;
    const auto facts = person.facts.facts();
    for (const KpiInputs::Booking& booking : person.bookings) {
        const Day day = m_plan.snapshot.dayOf(booking.slot);
        if (!isInside(day)) {
            continue;
        }
        const bool came = booking.kept || std::any_of(facts.begin(), facts.end(), [&](const KpiFact& fact) {
                              return fact.role == KpiRole::Arrive && fact.day == day;
                          });
        const std::pair<Day, std::uint32_t> place {day, booking.store};
        const auto found = std::find(m_places.begin(), m_places.end(), place);
        if (found != m_places.end()) {
            const auto at = static_cast<std::size_t>(found - m_places.begin());
            kept[at] = kept[at] || came;
            continue;
        }
        m_places.push_back(place);
        kept.push_back(came);
        const std::uint32_t label = m_plan.groups.by() == KpiBy::Staff ? booking.staff : booking.store;
        groups.push_back(m_plan.groups.by() == KpiBy::Channel ? m_customerGroup
                                                              : m_plan.groups.ofLabel(label));
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        sum(KpiTerm::Booked, groups[i]);
        if (kept[i]) {
            sum(KpiTerm::Kept, groups[i]);
        }
    }
}

}  // namespace meitrace
