// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funneloptions.h"
#include "models/base/random.h"
#include "models/frame/snapshotbuilder.h"

#include <string>
#include <vector>

namespace meitrace::test {

inline constexpr Millis kHour = 3'600'000;

/// One event of a small world in UTC. Types are single letters; item and store 0 = none.
struct WorldEvent {
    Millis time = 0;  ///< start of the day for events known by day
    bool byDay = false;
    char type = 'a';
    int item = 0;
    int store = 0;
    std::uint32_t session = 0;
};

/// Events by customer, each in the total order.
using World = std::vector<std::vector<WorldEvent>>;

struct WorldShape {
    int customers = 100;
    int mostEvents = 8;
    int types = 4;      ///< letters from a on
    int hours = 240;    ///< events lie in these hours from 1970-01-02 on
    int stepHours = 6;  ///< at multiples of this many hours
    int items = 1;      ///< 1: always item 1; more: 0 … items - 1
    int dayPercent = 0;
    int sessionPercent = 0;
};

World randomWorld(const WorldShape& shape, std::uint64_t seed);
/// As-of day: asOf, or the last event's.
SnapshotPtr snapshotOf(const World& world, Day asOf = kMissingDay);
/// "C0 B3 A5": letters at days, all at 08:00; a dot behind the number means known by the day only.
std::vector<WorldEvent> streamOf(const std::string& text);
std::vector<EventPredicate> stepsOf(const std::string& text);

}  // namespace meitrace::test
