// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/chainevents.h"
#include "analytics/journey/funnelplan.h"

#include <array>
#include <cstdint>
#include <vector>

namespace meitrace {

/// Which events may be the first of a chain.
struct ChainStart {
    enum class Kind : std::uint8_t { All, One, Session };

    Kind kind = Kind::All;
    std::int32_t value = 0;  ///< One: its place; Session: its number
    bool isAttempt = false;  ///< One: stops where the next attempt begins (entry rule Every)
    std::int32_t from = 0;   ///< Session: place of its first event that may start
    Millis lastHigh = 0;     ///< Session: no chain of it begins later
};

/// What a search says about its best chain.
struct ChainMerit {
    int depth = 0;   ///< highest row reached that is not optional; 0 = none
    int served = 0;  ///< how many steps; 0 = no chain
    std::uint32_t rows = 0;
    std::int32_t moment = 0;  ///< place of the event that made the chain as deep
    Millis start = 0;         ///< latest possible instant of the chain's first event
    int liveDepth = 0;        ///< how deep chains could still become after the as-of time
    bool hit = false;         ///< an excluded event ended an attempt (policies End and Drop)
    std::int32_t next = 0;    ///< isAttempt: place from which the next attempt may begin

    /// Deeper, then more steps served, then earlier complete, then begun later, then earlier steps served.
    [[nodiscard]] bool isBetterThan(const ChainMerit& other) const;
};

struct ChainOutcome : ChainMerit {
    std::vector<std::int32_t> chain;  ///< places, in the order of serving
};

/// Searches the best chain by labels: for every state of ChainStates it keeps the chains that no other chain
/// of that state beats in everything the future depends on (start, last event, gaps of exclusions, events of
/// the day already used). With exact times that is one chain per state, the one that began last, and the
/// search is the latest-start recurrence. One object per thread; it reuses its memory.
class ChainSearch {
public:
    explicit ChainSearch(const FunnelPlan& plan);

    /// Errors  none. Cost  O(events x transitions x labels).
    const ChainOutcome& run(const ChainEvents& events, ChainStart start);

private:
    struct Node {
        std::int32_t parent = -1;
        std::int32_t event = 0;
        std::int32_t state = 0;
        Millis start = 0;
    };
    using Deadlines = std::array<std::int32_t, 8>;

    void reset(const ChainEvents& events, ChainStart start);
    void takeEvent(std::int32_t moment);
    void takeLoose(std::int32_t moment);
    void extendAll(std::int32_t moment, int step);
    void begin(std::int32_t event, int step);
    /// The chain of `from` with `event` serving `step`, at a moment when all its events have begun.
    void extend(std::int32_t from, std::int32_t event, int step, std::int32_t moment);
    /// False when an excluded event lies in a gap that the step closes.
    bool carryGaps(std::int32_t node, std::int32_t event, int to, Deadlines& gaps) const;
    bool isClean(std::int32_t node, int to, std::int32_t place) const;
    void keepFresh(std::size_t from);
    bool beats(std::int32_t a, std::int32_t b) const;
    bool usesNoMore(std::int32_t a, std::int32_t b) const;
    bool contains(std::int32_t node, std::int32_t event) const;
    bool twinIsFree(std::int32_t node, std::int32_t event) const;
    bool mayStart(std::int32_t event) const;
    void noteBest(std::int32_t node, std::int32_t moment);
    void noteProgress(int progress, std::int32_t event);
    bool isEnded(std::int32_t moment);
    bool isEndedBy(std::int32_t excluded, int exclusion) const;
    /// The chain can be continued at an instant by an event at a place; limited: by a window that ends.
    bool canContinue(std::int32_t node, Millis at, std::int32_t place, bool limited) const;
    bool anyContinues(Millis at, std::int32_t place) const;
    int liveDepth() const;
    int reach(std::int32_t node) const;
    void finish();

    const FunnelPlan& m_plan;
    const ChainStates& m_states;
    const bool m_strict;
    const bool m_clean;     ///< exclusions are conditions on chains
    const bool m_attempts;  ///< exclusions end attempts
    const bool m_needsLast;

    const ChainEvents* m_events = nullptr;
    ChainStart m_start;
    std::vector<Node> m_nodes;
    std::vector<Deadlines> m_gaps;                   ///< by node, when m_clean
    std::vector<std::vector<std::int32_t>> m_lists;  ///< nodes by state
    std::vector<std::int32_t> m_touched;             ///< states with nodes
    std::vector<std::int32_t> m_fresh;               ///< nodes of this moment
    std::vector<std::int32_t> m_loose;               ///< events that may stand behind this moment
    std::int32_t m_moment = 0;
    std::int32_t m_best = -1;
    bool m_ended = false;
    bool m_completed = false;
    int m_progress = 0;
    std::array<std::int32_t, 32>
        m_surely {};                       ///< by progress: earliest place by whose end it is surely reached
    std::vector<std::int32_t> m_excluded;  ///< excluded events whose time is not over
    ChainOutcome m_outcome;
};

}  // namespace meitrace
