// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/identity/clusters.h"
#include "models/identity/resolver.h"

namespace meitrace {

/// Gives every cluster a customer number: the number of the last run that shares most handles with it, best
/// overlap first, ties to the lower number; clusters without one get new numbers in the order of their lowest
/// handle. Fills links (ident and customer, ascending) and nextCustomer.
///
/// Cost  O(n log n)
void numberCustomers(const IdentityInput& input, Clusters& clusters, Resolution& resolution);

}  // namespace meitrace
