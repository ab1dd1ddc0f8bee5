// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/demo/cliniccalendar.h"
#include "models/demo/democlinic.h"
#include "models/demo/identity.h"
#include "models/demo/person.h"
#include "models/domain/person.h"

#include <cstdint>
#include <vector>

namespace meitrace::demo {

struct Booking {
    int person = 0;
    Second createdAt = 0;
    Second slotAt = 0;
    Second arrivedAt = 0;  ///< 0 = did not arrive
    BookingStatus status = BookingStatus::Pending;
    std::int16_t item = -1;
    bool returning = false;  ///< not the first visit
};

struct Visit {
    int person = 0;
    Second arrivedAt = 0;
    VisitType type = VisitType::First;
    std::int16_t item = -1;
    bool deal = false;
    Fen dealNet = 0;
    int satisfaction = 0;  ///< 1 to 5; not in any file, explains who leaves
};

struct Order {
    int person = 0;
    Second openedAt = 0;
    int number = 0;  ///< of the day, 1-based; set when all orders are known
};

/// One line of a bill. Identities that hold for every line: paid = cash + stored + bonus;
/// net = paid - bonus + deposit for sale and card_sale, = paid for debt_payment, = 0 for deposit, topup and
/// gift; a refund has the signs turned.
struct BillLine {
    int order = 0;
    int person = 0;
    Second paidAt = 0;
    std::int16_t line = 1;
    std::int16_t item = -1;  ///< -1: money only (deposit, top-up, debt)
    BillKind kind = BillKind::Sale;
    bool refund = false;        ///< a line that takes money back
    bool internal = false;      ///< bought by staff
    std::int16_t sessions = 0;  ///< of a card; 0 = no card
    std::int16_t quantity = 1;
    Fen list = 0, payable = 0, paid = 0, cash = 0, stored = 0, bonus = 0, net = 0, debt = 0, deposit = 0;
    std::uint8_t method = 0;  ///< index into the words "pay.methods"
};

struct Delivery {
    int person = 0;
    Second doneAt = 0;
    std::int16_t item = -1;
    std::int16_t quantity = 1;
    Fen value = 0;
    std::int16_t left = 0;      ///< sessions left on the card afterwards
    std::int16_t sessions = 0;  ///< of the card; 1 or 0 = bought singly
    bool opening = false;       ///< the card was sold before the window: there is no bill for it
};

/// A card of sessions at the as-of day.
struct Holding {
    int person = 0;
    Second boughtAt = 0;  ///< may lie before the window
    std::int16_t item = -1;
    std::int16_t sessions = 0;
    std::int16_t left = 0;
    Fen paid = 0;
    Fen unused = 0;  ///< of it, what was not delivered yet
};

/// Everything that happened in the clinic, before it is told to any system.
struct World {
    DemoOptions options;
    std::vector<Person> people;        ///< options.persons customers and leads, then staff and test people
    std::vector<Identity> identities;  ///< beside people
    std::vector<Booking> bookings;
    std::vector<Visit> visits;
    std::vector<Order> orders;
    std::vector<BillLine> bills;
    std::vector<Delivery> deliveries;
    std::vector<Holding> holdings;  ///< by person
};

/// Adds people who are no customers: staff who buy (internal bills) and test entries (Q23).
void addStaffAndTests(World& world);

/// Draws people and lets them live; bookings, visits, bills and deliveries come out in the order of their
/// times. Result<World> is an error only when the job was stopped.
Result<World> makeWorld(const DemoOptions& options, Job& job);

}  // namespace meitrace::demo
