// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/workbench/clinic.h"
#include "app/command.h"
#include "models/frame/bitset.h"

namespace meitrace {

/// The workspace a command names first, and what the command looks at in it.
struct OpenedClinic {
    Clinic clinic;
    SnapshotPtr snapshot;
    Bitset population;  ///< those --where holds for; everybody known where it is not given
};

/// Opens it for reading.
/// Errors  those of opening and of the rule
Result<OpenedClinic> openClinic(const CommandContext& context, Day asOf, bool includeAnonymous);

/// The rule of --where as an answer repeats it; null when there is none.
Json whereJson(const CommandContext& context);

}  // namespace meitrace
