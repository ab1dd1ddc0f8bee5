// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/ruleplan.h"

#include <algorithm>
#include <bit>
#include <type_traits>

namespace meitrace {

namespace {

using Kind = RuleNode::Kind;
using Words = RulePlan::Words;

// Rough nanoseconds for one customer.
constexpr double kColumnCost = 1;
constexpr double kAgeCost = 8;
constexpr double kConsentCost = 10;

double costOf(const CustomerLeaf& leaf)
{
    if (std::holds_alternative<ConsentLeaf>(leaf)) {
        return kConsentCost;
    }
    return std::holds_alternative<AgeLeaf>(leaf) ? kAgeCost : kColumnCost;
}

/// Calls at(customer) for the customers in need and sorts them by its answer.
template <typename At>
void sortByAnswer(Index first, const Words& need, RulePlan::Answer& answer, const At& at)
{
    for (std::size_t word = 0; word < need.size(); ++word) {
        std::uint64_t yes = 0;
        std::uint64_t unknown = 0;
        const Index base = first + static_cast<Index>(word) * 64;
        for (std::uint64_t bits = need[word]; bits != 0; bits &= bits - 1) {
            const int bit = std::countr_zero(bits);
            const Truth truth = at(base + bit);
            yes |= static_cast<std::uint64_t>(truth == Truth::True) << static_cast<unsigned>(bit);
            unknown |= static_cast<std::uint64_t>(truth == Truth::Unknown) << static_cast<unsigned>(bit);
        }
        answer.yes[word] = yes;
        answer.unknown[word] = unknown;
    }
}

/// As sortByAnswer, but the events of customers a few places ahead are fetched meanwhile: they lie scattered
/// over memory, and waiting for them would take most of the time.
void askEvents(const DidGroup& dids, Index first, const Words& need, RulePlan::Answer& answer,
               DidScratch& scratch)
{
    constexpr std::size_t kAhead = 12;
    std::vector<Index>& customers = scratch.customers;
    customers.clear();
    for (std::size_t word = 0; word < need.size(); ++word) {
        for (std::uint64_t bits = need[word]; bits != 0; bits &= bits - 1) {
            customers.push_back(static_cast<Index>(word) * 64 + std::countr_zero(bits));
        }
    }
    answer = {};
    for (std::size_t i = 0; i < customers.size(); ++i) {
        if (i + kAhead < customers.size()) {
            // Here and not in a function of its own, which the compiler would take for one without effect.
            for (const void* address : dids.newest(first + customers[i + kAhead])) {
                __builtin_prefetch(address);
            }
        }
        const auto at = static_cast<std::uint64_t>(customers[i]);
        const Truth truth = dids.at(first + customers[i], scratch);
        answer.yes[at / 64] |= static_cast<std::uint64_t>(truth == Truth::True) << (at % 64);
        answer.unknown[at / 64] |= static_cast<std::uint64_t>(truth == Truth::Unknown) << (at % 64);
    }
}

bool isEmpty(const Words& words)
{
    return std::all_of(words.begin(), words.end(), [](std::uint64_t word) { return word == 0; });
}

/// Binds event clauses and passes on which of their names the data do not know.
Result<DidGroup> bindDids(const std::vector<DidTerm>& dids, bool all, const RuleSource& source, Job& job)
{
    Result<DidGroup> group = DidGroup::bind(dids, all, source.snapshot, source.asOf, job);
    if (group) {
        for (const UnknownName& unknown : group->unknownNames()) {
            source.unknownName(unknown.field, unknown.name);
        }
    }
    return group;
}

/// The clause itself below any number of NOTs.
const RuleNode& withoutNots(const RuleNode& node, bool& negated)
{
    const RuleNode* inner = &node;
    while (inner->kind == Kind::Not) {
        inner = inner->children.data();
        negated = !negated;
    }
    return *inner;
}

}  // namespace

Result<RulePlan> RulePlan::bind(const RuleNode& rule, const RuleSource& source, Job& job)
{
    RulePlan plan;
    Result<Term> root = plan.add(rule, source, job);
    if (!root) {
        return root.error();
    }
    plan.m_root = *root;
    return plan;
}

RulePlan::Term RulePlan::push(Step step)
{
    m_steps.push_back(std::move(step));
    return {.step = static_cast<int>(m_steps.size()) - 1, .negated = false};
}

Result<RulePlan::Term> RulePlan::add(const RuleNode& node, const RuleSource& source, Job& job)
{
    bool negated = false;
    const RuleNode& inner = withoutNots(node, negated);
    Result<Term> term = Term {};
    if (inner.kind == Kind::IncludeUnknown) {
        Result<Term> child = add(inner.children.front(), source, job);
        if (!child) {
            return child;
        }
        const double cost = m_steps[static_cast<std::size_t>(child->step)].cost;
        term = push({.cost = cost, .what = IncludeUnknown {*child}});
    } else if (inner.kind == Kind::Event) {
        Result<DidGroup> group = bindDids(
            {{.clause = &std::get<DidClause>(inner.clause), .column = inner.column.at}}, true, source, job);
        if (!group) {
            return group.error();
        }
        const double cost = group->cost();
        term = push({.cost = cost, .what = *std::move(group)});
    } else if (!inner.children.empty()) {
        term = addGroup(inner, source, job);
    } else {
        Result<CustomerLeaf> leaf = bindCustomerLeaf(inner, source, job);
        if (!leaf) {
            return leaf.error();
        }
        const double cost = costOf(*leaf);
        term = push({.cost = cost, .what = *std::move(leaf)});
    }
    if (term) {
        term->negated = term->negated != negated;
    }
    return term;
}

Result<RulePlan::Term> RulePlan::addGroup(const RuleNode& node, const RuleSource& source, Job& job)
{
    Group group {.all = node.kind != Kind::Or, .terms = {}};
    std::vector<DidTerm> dids;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        bool negated = node.kind == Kind::Except && i > 0;
        const RuleNode& child = withoutNots(node.children[i], negated);
        if (child.kind == Kind::Event) {
            dids.push_back({.clause = &std::get<DidClause>(child.clause),
                            .negated = negated,
                            .column = child.column.at});
            continue;
        }
        Result<Term> term = add(child, source, job);
        if (!term) {
            return term;
        }
        term->negated = term->negated != negated;
        group.terms.push_back(*term);
    }
    if (Status status = addDids(dids, group, source, job); !status) {
        return status.error();
    }
    const auto costOfTerm
        = [&](const Term& term) { return m_steps[static_cast<std::size_t>(term.step)].cost; };
    std::stable_sort(group.terms.begin(), group.terms.end(),
                     [&](const Term& a, const Term& b) { return costOfTerm(a) < costOfTerm(b); });
    double cost = 0;
    for (const Term& term : group.terms) {
        cost += costOfTerm(term);
    }
    return push({.cost = cost, .what = std::move(group)});
}

