// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/linker.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace meitrace {

namespace {

/// Best keys first: what one system gives to one person, then what people carry between systems.
constexpr std::array<KeyType, 11> kOrder {KeyType::HisNo,    KeyType::IdCard,      KeyType::ExternalUserId,
                                          KeyType::OpenId,   KeyType::CardNo,      KeyType::LoginUser,
                                          KeyType::WechatId, KeyType::PlatformUid, KeyType::UnionId,
                                          KeyType::Phone,    KeyType::Email};

constexpr std::uint32_t kHubIdents = 4;  ///< more handles than this …
constexpr std::uint32_t kHubNames = 2;   ///< … with more full names than this: a hub
constexpr std::uint32_t kPollEvery = 65'536;

}  // namespace

Linker::Linker(const IdentityInput& input, const KeyGroups& groups, Clusters& clusters, ReviewList& review)
    : m_input(input)
    , m_groups(groups)
    , m_clusters(clusters)
    , m_joiner(input, groups, clusters, review)
    , m_blocked(groups.shared.size())
    , m_manual(input.idents.size())
{
}

BlockedKey Linker::measure(const KeyGroup& group)
{
    BlockedKey key {group.type, std::string(m_input.keys[m_groups.holders[group.begin].key].value), 0, 0};
    m_names.clear();
    for (std::uint32_t at = group.begin; at < group.end; ++at) {
        const std::uint32_t ident = m_groups.holders[at].ident;
        if (at == group.begin || ident != m_groups.holders[at - 1].ident) {
            ++key.idents;
            const Facts facts = m_clusters.facts(ident);
            std::copy_if(facts.begin(), facts.end(), std::back_inserter(m_names), isFullNameFact);
        }
    }
    std::sort(m_names.begin(), m_names.end());
    key.names = static_cast<std::uint32_t>(std::unique(m_names.begin(), m_names.end()) - m_names.begin());
    return key;
}

void Linker::blockHubs()
{
    for (std::size_t i = 0; i < m_groups.shared.size(); ++i) {
        const KeyGroup& group = m_groups.shared[i];
        if (group.end - group.begin <= kHubIdents) {
            continue;
        }
        BlockedKey key = measure(group);
        if (key.idents > kHubIdents && key.names > kHubNames) {
            m_blocked[i] = true;
            m_hubs.push_back(std::move(key));
        }
    }
}

void Linker::decide(const IdentIndex& index)
{
    std::set<std::pair<std::uint32_t, std::uint32_t>> settled;
    for (std::size_t i = m_input.decisions.size(); i > 0; --i) {
        const IdentDecision& decision = m_input.decisions[i - 1];
        const std::uint32_t a = index.find(decision.a);
        const std::uint32_t b = index.find(decision.b);
        if (a == IdentIndex::kNone || b == IdentIndex::kNone || a == b
            || !settled.emplace(std::min(a, b), std::max(a, b)).second) {
            continue;
        }
        const std::uint32_t left = m_clusters.root(a);
        const std::uint32_t right = m_clusters.root(b);
        if (decision.what == IdentDecision::What::Split) {
            if (left != right) {
                m_clusters.keepApart(left, right);
            }
            continue;
        }
        if (left != right && m_clusters.conflict(left, right) == Clusters::Conflict::Apart) {
            continue;
        }
        if (left != right) {
            m_clusters.unite(left, right);
        }
        m_manual[a] = true;
        m_manual[b] = true;
    }
}

bool Linker::link(Job& job)
{
    std::uint32_t done = 0;
    for (const KeyType type : kOrder) {
        const auto before = [](const KeyGroup& group, KeyType wanted) { return group.type < wanted; };
        const auto first = std::lower_bound(m_groups.shared.begin(), m_groups.shared.end(), type, before);
        const auto last = std::find_if(first, m_groups.shared.end(),
                                       [&](const KeyGroup& group) { return group.type != type; });
        if (type == KeyType::Phone) {
            m_clusters.startUnits();
        }
        if (!linkGroups(static_cast<std::size_t>(first - m_groups.shared.begin()),
                        static_cast<std::size_t>(last - m_groups.shared.begin()), job)) {
            return false;
        }
        ++done;
        job.progress(0.3 + 0.5 * done / kOrder.size());
    }
    return true;
}

bool Linker::linkGroups(std::size_t begin, std::size_t end, Job& job)
{
    for (const bool namesakes : {true, false}) {
        for (std::size_t i = begin; i < end; ++i) {
            if ((i - begin) % kPollEvery == 0 && job.stopped()) {
                return false;
            }
            if (m_blocked[i]) {
                continue;
            }
            if (namesakes) {
                m_joiner.joinNamesakes(m_groups.shared[i]);
            } else {
                m_joiner.joinRest(m_groups.shared[i]);
            }
        }
    }
    return true;
}

void Linker::report(Resolution& resolution) const
{
    for (std::size_t i = 0; i < resolution.links.size(); ++i) {
        IdentLink& link = resolution.links[i];
        link.method = m_joiner.method(i);
        link.manual = m_manual[i];
        link.score = link.method == KeyType::Name || link.manual ? 1.0 : keyStrength(link.method);
    }
    resolution.blocked = m_hubs;
    std::sort(resolution.blocked.begin(), resolution.blocked.end(),
              [](const BlockedKey& a, const BlockedKey& b) {
                  return std::tie(a.type, a.value) < std::tie(b.type, b.value);
              });
    resolution.autoMerges = m_joiner.merges();
    resolution.refused = m_joiner.refused();
}

}  // namespace meitrace
