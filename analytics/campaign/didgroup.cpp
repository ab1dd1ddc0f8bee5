// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/didgroup.h"

#include <algorithm>

namespace meitrace {

int DidGroup::bitsOf(const DidClause& clause)
{
    const bool anchored
        = clause.window.kind == RuleWindow::Kind::Since || clause.window.kind == RuleWindow::Kind::Within;
    return anchored ? 2 : 1;
}

DidGroup::DidGroup(const Snapshot& snapshot, Day asOf, bool all)
    : m_all(all)
    , m_scan(all)
{
    m_view.snapshot = &snapshot;
    m_view.end = snapshot.endOfDay(asOf);
}

Result<DidGroup> DidGroup::bind(const std::vector<DidTerm>& terms, bool all, const Snapshot& snapshot,
                                Day asOf, Job& job)
{
    DidGroup group(snapshot, asOf, all);
    for (const DidTerm& term : terms) {
        Result<DidLeaf> leaf = DidLeaf::bind(term, snapshot, asOf);
        if (!leaf) {
            return leaf.error();
        }
        group.m_leaves.push_back(*leaf);
    }
    if (Status status = group.bindEvents(job); !status) {
        return status.error();
    }
    if (Status status = group.loadFields(job); !status) {
        return status.error();
    }
    return group;
}

/// Bits in the order the scan wants: plain clauses, other fast ones, slow ones and their anchors.
Status DidGroup::bindEvents(Job& job)
{
    std::vector<EventPredicate> predicates;
    const auto rank
        = [](const DidLeaf& leaf) { return DidScan::isPlain(leaf) ? 0 : (leaf.isFast() ? 1 : 2); };
    for (int wanted = 0; wanted < 3; ++wanted) {
        for (DidLeaf& leaf : m_leaves) {
            if (rank(leaf) != wanted) {
                continue;
            }
            leaf.bit = static_cast<unsigned>(predicates.size());
            predicates.push_back(leaf.clause->event);
            if (leaf.isAnchored()) {
                leaf.anchorBit = static_cast<unsigned>(predicates.size());
                predicates.push_back(leaf.clause->window.anchor);
            }
            if (leaf.isFast()) {
                m_scan.add(leaf);
            } else {
                m_slow.push_back(leaf);
            }
        }
    }
    Result<EventMatcher> matcher = EventMatcher::bind(predicates, *m_view.snapshot, job);
    if (!matcher) {
        return matcher.error();
    }
    m_matcher = *std::move(matcher);
    m_scan.finish(*m_matcher);
    return Done {};
}

Status DidGroup::loadFields(Job& job)
{
    std::vector<EventField> fields {EventField::Time, EventField::Type};
    bool amount = false;
    bool precision = false;
    for (const DidLeaf& leaf : m_leaves) {
        amount = amount || leaf.isSum();
        precision = precision || leaf.withinDay || leaf.isAnchored();
        if (leaf.field) {
            fields.push_back(*leaf.field);
        }
    }
    if (amount) {
        fields.push_back(EventField::Amount);
    }
    if (precision) {
        fields.push_back(EventField::Precision);
    }
    const Snapshot& snapshot = *m_view.snapshot;
    if (Status status = snapshot.load(fields, job); !status) {
        return status;
    }
    m_view.time = snapshot.time().data();
    m_view.type = snapshot.type().data();
    m_view.amount = amount ? snapshot.amount().data() : nullptr;
    m_view.precision = precision ? snapshot.precision().data() : nullptr;
    return Done {};
}

double DidGroup::cost() const
{
    constexpr double kSlow = 400;
    return m_scan.cost() + kSlow * static_cast<double>(m_slow.size());
}

Truth DidGroup::at(Index customer, DidScratch& scratch) const
{
    const Truth decisive = truthOf(!m_all);
    Truth truth = opposite(decisive);
    if (!m_scan.isEmpty() && truthOf(m_scan.at(customer, m_view, *m_matcher)) == decisive) {
        return decisive;
    }
    for (const DidLeaf& leaf : m_slow) {
        const Truth own = examine(leaf, customer, scratch).truth;
        if (own == decisive) {
            return decisive;
        }
        truth = own == Truth::Unknown ? own : truth;
    }
    return truth;
}

}  // namespace meitrace
