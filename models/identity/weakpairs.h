// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/clusters.h"
#include "models/identity/keygroups.h"
#include "models/identity/resolver.h"
#include "models/identity/reviewlist.h"

namespace meitrace {

/// Suggests pairs of customers that only weak evidence joins. Nothing is merged. A key that fits more than
/// three other customers says nothing and gives no pair.
///
/// Name and birth date (0.65)  full name and birth date equal
/// Phone tail (0.60)           the same tail, or the tail of a full number, and the full name or surname and
///                             birth date equal
/// Masked phone (0.55)         two masked numbers equal and the surname; or the mask of a full number, and
/// the
///                             full name or surname and birth date equal
void suggestWeakPairs(const IdentityInput& input, const KeyGroups& groups, Clusters& clusters,
                      ReviewList& review);

}  // namespace meitrace
