// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/monitor.h"

#include "analytics/journey/trend.h"
#include "analytics/stats/benjaminihochberg.h"
#include "analytics/stats/proportion.h"
#include "models/base/badoption.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace meitrace {

namespace {

constexpr double kFalseShare = 0.05;  // of alarms on one day that may be chance
constexpr int kDaysOffOfWeek = 3;     // a week with so many is none to learn from
constexpr int kLatestDays = 56;       // that decide between days and weeks
constexpr int kLatestWeeks = 26;
constexpr int kSplitTop = 20;
constexpr std::size_t kMostDrivers = 3;
constexpr double kFenOfYuan = 100;
constexpr std::array kDriverFields {EventField::Channel, EventField::Store, EventField::Staff,
                                    EventField::Item};

/// The metric while it is looked at.
struct Watched {
    const MonitorMetric* metric = nullptr;
    MonitorSeries series {};
    std::vector<Index> events {};
    std::vector<bool> skipped {};
};

BandOptions bandOptions(const Watched& watched, double limit)
{
    const BandScale scale = watched.metric->isMoney ? BandScale::Amounts : BandScale::Counts;
    BandOptions options
        = watched.series.unit == PeriodUnit::Days ? BandOptions::days(scale) : BandOptions::weeks(scale);
    options.limit = limit;
    return options;
}

double valueOf(const TrendPoint& point, bool isMoney)
{
    return isMoney ? static_cast<double>(point.amount) / kFenOfYuan : static_cast<double>(point.events);
}

/// One job's part of another's progress.
class PartJob final : public Job {
public:
    PartJob(Job& whole, double from, double to)
        : Job(whole.threads())
        , m_whole(whole)
        , m_from(from)
        , m_to(to)
    {
    }
    [[nodiscard]] bool stopped() const override { return m_whole.stopped(); }
    void progress(double share) override { m_whole.progress(m_from + share * (m_to - m_from)); }

private:
    Job& m_whole;
    double m_from;
    double m_to;
};

class Monitor {
public:
    Monitor(const Snapshot& snapshot, const MonitorOptions& options)
        : m_snapshot(snapshot)
        , m_options(options)
        , m_asOf(options.asOf == kMissingDay ? snapshot.frame().asOf : options.asOf)
    {
    }

    Result<MonitorResult> run(Job& job)
    {
        m_result.to = m_asOf;
        m_result.from = m_asOf - m_options.days + 1;
        const auto steps = static_cast<double>(m_options.metrics.size());
        for (std::size_t i = 0; i < m_options.metrics.size(); ++i) {
            const double done = static_cast<double>(i) / steps;
            PartJob part(job, done / 2, (done + 1 / steps) / 2);
            if (Status status = watch(m_options.metrics[i], part); !status) {
                return status.error();
            }
        }
        findAlerts();
        for (std::size_t i = 0; i < m_watched.size(); ++i) {
            const double done = static_cast<double>(i) / static_cast<double>(m_watched.size());
            PartJob part(job, 0.5 + done / 2, 0.5 + done / 2);
            if (Status status = explain(static_cast<int>(i), part); !status) {
                return status.error();
            }
        }
        std::sort(m_result.alerts.begin(), m_result.alerts.end(),
                  [](const MonitorAlert& a, const MonitorAlert& b) {
                      return std::tuple(-a.start, -std::abs(a.z), a.series)
                          < std::tuple(-b.start, -std::abs(b.z), b.series);
                  });
        for (Watched& watched : m_watched) {
            m_result.series.push_back(std::move(watched.series));
        }
        job.progress(1);
        return std::move(m_result);
    }

private:
    [[nodiscard]] TrendOptions trendOptions(const MonitorMetric& metric, PeriodUnit unit) const
    {
        TrendOptions trend;
        trend.events = metric.events;
        trend.measure = metric.isMoney ? TrendMeasure::Sum : TrendMeasure::Events;
        trend.unit = unit;
        trend.from = periodStart(unit, m_asOf - MonitorOptions::kHistory + 1);
        trend.to = m_asOf;
        trend.asOf = m_asOf;
        trend.population = m_options.population;
        trend.includeAnonymous = m_options.includeAnonymous;
        trend.top = kSplitTop;
        return trend;
    }

    [[nodiscard]] bool isOff(Day day) const
    {
        return std::any_of(m_options.daysOff.begin(), m_options.daysOff.end(),
                           [day](const auto& span) { return day >= span.first && day <= span.second; });
    }

    [[nodiscard]] bool isOff(PeriodUnit unit, Day start) const
    {
        if (unit == PeriodUnit::Days) {
            return isOff(start);
        }
        int off = 0;
        for (Day day = start; day < periodAfter(unit, start, 1); ++day) {
            off += isOff(day) ? 1 : 0;
        }
        return off >= kDaysOffOfWeek;
    }

