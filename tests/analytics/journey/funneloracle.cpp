// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/analytics/journey/funneloracle.h"

#include "tests/analytics/journey/chainoracle.h"

#include <algorithm>
#include <map>

namespace meitrace::test {

namespace {

class Oracle : private ChainOracle {
public:
    Oracle(const std::vector<WorldEvent>& events, const FunnelOptions& options, Millis end);

    std::vector<OracleAnswer> answers();

private:
    struct Attempt {
        std::vector<Links> chains;
        bool hit = false;
        bool complete = false;
        bool behind = false;  ///< the next one begins behind `stop`, not there
        bool grows = true;
        int live = 0;
        int first = -1;
        int entry = 0;
        std::optional<Moment> stop;
    };
    Attempt attemptFrom(int event, bool every) const;
    void applyExclusions(Attempt& attempt) const;
    bool endsAt(const Attempt& attempt, const OracleEvent& x, const FunnelExclusion& exclusion,
                Moment over) const;
    void useEvents(const Attempt& attempt);
    void addEvery(std::vector<Attempt>& all);
    void addAttempts(std::vector<Attempt>& all);
    OracleAnswer answer(const std::vector<Attempt>& attempts) const;
    void addUnit(int unit, std::vector<OracleAnswer>& all);
    void cut(Attempt& attempt, Moment last, bool including) const;
    std::vector<Links> bestChains(const std::vector<Attempt>& attempts) const;
    OracleCase resolve(const std::vector<Attempt>& attempts) const;
    bool isRunning(Millis from) const;
    bool grows() const;
    std::vector<Millis> waits(const Links& chain) const;

