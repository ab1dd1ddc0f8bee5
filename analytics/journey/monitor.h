// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/features/eventpredicate.h"
#include "analytics/features/periods.h"
#include "analytics/stats/expectedband.h"
#include "models/base/job.h"
#include "models/frame/bitset.h"
#include "models/frame/snapshot.h"

#include <string>
#include <utility>
#include <vector>

namespace meitrace {

/// A number that is watched: events of a kind, or the money they bring.
struct MonitorMetric {
    std::string id;
    EventPredicate events;
    bool isMoney = false;
};

struct MonitorOptions {
    std::vector<MonitorMetric> metrics {};
    int days = 28;     ///< up to the as-of day, in which alarms are looked for; 1 to kHistory
    double limit = 3;  ///< alarm at so many scales; 2 to 6
    Day asOf = kMissingDay;
    std::vector<std::pair<Day, Day>> daysOff {};  ///< first and last: the clinic rests
    Bitset population {};
    bool includeAnonymous = false;

    static constexpr int kHistory = 400;  ///< days that are read
    static constexpr int kMostMetrics = 20;
    static constexpr double kDailyLeast = 10;  ///< events a day; with fewer weeks are watched
    static constexpr double kWeeklyLeast = 5;  ///< events a week; with fewer nothing can be said
};

/// Why nothing is said of a number's latest days.
enum class MonitorSilence : std::uint8_t {
    None,
    TooFew,   ///< events, even by the week
    TooShort  ///< time with data
};

struct MonitorSeries {
    std::string metric {};
    bool isMoney = false;
    PeriodUnit unit = PeriodUnit::Days;  ///< days or weeks
    MonitorSilence silence = MonitorSilence::None;
    std::vector<Day> starts {};     ///< first day of each point; points that are over
    std::vector<double> values {};  ///< events, or yuan
    std::vector<BandPoint> band {};
    Day silentSince = kMissingDay;  ///< nothing has come from this day on though something was to be
                                    ///< expected: a file may be missing, so these days are no alarm
};

/// A value of a field beside what its usual share of the expected number is.
struct MonitorDriver {
    EventField field = EventField::Channel;
    std::string value {};
    double observed = 0;
    double expected = 0;
};

struct MonitorAlert {
    int series = 0;
    Day start = 0;
    double value = 0;
    double expected = 0;
    double low = 0;
    double high = 0;
    double z = 0;
    double q = 0;   ///< after Benjamini–Hochberg over the numbers of that day or week
    int shift = 0;  ///< 1, -1: the series has stood higher, lower for a while
    std::vector<MonitorDriver> drivers {};  ///< those that moved the same way, most first; at most 3
};

struct MonitorResult {
    std::vector<MonitorSeries>
        series {};  ///< in the order of the metrics; those without any event are left out
    std::vector<MonitorAlert> alerts {};  ///< latest first, then strongest
    Day from = 0;                         ///< first day in which alarms were looked for
    Day to = 0;
    Index customers = 0;
    Index notSelected = 0;
    Index anonymous = 0;
};

/// Days, or weeks where days have too few events, on which a number lay outside of what the time before it
/// let expect, and what moved it. Cost    one pass over the events per metric, four more per metric with an
/// alarm Errors  BadOption(days | limit | metrics | population), BadRule, Cancelled, those of loading columns
/// Source  methods: anomalies in daily metrics
Result<MonitorResult> monitor(const Snapshot& snapshot, const MonitorOptions& options, Job& job);

/// The customers of whom a point of a series tells. series: in MonitorResult::series; point: in its starts.
/// Errors  BadOption(point), those of monitor()
Result<Bitset> monitorMembers(const Snapshot& snapshot, const MonitorOptions& options,
                              const MonitorResult& result, int series, int point, Job& job);

}  // namespace meitrace
