// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Events of cards, follow-ups, vouchers, shop orders and points. None of them moves money where bills are
// loaded: docs/decisions/0010-orders-outside-the-till.md.
#include "models/base/text.h"
#include "models/domain/eventtype.h"
#include "models/domain/trade.h"
#include "models/ingest/words.h"
#include "models/pipeline/projector.h"

#include <map>
#include <set>
#include <string>
#include <tuple>

namespace meitrace {

namespace {

/// Whether a word list of value_words.csv has the text.
bool isWord(std::string_view sort, std::string_view text)
{
    return !text.empty() && wordTable(sort).find(folded(text)) != nullptr;
}

Fen orZero(std::int64_t amount)
{
    return amount == kMissing ? 0 : amount;
}

std::string_view firstOf(std::string_view a, std::string_view b)
{
    return a.empty() ? b : a;
}

Millis firstOf(Millis a, Millis b)
{
    return a == kMissing ? b : a;
}

/// On a local-life platform the one word for two channels means the other one.
std::string_view localLifeChannel(std::string_view platform)
{
    return platform == "dy_org" ? std::string_view("dy_life") : platform;
}

Status projectVoucher(Projector& projector, const DocumentRow& row)
{
    const auto status = static_cast<VoucherStatus>(std::max<std::int64_t>(0, row.number("verify_status")));
    ProjectedEvent bought
        = eventOf(row, event::kVoucherBuy, firstOf(row.number("pay_time"), row.number("order_time")));
    bought.precision = projector.precisionOf(bought.time);
    bought.amount = orZero(row.number("paid_amount"));
    bought.channel = localLifeChannel(row.text("platform"));
    bought.store = row.text("store");
    bought.item = firstOf(row.text("item_code"), row.text("item_name"));
    projector.noteFact(bought.time);
    if (Status added = projector.add(bought); !added) {
        return added;
    }
    ProjectedEvent redeemed = bought;
    redeemed.type = event::kVoucherRedeem;
    redeemed.amount = 0;
    redeemed.time = row.number("verify_time");
    redeemed.precision = row.precision();
    const bool unused = status == VoucherStatus::Unused || status == VoucherStatus::Expired;
    if (!unused && redeemed.time != kMissing) {
        projector.noteFact(redeemed.time);
        if (Status added = projector.add(redeemed); !added) {
            return added;
        }
    }
    ProjectedEvent refund = redeemed;
    refund.type = event::kRefund;
    refund.time = row.number("refund_time");
    refund.precision = projector.precisionOf(refund.time);
    refund.detail = "voucher";
    projector.noteFact(refund.time);
    return projector.add(refund);
}

/// What a person ordered in one shop on one day.
struct ShopDay {
    ProjectedEvent deal;
    std::string channel, store, item;
    Fen net = 0;
};
using ShopDays = std::map<std::tuple<std::uint32_t, std::string, Day>, ShopDay>;

void addToDay(ShopDays& days, const ProjectedEvent& bill, Day day)
{
    ShopDay& entry = days[{bill.ident, std::string(bill.store), day}];
    if (entry.deal.ident == 0 || bill.time < entry.deal.time) {
        entry.deal = bill;
        entry.deal.type = event::kDeal;
        entry.channel = bill.channel;
        entry.store = bill.store;
        entry.item = bill.item;
    }
    entry.net += bill.amount;
}

Status addDeals(Projector& projector, ShopDays& days)
{
    for (auto& [key, day] : days) {
        if (day.net <= 0) {
            continue;
        }
        day.deal.amount = day.net;
        day.deal.channel = day.channel;
        day.deal.store = day.store;
        day.deal.item = day.item;
        day.deal.staff = {};
        if (Status status = projector.add(day.deal); !status) {
            return status;
        }
    }
    return Done {};
}

}  // namespace

Status projectPackages(Projector& projector)
{
    const std::vector<std::string_view> fields {"expire_at",        "snapshot_at", "remaining_qty",
                                                "remaining_amount", "item_name",   "card_name",
                                                "card_no",          "store"};
    // A card stands in every snapshot; it expires once.
    std::set<std::tuple<std::uint32_t, std::string, std::string, Millis>> seen;
    return eachDocument(projector.database(), "his_package", fields, "doc_id",
                        [&](const DocumentRow& row) -> Status {
                            const Millis expires = row.number("expire_at");
                            const bool left = orZero(row.number("remaining_qty")) > 0
                                || orZero(row.number("remaining_amount")) > 0;
                            // What lies after the snapshot is a plan: the card may be used until then.
                            if (!left || expires == kMissing
                                || projector.dayOf(expires) > projector.dayOf(row.number("snapshot_at"))) {
                                return Done {};
                            }
                            ProjectedEvent expired = eventOf(row, event::kPackageExpire, expires);
                            expired.precision = projector.precisionOf(expires);
                            expired.item = firstOf(row.text("item_name"), row.text("card_name"));
                            expired.store = row.text("store");
                            const bool fresh = seen.emplace(row.ident(), std::string(row.text("card_no")),
                                                            std::string(expired.item), expires)
                                                   .second;
                            return fresh ? projector.add(expired) : Status(Done {});
                        });
}

Status projectFollowups(Projector& projector)
{
    const std::vector<std::string_view> fields {"followup_done_at", "followup_method", "followup_type",
                                                "followup_result",  "staff",           "store"};
    return eachDocument(
        projector.database(), "his_followup", fields, "doc_id", [&](const DocumentRow& row) -> Status {
            ProjectedEvent done = eventOf(row, event::kFollowupDone, row.number("followup_done_at"));
            if (done.time == kMissing || isWord("followup_undone", row.text("followup_result"))) {
                return Done {};
            }
            done.precision = projector.precisionOf(done.time);
            done.channel = row.text("followup_method");
            done.staff = row.text("staff");
            done.store = row.text("store");
            done.detail = row.text("followup_type");
            projector.noteFact(done.time);
            return projector.add(done);
        });
}

Status projectVouchers(Projector& projector)
{
    const std::vector<std::string_view> fields {"pay_time",    "order_time", "verify_time", "verify_status",
                                                "platform",    "store",      "item_code",   "item_name",
                                                "paid_amount", "refund_time"};
    return eachDocument(projector.database(), "local_life_order", fields, "doc_id",
                        [&](const DocumentRow& row) { return projectVoucher(projector, row); });
}

Status projectShopOrders(Projector& projector)
{
    const Result<std::int64_t> bills = Documents(projector.database(), *kindByCode("his_billing")).count();
    if (!bills) {
        return bills.error();
    }
    // Where a till is loaded it has the money: what is collected in the house is billed there.
    const bool isTill = *bills == 0;
    const std::vector<std::string_view> fields {"pay_time",      "order_time",   "paid_amount",
                                                "refund_amount", "order_source", "store",
                                                "item_name",     "staff",        "order_status"};
    ShopDays days;
    Status status = eachDocument(
        projector.database(), "youzan_order", fields, "doc_id", [&](const DocumentRow& row) -> Status {
            const bool paidLater
                = isWord("shop_unpaid", row.text("order_status")) || row.number("paid_amount") <= 0;
            const Millis time = row.number("pay_time") != kMissing ? row.number("pay_time")
                : paidLater                                        ? kMissing
                                                                   : row.number("order_time");
            ProjectedEvent order = eventOf(row, isTill ? event::kBill : event::kVoucherBuy, time);
            if (order.ident == 0 || time == kMissing) {
                return Done {};
            }
            order.precision
                = row.number("pay_time") != kMissing ? row.precision() : projector.precisionOf(time);
            // Restated, as with bills: what was refunded lowers the order on its own day.
            order.amount = row.number("paid_amount") - orZero(row.number("refund_amount"));
            order.channel = row.text("order_source");
            order.store = row.text("store");
            order.staff = row.text("staff");
            order.item = row.text("item_name");
            order.detail = "shop";
            projector.noteFact(time);
            if (isTill) {
                addToDay(days, order, projector.dayOf(time));
            }
            return projector.add(order);
        });
    return status ? addDeals(projector, days) : status;
}

Status projectPoints(Projector& projector)
{
    return eachDocument(projector.database(), "points_ledger", {"time", "points", "type"}, "doc_id",
                        [&](const DocumentRow& row) -> Status {
                            const std::int64_t points = row.number("points");
                            if (points == kMissing || points == 0
                                || (points < 0 && isWord("points_expiry", row.text("type")))) {
                                return Done {};  // nobody did anything
                            }
                            ProjectedEvent entry
                                = eventOf(row, points > 0 ? event::kPointsEarn : event::kPointsRedeem,
                                          row.number("time"));
                            entry.precision = row.precision();
                            entry.detail = row.text("type");
                            projector.noteFact(entry.time);
                            return projector.add(entry);
                        });
}

}  // namespace meitrace
