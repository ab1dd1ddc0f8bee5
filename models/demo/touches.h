// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/demo/world.h"

#include <vector>

namespace meitrace::demo {

/// A message to a person. Times that never came are 0.
struct Touch {
    int person = 0;
    std::int16_t month = 0;  ///< of the window, 0-based: which campaign
    bool wecom = false;      ///< else a text message
    bool failed = false;
    Second sentAt = 0;
    Second deliveredAt = 0;
    Second openedAt = 0;
    Second answeredAt = 0;  ///< click in a text message, reply in a chat
    Second leftAt = 0;      ///< unsubscribed
};

/// When somebody took the consent back; 0 = never.
Second withdrawnAt(const World& world, int person);
/// All messages of the window, by time and person: only to people who agreed, never after a withdrawal, never
/// to those who are not to be contacted.
std::vector<Touch> drawTouches(const World& world);

}  // namespace meitrace::demo
