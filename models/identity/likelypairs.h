// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/identity/clusters.h"
#include "models/identity/estimation.h"
#include "models/identity/resolver.h"
#include "models/identity/reviewlist.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meitrace {

/// What handles say about who they are, as a table for the probable rules: name, birth date and phone. Rows
/// are the handles that say at least two of the three, one of them a full name or a birth date; browsers and
/// nicknames never are. Of several values the newest counts, a full number before a masked one before a tail.
class HandleTable {
public:
    static constexpr std::size_t kName = 0;
    static constexpr std::size_t kBirth = 1;
    static constexpr std::size_t kPhone = 2;
    static constexpr std::uint32_t kNoRow = 0xFFFFFFFFU;

    /// Cost  one pass over the keys, about 1 us a row
    HandleTable(const IdentityInput& input, const IdentIndex& index);

    [[nodiscard]] const EvidenceTable& table() const { return m_table; }
    [[nodiscard]] std::uint32_t identOf(std::uint32_t row) const { return m_idents[row]; }
    /// kNoRow for a handle that says too little; ident: position in IdentityInput::idents
    [[nodiscard]] std::uint32_t rowOf(std::uint32_t ident) const;

private:
    EvidenceTable m_table;
    std::vector<std::uint32_t> m_idents;  ///< by row, ascending: positions in IdentityInput::idents
};

/// From as many rows on shares are worth anything. Below, rules alone decide.
inline constexpr std::uint32_t kFewestRows = 200;

/// A union that the probable rules made.
struct LikelyMerge {
    std::uint32_t a = 0;  ///< positions in IdentityInput::idents
    std::uint32_t b = 0;
    double probability = 0.0;
};

struct LikelyOutcome {
    std::optional<LinkModel> model;  ///< none: too few rows
    std::vector<LikelyMerge> merges;
};

/// Behind all other rules. Pairs with p >= 0.99 are joined, best first, when nothing contradicts and the full
/// name is equal, the birth date is equal and the number agrees as far as it is shown (a slip, a mask or a
/// tail); all others with p >= 0.80 go to the review list (Reason::Likely). A handle that is likely to be
/// more than three other customers gives no pair.
///
/// False when the job was stopped.
/// Cost  about 10 pairs a row, 1 us each and thread
bool findLikelyPairs(const IdentityInput& input, const IdentIndex& index, Clusters& clusters,
                     ReviewList& review, LikelyOutcome& outcome, Job& job);

/// Model for handles, also where they are too few to learn from: then m is what is usual, u is counted.
Result<LinkModel> handleModel(const HandleTable& handles, Job& job);

}  // namespace meitrace