    /// Events a point in the latest points that count; 0 where there are none.
    static double density(const Watched& watched, int latest)
    {
        double events = 0;
        int points = 0;
        for (std::size_t i = watched.events.size(); i-- > 0 && points < latest;) {
            if (!watched.skipped[i]) {
                events += static_cast<double>(watched.events[i]);
                ++points;
            }
        }
        return points == 0 ? 0 : events / points;
    }

    Status count(Watched& watched, PeriodUnit unit, Job& job)
    {
        const Result<TrendResult> counted = trend(m_snapshot, trendOptions(*watched.metric, unit), job);
        if (!counted) {
            return counted.error();
        }
        m_result.customers = std::max(m_result.customers, counted->customers);
        m_result.notSelected = counted->notSelected;
        m_result.anonymous = counted->anonymous;
        watched.series = {.metric = watched.metric->id, .isMoney = watched.metric->isMoney, .unit = unit};
        watched.events.clear();
        watched.skipped.clear();
        bool hasBegun = false;
        const std::vector<TrendPoint>& points = counted->series.front().points;
        for (std::size_t i = 0; i < points.size() - (counted->lastIsOpen ? 1 : 0); ++i) {
            hasBegun = hasBegun || points[i].events > 0;
            watched.series.starts.push_back(counted->starts[i]);
            watched.series.values.push_back(valueOf(points[i], watched.metric->isMoney));
            watched.events.push_back(points[i].events);
            watched.skipped.push_back(!hasBegun || isOff(unit, counted->starts[i]));
        }
        return Done {};
    }

    Status watch(const MonitorMetric& metric, Job& job)
    {
        Watched watched {.metric = &metric};
        if (Status status = count(watched, PeriodUnit::Days, job); !status) {
            // What nobody has is not watched.
            return status.error().code == ErrorCode::EmptyInput ? Status(Done {}) : status;
        }
        if (density(watched, kLatestDays) < MonitorOptions::kDailyLeast) {
            if (Status status = count(watched, PeriodUnit::Weeks, job); !status) {
                return status;
            }
            if (density(watched, kLatestWeeks) < MonitorOptions::kWeeklyLeast) {
                watched.series.silence = MonitorSilence::TooFew;
            }
        }
        MonitorSeries& series = watched.series;
        series.band = expectedBand(series.values, watched.skipped, bandOptions(watched, m_options.limit));
        const bool isJudged = std::any_of(series.band.begin(), series.band.end(),
                                          [](const BandPoint& point) { return point.isJudged; });
        if (series.silence == MonitorSilence::None && !isJudged) {
            series.silence = MonitorSilence::TooShort;
        }
        findSilence(watched);
        m_watched.push_back(std::move(watched));
        return Done {};
    }

    /// The points without any event at the end, where something was to be expected.
    static void findSilence(Watched& watched)
    {
        MonitorSeries& series = watched.series;
        std::size_t first = watched.events.size();
        while (first > 0 && watched.events[first - 1] == 0) {
            --first;
        }
        const std::size_t least = series.unit == PeriodUnit::Days ? 2 : 1;
        bool isMissed = false;
        for (std::size_t i = first; i < series.band.size(); ++i) {
            isMissed = isMissed || (series.band[i].isJudged && series.band[i].low > 0);
        }
        if (isMissed && series.band.size() - first >= least) {
            series.silentSince = series.starts[first];
        }
    }

    [[nodiscard]] bool isLookedAt(const MonitorSeries& series, std::size_t point) const
    {
        const Day start = series.starts[point];
        return series.silence == MonitorSilence::None && series.band[point].isJudged
            && periodAfter(series.unit, start, 1) > m_result.from
            && (series.silentSince == kMissingDay || start < series.silentSince);
    }

    void findAlerts()
    {
        struct Place {
            int series = 0;
            std::size_t point = 0;
        };
        std::map<std::pair<PeriodUnit, Day>, std::vector<Place>> byTime;
        for (std::size_t s = 0; s < m_watched.size(); ++s) {
            const MonitorSeries& series = m_watched[s].series;
            for (std::size_t i = 0; i < series.band.size(); ++i) {
                if (isLookedAt(series, i)) {
                    byTime[{series.unit, series.starts[i]}].push_back({static_cast<int>(s), i});
                }
            }
        }
        for (const auto& [time, places] : byTime) {
            std::vector<double> p;
            for (const Place& place : places) {
                p.push_back(normalP(bandOf(place.series, place.point).z));
            }
            const std::vector<double> q = benjaminiHochberg(p);
            for (std::size_t i = 0; i < places.size(); ++i) {
                const BandPoint& band = bandOf(places[i].series, places[i].point);
                const bool isAlarm = std::abs(band.z) >= m_options.limit && q[i] <= kFalseShare;
                if (isAlarm || band.shift != 0) {
                    addAlert(places[i].series, places[i].point, q[i]);
                }
            }
        }
    }

