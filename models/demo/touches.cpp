// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/touches.h"

#include "models/base/calendar.h"

#include <algorithm>
#include <tuple>

namespace meitrace::demo {

namespace {

constexpr double kTextChance = 0.52;  // of a month's campaign reaching somebody who agreed
constexpr double kChatChance = 0.72;
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
    const ClinicCalendar& calendar = ClinicCalendar::get();
    std::vector<Touch> touches;
    for (int p = 0; p < world.options.persons; ++p) {
        const Identity& id = world.identities[static_cast<std::size_t>(p)];
        const bool text = id.consents[static_cast<std::size_t>(Consent::Sms)];
        const bool chat = id.consents[static_cast<std::size_t>(Consent::Wechat)] && id.wecom;
        if (id.chart == 0 || id.doNotContact || id.minor || (!text && !chat)) {
            continue;
        }
        Second end = withdrawnAt(world, p);
        end = end == 0 ? at(calendar.asOf() + 1, 0) : end;
        Draw draw(world.options.seed, p, Purpose::Touches);
        int month = 0;
        for (Day start = calendar.firstDay(); start <= calendar.asOf();
             start = addMonths(start, 1), ++month) {
            const Second textAt = at(start + 7 + month % 12, 10 * kHour) + draw.between(0, 5400);
            const Second chatAt = at(start + 14 + month % 9, 15 * kHour) + draw.between(0, 7200);
            if (text && textAt > id.chartAt && textAt < end && draw.chance(kTextChance)) {
                touches.push_back(textMessage(draw, p, month, textAt));
                end = touches.back().leftAt != 0 ? touches.back().leftAt : end;
            }
            if (chat && chatAt > id.chartAt && chatAt < end && draw.chance(kChatChance)) {
                touches.push_back(chatMessage(draw, p, month, chatAt));
            }
        }
    }
    std::sort(touches.begin(), touches.end(), [](const Touch& a, const Touch& b) {
        return std::tie(a.sentAt, a.person, a.wecom) < std::tie(b.sentAt, b.person, b.wecom);
    });
    return touches;
}

}  // namespace meitrace::demo
