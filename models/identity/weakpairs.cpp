// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/identity/weakpairs.h"

#include "models/base/random.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

namespace meitrace {

namespace {

constexpr double kNameAndBirth = 0.65;
constexpr std::size_t kMostPartners = 3;  ///< a key that fits more customers than this says nothing
constexpr std::size_t kMostWeak = 64;     ///< handles with one weak key that are worth comparing
constexpr std::uint32_t kTails = 10'000;
constexpr std::uint32_t kMasks = 1'000 * kTails;

/// Where a number can meet: tails are 0 to 9,999, masks stand behind them by prefix and tail.
using Code = std::uint32_t;

/// A cluster with a weak key, or with a full number that the weak key could stand for
struct Bearer {
    Code code = 0;
    std::uint32_t ident = 0;
    std::uint32_t root = 0;
    bool weak = false;
};

std::optional<std::uint32_t> digits(std::string_view text)
{
    std::uint32_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return number;
}

/// "138****5678" or "5678"
std::optional<Code> codeOf(KeyType type, std::string_view value)
{
    if (value.size() < 4) {
        return std::nullopt;
    }
    const auto tail = digits(value.substr(value.size() - 4));
    if (type == KeyType::PhoneTail) {
        return value.size() == 4 ? tail : std::nullopt;
    }
    const auto prefix = digits(value.substr(0, 3));
    const bool masked = value.size() > 7
        && value.substr(3, value.size() - 7).find_first_not_of('*') == std::string_view::npos;
    if (!masked || !prefix || !tail) {
        return std::nullopt;
    }
    return kTails + *prefix * kTails + *tail;
}

/// Codes that a full mobile number of mainland China could hide behind
std::optional<std::pair<Code, Code>> codesOf(std::string_view phone)
{
    if (phone.size() != 11 || !digits(phone.substr(0, 3)) || !digits(phone.substr(7))) {
        return std::nullopt;
    }
    const Code tail = *digits(phone.substr(7));
    return std::pair(tail, kTails + *digits(phone.substr(0, 3)) * kTails + tail);
}

class WeakPairs {
public:
    WeakPairs(const IdentityInput& input, const KeyGroups& groups, Clusters& clusters, ReviewList& review)
        : m_input(input)
        , m_groups(groups)
        , m_clusters(clusters)
        , m_review(review)
    {
    }

    void byNameAndBirth()
    {
        std::vector<Namesake> namesakes = findNamesakes();
        for (std::size_t begin = 0; begin < namesakes.size();) {
            std::size_t end = begin + 1;
            while (end < namesakes.size() && namesakes[end].person == namesakes[begin].person) {
                ++end;
            }
            if (end - begin <= kMostPartners + 1) {
                compare(namesakes, begin, end);
            }
            begin = end;
        }
    }

    void byNumber()
    {
        std::vector<Bearer> bearers = findBearers();
        for (std::size_t begin = 0; begin < bearers.size();) {
            std::size_t end = begin;
            std::size_t weak = 0;
            for (; end < bearers.size() && bearers[end].code == bearers[begin].code; ++end) {
                weak += bearers[end].weak ? 1 : 0;
            }
            for (std::size_t i = begin; i < end && weak <= kMostWeak; ++i) {
                if (bearers[i].weak) {
                    suggestPartners({bearers.data() + begin, end - begin}, bearers[i]);
                }
            }
            begin = end;
        }
    }

private:
    /// A cluster with a full name and a birth date
    struct Namesake {
        std::uint64_t person = 0;  ///< hash of the two
        std::uint32_t ident = 0;
    };

    [[nodiscard]] std::string_view valueOf(const KeyGroup& group) const
    {
        return m_input.keys[m_groups.holders[group.begin].key].value;
    }

    std::vector<Namesake> findNamesakes()
    {
        std::vector<Namesake> namesakes;
        std::vector<bool> seen(m_clusters.count());
        for (std::uint32_t ident = 0; ident < m_clusters.count(); ++ident) {
            const std::uint32_t root = m_clusters.root(ident);
            if (seen[root]) {
                continue;
            }
            seen[root] = true;
            const Facts facts = m_clusters.facts(root);
            for (const Fact birth : ofKind(facts, FactKind::Birth)) {
                for (std::size_t i = 0; i < facts.size() && isFullNameFact(facts[i]); ++i) {
                    namesakes.push_back({mix64(facts[i]) ^ birth, ident});
                }
            }
        }
        std::sort(namesakes.begin(), namesakes.end(), [](const Namesake& a, const Namesake& b) {
            return std::tie(a.person, a.ident) < std::tie(b.person, b.ident);
        });
        return namesakes;
    }

