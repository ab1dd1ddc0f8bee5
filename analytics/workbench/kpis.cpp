// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/workbench/kpis.h"

#include "analytics/workbench/documentrows.h"
#include "analytics/workbench/spending.h"
#include "models/base/hash.h"
#include "models/base/random.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace meitrace {

namespace {

constexpr std::int64_t kQuantityScale = 1000;  // quantities are thousandths in the file

/// Row of the snapshot per handle; -1 = nobody.
class CustomerOf {
public:
    static Result<CustomerOf> read(Workspace& workspace, const Snapshot& snapshot)
    {
        Result<Statement> query
            = workspace.database().prepare("SELECT ident_id, customer FROM ident_customer ORDER BY ident_id");
        if (!query) {
            return query.error();
        }
        CustomerOf map;
        const std::uint32_t* begin = snapshot.frame().code.data();
        const std::uint32_t* end = begin + snapshot.customers();
        while (true) {
            const Result<bool> row = query->step();
            if (!row) {
                return row.error();
            }
            if (!*row) {
                return map;
            }
            const auto ident = static_cast<std::size_t>(query->integer(0));
            const auto code = static_cast<std::uint32_t>(query->integer(1));
            const std::uint32_t* found = std::lower_bound(begin, end, code);
            if (found != end && *found == code) {
                map.m_rows.resize(std::max(map.m_rows.size(), ident + 1), -1);
                map.m_rows[ident] = found - begin;
            }
        }
    }

    [[nodiscard]] Index operator()(std::int64_t ident) const
    {
        const auto place = static_cast<std::size_t>(ident);
        return place < m_rows.size() ? m_rows[place] : -1;
    }

private:
    std::vector<Index> m_rows;
};

/// A line of a bill as stored value looks at it.
struct BillLine {
    explicit BillLine(const Statement& row)
    {
        const auto number = [&row](int field) { return row.number(kFirstField + field); };
        const Fen paid = orZero(number(1));
        time = number(0);
        prepaid = number(2) != kMissing ? paid - number(2) : orZero(number(3)) + orZero(number(4));
        kind = number(5) == kMissing ? (paid < 0 || number(6) == 1 ? BillKind::Refund : BillKind::Sale)
                                     : static_cast<BillKind>(number(5));
        isInternal = number(7) == 1;
        hasOrder = !row.text(kFirstField + 8).empty();
        order = mix64(hash64(row.text(kFirstField + 8)) ^ mix64(static_cast<std::uint64_t>(row.integer(0))));
    }

    static std::vector<std::string_view> fields()
    {
        return {"pay_time",  "paid_amount", "cash_amount", "stored_value_used",
                "gift_used", "bill_kind",   "is_refund",   "is_internal",
                "order_no",  "store",       "staff_onsite"};
    }

    /// Money for later, not for a treatment.
    [[nodiscard]] bool prepays() const
    {
        return kind == BillKind::Deposit || kind == BillKind::DepositBack || kind == BillKind::Topup
            || kind == BillKind::TopupRefund;
    }
    [[nodiscard]] bool isRefund() const { return kind == BillKind::Refund; }

    Millis time = kMissing;
    Fen prepaid = 0;  ///< what stored value or bonus money paid
    BillKind kind = BillKind::Sale;
    bool isInternal = false;
    bool hasOrder = false;
    std::uint64_t order = 0;
};

/// What is left on a card, by what its row tells: the amount, the single value, or the share not used.
Fen leftOnCard(const Statement& row)
{
    const auto number = [&row](int field) { return row.number(kFirstField + field); };
    const std::int64_t left = orZero(number(2));
    const std::int64_t bought = orZero(number(5)) + orZero(number(6));
    if (number(1) != kMissing) {
        return number(1);
    }
    if (number(3) != kMissing) {
        return left * number(3) / kQuantityScale;
    }
    return bought > 0 ? orZero(number(4)) * left / bought : 0;
}

class Gatherer {
public:
    Gatherer(Workspace& workspace, const Snapshot& snapshot, const CustomerOf& customerOf, Job& job)
        : m_workspace(workspace)
        , m_snapshot(snapshot)
        , m_customerOf(customerOf)
        , m_job(job)
    {
    }

