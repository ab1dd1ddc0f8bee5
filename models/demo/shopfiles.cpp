// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Cards of sessions, vouchers of selling platforms, orders of the web shop
#include "models/demo/exportfiles.h"
#include "models/demo/model.h"

#include <algorithm>
#include <string_view>

namespace meitrace::demo {

namespace {

constexpr Day kCardDays = 730;         // a card runs out after
constexpr Fen kMerchantPercent = 8;    // what the clinic gives on top of the platform's price
constexpr Fen kSettlePercent = 84;     // of the price reaches the clinic
constexpr Fen kFeePercent = 3;         // of it, the fee for the technology
constexpr double kUnused = 0.18;       // of vouchers bought and never brought along
constexpr double kBackOfUnused = 0.6;  // of those, given back
constexpr double kShopper = 0.12;      // of charted persons
constexpr double kOrderBack = 0.05;
constexpr Day kStaysCustomer = 120;  // days in which somebody who left still buys

std::string yuan(Fen fen)
{
    return std::to_string(fen / 100) + '.' + padded(fen % 100, 2);
}

/// The platform's number for a voucher: says nothing about the person.
std::string voucherCode(const Export& out, int person, std::size_t digits)
{
    std::uint64_t bits = randomAt(out.world.options.seed, 0x766F7563ULL, static_cast<std::uint64_t>(person));
    std::string code;
    while (code.size() < digits) {
        code += static_cast<char>('0' + bits % 10);
        bits = bits / 10 + (bits % 7) * 1'000'003ULL;
    }
    return code;
}

/// A voucher somebody bought before the first visit.
struct Voucher {
    Second at = 0;  ///< used where it was used, else bought
    int person = 0;
    Second boughtAt = 0;
    Second usedAt = 0;  ///< 0 = never
    int item = 0;
    Fen price = 0;
    bool givenBack = false;
};

std::vector<Voucher> vouchersOf(const World& world, std::string_view channel)
{
    const ClinicBook& book = ClinicBook::get();
    const int wanted = book.channel(channel);
    std::vector<Voucher> list;
    for (int p = 0; p < world.options.persons; ++p) {
        const Person& person = world.people[static_cast<std::size_t>(p)];
        if (person.channel != wanted || person.earlier || !person.booked) {
            continue;
        }
        Draw draw(world.options.seed, p, Purpose::Vouchers);
        const Persona& persona = book.personas[static_cast<std::size_t>(person.persona)];
        Voucher voucher {.person = p, .boughtAt = person.leadAt + Second {60} * draw.between(3, 50)};
        voucher.item = persona.items[draw.pick(persona.weights)];
        const double part = draw.unit();
        voucher.price = std::max<Fen>(
            99 * kYuan,
            rounded(static_cast<double>(itemOf(voucher.item).typical) * (0.3 + 0.2 * part) / 1000) * 1000);
        const bool comes = person.arrived && ClinicCalendar::get().inWindow(person.firstArrival);
        if (comes && !draw.chance(kUnused)) {
            voucher.usedAt = person.firstArrival + Second {60} * draw.between(1, 9);
        } else {
            voucher.givenBack = draw.chance(kBackOfUnused);
        }
        voucher.at = voucher.usedAt != 0 ? voucher.usedAt : voucher.boughtAt;
        if (ClinicCalendar::get().inWindow(voucher.at)) {
            list.push_back(voucher);
        }
    }
    std::sort(list.begin(), list.end(), [](const Voucher& a, const Voucher& b) {
        return a.at != b.at ? a.at < b.at : a.person < b.person;
    });
    return list;
}

/// One platform tells of vouchers that were used, by masked number.
void putUsed(Export& out, Sheet& sheet, const Voucher& voucher)
{
    const Person& person = out.world.people[static_cast<std::size_t>(voucher.person)];
    Identity& id = out.world.identities[static_cast<std::size_t>(voucher.person)];
    const Fen promo = voucher.price * kMerchantPercent / 100;
    sheet.putSlashTime("verify_time", voucher.usedAt);
    sheet.put("coupon_code", voucherCode(out, voucher.person, 12));
    sheet.put("item_name", itemOf(voucher.item).name);
    sheet.putMoney("payable_amount", voucher.price);
    sheet.putMoney("merchant_promo", promo);
    sheet.putMoney("settle_amount", (voucher.price - promo) * kSettlePercent / 100);
    std::string phone = std::to_string(id.phone);
    applyTwist("phone.masked", phone);
    sheet.put("phone", phone);
    id.mark(Handle::MaskedPhone);
    sheet.put("verify_account", word("voucher.front") + padded(person.store + 1, 2));
    sheet.put("verify_channel", word("voucher.scan"));
    sheet.put("store", storeText(person.store));
    sheet.put("verify_status", word("voucher.used"));
}

/// The other of all that were sold, by the last digits.
void putSold(Export& out, Sheet& sheet, const Voucher& voucher)
{
    const Person& person = out.world.people[static_cast<std::size_t>(voucher.person)];
    const bool used = voucher.usedAt != 0;
    sheet.put("order_no", "80" + voucherCode(out, voucher.person, 10));
    sheet.put("coupon_code", voucherCode(out, voucher.person, 15));
    sheet.put("item_name", itemOf(voucher.item).name);
    sheet.put("item_code", 7000 + voucher.item);
    sheet.putTime("order_time", voucher.boughtAt);
    sheet.putTime("verify_time", voucher.usedAt);
    sheet.put("store", used ? std::string_view(storeText(person.store)) : std::string_view());
    sheet.put("verify_status", words("voucher.states")[used ? 0 : voucher.givenBack ? 2 : 1]);
    sheet.putMoney("paid_amount", voucher.price);
    sheet.putMoney("platform_promo", voucher.price / 20);
    if (used) {
        sheet.putMoney("settle_amount", voucher.price * (100 - kFeePercent) / 100);
        sheet.putMoney("commission", voucher.price * kFeePercent / 100);
    }
    sheet.put("phone_tail",
              padded(out.world.identities[static_cast<std::size_t>(voucher.person)].phone % 10'000, 4));
}

Status writeVoucherFile(Export& out, std::string_view layout, std::string_view channel, bool onlyUsed,
                        void (*put)(Export&, Sheet&, const Voucher&))
{
    return writeSheet(out, layout, [&](Sheet& sheet) -> Status {
        for (const Voucher& voucher : vouchersOf(out.world, channel)) {
            if (onlyUsed && voucher.usedAt == 0) {
                continue;
            }
            put(out, sheet, voucher);
            if (Status status = sheet.endRow(static_cast<std::uint64_t>(voucher.person)); !status) {
                return status;
            }
        }
        return Done {};
    });
}

struct ShopOrder {
    Second at = 0;
    int person = 0;
    int item = 0;
    int pieces = 1;
    bool back = false;
};

std::vector<ShopOrder> shopOrders(const World& world)
{
    const ClinicCalendar& calendar = ClinicCalendar::get();
    std::vector<ShopOrder> list;
    for (int p = 0; p < world.options.persons; ++p) {
        const Person& person = world.people[static_cast<std::size_t>(p)];
        Draw draw(world.options.seed, p, Purpose::Shop);
        if (!person.dealt || !draw.chance(kShopper)) {
            continue;
        }
        const Day first = std::max(dayOf(person.firstArrival), calendar.firstDay());
        const Day last = std::min(calendar.asOf(), dayOf(person.lastArrival) + kStaysCustomer);
        const int orders = 1 + draw.poisson(0.8);
        for (int i = 0; i < orders && first < last; ++i) {
            const Day day = draw.between(first, last);
            ShopOrder order {.at = at(day, draw.between(8 * 3600, 23 * 3600)), .person = p};
            order.item = ClinicBook::get().item(kGoods[draw.below(kGoods.size())]);
            order.pieces = draw.chance(0.25) ? 2 : 1;
            order.back = draw.chance(kOrderBack);
            list.push_back(order);
        }
    }
    std::sort(list.begin(), list.end(), [](const ShopOrder& a, const ShopOrder& b) {
        return a.at != b.at ? a.at < b.at : a.person < b.person;
    });
    return list;
}

void putShopOrder(Export& out, Sheet& sheet, const ShopOrder& order, std::uint64_t number)
{
    const Fen list = itemOf(order.item).typical * order.pieces;
    const Fen off = number % 4 == 0 ? 20 * kYuan : 0;
    sheet.put("order_no", documentNumber("E", order.at, static_cast<int>(number % 10'000)));
    sheet.put("order_type", word("shop.type"));
    sheet.put("order_status",
              words("shop.states")[order.back                                    ? 2
                                       : ifTold(order.at + 7 * kDaySeconds) != 0 ? 0
                                                                                 : 1]);
    sheet.put("channel_name", word("shop.channel"));
    sheet.put("store", word("ad.account") + word("shop.name"));
    sheet.put("promo_type", words("shop.promo")[number % 11 == 0 ? 1 : 0]);
    sheet.put("order_source", word("shop.source"));
    sheet.putTime("order_time", order.at);
    sheet.putTime("pay_time", order.at + 40);
    sheet.putTime("finish_time", order.back ? 0 : ifTold(order.at + 7 * kDaySeconds));
    sheet.put("pay_method", word("shop.pay"));
    sheet.putMoney("list_amount", list);
    sheet.putMoney("freight", 0);
    sheet.putMoney("discount_amount", off);
    sheet.putMoney("payable_amount", list - off);
    sheet.putMoney("paid_amount", list - off);
    sheet.put("item_name", itemOf(order.item).name);
    sheet.put("qty", order.pieces);
    // Whoever the parcel goes to is not who bought it.
    sheet.put("receiver_name",
              familyName(out.world.options.seed, order.person + 1) + words("lead.titles")[0]);
    sheet.put(
        "receiver_phone",
        phoneNumber(out.world.options.seed, std::int64_t {out.world.options.persons} * 6 + order.person));
    sheet.put("city", wordAt("city.words", static_cast<std::uint64_t>(order.person) % 7));
    sheet.put("nickname", wordAt("shop.nicknames", number));
    sheet.put("is_member", yesNo(true));
    sheet.put("phone", phoneText(out, order.person));
    if (number % 11 == 0) {
        sheet.put("distributor_phone",
                  phoneNumber(out.world.options.seed, std::int64_t {out.world.options.persons} * 7));
    }
    sheet.put("refund_status", words("shop.refund")[order.back ? 1 : 0]);
    sheet.putMoney("refund_amount", order.back ? list - off : 0);
}

/// In force, used up, or past its day, as a word of "card.states".
std::size_t stateOf(const Holding& card)
{
    if (card.left == 0) {
        return 1;
    }
    return dayOf(card.boughtAt) + kCardDays < ClinicCalendar::get().asOf() ? 3 : 0;
}

}  // namespace

Status writeBalances(Export& out)
{
    return writeSheet(out, "balances", [&](Sheet& sheet) -> Status {
        for (std::size_t i = 0; i < out.world.holdings.size(); ++i) {
            const Holding& card = out.world.holdings[i];
            const Person& person = out.world.people[static_cast<std::size_t>(card.person)];
            sheet.put("his_no", chartAt(out, card.person, card.boughtAt, true));
            sheet.put("name", nameText(out.world, card.person));
            sheet.put("phone", phoneAt(out, card.person, card.boughtAt));
            sheet.put("card_no", "K" + padded(static_cast<std::int64_t>(i) + 1, 7));
            sheet.put("card_name", itemOf(card.item).name + word("card.name"));
            sheet.put("item_name", itemOf(card.item).name);
            sheet.put("bought_qty", card.sessions);
            sheet.put("gift_qty", 0);
            sheet.put("used_qty", card.sessions - card.left);
            sheet.put("remaining_both", std::to_string(card.left) + '/' + yuan(card.unused));
            sheet.putMoney("paid_amount", card.paid);
            sheet.putDate("bought_at", dayOf(card.boughtAt));
            sheet.putDate("expire_at", dayOf(card.boughtAt) + kCardDays);
            sheet.put("card_status", words("card.states")[stateOf(card)]);
            sheet.put("store", storeText(person.store));
            out.balances += card.unused;
            if (Status status = sheet.endRow(i); !status) {
                return status;
            }
        }
        return Done {};
    });
}

Status writeVouchers(Export& out)
{
    Status status = writeVoucherFile(out, "vouchers_mt", "mt_dp", true, putUsed);
    return status ? writeVoucherFile(out, "vouchers_dy", "dy_life", false, putSold) : status;
}

Status writeShopOrders(Export& out)
{
    return writeSheet(out, "shop", [&](Sheet& sheet) -> Status {
        const std::vector<ShopOrder> orders = shopOrders(out.world);
        for (std::size_t i = 0; i < orders.size(); ++i) {
            putShopOrder(out, sheet, orders[i], i + 1);
            if (Status status = sheet.endRow(i); !status) {
                return status;
            }
        }
        return Done {};
    });
}

}  // namespace meitrace::demo
