// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/campaign/didscan.h"

#include <algorithm>
#include <bit>

namespace meitrace {

namespace {

// What is known of a lapsed clause (did, but not in the window): nothing yet; an event outside; one inside;
// one outside, and older ones cannot be inside. Of other clauses the same numbers are counts.
constexpr std::int64_t kNothing = 0;
constexpr std::int64_t kSeen = 1;
constexpr std::int64_t kInside = -1;
constexpr std::int64_t kOver = 2;

}  // namespace

bool DidScan::isPlain(const DidLeaf& leaf)
{
    const auto& clauses = leaf.clause->event.clauses;
    return leaf.isFast() && !leaf.isLapsed() && !leaf.isSum() && !leaf.withinDay
        && std::all_of(clauses.begin(), clauses.end(),
                       [](const EventClause& clause) { return clause.filters.empty(); });
}

void DidScan::add(const DidLeaf& did)
{
    Leaf leaf;
    leaf.did = did;
    if (!did.isLapsed() && !did.isSum()) {
        const bool atNumber = did.op == RuleOp::GreaterEqual || did.op == RuleOp::Less;
        leaf.settleAt = did.number + (atNumber ? 0 : 1);
    }
    if (did.startDay != DidLeaf::kEver) {
        leaf.before = did.startDay - kDayMillis;
    }
    if (isPlain(did)) {
        ++m_plain;
    } else {
        m_others |= std::uint64_t {1} << did.bit;
    }
    m_leaves.push_back(leaf);
}

void DidScan::finish(const EventMatcher& matcher)
{
    const std::uint64_t plain = allBits() & ~m_others;
    for (std::size_t type = 0; type < matcher.sure().size(); ++type) {
        const std::uint64_t any = matcher.sure()[type] | matcher.maybe()[type];
        m_plainOfType.push_back(any & plain);
        m_othersOfType.push_back(any & m_others);
    }
    m_plainStop = stopOf(plain);
    m_othersStop = stopOf(m_others);
}

double DidScan::cost() const
{
    constexpr double kBounded = 20;
    constexpr double kWhole = 100;
    double cost = 0;
    for (const Leaf& leaf : m_leaves) {
        cost += leaf.stop() == DidLeaf::kEver ? kWhole : kBounded;
    }
    return cost;
}

std::uint64_t DidScan::allBits() const
{
    return m_leaves.size() == kMost ? ~std::uint64_t {0} : (std::uint64_t {1} << m_leaves.size()) - 1;
}

Millis DidScan::stopOf(std::uint64_t open) const
{
    Millis stop = std::numeric_limits<Millis>::max();
    for (; open != 0; open &= open - 1) {
        stop = std::min(stop, m_leaves[static_cast<std::size_t>(std::countr_zero(open))].stop());
    }
    return stop;
}

bool DidScan::holds(const Leaf& leaf, std::int64_t measured) const
{
    const bool truth = leaf.did.isLapsed() ? measured > 0 : leaf.did.compares(measured);
    return truth != leaf.did.negated;
}

/// Without branches: the types of a customer's events are not to be guessed.
template <int N>
void DidScan::countPlainOf(const EventView& view, Index low, Index high, Counts& measured) const
{
    std::array<Millis, N> start {};
    std::array<Millis, N> end {};
    std::array<std::int64_t, N> count {};
    for (std::size_t i = 0; i < N; ++i) {
        start[i] = m_leaves[i].did.start;
        end[i] = m_leaves[i].did.end;
    }
    const std::uint64_t* ofType = m_plainOfType.data();
    for (Index row = low; row < high; ++row) {
        const Millis time = view.time[row];
        const std::uint64_t bits = ofType[view.type[row]];
        for (std::size_t i = 0; i < N; ++i) {
            const auto inside
                = static_cast<unsigned>(time >= start[i]) & static_cast<unsigned>(time < end[i]);
            count[i] += static_cast<std::int64_t>((bits >> i) & inside);
        }
    }
    for (std::size_t i = 0; i < N; ++i) {
        measured[i] += count[i];
    }
}

void DidScan::countPlain(const EventView& view, Index low, Index high, Counts& measured) const
{
    switch (m_plain) {
    case 0:
        return;
    case 1:
        return countPlainOf<1>(view, low, high, measured);
    case 2:
        return countPlainOf<2>(view, low, high, measured);
    case 3:
        return countPlainOf<3>(view, low, high, measured);
    case 4:
        return countPlainOf<4>(view, low, high, measured);
    default:
        break;
    }
    for (Index row = low; row < high; ++row) {
        for (std::uint64_t bits = m_plainOfType[view.type[row]]; bits != 0; bits &= bits - 1) {
            const auto bit = static_cast<std::size_t>(std::countr_zero(bits));
            measured[bit] += view.isInside(m_leaves[bit].did, row) ? 1 : 0;
        }
    }
}

/// One event that the clause may count, or that may settle it.
inline void DidScan::Leaf::take(const EventView& view, Index row, std::int64_t& measured) const
{
    const bool inside = view.isInside(did, row);
    if (!did.isLapsed()) {
        measured += inside ? (did.isSum() ? view.amount[row] : 1) : 0;
    } else if (measured == kNothing || measured == kSeen) {
        measured = inside ? kInside : (view.time[row] < before ? kOver : kSeen);
    }
}

/// Newest first, so that a lapsed clause knows that nothing older can be inside.
void DidScan::countOthers(const EventView& view, const EventMatcher& matcher, Index low, Index high,
                          Progress& progress) const
{
    for (Index row = high; row-- > low;) {
        if ((m_othersOfType[view.type[row]] & progress.open) == 0 || view.time[row] >= view.end
            || view.time[row] < progress.stop) {
            continue;
        }
        for (std::uint64_t bits = matcher.mask(row) & progress.open; bits != 0; bits &= bits - 1) {
            const auto bit = static_cast<std::size_t>(std::countr_zero(bits));
            m_leaves[bit].take(view, row, progress.measured[bit]);
        }
    }
}

/// Closes what no more events can change; true when that decides the whole.
bool DidScan::settle(Progress& progress) const
{
    const std::uint64_t before = progress.open;
    for (std::uint64_t bits = before; bits != 0; bits &= bits - 1) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(bits));
        const Leaf& leaf = m_leaves[bit];
        const std::int64_t measured = progress.measured[bit];
        const bool settled
            = leaf.did.isLapsed() ? measured == kInside || measured == kOver : measured >= leaf.settleAt;
        if (settled && holds(leaf, measured) != m_all) {
            return true;
        }
        progress.open &= settled ? ~(std::uint64_t {1} << bit) : ~std::uint64_t {0};
    }
    if (progress.open != before) {
        progress.stop = stopOf(progress.open);
    }
    return false;
}

