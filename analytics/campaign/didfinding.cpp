// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/didgroup.h"

#include <algorithm>

namespace meitrace {

namespace {

using Measure = DidClause::Measure;
using Mode = DidClause::Mode;
using WindowKind = RuleWindow::Kind;

}  // namespace

DidFinding DidGroup::find(std::size_t clause, Index customer, DidScratch& scratch) const
{
    return examine(m_leaves[clause], customer, scratch);
}

/// Rows of matching events and of anchors, up to the as-of day.
void DidGroup::collect(const Leaf& leaf, Index customer, DidScratch& scratch) const
{
    const WindowKind kind = leaf.clause->window.kind;
    const bool anchored = kind == WindowKind::Since || kind == WindowKind::Within;
    scratch.rows.clear();
    scratch.anchors.clear();
    for (Index row = m_snapshot->begin(customer); row < m_snapshot->end(customer); ++row) {
        const std::uint64_t mask = m_time[row] < m_end ? m_matcher->mask(row) : 0;
        if (((mask >> leaf.bit) & 1U) != 0) {
            scratch.rows.push_back(row);
        }
        if (anchored && ((mask >> leaf.anchorBit) & 1U) != 0) {
            scratch.anchors.push_back(row);
        }
    }
}

/// Behind the last anchor; of a whole-day anchor, everything else of its day too.
void DidGroup::keepSince(DidScratch& scratch) const
{
    const Index anchor = scratch.anchors.back();
    const bool wholeDay = isWholeDay(anchor);
    for (const Index row : scratch.rows) {
        if (row > anchor || (wholeDay && row != anchor && m_time[row] >= m_time[anchor])) {
            scratch.inside.push_back(row);
        }
    }
}

/// Two marching cursors: the latest end of all windows opened by anchors before the row, and the next
/// whole-day anchor behind it, which may lie on the row's own day.
void DidGroup::keepWithin(const Leaf& leaf, DidScratch& scratch) const
{
    std::vector<Index>& anchors = scratch.anchors;
    const RuleWindow& window = leaf.clause->window;
    if (window.pick == RulePick::First) {
        anchors.resize(1);
    } else if (window.pick == RulePick::Last) {
        anchors.erase(anchors.begin(), anchors.end() - 1);
    }
    const Zone& zone = m_snapshot->frame().zone;
    const auto endOf = [&](Index anchor) { return shifted(m_time[anchor], window.length, zone); };
    Millis openUntil = std::numeric_limits<Millis>::min();
    auto opened = anchors.begin();
    auto nextDay = anchors.begin();
    for (const Index row : scratch.rows) {
        for (; opened != anchors.end() && *opened < row; ++opened) {
            openUntil = std::max(openUntil, endOf(*opened));
        }
        nextDay = std::find_if(nextDay, anchors.end(),
                               [&](Index anchor) { return anchor > row && isWholeDay(anchor); });
        const bool onItsDay
            = nextDay != anchors.end() && m_time[*nextDay] <= m_time[row] && m_time[row] < endOf(*nextDay);
        if (m_time[row] < openUntil || onItsDay) {
            scratch.inside.push_back(row);
        }
    }
}

/// Fills scratch.inside; false when there is no window for lack of an anchor.
bool DidGroup::keepInside(const Leaf& leaf, DidScratch& scratch) const
{
    scratch.inside.clear();
    const WindowKind kind = leaf.clause->window.kind;
    if (kind == WindowKind::Since || kind == WindowKind::Within) {
        if (scratch.anchors.empty()) {
            return false;
        }
        if (kind == WindowKind::Since) {
            keepSince(scratch);
        } else {
            keepWithin(leaf, scratch);
        }
        return true;
    }
    std::copy_if(scratch.rows.begin(), scratch.rows.end(), std::back_inserter(scratch.inside),
                 [&](Index row) { return isInside(leaf, row); });
    return true;
}

std::int64_t DidGroup::measure(const Leaf& leaf, DidScratch& scratch) const
{
    const std::vector<Index>& inside = scratch.inside;
    if (leaf.clause->measure == Measure::Sum) {
        std::int64_t sum = 0;
        for (const Index row : inside) {
            sum += m_amount[row];
        }
        return sum;
    }
    if (leaf.clause->measure != Measure::Distinct) {
        return static_cast<std::int64_t>(inside.size());
    }
    std::vector<std::int64_t>& values = scratch.values;
    values.clear();
    for (const Index row : inside) {
        if (!leaf.field) {
            values.push_back(m_snapshot->dayOf(m_time[row]));
        } else if (const std::uint32_t code = m_snapshot->codes(*leaf.field)[row]; code != 0) {
            values.push_back(code);
        }
    }
    std::sort(values.begin(), values.end());
    return std::unique(values.begin(), values.end()) - values.begin();
}

DidFinding DidGroup::examine(const Leaf& leaf, Index customer, DidScratch& scratch) const
{
    collect(leaf, customer, scratch);
    DidFinding finding;
    if (!keepInside(leaf, scratch)) {
        finding.truth = Truth::Unknown;
        finding.row = scratch.rows.empty() ? -1 : scratch.rows.back();
        return finding;
    }
    const std::vector<Index>& rows = scratch.rows;
    const std::vector<Index>& inside = scratch.inside;
    finding.measured = measure(leaf, scratch);
    finding.inWindow = !inside.empty();
    finding.row = finding.inWindow ? inside.back() : (rows.empty() ? -1 : rows.back());
    bool truth = compares(finding.measured, leaf.op, leaf.number);
    if (leaf.clause->mode == Mode::Lapsed) {
        truth = !rows.empty() && inside.empty();
    } else if (leaf.clause->pick != RulePick::Any && !rows.empty()) {
        finding.row = leaf.clause->pick == RulePick::First ? rows.front() : rows.back();
        finding.inWindow = std::binary_search(inside.begin(), inside.end(), finding.row);
        truth = finding.inWindow;
    }
    finding.truth = truthOf(truth != leaf.negated);
    return finding;
}

}  // namespace meitrace
