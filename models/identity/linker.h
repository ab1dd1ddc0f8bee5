// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/clusters.h"
#include "models/identity/keygroups.h"
#include "models/identity/keyjoiner.h"
#include "models/identity/resolver.h"
#include "models/identity/reviewlist.h"

#include <cstdint>
#include <vector>

namespace meitrace {

/// Joins handles by strong keys, best keys first, and never across a contradiction.
class Linker {
public:
    Linker(const IdentityInput& input, const KeyGroups& groups, Clusters& clusters, ReviewList& review);

    /// Keys that more than four handles with more than two full names share. Call before anything is joined.
    void blockHubs();

    /// Joins and parts what people decided. The newest decision is applied first; an older one that it makes
    /// impossible is left out.
    void decide(const IdentIndex& index);

    /// Native ids, then unionid, phone, e-mail. False when the job was stopped.
    bool link(Job& job);

    /// Takes over what was found: blocked keys and counts; the method of each handle into links.
    void report(Resolution& resolution) const;

private:
    BlockedKey measure(const KeyGroup& group);
    bool linkGroups(std::size_t begin, std::size_t end, Job& job);

    const IdentityInput& m_input;
    const KeyGroups& m_groups;
    Clusters& m_clusters;
    KeyJoiner m_joiner;
    std::vector<bool> m_blocked;  ///< by shared group
    std::vector<bool> m_manual;   ///< by ident
    std::vector<BlockedKey> m_hubs;
    std::vector<Fact> m_names;  ///< of the key at hand
};

}  // namespace meitrace