/// One pass for the clauses of `bits`; true when one of them decides the whole.
bool DidScan::decides(std::uint64_t bits, Millis stop, Index customer, const EventView& view,
                      const EventMatcher& matcher) const
{
    constexpr Index kBlock = 8;
    Progress progress;
    std::fill_n(progress.measured.begin(), m_leaves.size(), kNothing);
    progress.open = bits;
    progress.stop = stop;
    const Index begin = view.snapshot->begin(customer);
    for (Index high = view.snapshot->end(customer); high > begin && progress.open != 0;) {
        const Index low = std::max(begin, high - kBlock);
        if (bits == m_others) {
            countOthers(view, matcher, low, high, progress);
        } else {
            countPlain(view, low, high, progress.measured);
        }
        if (settle(progress)) {
            return true;
        }
        if (view.time[low] < progress.stop) {
            break;
        }
        high = low;
    }
    for (std::uint64_t open = progress.open; open != 0; open &= open - 1) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(open));
        if (holds(m_leaves[bit], progress.measured[bit]) != m_all) {
            return true;
        }
    }
    return false;
}

/// Plain clauses first: they cost least, and leave few customers to the others.
bool DidScan::at(Index customer, const EventView& view, const EventMatcher& matcher) const
{
    const bool decided = (m_plain > 0 && decides(allBits() & ~m_others, m_plainStop, customer, view, matcher))
        || (m_others != 0 && decides(m_others, m_othersStop, customer, view, matcher));
    return decided != m_all;
}

}  // namespace meitrace
