// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/kpi.h"
#include "models/frame/snapshotbuilder.h"

#include <string>
#include <vector>

namespace meitrace::test {

/// One thing of a small clinic, at ten o'clock UTC.
struct Fact {
    Index customer = 0;
    Day day = 0;
    std::string type;
    Fen amount = 0;
    std::string store = "S1";
    std::string staff {};
    std::string channel {};
    std::string item {};
    std::string kind {};
};

/// order: which fact is added first; the snapshot's events follow their times, so it must not matter.
inline SnapshotPtr clinicOf(Index customers, const std::vector<Fact>& facts, Day asOf)
{
    SnapshotBuilder builder;
    for (Index c = 0; c < customers; ++c) {
        builder.addCustomer();
    }
    for (const Fact& fact : facts) {
        SnapshotBuilder::Event event;
        event.time = static_cast<Millis>(fact.day) * kDayMillis + 36'000'000;
        event.type = fact.type;
        event.amount = fact.amount;
        for (const auto& [field, text] : {std::pair {EventField::Store, fact.store},
                                          {EventField::Staff, fact.staff},
                                          {EventField::Channel, fact.channel},
                                          {EventField::Item, fact.item},
                                          {EventField::Detail, fact.kind}}) {
            if (!text.empty()) {
                event.texts[field] = text;
            }
        }
        builder.addEvent(fact.customer, event);
    }
    builder.setAsOf(asOf);
    return builder.build();
}

inline Millis atTen(Day day)
{
    return static_cast<Millis>(day) * kDayMillis + 36'000'000;
}

inline const KpiReading& figureOf(const std::vector<KpiReading>& figures, std::string_view id)
{
    return figures[static_cast<std::size_t>(kpiIndex(id))];
}

}  // namespace meitrace::test
