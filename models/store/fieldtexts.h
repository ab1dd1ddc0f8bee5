// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/base/result.h"
#include "models/domain/kind.h"
#include "models/store/workspace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meitrace {

/// A text that stands in a field.
struct FieldText {
    std::string text;
    std::int64_t rows = 0;       ///< in force that say it; persons where the field hangs on the person
    std::int64_t customers = 0;  ///< different ones behind them
};

/// Every different text of one field of one kind of file, the most frequent first, equal ones by text.
/// Lines of a bill that are deposits, top-ups or debts paid have no item, whatever stands there.
/// field: index in kind.fields, of a text that documents store or that hangs on the person; nothing for
/// others.
///
/// Cost    one pass over the table of the kind.
/// Errors  Cancelled, those of the database
Result<std::vector<FieldText>> fieldTexts(Workspace& workspace, const KindSpec& kind, int field, Job& job);

}  // namespace meitrace
