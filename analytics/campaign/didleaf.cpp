// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/didleaf.h"

#include "analytics/campaign/customerleaf.h"

#include <algorithm>
#include <cmath>

namespace meitrace {

namespace {

using Measure = DidClause::Measure;
using WindowKind = RuleWindow::Kind;

void bindWindow(DidLeaf& leaf, const Snapshot& snapshot, Day asOf)
{
    const RuleWindow& window = leaf.clause->window;
    const auto startOf = [&](Day day) { return snapshot.endOfDay(day - 1); };
    leaf.end = snapshot.endOfDay(asOf);
    switch (window.kind) {
    case WindowKind::Last:
        leaf.withinDay = window.length.unit < DurationUnit::Days;
        leaf.start = leaf.withinDay ? leaf.end - window.length.millis()
                                    : startOf(shiftedDay(asOf + 1, window.length, -1));
        leaf.startDay = leaf.withinDay ? startOf(snapshot.dayOf(leaf.start)) : leaf.start;
        break;
    case WindowKind::Before:
        leaf.end = std::min(leaf.end, startOf(window.to));
        break;
    case WindowKind::Range:
        leaf.start = leaf.startDay = startOf(window.from);
        leaf.end = std::min(leaf.end, startOf(window.to));
        break;
    default:
        break;
    }
}

}  // namespace

bool DidLeaf::compares(std::int64_t measured) const
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

Result<DidLeaf> DidLeaf::bind(const DidTerm& term, const Snapshot& snapshot, Day asOf)
{
    const DidClause& clause = *term.clause;
    DidLeaf leaf;
    leaf.clause = term.clause;
    leaf.negated = term.negated != (clause.mode == DidClause::Mode::DidNot);
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
    bindWindow(leaf, snapshot, asOf);
    return leaf;
}

}  // namespace meitrace