    Result<KpiInputs> gather()
    {
        for (const auto step : {&Gatherer::addBookings, &Gatherer::addBills, &Gatherer::addSpend,
                                &Gatherer::addReferrers, &Gatherer::addOwed}) {
            if (Status status = (this->*step)(); !status) {
                return status.error();
            }
        }
        const auto byCustomer = [](const auto& a, const auto& b) { return a.customer < b.customer; };
        std::stable_sort(m_inputs.bookings.begin(), m_inputs.bookings.end(), byCustomer);
        std::stable_sort(m_inputs.prepaidUses.begin(), m_inputs.prepaidUses.end(), byCustomer);
        std::stable_sort(m_inputs.owed.begin(), m_inputs.owed.end(), byCustomer);
        return std::move(m_inputs);
    }

private:
    Status addBookings()
    {
        return eachRow(
            m_workspace, "his_booking",
            {"booking_time", "booking_status", "arrive_time", "store", "staff_onsite"}, m_job,
            [this](const Statement& row) {
                const Index customer = m_customerOf(row.integer(0));
                const Millis slot = row.number(kFirstField);
                if (customer < 0 || slot == kMissing) {
                    return;
                }
                const auto status
                    = static_cast<BookingStatus>(std::max<std::int64_t>(0, row.number(kFirstField + 1)));
                const bool kept = row.number(kFirstField + 2) != kMissing
                    || (status >= BookingStatus::Arrived && status <= BookingStatus::Treated)
                    || status == BookingStatus::Left;
                m_inputs.bookings.push_back({.customer = customer,
                                             .slot = slot,
                                             .store = m_inputs.labels.add(row.text(kFirstField + 3)),
                                             .staff = m_inputs.labels.add(row.text(kFirstField + 4)),
                                             .kept = kept});
            });
    }

    /// Lines that stored value or bonus money paid for. A refund of such a line lowers the day of its order's
    /// sale.
    Status addBills()
    {
        std::unordered_map<std::uint64_t, Millis> saleOf;
        std::vector<std::pair<std::uint64_t, std::size_t>> refunds;  // order, place in prepaidUses
        Status status
            = eachRow(m_workspace, "his_billing", BillLine::fields(), m_job, [&](const Statement& row) {
                  const BillLine line(row);
                  if (line.time == kMissing) {
                      return;
                  }
                  if (line.isInternal) {
                      m_inputs.internalLines.push_back(line.time);
                      return;
                  }
                  if (line.hasOrder && !line.prepays() && !line.isRefund()) {
                      const auto [sale, isNew] = saleOf.emplace(line.order, line.time);
                      sale->second = std::min(sale->second, line.time);
                  }
                  const Index customer = m_customerOf(row.integer(0));
                  if (customer < 0 || line.prepays() || line.kind == BillKind::Gift || line.prepaid == 0) {
                      return;
                  }
                  if (line.hasOrder && line.isRefund()) {
                      refunds.emplace_back(line.order, m_inputs.prepaidUses.size());
                  }
                  m_inputs.prepaidUses.push_back(
                      {.customer = customer,
                       .time = line.time,
                       .amount = line.isRefund() && line.prepaid > 0 ? -line.prepaid : line.prepaid,
                       .store = m_inputs.labels.add(row.text(kFirstField + 9)),
                       .staff = m_inputs.labels.add(row.text(kFirstField + 10))});
              });
        for (const auto& [order, place] : refunds) {
            if (const auto sale = saleOf.find(order); sale != saleOf.end()) {
                m_inputs.prepaidUses[place].time = sale->second;
            }
        }
        return status;
    }

    Status addSpend()
    {
        const Result<AdReports> reports = adReports(m_workspace, m_snapshot, m_job);
        if (!reports) {
            return reports.error();
        }
        for (const AdSpend& spend : spendOnce(reports->rows)) {
            m_inputs.spend.push_back(
                {spend.day, spend.amount, m_inputs.labels.add(reports->channels.text(spend.channel))});
        }
        return Done {};
    }

