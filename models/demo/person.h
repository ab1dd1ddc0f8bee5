// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/demo/cliniccalendar.h"

#include <cstdint>

namespace meitrace::demo {

enum class LeaveCause : std::uint8_t { None, OneAndDone, Satisfaction, ConsultantLeft, Price, Wait, Moved };

enum class Role : std::uint8_t { Customer, Staff, Test };

/// Who somebody is and what became of them.
struct Person {
    Role role = Role::Customer;
    int persona = 0;
    int channel = 0;
    std::uint8_t store = 0;
    std::uint8_t online = 0, onsite = 0, doctor = 0;  ///< staff numbers inside the store
    bool earlier = false;                             ///< was a customer before the window
    bool female = true;
    bool oneAndDone = false;
    bool night = false;  ///< the lead came between 20:00 and 24:00
    bool booked = false;
    bool arrived = false;
    bool dealt = false;
    bool ownsWallet = false;
    Day birth = 0;
    double loyalty = 0;
    double priceLevel = 1;
    Second leadAt = 0;
    Second repliedAt = 0;     ///< first answer to the lead; 0 for walk-ins
    Second firstArrival = 0;  ///< may lie before the window; 0 = never came
    Second lastArrival = 0;
    int visits = 0;  ///< with a deal or a delivery, from the first deal on
    Day leftOn = 0;  ///< day of the last visit of somebody who left; 0 = still comes
    LeaveCause cause = LeaveCause::None;
    int referrer = -1;  ///< person

    // Money of the window
    Fen net = 0;
    Fen netLastYear = 0;   ///< last 365 days
    Fen netFirstYear = 0;  ///< within 365 days of the lead
    Fen cash = 0;
    // What the clinic owes at the as-of day: of cards sold in the window, and all stored value
    Fen sessionsOwed = 0;
    int sessionsLeft = 0;
    Fen storedOwed = 0;
    Fen bonusOwed = 0;
};

}  // namespace meitrace::demo