    void compare(const std::vector<Namesake>& namesakes, std::size_t begin, std::size_t end)
    {
        for (std::size_t i = begin; i < end; ++i) {
            for (std::size_t j = i + 1; j < end; ++j) {
                const std::uint32_t a = m_clusters.root(namesakes[i].ident);
                const std::uint32_t b = m_clusters.root(namesakes[j].ident);
                if (m_clusters.conflict(a, b) == Clusters::Conflict::None) {
                    m_review.add(namesakes[i].ident, namesakes[j].ident, KeyType::BirthDate, kNameAndBirth,
                                 ReviewPair::Reason::WeakKey);
                }
            }
        }
    }

    /// Ascending by (code, ident).
    std::vector<Bearer> findBearers()
    {
        std::vector<Bearer> bearers;
        std::vector<bool> wanted(kTails + kMasks);
        for (const KeyGroup& group : m_groups.weak) {
            if (const auto code = codeOf(group.type, valueOf(group))) {
                wanted[*code] = true;
                addHolders(bearers, group, *code, true);
            }
        }
        if (bearers.empty()) {
            return bearers;
        }
        for (const KeyGroup& group : m_groups.phones) {
            const auto codes = codesOf(valueOf(group));
            for (const Code code : {codes ? codes->first : 0, codes ? codes->second : 0}) {
                if (codes && wanted[code]) {
                    addHolders(bearers, group, code, false);
                }
            }
        }
        std::sort(bearers.begin(), bearers.end(), [](const Bearer& a, const Bearer& b) {
            return std::tie(a.code, a.ident, a.weak) < std::tie(b.code, b.ident, b.weak);
        });
        return bearers;
    }

    void addHolders(std::vector<Bearer>& bearers, const KeyGroup& group, Code code, bool weak)
    {
        for (std::uint32_t i = group.begin; i < group.end; ++i) {
            const std::uint32_t ident = m_groups.holders[i].ident;
            if (i == group.begin || ident != m_groups.holders[i - 1].ident) {
                bearers.push_back({code, ident, m_clusters.root(ident), weak});
            }
        }
    }

    [[nodiscard]] bool fits(const Bearer& one, const Bearer& other)
    {
        const Facts a = m_clusters.facts(one.root);
        const Facts b = m_clusters.facts(other.root);
        const auto share = [&](FactKind kind) { return haveCommon(ofKind(a, kind), ofKind(b, kind)); };
        const bool surname = share(FactKind::Surname);
        const bool named
            = share(FactKind::HanName) || share(FactKind::LatinName) || (surname && share(FactKind::Birth));
        const bool masks = one.weak && other.weak && one.code >= kTails;
        return (named || (surname && masks))
            && m_clusters.conflict(one.root, other.root) == Clusters::Conflict::None;
    }

    void suggestPartners(std::span<const Bearer> bearers, const Bearer& one)
    {
        std::vector<std::uint32_t> roots;
        std::vector<std::uint32_t> partners;
        for (const Bearer& other : bearers) {
            if (other.root == one.root || std::find(roots.begin(), roots.end(), other.root) != roots.end()
                || !fits(one, other)) {
                continue;
            }
            if (partners.size() == kMostPartners) {
                return;
            }
            roots.push_back(other.root);
            partners.push_back(other.ident);
        }
        const KeyType type = one.code < kTails ? KeyType::PhoneTail : KeyType::MaskedPhone;
        for (const std::uint32_t partner : partners) {
            m_review.add(one.ident, partner, type, keyStrength(type), ReviewPair::Reason::WeakKey);
        }
    }

    const IdentityInput& m_input;
    const KeyGroups& m_groups;
    Clusters& m_clusters;
    ReviewList& m_review;
};

}  // namespace

void suggestWeakPairs(const IdentityInput& input, const KeyGroups& groups, Clusters& clusters,
                      ReviewList& review)
{
    WeakPairs pairs(input, groups, clusters, review);
    pairs.byNameAndBirth();
    pairs.byNumber();
}

}  // namespace meitrace
