// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/demo/world.h"

#include <vector>

namespace meitrace::demo {

enum class WebKind : std::uint8_t {
    AdClick,
    ContentView,
    ContentEngage,
    PageView,
    ItemView,
    Search,
    FormStart,
    FormSubmit,
    DmOpen,
    ConsultOnline,
    MiniOpen
};

/// One event of a page or of the mini-program.
struct WebEvent {
    Second happenedAt = 0;
    int person = 0;
    std::int16_t sequence = 0;  ///< of the person: order among equal seconds
    std::int16_t session = 0;   ///< of the person
    std::int16_t item = -1;
    WebKind kind = WebKind::PageView;
    std::uint8_t channel = 0;  ///< index into trailChannels()
    Handle handle = Handle::OpenId;
    bool givesPhone = false;  ///< the phone stands in the event
    bool loggedIn = false;
};

/// Codes of the channels that a session can come from.
const std::vector<std::string>& trailChannels();

/// The channels a person met before the lead, oldest first; the last one is the lead's own. Empty for people
/// from before the window and for those whom no screen brought.
struct TouchPath {
    std::vector<Second> times;
    std::vector<std::uint8_t> channels;
};
TouchPath touchPath(const World& world, int person);

/// Appends the events of a person with from <= time < until, in no order. visits: of the person, ascending.
void appendTrail(const World& world, int person, const std::vector<Second>& visits, Second from, Second until,
                 std::vector<WebEvent>& events);

}  // namespace meitrace::demo
