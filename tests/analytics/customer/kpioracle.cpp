// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/analytics/customer/kpioracle.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace meitrace::test {

namespace {

/// The definitions in their own words: sets of days and people.
class Naive {
public:
    Naive(const std::vector<Fact>& facts, const KpiInputs& inputs, KpiPeriod period, Day asOf)
        : m_inputs(inputs)
        , m_period(period)
        , m_asOf(asOf)
    {
        for (const Fact& fact : facts) {
            if (fact.day <= m_asOf) {
                m_facts.push_back(fact);
            }
        }
        std::stable_sort(m_facts.begin(), m_facts.end(),
                         [](const Fact& a, const Fact& b) { return a.day < b.day; });
    }

    [[nodiscard]] std::map<std::string, double> figures() const
    {
        std::map<std::string, double> out;
        std::map<Index, Fen> net;
        std::set<Index> arrived, buyers, deals, fresh, dealt;
        std::set<std::tuple<Index, Day, std::string>> visits;
        std::map<std::tuple<Index, Day, std::string>, Fen> tickets;
        for (const Fact& f : m_facts) {
            const bool bill = f.type == "bill";
            const bool money = bill || f.type == "refund";
            if (!inside(f.day)) {
                continue;
            }
            out["gmv"] += money ? static_cast<double>(f.amount) : 0;
            out["cash"] += money || f.type == "deposit_pay" || f.type == "stored_value_topup"
                ? static_cast<double>(f.amount)
                : 0;
            out["delivered"] += f.type == "treat" ? static_cast<double>(f.amount) : 0;
            if (f.type == "arrive") {
                arrived.insert(f.customer);
                visits.insert({f.customer, f.day, f.store});
            }
            if (bill) {
                buyers.insert(f.customer);
                fresh.insert(f.customer);
            }
            if (money) {
                net[f.customer] += f.amount;
                tickets[std::tuple(f.customer, f.day, f.store)] += f.amount;
            }
        }
        for (const Fact& f : m_facts) {
            if (f.type == "bill" && f.day < m_period.from) {
                fresh.erase(f.customer);
            }
        }
        for (const auto& [customer, sum] : net) {
            if (sum > 0) {
                deals.insert(customer);
                if (arrived.count(customer) != 0) {
                    dealt.insert(customer);
                }
            }
        }
        for (const KpiInputs::PrepaidUse& use : m_inputs.prepaidUses) {
            out["gmv"] += inside(dayOf(use.time)) ? static_cast<double>(use.amount) : 0;
        }
        double sum = 0, count = 0;
        for (const auto& [ticket, amount] : tickets) {
            sum += static_cast<double>(amount);
            count += amount != 0 ? 1 : 0;
        }
        out["ticket"] = sum / count;
        out["arrivals"] = static_cast<double>(arrived.size());
        out["buyers"] = static_cast<double>(buyers.size());
        out["deals"] = static_cast<double>(deals.size());
        out["new_customers"] = static_cast<double>(fresh.size());
        out["deal_rate"] = static_cast<double>(dealt.size()) / static_cast<double>(arrived.size());
        addRepurchases(out);
        addLeads(out);
        addBookings(out);
        addStates(out, arrived);
        return out;
    }

private:
    static Day dayOf(Millis time) { return static_cast<Day>(time / kDayMillis); }
    [[nodiscard]] bool inside(Day day) const { return day >= m_period.from && day <= m_period.to; }

    void addRepurchases(std::map<std::string, double>& out) const
    {
        std::map<Index, std::map<Day, Fen>> days;
        for (const Fact& f : m_facts) {
            if (f.type == "bill" || f.type == "refund") {
                days[f.customer][f.day] += f.amount;
            }
        }
        double once = 0, twice = 0, regulars = 0, months = 0, steps = 0;
        for (const auto& [customer, nets] : days) {
            int bought = 0;
            bool regular = false;
            Day last = kMissingDay;
            for (const auto& [day, amount] : nets) {
                bought += amount > 0 && day <= m_period.to && day > addMonths(m_period.to, -12) ? 1 : 0;
                if (amount > 30'000) {
                    if (last != kMissingDay && inside(day)) {
                        regular = true;
                        ++steps;
                        months += (civilFromDay(day).year - civilFromDay(last).year) * 12
                            + civilFromDay(day).month - civilFromDay(last).month;
                    }
                    last = day;
                }
            }
            once += bought >= 1 ? 1 : 0;
            twice += bought >= 2 ? 1 : 0;
            regulars += regular ? 1 : 0;
        }
        out["r12"] = twice / once;
        out["repeat_buyers"] = regulars;
        out["repurchase_cycle"] = months / steps;
    }

