// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pipeline/persontable.h"

#include <algorithm>
#include <numeric>

namespace meitrace {

Result<std::vector<std::uint32_t>> PersonTable::handles(const CleanBlock& block, const PersonBlock& persons)
{
    constexpr std::size_t kAhead = 16;
    const std::size_t count = persons.entries.size();
    std::vector<std::uint32_t> handles(count);
    // Two passes, so that the places of the second are on their way while the first still looks others up.
    for (std::size_t i = 0; i < count; ++i) {
        if (i + kAhead < count) {
            m_places.prefetch(persons.entries[i + kAhead].hash);
        }
        const PersonBlock::Entry& entry = persons.entries[i];
        const auto fresh = static_cast<std::uint32_t>(m_seen.size());
        const std::uint32_t place = m_places.findOrAdd(entry.hash, fresh);
        if (place == fresh) {
            if (Status status = add(block, entry); !status) {
                return status.error();
            }
        }
        handles[i] = place;
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (i + kAhead < count) {
            __builtin_prefetch(&m_seen[handles[i + kAhead]]);
        }
        Seen& seen = m_seen[handles[i]];
        if (const PersonBlock::Entry& entry = persons.entries[i]; entry.first != kMissing) {
            seen.first = seen.first == kMissing ? entry.first : std::min(seen.first, entry.first);
            seen.last = std::max(seen.last, entry.last);
        }
        handles[i] = seen.ident;
    }
    return handles;
}

Status PersonTable::add(const CleanBlock& block, const PersonBlock::Entry& entry)
{
    PersonDescription& description = m_descriptions.emplace_back(describePerson(block, entry.row, m_scope));
    Seen& seen = m_seen.emplace_back();
    if (!description.native.empty()) {
        const Result<std::uint32_t> ident = m_identities.handle(description.native);
        if (!ident) {
            return ident.error();
        }
        seen.ident = *ident;
        description.native = {};
    }
    return Done {};
}

Status PersonTable::write(std::uint32_t place, std::int64_t batch)
{
    const Seen& seen = m_seen[place];
    if (seen.ident == 0) {
        return Done {};
    }
    for (const auto& [type, value] : m_descriptions[place].keys) {
        if (Status status = m_identities.addKey(seen.ident, type, value, batch, {seen.first, seen.last});
            !status) {
            return status;
        }
    }
    for (const PersonDescription::Fact& fact : m_descriptions[place].facts) {
        if (Status status = m_identities.addFact({.ident = seen.ident,
                                                  .attribute = fact.attribute,
                                                  .number = fact.number,
                                                  .text = fact.text,
                                                  .observed = seen.last},
                                                 batch);
            !status) {
            return status;
        }
    }
    return Done {};
}

Status PersonTable::writeUpTo(double share, std::int64_t batch)
{
    if (m_order.size() != m_seen.size()) {
        m_order.resize(m_seen.size());
        std::iota(m_order.begin(), m_order.end(), 0U);
        std::stable_sort(m_order.begin(), m_order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return m_seen[a].ident < m_seen[b].ident; });
    }
    const std::size_t size = m_order.size();
    const std::size_t goal = share < 1 ? static_cast<std::size_t>(share * static_cast<double>(size)) : size;
    for (; m_written < goal; ++m_written) {
        if (Status status = write(m_order[m_written], batch); !status) {
            return status;
        }
    }
    return m_written == size ? m_identities.finish() : Status(Done {});
}

void PersonTable::release()
{
    m_places = FlatMap(1);
    m_seen = {};
    m_descriptions = {};
    m_order = {};
}

}  // namespace meitrace
