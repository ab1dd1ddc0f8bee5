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
    explicit BestValues(const IdentityInput& input)
        : m_keys(input.keys)
    {
    }

    void offer(Best& best, std::uint32_t column, std::uint32_t key) const
    {
        std::uint32_t& kept = best[column];
        if (kept == kNone || isBetter(m_keys[key], m_keys[kept])) {
            kept = key;
        }
    }

private:
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
};

}  // namespace

HandleTable::HandleTable(const IdentityInput& input, const IdentIndex& index)
{
    m_table.columns
        = {EvidenceColumn("name", EvidenceKind::Name), EvidenceColumn("birth_date", EvidenceKind::Date),
           EvidenceColumn("phone", EvidenceKind::Phone)};
    const BestValues values(input);
    std::vector<Best> best;
    std::vector<std::uint32_t> place;  // by ident, into best
    for (std::uint32_t i = 0; i < input.keys.size(); ++i) {
        const std::uint32_t column = columnOf(input.keys[i].type);
        const std::uint32_t ident = column == kNone ? IdentIndex::kNone : index.find(input.keys[i].ident);
        if (ident == IdentIndex::kNone) {
            continue;
        }
        if (place.empty()) {
            place.assign(input.idents.size(), kNone);
        }
        if (place[ident] == kNone) {
            place[ident] = static_cast<std::uint32_t>(best.size());
            best.push_back({kNone, kNone, kNone});
        }
        values.offer(best[place[ident]], column, i);
    }
    for (std::uint32_t ident = 0; ident < place.size(); ++ident) {
        if (place[ident] == kNone) {
            continue;
        }
        const Best& mine = best[place[ident]];
        const auto known
            = std::count_if(mine.begin(), mine.end(), [](std::uint32_t key) { return key != kNone; });
        const bool telling
            = mine[kBirth] != kNone || (mine[kName] != kNone && isFullName(input.keys[mine[kName]].value));
        if (known < 2 || !telling) {
            continue;
        }
        for (std::size_t column = 0; column < mine.size(); ++column) {
            m_table.columns[column].add(mine[column] == kNone ? std::string_view()
                                                              : input.keys[mine[column]].value);
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
