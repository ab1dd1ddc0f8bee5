// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/snapshot.h"

#include <map>
#include <string>
#include <vector>

namespace meitrace {

/// Builds a snapshot in memory from single events: for small worlds (tests, previews). Input order does not
/// matter beyond C0's source order, which is the order of addEvent().
class SnapshotBuilder {
public:
    struct Event {
        Millis time = 0;
        std::string type;
        std::map<EventField, std::string>
            texts;  ///< Channel, Store, Staff, Device, Campaign, Item, Detail, Page
        Fen amount = 0;
        TimeQuality precision = TimeQuality::Exact;
        std::uint32_t session = 0;
    };

    explicit SnapshotBuilder(Zone zone = Zone::utc());

    /// Returns the customer's row; customers keep the order they are added in. Codes count from 1.
    Index addCustomer(bool known = true);
    void addEvent(Index customer, Event event);
    void setText(Index customer, const std::string& attribute, const std::string& value);
    void setNumber(Index customer, const std::string& attribute, double value,
                   AttributeType type = AttributeType::Number);
    void addConsent(Index customer, const ConsentRecord& record);
    /// millionths: what is left of the item's price after the costs
    void setMargin(const std::string& item, std::int32_t millionths) { m_margins[item] = millionths; }
    /// Default: the civil day of the last event
    void setAsOf(Day day) { m_asOf = day; }

    [[nodiscard]] SnapshotPtr build() const;

private:
    struct AttributeDraft {
        AttributeType type = AttributeType::Category;
        std::map<Index, std::string> texts;
        std::map<Index, double> numbers;
    };

    Zone m_zone;
    std::vector<bool> m_known;
    std::vector<std::vector<Event>> m_events;
    std::vector<std::vector<ConsentRecord>> m_consents;
    std::map<std::string, AttributeDraft> m_attributes;
    std::map<std::string, std::int32_t> m_margins;
    Day m_asOf = kMissingDay;
};

/// The instant by which an event is sorted: a day-precision event stands behind the exact ones of its day.
/// time: its instant; a day-precision one lies at the start of its civil day.
inline Millis orderTime(Millis time, TimeQuality precision)
{
    return precision >= TimeQuality::WholeDay ? time + kDayMillis - 1 : time;
}

}  // namespace meitrace
