// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/didgroup.h"

#include <algorithm>

namespace meitrace {

namespace {

using Measure = DidClause::Measure;
using WindowKind = RuleWindow::Kind;

}  // namespace

DidFinding DidGroup::find(std::size_t clause, Index customer, DidScratch& scratch) const
{
    return examine(m_leaves[clause], customer, scratch);
}

/// Rows of matching events and of anchors, up to the as-of day.
void DidGroup::collect(const DidLeaf& leaf, Index customer, DidScratch& scratch) const
{
    const bool anchored = leaf.isAnchored();
    scratch.rows.clear();
    scratch.anchors.clear();
    for (Index row = m_view.snapshot->begin(customer); row < m_view.snapshot->end(customer); ++row) {
        const std::uint64_t mask = m_view.time[row] < m_view.end ? m_matcher->mask(row) : 0;
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
    const bool wholeDay = m_view.isWholeDay(anchor);
    for (const Index row : scratch.rows) {
        if (row > anchor || (wholeDay && row != anchor && m_view.time[row] >= m_view.time[anchor])) {
            scratch.inside.push_back(row);
        }
    }
}

/// Two marching cursors: the latest end of all windows opened by anchors before the row, and the next
/// whole-day anchor behind it, which may lie on the row's own day.
void DidGroup::keepWithin(const DidLeaf& leaf, DidScratch& scratch) const
{
    std::vector<Index>& anchors = scratch.anchors;
    const RuleWindow& window = leaf.clause->window;
    if (window.pick == RulePick::First) {
        anchors.resize(1);
    } else if (window.pick == RulePick::Last) {
        anchors.erase(anchors.begin(), anchors.end() - 1);
    }
    const Zone& zone = m_view.snapshot->frame().zone;
    const auto endOf = [&](Index anchor) { return shifted(m_view.time[anchor], window.length, zone); };
    Millis openUntil = std::numeric_limits<Millis>::min();
    auto opened = anchors.begin();
    auto nextDay = anchors.begin();
    for (const Index row : scratch.rows) {
        for (; opened != anchors.end() && *opened < row; ++opened) {
            openUntil = std::max(openUntil, endOf(*opened));
        }
        nextDay = std::find_if(nextDay, anchors.end(),
                               [&](Index anchor) { return anchor > row && m_view.isWholeDay(anchor); });
        const bool onItsDay = nextDay != anchors.end() && m_view.time[*nextDay] <= m_view.time[row]
            && m_view.time[row] < endOf(*nextDay);
        if (m_view.time[row] < openUntil || onItsDay) {
            scratch.inside.push_back(row);
        }
    }
}

/// Fills scratch.inside; false when there is no window for lack of an anchor.
bool DidGroup::keepInside(const DidLeaf& leaf, DidScratch& scratch) const
{
    scratch.inside.clear();
    if (leaf.isAnchored()) {
        if (scratch.anchors.empty()) {
            return false;
        }
        if (leaf.clause->window.kind == WindowKind::Since) {
            keepSince(scratch);
        } else {
            keepWithin(leaf, scratch);
        }
        return true;
    }
    std::copy_if(scratch.rows.begin(), scratch.rows.end(), std::back_inserter(scratch.inside),
                 [&](Index row) { return m_view.isInside(leaf, row); });
    return true;
}

std::int64_t DidGroup::measure(const DidLeaf& leaf, DidScratch& scratch) const
{
    const std::vector<Index>& inside = scratch.inside;
    if (leaf.isSum()) {
        std::int64_t sum = 0;
        for (const Index row : inside) {
            sum += m_view.amount[row];
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
            values.push_back(m_view.snapshot->dayOf(m_view.time[row]));
        } else if (const std::uint32_t code = m_view.snapshot->codes(*leaf.field)[row]; code != 0) {
            values.push_back(code);
        }
    }
    std::sort(values.begin(), values.end());
    return std::unique(values.begin(), values.end()) - values.begin();
}

DidFinding DidGroup::examine(const DidLeaf& leaf, Index customer, DidScratch& scratch) const
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
    bool truth = leaf.compares(finding.measured);
    if (leaf.isLapsed()) {
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
