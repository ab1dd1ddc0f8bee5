// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/didgroup.h"

#include "analytics/campaign/customerleaf.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace meitrace {

namespace {

using Measure = DidClause::Measure;
using Mode = DidClause::Mode;
using WindowKind = RuleWindow::Kind;

bool hasAnchor(const RuleWindow& window)
{
    return window.kind == WindowKind::Since || window.kind == WindowKind::Within;
}

}  // namespace

bool DidGroup::compares(std::int64_t measured, RuleOp op, std::int64_t number)
{
    switch (op) {
    case RuleOp::Equal:
        return measured == number;
    case RuleOp::NotEqual:
        return measured != number;
    case RuleOp::Less:
        return measured < number;
    case RuleOp::LessEqual:
        return measured <= number;
    case RuleOp::Greater:
        return measured > number;
    default:
        return measured >= number;
    }
}

int DidGroup::bitsOf(const DidClause& clause)
{
    return hasAnchor(clause.window) ? 2 : 1;
}

DidGroup::DidGroup(const Snapshot& snapshot, Day asOf, bool all)
    : m_snapshot(&snapshot)
    , m_asOf(asOf)
    , m_end(snapshot.endOfDay(asOf))
    , m_all(all)
{
}

Result<DidGroup> DidGroup::bind(const std::vector<DidTerm>& terms, bool all, const Snapshot& snapshot,
                                Day asOf, Job& job)
{
    DidGroup group(snapshot, asOf, all);
    for (const DidTerm& term : terms) {
        if (Status status = group.addLeaf(term); !status) {
            return status.error();
        }
    }
    if (Status status = group.bindEvents(job); !status) {
        return status.error();
    }
    if (Status status = group.loadFields(job); !status) {
        return status.error();
    }
    return group;
}

Status DidGroup::addLeaf(const DidTerm& term)
{
    const DidClause& clause = *term.clause;
    Leaf leaf;
    leaf.clause = term.clause;
    leaf.negated = term.negated != (clause.mode == Mode::DidNot);
    if (clause.measure != Measure::Any) {
        leaf.op = clause.op;
        leaf.number = std::llround(clause.measure == Measure::Sum ? clause.number * 100 : clause.number);
    }
    if (clause.measure == Measure::Distinct && clause.field != "day") {
        leaf.field = eventFieldByName(clause.field);
        if (!leaf.field || (!hasDictionary(*leaf.field) && *leaf.field != EventField::Session)) {
            return ruleRefusal("measure", term.column, clause.field);
        }
    }
    bindWindow(leaf);
    m_leaves.push_back(leaf);
    return Done {};
}

void DidGroup::bindWindow(Leaf& leaf) const
{
    const RuleWindow& window = leaf.clause->window;
    const auto startOf = [&](Day day) { return m_snapshot->endOfDay(day - 1); };
    leaf.end = m_end;
    switch (window.kind) {
    case WindowKind::Last:
        leaf.withinDay = window.length.unit < DurationUnit::Days;
        leaf.start = leaf.withinDay ? m_end - window.length.millis()
                                    : startOf(shiftedDay(m_asOf + 1, window.length, -1));
        leaf.startDay = leaf.withinDay ? startOf(m_snapshot->dayOf(leaf.start)) : leaf.start;
        break;
    case WindowKind::Before:
        leaf.end = std::min(m_end, startOf(window.to));
        break;
    case WindowKind::Range:
        leaf.start = leaf.startDay = startOf(window.from);
        leaf.end = std::min(m_end, startOf(window.to));
        break;
    default:
        break;
    }
}

void DidGroup::addFast(const Leaf& leaf)
{
    const DidClause& clause = *leaf.clause;
    FastLeaf fast;
    fast.leaf = leaf;
    fast.sum = clause.measure == Measure::Sum;
    fast.lapsed = clause.mode == Mode::Lapsed;
    if (!fast.lapsed && !fast.sum) {
        const bool atNumber = leaf.op == RuleOp::GreaterEqual || leaf.op == RuleOp::Less;
        fast.settleAt = leaf.number + (atNumber ? 0 : 1);
    }
    if (leaf.startDay != std::numeric_limits<Millis>::min()) {
        fast.before = leaf.startDay - kDayMillis;
    }
    m_fast.push_back(fast);
}

Status DidGroup::bindEvents(Job& job)
{
    std::vector<EventPredicate> predicates;
    const auto isFast = [](const Leaf& leaf) {
        return !hasAnchor(leaf.clause->window) && leaf.clause->measure != Measure::Distinct
            && leaf.clause->pick == RulePick::Any;
    };
    for (const bool fast : {true, false}) {
        for (Leaf& leaf : m_leaves) {
            if (isFast(leaf) != fast) {
                continue;
            }
            leaf.bit = static_cast<unsigned>(predicates.size());
            predicates.push_back(leaf.clause->event);
            if (fast) {
                addFast(leaf);
            } else if (hasAnchor(leaf.clause->window)) {
                leaf.anchorBit = static_cast<unsigned>(predicates.size());
                predicates.push_back(leaf.clause->window.anchor);
            }
        }
    }
    Result<EventMatcher> matcher = EventMatcher::bind(predicates, *m_snapshot, job);
    if (!matcher) {
        return matcher.error();
    }
    m_matcher = *std::move(matcher);
    const std::uint64_t fastBits = allOpen();
    for (std::size_t type = 0; type < m_matcher->sure().size(); ++type) {
        m_interest.push_back((m_matcher->sure()[type] | m_matcher->maybe()[type]) & fastBits);
    }
    m_stop = stopOf(fastBits);
    return Done {};
}

