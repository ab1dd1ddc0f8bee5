// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/badoption.h"
#include "models/frame/snapshot.h"

namespace meitrace {

/// Who takes part in an analysis, and how many do not for which reason; each customer counts once.
struct Population {
    Bitset rows;
    Index notSelected = 0;  ///< outside the rows asked for
    Index anonymous = 0;    ///< only device cookies
};

/// The refusal of rows that are not those of the snapshot; no rows at all are fine.
inline Status checkPopulation(const Snapshot& snapshot, const Bitset& selected)
{
    return selected.size() == 0 || selected.size() == snapshot.customers()
        ? Status(Done {})
        : Status(badOption("population", selected.size(), "not of this snapshot"));
}

/// selected: rows of the snapshot; no rows at all = everybody. Known customers only unless anonymous ones are
/// asked for (semantics: conventions).
inline Population populationOf(const Snapshot& snapshot, const Bitset& selected, bool includeAnonymous)
{
    const Index n = snapshot.customers();
    Population population {selected.size() != 0 ? selected : Bitset(n, true)};
    const Index asked = population.rows.count();
    if (!includeAnonymous) {
        population.rows &= snapshot.known();
    }
    population.notSelected = n - asked;
    population.anonymous = asked - population.rows.count();
    return population;
}

}  // namespace meitrace
