// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/clusters.h"

#include "models/identity/names.h"

#include <algorithm>
#include <numeric>

namespace meitrace {

namespace {

/// A fact on its way to its handle
struct LooseFact {
    std::uint32_t ident = 0;
    Fact fact = 0;
};

bool disjoint(Facts a, Facts b)
{
    return !a.empty() && !b.empty() && !haveCommon(a, b);
}

bool differ(Facts a, Facts b, FactKind kind)
{
    return disjoint(ofKind(a, kind), ofKind(b, kind));
}

/// Decisions come in two sides, 2 d and 2 d + 1: opposite sides of one decision never meet.
bool apart(Facts a, Facts b)
{
    const Facts left = ofKind(a, FactKind::Apart);
    const Facts right = ofKind(b, FactKind::Apart);
    const Facts few = left.size() < right.size() ? left : right;
    const Facts many = left.size() < right.size() ? right : left;
    return std::any_of(few.begin(), few.end(), [&](Fact fact) {
        return std::binary_search(many.begin(), many.end(), fact ^ Fact {1});
    });
}

}  // namespace

Facts ofKind(Facts facts, FactKind kind)
{
    const auto begin
        = std::find_if(facts.begin(), facts.end(), [&](Fact fact) { return kindOf(fact) >= kind; });
    const auto end = std::find_if(begin, facts.end(), [&](Fact fact) { return kindOf(fact) > kind; });
    return {begin, end};
}

bool haveCommon(Facts a, Facts b)
{
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        if (*left == *right) {
            return true;
        }
        ++(*left < *right ? left : right);
    }
    return false;
}

Clusters::Clusters(const IdentityInput& input, const KeyGroups& groups)
    : m_parent(input.idents.size())
    , m_size(input.idents.size(), 1)
    , m_units(input.idents.size(), 1)
    , m_range(input.idents.size())
{
    std::iota(m_parent.begin(), m_parent.end(), 0U);
    addFacts(input, groups);
}

void Clusters::addFacts(const IdentityInput& input, const KeyGroups& groups)
{
    std::vector<LooseFact> loose;
    loose.reserve(groups.evidence.size() * 2);
    std::uint64_t number = 0;
    const auto give = [&](const KeyGroup& group, Fact fact) {
        for (std::uint32_t i = group.begin; i < group.end; ++i) {
            loose.push_back({groups.holders[i].ident, fact});
            ++m_range[groups.holders[i].ident].size;
        }
    };
    for (const KeyGroup& group : groups.evidence) {
        ++number;
        if (group.type != KeyType::Name) {
            const bool birth = group.type == KeyType::BirthDate;
            give(group, makeFact(birth ? FactKind::Birth : FactKind::IdCard, number));
            continue;
        }
        const std::string_view text = input.keys[groups.holders[group.begin].key].value;
        const NameFacts name = readName(text);
        if (name.full != 0) {
            const Fact fact = makeFact(name.latin ? FactKind::LatinName : FactKind::HanName, name.full);
            give(group, fact);
            m_texts.emplace_back(fact, text);
        }
        if (name.surname != 0) {
            give(group, makeFact(FactKind::Surname, name.surname));
        }
    }
    std::uint32_t begin = 0;
    for (Range& range : m_range) {
        range.begin = begin;
        begin += range.size;
        range.size = 0;
    }
    m_facts.resize(begin);
    for (const LooseFact& fact : loose) {
        Range& range = m_range[fact.ident];
        m_facts[range.begin + range.size] = fact.fact;
        ++range.size;
    }
    for (Range& range : m_range) {
        const auto first = m_facts.begin() + range.begin;
        std::sort(first, first + range.size);
        range.size = static_cast<std::uint32_t>(std::unique(first, first + range.size) - first);
    }
}

std::uint32_t Clusters::root(std::uint32_t ident)
{
    while (m_parent[ident] != ident) {
        m_parent[ident] = m_parent[m_parent[ident]];
        ident = m_parent[ident];
    }
    return ident;
}

Facts Clusters::facts(std::uint32_t root) const
{
    return {m_facts.data() + m_range[root].begin, m_range[root].size};
}