Status DidGroup::loadFields(Job& job)
{
    std::vector<EventField> fields {EventField::Time, EventField::Type};
    bool amount = false;
    bool precision = false;
    for (const Leaf& leaf : m_leaves) {
        amount = amount || leaf.clause->measure == Measure::Sum;
        precision = precision || leaf.withinDay || hasAnchor(leaf.clause->window);
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
    if (Status status = m_snapshot->load(fields, job); !status) {
        return status;
    }
    m_time = m_snapshot->time().data();
    m_type = m_snapshot->type().data();
    m_amount = amount ? m_snapshot->amount().data() : nullptr;
    m_precision = precision ? m_snapshot->precision().data() : nullptr;
    return Done {};
}

double DidGroup::cost() const
{
    constexpr double kBounded = 20;
    constexpr double kWhole = 100;
    constexpr double kSlow = 400;
    double cost = kSlow * static_cast<double>(m_leaves.size() - m_fast.size());
    for (const FastLeaf& fast : m_fast) {
        cost += fast.stop() == std::numeric_limits<Millis>::min() ? kWhole : kBounded;
    }
    return cost;
}

std::uint64_t DidGroup::allOpen() const
{
    return m_fast.size() == kBits ? ~std::uint64_t {0} : (std::uint64_t {1} << m_fast.size()) - 1;
}

Millis DidGroup::stopOf(std::uint64_t open) const
{
    Millis stop = std::numeric_limits<Millis>::max();
    for (; open != 0; open &= open - 1) {
        stop = std::min(stop, m_fast[static_cast<std::size_t>(std::countr_zero(open))].stop());
    }
    return stop;
}

bool DidGroup::isWholeDay(Index row) const
{
    return m_precision[row] >= static_cast<std::uint8_t>(TimeQuality::WholeDay);
}

bool DidGroup::isInside(const Leaf& leaf, Index row) const
{
    const Millis time = m_time[row];
    if (time >= leaf.end) {
        return false;
    }
    return time >= leaf.start || (leaf.withinDay && time >= leaf.startDay && isWholeDay(row));
}

Truth DidGroup::at(Index customer, DidScratch& scratch) const
{
    const Truth decisive = truthOf(!m_all);
    Truth truth = m_fast.empty() ? opposite(decisive) : scanFast(customer);
    if (m_fast.size() == m_leaves.size() || truth == decisive) {
        return truth;
    }
    for (const Leaf& leaf : m_leaves) {
        if (leaf.bit < m_fast.size()) {
            continue;
        }
        const Truth own = examine(leaf, customer, scratch).truth;
        if (own == decisive) {
            return decisive;
        }
        truth = own == Truth::Unknown ? own : truth;
    }
    return truth;
}

/// Takes a matching event in; true when the clause is settled now, whatever older events there are.
bool DidGroup::settles(const FastLeaf& fast, Index row, std::int64_t& measured) const
{
    const bool inside = isInside(fast.leaf, row);
    if (fast.lapsed) {
        measured = inside ? 0 : 1;
        return inside || m_time[row] < fast.before;
    }
    if (inside) {
        measured += fast.sum ? m_amount[row] : 1;
    }
    return measured >= fast.settleAt;
}

bool DidGroup::holds(const FastLeaf& fast, std::int64_t measured) const
{
    const bool truth = fast.lapsed ? measured > 0 : compares(measured, fast.leaf.op, fast.leaf.number);
    return truth != fast.leaf.negated;
}

/// Backwards from the newest event, so that recent doings settle clauses early. Rows are in the order of the
/// stream, in which an event that only knows its day stands up to a day behind its instant: no row before one
/// with a time below m_stop lies in a window.
Truth DidGroup::scanFast(Index customer) const
{
    constexpr Index kRowsPerLook = 16;
    std::array<std::int64_t, kBits> measured;
    std::fill_n(measured.begin(), m_fast.size(), 0);
    std::uint64_t open = allOpen();
    Millis stop = m_stop;
    const Index begin = m_snapshot->begin(customer);
    for (Index row = m_snapshot->end(customer) - 1; row >= begin && open != 0; --row) {
        if (row % kRowsPerLook == 0 && m_time[row] < stop) {
            break;
        }
        if ((m_interest[m_type[row]] & open) == 0 || m_time[row] >= m_end) {
            continue;
        }
        for (std::uint64_t bits = m_matcher->mask(row) & open; bits != 0; bits &= bits - 1) {
            const auto bit = static_cast<std::size_t>(std::countr_zero(bits));
            if (settles(m_fast[bit], row, measured[bit])) {
                if (holds(m_fast[bit], measured[bit]) != m_all) {
                    return truthOf(!m_all);
                }
                open &= ~(std::uint64_t {1} << bit);
                stop = stopOf(open);
            }
        }
    }
    for (; open != 0; open &= open - 1) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(open));
        if (holds(m_fast[bit], measured[bit]) != m_all) {
            return truthOf(!m_all);
        }
    }
    return truthOf(m_all);
}

}  // namespace meitrace
