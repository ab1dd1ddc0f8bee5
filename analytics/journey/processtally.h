// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/journey/processnumbers.h"
#include "analytics/stats/loghistogram.h"

#include <map>
#include <utility>
#include <vector>

namespace meitrace {

/// What was done, and what came after it.
using ActivityPair = std::pair<int, int>;

struct FollowCount {
    Index count = 0;
    Index units = 0;
    LogHistogram seconds;

    void add(const FollowCount& other)
    {
        count += other.count;
        units += other.units;
        seconds.add(other.seconds);
    }
};

/// What the ways of some customers come to.
struct ProcessTally {
    explicit ProcessTally(int activities)
        : events(static_cast<std::size_t>(activities))
        , units(events.size())
        , customers(events.size())
        , starts(events.size())
        , ends(events.size())
        , waits(events.size())
        , lastWay(events.size(), -1)
        , lastCustomer(events.size(), -1)
    {
    }

    void add(const ProcessTally& other);

    std::vector<Index> events, units, customers, starts, ends;
    std::vector<LogHistogram> waits;
    std::map<ActivityPair, FollowCount> follows;
    std::map<ActivityPair, FollowCount> orders;
    std::map<ProcessSequence, std::pair<Index, Index>> variants;  ///< ways, customers
    std::vector<std::int64_t> seconds;  ///< of ways with more than one activity, in any order
    Index ways = 0;
    Index people = 0;
    // Of the way in hand
    std::vector<Index> lastWay;       ///< by activity: the way in which it stood last
    std::vector<Index> lastCustomer;  ///< by activity
    Index customer = -1;
    std::map<ProcessSequence, Index> variantCustomer;
};

/// Counts one way after the other.
class ProcessCounter {
public:
    ProcessCounter(const ProcessNumbers& numbers, bool collapse)
        : m_numbers(numbers)
        , m_collapse(collapse)
        , m_firstAt(static_cast<std::size_t>(numbers.count()))
    {
    }

    /// way: with at least one activity
    void count(const Way& way, ProcessTally& tally);

private:
    void countFollows(ProcessTally& tally);
    void countOrders(ProcessTally& tally);

    const ProcessNumbers& m_numbers;
    bool m_collapse;
    NumberedWay m_way;
    std::vector<ActivityPair> m_seen;
    std::vector<int> m_first;
    std::vector<int> m_behind;
    std::vector<std::size_t> m_firstAt;
};

}  // namespace meitrace
