// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/customer/purchasefacts.h"

#include "analytics/features/daytable.h"
#include "models/base/parallel.h"
#include "models/domain/eventtype.h"
#include "models/domain/person.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <limits>
#include <vector>

namespace meitrace {

namespace {

constexpr Index kChunk = 8'192;
constexpr std::int64_t kWhole = 1'000'000;  // of a margin

/// What an event of a type does for a customer.
constexpr std::uint8_t kQualifies = 1;
constexpr std::uint8_t kMoney = 2;
constexpr std::uint8_t kHasKind = 4;
constexpr std::uint8_t kMayStandOnBill = 8;

using Roles = std::array<std::uint8_t, 64>;

Roles rolesOf(RfmFrequency frequency, RfmValue value)
{
    const bool cash = value == RfmValue::Cash;
    const int money = cash ? kMoney : 0;
    Roles roles {};
    const auto put
        = [&roles](std::uint16_t type, int role) { roles[type] = static_cast<std::uint8_t>(role); };
    put(event::kBill, kHasKind | money | (frequency != RfmFrequency::Treatments ? kQualifies : 0));
    put(event::kTreat, (cash ? 0 : kMoney) | (frequency != RfmFrequency::Orders ? kQualifies : 0));
    put(event::kRefund, money);
    put(event::kDepositPay, cash ? kMoney | kMayStandOnBill : 0);
    put(event::kStoredValueTopup, cash ? kMoney | kMayStandOnBill : 0);
    return roles;
}

/// Codes of the bill kinds in this snapshot; 0 = it has none such.
struct KindCodes {
    explicit KindCodes(const Snapshot& snapshot)
    {
        const Dictionary& details = snapshot.dictionary(EventField::Detail);
        const auto code = [&details](BillKind kind) {
            return details.find(kBillKindCodes[static_cast<std::size_t>(kind)]);
        };
        gift = code(BillKind::Gift);
        refund = code(BillKind::Refund);
        depositBack = code(BillKind::DepositBack);
        topupRefund = code(BillKind::TopupRefund);
        deposit = code(BillKind::Deposit);
        topup = code(BillKind::Topup);
    }

    [[nodiscard]] bool isGift(std::uint32_t kind) const { return kind != 0 && kind == gift; }
    [[nodiscard]] bool isMoneyBack(std::uint32_t kind) const
    {
        return kind != 0 && (kind == refund || kind == depositBack || kind == topupRefund);
    }
    [[nodiscard]] bool isPrepayment(std::uint32_t kind) const
    {
        return kind != 0 && (kind == deposit || kind == topup);
    }

    std::uint32_t gift = 0;
    std::uint32_t refund = 0;
    std::uint32_t depositBack = 0;
    std::uint32_t topupRefund = 0;
    std::uint32_t deposit = 0;
    std::uint32_t topup = 0;
};

/// What is left of an amount, halves away from zero.
Fen marginOf(Fen amount, std::int32_t millionths)
{
    __extension__ using Wide = __int128;
    const Wide product = static_cast<Wide>(amount) * millionths;
    const Wide half = product < 0 ? -kWhole / 2 : kWhole / 2;
    return static_cast<Fen>((product + half) / kWhole);
}

/// Adds up one customer after the other.
class Tally {
public:
    Tally(const Snapshot& snapshot, PurchaseWindow window, const Roles& roles, bool countDays, bool asMargin)
        : m_types(snapshot.type().data())
        , m_times(snapshot.time().data())
        , m_amounts(snapshot.amount().data())
        , m_details(snapshot.codes(EventField::Detail))
        , m_kinds(snapshot)
        , m_days(snapshot,
                 window.from == kMissingDay ? std::min(snapshot.frame().firstDay, window.asOf) : window.from,
                 window.asOf)
        , m_begin(window.from == kMissingDay ? std::numeric_limits<Millis>::min() : m_days.begin())
        , m_roles(roles)
        , m_countDays(countDays)
        , m_asMargin(asMargin)
        , m_margins(snapshot.frame().itemMargin)
        , m_items(asMargin ? snapshot.codes(EventField::Item) : m_details)
    {
    }

    struct Sum {
        Day lastDay = kMissingDay;
        std::int32_t count = 0;
        Fen money = 0;
        bool earlier = false;   ///< a qualifying event before the window
        bool noMargin = false;  ///< something of value whose margin is not known: there is no sum
    };

    [[nodiscard]] Sum of(Index begin, Index end) const
    {
        Sum sum;
        for (Index row = begin; row < end; ++row) {
            const std::uint16_t type = m_types[row];
            if (type >= m_roles.size() || m_roles[type] == 0) {
                continue;
            }
            if (m_times[row] < m_days.end()) {
                add(sum, row, m_roles[type], begin, end);
            }
        }
        return sum;
    }

private:
    void add(Sum& sum, Index row, std::uint8_t role, Index begin, Index end) const
    {
        const Fen amount = m_amounts[row];
        const std::uint32_t kind = (role & kHasKind) != 0 ? m_details[row] : 0;
        if (m_kinds.isGift(kind)) {
            return;
        }
        const bool qualifies = (role & kQualifies) != 0 && amount >= 0 && !m_kinds.isMoneyBack(kind);
        if (m_times[row] < m_begin) {
            sum.earlier = sum.earlier || qualifies;
            return;
        }
        if ((role & kMoney) != 0 && !((role & kMayStandOnBill) != 0 && standsOnBill(row, begin, end))) {
            addMoney(sum, row, amount);
        }
        if (qualifies) {
            const Day day = m_days.of(m_times[row]);
            sum.count += !m_countDays || day != sum.lastDay ? 1 : 0;
            sum.lastDay = day;
        }
    }

