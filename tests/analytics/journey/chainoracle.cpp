// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/analytics/journey/chainoracle.h"

#include <algorithm>

namespace meitrace::test {

bool ChainOracle::matches(const OracleEvent& event, const EventPredicate& predicate)
{
    return std::any_of(predicate.clauses.begin(), predicate.clauses.end(), [&](const EventClause& clause) {
        return clause.type == "*" || clause.type == std::string(1, event.data.type);
    });
}

std::optional<std::pair<int, int>> ChainOracle::keyOf(const OracleEvent& event) const
{
    if (event.bound < 0 || (!m_options.hold.empty() && event.data.item == 0)) {
        return std::nullopt;
    }
    return std::pair(event.bound, m_options.hold.empty() ? 0 : event.data.item);
}

bool ChainOracle::isOptional(int step) const
{
    return std::find(m_options.optional.begin(), m_options.optional.end(), step + 1)
        != m_options.optional.end();
}

bool ChainOracle::anchoredAllows(const std::set<int>& done, int step) const
{
    const auto isAnchor = [&](int s) {
        return std::find(m_options.anchors.begin(), m_options.anchors.end(), s + 1)
            != m_options.anchors.end();
    };
    const int steps = static_cast<int>(m_options.steps.size());
    for (int other = 0; other < steps; ++other) {
        // an anchor at or between the two keeps them apart
        bool apart = false;
        for (int s = std::min(step, other); s <= std::max(step, other); ++s) {
            apart = apart || (s != other && s != step && isAnchor(s)) || (isAnchor(step) && other != step)
                || (isAnchor(other) && other != step);
        }
        if (apart && ((other < step && done.count(other) == 0) || (other > step && done.count(other) != 0))) {
            return false;
        }
    }
    return true;
}

std::vector<int> ChainOracle::nextSteps(const Links& chain) const
{
    std::set<int> done;
    for (const auto& link : chain) {
        done.insert(link.second);
    }
    std::vector<int> next;
    for (int step = 0; step < static_cast<int>(m_options.steps.size()); ++step) {
        bool allowed = done.count(step) == 0;
        if (inOrder() && chain.empty()) {
            allowed = step == 0 || m_options.openEntry;
        } else if (inOrder()) {
            allowed = step > chain.back().second;
            for (int skipped = chain.back().second + 1; skipped < step; ++skipped) {
                allowed = allowed && isOptional(skipped);
            }
        } else if (m_options.mode == FunnelMode::Anchored) {
            allowed = allowed && anchoredAllows(done, step);
        }
        if (allowed) {
            next.push_back(step);
        }
    }
    return next;
}

int ChainOracle::progress(const Links& chain, std::size_t length) const
{
    return inOrder() ? chain[length - 1].second + 1 : static_cast<int>(length);
}

int ChainOracle::depth(const Links& chain) const
{
    int deepest = 0;
    for (const auto& link : chain) {
        deepest = inOrder() ? (isOptional(link.second) ? deepest : link.second + 1) : deepest + 1;
    }
    return deepest;
}

std::uint32_t ChainOracle::rows(const Links& chain) const
{
    std::uint32_t set = 0;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        set |= std::uint32_t {1} << static_cast<unsigned>(inOrder() ? chain[i].second : static_cast<int>(i));
    }
    return set;
}

bool ChainOracle::surely(const OracleEvent& a, const OracleEvent& b) const
{
    const Millis tolerance = Millis {1000} * m_options.toleranceSeconds;
    if (!a.data.byDay && !b.data.byDay && tolerance == 0) {
        return a.order < b.order;
    }
    return a.high + (a.data.byDay ? 0 : tolerance) < b.low;
}

bool ChainOracle::isVisible(const OracleEvent& event) const
{
    const auto isMatch = [&](const EventPredicate& p) { return matches(event, p); };
    return m_options.visible.empty() || std::any_of(m_options.steps.begin(), m_options.steps.end(), isMatch)
        || std::any_of(m_options.visible.begin(), m_options.visible.end(), isMatch);
}

