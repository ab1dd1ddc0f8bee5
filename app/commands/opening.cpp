// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/opening.h"

#include "analytics/workbench/audiences.h"

#include <utility>

namespace meitrace {

Result<OpenedClinic> openClinic(const CommandContext& context, Day asOf, bool includeAnonymous)
{
    Result<Clinic> clinic = Clinic::forReading(context.argument(0), context.job);
    if (!clinic) {
        return clinic.error();
    }
    Result<Bitset> population
        = populationOf(*clinic, {context.value("where"), asOf, includeAnonymous}, context.job);
    if (!population) {
        return population.error();
    }
    Result<SnapshotPtr> snapshot = clinic->snapshot(context.job);
    if (!snapshot) {
        return snapshot.error();
    }
    return OpenedClinic {std::move(*clinic), std::move(*snapshot), std::move(*population)};
}

Json whereJson(const CommandContext& context)
{
    return context.value("where").empty() ? Json() : Json(context.value("where"));
}

}  // namespace meitrace
