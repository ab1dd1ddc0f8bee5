// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/touches.h"

#include "models/base/calendar.h"

#include <algorithm>
#include <tuple>

namespace meitrace::demo {

namespace {

constexpr Second kForgottenAfter = 540 * kDaySeconds;  // nobody writes to who has not come for so long
constexpr double kTextChance = 0.62;  // of one campaign reaching somebody who agreed; two a month on each way
constexpr double kChatChance = 0.86;
constexpr double kTextFails = 0.04;
constexpr double kChatFails = 0.01;
constexpr double kTextClick = 0.035;
constexpr double kChatOpen = 0.45;
constexpr double kChatReply = 0.05;
constexpr double kUnsubscribes = 0.003;

Second within(Second when)
{
    return ClinicCalendar::get().inWindow(when) ? when : 0;
}

Touch textMessage(Draw& draw, int person, int month, Second sent)
{
    Touch touch {person, static_cast<std::int16_t>(month), false, draw.chance(kTextFails), sent};
    if (!touch.failed) {
        touch.deliveredAt = within(sent + draw.between(2, 90));
        touch.answeredAt = draw.chance(kTextClick) ? within(sent + draw.between(60, 40'000)) : 0;
        touch.leftAt = draw.chance(kUnsubscribes) ? within(sent + draw.between(60, 20'000)) : 0;
    }
    return touch;
}

Touch chatMessage(Draw& draw, int person, int month, Second sent)
{
    Touch touch {person, static_cast<std::int16_t>(month), true, draw.chance(kChatFails), sent};
    if (!touch.failed && draw.chance(kChatOpen)) {
        touch.openedAt = within(sent + draw.between(30, 80'000));
        touch.answeredAt = touch.openedAt != 0 && draw.chance(kChatReply)
            ? within(touch.openedAt + draw.between(20, 900))
            : 0;
    }
    return touch;
}

/// From when on nobody writes to a person any more: withdrawal, or too long without a visit that the files
/// show.
Second lastCall(const World& world, int person)
{
    const ClinicCalendar& calendar = ClinicCalendar::get();
    const Person& who = world.people[static_cast<std::size_t>(person)];
    const Second chartAt = world.identities[static_cast<std::size_t>(person)].chartAt;
    const Second seen = calendar.inWindow(who.lastArrival) ? who.lastArrival : chartAt;
    const Second withdrawn = withdrawnAt(world, person);
    const Second end = std::min(at(calendar.asOf() + 1, 0), seen + kForgottenAfter);
    return withdrawn == 0 ? end : std::min(end, withdrawn);
}

/// The messages of one person, one campaign after the other.
void addTouches(const World& world, int person, std::vector<Touch>& touches)
{
    const ClinicCalendar& calendar = ClinicCalendar::get();
    const Identity& id = world.identities[static_cast<std::size_t>(person)];
    const bool text = id.consents[static_cast<std::size_t>(Consent::Sms)];
    const bool chat = id.consents[static_cast<std::size_t>(Consent::Wechat)] && id.wecom;
    if (id.chart == 0 || id.doNotContact || id.minor || (!text && !chat)) {
        return;
    }
    Second end = lastCall(world, person);
    Draw draw(world.options.seed, person, Purpose::Touches);
    int month = 0;
    for (Day start = calendar.firstDay(); start <= calendar.asOf(); start = addMonths(start, 1), ++month) {
        for (const Day day : {start + month % 9, start + 14 + month % 12}) {
            const Second textAt = at(day, 10 * kHour) + draw.between(0, 5400);
            const Second chatAt = at(day + 3, 15 * kHour) + draw.between(0, 7200);
            if (text && textAt > id.chartAt && textAt < end && draw.chance(kTextChance)) {
                touches.push_back(textMessage(draw, person, month, textAt));
                end = touches.back().leftAt != 0 ? touches.back().leftAt : end;
            }
            if (chat && chatAt > id.chartAt && chatAt < end && draw.chance(kChatChance)) {
                touches.push_back(chatMessage(draw, person, month, chatAt));
            }
        }
    }
}

}  // namespace

Second withdrawnAt(const World& world, int person)
{
    const Identity& id = world.identities[static_cast<std::size_t>(person)];
    if (!id.withdrawn) {
        return 0;
    }
    Draw draw(world.options.seed, person, Purpose::Consent);
    const ClinicCalendar& calendar = ClinicCalendar::get();
    const Day from = std::max(dayOf(id.chartAt) + 1, calendar.firstDay());
    const Day day = from >= calendar.asOf() ? calendar.asOf() : draw.between(from, calendar.asOf() - 1);
    // Text messages and chats offer it at any hour; on the last day it still lies before its end.
    return at(day, day == dayOf(id.chartAt) ? kDaySeconds - 60 : draw.between(9 * 3600, 21 * 3600));
}

std::vector<Touch> drawTouches(const World& world)
{
    std::vector<Touch> touches;
    for (int p = 0; p < world.options.persons; ++p) {
        addTouches(world, p, touches);
    }
    std::sort(touches.begin(), touches.end(), [](const Touch& a, const Touch& b) {
        return std::tie(a.sentAt, a.person, a.wecom) < std::tie(b.sentAt, b.person, b.wecom);
    });
    return touches;
}

}  // namespace meitrace::demo
