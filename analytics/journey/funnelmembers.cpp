// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/funnel.h"
#include "analytics/journey/funnelrows.h"

namespace meitrace {

namespace {

std::optional<FunnelClass> classOf(const RowRules& rules, const FunnelCases& cases, Index funnelCase,
                                   int step)
{
    const bool open = (cases.flags[funnelCase] & FunnelCases::kOpen) != 0;
    const RowPlace place = rules.placeOf(cases.served[funnelCase], open, step);
    if (!place.isPrevious) {
        return std::nullopt;
    }
    return place.isReached ? FunnelClass::Reached : place.isOpen ? FunnelClass::Open : FunnelClass::Lost;
}

}  // namespace

std::optional<FunnelClass> funnelClass(const FunnelResult& result, Index funnelCase, int step)
{
    return classOf(RowRules(result.optional, result.openEntry), result.cases, funnelCase, step);
}

std::vector<Index> funnelMembers(const FunnelResult& result, int step, FunnelClass which, int split)
{
    const RowRules rules(result.optional, result.openEntry);
    std::vector<Index> members;
    for (Index i = 0; i < result.cases.customer.size(); ++i) {
        if ((split < 0 || result.cases.group[i] == split) && classOf(rules, result.cases, i, step) == which) {
            members.push_back(i);
        }
    }
    return members;
}

Bitset funnelCustomers(const FunnelResult& result, Index customers, int step, FunnelClass which, int split)
{
    Bitset members(customers);
    for (const Index i : funnelMembers(result, step, which, split)) {
        members.set(result.cases.customer[i]);
    }
    return members;
}

}  // namespace meitrace