    void addLeads(std::map<std::string, double>& out) const
    {
        std::set<std::string> paid;
        double spend = 0;
        for (const KpiInputs::Spend& s : m_inputs.spend) {
            if (inside(s.day)) {
                spend += static_cast<double>(s.amount);
                paid.insert(s.amount > 0 ? std::string(m_inputs.labels.text(s.channel)) : "?");
            }
        }
        std::map<Index, const Fact*> first;
        for (const Fact& f : m_facts) {
            if (f.type == "lead" && inside(f.day)) {
                first.emplace(f.customer, &f);
            }
        }
        double leads = 0, arrivals = 0, dealt = 0, net = 0;
        for (const auto& entry : first) {
            const Index customer = entry.first;
            const Fact* lead = entry.second;
            if (paid.count(lead->channel) == 0) {
                continue;
            }
            ++leads;
            bool came = false;
            Fen all = 0;
            for (const Fact& f : m_facts) {
                if (f.customer == customer && f.day >= lead->day) {
                    came = came || f.type == "arrive";
                    const bool money = f.type == "bill" || f.type == "refund";
                    all += money ? f.amount : 0;
                    net += money && f.day <= lead->day + 30 ? static_cast<double>(f.amount) : 0;
                }
            }
            arrivals += came ? 1 : 0;
            dealt += all > 0 ? 1 : 0;
        }
        out["leads"] = static_cast<double>(first.size());
        out["cpl"] = spend / leads;
        out["cost_per_arrival"] = spend / arrivals;
        out["cost_per_deal"] = spend / dealt;
        out["roi"] = net / spend;
    }

    void addBookings(std::map<std::string, double>& out) const
    {
        std::map<std::tuple<Index, Day, std::string>, bool> places;
        for (const KpiInputs::Booking& b : m_inputs.bookings) {
            const Day day = dayOf(b.slot);
            if (!inside(day)) {
                continue;
            }
            const std::tuple slot(b.customer, day, std::string(m_inputs.labels.text(b.store)));
            bool& kept = places[slot];
            kept = kept || b.kept;
            for (const Fact& f : m_facts) {
                kept = kept || (f.type == "arrive" && f.customer == b.customer && f.day == day);
            }
        }
        out["arrival_rate"] = static_cast<double>(std::count_if(places.begin(), places.end(),
                                                                [](const auto& s) { return s.second; }))
            / static_cast<double>(places.size());
    }

    void addStates(std::map<std::string, double>& out, const std::set<Index>& arrived) const
    {
        std::map<Index, Day> last;
        std::map<Index, std::set<std::string>> items;
        for (const Fact& f : m_facts) {
            const bool came = f.type == "arrive" || f.type == "treat" || f.type == "bill";
            if (came && f.day <= m_period.to) {
                last[f.customer] = f.day;
            }
            if (f.type == "treat" && f.day <= m_period.to && f.day > addMonths(m_period.to, -12)) {
                items[f.customer].insert(f.item);
            }
        }
        out["lost"] = static_cast<double>(std::count_if(
            last.begin(), last.end(), [this](const auto& person) { return inside(person.second + 180); }));
        out["single_item"] = static_cast<double>(std::count_if(arrived.begin(), arrived.end(), [&](Index c) {
            return items.count(c) != 0 && items[c].size() == 1;
        }));
    }

    const KpiInputs& m_inputs;
    KpiPeriod m_period;
    Day m_asOf;
    std::vector<Fact> m_facts;
};

}  // namespace

std::map<std::string, double> naiveFigures(const std::vector<Fact>& facts, const KpiInputs& inputs,
                                           KpiPeriod period, Day asOf)
{
    return Naive(facts, inputs, period, asOf).figures();
}

}  // namespace meitrace::test
