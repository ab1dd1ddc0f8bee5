// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/base/units.h"
#include "models/domain/person.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meitrace {

/// A handle (ident) carries a key. Name and birth date are keys too: evidence that keeps people apart.
struct IdentKey {
    std::uint32_t ident = 0;
    KeyType type = KeyType::Name;
    std::string_view value;   ///< normalised; HisNo values contain their scope, birth dates are ISO
    Millis first = kMissing;  ///< when the source first showed the key on this handle
    Millis last = kMissing;   ///< when it last did; an export of current records: the time of the export
};

/// A decision of people. Later ones beat earlier ones, all of them beat every rule.
struct IdentDecision {
    enum class What : std::uint8_t {
        Merge = 1,  ///< a and b always together
        Split = 2   ///< a and b never together
    };
    What what = What::Merge;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
};

struct IdentityInput {
    std::vector<std::uint32_t> idents;     ///< ascending, each once
    std::vector<IdentKey> keys;            ///< any order; the texts must outlive the call
    std::vector<IdentDecision> decisions;  ///< in the order they were taken
    /// ident -> customer number of the last run, ascending by ident
    std::vector<std::pair<std::uint32_t, std::uint32_t>> previous;
    std::uint32_t nextCustomer = 1;  ///< lowest number never given out
};

struct IdentLink {
    std::uint32_t ident = 0;
    std::uint32_t customer = 0;
    KeyType method = KeyType::Name;  ///< best key it shares with the rest of its customer; Name: none;
                                     ///< BirthDate: name, birth date and number taken together
    bool manual = false;             ///< a merge decision ties it to its customer
    double score = 1.0;  ///< keyStrength(method); 1 when alone or by decision; BirthDate: p of the pair
};

/// Two handles that a person should compare; a < b.
struct ReviewPair {
    enum class Reason : std::uint8_t {
        Contradiction,  ///< a strong key joins them, their names, birth dates or id cards differ
        Nameless,       ///< the number belongs to more than one person and one of the two has no full name
        WeakKey,        ///< masked number, tail, name and birth date, or a number perhaps handed on
        LargeCluster,   ///< they are together: the link with which the customer grew beyond six
        Likely          ///< no key says so, but name, birth date and number taken together do; score is p
    };
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    KeyType key = KeyType::Name;  ///< BirthDate: full name and birth date
    double score = 0.0;
    Reason reason = Reason::Contradiction;
};

/// A key that too many people share: it links nobody.
struct BlockedKey {
    KeyType type = KeyType::Phone;
    std::string value;
    std::uint32_t idents = 0;
    std::uint32_t names = 0;  ///< distinct full names among them
};

struct Resolution {
    std::vector<IdentLink> links;     ///< one per ident, ascending
    std::vector<ReviewPair> review;   ///< ascending by (a, b); at most one per pair of customers
    std::vector<BlockedKey> blocked;  ///< ascending by (type, value)
    std::int64_t autoMerges = 0;      ///< unions made by rules
    std::int64_t refused = 0;  ///< unions a strong key asked for and a contradiction or a split refused
    std::uint32_t nextCustomer = 1;
    std::string model;  ///< toText() of the probable rules' model; empty: too few handles say enough
};

/// Partitions handles into customers by keys that are equal, best keys first, and never across a
/// contradiction (names, birth dates, id cards, decisions). A person keeps the customer number of the last
/// run that holds most of its handles; numbers are never used twice. What keys leave open is then looked at
/// by the probable rules (likelypairs.h).
///
/// The result depends on the input as a set: neither the order of the keys nor the number of threads matters.
/// Keys and decisions on handles that are not in idents are left out.
/// Cost    O(K log K), K keys; about 50 bytes per key and 100 per handle beside the input
/// Errors  Cancelled
/// Source  domain: identity keys; definition and worked example in docs/methods/identity.md
Result<Resolution> resolveIdentities(const IdentityInput& input, Job& job);

}  // namespace meitrace
