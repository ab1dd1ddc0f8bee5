// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/funneloptions.h"
#include "tests/analytics/journey/funnelworld.h"

#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace meitrace::test {

/// When an event begins among the others: its earliest instant, events of the whole day first.
using Moment = std::tuple<Millis, int, int>;

struct OracleEvent {
    WorldEvent data;
    int order = 0;  ///< in the total order
    Millis low = 0;
    Millis high = 0;
    int session = -1;  ///< web session
    int unit = 0;
    int bound = 0;
    bool used = false;

    [[nodiscard]] Moment moment() const { return {low, data.byDay ? 0 : 1, order}; }
};

using Links = std::vector<std::pair<int, int>>;  ///< (event, step) in the order of serving

/// Which chains are possible, decided from each chain as a whole, and what may become of them. Finds them by
/// trying everything.
class ChainOracle {
protected:
    explicit ChainOracle(FunnelOptions options)
        : m_options(std::move(options))
    {
    }

    bool serves(const OracleEvent& event, int step) const
    {
        return isOwn(event) && matches(event, m_options.steps[at(step)]);
    }
    /// The event has the values that are held constant.
    bool isOwn(const OracleEvent& event) const { return keyOf(event) == m_key; }
    std::optional<std::pair<int, int>> keyOf(const OracleEvent& event) const;
    static bool matches(const OracleEvent& event, const EventPredicate& predicate);
    static std::size_t at(int i) { return static_cast<std::size_t>(i); }
    bool inOrder() const
    {
        return m_options.mode == FunnelMode::Ordered || m_options.mode == FunnelMode::Strict;
    }
    bool isOptional(int step) const;
    std::vector<int> nextSteps(const Links& chain) const;
    bool anchoredAllows(const std::set<int>& done, int step) const;
    int progress(const Links& chain, std::size_t length) const;
    int depth(const Links& chain) const;
    std::uint32_t rows(const Links& chain) const;

    // what chains are possible
    bool surely(const OracleEvent& a, const OracleEvent& b) const;
    bool isVisible(const OracleEvent& event) const;
    bool isExcluded(const OracleEvent& event, const FunnelExclusion& exclusion) const;
    static bool inWindow(const std::optional<Duration>& window, Millis from, Millis to);
    bool isPossible(const Links& chain) const;
    bool isClean(const Links& chain) const;
    Millis start(const Links& chain) const;
    Moment moment(const Links& chain) const;
    void search(Links& chain, std::vector<Links>& found) const;
    std::vector<Links> chainsFrom(int event) const;
    bool mayStart(const OracleEvent& event) const;

    // what may become of them: next = the event that would come next, nullptr = one after all others
    bool blockedAt(const Links& chain, const OracleEvent* next) const;
    bool cleanAt(const Links& chain, int step, const OracleEvent* next) const;
    bool canContinue(const Links& chain, Millis at, const OracleEvent* next, bool limited) const;
    int reach(const Links& chain) const;
    Moment lastMomentOf(const OracleEvent& event) const;
    bool servesSome(const OracleEvent& event) const;

    FunnelOptions m_options;
    std::vector<OracleEvent> m_events;         ///< of the unit that is looked at
    std::optional<std::pair<int, int>> m_key;  ///< values held constant
};

}  // namespace meitrace::test
