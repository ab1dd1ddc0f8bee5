// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/keygroups.h"

#include "models/base/hash.h"

#include <algorithm>
#include <tuple>

namespace meitrace {

namespace {

constexpr unsigned kBucketBits = 16;
constexpr std::uint64_t kTypeMask = 31;  ///< types run from 1 to 17
constexpr double kLinkStrength = 0.9;    ///< a key this strong links by itself

/// One key on its way into a group
struct Entry {
    std::uint64_t hash = 0;  ///< of the value; the type stands in the lowest bits
    Holder holder;
};

bool isUsed(const IdentKey& key)
{
    return key.type != KeyType::Device && key.type != KeyType::RawPhone && !key.value.empty();
}

/// Entries in buckets by the top bits of their hash, each bucket sorted: equal keys stand side by side.
std::vector<Entry> sortedEntries(const std::vector<IdentKey>& keys, const IdentIndex& index,
                                 std::uint64_t hashMask)
{
    std::vector<Entry> loose;
    loose.reserve(keys.size());
    std::vector<std::uint32_t> starts((std::size_t {1} << kBucketBits) + 1);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const IdentKey& key = keys[i];
        const std::uint32_t ident = isUsed(key) ? index.find(key.ident) : IdentIndex::kNone;
        if (ident == IdentIndex::kNone) {
            continue;
        }
        const std::uint64_t hash
            = (hash64(key.value) & hashMask & ~kTypeMask) | static_cast<std::uint64_t>(key.type);
        loose.push_back({hash, {ident, static_cast<std::uint32_t>(i)}});
        ++starts[(hash >> (64U - kBucketBits)) + 1];
    }
    for (std::size_t i = 1; i < starts.size(); ++i) {
        starts[i] += starts[i - 1];
    }
    std::vector<Entry> sorted(loose.size());
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    for (const Entry& entry : loose) {
        sorted[next[entry.hash >> (64U - kBucketBits)]++] = entry;
    }
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        std::sort(sorted.begin() + starts[i], sorted.begin() + starts[i + 1],
                  [](const Entry& a, const Entry& b) {
                      return std::tie(a.hash, a.holder.ident) < std::tie(b.hash, b.holder.ident);
                  });
    }
    return sorted;
}

/// Equal hashes of different values: orders such a run by value.
void separate(const std::vector<IdentKey>& keys, std::vector<Entry>& entries, std::size_t begin,
              std::size_t end)
{
    const auto first = entries.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = entries.begin() + static_cast<std::ptrdiff_t>(end);
    std::sort(first, last, [&](const Entry& a, const Entry& b) {
        return std::tie(keys[a.holder.key].value, a.holder.ident)
            < std::tie(keys[b.holder.key].value, b.holder.ident);
    });
}

void file(const KeyGroup& group, KeyGroups& result)
{
    const KeyType type = group.type;
    if (keyStrength(type) >= kLinkStrength
        && result.holders[group.begin].ident != result.holders[group.end - 1].ident) {
        result.shared.push_back(group);
    }
    if (type == KeyType::Name || type == KeyType::BirthDate || type == KeyType::IdCard) {
        result.evidence.push_back(group);
    } else if (type == KeyType::MaskedPhone || type == KeyType::PhoneTail) {
        result.weak.push_back(group);
    } else if (type == KeyType::Phone) {
        result.phones.push_back(group);
    }
}

/// Splits the sorted entries into groups.
void collect(const std::vector<IdentKey>& keys, std::vector<Entry>& entries, KeyGroups& result)
{
    const auto sameValue = [&](std::size_t a, std::size_t b) {
        return keys[entries[a].holder.key].value == keys[entries[b].holder.key].value;
    };
    for (std::size_t begin = 0; begin < entries.size();) {
        std::size_t end = begin + 1;
        bool mixed = false;
        for (; end < entries.size() && entries[end].hash == entries[begin].hash; ++end) {
            mixed = mixed || !sameValue(begin, end);
        }
        if (mixed) {
            separate(keys, entries, begin, end);
        }
        const auto type = static_cast<KeyType>(entries[begin].hash & kTypeMask);
        std::size_t from = begin;
        for (std::size_t i = begin; i < end; ++i) {
            result.holders.push_back(entries[i].holder);
            if (i + 1 == end || (mixed && !sameValue(i, i + 1))) {
                file({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(i + 1), type}, result);
                from = i + 1;
            }
        }
        begin = end;
    }
}

/// Orders the shared keys so that the result does not depend on hashes.
void orderShared(const std::vector<IdentKey>& keys, KeyGroups& groups)
{
    struct Rank {
        std::uint64_t first = 0;   ///< type and first holder
        std::uint32_t second = 0;  ///< next different holder
        std::uint32_t group = 0;
    };
    std::vector<Rank> ranks;
    ranks.reserve(groups.shared.size());
    for (const KeyGroup& group : groups.shared) {
        const std::uint32_t lowest = groups.holders[group.begin].ident;
        std::uint32_t next = group.begin + 1;
        while (groups.holders[next].ident == lowest) {
            ++next;
        }
        ranks.push_back({(static_cast<std::uint64_t>(group.type) << 32U) | lowest, groups.holders[next].ident,
                         static_cast<std::uint32_t>(ranks.size())});
    }
    const auto value
        = [&](const Rank& rank) { return keys[groups.holders[groups.shared[rank.group].begin].key].value; };
    std::sort(ranks.begin(), ranks.end(), [&](const Rank& a, const Rank& b) {
        const auto left = std::tie(a.first, a.second);
        const auto right = std::tie(b.first, b.second);
        return left != right ? left < right : value(a) < value(b);
    });
    std::vector<KeyGroup> sorted;
    sorted.reserve(ranks.size());
    for (const Rank& rank : ranks) {
        sorted.push_back(groups.shared[rank.group]);
    }
    groups.shared = std::move(sorted);
}

}  // namespace

IdentIndex::IdentIndex(const std::vector<std::uint32_t>& idents)
    : m_idents(idents)
{
    constexpr std::size_t kSpare = 1024;
    if (idents.empty() || idents.back() > 8 * idents.size() + kSpare) {
        return;
    }
    m_direct.assign(static_cast<std::size_t>(idents.back()) + 1, kNone);
    for (std::size_t i = 0; i < idents.size(); ++i) {
        m_direct[idents[i]] = static_cast<std::uint32_t>(i);
    }
}

std::uint32_t IdentIndex::find(std::uint32_t ident) const
{
    if (!m_direct.empty()) {
        return ident < m_direct.size() ? m_direct[ident] : kNone;
    }
    const auto at = std::lower_bound(m_idents.begin(), m_idents.end(), ident);
    return at != m_idents.end() && *at == ident ? static_cast<std::uint32_t>(at - m_idents.begin()) : kNone;
}

KeyGroups groupKeys(const IdentityInput& input, const IdentIndex& index, std::uint64_t hashMask)
{
    KeyGroups result;
    std::vector<Entry> entries = sortedEntries(input.keys, index, hashMask);
    result.holders.reserve(entries.size());
    collect(input.keys, entries, result);
    orderShared(input.keys, result);
    return result;
}

}  // namespace meitrace