    Status addReferrers()
    {
        bool any = false;
        Bitset named(m_snapshot.customers());
        Status status
            = eachRow(m_workspace, "his_customer", {"referrer_no"}, m_job, [&](const Statement& row) {
                  const Index customer = m_customerOf(row.integer(0));
                  any = true;
                  if (customer >= 0 && !row.text(kFirstField).empty()) {
                      named.set(customer);
                  }
              });
        if (!status || !any) {
            return status;
        }
        const auto source = m_snapshot.attribute("source", m_job);
        if (!source) {
            return source.error().code == ErrorCode::NotFound ? Status(Done {}) : Status(source.error());
        }
        const std::uint32_t referral = (*source)->texts.find("referral");
        m_inputs.referred = Bitset(m_snapshot.customers());
        named.forEach([&](Index c) {
            if (referral != 0 && (*source)->code[c] == referral) {
                m_inputs.referred.set(c);
            }
        });
        return Done {};
    }

    /// What the last list of cards of each store says is left, and the stored value of the customer records.
    Status addOwed()
    {
        struct Card {
            Day day = 0;
            KpiInputs::Owed owed;
        };
        std::vector<Card> cards;
        std::map<std::uint32_t, Day> lastOf;  // by store
        Status status = eachRow(m_workspace, "his_package",
                                {"snapshot_at", "remaining_amount", "remaining_qty", "unit_value",
                                 "paid_amount", "bought_qty", "gift_qty", "store"},
                                m_job, [&](const Statement& row) {
                                    const Index customer = m_customerOf(row.integer(0));
                                    const Millis listed = row.number(kFirstField);
                                    if (listed == kMissing) {
                                        return;
                                    }
                                    const Day day = m_snapshot.dayOf(listed);
                                    const std::uint32_t store
                                        = m_inputs.labels.add(row.text(kFirstField + 7));
                                    const auto [last, isNew] = lastOf.emplace(store, day);
                                    last->second = std::max(last->second, day);
                                    m_inputs.owedOn = std::max(m_inputs.owedOn, day);
                                    const Fen amount = leftOnCard(row);
                                    if (customer >= 0 && amount > 0) {
                                        cards.push_back({day, {customer, amount, store}});
                                    }
                                });
        for (const Card& card : cards) {
            if (card.day == lastOf[card.owed.store]) {
                m_inputs.owed.push_back(card.owed);
            }
        }
        return status && m_inputs.owedOn != kMissingDay ? addStoredValue() : status;
    }

    Status addStoredValue()
    {
        const auto stored = m_snapshot.attribute("stored_value", m_job);
        if (!stored) {
            return stored.error().code == ErrorCode::NotFound ? Status(Done {}) : Status(stored.error());
        }
        const auto stores = m_snapshot.attribute("store", m_job);
        if (!stores && stores.error().code != ErrorCode::NotFound) {
            return stores.error();
        }
        m_snapshot.known().forEach([&](Index c) {
            const double amount = (*stored)->number[c];
            if (amount > 0) {  // not where it is not known
                const std::string_view store
                    = stores ? (*stores)->texts.text((*stores)->code[c]) : std::string_view();
                m_inputs.owed.push_back({c, static_cast<Fen>(amount), m_inputs.labels.add(store)});
            }
        });
        return Done {};
    }

    Workspace& m_workspace;
    const Snapshot& m_snapshot;
    const CustomerOf& m_customerOf;
    Job& m_job;
    KpiInputs m_inputs;
};

}  // namespace

Result<KpiInputs> kpiInputs(Workspace& workspace, const Snapshot& snapshot, Job& job)
{
    const Result<CustomerOf> customerOf = CustomerOf::read(workspace, snapshot);
    if (!customerOf) {
        return customerOf.error();
    }
    return Gatherer(workspace, snapshot, *customerOf, job).gather();
}

Result<LeftOut> leftOut(Clinic& clinic, Job& job)
{
    const Result<SnapshotPtr> snapshot = clinic.snapshot(job);
    if (!snapshot) {
        return snapshot.error();
    }
    LeftOut out {.anonymous = (*snapshot)->customers() - (*snapshot)->known().count()};
    const auto test = (*snapshot)->attribute("is_test", job);
    if (!test) {
        return test.error().code == ErrorCode::NotFound ? Result<LeftOut>(out)
                                                        : Result<LeftOut>(test.error());
    }
    (*snapshot)->known().forEach([&](Index c) { out.test += (*test)->number[c] == 1.0 ? 1 : 0; });
    return out;
}

}  // namespace meitrace
