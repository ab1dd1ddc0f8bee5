// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/demo/world.h"

#include <span>
#include <vector>

namespace meitrace::demo {

/// The cashier of one person: prices, cards, stored value, deposits, debts, refunds. Keeps their state
/// through the whole life, writes into the world only what falls into the window.
class Till {
public:
    Till(World& world, int person);

    struct Receipt {
        bool sold = false;      ///< a bill was written
        Fen net = 0;            ///< of the bill
        bool fromCard = false;  ///< a session of a card bought earlier was used
    };

    /// One visit: each item is paid for unless a card covers it, and delivered. One order holds all that is
    /// paid.
    Receipt serve(Second when, std::span<const int> items, bool first);
    void takeDeposit(Second when);
    void returnDeposit(Second when);
    void forfeitDeposit() { m_deposit = 0; }
    [[nodiscard]] bool holdsSessions() const;
    /// Writes what is still owed into the person.
    void close();

private:
    struct Card {
        int item = 0;
        int sessions = 0;
        int left = 0;
        Fen paid = 0;          ///< net price of the whole card
        Fen unused = 0;        ///< of it, what was not delivered yet
        bool inFiles = false;  ///< its sale stands in the window
        Second boughtAt = 0;
    };

    [[nodiscard]] Fen priceOf(Second when, int item, bool first);
    [[nodiscard]] int cardSessions(Second when, int item, bool first);
    void topUp(Second when, Fen expected);
    void pay(BillLine& line);
    void splitOrLater(BillLine line);
    void useCard(Card& card, Second when);
    /// Net of the line
    Fen sell(Second when, int item, bool first);
    void addOn(Second when);
    void maybeRefund(const BillLine& line);
    void deliver(Second when, Delivery delivery);
    int openOrder(Second when);
    void write(BillLine line);

    World& m_world;
    Person& m_person;
    int m_number;
    Draw m_draw;
    bool m_premium;
    std::vector<Card> m_cards;
    Fen m_stored = 0, m_bonus = 0;
    Fen m_deposit = 0;
    bool m_toppedUp = false;
    int m_order = -1;         ///< in hand
    std::int16_t m_line = 0;  ///< last of the order in hand
    bool m_muted = false;     ///< the order in hand began before the window
    int m_purchases = 0;
};

}  // namespace meitrace::demo
