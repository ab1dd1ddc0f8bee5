// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Events of bills: lines are gathered into orders, refunds go back to their order, deals are worked out per
// day.
#include "models/domain/eventtype.h"
#include "models/pipeline/projector.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

namespace meitrace {

namespace {

/// What the lines of one order come to.
struct Order {
    std::uint32_t ident = 0;
    Millis time = kMissing;
    TimeQuality precision = TimeQuality::Exact;
    std::int64_t batch = 0;
    std::int64_t row = 0;
    Fen sold = 0;
    Fen refunded = 0;
    Fen deposits = 0;
    Fen topups = 0;
    Fen largest = 0;
    bool hasSale = false;
    bool hasCard = false;
    bool onlyGifts = true;
    Millis refundTime = kMissing;
    std::string channel;
    std::string store;
    std::string staff;
    std::string campaign;
    std::string item;
};

Fen orZero(std::int64_t amount)
{
    return amount == kMissing ? 0 : amount;
}

/// Money that came in for this line: stored value and bonus money spent are not new cash.
Fen cashOf(const DocumentRow& row)
{
    if (row.number("cash_amount") != kMissing) {
        return row.number("cash_amount");
    }
    return orZero(row.number("paid_amount")) - orZero(row.number("stored_value_used"))
        - orZero(row.number("gift_used"));
}

BillKind kindOf(const DocumentRow& row)
{
    if (row.number("bill_kind") != kMissing) {
        return static_cast<BillKind>(row.number("bill_kind"));
    }
    return orZero(row.number("paid_amount")) < 0 || row.number("is_refund") == 1 ? BillKind::Refund
                                                                                 : BillKind::Sale;
}

void addLine(Order& order, const DocumentRow& row)
{
    const Millis time = row.number("pay_time");
    const Fen cash = cashOf(row);
    const BillKind kind = kindOf(row);
    if (order.ident == 0) {
        order.ident = row.ident();
        order.time = time;
        order.precision = row.precision();
        order.batch = row.batch();
        order.row = row.row();
    }
    switch (kind) {
    case BillKind::Refund:
        order.refunded += cash > 0 ? -cash : cash;
        order.refundTime = order.refundTime == kMissing ? time : std::min(order.refundTime, time);
        return;
    case BillKind::Deposit:
    case BillKind::DepositBack:
        order.deposits += kind == BillKind::DepositBack && cash > 0 ? -cash : cash;
        break;
    case BillKind::Topup:
    case BillKind::TopupRefund:
        order.topups += kind == BillKind::TopupRefund && cash > 0 ? -cash : cash;
        break;
    default:
        if (!order.hasSale || time < order.time) {
            order.time = time;
            order.precision = row.precision();
            order.batch = row.batch();
            order.row = row.row();
        }
        order.hasSale = true;
        order.hasCard = order.hasCard || kind == BillKind::CardSale;
        order.onlyGifts = order.onlyGifts && kind == BillKind::Gift;
        order.sold += cash;
        if (order.item.empty() || cash > order.largest) {
            order.largest = cash;
            order.item = row.text("item_code").empty() ? row.text("item_name") : row.text("item_code");
        }
        break;
    }
    const auto keepFirst = [](std::string& place, std::string_view text) {
        if (place.empty()) {
            place = text;
        }
    };
    keepFirst(order.channel, row.text("source_l1"));
    keepFirst(order.store, row.text("store"));
    keepFirst(order.staff, row.text("staff_onsite"));
    keepFirst(order.campaign, row.text("promo_name"));
}

ProjectedEvent eventOf(const Order& order, std::uint16_t type, Fen amount)
{
    return {.ident = order.ident,
            .time = order.time,
            .precision = order.precision,
            .type = type,
            .amount = amount,
            .batch = order.batch,
            .row = order.row,
            .channel = order.channel,
            .store = order.store,
            .staff = order.staff,
            .campaign = order.campaign,
            .item = order.item,
            .detail = {}};
}

Status addEvents(Projector& projector, const Order& order)
{
    if (order.hasSale) {
        // Restated: a refund of the order lowers the bill on the day of the sale.
        ProjectedEvent bill = eventOf(order, event::kBill, order.sold + order.refunded);
        bill.detail = order.onlyGifts ? "gift" : (order.hasCard ? "card_sale" : "sale");
        if (Status status = projector.add(bill); !status) {
            return status;
        }
    } else if (order.refunded != 0) {
        ProjectedEvent refund = eventOf(order, event::kRefund, order.refunded);
        refund.time = order.refundTime;
        refund.detail = "refund";
        if (Status status = projector.add(refund); !status) {
            return status;
        }
    }
    if (order.deposits != 0) {
        ProjectedEvent deposit = eventOf(order, event::kDepositPay, order.deposits);
        deposit.detail = "deposit";
        if (Status status = projector.add(deposit); !status) {
            return status;
        }
    }
    if (order.topups != 0) {
        ProjectedEvent topup = eventOf(order, event::kStoredValueTopup, order.topups);
        topup.detail = "topup";
        return projector.add(topup);
    }
    return Done {};
}

}  // namespace

Status projectBills(Projector& projector)
{
    const std::vector<std::string_view> fields {
        "order_no",  "pay_time",  "paid_amount",  "cash_amount", "stored_value_used",
        "gift_used", "bill_kind", "is_refund",    "is_internal", "item_code",
        "item_name", "store",     "staff_onsite", "source_l1",   "promo_name"};
    std::vector<Order> orders;
    std::map<std::tuple<std::uint32_t, std::string, std::string, Day>, std::size_t> places;
    Status read = eachDocument(
        projector.database(), "his_billing", fields, "doc_id", [&](const DocumentRow& row) -> Status {
            if (row.number("is_internal") == 1 || row.number("pay_time") == kMissing) {
                return Done {};
            }
            projector.noteFact(row.number("pay_time"));
            // An order is its number; without one, what a person bought in one store on one day. The number
            // "*", a constant of the mapping, says that every row of the file is an order of its own.
            const std::string_view number = row.text("order_no");
            const std::string order = number == "*"
                ? "*" + std::to_string(row.batch()) + "/" + std::to_string(row.row())
                : std::string(number);
            const auto key = order.empty()
                ? std::make_tuple(row.ident(), std::string(), std::string(row.text("store")),
                                  projector.dayOf(row.number("pay_time")))
                : std::make_tuple(row.ident(), order, std::string(), Day {0});
            const auto [place, isNew] = places.emplace(key, orders.size());
            if (isNew) {
                orders.emplace_back();
            }
            addLine(orders[place->second], row);
            return Done {};
        });
    if (!read) {
        return read;
    }
    // The first net > 0 per person, store and day is a deal.
    std::map<std::tuple<std::uint32_t, std::string, Day>, std::pair<Fen, const Order*>> days;
    for (const Order& order : orders) {
        if (Status status = addEvents(projector, order); !status) {
            return status;
        }
        if (order.hasSale) {
            auto& day = days[{order.ident, order.store, projector.dayOf(order.time)}];
            day.first += order.sold + order.refunded;
            if (day.second == nullptr || order.time < day.second->time) {
                day.second = &order;
            }
        }
    }
    for (const auto& [where, day] : days) {
        if (day.first > 0) {
            if (Status status = projector.add(eventOf(*day.second, event::kDeal, day.first)); !status) {
                return status;
            }
        }
    }
    return Done {};
}

}  // namespace meitrace