/// Groups of neighbouring event clauses, as many as a matcher can hold in each.
Status RulePlan::addDids(const std::vector<DidTerm>& dids, Group& group, const RuleSource& source, Job& job)
{
    std::size_t begin = 0;
    while (begin < dids.size()) {
        std::vector<DidTerm> part;
        int bits = 0;
        for (; begin < dids.size() && bits + DidGroup::bitsOf(*dids[begin].clause) <= DidGroup::kBits;
             ++begin) {
            bits += DidGroup::bitsOf(*dids[begin].clause);
            part.push_back(dids[begin]);
        }
        Result<DidGroup> bound = bindDids(part, group.all, source, job);
        if (!bound) {
            return bound.error();
        }
        const double cost = bound->cost();
        group.terms.push_back(push({.cost = cost, .what = *std::move(bound)}));
    }
    return Done {};
}

RulePlan::Answer RulePlan::evaluate(Index chunk, const Words& need, DidScratch& scratch) const
{
    Answer answer;
    ask(m_root, chunk * kChunk, need, answer, scratch);
    return answer;
}

void RulePlan::ask(const Term& term, Index first, const Words& need, Answer& answer,
                   DidScratch& scratch) const
{
    const Step& step = m_steps[static_cast<std::size_t>(term.step)];
    if (const auto* leaf = std::get_if<CustomerLeaf>(&step.what)) {
        std::visit(
            [&](const auto& fact) {
                sortByAnswer(first, need, answer, [&](Index customer) { return fact.at(customer); });
            },
            *leaf);
    } else if (const auto* dids = std::get_if<DidGroup>(&step.what)) {
        askEvents(*dids, first, need, answer, scratch);
    } else if (const auto* group = std::get_if<Group>(&step.what)) {
        askGroup(*group, first, need, answer, scratch);
    } else {
        ask(std::get<IncludeUnknown>(step.what).term, first, need, answer, scratch);
        for (std::size_t i = 0; i < need.size(); ++i) {
            answer.yes[i] |= answer.unknown[i];
            answer.unknown[i] = 0;
        }
    }
    if (term.negated) {
        for (std::size_t i = 0; i < need.size(); ++i) {
            answer.yes[i] = need[i] & ~answer.yes[i] & ~answer.unknown[i];
        }
    }
}

/// open: not decided yet. AND decides for false, OR for true; whoever stays open to the end has the other
/// value, or is unknown when some clause was.
void RulePlan::askGroup(const Group& group, Index first, const Words& need, Answer& answer,
                        DidScratch& scratch) const
{
    Words open = need;
    Words doubtful {};
    for (const Term& term : group.terms) {
        if (isEmpty(open)) {
            break;
        }
        Answer own;
        ask(term, first, open, own, scratch);
        for (std::size_t i = 0; i < open.size(); ++i) {
            doubtful[i] |= own.unknown[i];
            open[i] &= group.all ? own.yes[i] | own.unknown[i] : ~own.yes[i];
        }
    }
    for (std::size_t i = 0; i < open.size(); ++i) {
        answer.unknown[i] = open[i] & doubtful[i];
        answer.yes[i] = group.all ? open[i] & ~doubtful[i] : need[i] & ~open[i];
    }
}

}  // namespace meitrace
