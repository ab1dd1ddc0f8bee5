// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Events of bills: lines are gathered into orders, refunds go back to their order, deals are worked out per
// day.
#include "models/base/flatmap.h"
#include "models/base/hash.h"
#include "models/base/random.h"
#include "models/domain/eventtype.h"
#include "models/pipeline/projector.h"

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

namespace meitrace {

namespace {

/// Columns read, in this order.
enum Field : int {
    kOrderNo,
    kPayTime,
    kPaid,
    kCash,
    kStoredValueUsed,
    kGiftUsed,
    kBillKind,
    kIsRefund,
    kIsInternal,
    kItemCode,
    kItemName,
    kStore,
    kStaff,
    kChannel,
    kPromo
};

const std::vector<std::string_view>& billFields()
{
    static const std::vector<std::string_view> fields {
        "order_no",  "pay_time",  "paid_amount",  "cash_amount", "stored_value_used",
        "gift_used", "bill_kind", "is_refund",    "is_internal", "item_code",
        "item_name", "store",     "staff_onsite", "source_l1",   "promo_name"};
    return fields;
}

/// Texts that recur, once each; 0 is the empty one.
class TextPool {
public:
    TextPool() { m_texts.emplace_back(); }

    std::uint32_t add(std::string_view text)
    {
        if (text.empty()) {
            return 0;
        }
        const auto fresh = static_cast<std::uint32_t>(m_texts.size());
        const std::uint32_t place = m_places.findOrAdd(hash64(text), fresh);
        if (place == fresh) {
            m_texts.emplace_back(text);
        }
        return place;
    }
    [[nodiscard]] std::string_view text(std::uint32_t place) const { return m_texts[place]; }

private:
    std::deque<std::string> m_texts;
    FlatMap m_places;
};

/// What the lines of one order come to. Texts are places in the pool.
struct Order {
    Millis time = kMissing;
    Millis refundTime = kMissing;
    Fen sold = 0;
    Fen refunded = 0;
    Fen deposits = 0;
    Fen topups = 0;
    Fen largest = 0;
    std::uint32_t ident = 0;
    std::uint32_t batch = 0;
    std::uint32_t row = 0;
    std::uint32_t channel = 0;
    std::uint32_t store = 0;
    std::uint32_t staff = 0;
    std::uint32_t campaign = 0;
    std::uint32_t item = 0;
    TimeQuality precision = TimeQuality::Exact;
    bool hasSale = false;
    bool hasCard = false;
    bool onlyGifts = true;
};

Fen orZero(std::int64_t amount)
{
    return amount == kMissing ? 0 : amount;
}

/// Money that came in for this line: stored value and bonus money spent are not new cash.
Fen cashOf(const DocumentRow& row)
{
    if (const Fen cash = row.number(kCash); cash != kMissing) {
        return cash;
    }
    return orZero(row.number(kPaid)) - orZero(row.number(kStoredValueUsed)) - orZero(row.number(kGiftUsed));
}

BillKind kindOf(const DocumentRow& row)
{
    if (const std::int64_t kind = row.number(kBillKind); kind != kMissing) {
        return static_cast<BillKind>(kind);
    }
    return orZero(row.number(kPaid)) < 0 || row.number(kIsRefund) == 1 ? BillKind::Refund : BillKind::Sale;
}

std::string_view itemOf(const DocumentRow& row)
{
    const std::string_view code = row.text(kItemCode);
    return code.empty() ? row.text(kItemName) : code;
}

void place(Order& order, const DocumentRow& row)
{
    order.time = row.number(kPayTime);
    order.precision = row.precision();
    order.batch = static_cast<std::uint32_t>(row.batch());
    order.row = static_cast<std::uint32_t>(row.row());
}

void addSale(Order& order, const DocumentRow& row, BillKind kind, Fen cash, TextPool& texts)
{
    if (!order.hasSale || row.number(kPayTime) < order.time) {
        place(order, row);
    }
    order.hasSale = true;
    order.hasCard = order.hasCard || kind == BillKind::CardSale;
    order.onlyGifts = order.onlyGifts && kind == BillKind::Gift;
    order.sold += cash;
    if (order.item == 0 || cash > order.largest) {
        order.largest = cash;
        order.item = texts.add(itemOf(row));
    }
}

void addLine(Order& order, const DocumentRow& row, TextPool& texts)
{
    const Fen cash = cashOf(row);
    const BillKind kind = kindOf(row);
    if (order.ident == 0) {
        order.ident = row.ident();
        place(order, row);
    }
    switch (kind) {
    case BillKind::Refund: {
        const Millis time = row.number(kPayTime);
        order.refunded += cash > 0 ? -cash : cash;
        order.refundTime = order.refundTime == kMissing ? time : std::min(order.refundTime, time);
        return;
    }
    case BillKind::Deposit:
    case BillKind::DepositBack:
        order.deposits += kind == BillKind::DepositBack && cash > 0 ? -cash : cash;
        break;
    case BillKind::Topup:
    case BillKind::TopupRefund:
        order.topups += kind == BillKind::TopupRefund && cash > 0 ? -cash : cash;
        break;
    default:
        addSale(order, row, kind, cash, texts);
        break;
    }
    const auto keepFirst = [&](std::uint32_t& kept, std::string_view text) {
        if (kept == 0) {
            kept = texts.add(text);
        }
    };
    keepFirst(order.channel, row.text(kChannel));
    keepFirst(order.store, row.text(kStore));
    keepFirst(order.staff, row.text(kStaff));
    keepFirst(order.campaign, row.text(kPromo));
}

ProjectedEvent eventOf(const Order& order, std::uint16_t type, Fen amount, const TextPool& texts)
{
    return {.ident = order.ident,
            .time = order.time,
            .precision = order.precision,
            .type = type,
            .amount = amount,
            .batch = order.batch,
            .row = order.row,
            .channel = texts.text(order.channel),
            .store = texts.text(order.store),
            .staff = texts.text(order.staff),
            .campaign = texts.text(order.campaign),
            .item = texts.text(order.item),
            .detail = {}};
}

Status addEvents(Projector& projector, const Order& order, const TextPool& texts)
{
    if (order.hasSale) {
        // Restated: a refund of the order lowers the bill on the day of the sale.
        ProjectedEvent bill = eventOf(order, event::kBill, order.sold + order.refunded, texts);
        bill.detail = order.onlyGifts ? "gift" : (order.hasCard ? "card_sale" : "sale");
        if (Status status = projector.add(bill); !status) {
            return status;
        }
    } else if (order.refunded != 0) {
        ProjectedEvent refund = eventOf(order, event::kRefund, order.refunded, texts);
        refund.time = order.refundTime;
        refund.detail = "refund";
        if (Status status = projector.add(refund); !status) {
            return status;
        }
    }
    if (order.deposits != 0) {
        ProjectedEvent deposit = eventOf(order, event::kDepositPay, order.deposits, texts);
        deposit.detail = "deposit";
        if (Status status = projector.add(deposit); !status) {
            return status;
        }
    }
    if (order.topups != 0) {
        ProjectedEvent topup = eventOf(order, event::kStoredValueTopup, order.topups, texts);
        topup.detail = "topup";
        return projector.add(topup);
    }
    return Done {};
}

/// An order is its number; without one, what a person bought in one store on one day. The number "*", a
/// constant of the mapping, says that every row of the file is an order of its own.
std::uint64_t orderKey(const DocumentRow& row, const Projector& projector)
{
    const std::string_view number = row.text(kOrderNo);
    const auto join = [](std::uint64_t a, std::uint64_t b) { return mix64(a ^ mix64(b)); };
    if (number == "*") {
        return join(join(1, static_cast<std::uint64_t>(row.batch())), static_cast<std::uint64_t>(row.row()));
    }
    if (!number.empty()) {
        return join(join(2, row.ident()), hash64(number));
    }
    const auto day
        = static_cast<std::uint64_t>(static_cast<std::uint32_t>(projector.dayOf(row.number(kPayTime))));
    return join(join(join(3, row.ident()), hash64(row.text(kStore))), day);
}

/// The first net > 0 per person, store and day is a deal.
struct DayNet {
    Fen net = 0;
    std::uint32_t firstOrder = 0;
};

Status addDeals(Projector& projector, const std::vector<Order>& orders, const TextPool& texts)
{
    FlatMap places;
    std::vector<DayNet> days;
    for (std::size_t i = 0; i < orders.size(); ++i) {
        const Order& order = orders[i];
        if (!order.hasSale) {
            continue;
        }
        const auto day = static_cast<std::uint64_t>(static_cast<std::uint32_t>(projector.dayOf(order.time)));
        const std::uint64_t key = mix64(mix64(mix64(order.ident) ^ order.store) ^ day);
        const auto fresh = static_cast<std::uint32_t>(days.size());
        const std::uint32_t found = places.findOrAdd(key, fresh);
        if (found == fresh) {
            days.push_back({0, static_cast<std::uint32_t>(i)});
        }
        days[found].net += order.sold + order.refunded;
        if (order.time < orders[days[found].firstOrder].time) {
            days[found].firstOrder = static_cast<std::uint32_t>(i);
        }
    }
    for (const DayNet& day : days) {
        if (day.net > 0) {
            if (Status status = projector.add(eventOf(orders[day.firstOrder], event::kDeal, day.net, texts));
                !status) {
                return status;
            }
        }
    }
    return Done {};
}

}  // namespace

Status projectBills(Projector& projector)
{
    std::vector<Order> orders;
    TextPool texts;
    FlatMap places;
    Status read = eachDocument(
        projector.database(), "his_billing", billFields(), "doc_id", [&](const DocumentRow& row) -> Status {
            if (row.number(kIsInternal) == 1 || row.number(kPayTime) == kMissing) {
                return Done {};
            }
            projector.noteFact(row.number(kPayTime));
            const auto fresh = static_cast<std::uint32_t>(orders.size());
            const std::uint32_t found = places.findOrAdd(orderKey(row, projector), fresh);
            if (found == fresh) {
                orders.emplace_back();
            }
            addLine(orders[found], row, texts);
            return Done {};
        });
    if (!read) {
        return read;
    }
    for (const Order& order : orders) {
        if (Status status = addEvents(projector, order, texts); !status) {
            return status;
        }
    }
    return addDeals(projector, orders, texts);
}

}  // namespace meitrace
