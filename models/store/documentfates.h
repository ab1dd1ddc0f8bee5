// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/kind.h"
#include "models/store/database.h"

#include <cstdint>
#include <vector>

namespace meitrace {

/// Settles the documents of these keys anew (Documents::settle) and writes into the accounts of their files
/// what became of each version: in force again, superseded, or a duplicate.
///
/// keys    ascending, each once.
/// Errors  those of the database, NotFound(batch).
Status settleWithFates(Database& database, const KindSpec& kind, const std::vector<std::uint64_t>& keys,
                       std::int64_t afterBatch);

}  // namespace meitrace
