// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/demo/till.h"
#include "models/demo/world.h"

#include <vector>

namespace meitrace::demo {

/// One person's way through the clinic: lead, booking, arrival, first deal, the visits after it, and leaving.
class Life {
public:
    Life(World& world, int person);
    void live();

private:
    struct Plan {
        Day day = 0;
        int item = 0;
        bool main = false;  ///< of the chain that ends when the person leaves; others are side visits
    };

    [[nodiscard]] int drawItem();
    /// Outcome of the first booking; true when the person came, with the time.
    bool firstBooking(Second& arrival, bool& deposit);
    void comeBack();
    /// Books a return visit, with the slots that were missed or moved first. Returns the day of the visit,
    /// or a day after the as-of day when it has not taken place yet.
    Day book(Day planned, Day previous, int item);
    /// What becomes of the booking of a return visit.
    BookingStatus returnStatus(Day day, Day createdOn, double dice);
    void visit(Second when, int item, bool first);
    bool leaves(Day day);
    void planNext(Day day, int item);
    [[nodiscard]] Day gapAfter(int item);
    void schedule(Day day, int item, bool main);

    World& m_world;
    Person& m_person;
    int m_number;
    const ClinicBook& m_book;
    const ClinicCalendar& m_calendar;
    Draw m_draw;
    Till m_till;
    bool m_premium;
    std::vector<Plan> m_plans;
    std::vector<int> m_itemVisits;  ///< per item: treatments so far
    int m_satisfaction = 5;
};

}  // namespace meitrace::demo
