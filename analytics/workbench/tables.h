// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"
#include "models/frame/bitset.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace meitrace {

/// Writes the unified stream after One-ID, in the total order:
/// customer,time,type,channel,campaign,item,amount_minor,store,source,precision. Whole or not at all.
Result<Index> writeEvents(Clinic& clinic, const std::string& path, Job& job);

/// Writes who was linked to whom by what: ident_key,source,native_id,customer,method,score.
Result<Index> writeLinks(Clinic& clinic, const std::string& path, Job& job);

/// Writes the open rows of the quarantine with their reason, as a file that can be mended and loaded again:
/// _batch,_row,_line,_field,_rule,_suggestion, then the columns of the original file. batch 0 = all, which
/// must then be of one shape.
Result<Index> writeQuarantine(Clinic& clinic, std::int64_t batch, const std::string& path, Job& job);

/// Writes a table whose rows come from a function; whole or not at all.
Status writeTable(const std::string& path, const std::vector<std::string>& header, Index rows,
                  const std::function<void(Index row, std::vector<std::string>& cells)>& fill, Job& job);

}  // namespace meitrace