    void addMoney(Sum& sum, Index row, Fen amount) const
    {
        if (!m_asMargin) {
            sum.money += amount;
        } else if (const std::int32_t margin = m_margins[m_items[row]]; margin != SnapshotFrame::kNoMargin) {
            sum.money += marginOf(amount, margin);
        } else {
            sum.noMargin |= amount != 0;
        }
    }

    /// The same payment came as a bill of kind deposit or topup too.
    [[nodiscard]] bool standsOnBill(Index row, Index begin, Index end) const
    {
        const auto isTwin = [&](Index other) {
            return m_types[other] == event::kBill && m_amounts[other] == m_amounts[row]
                && m_kinds.isPrepayment(m_details[other]);
        };
        for (Index other = row; other > begin && m_times[other - 1] == m_times[row]; --other) {
            if (isTwin(other - 1)) {
                return true;
            }
        }
        for (Index other = row + 1; other < end && m_times[other] == m_times[row]; ++other) {
            if (isTwin(other)) {
                return true;
            }
        }
        return false;
    }

    const std::uint16_t* m_types;
    const Millis* m_times;
    const Fen* m_amounts;
    Codes m_details;
    KindCodes m_kinds;
    DayTable m_days;
    Millis m_begin;
    Roles m_roles;
    bool m_countDays;
    bool m_asMargin;
    const Column<std::int32_t>& m_margins;
    Codes m_items;
};

struct Counts {
    Index scored = 0;
    Index noEvent = 0;
    Index beforeWindow = 0;
    Index noMargin = 0;

    void add(const Tally::Sum& sum, bool isWanted)
    {
        if (sum.noMargin) {
            ++noMargin;
        } else if (sum.lastDay != kMissingDay) {
            ++scored;
        } else if (isWanted) {
            ++(sum.earlier ? beforeWindow : noEvent);
        }
    }
};

void put(Index customer, const Tally::Sum& sum, Day asOf, PurchaseFacts& facts)
{
    const bool scored = sum.lastDay != kMissingDay && !sum.noMargin;
    facts.recency[customer] = scored ? asOf - sum.lastDay : -1;
    facts.frequency[customer] = scored ? sum.count : 0;
    facts.monetary[customer] = scored ? sum.money : 0;
    facts.net[customer] = sum.money;
}

}  // namespace

Result<PurchaseFacts> purchaseFacts(const Snapshot& snapshot, PurchaseWindow window, RfmFrequency frequency,
                                    RfmValue value, const Bitset& wanted, Job& job)
{
    const bool asMargin = value == RfmValue::Margin;
    std::vector<EventField> fields {EventField::Time, EventField::Type, EventField::Amount,
                                    EventField::Detail};
    if (asMargin) {
        fields.push_back(EventField::Item);
    }
    if (Status loaded = snapshot.load(fields, job); !loaded) {
        return loaded.error();
    }
    const Index n = snapshot.customers();
    const Tally tally(snapshot, window, rolesOf(frequency, value), frequency == RfmFrequency::Visits,
                      asMargin);
    PurchaseFacts facts;
    facts.recency.resize(n);
    facts.frequency.resize(n);
    facts.monetary.resize(n);
    facts.net.resize(n);
    std::vector<Counts> parts(static_cast<std::size_t>(chunkCount(n, kChunk)));
    std::atomic<Index> finished {0};
    const bool done = forChunks(n, kChunk, job, [&](Index chunk, Index begin, Index end) {
        Counts& part = parts[static_cast<std::size_t>(chunk)];
        for (Index c = begin; c < end; ++c) {
            const bool look = wanted.test(c);
            const Tally::Sum sum = look ? tally.of(snapshot.begin(c), snapshot.end(c)) : Tally::Sum {};
            put(c, sum, window.asOf, facts);
            part.add(sum, look);
        }
        const Index share = finished.fetch_add(end - begin, std::memory_order_relaxed) + end - begin;
        job.progress(0.7 * static_cast<double>(share) / static_cast<double>(n));
    });
    if (!done) {
        return Error {ErrorCode::Cancelled};
    }
    for (const Counts& part : parts) {
        facts.scored += part.scored;
        facts.noEvent += part.noEvent;
        facts.beforeWindow += part.beforeWindow;
        facts.noMargin += part.noMargin;
    }
    return facts;
}

Result<CustomerTotals> customerTotals(const Snapshot& snapshot, Index customer, Job& job)
{
    Bitset wanted(snapshot.customers());
    wanted.set(customer);
    const Result<PurchaseFacts> facts = purchaseFacts(snapshot, {.asOf = snapshot.frame().asOf},
                                                      RfmFrequency::Visits, RfmValue::Cash, wanted, job);
    return facts ? Result<CustomerTotals>({facts->frequency[customer], facts->monetary[customer]})
                 : Result<CustomerTotals>(facts.error());
}

}  // namespace meitrace
