// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace meitrace {

inline constexpr std::uint32_t kNoCustomer = std::numeric_limits<std::uint32_t>::max();

/// Number of the customer by handle; kNoCustomer for handles that are nobody's.
Result<std::vector<std::uint32_t>> customersOfIdents(Database& database);

}  // namespace meitrace
