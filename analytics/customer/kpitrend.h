// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/frame/snapshot.h"

#include <vector>

namespace meitrace {

enum class KpiSpan : std::uint8_t { Week, Month };

struct KpiTrendOptions {
    KpiSpan span = KpiSpan::Month;
    int count = 13;          ///< spans up to that of the as-of day, 2 to 520
    Day asOf = kMissingDay;  ///< missing: the snapshot's
    Bitset population {};    ///< rows; no rows at all = known customers
};

/// Visits and money received per week or month; the same figures as `visits` and `cash` of kpis().
struct KpiTrend {
    struct Point {
        Day start = 0;
        std::int64_t visits = 0;
        Fen cash = 0;
        std::int64_t arrivals = 0;  ///< customers, each once
    };
    std::vector<Point> points;  ///< by time
    bool lastIsOpen = false;    ///< the last span has not passed yet
    bool hasVisits = false;     ///< some file tells of visits, whenever
    bool hasCash = false;
};

/// Cost    one pass over the types of the events; bit-equal for any number of threads.
/// Errors  BadOption(count), Cancelled, those of loading columns
Result<KpiTrend> kpiTrend(const Snapshot& snapshot, const KpiTrendOptions& options, Job& job);

}  // namespace meitrace
