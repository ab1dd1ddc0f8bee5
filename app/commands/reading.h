// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/eventpredicate.h"
#include "analytics/journey/activities.h"
#include "app/command.h"
#include "models/base/result.h"
#include "models/base/units.h"

namespace meitrace {

/// What several commands read the same way. An option that is not given leaves its value as it is.

/// A span of whole days, as "90d".
/// Errors  BadOption(option)
Status readDays(const CommandContext& context, const char* option, int& days);

/// Errors  BadRule
Status readPredicate(const CommandContext& context, const char* option, EventPredicate& out);

/// --from, --to and --as-of; missing where they are not given
/// Errors  BadOption(option)
Status readRange(const CommandContext& context, Day& from, Day& to, Day& asOf);

/// What makes ways of events: the days, --include-anonymous, --events and --repeats.
/// Errors  BadOption(option), BadRule
Status readActivities(const CommandContext& context, ActivityOptions& options);

}  // namespace meitrace
