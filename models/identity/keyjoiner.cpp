// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/keyjoiner.h"

#include <algorithm>
#include <tuple>

namespace meitrace {

namespace {

constexpr std::uint32_t kLargest = 6;                ///< units that phone and e-mail may join without a look
constexpr Millis kHandedOnAfter = 548 * kDayMillis;  ///< 18 months of silence: a number may have a new owner
constexpr double kHandedOnScore = 0.60;
constexpr std::size_t kMostPeople = 16;  ///< different people that one key is examined for
constexpr int kMostPairs = 8;            ///< review pairs of one key

/// Keys that families share; all others belong to one person.
bool isShared(KeyType type)
{
    return type == KeyType::Phone || type == KeyType::Email;
}

}  // namespace

KeyJoiner::KeyJoiner(const IdentityInput& input, const KeyGroups& groups, Clusters& clusters,
                     ReviewList& review)
    : m_input(input)
    , m_groups(groups)
    , m_clusters(clusters)
    , m_review(review)
    , m_method(input.idents.size(), KeyType::Name)
{
}

void KeyJoiner::joinNamesakes(const KeyGroup& group)
{
    m_pairs.clear();
    for (std::uint32_t i = group.begin; i < group.end; ++i) {
        const std::uint32_t ident = m_groups.holders[i].ident;
        for (const Fact fact : m_clusters.facts(m_clusters.root(ident))) {
            if (isFullNameFact(fact)) {
                m_pairs.emplace_back(fact, ident);
            }
        }
    }
    std::sort(m_pairs.begin(), m_pairs.end());
    Fact name = 0;
    for (const auto& [fact, ident] : m_pairs) {
        if (fact != name) {
            m_leaders.clear();
            name = fact;
        }
        const Member member {.ident = ident};
        if (!joinLeader(member, group.type) && m_leaders.size() < kMostPeople) {
            m_leaders.push_back(member);
        }
    }
}

void KeyJoiner::joinRest(const KeyGroup& group)
{
    m_suggested = 0;
    findMembers(group);
    if (m_members.size() > 1) {
        if (isShared(group.type) && disputed()) {
            settleDispute(group.type);
        } else {
            if (group.type == KeyType::Phone) {
                findEras();
            }
            joinMembers(m_members, group.type);
        }
    }
    noteMethods(group);
}

void KeyJoiner::findMembers(const KeyGroup& group)
{
    m_members.clear();
    for (std::uint32_t i = group.begin; i < group.end; ++i) {
        const Holder holder = m_groups.holders[i];
        const IdentKey& key = m_input.keys[holder.key];
        m_members.push_back({m_clusters.root(holder.ident), holder.ident, key.first,
                             key.last == kMissing ? key.first : key.last, 0});
    }
    std::sort(m_members.begin(), m_members.end(), [](const Member& a, const Member& b) {
        return std::tie(a.root, a.ident) < std::tie(b.root, b.ident);
    });
    std::size_t kept = 0;
    for (const Member& member : m_members) {
        if (kept > 0 && m_members[kept - 1].root == member.root) {
            // kMissing is the lowest number: one holder without times leaves the whole member without.
            m_members[kept - 1].first = std::min(m_members[kept - 1].first, member.first);
            m_members[kept - 1].last = std::max(m_members[kept - 1].last, member.last);
        } else {
            m_members[kept] = member;
            ++kept;
        }
    }
    m_members.resize(kept);
    std::sort(m_members.begin(), m_members.end(),
              [](const Member& a, const Member& b) { return a.ident < b.ident; });
}

void KeyJoiner::findEras()
{
    std::sort(m_members.begin(), m_members.end(), [](const Member& a, const Member& b) {
        return std::tie(a.first, a.ident) < std::tie(b.first, b.ident);
    });
    std::uint32_t era = 0;
    Millis seen = kMissing;
    for (Member& member : m_members) {
        if (member.first == kMissing) {
            continue;
        }
        if (seen != kMissing && member.first - seen > kHandedOnAfter) {
            ++era;
        }
        seen = std::max(seen, member.last);
        member.era = era;
    }
    for (Member& member : m_members) {
        member.era = member.first == kMissing ? era : member.era;  // without times: as of now
    }
    std::sort(m_members.begin(), m_members.end(), [](const Member& a, const Member& b) {
        return std::tie(a.era, a.ident) < std::tie(b.era, b.ident);
    });
}

bool KeyJoiner::disputed()
{
    std::vector<std::uint32_t> known;
    for (const Member& member : m_members) {
        if (m_clusters.facts(member.root).empty() || known.size() == kMostPeople) {
            continue;
        }
        if (std::any_of(known.begin(), known.end(), [&](std::uint32_t other) {
                return m_clusters.conflict(member.root, other) != Clusters::Conflict::None;
            })) {
            return true;
        }
        known.push_back(member.root);
    }
    return false;
}

void KeyJoiner::joinMembers(const std::vector<Member>& members, KeyType type)
{
    m_leaders.clear();
    for (const Member& member : members) {
        if (joinLeader(member, type)) {
            continue;
        }
        refuse(member, type);
        if (m_leaders.size() < kMostPeople) {
            m_leaders.push_back(member);
        }
    }
}

void KeyJoiner::settleDispute(KeyType type)
{
    const auto nameless
        = std::stable_partition(m_members.begin(), m_members.end(),
                                [&](const Member& member) { return m_clusters.hasFullName(member.root); });
    const std::vector<Member> named(m_members.begin(), nameless);
    joinMembers(named, type);
    for (auto member = nameless; member != m_members.end(); ++member) {
        const auto partner = std::find_if(m_leaders.begin(), m_leaders.end(),
                                          [&](const Member& leader) { return fits(*member, leader); });
        if (partner != m_leaders.end()) {
            suggest(partner->ident, member->ident, type, ReviewPair::Reason::Nameless);
            continue;
        }
        refuse(*member, type);
        if (m_leaders.size() < kMostPeople) {
            m_leaders.push_back(*member);
        }
    }
}

bool KeyJoiner::joinLeader(const Member& member, KeyType type)
{
    const std::uint32_t root = m_clusters.root(member.ident);
    for (Member& leader : m_leaders) {
        const bool together = m_clusters.root(leader.ident) == root;
        if (together || fits(member, leader)) {
            if (!together) {
                join(leader.ident, member.ident, type);
            }
            leader.era = std::max(leader.era, member.era);
            return true;
        }
    }
    return false;
}

bool KeyJoiner::fits(const Member& member, const Member& leader)
{
    const std::uint32_t a = m_clusters.root(member.ident);
    const std::uint32_t b = m_clusters.root(leader.ident);
    return m_clusters.conflict(a, b) == Clusters::Conflict::None
        && (member.era == leader.era || haveCommon(m_clusters.facts(a), m_clusters.facts(b)));
}

void KeyJoiner::refuse(const Member& member, KeyType type)
{
    bool contradicted = false;
    for (const Member& leader : m_leaders) {
        const auto conflict
            = m_clusters.conflict(m_clusters.root(member.ident), m_clusters.root(leader.ident));
        contradicted = contradicted || conflict != Clusters::Conflict::None;
        if (conflict != Clusters::Conflict::Apart) {
            suggest(leader.ident, member.ident, type,
                    conflict == Clusters::Conflict::None ? ReviewPair::Reason::WeakKey
                                                         : ReviewPair::Reason::Contradiction);
        }
    }
    m_refused += contradicted ? 1 : 0;
}

void KeyJoiner::join(std::uint32_t a, std::uint32_t b, KeyType type)
{
    const std::uint32_t left = m_clusters.root(a);
    const std::uint32_t right = m_clusters.root(b);
    const std::uint32_t units = m_clusters.units(left) + m_clusters.units(right);
    if (isShared(type) && units > kLargest
        && std::max(m_clusters.units(left), m_clusters.units(right)) <= kLargest) {
        m_review.add(a, b, type, keyStrength(type), ReviewPair::Reason::LargeCluster);
    }
    m_clusters.unite(left, right);
    ++m_merges;
}

void KeyJoiner::suggest(std::uint32_t a, std::uint32_t b, KeyType type, ReviewPair::Reason reason)
{
    if (m_suggested < kMostPairs) {
        ++m_suggested;
        const double score = reason == ReviewPair::Reason::WeakKey ? kHandedOnScore : keyStrength(type);
        m_review.add(a, b, type, score, reason);
    }
}

void KeyJoiner::noteMethods(const KeyGroup& group)
{
    m_pairs.clear();
    for (std::uint32_t i = group.begin; i < group.end; ++i) {
        const std::uint32_t ident = m_groups.holders[i].ident;
        m_pairs.emplace_back(m_clusters.root(ident), ident);
    }
    std::sort(m_pairs.begin(), m_pairs.end());
    m_pairs.erase(std::unique(m_pairs.begin(), m_pairs.end()), m_pairs.end());
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        const auto [root, ident] = m_pairs[i];
        const bool together = (i > 0 && m_pairs[i - 1].first == root)
            || (i + 1 < m_pairs.size() && m_pairs[i + 1].first == root);
        if (together && m_method[ident] == KeyType::Name) {
            m_method[ident] = group.type;
        }
    }
}

}  // namespace meitrace
