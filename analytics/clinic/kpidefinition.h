// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meitrace {

/// What figures are made of: sums and counts over a period. Definitions name them.
enum class KpiTerm : std::uint8_t {
    None,
    Billed,
    Bills,
    Cash,
    Payments,
    Delivered,
    Deliveries,
    Visits,
    Arrived,
    Buyers,
    Deals,
    TicketMoney,
    Tickets,
    NewCustomers,
    Referred,
    ArrivedDealt,
    NewArrived,
    NewDealt,
    OldArrived,
    OldDealt,
    R12Once,
    R12Twice,
    Repeat,
    Purchases,
    RepeatDays,
    CycleMonths,
    SingleItem,
    Lost,
    EverSeen,
    Leads,
    Booked,
    Kept,
    PaidLeads,
    PaidArrivals,
    PaidDeals,
    PaidNet,
    Spend,
    Liability,
    Owed
};
inline constexpr std::size_t kKpiTerms = static_cast<std::size_t>(KpiTerm::Owed) + 1;

std::string_view kpiTermName(KpiTerm term);
/// True for terms that count customers, each once: the customers can be listed.
bool countsCustomers(KpiTerm term);

enum class KpiUnit : std::uint8_t { Count, Money, Rate, Ratio, Months };
/// Which way is good.
enum class KpiDirection : std::uint8_t { None, Up, Down };

/// One figure, as data: value, or value over another term.
struct KpiDefinition {
    std::string id;  ///< "arrival_rate"; never changes
    KpiUnit unit = KpiUnit::Count;
    KpiDirection direction = KpiDirection::None;
    KpiTerm value = KpiTerm::None;   ///< None: no file of today gives it
    KpiTerm over = KpiTerm::None;    ///< None: the value stands by itself
    KpiTerm n = KpiTerm::None;       ///< on how many the figure rests
    std::vector<std::string> needs;  ///< kinds of files, all of them
    bool onHome = false;
    std::string name, formula, sentence;                       ///< English; %1 = days of ROI
    std::string nameChinese, formulaChinese, sentenceChinese;  ///< the same in Chinese

    [[nodiscard]] bool needsKind(std::string_view kind) const;
};

/// The definitions of resources/text/kpis.csv, in its order.
std::span<const KpiDefinition> kpiDefinitions();
/// -1 when there is none of that id
int kpiIndex(std::string_view id);

/// Errors  Internal: a row that does not fit, detail says which
Result<std::vector<KpiDefinition>> readKpiDefinitions(std::string_view csv);

}  // namespace meitrace
