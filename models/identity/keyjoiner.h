// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/clusters.h"
#include "models/identity/keygroups.h"
#include "models/identity/resolver.h"
#include "models/identity/reviewlist.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace meitrace {

/// Joins the holders of one strong key after the other. For each type of key call joinNamesakes() for all its
/// keys first, then joinRest(): equal full names are better evidence than a key alone.
class KeyJoiner {
public:
    KeyJoiner(const IdentityInput& input, const KeyGroups& groups, Clusters& clusters, ReviewList& review);

    /// Joins holders with a full name in common.
    void joinNamesakes(const KeyGroup& group);

    /// Joins all holders that do not contradict each other. A phone or e-mail of more than one person joins
    /// nobody without a full name; a phone that was silent for 18 months joins only who shares a fact.
    void joinRest(const KeyGroup& group);

    /// Best key that the handle shares with the rest of its cluster; Name: none
    [[nodiscard]] KeyType method(std::size_t ident) const { return m_method[ident]; }
    [[nodiscard]] std::int64_t merges() const { return m_merges; }
    [[nodiscard]] std::int64_t refused() const { return m_refused; }

private:
    /// One cluster among the holders of a key
    struct Member {
        std::uint32_t root = 0;
        std::uint32_t ident = 0;  ///< its lowest holder
        Millis first = kMissing;  ///< when the key was first and last seen there; kMissing: not known
        Millis last = kMissing;
        std::uint32_t era = 0;
    };

    void findMembers(const KeyGroup& group);
    void findEras();
    bool disputed();
    void joinMembers(const std::vector<Member>& members, KeyType type);
    void settleDispute(KeyType type);
    /// Joins the member to the first leader that it fits; false when there is none.
    bool joinLeader(const Member& member, KeyType type);
    bool fits(const Member& member, const Member& leader);
    void refuse(const Member& member, KeyType type);
    void join(std::uint32_t a, std::uint32_t b, KeyType type);
    void suggest(std::uint32_t a, std::uint32_t b, KeyType type, ReviewPair::Reason reason);
    void noteMethods(const KeyGroup& group);

    const IdentityInput& m_input;
    const KeyGroups& m_groups;
    Clusters& m_clusters;
    ReviewList& m_review;
    std::vector<KeyType> m_method;
    std::vector<Member> m_members;  ///< of the key at hand
    std::vector<Member> m_leaders;  ///< different people behind it
    std::vector<std::pair<std::uint64_t, std::uint32_t>> m_pairs;
    std::int64_t m_merges = 0;
    std::int64_t m_refused = 0;
    int m_suggested = 0;  ///< pairs of the key at hand
};

}  // namespace meitrace