    Millis m_end;
    std::vector<OracleEvent> m_all;
    std::vector<int> m_byMoment;
    bool m_ambiguous = false;
};

Oracle::Oracle(const std::vector<WorldEvent>& events, const FunnelOptions& options, Millis end)
    : ChainOracle(options)
    , m_end(end)
{
    std::map<std::uint32_t, int> sessions;
    std::map<std::pair<Millis, int>, int> visits;
    int units = 0;
    std::optional<Millis> lastTime;
    int running = -1;
    for (const WorldEvent& data : events) {
        OracleEvent event;
        event.data = data;
        event.order = static_cast<int>(m_all.size());
        event.low = data.time;
        event.high = data.byDay ? data.time + kDayMillis - 1 : data.time;
        if (data.session != 0) {
            event.session = sessions.try_emplace(data.session, units).first->second;
            units += event.session == units ? 1 : 0;
        } else if (!data.byDay) {
            if (!lastTime || data.time - *lastTime > options.gap.millis()) {
                running = units++;
            }
            lastTime = data.time;
            event.session = running;
        }
        const int visit
            = visits.try_emplace({data.time / kDayMillis, data.store}, static_cast<int>(visits.size()))
                  .first->second;
        const auto of = [&](UnitKind kind) {
            return kind == UnitKind::Customer ? 0 : kind == UnitKind::Session ? event.session : visit;
        };
        event.unit = of(options.unit);
        event.bound = of(options.bound);
        m_all.push_back(event);
    }
}

void Oracle::cut(Attempt& attempt, Moment last, bool including) const
{
    std::erase_if(attempt.chains, [&](const Links& chain) {
        return including ? moment(chain) > last : moment(chain) >= last;
    });
}

bool Oracle::endsAt(const Attempt& attempt, const OracleEvent& x, const FunnelExclusion& exclusion,
                    Moment over) const
{
    bool begun = false;
    bool passed = false;
    bool running = false;
    for (const Links& chain : attempt.chains) {
        if (moment(chain) > over) {
            continue;
        }
        const int now = progress(chain, chain.size());
        passed = passed || now >= exclusion.to;
        begun = begun || (now >= exclusion.from && surely(m_events[at(chain.back().first)], x));
        running = running || canContinue(chain, x.low, &x, false);
    }
    return begun && !passed && running;
}

void Oracle::applyExclusions(Attempt& attempt) const
{
    std::optional<Moment> ended;
    for (const OracleEvent& x : m_events) {
        for (const FunnelExclusion& exclusion : m_options.exclusions) {
            const Moment over = lastMomentOf(x);
            const bool counts = m_options.policy != ExclusionPolicy::Clean && isExcluded(x, exclusion)
                && (!attempt.stop || x.moment() < *attempt.stop);
            if (counts && endsAt(attempt, x, exclusion, over) && (!ended || over < *ended)) {
                ended = over;
            }
        }
    }
    if (ended) {
        cut(attempt, *ended, true);
        attempt.hit = true;
        attempt.behind = !attempt.stop || *ended < *attempt.stop;
        attempt.stop = attempt.behind ? ended : attempt.stop;
    }
}

Oracle::Attempt Oracle::attemptFrom(int event, bool every) const
{
    Attempt attempt;
    attempt.first = event;
    attempt.chains = chainsFrom(event);
    std::optional<Moment> completed;
    for (const Links& chain : attempt.chains) {
        if (every && nextSteps(chain).empty() && (!completed || moment(chain) < *completed)) {
            completed = moment(chain);
        }
    }
    if (completed) {
        cut(attempt, *completed, true);
    }
    // a new entry takes over when the attempt cannot go on
    for (const int e : m_byMoment) {
        const OracleEvent& next = m_events[at(e)];
        if (!every || e == event || next.moment() < m_events[at(event)].moment() || !mayStart(next)
            || (completed && next.moment() > *completed)) {
            continue;
        }
        const bool running
            = std::any_of(attempt.chains.begin(), attempt.chains.end(), [&](const Links& chain) {
                  return moment(chain) < next.moment() && canContinue(chain, next.low, &next, false);
              });
        if (!running) {
            attempt.stop = next.moment();
            cut(attempt, next.moment(), false);
            completed.reset();
            break;
        }
    }
    applyExclusions(attempt);
    attempt.complete = completed && !attempt.hit;
    if (attempt.complete) {
        attempt.stop = completed;
        attempt.behind = true;
    }
    for (const Links& chain : attempt.chains) {
        if (!attempt.hit && !attempt.complete && canContinue(chain, m_end, nullptr, true)) {
            attempt.live = std::max(attempt.live, reach(chain));
        }
    }
    attempt.grows = grows();
    return attempt;
}

void Oracle::addEvery(std::vector<Attempt>& all)
{
    std::optional<Moment> from;
    for (const int e : m_byMoment) {
        const OracleEvent& event = m_events[at(e)];
        if (!mayStart(event) || (from && event.moment() < *from)) {
            continue;
        }
        Attempt attempt = attemptFrom(e, true);
        attempt.entry = static_cast<int>(all.size());
        from = attempt.stop ? *attempt.stop : Moment {m_end * 2, 0, 0};
        if (attempt.behind) {
            std::get<2>(*from) += 1;  // behind the event that ended it
        }
        useEvents(attempt);
        all.push_back(std::move(attempt));
    }
}

/// Attempts do not share events.
void Oracle::useEvents(const Attempt& attempt)
{
    std::set<std::set<int>> sets;
    for (const Links& chain : bestChains({attempt})) {
        std::set<int> events;
        for (const auto& link : chain) {
            events.insert(link.first);
        }
        sets.insert(events);
    }
    m_ambiguous = m_ambiguous || sets.size() > 1;
    for (const int event : *sets.begin()) {
        m_events[at(event)].used = true;
    }
}

/// All attempts of the partition m_key.
void Oracle::addAttempts(std::vector<Attempt>& all)
{
    if (m_options.entry == FunnelEntry::Every) {
        addEvery(all);
        return;
    }
    const bool first = m_options.entry == FunnelEntry::First;
    for (int e = 0, found = 0; e < static_cast<int>(m_events.size()) && (!first || found == 0); ++e) {
        if (!mayStart(m_events[at(e)])) {
            continue;
        }
        ++found;
        all.push_back(attemptFrom(e, false));
        all.back().entry = m_options.entry == FunnelEntry::Session ? m_events[at(e)].session : 0;
    }
}

bool Oracle::isRunning(Millis from) const
{
    if (m_options.window) {
        return inWindow(m_options.window, from, m_end);
    }
    Millis latest = from;
    for (std::size_t step = 1; step < m_options.stepWindows.size() && m_options.stepWindows[step]; ++step) {
        latest += m_options.stepWindows[step]->millis();
    }
    return latest > from && latest >= m_end;
}

bool Oracle::grows() const
{
    const auto stillOpen = [&](UnitKind kind, auto isInside) {
        if (kind != UnitKind::Session) {
            return kind == UnitKind::Customer;
        }
        Millis last = 0;
        for (const OracleEvent& event : m_all) {
            last = isInside(event) ? std::max(last, event.data.time) : last;
        }
        return m_end - last <= m_options.gap.millis();
    };
    return stillOpen(m_options.unit, [&](const OracleEvent& e) { return e.unit == m_events.front().unit; })
        && stillOpen(m_options.bound, [&](const OracleEvent& e) { return e.bound == m_key->first; });
}

std::vector<Millis> Oracle::waits(const Links& chain) const
{
    std::vector<Millis> times;
    for (std::size_t i = 1; i < chain.size(); ++i) {
        const WorldEvent& a = m_events[at(chain[i - 1].first)].data;
        const WorldEvent& b = m_events[at(chain[i].first)].data;
        const Millis passed
            = a.byDay || b.byDay ? (b.time / kDayMillis - a.time / kDayMillis) * kDayMillis : b.time - a.time;
        times.push_back(std::max<Millis>(0, passed));
    }
    return times;
}

/// Deepest, most steps, earliest complete, latest begun, earliest steps: all chains that tie.
std::vector<Links> Oracle::bestChains(const std::vector<Attempt>& attempts) const
{
    std::vector<Links> best;
    const auto merit = [&](const Links& chain) {
        return std::tuple(-depth(chain), -static_cast<int>(chain.size()), moment(chain), -start(chain),
                          rows(chain));
    };
    for (const Attempt& attempt : attempts) {
        for (const Links& chain : attempt.chains) {
            if (!best.empty() && merit(chain) < merit(best.front())) {
                best.clear();
            }
            if (best.empty() || merit(chain) == merit(best.front())) {
                best.push_back(chain);
            }
        }
    }
    return best;
}

OracleCase Oracle::resolve(const std::vector<Attempt>& attempts) const
{
    int live = 0;
    bool growing = false;
    const OracleEvent* first = nullptr;
    for (const Attempt& attempt : attempts) {
        const OracleEvent& entry = m_events[at(attempt.first)];
        first = first == nullptr || entry.order < first->order ? &entry : first;
        live = std::max(live, attempt.grows ? attempt.live : 0);
        growing = growing || attempt.grows;
    }
    OracleCase result;
    const std::vector<Links> best = bestChains(attempts);
    result.rows = rows(best.front());
    for (const Links& chain : best) {
        result.waits.push_back(waits(chain));
    }
    result.open = live > depth(best.front());
    result.matured = !growing || !isRunning(first->high);
    return result;
}

OracleAnswer Oracle::answer(const std::vector<Attempt>& attempts) const
{
    OracleAnswer answer;
    answer.isAmbiguous = m_ambiguous;
    std::map<int, std::vector<Attempt>> byEntry;
    for (const Attempt& attempt : attempts) {
        answer.dropped = answer.dropped || (attempt.hit && m_options.policy == ExclusionPolicy::Drop);
        byEntry[attempt.entry].push_back(attempt);
    }
    for (const auto& [entry, list] : byEntry) {
        answer.cases.push_back(resolve(list));
    }
    return answer;
}

void Oracle::addUnit(int unit, std::vector<OracleAnswer>& all)
{
    m_events.clear();
    m_byMoment.clear();
    std::set<std::pair<int, int>> keys;
    for (const OracleEvent& event : m_all) {
        const bool seen = m_options.from == kMissingDay || event.data.time >= m_options.from * kDayMillis;
        if (event.unit == unit && seen) {
            m_byMoment.push_back(static_cast<int>(m_events.size()));
            m_events.push_back(event);
        }
    }
    std::sort(m_byMoment.begin(), m_byMoment.end(),
              [&](int a, int b) { return m_events[at(a)].moment() < m_events[at(b)].moment(); });
    std::optional<std::pair<int, int>> firstKey;
    for (const OracleEvent& event : m_events) {
        m_key = keyOf(event);
        if (m_key && servesSome(event)) {
            keys.insert(*m_key);
        }
        firstKey = !firstKey && m_key && mayStart(event) ? m_key : firstKey;
    }
    if (m_options.entry == FunnelEntry::First && !m_options.countHoldValues && firstKey) {
        keys = {*firstKey};
    }
    std::vector<Attempt> attempts;
    for (const auto& key : keys) {
        m_key = key;
        addAttempts(attempts);
        if (m_options.countHoldValues) {
            all.push_back(answer(attempts));
            attempts.clear();
        }
    }
    if (keys.empty() || !m_options.countHoldValues) {
        all.push_back(answer(attempts));
    }
}

std::vector<OracleAnswer> Oracle::answers()
{
    std::set<int> units;
    for (const OracleEvent& event : m_all) {
        units.insert(event.unit);
    }
    if (m_options.unit == UnitKind::Customer) {
        units.insert(0);
    }
    std::vector<OracleAnswer> all;
    for (const int unit : units) {
        if (unit >= 0) {
            addUnit(unit, all);
        }
    }
    return all;
}

}  // namespace

std::vector<OracleAnswer> oracleFunnel(const std::vector<WorldEvent>& events, const FunnelOptions& options,
                                       Millis end)
{
    return Oracle(events, options, end).answers();
}

}  // namespace meitrace::test
