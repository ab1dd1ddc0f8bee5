// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/identity.h"
#include "models/demo/world.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <unordered_set>

namespace meitrace::demo {

namespace {

constexpr double kTwoCharts = 0.06;  // of charted persons (T4)
constexpr double kSamePhone = 0.60;  // of those
constexpr double kUnionOnly = 0.25;
constexpr double kWecom = 0.62;  // of charted persons
constexpr double kBrowsers = 0.40;
constexpr double kRelatives = 0.015;  // of charted persons (T5)
constexpr double kHubPhones = 0.004;
constexpr int kLeastHub = 6;  // more than four, so that the number must be blocked
constexpr double kRecycled = 0.008;
constexpr double kMasked = 0.03;                                                        // of persons
constexpr double kTwins = 0.2;                                                          // of masked ones
constexpr double kRelay = 0.02;                                                         // of persons
constexpr std::array<double, kConsents> kConsentShares {0.71, 0.52, 0.18, 0.64, 0.23};  // T12
constexpr double kWithdrawn = 0.06;
constexpr double kDoNotContact = 0.012;
constexpr double kMinors = 0.006;
constexpr double kPregnant = 0.011;
constexpr double kOtherFlags = 0.04;
constexpr double kHubReferrers = 0.03;  // of customers (T10)
constexpr double kHubReferrals = 0.45;
constexpr double kSourceLost = 0.08;
constexpr std::int64_t kDigits8 = 100'000'000;
constexpr std::int64_t kHiddenStep = 10'000;  // of the four hidden digits

using Persons = std::vector<int>;

/// Exactly round(share * candidates) of the candidates, by lot; ascending.
Persons drawLots(const World& world, const Persons& candidates, double share, std::uint64_t lot)
{
    std::vector<std::pair<std::uint64_t, int>> tickets;
    tickets.reserve(candidates.size());
    for (const int person : candidates) {
        tickets.emplace_back(
            randomAt(world.options.seed, 0x6C6F74ULL + lot, static_cast<std::uint64_t>(person)), person);
    }
    const std::int64_t count = rounded(share * static_cast<double>(candidates.size()));
    std::partial_sort(tickets.begin(), tickets.begin() + count, tickets.end());
    Persons chosen;
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        chosen.push_back(tickets[static_cast<std::size_t>(i)].second);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

template <typename Keep>
Persons peopleWho(const World& world, Keep keep)
{
    Persons list;
    for (int p = 0; p < world.options.persons; ++p) {
        if (keep(world.people[static_cast<std::size_t>(p)], world.identities[static_cast<std::size_t>(p)])) {
            list.push_back(p);
        }
    }
    return list;
}

void drawHandles(World& world)
{
    const std::uint64_t seed = world.options.seed;
    for (int p = 0; p < static_cast<int>(world.people.size()); ++p) {
        Draw draw(seed, p, Purpose::Handles);
        const Person& person = world.people[static_cast<std::size_t>(p)];
        Identity& id = world.identities[static_cast<std::size_t>(p)];
        id.phone = phoneNumber(seed, p);
        id.wechatId = draw.chance(0.35);
        id.email = draw.chance(0.2);
        id.unionId = draw.chance(0.45);
        id.openId = draw.chance(0.62);
        id.browsers = static_cast<std::uint8_t>(draw.chance(kBrowsers) ? draw.between(1, 3) : 0);
        id.login = id.browsers > 0 && draw.chance(0.4);
        id.sourceLost = draw.chance(kSourceLost);
        if (draw.chance(0.05)) {
            id.spare = phoneNumber(seed, std::int64_t {world.options.persons} * 2 + p);
        }
        if (person.arrived) {
            id.chartAt = person.firstArrival + Second {60} * draw.between(2, 12);
        }
        if (person.role != Role::Customer) {
            id = Identity {.phone = id.phone, .chartAt = person.firstArrival};
        }
    }
}

void drawSecondCharts(World& world, const Persons& charted)
{
    const std::uint64_t seed = world.options.seed;
    for (const int p : drawLots(world, charted, kTwoCharts, 1)) {
        Draw draw(seed, p, Purpose::World);
        const Person& person = world.people[static_cast<std::size_t>(p)];
        Identity& id = world.identities[static_cast<std::size_t>(p)];
        const double dice = draw.unit();
        id.secondKind = dice < kSamePhone    ? SecondChart::SamePhone
            : dice < kSamePhone + kUnionOnly ? SecondChart::UnionOnly
                                             : SecondChart::NameAndBirth;
        id.unionId = id.unionId || id.secondKind == SecondChart::UnionOnly;
        if (id.secondKind == SecondChart::UnionOnly) {
            id.secondPhone = phoneNumber(seed, std::int64_t {world.options.persons} * 3 + p);
        }
        // Opened on a later visit when there is one, else beside the first.
        const Second span = person.lastArrival - person.firstArrival;
        id.secondAt = span > kDaySeconds ? person.firstArrival + kDaySeconds
                + static_cast<Second>(draw.below(static_cast<std::uint64_t>(span)))
                                         : id.chartAt + 1200;
        id.secondAt = std::min(id.secondAt, std::max(person.lastArrival, id.chartAt) + 1200);
    }
}

/// Pairs of charted persons that share one number: relatives, and numbers that the network gave to somebody
/// else later.
void shareNumbers(World& world, const Persons& charted)
{
    const auto free = [&](int p) {
        const Identity& id = world.identities[static_cast<std::size_t>(p)];
        return id.trap == Trap::None && id.secondKind == SecondChart::None;
    };
    Persons single;
    std::copy_if(charted.begin(), charted.end(), std::back_inserter(single), free);
    const Persons hub = drawLots(
        world, single,
        std::max(kHubPhones, static_cast<double>(kLeastHub) / static_cast<double>(single.size())), 2);
    for (std::size_t i = 0; i < hub.size(); ++i) {
        Identity& id = world.identities[static_cast<std::size_t>(hub[i])];
        id.trap = Trap::Hub;
        // Several hotlines in a large clinic, each on at least kLeastHub charts.
        const std::size_t lines = std::max<std::size_t>(1, hub.size() / 25);
        id.phone
            = phoneNumber(world.options.seed,
                          std::int64_t {world.options.persons} * 4 + static_cast<std::int64_t>(i % lines));
    }
    const auto pairUp = [&](double share, Trap trap, std::uint64_t lot) {
        Persons left;
        std::copy_if(single.begin(), single.end(), std::back_inserter(left), free);
        const Persons chosen = drawLots(
            world, left, share * static_cast<double>(charted.size()) / static_cast<double>(left.size()), lot);
        const std::size_t half = chosen.size() / 2;
        for (std::size_t i = 0; i < half; ++i) {
            int a = chosen[i];
            int b = chosen[half + i];
            if (world.people[static_cast<std::size_t>(a)].firstArrival
                > world.people[static_cast<std::size_t>(b)].firstArrival) {
                std::swap(a, b);
            }
            Identity& first = world.identities[static_cast<std::size_t>(a)];
            Identity& later = world.identities[static_cast<std::size_t>(b)];
            later.phone = first.phone;
            later.relay = 0;
            first.trap = later.trap = trap;
            first.partner = b;
            later.partner = a;
        }
    };
    pairUp(kRelatives, Trap::Relative, 3);
    pairUp(2 * kRecycled, Trap::Recycled, 4);
}

/// Leads of selling platforms come with a masked number, or with one of the platform's own.
void hideNumbers(World& world)
{
    const ClinicBook& book = ClinicBook::get();
    const auto fromPlatform = [&](const Person& person, const Identity& id) {
        const std::string& code = book.channels[static_cast<std::size_t>(person.channel)].code;
        return !person.earlier && id.trap == Trap::None && id.secondKind == SecondChart::None
            && (code == "mt_dp" || code == "dy_life" || code == "soyoung");
    };
    const Persons platform = peopleWho(world, fromPlatform);
    const double all = static_cast<double>(world.options.persons)
        / static_cast<double>(std::max<std::size_t>(platform.size(), 1));
    const Persons hidden = drawLots(world, platform, std::min(1.0, (kMasked + kRelay) * all), 5);
    const Persons masked = drawLots(world, hidden, kMasked / (kMasked + kRelay), 6);
    std::unordered_set<std::int64_t> used;
    for (const Identity& id : world.identities) {
        used.insert(id.phone);
    }
    for (std::size_t i = 0; i < masked.size(); ++i) {
        Identity& id = world.identities[static_cast<std::size_t>(masked[i])];
        id.masked = true;
        const auto twins = static_cast<std::size_t>(rounded(kTwins / 2 * static_cast<double>(masked.size())));
        if (i < twins) {  // the next but `twins` gets a number that differs in the hidden digits only
            Identity& other = world.identities[static_cast<std::size_t>(masked[i + twins])];
            std::int64_t number = id.phone;
            while (used.contains(number)) {
                number = number / kDigits8 * kDigits8 + (number % kDigits8 + kHiddenStep) % kDigits8;
            }
            used.insert(number);
            other.phone = number;
            id.trap = other.trap = Trap::Twin;
            id.partner = masked[i + twins];
            other.partner = masked[i];
        }
    }
    // Half of the platform's numbers are handed out twice.
    const auto relays = static_cast<int>(hidden.size() - masked.size());
    int number = 0;
    for (const int p : hidden) {
        Identity& id = world.identities[static_cast<std::size_t>(p)];
        if (!id.masked) {
            const int shared = number < relays / 2 ? number / 2 : number;
            id.relay = phoneNumber(world.options.seed, std::int64_t {world.options.persons} * 5 + shared);
            ++number;
        }
    }
}

void drawConsents(World& world, const Persons& charted)
{
    const auto give = [&](double share, std::uint64_t lot, auto set) {
        for (const int p : drawLots(world, charted, share, lot)) {
            set(world.identities[static_cast<std::size_t>(p)]);
        }
    };
    for (std::size_t c = 0; c < kConsents; ++c) {
        give(kConsentShares[c], 10 + c, [c](Identity& id) { id.consents[c] = true; });
    }
    give(kDoNotContact, 21, [](Identity& id) { id.doNotContact = true; });
    give(kPregnant, 22, [](Identity& id) { id.pregnant = true; });
    give(kOtherFlags, 23, [](Identity& id) { id.otherFlag = true; });
    give(kWecom, 24, [](Identity& id) { id.wecom = true; });
    const auto consented = peopleWho(world, [](const Person& person, const Identity& id) {
        return person.arrived && (id.consents[0] || id.consents[1]);
    });
    for (const int p : drawLots(
             world, consented,
             kWithdrawn * static_cast<double>(charted.size()) / static_cast<double>(consented.size()), 25)) {
        world.identities[static_cast<std::size_t>(p)].withdrawn = true;
    }
    const auto young = peopleWho(world, [](const Person& person, const Identity& id) {
        return person.arrived && !person.earlier && id.secondKind == SecondChart::None && person.persona == 0;
    });
    const double share = std::min(1.0,
                                  kMinors * static_cast<double>(charted.size())
                                      / static_cast<double>(std::max<std::size_t>(young.size(), 1)));
    for (const int p : drawLots(world, young, share, 26)) {
        Draw draw(world.options.seed, p, Purpose::World);
        world.identities[static_cast<std::size_t>(p)].minor = true;
        world.people[static_cast<std::size_t>(p)].birth
            = ClinicCalendar::get().asOf() - draw.between(16 * 366, 18 * 365 - 30);
    }
}

void drawReferrers(World& world)
{
    Persons customers = peopleWho(world, [](const Person& person, const Identity&) { return person.dealt; });
    const auto earlier = [&](int a, int b) {
        const Second x = world.people[static_cast<std::size_t>(a)].firstArrival;
        const Second y = world.people[static_cast<std::size_t>(b)].firstArrival;
        return x != y ? x < y : a < b;
    };
    std::sort(customers.begin(), customers.end(), earlier);
    const Persons firstHalf(customers.begin(),
                            customers.begin() + static_cast<std::ptrdiff_t>(customers.size() / 2));
    Persons hubs = drawLots(world, firstHalf, 2 * kHubReferrers, 30);
    std::sort(hubs.begin(), hubs.end(), earlier);
    for (const int p : hubs) {
        world.identities[static_cast<std::size_t>(p)].hub = true;
    }
    const int referral = ClinicBook::get().channel("referral");
    for (int p = 0; p < world.options.persons; ++p) {
        Person& person = world.people[static_cast<std::size_t>(p)];
        if (person.channel != referral || !person.arrived) {
            continue;
        }
        Draw draw(world.options.seed, p, Purpose::Staff);
        const auto known = [&](const Persons& list) {
            return static_cast<std::uint64_t>(
                std::partition_point(list.begin(), list.end(),
                                     [&](int other) {
                                         return world.people[static_cast<std::size_t>(other)].firstArrival
                                             < person.leadAt;
                                     })
                - list.begin());
        };
        const bool byHub = draw.chance(kHubReferrals) && known(hubs) > 0;
        const Persons& list = byHub ? hubs : customers;
        if (const std::uint64_t count = known(list); count > 0) {
            person.referrer = list[draw.below(count)];
        }
    }
}

/// Numbers the charts in the order in which they were opened.
void numberCharts(World& world)
{
    std::vector<std::pair<Second, int>> charts;  // person * 2 + second
    for (int p = 0; p < static_cast<int>(world.people.size()); ++p) {
        const Identity& id = world.identities[static_cast<std::size_t>(p)];
        if (id.chartAt != 0) {
            charts.emplace_back(id.chartAt, 2 * p);
        }
        if (id.secondKind != SecondChart::None) {
            charts.emplace_back(id.secondAt, 2 * p + 1);
        }
    }
    std::sort(charts.begin(), charts.end());
    for (std::size_t i = 0; i < charts.size(); ++i) {
        Identity& id = world.identities[static_cast<std::size_t>(charts[i].second / 2)];
        (charts[i].second % 2 == 0 ? id.chart : id.second) = static_cast<int>(i) + 1;
    }
}

}  // namespace

void drawIdentities(World& world)
{
    world.identities.assign(world.people.size(), Identity {});
    drawHandles(world);
    const Persons charted
        = peopleWho(world, [](const Person& person, const Identity&) { return person.arrived; });
    drawSecondCharts(world, charted);
    shareNumbers(world, charted);
    hideNumbers(world);
    drawConsents(world, charted);
    drawReferrers(world);
    numberCharts(world);
}

}  // namespace meitrace::demo
