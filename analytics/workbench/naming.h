// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"
#include "models/store/fieldtexts.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// What a text of a source is the name of.
enum class NameSubject : std::uint8_t { Item, Channel };

/// A name that the catalogue or the table of channels does not know.
struct UnclearName {
    NameSubject subject = NameSubject::Item;
    const KindSpec* kind = nullptr;
    int field = -1;  ///< index in kind->fields
    FieldText said;
    std::string category {};    ///< of items: the one it counts in all the same; empty = none
    std::string suggestion {};  ///< of items: code of the one that looks most alike; may be empty
};

/// How far the names of one subject are known.
struct NameCoverage {
    std::int64_t rows = 0;  ///< that give a name
    std::int64_t unclear = 0;
};

/// Names of items and channels that nothing known fits: each breakdown by item or channel shows them as they
/// stand.
struct NameReview {
    std::vector<UnclearName> names;  ///< the one of most rows first
    NameCoverage items;
    NameCoverage channels;
    std::int64_t dataVersion = 0;

    [[nodiscard]] const NameCoverage& of(NameSubject subject) const
    {
        return subject == NameSubject::Item ? items : channels;
    }
};

/// Rows    in force, of files that are documents; what web pages and messages say of items and channels is
///         not looked at.
/// Cost    one pass over each table with such a field, and a look into the catalogue per different name.
/// Errors  Cancelled, DiskError, StoreDamaged
/// Source  domain 3 (item names) and 6.2 (channels)
Result<NameReview> reviewNames(Clinic& clinic, Job& job);

}  // namespace meitrace