bool ChainOracle::isExcluded(const OracleEvent& event, const FunnelExclusion& exclusion) const
{
    const bool fits = (event.bound < 0 || event.bound == m_key->first)
        && (m_options.hold.empty() || event.data.item == 0 || event.data.item == m_key->second);
    return fits && matches(event, exclusion.event);
}

bool ChainOracle::inWindow(const std::optional<Duration>& window, Millis from, Millis to)
{
    return !window || to - from <= window->millis();
}

Millis ChainOracle::start(const Links& chain) const
{
    Millis first = m_events[at(chain[0].first)].high;
    for (const auto& link : chain) {
        first = std::min(first, m_events[at(link.first)].high);
    }
    return first;
}

Moment ChainOracle::moment(const Links& chain) const
{
    Moment last = m_events[at(chain[0].first)].moment();
    for (const auto& link : chain) {
        last = std::max(last, m_events[at(link.first)].moment());
    }
    return last;
}

bool ChainOracle::isClean(const Links& chain) const
{
    for (const FunnelExclusion& exclusion : m_options.exclusions) {
        const OracleEvent* opens = nullptr;
        const OracleEvent* closes = nullptr;
        for (std::size_t i = 1; i <= chain.size(); ++i) {
            if (progress(chain, i) <= exclusion.from) {
                opens = &m_events[at(chain[i - 1].first)];
            } else if (progress(chain, i) >= exclusion.to && closes == nullptr) {
                closes = &m_events[at(chain[i - 1].first)];
            }
        }
        for (const OracleEvent& x : m_events) {
            if (opens != nullptr && closes != nullptr && isExcluded(x, exclusion) && surely(*opens, x)
                && surely(x, *closes)) {
                return false;
            }
        }
    }
    return true;
}

bool ChainOracle::isPossible(const Links& chain) const
{
    const auto event = [&](std::size_t i) -> const OracleEvent& { return m_events[at(chain[i].first)]; };
    for (std::size_t i = 0; i < chain.size(); ++i) {
        for (std::size_t j = i + 1; j < chain.size(); ++j) {
            if (chain[i].first == chain[j].first || surely(event(j), event(i))) {
                return false;
            }
        }
    }
    Millis latest = event(0).low;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        latest = std::max(latest, event(i).low);
    }
    if (!inWindow(m_options.window, start(chain), latest)) {
        return false;
    }
    for (std::size_t i = 1; i < chain.size(); ++i) {
        if (!m_options.stepWindows.empty()
            && !inWindow(m_options.stepWindows[at(chain[i].second)], event(i - 1).high, event(i).low)) {
            return false;
        }
        for (const OracleEvent& between : m_events) {
            if (m_options.mode == FunnelMode::Strict && isVisible(between) && surely(event(i - 1), between)
                && surely(between, event(i))) {
                return false;
            }
        }
    }
    return m_options.policy != ExclusionPolicy::Clean || isClean(chain);
}

void ChainOracle::search(Links& chain, std::vector<Links>& found) const
{
    found.push_back(chain);
    for (const int step : nextSteps(chain)) {
        for (int e = 0; e < static_cast<int>(m_events.size()); ++e) {
            if (m_events[at(e)].used || !serves(m_events[at(e)], step)) {
                continue;
            }
            chain.emplace_back(e, step);
            if (isPossible(chain)) {
                search(chain, found);
            }
            chain.pop_back();
        }
    }
}

bool ChainOracle::mayStart(const OracleEvent& event) const
{
    const Day day = static_cast<Day>(event.data.time / kDayMillis);
    const bool inRange = (m_options.from == kMissingDay || day >= m_options.from)
        && (m_options.to == kMissingDay || day < m_options.to);
    const std::vector<int> steps = nextSteps({});
    return inRange && !event.used && (m_options.entry != FunnelEntry::Session || event.session >= 0)
        && std::any_of(steps.begin(), steps.end(), [&](int step) { return serves(event, step); });
}

