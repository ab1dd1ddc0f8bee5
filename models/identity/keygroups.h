// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/resolver.h"

#include <cstdint>
#include <vector>

namespace meitrace {

/// Position of a handle in IdentityInput::idents, from its number.
class IdentIndex {
public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

    explicit IdentIndex(const std::vector<std::uint32_t>& idents);

    /// kNone for a handle that is not there
    [[nodiscard]] std::uint32_t find(std::uint32_t ident) const;

private:
    const std::vector<std::uint32_t>& m_idents;
    std::vector<std::uint32_t> m_direct;  ///< by number, when the numbers are dense; else empty
};

/// One handle that carries a key.
struct Holder {
    std::uint32_t ident = 0;  ///< position in IdentityInput::idents
    std::uint32_t key = 0;    ///< position in IdentityInput::keys
};

/// All holders of one key; ascending by ident. A handle that repeats a key stands there twice.
struct KeyGroup {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    KeyType type = KeyType::Name;
};

struct KeyGroups {
    std::vector<Holder> holders;
    /// Keys strong enough to link that two or more handles carry; ascending by (type, first holder, second
    /// holder, value)
    std::vector<KeyGroup> shared;
    std::vector<KeyGroup> evidence;  ///< names, birth dates and id cards, in no order
    std::vector<KeyGroup> weak;      ///< masked phones and tails, in no order
    std::vector<KeyGroup> phones;    ///< full phone numbers, in no order
};

inline constexpr std::uint64_t kAllBits = ~std::uint64_t {0};

/// Groups the keys of all known handles by equal type and value. Devices, raw phones and empty values are
/// left out.
///
/// hashMask: bits of the hashes that are used; tests take few, so that different keys collide
/// Cost  O(K log K); equal hashes are verified byte by byte
KeyGroups groupKeys(const IdentityInput& input, const IdentIndex& index, std::uint64_t hashMask = kAllBits);

}  // namespace meitrace