    [[nodiscard]] const BandPoint& bandOf(int series, std::size_t point) const
    {
        return m_watched[static_cast<std::size_t>(series)].series.band[point];
    }

    void addAlert(int number, std::size_t point, double q)
    {
        const MonitorSeries& series = m_watched[static_cast<std::size_t>(number)].series;
        const BandPoint& band = series.band[point];
        m_result.alerts.push_back({.series = number,
                                   .start = series.starts[point],
                                   .value = series.values[point],
                                   .expected = band.expected,
                                   .low = band.low,
                                   .high = band.high,
                                   .z = band.z,
                                   .q = q,
                                   .shift = band.shift});
    }

    /// What moved the series on the days of its alarms.
    Status explain(int number, Job& job)
    {
        const Watched& watched = m_watched[static_cast<std::size_t>(number)];
        const bool hasAlerts = std::any_of(m_result.alerts.begin(), m_result.alerts.end(),
                                           [number](const MonitorAlert& a) { return a.series == number; });
        for (std::size_t i = 0; hasAlerts && i < kDriverFields.size(); ++i) {
            TrendOptions options = trendOptions(*watched.metric, watched.series.unit);
            options.splitBy = kDriverFields[i];
            const Result<TrendResult> split = trend(m_snapshot, options, job);
            if (!split) {
                return split.error();
            }
            for (MonitorAlert& alert : m_result.alerts) {
                if (alert.series == number) {
                    addDrivers(watched, *split, kDriverFields[i], alert);
                }
            }
        }
        for (MonitorAlert& alert : m_result.alerts) {
            if (alert.series == number) {
                keepStrongest(alert);
            }
        }
        return Done {};
    }

    /// A value's usual share is that of the points learned from, so that the differences of all values add up
    /// to that of the number itself.
    void addDrivers(const Watched& watched, const TrendResult& split, EventField field,
                    MonitorAlert& alert) const
    {
        const auto found
            = std::lower_bound(watched.series.starts.begin(), watched.series.starts.end(), alert.start);
        const auto at = static_cast<std::size_t>(found - watched.series.starts.begin());
        const auto most = static_cast<std::size_t>(bandOptions(watched, m_options.limit).baseline);
        const bool isMoney = watched.metric->isMoney;
        std::vector<double> learned(split.series.size(), 0);
        double all = 0;
        for (std::size_t s = 0; s < split.series.size(); ++s) {
            for (std::size_t back = 1; back <= std::min(at, most); ++back) {
                learned[s]
                    += watched.skipped[at - back] ? 0 : valueOf(split.series[s].points[at - back], isMoney);
            }
            all += learned[s];
        }
        if (split.series.size() < 2 || all <= 0) {
            return;  // one value explains nothing
        }
        for (std::size_t s = 0; s < split.series.size(); ++s) {
            const TrendSeries& one = split.series[s];
            if (!one.isOther && !one.name.empty()) {
                alert.drivers.push_back({.field = field,
                                         .value = one.name,
                                         .observed = valueOf(one.points[at], isMoney),
                                         .expected = alert.expected * learned[s] / all});
            }
        }
    }

    static void keepStrongest(MonitorAlert& alert)
    {
        const double towards = alert.value < alert.expected ? -1 : 1;
        std::erase_if(alert.drivers, [towards](const MonitorDriver& driver) {
            return (driver.observed - driver.expected) * towards < 0.5;  // less than one half is nothing
        });
        std::stable_sort(alert.drivers.begin(), alert.drivers.end(),
                         [towards](const MonitorDriver& a, const MonitorDriver& b) {
                             return (a.observed - a.expected) * towards > (b.observed - b.expected) * towards;
                         });
        alert.drivers.resize(std::min(alert.drivers.size(), kMostDrivers));
    }

    const Snapshot& m_snapshot;
    const MonitorOptions& m_options;
    Day m_asOf;
    std::vector<Watched> m_watched;
    MonitorResult m_result;
};

}  // namespace

Result<MonitorResult> monitor(const Snapshot& snapshot, const MonitorOptions& options, Job& job)
{
    if (options.days < 1 || options.days > MonitorOptions::kHistory) {
        return badOption("days", options.days, "1-400");
    }
    if (!(options.limit >= 2 && options.limit <= 6)) {
        return badOption("limit", std::to_string(options.limit), "2-6");
    }
    if (options.metrics.empty() || options.metrics.size() > MonitorOptions::kMostMetrics) {
        return badOption("metrics", options.metrics.size(), "1-20");
    }
    return Monitor(snapshot, options).run(job);
}

}  // namespace meitrace
