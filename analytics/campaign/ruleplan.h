// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/campaign/customerleaf.h"
#include "analytics/campaign/didgroup.h"
#include "analytics/campaign/rule.h"

#include <array>
#include <variant>
#include <vector>

namespace meitrace {

/// A rule bound to a snapshot, its clauses ordered by cost. Read-only once bound; safe from several threads.
class RulePlan {
public:
    static constexpr Index kWords = 64;
    static constexpr Index kChunk = 64 * kWords;  ///< customers
    /// 64 customers to a word
    using Words = std::array<std::uint64_t, kWords>;

    /// The rule must outlive the plan.
    /// Errors  BadRule, those of loading
    static Result<RulePlan> bind(const RuleNode& rule, const RuleSource& source, Job& job);

    struct Answer {
        Words yes {};
        Words unknown {};
    };
    /// The customers of chunk `chunk` that are in `need`; the others are in neither set. Clauses are asked
    /// only about customers that the clauses before have left open.
    [[nodiscard]] Answer evaluate(Index chunk, const Words& need, DidScratch& scratch) const;

private:
    struct Term {
        int step = 0;
        bool negated = false;
    };
    /// Terms joined by AND (by OR where all is false), cheap ones first.
    struct Group {
        bool all = true;
        std::vector<Term> terms;
    };
    struct IncludeUnknown {
        Term term;
    };
    struct Step {
        double cost = 0;
        std::variant<CustomerLeaf, DidGroup, Group, IncludeUnknown> what;
    };

    Result<Term> add(const RuleNode& node, const RuleSource& source, Job& job);
    Result<Term> addGroup(const RuleNode& node, const RuleSource& source, Job& job);
    Status addDids(const std::vector<DidTerm>& dids, Group& group, const RuleSource& source, Job& job);
    Term push(Step step);

    void ask(const Term& term, Index first, const Words& need, Answer& answer, DidScratch& scratch) const;
    void askGroup(const Group& group, Index first, const Words& need, Answer& answer,
                  DidScratch& scratch) const;

    std::vector<Step> m_steps;
    Term m_root;
};

}  // namespace meitrace
