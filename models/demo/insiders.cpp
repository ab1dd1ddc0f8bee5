// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/model.h"
#include "models/demo/world.h"

#include <algorithm>

namespace meitrace::demo {

namespace {

constexpr int kStaffPerThousand = 1;
constexpr int kStaffBills = 3;

void buy(World& world, int person, Second when, int item, Fen price, bool internal)
{
    world.orders.push_back({person, when, 0});
    BillLine line;
    line.order = static_cast<int>(world.orders.size()) - 1;
    line.person = person;
    line.paidAt = when + 300;
    line.item = static_cast<std::int16_t>(item);
    line.internal = internal;
    line.list = ClinicBook::get().items[static_cast<std::size_t>(item)].typical;
    line.payable = line.paid = line.cash = line.net = price;
    world.bills.push_back(line);
    world.deliveries.push_back({person, when + 2400, line.item, 1, price, 0, 0, false});
}

}  // namespace

void addStaffAndTests(World& world)
{
    const ClinicCalendar& calendar = ClinicCalendar::get();
    const int staff = std::max(2, world.options.persons * kStaffPerThousand / 1000);
    const int tests = std::max(2, staff / 2);
    const int hydra = ClinicBook::get().item("HYDRA");
    for (int i = 0; i < staff + tests; ++i) {
        const int number = static_cast<int>(world.people.size());
        Draw draw(world.options.seed, number, Purpose::World);
        Person person;
        person.role = i < staff ? Role::Staff : Role::Test;
        person.birth = calendar.firstDay() - draw.between(24 * 365, 45 * 365);
        person.store
            = static_cast<std::uint8_t>(draw.below(static_cast<std::uint64_t>(world.options.stores)));
        person.arrived = true;
        const Day start = calendar.firstDay() + draw.between(0, 300);
        person.firstArrival = person.lastArrival = person.leadAt = at(start, 10 * kHour);
        world.people.push_back(person);
        for (int b = 0; b < (person.role == Role::Staff ? kStaffBills : 1); ++b) {
            const Day target = start + draw.between(1, 600);
            const Day day = calendar.openDayNear(draw, target, start);
            const Second when = at(day, draw.between(11 * 3600, 18 * 3600));
            const bool internal = person.role == Role::Staff;
            buy(world, number, when, hydra, internal ? draw.between(50, 90) * kYuan : kYuan, internal);
        }
    }
}

}  // namespace meitrace::demo
