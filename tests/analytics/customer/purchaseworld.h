// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/snapshotbuilder.h"

#include <string>
#include <vector>

namespace meitrace::test {

/// One event of a small world; day 0 is 1970-01-01, UTC.
struct Purchase {
    Index customer = 0;
    Day day = 0;
    Fen amount = 0;
    std::string type = "bill";
    std::string kind = "sale";
    Millis timeOfDay = 36'000'000;
    TimeQuality precision = TimeQuality::Exact;
};

/// Customers 0 … customers - 1, all known.
inline SnapshotPtr worldOf(Index customers, const std::vector<Purchase>& purchases, Day asOf)
{
    SnapshotBuilder builder;
    for (Index c = 0; c < customers; ++c) {
        builder.addCustomer();
    }
    for (const Purchase& p : purchases) {
        SnapshotBuilder::Event event;
        event.time = static_cast<Millis>(p.day) * kDayMillis
            + (p.precision == TimeQuality::WholeDay ? 0 : p.timeOfDay);
        event.type = p.type;
        if (!p.kind.empty()) {
            event.texts[EventField::Detail] = p.kind;
        }
        event.amount = p.amount;
        event.precision = p.precision;
        builder.addEvent(p.customer, event);
    }
    builder.setAsOf(asOf);
    return builder.build();
}

/// Never runs to the end.
class StoppedJob final : public Job {
public:
    [[nodiscard]] bool stopped() const override { return true; }
};

}  // namespace meitrace::test
