// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/analytics/journey/funnelworld.h"

#include <algorithm>
#include <sstream>

namespace meitrace::test {

namespace {

Millis dayOf(Millis time)
{
    return time / kDayMillis;
}

bool standsBefore(const WorldEvent& a, const WorldEvent& b)
{
    if (dayOf(a.time) != dayOf(b.time)) {
        return dayOf(a.time) < dayOf(b.time);
    }
    return a.byDay != b.byDay ? b.byDay : !a.byDay && a.time < b.time;
}

}  // namespace

World randomWorld(const WorldShape& shape, std::uint64_t seed)
{
    World world(static_cast<std::size_t>(shape.customers));
    for (std::size_t c = 0; c < world.size(); ++c) {
        Random random(seed, c);
        const auto many = random.below(static_cast<std::uint64_t>(shape.mostEvents) + 1);
        for (std::uint64_t i = 0; i < many; ++i) {
            WorldEvent event;
            const auto places = static_cast<std::uint64_t>(shape.hours / shape.stepHours);
            event.time
                = kDayMillis + static_cast<Millis>(random.below(places)) * shape.stepHours * kHour + kHour;
            event.byDay = random.chance(static_cast<std::uint64_t>(shape.dayPercent) * 10'000);
            if (event.byDay) {
                event.time = dayOf(event.time) * kDayMillis;
            }
            event.type = static_cast<char>('a' + random.below(static_cast<std::uint64_t>(shape.types)));
            event.item = shape.items == 1
                ? 1
                : static_cast<int>(random.below(static_cast<std::uint64_t>(shape.items)));
            event.store = static_cast<int>(random.below(2));
            if (random.chance(static_cast<std::uint64_t>(shape.sessionPercent) * 10'000)) {
                event.session = static_cast<std::uint32_t>(random.below(2)) + 1;
            }
            world[c].push_back(event);
        }
        std::stable_sort(world[c].begin(), world[c].end(), standsBefore);
    }
    return world;
}

SnapshotPtr snapshotOf(const World& world, Day asOf)
{
    SnapshotBuilder builder;
    for (const std::vector<WorldEvent>& events : world) {
        const Index customer = builder.addCustomer();
        for (const WorldEvent& e : events) {
            SnapshotBuilder::Event event;
            event.time = e.time;
            event.type = std::string(1, e.type);
            event.precision = e.byDay ? TimeQuality::WholeDay : TimeQuality::Exact;
            event.session = e.session;
            if (e.item != 0) {
                event.texts[EventField::Item] = "i" + std::to_string(e.item);
            }
            if (e.store != 0) {
                event.texts[EventField::Store] = "s" + std::to_string(e.store);
            }
            builder.addEvent(customer, std::move(event));
        }
    }
    if (asOf != kMissingDay) {
        builder.setAsOf(asOf);
    }
    return builder.build();
}

std::vector<WorldEvent> streamOf(const std::string& text)
{
    std::vector<WorldEvent> events;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        WorldEvent event;
        event.type = static_cast<char>(word[0] - 'A' + 'a');
        event.item = 1;
        event.byDay = word.back() == '.';
        event.time = Millis {std::stoi(word.substr(1))} * kDayMillis + (event.byDay ? 0 : 8 * kHour);
        events.push_back(event);
    }
    std::stable_sort(events.begin(), events.end(), standsBefore);
    return events;
}

std::vector<EventPredicate> stepsOf(const std::string& text)
{
    const auto steps = parseEventList(text);
    return steps ? *steps : std::vector<EventPredicate> {};
}

}  // namespace meitrace::test
