// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/resolver.h"

#include <QTest>

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace meitrace::test {

/// A small set of handles written down line by line.
class World {
public:
    World& key(std::uint32_t ident, KeyType type, const std::string& value, Millis first = kMissing,
               Millis last = kMissing)
    {
        handle(ident);
        m_texts.push_back(value);
        input.keys.push_back({ident, type, m_texts.back(), first, last});
        return *this;
    }
    World& handle(std::uint32_t ident)
    {
        const auto at = std::lower_bound(input.idents.begin(), input.idents.end(), ident);
        if (at == input.idents.end() || *at != ident) {
            input.idents.insert(at, ident);
        }
        return *this;
    }
    World& name(std::uint32_t ident, const std::string& value) { return key(ident, KeyType::Name, value); }
    World& birth(std::uint32_t ident, const std::string& value)
    {
        return key(ident, KeyType::BirthDate, value);
    }
    World& phone(std::uint32_t ident, const std::string& value) { return key(ident, KeyType::Phone, value); }
    World& chart(std::uint32_t ident, const std::string& value) { return key(ident, KeyType::HisNo, value); }
    World& merge(std::uint32_t a, std::uint32_t b)
    {
        input.decisions.push_back({IdentDecision::What::Merge, a, b});
        return *this;
    }
    World& split(std::uint32_t a, std::uint32_t b)
    {
        input.decisions.push_back({IdentDecision::What::Split, a, b});
        return *this;
    }

    [[nodiscard]] Resolution resolve() const
    {
        Job job;
        Result<Resolution> result = resolveIdentities(input, job);
        return result ? *std::move(result) : Resolution {};
    }

    IdentityInput input;

private:
    std::deque<std::string> m_texts;  // grows without moving what the keys look at
};

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

inline Pairs customers(const Resolution& resolution)
{
    Pairs result;
    for (const IdentLink& link : resolution.links) {
        result.emplace_back(link.ident, link.customer);
    }
    return result;
}

/// Customer number of each handle, in the order of the handles: {1, 1, 2}
inline std::vector<std::uint32_t> numbers(const Resolution& resolution)
{
    std::vector<std::uint32_t> result;
    result.reserve(resolution.links.size());
    for (const IdentLink& link : resolution.links) {
        result.push_back(link.customer);
    }
    return result;
}

/// The handles of each customer, whatever its number
inline std::vector<std::vector<std::uint32_t>> partition(const Resolution& resolution)
{
    std::map<std::uint32_t, std::vector<std::uint32_t>> byCustomer;
    for (const IdentLink& link : resolution.links) {
        byCustomer[link.customer].push_back(link.ident);
    }
    std::vector<std::vector<std::uint32_t>> result;
    result.reserve(byCustomer.size());
    for (auto& [customer, idents] : byCustomer) {
        result.push_back(idents);
    }
    std::sort(result.begin(), result.end());
    return result;
}

using Numbers = std::vector<std::uint32_t>;

}  // namespace meitrace::test
