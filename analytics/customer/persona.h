// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/stats/proportion.h"
#include "models/base/job.h"
#include "models/base/result.h"
#include "models/frame/bitset.h"
#include "models/frame/snapshot.h"

#include <string>
#include <vector>

namespace meitrace {

struct PersonaOptions {
    Bitset members {};     ///< the set to describe: rows of the snapshot
    Bitset population {};  ///< the set and the rest together; no rows at all = everybody
    bool includeAnonymous = false;
    Day asOf = kMissingDay;                  ///< missing: the snapshot's
    std::vector<std::string> attributes {};  ///< by name, or "age", "event", "first_channel"; empty = all
    std::vector<std::string> definedBy {};   ///< attributes the set was made from: their traits are marked
    Index minimumGroup = 10;                 ///< smaller groups are not shown; at least 10
    Index minimumSupport = 30;               ///< of a notable trait: members that have it
    double minimumDifference = 0.05;         ///< of a notable trait: of the two shares
    double level = 0.05;                     ///< of a notable trait: highest q
};

/// How often a value occurs in the set and in the rest. Shares are of the customers whose value is known.
struct PersonaTrait {
    std::string attribute;
    std::string value;  ///< category, band ("25-29", ">3..7") or event type
    AttributeType type = AttributeType::Category;
    double low = 0;  ///< of a band: values above this …
    double high
        = 0;  ///< … up to and with this; infinite at the ends, NaN of a category. Money in minor units
    Share in;
    Share rest;
    double shareIn = 0;
    double shareRest = 0;
    double lift = 0;      ///< shareIn / shareRest; NaN when nobody of the rest has it
    Interval liftRange;   ///< 95 %
    double index = 0;     ///< 100 shareIn / share in both together (TGI)
    Interval shareRange;  ///< of shareIn, 95 % (Wilson)
    Interval difference;  ///< of shareIn - shareRest, 95 % (Newcombe)
    double effect = 0;    ///< log odds ratio shrunk by 100 customers of the overall share
    double p = 1;
    double q = 1;             ///< Benjamini and Hochberg over all traits of the result
    bool isNotable = false;   ///< support, difference and q all reach their minimum
    bool isDefining = false;  ///< of an attribute in definedBy: no discovery
};

/// Customers without a known value.
struct PersonaUnknown {
    std::string attribute;
    Index in = 0;
    Index rest = 0;
};

struct PersonaResult {
    std::vector<PersonaTrait> traits;  ///< notable ones first, then by |effect| from the strongest down
    std::vector<PersonaUnknown> unknown;
    Index members = 0;
    Index rest = 0;
    Index suppressed = 0;     ///< values not shown because a group is below the minimum
    Index complementary = 0;  ///< values not shown because such a group would follow from them
    Index notSelected = 0;
    Index anonymous = 0;
    Day asOf = 0;
};

/// What sets a group of customers apart from the rest of the population: attributes (categories as they are;
/// age, money, elapsed days and other numbers in bands), what they have ever done, and where they first came
/// from. Only events up to the as-of day count. A trait is shown when at least minimumGroup members have it
/// and neither it nor what follows by subtraction is a smaller group.
///
/// Cost    O(customers x attributes + events).
/// Errors  EmptyInput(members: fewer than minimumGroup in the population | rest: likewise),
/// NotFound(attribute),
///         BadOption(members | population | minimum_group), Cancelled, and those of loading columns
/// Source  effect: Monroe, Colaresi and Quinn 2008, Political Analysis 16; docs/methods/persona.md
Result<PersonaResult> persona(const Snapshot& snapshot, const PersonaOptions& options, Job& job);

}  // namespace meitrace
