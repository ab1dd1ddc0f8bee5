// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/units.h"
#include "models/domain/fate.h"
#include "models/ingest/contenthash.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace meitrace {

/// What a cell of a column with few different texts became.
struct CachedCell {
    std::string_view text {};
    std::int64_t number = kMissing;
    std::uint32_t code = 0;        ///< place of the text among the column's words, where they are counted
    RowRule note = RowRule::None;  ///< a repair or a remark
    RowRule bad = RowRule::None;   ///< why it is no value
};

/// Remembers what became of the texts of one column of one block, so that an alias is looked up once and not
/// five million times. Keys are views that must stay alive. Holds the first 4096 different texts.
class CellCache {
public:
    CellCache()
        : m_slots(kFirstSlots)
    {
    }

    /// The remembered outcome of `raw`, or read(raw), which is then remembered.
    template <typename Read>
    const CachedCell& get(std::string_view raw, Read&& read)
    {
        const std::uint64_t hash = contenthash::text(raw, kSeed) | 1U;
        std::size_t at = hash >> 32U & (m_slots.size() - 1);
        while (m_slots[at].hash != 0) {
            if (m_slots[at].hash == hash && m_slots[at].raw == raw) {
                return m_slots[at].cell;
            }
            at = (at + 1) & (m_slots.size() - 1);
        }
        m_latest = read(raw);
        if (m_used < kMostTexts) {
            m_slots[at] = {hash, raw, m_latest};
            if (++m_used * 2 > m_slots.size()) {
                grow();
            }
        }
        return m_latest;
    }

private:
    struct Slot {
        std::uint64_t hash = 0;  ///< 0: free
        std::string_view raw;
        CachedCell cell;
    };

    void grow()
    {
        std::vector<Slot> old(m_slots.size() * 2);
        old.swap(m_slots);
        for (const Slot& slot : old) {
            if (slot.hash != 0) {
                std::size_t at = slot.hash >> 32U & (m_slots.size() - 1);
                while (m_slots[at].hash != 0) {
                    at = (at + 1) & (m_slots.size() - 1);
                }
                m_slots[at] = slot;
            }
        }
    }

    static constexpr std::size_t kFirstSlots = 64;
    static constexpr std::size_t kMostTexts = 4096;
    static constexpr std::uint64_t kSeed = 0x9E3779B97F4A7C15ULL;

    std::vector<Slot> m_slots;
    std::size_t m_used = 0;
    CachedCell m_latest;
};

}  // namespace meitrace
