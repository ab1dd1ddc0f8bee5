// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/demo/till.h"

#include "models/demo/model.h"

#include <algorithm>
#include <array>

namespace meitrace::demo {

namespace {

constexpr double kLineSigma = 0.15;
constexpr double kFirstDealFactor = 0.70;
constexpr double kPriceRise = 1.12;        // T15, light-pulse treatments
constexpr double kCardChance = 0.15;       // of sales to somebody of middling loyalty
constexpr double kCardChanceOnce = 0.010;  // of sales to somebody who will not come again
constexpr double kCardFirstFactor = 0.5;
constexpr double kCardPromoFactor = 3.0;
constexpr double kCardDiscount = 0.82;
constexpr double kAddOnChance = 0.08;
constexpr double kGiftChance = 0.05;
constexpr double kRefundFull = 0.044;  // of single sales: 3.5 % of all bills
constexpr double kRefundPart = 0.025;
constexpr double kDebtChance = 0.09;  // of sales from kDebtFloor on: 4 % of all bills
constexpr Fen kDebtFloor = 1500 * kYuan;
constexpr double kSplitChance = 0.012;  // one payment in two rows
constexpr std::array<int, 3> kBonusPercent {10, 12, 15};
constexpr std::array<int, 4> kMethodWeights {55, 25, 15, 5};
constexpr std::uint8_t kStoredMethod = 4;

Fen toYuan(double fen)
{
    return std::max<Fen>(1, rounded(fen / 100.0)) * kYuan;
}

}  // namespace

Till::Till(World& world, int person)
    : m_world(world)
    , m_person(world.people[static_cast<std::size_t>(person)])
    , m_number(person)
    , m_draw(world.options.seed, person, Purpose::Money)
    , m_premium(ClinicBook::get().personas[static_cast<std::size_t>(m_person.persona)].code == "premium")
{
}

int Till::openOrder(Second when)
{
    m_muted = !ClinicCalendar::get().inWindow(when);
    if (m_muted) {
        return -1;
    }
    m_world.orders.push_back({m_number, when, 0});
    return static_cast<int>(m_world.orders.size()) - 1;
}

void Till::write(BillLine line)
{
    if (m_muted || !ClinicCalendar::get().inWindow(line.paidAt)) {
        return;
    }
    line.person = m_number;
    m_world.bills.push_back(line);
    m_person.net += line.net;
    m_person.cash += line.cash;
    if (line.paidAt >= at(ClinicCalendar::get().asOf() - 364, 0)) {
        m_person.netLastYear += line.net;
    }
    if (line.paidAt < m_person.leadAt + 365 * kDaySeconds) {
        m_person.netFirstYear += line.net;
    }
}

Fen Till::priceOf(Second when, int item, bool first)
{
    const ClinicBook& book = ClinicBook::get();
    const Item& thing = book.items[static_cast<std::size_t>(item)];
    const double ticket = book.channels[static_cast<std::size_t>(m_person.channel)].ticket;
    double price = static_cast<double>(thing.typical) * ticket * m_person.priceLevel
        * m_draw.lognormal(0.0, kLineSigma);
    price *= first ? kFirstDealFactor : 1.0;
    price *= thing.lightPulse && dayOf(when) >= ClinicCalendar::get().priceRise() ? kPriceRise : 1.0;
    return toYuan(price);
}

int Till::cardSessions(Second when, int item, bool first)
{
    const Item& thing = ClinicBook::get().items[static_cast<std::size_t>(item)];
    // Courses, and treatments that come back within three months; the well-off buy any treatment ahead.
    const int rhythm = thing.stepTypical > 0 ? thing.stepTypical : thing.againTypical;
    if (thing.product || rhythm == 0 || (rhythm > 90 && !m_premium)) {
        return 0;
    }
    double chance = m_person.oneAndDone ? kCardChanceOnce : kCardChance * 1.5 * m_person.loyalty;
    chance *= first ? kCardFirstFactor : 1.0;
    chance *= ClinicCalendar::get().promotion(dayOf(when)).empty() ? 1.0 : kCardPromoFactor;
    if (!m_draw.chance(chance)) {
        return 0;
    }
    return thing.courseSessions >= 3 ? std::min(thing.courseSessions, 8) : 3;
}

void Till::topUp(Second when, Fen expected)
{
    const bool wants = m_person.ownsWallet && !m_person.oneAndDone && m_purchases >= 1
        && m_stored + m_bonus < expected && (!m_toppedUp || m_draw.chance(0.4));
    if (!wants) {
        return;
    }
    const Fen thousands = std::clamp<Fen>(2 * expected / (1000 * kYuan) + m_draw.between(0, 1), 1, 50);
    const Fen amount = thousands * 1000 * kYuan;
    const Fen bonus = amount * kBonusPercent[m_draw.below(kBonusPercent.size())] / 100;
    BillLine line;
    const bool muted = m_muted;
    line.order = openOrder(when - 240);
    line.paidAt = when - 240;
    line.kind = BillKind::Topup;
    line.list = line.payable = line.paid = line.cash = amount;
    line.method = static_cast<std::uint8_t>(m_draw.pick(kMethodWeights));
    write(line);
    m_muted = muted;
    m_stored += amount;
    m_bonus += bonus;
    m_toppedUp = true;
}

void Till::pay(BillLine& line)
{
    line.deposit = std::min(m_deposit, line.payable);
    m_deposit -= line.deposit;
    const Fen due = line.payable - line.deposit - line.debt;
    const Fen wallet = std::min(due, m_stored + m_bonus);
    if (wallet > 0) {
        line.bonus = wallet * m_bonus / (m_stored + m_bonus);
        line.stored = wallet - line.bonus;
        m_stored -= line.stored;
        m_bonus -= line.bonus;
    }
    line.cash = due - wallet;
    line.paid = due;
    line.net = line.paid - line.bonus + line.deposit;
    line.method = wallet > 0 && line.cash == 0 ? kStoredMethod
                                               : static_cast<std::uint8_t>(m_draw.pick(kMethodWeights));
}

/// Writes a sale; now and then as two payment rows of one line, or with a debt that is paid later.
void Till::splitOrLater(BillLine line)
{
    const bool split
        = line.stored + line.bonus == 0 && line.deposit == 0 && line.debt == 0 && m_draw.chance(kSplitChance);
    if (split) {
        BillLine second = line;
        const Fen part = line.paid * 2 / 5;
        second.line = ++m_line;
        second.quantity = 0;
        second.list = 0;
        second.payable = second.paid = second.cash = second.net = part;
        second.method = static_cast<std::uint8_t>((line.method + 1) % kMethodWeights.size());
        line.payable -= part;
        line.paid -= part;
        line.cash -= part;
        line.net -= part;
        write(line);
        write(second);
        return;
    }
    write(line);
    if (line.debt > 0 && m_draw.chance(0.9)) {
        const bool muted = m_muted;
        BillLine later;
        const Day day = dayOf(line.paidAt) + m_draw.between(14, 60);
        later.paidAt = at(day, m_draw.between(10 * 3600, 19 * 3600));
        later.order = openOrder(later.paidAt);
        later.kind = BillKind::DebtPayment;
        later.item = line.item;
        later.quantity = 0;
        later.payable = later.paid = later.cash = later.net = line.debt;
        later.method = static_cast<std::uint8_t>(m_draw.pick(kMethodWeights));
        write(later);
        m_muted = muted;
    }
}

void Till::maybeRefund(const BillLine& line)
{
    const double dice = m_draw.unit();
    if (line.sessions > 0 || line.debt > 0 || dice >= kRefundFull + kRefundPart) {
        return;
    }
    const bool whole = dice < kRefundFull;
    const Fen share = whole ? 100 : m_draw.between(30, 60);
    BillLine back = line;
    const Day day = dayOf(line.paidAt) + m_draw.between(1, 20);
    back.paidAt = at(day, m_draw.between(10 * 3600, 19 * 3600));
    if (dayOf(back.paidAt) > ClinicCalendar::get().asOf()) {
        return;
    }
    back.line = static_cast<std::int16_t>(line.line + 10);
    back.kind = BillKind::Refund;
    back.refund = true;
    back.quantity = static_cast<std::int16_t>(whole ? -line.quantity : 0);
    back.list = 0;
    back.cash = -(line.cash + line.deposit) * share / 100;
    back.stored = -line.stored * share / 100;
    back.bonus = -line.bonus * share / 100;
    back.deposit = 0;
    back.paid = back.cash + back.stored + back.bonus;
    back.payable = back.paid;
    back.net = back.paid - back.bonus;
    m_stored -= back.stored;
    m_bonus -= back.bonus;
    write(back);
}

void Till::addOn(Second when)
{
    static const std::vector<int> extras = [] {
        std::vector<int> list;
        list.reserve(kGoods.size());
        for (const char* code : kGoods) {
            list.push_back(ClinicBook::get().item(code));
        }
        return list;
    }();
    const bool sells = m_draw.chance(kAddOnChance);
    const bool gives = m_draw.chance(kGiftChance);
    if (!sells && !gives) {
        return;
    }
    BillLine line;
    line.order = m_order;
    line.paidAt = when;
    line.line = ++m_line;
    line.item = static_cast<std::int16_t>(gives ? ClinicBook::get().item("HYDRA")
                                                : extras[m_draw.below(extras.size())]);
    line.list = ClinicBook::get().items[static_cast<std::size_t>(line.item)].typical;
    if (gives) {
        line.kind = BillKind::Gift;
    } else {
        line.payable = line.list;
        pay(line);
    }
    write(line);
    deliver(when + 600, {m_number, when + 600, line.item, 1, line.net, 0, 0, false});
}

void Till::deliver(Second when, Delivery delivery)
{
    if (ClinicCalendar::get().inWindow(when)) {
        m_world.deliveries.push_back(delivery);
    }
}

void Till::useCard(Card& card, Second when)
{
    const Fen value = card.left == 1 ? card.unused : card.paid / card.sessions;
    card.unused -= value;
    --card.left;
    deliver(when,
            {m_number, when, static_cast<std::int16_t>(card.item), 1, value,
             static_cast<std::int16_t>(card.left), static_cast<std::int16_t>(card.sessions), !card.inFiles});
}

Fen Till::sell(Second when, int item, bool first)
{
    BillLine line;
    line.order = m_order;
    line.line = ++m_line;
    line.paidAt = when + 120;
    line.item = static_cast<std::int16_t>(item);
    const Fen unit = priceOf(when, item, first);
    line.sessions = static_cast<std::int16_t>(cardSessions(when, item, first));
    line.quantity = static_cast<std::int16_t>(std::max<int>(line.sessions, 1));
    line.kind = line.sessions > 0 ? BillKind::CardSale : BillKind::Sale;
    const Fen typical = ClinicBook::get().items[static_cast<std::size_t>(item)].typical;
    line.list = std::max(typical, unit) * line.quantity;
    double price = static_cast<double>(unit * line.quantity) * (line.sessions > 0 ? kCardDiscount : 1.0);
    price
        *= ClinicCalendar::get().promotion(dayOf(when)).empty() ? 1.0 : 1.0 - m_draw.between(15, 30) / 100.0;
    line.payable = std::max<Fen>(kYuan, rounded(price / 10.0) * 10);
    if (line.payable >= kDebtFloor && m_draw.chance(kDebtChance)) {
        line.debt = line.payable * 2 / 5 / kYuan * kYuan;
    }
    topUp(when, line.payable);
    pay(line);
    splitOrLater(line);
    const Fen value = line.net + line.debt;
    Card card {item, line.quantity, line.quantity, value, value, ClinicCalendar::get().inWindow(when), when};
    useCard(card, when + 2700);
    if (card.left > 0) {
        m_cards.push_back(card);
    }
    maybeRefund(line);
    return line.net;
}

Till::Receipt Till::serve(Second when, std::span<const int> items, bool first)
{
    Receipt receipt;
    const Second paidAt = when + m_draw.between(300, 2400);
    m_order = -1;
    m_line = 0;
    for (const int item : items) {
        const auto held = std::find_if(m_cards.begin(), m_cards.end(),
                                       [&](const Card& c) { return c.item == item && c.left > 0; });
        if (held != m_cards.end()) {
            useCard(*held, when + 1800);
            receipt.fromCard = true;
            continue;
        }
        if (!receipt.sold) {
            m_order = openOrder(paidAt);
        }
        receipt.sold = true;
        receipt.net += sell(paidAt, item, first);
    }
    if (receipt.sold) {
        addOn(paidAt + 180);
        ++m_purchases;
    }
    return receipt;
}

void Till::takeDeposit(Second when)
{
    BillLine line;
    line.order = openOrder(when);
    line.paidAt = when;
    line.kind = BillKind::Deposit;
    m_deposit = 100 * kYuan * m_draw.between(1, 5);
    line.payable = line.paid = line.cash = m_deposit;
    line.method = static_cast<std::uint8_t>(m_draw.pick(kMethodWeights));
    write(line);
}

void Till::returnDeposit(Second when)
{
    if (m_deposit == 0) {
        return;
    }
    BillLine line;
    line.order = openOrder(when);
    line.paidAt = when;
    line.kind = BillKind::DepositBack;
    line.refund = true;
    line.payable = line.paid = line.cash = -m_deposit;
    m_deposit = 0;
    write(line);
}

bool Till::holdsSessions() const
{
    return std::any_of(m_cards.begin(), m_cards.end(), [](const Card& card) { return card.left > 0; });
}

void Till::close()
{
    for (const Card& card : m_cards) {
        m_world.holdings.push_back({m_number, card.boughtAt, static_cast<std::int16_t>(card.item),
                                    static_cast<std::int16_t>(card.sessions),
                                    static_cast<std::int16_t>(card.left), card.paid, card.unused});
        if (card.inFiles && card.left > 0) {
            m_person.sessionsLeft += card.left;
            m_person.sessionsOwed += card.unused;
        }
    }
    m_person.storedOwed = m_stored;
    m_person.bonusOwed = m_bonus;
}

}  // namespace meitrace::demo
