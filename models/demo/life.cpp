// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/life.h"

#include "models/demo/model.h"

#include <algorithm>

namespace meitrace::demo {

namespace {

constexpr double kNightBooks = 0.6;  // of the day's chance to book (T7)
constexpr double kNightShare = 0.38;
constexpr double kDepositChance = 0.04;  // of first bookings
constexpr double kFarBooked = 0.34;      // of bookings more than kFarDays ahead
constexpr double kCancelReturn = 0.06;
constexpr double kReturnBooked = 0.50;  // the others walk in
constexpr double kLeaveBase = 0.08;
constexpr double kLeaveLoyalty = 0.32;
constexpr double kUnhappyChance = 0.13;  // satisfaction 3 or less
constexpr double kUnhappyFactor = 3.0;   // T3
constexpr double kHappyFactor = 1.55;
constexpr double kPrepaidFactor = 0.26;  // who holds sessions comes to use them
constexpr int kSettledVisits = 6;        // afterwards the hazard is halved
constexpr double kSameItem = 0.88;
constexpr double kPauseChance = 0.09;
constexpr double kSecondItem = 0.15;  // a second treatment on the same visit, times loyalty
constexpr double kSecondPremium = 0.45;
constexpr double kSideChance = 0.25;
constexpr double kSidePremium = 0.45;
constexpr double kSideMean = 95.0;
constexpr double kSequenceChance = 0.0115;  // T13: light pulse, then skin booster
constexpr int kNoCycle = 300;               // days, for what has no rule
constexpr Day kStaffShock = 180;

}  // namespace

Life::Life(World& world, int person)
    : m_world(world)
    , m_person(world.people[static_cast<std::size_t>(person)])
    , m_number(person)
    , m_book(ClinicBook::get())
    , m_calendar(ClinicCalendar::get())
    , m_draw(world.options.seed, person, Purpose::Visits)
    , m_till(world, person)
    , m_premium(m_book.personas[static_cast<std::size_t>(m_person.persona)].code == "premium")
    , m_itemVisits(m_book.items.size(), 0)
{
}

int Life::drawItem()
{
    const Persona& persona = m_book.personas[static_cast<std::size_t>(m_person.persona)];
    return persona.items[m_draw.pick(persona.weights)];
}

void Life::live()
{
    const SourceChannel& channel = m_book.channels[static_cast<std::size_t>(m_person.channel)];
    Second arrival = m_person.leadAt;
    bool deposit = false;
    if (m_person.earlier) {
        const Day lead = dayOf(m_person.leadAt);
        const Day target = lead + m_draw.between(1, 12);
        const Day day = m_calendar.openDayNear(m_draw, target, lead);
        arrival = at(day, m_draw.between(10 * 3600, 19 * 3600));
        m_person.booked = true;
    } else if (channel.code != "walkin" && !firstBooking(arrival, deposit)) {
        return;
    }
    if (arrival >= at(m_calendar.asOf() + 1, 0)) {
        return;
    }
    m_person.arrived = true;
    m_person.firstArrival = m_person.lastArrival = arrival;
    m_person.dealt = m_person.earlier || m_draw.chance(channel.deal);
    if (!m_person.dealt) {
        m_till.returnDeposit(arrival + 3600);
        m_world.visits.push_back(
            {m_number, arrival, VisitType::First, static_cast<std::int16_t>(drawItem()), false, 0, 0});
        return;
    }
    const int item = drawItem();
    visit(arrival, item, true);
    if (m_person.oneAndDone) {
        m_person.leftOn = dayOf(arrival);
        m_person.cause = LeaveCause::OneAndDone;
    } else {
        planNext(dayOf(arrival), item);
        comeBack();
    }
    m_till.close();
}

bool Life::firstBooking(Second& arrival, bool& deposit)
{
    const SourceChannel& channel = m_book.channels[static_cast<std::size_t>(m_person.channel)];
    const double byDay = channel.book / (1.0 - kNightShare + kNightShare * kNightBooks);
    m_person.booked = m_draw.chance(m_person.night ? byDay * kNightBooks : byDay);
    Second created = m_person.repliedAt + static_cast<Second>(m_draw.below(std::uint64_t {30} * 3600));
    const Second hour = created % kDaySeconds;
    created += hour < 9 * kHour ? 9 * kHour - hour : hour > 21 * kHour ? 12 * kHour : 0;
    const Day ahead
        = m_draw.chance(kFarBooked) ? m_draw.between(kFarDays + 2, 24) : m_draw.between(1, kFarDays);
    const Day day = m_calendar.openDayNear(m_draw, dayOf(created) + ahead, dayOf(created) + 1);
    const double dice = m_draw.unit();
    deposit = m_draw.chance(kDepositChance);
    if (!m_person.booked || dayOf(created) > m_calendar.asOf() || day > m_calendar.bookedUntil()) {
        m_person.booked = false;
        return false;
    }
    Booking booking {m_number,
                     created,
                     at(day, 36000 + 1800 * m_draw.between(0, 18)),
                     0,
                     BookingStatus::Pending,
                     static_cast<std::int16_t>(drawItem()),
                     false};
    if (deposit) {
        m_till.takeDeposit(created + 300);
    }
    // Missing is more frequent far ahead; the share that comes stays the channel's.
    const double meanShow = 1.0 - kFarBooked * kNoShowFar - (1.0 - kFarBooked) * kNoShowNear;
    const bool far = day - dayOf(created) > kFarDays;
    const double shows = std::min(0.97, channel.arrive * (1.0 - (far ? kNoShowFar : kNoShowNear)) / meanShow);
    const double misses = std::min(far ? kNoShowFar : kNoShowNear, 1.0 - shows);
    arrival = booking.slotAt + Second {60} * m_draw.between(-15, 25);
    if (day > m_calendar.asOf()) {
        booking.status = m_draw.chance(0.7) ? BookingStatus::Confirmed : BookingStatus::Pending;
    } else if (dice < shows) {
        booking.status = BookingStatus::Treated;
        booking.arrivedAt = arrival;
    } else {
        booking.status = dice < shows + misses ? BookingStatus::NoShow : BookingStatus::Cancelled;
    }
    m_world.bookings.push_back(booking);
    if (booking.status == BookingStatus::Cancelled) {
        m_till.returnDeposit(booking.slotAt - 3600);
    } else if (booking.status == BookingStatus::NoShow) {
        m_till.forfeitDeposit();
    }
    return booking.status == BookingStatus::Treated;
}

void Life::comeBack()
{
    while (!m_plans.empty()) {
        const auto next = std::min_element(m_plans.begin(), m_plans.end(),
                                           [](const Plan& a, const Plan& b) { return a.day < b.day; });
        const Plan plan = *next;
        m_plans.erase(next);
        const Day previous = dayOf(m_person.lastArrival);
        Day day = m_calendar.openDayNear(m_draw, std::max(plan.day, previous + 1), previous + 1);
        day = book(day, previous, plan.item);
        if (day > m_calendar.asOf()) {
            if (plan.main) {
                return;
            }
            continue;
        }
        const Second when = at(day, 36000 + 60 * m_draw.between(0, 570));
        if (!m_world.bookings.empty() && m_world.bookings.back().person == m_number
            && m_world.bookings.back().status == BookingStatus::Arrived) {
            Booking& booking = m_world.bookings.back();
            booking.slotAt = when / 1800 * 1800;
            booking.arrivedAt = when;
            booking.status = BookingStatus::Treated;
        }
        visit(when, plan.item, false);
        if (plan.main && leaves(day)) {
            return;
        }
        if (plan.main) {
            planNext(day, plan.item);
        }
    }
}

Day Life::book(Day planned, Day previous, int item)
{
    Day day = planned;
    for (int attempt = 0; attempt < 4; ++attempt) {
        const bool books = m_draw.chance(kReturnBooked);
        const Day ahead
            = m_draw.chance(kFarBooked) ? m_draw.between(kFarDays + 1, 25) : m_draw.between(1, kFarDays);
        const Day createdOn = std::max(day - ahead, previous);
        const double dice = m_draw.unit();
        const Second created = at(createdOn,
                                  createdOn == previous ? m_person.lastArrival % kDaySeconds + 4800
                                                        : m_draw.between(9 * 3600, 21 * 3600));
        Booking booking {m_number,
                         created,
                         at(day, 36000 + 1800 * m_draw.between(0, 18)),
                         0,
                         BookingStatus::Arrived,
                         static_cast<std::int16_t>(item),
                         true};
        if (!books || createdOn > m_calendar.asOf() || day > m_calendar.bookedUntil()) {
            return day;
        }
        booking.status = returnStatus(day, createdOn, dice);
        if (booking.slotAt >= at(m_calendar.firstDay(), 0)) {
            m_world.bookings.push_back(booking);
        }
        if (booking.status != BookingStatus::NoShow && booking.status != BookingStatus::Cancelled) {
            return day;
        }
        const Day later = day + m_draw.between(3, 20);
        day = m_calendar.openDayNear(m_draw, later, day + 1);
    }
    return day;
}

BookingStatus Life::returnStatus(Day day, Day createdOn, double dice)
{
    if (day > m_calendar.asOf()) {
        return m_draw.chance(0.7) ? BookingStatus::Confirmed : BookingStatus::Pending;
    }
    const double misses = day - createdOn > kFarDays ? kNoShowFar : kNoShowNear;
    if (dice < misses) {
        return BookingStatus::NoShow;
    }
    return dice < misses + kCancelReturn ? BookingStatus::Cancelled : BookingStatus::Arrived;
}

void Life::visit(Second when, int item, bool first)
{
    std::vector<int> items {item};
    if (m_draw.chance((m_premium ? kSecondPremium : kSecondItem) * m_person.loyalty)) {
        const int second = drawItem();
        if (second != item) {
            items.push_back(second);
            ++m_itemVisits[static_cast<std::size_t>(second)];
        }
    }
    const Till::Receipt receipt = m_till.serve(when + 1200, items, first);
    m_satisfaction = m_draw.chance(kUnhappyChance) ? m_draw.between(1, 3) : m_draw.between(4, 5);
    m_person.lastArrival = when;
    ++m_person.visits;
    ++m_itemVisits[static_cast<std::size_t>(item)];
    if (m_calendar.inWindow(when)) {
        const VisitType type = first ? VisitType::First
            : receipt.fromCard       ? VisitType::InCourse
                                     : VisitType::Again;
        m_world.visits.push_back({m_number, when, type, static_cast<std::int16_t>(item), receipt.sold,
                                  receipt.net, m_satisfaction});
    }
}

bool Life::leaves(Day day)
{
    double hazard = kLeaveBase + kLeaveLoyalty * (1.0 - m_person.loyalty);
    hazard *= m_person.visits > kSettledVisits ? 0.5 : 1.0;
    const bool unhappy = m_satisfaction <= 3;
    hazard *= unhappy ? kUnhappyFactor : kHappyFactor;
    const bool orphaned = m_person.onsite == kLeavingOnsite && day >= m_calendar.staffLeft()
        && day < m_calendar.staffLeft() + kStaffShock;
    hazard *= orphaned ? 2.0 : 1.0;
    hazard *= m_till.holdsSessions() ? kPrepaidFactor : 1.0;
    const double reason = m_draw.unit();
    if (!m_draw.chance(hazard)) {
        return false;
    }
    m_person.leftOn = day;
    m_person.cause = unhappy       ? LeaveCause::Satisfaction
        : orphaned && reason < 0.5 ? LeaveCause::ConsultantLeft
        : reason < 0.70            ? LeaveCause::Price
        : reason < 0.85            ? LeaveCause::Wait
                                   : LeaveCause::Moved;
    return true;
}

Day Life::gapAfter(int item)
{
    const Item& thing = m_book.items[static_cast<std::size_t>(item)];
    const bool inCourse = thing.stepTypical > 0
        && (thing.againTypical == 0
            || m_itemVisits[static_cast<std::size_t>(item)] % thing.courseSessions != 0);
    const int typical = inCourse ? thing.stepTypical : thing.againTypical > 0 ? thing.againTypical : kNoCycle;
    const int least = inCourse ? thing.stepMin : thing.againMin;
    double days = std::max<double>(least, typical * m_draw.lognormal(0.15, 0.40));
    days += m_draw.chance(kPauseChance) ? m_draw.between(60, 220) : 0;
    return static_cast<Day>(rounded(days));
}

void Life::schedule(Day day, int item, bool main)
{
    m_plans.push_back({day, item, main});
}

void Life::planNext(Day day, int item)
{
    static const int light = m_book.item("IPL-M22");
    static const int booster = m_book.item("MESO-HA");
    const int next = m_draw.chance(kSameItem) ? item : drawItem();
    schedule(day + gapAfter(item), next, true);
    if (m_draw.chance((m_premium ? kSidePremium : kSideChance) * m_person.loyalty)) {
        const Day later = day + 10 + static_cast<Day>(rounded(m_draw.exponential(kSideMean)));
        schedule(later, drawItem(), false);
    }
    if (item == light && m_draw.chance(kSequenceChance)) {
        schedule(day + m_draw.between(8, 19), booster, false);
    }
}

}  // namespace meitrace::demo
