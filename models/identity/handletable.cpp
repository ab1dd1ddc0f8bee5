// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/likelypairs.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace meitrace {

namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFFU;

/// Columns by kind of key; kNone: says nothing here
std::uint32_t columnOf(KeyType type)
{
    switch (type) {
    case KeyType::Name:
        return HandleTable::kName;
    case KeyType::BirthDate:
        return HandleTable::kBirth;
    case KeyType::Phone:
    case KeyType::MaskedPhone:
    case KeyType::PhoneTail:
        return HandleTable::kPhone;
    default:
        return kNone;
    }
}

/// The best of a handle's values so far, by column: positions in IdentityInput::keys
using Best = std::array<std::uint32_t, 3>;

class BestValues {
public:
    BestValues(const IdentityInput& input, const IdentIndex& index)
        : m_keys(input.keys)
    {
        for (std::uint32_t i = 0; i < input.keys.size(); ++i) {
            const std::uint32_t column = columnOf(input.keys[i].type);
            const std::uint32_t ident = column == kNone ? IdentIndex::kNone : index.find(input.keys[i].ident);
            if (ident == IdentIndex::kNone) {
                continue;
            }
            if (m_place.empty()) {
                m_place.assign(input.idents.size(), kNone);
            }
            offer(ident, column, i);
        }
    }

    [[nodiscard]] std::uint32_t idents() const { return static_cast<std::uint32_t>(m_place.size()); }
    /// nullptr when it has none
    [[nodiscard]] const Best* of(std::uint32_t ident) const
    {
        return m_place[ident] == kNone ? nullptr : &m_best[m_place[ident]];
    }
    /// A full name or a date of birth, and one thing more
    [[nodiscard]] bool isTelling(const Best& best) const
    {
        const auto known
            = std::count_if(best.begin(), best.end(), [](std::uint32_t key) { return key != kNone; });
        const std::uint32_t name = best[HandleTable::kName];
        return known >= 2
            && (best[HandleTable::kBirth] != kNone || (name != kNone && isFullName(m_keys[name].value)));
    }

private:
    void offer(std::uint32_t ident, std::uint32_t column, std::uint32_t key)
    {
        if (m_place[ident] == kNone) {
            m_place[ident] = static_cast<std::uint32_t>(m_best.size());
            m_best.push_back({kNone, kNone, kNone});
        }
        std::uint32_t& kept = m_best[m_place[ident]][column];
        if (kept == kNone || isBetter(m_keys[key], m_keys[kept])) {
            kept = key;
        }
    }

    /// Full names before others, full numbers before masks before tails, then the newest, then the first text
    static bool isBetter(const IdentKey& a, const IdentKey& b)
    {
        const auto rank = [](const IdentKey& key) {
            const bool nickname = key.type == KeyType::Name && !isFullName(key.value);
            return std::tuple(nickname, key.type, key.last == kMissing,
                              -(key.last == kMissing ? 0 : key.last), key.value);
        };
        return rank(a) < rank(b);
    }

    const std::vector<IdentKey>& m_keys;
    std::vector<Best> m_best;
    std::vector<std::uint32_t> m_place;  ///< by ident, into m_best
};

}  // namespace

HandleTable::HandleTable(const IdentityInput& input, const IdentIndex& index)
{
    m_table.columns
        = {EvidenceColumn("name", EvidenceKind::Name), EvidenceColumn("birth_date", EvidenceKind::Date),
           EvidenceColumn("phone", EvidenceKind::Phone)};
    const BestValues values(input, index);
    for (std::uint32_t ident = 0; ident < values.idents(); ++ident) {
        const Best* best = values.of(ident);
        if (best == nullptr || !values.isTelling(*best)) {
            continue;
        }
        for (std::size_t column = 0; column < best->size(); ++column) {
            const std::uint32_t key = (*best)[column];
            m_table.columns[column].add(key == kNone ? std::string_view() : input.keys[key].value);
        }
        m_idents.push_back(ident);
    }
}

std::uint32_t HandleTable::rowOf(std::uint32_t ident) const
{
    const auto at = std::lower_bound(m_idents.begin(), m_idents.end(), ident);
    return at != m_idents.end() && *at == ident ? static_cast<std::uint32_t>(at - m_idents.begin()) : kNoRow;
}

}  // namespace meitrace
