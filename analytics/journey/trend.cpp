// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/trend.h"

#include "analytics/features/eachcustomer.h"
#include "analytics/journey/trendscan.h"
#include "analytics/stats/quantile.h"
#include "models/base/badoption.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace meitrace {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// What the events of one series in one period come to.
struct Cell {
    Index events = 0;
    Index customers = 0;
    Index withAmount = 0;
    Fen amount = 0;
    Index lastCustomer = -1;

    void add(const Cell& other)
    {
        events += other.events;
        customers += other.customers;
        withAmount += other.withAmount;
        amount += other.amount;
    }
};

/// The periods of one time axis, and the cells of every series on it.
struct Axis {
    std::vector<Cell> cells;                ///< by series, then period
    std::vector<std::vector<Fen>> amounts;  ///< of each cell, where they are asked for

    void resize(std::size_t count, bool keepsAmounts)
    {
        cells.resize(count);
        amounts.resize(keepsAmounts ? count : 0);
    }
    void add(const Axis& other)
    {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i].add(other.cells[i]);
        }
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            amounts[i].insert(amounts[i].end(), other.amounts[i].begin(), other.amounts[i].end());
        }
    }
};

struct Counts {
    Axis now;
    Axis before;
    Index events = 0;
    Index customers = 0;
};

double valueOf(const Cell& cell, std::vector<Fen>* amounts, const TrendOptions& options)
{
    const auto events = static_cast<double>(cell.events);
    switch (options.measure) {
    case TrendMeasure::Events:
        return events;
    case TrendMeasure::Customers:
        return static_cast<double>(cell.customers);
    case TrendMeasure::PerCustomer:
        return cell.customers > 0 ? events / static_cast<double>(cell.customers) : kNone;
    case TrendMeasure::Sum:
        return static_cast<double>(cell.amount);
    case TrendMeasure::Mean:
        return cell.withAmount > 0 ? static_cast<double>(cell.amount) / static_cast<double>(cell.withAmount)
                                   : kNone;
    case TrendMeasure::Percentile:
        if (amounts == nullptr || amounts->empty()) {
            return kNone;
        }
        std::sort(amounts->begin(), amounts->end());
        return quantileType7(*amounts, options.percent / 100.0);
    }
    return kNone;
}

std::vector<TrendPoint> pointsOf(Axis& axis, int series, int periods, const TrendOptions& options)
{
    std::vector<TrendPoint> points;
    const auto count = static_cast<std::size_t>(periods);
    for (std::size_t period = 0; period < count; ++period) {
        const std::size_t at = static_cast<std::size_t>(series) * count + period;
        const Cell& cell = axis.cells[at];
        points.push_back({.value = valueOf(cell, axis.amounts.empty() ? nullptr : &axis.amounts[at], options),
                          .events = cell.events,
                          .customers = cell.customers,
                          .amount = cell.amount});
    }
    return points;
}

/// One more event of a customer in a cell; amounts only where they are kept.
void countEvent(Axis& axis, std::size_t at, Index customer, Fen amount)
{
    Cell& cell = axis.cells[at];
    ++cell.events;
    cell.customers += cell.lastCustomer != customer ? 1 : 0;
    cell.lastCustomer = customer;
    cell.amount += amount;
    cell.withAmount += amount != 0 ? 1 : 0;
    if (!axis.amounts.empty() && amount != 0) {
        axis.amounts[at].push_back(amount);
    }
}

Result<Counts> countAll(const Snapshot& snapshot, const TrendScan& scan, bool keepsAmounts, Job& job)
{
    const auto periods = static_cast<std::size_t>(scan.periods().count());
    const auto make = [&] {
        Counts counts;
        counts.now.resize(static_cast<std::size_t>(scan.series()) * periods, keepsAmounts);
        if (scan.beforePeriods() != nullptr) {
            counts.before.resize(static_cast<std::size_t>(scan.series()) * periods, keepsAmounts);
        }
        return counts;
    };
    const Fen* amounts = snapshot.amount().data();
    Counts counts = make();
    const Status counted = eachCustomer<Counts>(
        scan.population().rows, job, make,
        [&](Counts& part, Index customer) {
            const Index before = part.events;
            scan.each(customer, [&](Index row, int series, int period, bool isBefore) {
                if (series < 0) {
                    return;
                }
                const std::size_t at
                    = static_cast<std::size_t>(series) * periods + static_cast<std::size_t>(period);
                countEvent(isBefore ? part.before : part.now, at, customer, amounts[row]);
                part.events += isBefore ? 0 : 1;
            });
            part.customers += part.events > before ? 1 : 0;
        },
        [&](const Counts& part) {
            counts.now.add(part.now);
            counts.before.add(part.before);
            counts.events += part.events;
            counts.customers += part.customers;
        },
        {scan.done(), 1});
    return counted ? Result<Counts>(std::move(counts)) : Result<Counts>(counted.error());
}

