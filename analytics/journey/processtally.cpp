// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/processtally.h"

#include <algorithm>
#include <functional>

namespace meitrace {

void ProcessTally::add(const ProcessTally& other)
{
    const auto sum = [](std::vector<Index>& into, const std::vector<Index>& from) {
        std::transform(into.begin(), into.end(), from.begin(), into.begin(), std::plus<> {});
    };
    sum(events, other.events);
    sum(units, other.units);
    sum(customers, other.customers);
    sum(starts, other.starts);
    sum(ends, other.ends);
    for (std::size_t i = 0; i < waits.size(); ++i) {
        waits[i].add(other.waits[i]);
    }
    for (const auto& [pair, counted] : other.follows) {
        follows[pair].add(counted);
    }
    for (const auto& [pair, counted] : other.orders) {
        orders[pair].add(counted);
    }
    for (const auto& [sequence, counted] : other.variants) {
        auto& mine = variants[sequence];
        mine.first += counted.first;
        mine.second += counted.second;
    }
    seconds.insert(seconds.end(), other.seconds.begin(), other.seconds.end());
    ways += other.ways;
    people += other.people;
}

void ProcessCounter::count(const Way& way, ProcessTally& tally)
{
    m_way.read(way, m_numbers, m_collapse);
    const Index wayNumber = tally.ways++;
    tally.people += tally.customer != way.customer ? 1 : 0;
    tally.customer = way.customer;
    for (const int number : m_way.numbers) {
        const auto at = static_cast<std::size_t>(number);
        ++tally.events[at];
        tally.units[at] += tally.lastWay[at] != wayNumber ? 1 : 0;
        tally.lastWay[at] = wayNumber;
        tally.customers[at] += tally.lastCustomer[at] != way.customer ? 1 : 0;
        tally.lastCustomer[at] = way.customer;
    }
    ++tally.starts[static_cast<std::size_t>(m_way.numbers.front())];
    ++tally.ends[static_cast<std::size_t>(m_way.numbers.back())];
    if (m_way.numbers.size() > 1) {
        tally.seconds.push_back(m_way.seconds());
    }
    countFollows(tally);
    countOrders(tally);
    const ProcessSequence sequence = m_way.sequence();
    auto& [ways, people] = tally.variants[sequence];
    ++ways;
    const auto [last, isNew] = tally.variantCustomer.emplace(sequence, way.customer);
    people += isNew || last->second != way.customer ? 1 : 0;
    last->second = way.customer;
}

void ProcessCounter::countFollows(ProcessTally& tally)
{
    m_seen.clear();
    for (std::size_t i = 1; i < m_way.numbers.size(); ++i) {
        const ActivityPair pair {m_way.numbers[i - 1], m_way.numbers[i]};
        const std::int64_t seconds = (m_way.times[i] - m_way.times[i - 1]) / 1000;
        FollowCount& counted = tally.follows[pair];
        ++counted.count;
        counted.seconds.add(seconds);
        tally.waits[static_cast<std::size_t>(pair.second)].add(seconds);
        if (std::find(m_seen.begin(), m_seen.end(), pair) == m_seen.end()) {
            m_seen.push_back(pair);
            ++counted.units;
        }
    }
}

/// For each a that stands in the way: the first of every other b behind its first a.
void ProcessCounter::countOrders(ProcessTally& tally)
{
    m_first.clear();
    for (std::size_t i = 0; i < m_way.numbers.size(); ++i) {
        const int number = m_way.numbers[i];
        if (std::find(m_first.begin(), m_first.end(), number) == m_first.end()) {
            m_first.push_back(number);
            m_firstAt[static_cast<std::size_t>(number)] = i;
        }
    }
    for (const int from : m_first) {
        m_behind.clear();
        const std::size_t start = m_firstAt[static_cast<std::size_t>(from)];
        for (std::size_t i = start + 1; i < m_way.numbers.size(); ++i) {
            const int to = m_way.numbers[i];
            if (to != from && std::find(m_behind.begin(), m_behind.end(), to) == m_behind.end()) {
                m_behind.push_back(to);
                FollowCount& counted = tally.orders[{from, to}];
                ++counted.units;
                counted.seconds.add((m_way.times[i] - m_way.times[start]) / 1000);
            }
        }
    }
}

}  // namespace meitrace
