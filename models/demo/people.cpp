// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/people.h"

#include "models/demo/model.h"

#include <algorithm>

namespace meitrace::demo {

namespace {

constexpr double kEarlierShare = 0.35;  // customers from before the window
constexpr int kEarlierDays = 700;
constexpr double kNightShare = 0.38;  // of leads, 20:00 to 24:00 (T7)
constexpr double kLoyaltyCap = 1.3;
constexpr double kPriceSigma = 0.35;

constexpr Second kDayAnswerSeconds = 360;  // median of the first answer by day
constexpr Second kOpening = 9 * kHour;

/// Channel in proportion to share and affinity.
int drawChannel(Draw& draw, const ClinicBook& book, int persona)
{
    std::vector<int> weights;
    for (const SourceChannel& channel : book.channels) {
        weights.push_back(channel.share * channel.affinity[static_cast<std::size_t>(persona)]);
    }
    return static_cast<int>(draw.pick(weights));
}

void drawLead(Person& person, const DemoOptions& options, int number, Season season)
{
    Draw draw(options.seed, number, Purpose::Lead);
    const ClinicCalendar& calendar = ClinicCalendar::get();
    const Day day = person.earlier ? calendar.firstDay() - draw.between(1, kEarlierDays)
                                   : calendar.leadDay(draw, season);
    const bool walkIn = ClinicBook::get().channels[static_cast<std::size_t>(person.channel)].code == "walkin";
    person.night = !walkIn && draw.chance(kNightShare);
    if (walkIn) {
        const Day open = calendar.openDayNear(draw, day, person.earlier ? day - 10 : calendar.firstDay() - 3);
        person.leadAt = at(std::min(open, calendar.asOf()), draw.between(10 * 3600, 19 * 3600));
        return;
    }
    if (person.night) {
        person.leadAt = at(day, draw.between(20 * 3600, 24 * 3600 - 1));
        // Nobody answers before the morning: the median wait is 11.5 hours.
        person.repliedAt = at(day + 1, kOpening) + rounded(1800.0 * draw.lognormal(0.0, 0.8));
    } else {
        person.leadAt = at(day, draw.between(8 * 3600, 20 * 3600 - 1));
        person.repliedAt
            = person.leadAt + rounded(static_cast<double>(kDayAnswerSeconds) * draw.lognormal(0.0, 0.9));
    }
}

}  // namespace

Person drawPerson(const DemoOptions& options, int number)
{
    const ClinicBook& book = ClinicBook::get();
    Draw draw(options.seed, number, Purpose::Who);
    Person person;
    person.earlier = draw.chance(kEarlierShare);
    std::vector<int> shares;
    for (const Persona& persona : book.personas) {
        shares.push_back(persona.share);
    }
    person.persona = static_cast<int>(draw.pick(shares));
    const Persona& persona = book.personas[static_cast<std::size_t>(person.persona)];
    person.channel = drawChannel(draw, book, person.persona);
    const SourceChannel& channel = book.channels[static_cast<std::size_t>(person.channel)];
    const double mean = persona.loyalty * std::min(channel.loyalty, kLoyaltyCap);
    person.loyalty = draw.beta(std::min(mean, 0.95));
    person.priceLevel = draw.lognormal(0.0, kPriceSigma);
    person.female = draw.chance(persona.female);
    double once = std::clamp(persona.oneAndDone / channel.loyalty, 0.10, 0.95);
    once *= person.earlier ? 0.7 : 1.0;
    person.oneAndDone = draw.chance(once);
    person.ownsWallet = draw.chance(kWalletShare);
    // Stores differ in size: the first is the largest.
    std::vector<int> sizes;
    sizes.reserve(static_cast<std::size_t>(options.stores));
    for (int s = 0; s < options.stores; ++s) {
        sizes.push_back(6 - std::min(s, 4));
    }
    person.store = static_cast<std::uint8_t>(draw.pick(sizes));
    person.online = static_cast<std::uint8_t>(draw.below(kOnlineStaff));
    person.onsite = static_cast<std::uint8_t>(draw.below(kOnsiteStaff));
    person.doctor = static_cast<std::uint8_t>(draw.below(kDoctors));
    drawLead(person, options, number, persona.season);
    const int ageDays = draw.between(persona.ageMin * 365, persona.ageMax * 365 + 364);
    person.birth = dayOf(person.leadAt) - ageDays - (persona.ageMin / 4);
    return person;
}

}  // namespace meitrace::demo