double combinedValue(double a, double b, TrendFormula formula)
{
    switch (formula) {
    case TrendFormula::Ratio:
        return b != 0 ? a / b : kNone;
    case TrendFormula::Difference:
        return a - b;
    case TrendFormula::Sum:
        break;
    }
    return a + b;
}

std::vector<TrendPoint> combinedPoints(const std::vector<TrendPoint>& first,
                                       const std::vector<TrendPoint>& second, std::size_t count,
                                       TrendFormula formula)
{
    std::vector<TrendPoint> points;
    for (std::size_t i = 0; i < count; ++i) {
        const TrendPoint one = i < first.size() ? first[i] : TrendPoint {};
        const TrendPoint two = i < second.size() ? second[i] : TrendPoint {};
        points.push_back(one);
        points.back().value = combinedValue(one.value, two.value, formula);
    }
    return points;
}

}  // namespace

Result<TrendResult> trend(const Snapshot& snapshot, const TrendOptions& options, Job& job)
{
    const Result<TrendScan> scan = TrendScan::make(snapshot, options, job);
    if (!scan) {
        return scan.error();
    }
    Result<Counts> counts = countAll(snapshot, *scan, options.measure == TrendMeasure::Percentile, job);
    if (!counts) {
        return counts.error();
    }
    if (counts->events == 0) {
        return Error {.code = ErrorCode::EmptyInput, .subject = "event"};
    }
    TrendResult result;
    const Periods& periods = scan->periods();
    for (int series = 0; series < scan->series(); ++series) {
        TrendSeries& shown = result.series.emplace_back();
        shown.isOther = scan->hasOther() && series == scan->series() - 1;
        shown.name = series < static_cast<int>(scan->names().size())
            ? scan->names()[static_cast<std::size_t>(series)]
            : std::string();
        shown.points = pointsOf(counts->now, series, periods.count(), options);
        if (scan->beforePeriods() != nullptr) {
            shown.before = pointsOf(counts->before, series, periods.count(), options);
        }
    }
    for (int period = 0; period < periods.count(); ++period) {
        result.starts.push_back(periods.start(period));
        if (scan->beforePeriods() != nullptr) {
            result.beforeStarts.push_back(scan->beforePeriods()->start(period));
        }
    }
    result.from = scan->from();
    result.to = scan->to();
    result.lastIsOpen = periods.end(periods.count() - 1) - 1 > scan->to();
    result.events = counts->events;
    result.customers = counts->customers;
    result.notSelected = scan->population().notSelected;
    result.anonymous = scan->population().anonymous;
    return result;
}

Result<Bitset> trendMembers(const Snapshot& snapshot, const TrendOptions& options, const TrendResult& result,
                            const TrendPlace& place, Job& job)
{
    const bool known = place.series >= 0 && place.series < static_cast<int>(result.series.size())
        && place.period >= 0 && place.period < static_cast<int>(result.starts.size())
        && (!place.before || !result.beforeStarts.empty());
    if (!known) {
        return badOption("place", {}, "no point of this trend");
    }
    const Result<TrendScan> scan = TrendScan::make(snapshot, options, job);
    if (!scan) {
        return scan.error();
    }
    Bitset members(snapshot.customers());
    using Found = std::vector<Index>;
    const Status status = eachCustomer<Found>(
        scan->population().rows, job, [] { return Found(); },
        [&](Found& found, Index customer) {
            bool any = false;
            scan->each(customer, [&](Index, int series, int period, bool before) {
                any = any || (series == place.series && period == place.period && before == place.before);
            });
            if (any) {
                found.push_back(customer);
            }
        },
        [&](const Found& found) {
            for (const Index customer : found) {
                members.set(customer);
            }
        },
        {scan->done(), 1});
    return status ? Result<Bitset>(std::move(members)) : Result<Bitset>(status.error());
}

Result<TrendResult> combined(const TrendResult& first, const TrendResult& second, TrendFormula formula)
{
    if (first.starts != second.starts || first.beforeStarts != second.beforeStarts) {
        return badOption("formula", {}, "both trends need the same periods");
    }
    TrendResult result = first;
    result.series.clear();
    const auto find = [](const TrendResult& in, const TrendSeries& like) -> const TrendSeries* {
        const auto found = std::find_if(in.series.begin(), in.series.end(), [&](const TrendSeries& s) {
            return s.name == like.name && s.isOther == like.isOther;
        });
        return found == in.series.end() ? nullptr : &*found;
    };
    const TrendSeries none;
    const auto add = [&](const TrendSeries& name, const TrendSeries& one, const TrendSeries& two) {
        result.series.push_back(
            {.name = name.name,
             .isOther = name.isOther,
             .points = combinedPoints(one.points, two.points, result.starts.size(), formula),
             .before = combinedPoints(one.before, two.before, result.beforeStarts.size(), formula)});
    };
    for (const TrendSeries& series : first.series) {
        const TrendSeries* other = find(second, series);
        add(series, series, other != nullptr ? *other : none);
    }
    for (const TrendSeries& series : second.series) {
        if (find(first, series) == nullptr) {
            add(series, none, series);
        }
    }
    return result;
}

}  // namespace meitrace