bool Clusters::hasFullName(std::uint32_t root) const
{
    const Facts known = facts(root);
    return !known.empty() && isFullNameFact(known.front());
}

Clusters::Conflict Clusters::conflict(std::uint32_t a, std::uint32_t b)
{
    const Facts left = facts(a);
    const Facts right = facts(b);
    if (left.empty() || right.empty()) {
        return Conflict::None;
    }
    if (apart(left, right)) {
        return Conflict::Apart;
    }
    const bool person = differ(left, right, FactKind::Birth) || differ(left, right, FactKind::IdCard)
        || namesConflict(left, right);
    return person ? Conflict::Person : Conflict::None;
}

bool Clusters::namesConflict(Facts a, Facts b)
{
    const Facts leftHan = ofKind(a, FactKind::HanName);
    const Facts rightHan = ofKind(b, FactKind::HanName);
    if (!leftHan.empty() && !rightHan.empty()) {
        return !haveCommon(leftHan, rightHan);
    }
    const Facts leftLatin = ofKind(a, FactKind::LatinName);
    const Facts rightLatin = ofKind(b, FactKind::LatinName);
    if (!leftLatin.empty() && !rightLatin.empty()) {
        return !haveCommon(leftLatin, rightLatin);
    }
    if (!leftHan.empty() && !rightLatin.empty()) {
        return !readingsAgree(leftHan, rightLatin);
    }
    if (!leftLatin.empty() && !rightHan.empty()) {
        return !readingsAgree(rightHan, leftLatin);
    }
    return differ(a, b, FactKind::Surname);
}

bool Clusters::readingsAgree(Facts han, Facts latin)
{
    return std::any_of(han.begin(), han.end(), [&](Fact name) {
        return std::any_of(latin.begin(), latin.end(),
                           [&](Fact other) { return sameReading(textOf(name), textOf(other)); });
    });
}

std::string_view Clusters::textOf(Fact name)
{
    if (!m_textsSorted) {
        std::sort(m_texts.begin(), m_texts.end());
        m_textsSorted = true;
    }
    const auto at = std::lower_bound(m_texts.begin(), m_texts.end(), std::pair(name, std::string_view()));
    return at == m_texts.end() ? std::string_view() : at->second;
}

Clusters::Range Clusters::joined(Range a, Range b)
{
    const auto first = m_facts.begin();
    const auto within = [&](Range outer, Range inner) {
        return std::includes(first + outer.begin, first + outer.begin + outer.size, first + inner.begin,
                             first + inner.begin + inner.size);
    };
    if (within(a, b)) {
        return a;
    }
    if (within(b, a)) {
        return b;
    }
    std::vector<Fact> both;
    both.reserve(static_cast<std::size_t>(a.size) + b.size);
    std::set_union(first + a.begin, first + a.begin + a.size, first + b.begin, first + b.begin + b.size,
                   std::back_inserter(both));
    for (const Range& old : {a, b}) {
        if (old.begin + old.size == m_facts.size()) {
            m_facts.resize(old.begin);  // nobody else reads it: long chains grow in place
        }
    }
    const Range range {static_cast<std::uint32_t>(m_facts.size()), static_cast<std::uint32_t>(both.size())};
    m_facts.insert(m_facts.end(), both.begin(), both.end());
    return range;
}

void Clusters::unite(std::uint32_t a, std::uint32_t b)
{
    if (std::pair(m_size[a], b) < std::pair(m_size[b], a)) {
        std::swap(a, b);
    }
    m_range[a] = joined(m_range[a], m_range[b]);
    m_parent[b] = a;
    m_size[a] += m_size[b];
    m_units[a] += m_units[b];
}

void Clusters::keepApart(std::uint32_t a, std::uint32_t b)
{
    for (const std::uint32_t root : {a, b}) {
        const Range side {static_cast<std::uint32_t>(m_facts.size()), 1};
        m_facts.push_back(makeFact(FactKind::Apart, m_apart));
        m_range[root] = joined(m_range[root], side);
        ++m_apart;
    }
}

void Clusters::startUnits()
{
    std::fill(m_units.begin(), m_units.end(), 1U);
}

}  // namespace meitrace
