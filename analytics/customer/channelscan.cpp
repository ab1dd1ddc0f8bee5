// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/channelscan.h"

#include "analytics/features/addtexts.h"
#include "models/domain/eventtype.h"

#include <algorithm>

namespace meitrace {

namespace {

constexpr int kDaysOfMonth = 30;

}  // namespace

Status ChannelScan::bind(Job& job)
{
    std::vector<EventField> fields = KpiFacts::needed();
    fields.push_back(EventField::Channel);
    if (Status loaded = m_snapshot.load(fields, job); !loaded) {
        return loaded;
    }
    const auto source = m_snapshot.attribute("source", job);
    if (!source && source.error().code != ErrorCode::NotFound) {
        return source.error();
    }
    m_ofEvent = addTexts(m_snapshot.dictionary(EventField::Channel), m_names);
    m_ofSpend = addTexts(m_book.channels, m_names);
    if (source && (*source)->type == AttributeType::Category) {
        m_source = *source;
        m_ofSource = addTexts(m_source->texts, m_names);
    }
    return Done {};
}

/// What brought her in these days: her first lead in them, else her first arrival where no lead came
/// before it.
const KpiFact* ChannelScan::entryOf(std::span<const KpiFact> facts) const
{
    const auto isLead = [](const KpiFact& fact) { return fact.role == KpiRole::Lead; };
    const auto lead = std::find_if(facts.begin(), facts.end(),
                                   [&](const KpiFact& fact) { return isLead(fact) && isInside(fact.day); });
    if (lead != facts.end()) {
        return &*lead;
    }
    const auto arrival = std::find_if(facts.begin(), facts.end(),
                                      [](const KpiFact& fact) { return fact.role == KpiRole::Arrive; });
    const bool walkedIn
        = arrival != facts.end() && isInside(arrival->day) && std::none_of(facts.begin(), arrival, isLead);
    return walkedIn ? &*arrival : nullptr;
}

std::uint32_t ChannelScan::channelOf(Index customer, const KpiFact& entry) const
{
    const std::uint32_t own
        = entry.role == KpiRole::Lead ? m_ofEvent[m_snapshot.codes(EventField::Channel)[entry.row]] : 0;
    return own != 0 || m_ofSource.empty() ? own : m_ofSource[m_source->code[customer]];
}

void ChannelScan::add(Index customer, const KpiFacts& facts, ChannelPart& part) const
{
    const KpiFact* entry = entryOf(facts.facts());
    if (entry == nullptr) {
        return;
    }
    ChannelFound found {.person = {.customer = customer, .channel = channelOf(customer, *entry)},
                        .walkedIn = entry->role != KpiRole::Lead,
                        .isMature = entry->day + m_options.netDays <= m_cohort.asOf};
    const auto reach = [&](ChannelStage stage) { found.person.stages.set(static_cast<std::size_t>(stage)); };
    if (!found.walkedIn) {
        reach(ChannelStage::Lead);
    }
    addContacts(customer, entry->day, found);
    Fen ever = 0;
    auto& months = part.months[found.person.channel];
    for (const KpiFact& fact : facts.facts()) {
        if (fact.day < entry->day) {
            continue;
        }
        if (fact.role == KpiRole::Arrive) {
            reach(ChannelStage::Arrival);
        } else if (fact.role == KpiRole::Bill || fact.role == KpiRole::Refund) {
            ever += fact.amount;
            const Day age = fact.day - entry->day;
            found.net += age <= m_options.netDays ? fact.amount : 0;
            if (const auto month = static_cast<std::size_t>(age / kDaysOfMonth);
                month < ChannelFigures::kMonths) {
                months[month] += fact.amount;
            }
        }
    }
    if (ever > 0) {
        reach(ChannelStage::Deal);
    }
    addPurchases(facts, entry->day, found);
    part.people.push_back(found);
}

void ChannelScan::addContacts(Index customer, Day since, ChannelFound& found) const
{
    const Millis begin = m_snapshot.endOfDay(since - 1);
    const Millis end = m_snapshot.endOfDay(m_cohort.asOf);
    for (Index row = m_snapshot.begin(customer); row < m_snapshot.end(customer); ++row) {
        const std::uint16_t type = m_snapshot.type()[row];
        if (type != event::kWechatAdd && type != event::kBookingCreate) {
            continue;
        }
        const Millis time = m_snapshot.time()[row];
        if (time >= begin && time < end) {
            found.person.stages.set(static_cast<std::size_t>(
                type == event::kWechatAdd ? ChannelStage::Wechat : ChannelStage::Booking));
        }
    }
}

void ChannelScan::addPurchases(const KpiFacts& facts, Day since, ChannelFound& found) const
{
    Day first = kMissingDay;
    bool again = false;
    for (const KpiTicket& day : facts.days()) {
        if (day.day < since || day.net <= 0) {
            continue;
        }
        found.ticketMoney += day.net;
        ++found.tickets;
        again = again || (first != kMissingDay && day.day <= first + m_options.repurchaseDays);
        first = first == kMissingDay ? day.day : first;
    }
    if (again) {
        found.person.stages.set(static_cast<std::size_t>(ChannelStage::Repeat));
    }
    found.isRepeatKnown = found.person.stages.test(static_cast<std::size_t>(ChannelStage::Deal))
        && first != kMissingDay && first + m_options.repurchaseDays <= m_cohort.asOf;
}

}  // namespace meitrace