std::vector<Links> ChainOracle::chainsFrom(int event) const
{
    std::vector<Links> found;
    for (const int step : nextSteps({})) {
        if (serves(m_events[at(event)], step)) {
            Links chain {{event, step}};
            search(chain, found);
        }
    }
    return found;
}

/// The last moment that `event` may still stand behind.
Moment ChainOracle::lastMomentOf(const OracleEvent& event) const
{
    Moment last = event.moment();
    for (const OracleEvent& other : m_events) {
        if (!surely(event, other) && other.moment() > last) {
            last = other.moment();
        }
    }
    return last;
}

/// Some visible event lies between the chain's end and `next` (nullptr: anything after the last event).
bool ChainOracle::blockedAt(const Links& chain, const OracleEvent* next) const
{
    const OracleEvent& last = m_events[at(chain.back().first)];
    return m_options.mode == FunnelMode::Strict
        && std::any_of(m_events.begin(), m_events.end(), [&](const OracleEvent& e) {
               return isVisible(e) && surely(last, e) && (next == nullptr || surely(e, *next));
           });
}

bool ChainOracle::cleanAt(const Links& chain, int step, const OracleEvent* next) const
{
    if (m_options.policy != ExclusionPolicy::Clean) {
        return true;
    }
    const int after = inOrder() ? step + 1 : static_cast<int>(chain.size()) + 1;
    for (const FunnelExclusion& exclusion : m_options.exclusions) {
        const OracleEvent* opens = nullptr;
        for (std::size_t i = 1; i <= chain.size(); ++i) {
            opens = progress(chain, i) <= exclusion.from ? &m_events[at(chain[i - 1].first)] : opens;
        }
        if (opens == nullptr || progress(chain, chain.size()) >= exclusion.to || after < exclusion.to) {
            continue;
        }
        for (const OracleEvent& x : m_events) {
            if (isExcluded(x, exclusion) && surely(*opens, x) && (next == nullptr || surely(x, *next))) {
                return false;
            }
        }
    }
    return true;
}

bool ChainOracle::canContinue(const Links& chain, Millis instant, const OracleEvent* next, bool limited) const
{
    if (!inWindow(m_options.window, start(chain), instant) || blockedAt(chain, next)) {
        return false;
    }
    for (const int step : nextSteps(chain)) {
        const std::optional<Duration> window
            = m_options.stepWindows.empty() ? std::nullopt : m_options.stepWindows[at(step)];
        const bool counts = !limited || m_options.window || window;
        if (counts && inWindow(window, m_events[at(chain.back().first)].high, instant)
            && cleanAt(chain, step, next)) {
            return true;
        }
    }
    return false;
}

int ChainOracle::reach(const Links& chain) const
{
    int most = static_cast<int>(m_options.steps.size());
    for (const FunnelExclusion& exclusion : m_options.exclusions) {
        const int now = progress(chain, chain.size());
        if (m_options.policy != ExclusionPolicy::Clean || now < exclusion.from || now >= exclusion.to) {
            continue;
        }
        const OracleEvent* opens = nullptr;
        for (std::size_t i = 1; i <= chain.size(); ++i) {
            opens = progress(chain, i) <= exclusion.from ? &m_events[at(chain[i - 1].first)] : opens;
        }
        for (const OracleEvent& x : m_events) {
            if (opens != nullptr && isExcluded(x, exclusion) && surely(*opens, x)) {
                most = std::min(most, now == exclusion.from ? exclusion.from : exclusion.to - 1);
            }
        }
    }
    while (inOrder() && most > 0 && isOptional(most - 1)) {
        --most;
    }
    return most;
}

/// The event serves some step.
bool ChainOracle::servesSome(const OracleEvent& event) const
{
    return std::any_of(m_options.steps.begin(), m_options.steps.end(),
                       [&](const EventPredicate& p) { return matches(event, p); });
}

}  // namespace meitrace::test
