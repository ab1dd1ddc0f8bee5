// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/world.h"

#include "models/demo/life.h"
#include "models/demo/people.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace meitrace::demo {

namespace {

/// Sorts the orders by time, numbers them within their days and tells their lines.
void numberOrders(World& world)
{
    std::vector<int> order(world.orders.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        const Order& x = world.orders[static_cast<std::size_t>(a)];
        const Order& y = world.orders[static_cast<std::size_t>(b)];
        return std::tie(x.openedAt, x.person, a) < std::tie(y.openedAt, y.person, b);
    });
    std::vector<Order> sorted;
    std::vector<int> place(order.size());
    sorted.reserve(order.size());
    for (const int old : order) {
        place[static_cast<std::size_t>(old)] = static_cast<int>(sorted.size());
        Order entry = world.orders[static_cast<std::size_t>(old)];
        const bool sameDay = !sorted.empty() && dayOf(sorted.back().openedAt) == dayOf(entry.openedAt);
        entry.number = sameDay ? sorted.back().number + 1 : 1;
        sorted.push_back(entry);
    }
    world.orders = std::move(sorted);
    for (BillLine& line : world.bills) {
        line.order = place[static_cast<std::size_t>(line.order)];
    }
}

void sortDocuments(World& world)
{
    std::stable_sort(world.bookings.begin(), world.bookings.end(), [](const Booking& a, const Booking& b) {
        return std::tie(a.createdAt, a.person) < std::tie(b.createdAt, b.person);
    });
    std::stable_sort(world.visits.begin(), world.visits.end(), [](const Visit& a, const Visit& b) {
        return std::tie(a.arrivedAt, a.person) < std::tie(b.arrivedAt, b.person);
    });
    std::stable_sort(world.bills.begin(), world.bills.end(), [](const BillLine& a, const BillLine& b) {
        return std::tie(a.paidAt, a.order, a.line) < std::tie(b.paidAt, b.order, b.line);
    });
    std::stable_sort(world.deliveries.begin(), world.deliveries.end(),
                     [](const Delivery& a, const Delivery& b) {
                         return std::tie(a.doneAt, a.person) < std::tie(b.doneAt, b.person);
                     });
}

}  // namespace

Result<World> makeWorld(const DemoOptions& options, Job& job)
{
    World world;
    world.options = options;
    world.people.reserve(static_cast<std::size_t>(options.persons));
    for (int number = 0; number < options.persons; ++number) {
        world.people.push_back(drawPerson(options, number));
    }
    for (int number = 0; number < options.persons; ++number) {
        if (number % 4096 == 0 && job.stopped()) {
            return Error {.code = ErrorCode::Cancelled};
        }
        Life(world, number).live();
    }
    addStaffAndTests(world);
    numberOrders(world);
    sortDocuments(world);
    drawIdentities(world);
    return world;
}

}  // namespace meitrace::demo
