// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/customer/kpi.h"
#include "analytics/customer/kpigroups.h"

#include <bitset>
#include <span>
#include <utility>
#include <vector>

namespace meitrace {

using KpiTerms = std::array<std::int64_t, kKpiTerms>;

/// What a period comes to, whole and per group.
struct KpiSums {
    explicit KpiSums(std::size_t groupCount)
        : groups(groupCount)
    {
        total.fill(0);
        for (KpiTerms& group : groups) {
            group.fill(0);
        }
    }
    void add(const KpiSums& other);

    KpiTerms total {};
    std::vector<KpiTerms> groups;
};

/// Everything about a period that is the same for all customers.
struct KpiPlan {
    const Snapshot& snapshot;
    const KpiInputs& inputs;
    const KpiGroups& groups;
    KpiPeriod period;
    int roiDays = 30;
    std::vector<bool> paidChannels;  ///< by code of the snapshot's channels: money was spent on it
    Codes channels;
    Codes items;
};

/// One customer as the figures see her.
struct KpiPerson {
    Index customer = 0;
    const KpiFacts& facts;
    std::span<const KpiInputs::Booking> bookings;
    std::span<const KpiInputs::PrepaidUse> prepaidUses;
    std::span<const KpiInputs::Owed> owed;
};

/// Adds up what customers did in one period. One object per thread at a time.
class KpiTally {
public:
    static constexpr Fen kEffective = 30'000;  ///< a purchase counts as a repurchase above this net
    static constexpr int kLostDays = 180;

    /// members: per term, sized for terms that count customers; nullptr = not asked for
    KpiTally(const KpiPlan& plan, KpiSums& sums, std::vector<Bitset>* members);

    void add(const KpiPerson& person);

private:
    [[nodiscard]] bool isInside(Day day) const
    {
        return day >= m_plan.period.from && day <= m_plan.period.to;
    }
    [[nodiscard]] std::uint32_t groupOf(Index row) const;
    void sum(KpiTerm term, std::uint32_t group, std::int64_t amount = 1);
    void once(KpiTerm term, std::uint32_t group);
    void onceInAll(KpiTerm term);
    void onceInGroup(KpiTerm term, std::uint32_t group);

    void addMoney(const KpiPerson& person);
    void addDeals(const KpiPerson& person);
    void addVisits(const KpiPerson& person);
    void addArrival(const KpiPerson& person, Day firstArrival, std::uint32_t group);
    void addPurchaseDays(const KpiPerson& person);
    void addRegulars(const KpiPerson& person);
    void addItems(const KpiPerson& person, std::uint32_t group);
    void addLost(const KpiPerson& person);
    void addLead(const KpiPerson& person);
    void addBookings(const KpiPerson& person);
    void addOwed(const KpiPerson& person);

    const KpiPlan& m_plan;
    KpiSums& m_sums;
    std::vector<Bitset>* m_members;
    Index m_customer = 0;
    std::uint32_t m_customerGroup = 0;
    Fen m_net = 0;  ///< bills less refunds of the period
    std::bitset<kKpiTerms> m_counted;
    std::vector<std::pair<KpiTerm, std::uint32_t>> m_countedInGroups;
    std::vector<std::pair<std::uint32_t, std::int64_t>> m_perGroup;  ///< scratch
    std::vector<std::pair<Day, std::uint32_t>> m_places;             ///< scratch: day and store
    std::vector<std::uint32_t> m_items;                              ///< scratch
};

}  // namespace meitrace
