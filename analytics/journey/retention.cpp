// SPDX-FileCopyrightText: MeiTrace developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/journey/retention.h"

#include "analytics/features/eachcustomer.h"
#include "analytics/features/population.h"
#include "analytics/journey/retentionscan.h"
#include "models/base/badoption.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace meitrace {

namespace {

/// Which group an entry belongs to, by the code of its field.
struct Split {
    std::vector<std::int32_t> groupOf {0};  ///< by code
    std::vector<std::uint32_t> codes {0};   ///< by group, without the one of all others
    bool hasOther = false;

    [[nodiscard]] std::size_t groups() const { return codes.size() + (hasOther ? 1 : 0); }
    [[nodiscard]] std::size_t of(std::uint32_t code) const { return static_cast<std::size_t>(groupOf[code]); }
};

/// Numbers of one table, all groups behind each other.
struct Table {
    Table(std::size_t groups, int rows, int columns, int days)
        : sizes(groups * static_cast<std::size_t>(rows))
        , cells(sizes.size() * static_cast<std::size_t>(columns))
        , times(groups)
    {
        for (ReturnTimes& time : times) {
            time.returned.resize(static_cast<std::size_t>(days) + 1);
            time.unseen.resize(static_cast<std::size_t>(days) + 1);
        }
    }

    void add(const Table& other)
    {
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            sizes[i] += other.sizes[i];
        }
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i].add(other.cells[i]);
        }
        for (std::size_t g = 0; g < times.size(); ++g) {
            for (std::size_t d = 0; d < times[g].returned.size(); ++d) {
                times[g].returned[d] += other.times[g].returned[d];
                times[g].unseen[d] += other.times[g].unseen[d];
            }
        }
        customers += other.customers;
        entries += other.entries;
    }

    std::vector<Index> sizes;  ///< group, row
    std::vector<RetentionCell> cells;
    std::vector<ReturnTimes> times;
    Index customers = 0;
    Index entries = 0;
};

bool hits(const RetentionTrace& trace, int column)
{
    return ((trace.hits >> static_cast<unsigned>(column)) & 1U) != 0;
}

void count(const RetentionTrace& trace, bool brackets, int columns, RetentionCell* cells)
{
    for (int column = 0; column < columns; ++column) {
        RetentionCell& cell = cells[column];
        const bool mature = column < trace.mature;
        const bool hit = hits(trace, column);
        const bool before = brackets || column <= 1 || hits(trace, column - 1);
        cell.returned += hit ? 1 : 0;
        cell.mature += mature ? 1 : 0;
        cell.matureReturned += mature && hit ? 1 : 0;
        cell.maturePrevious += mature && before ? 1 : 0;
        cell.money += trace.money[static_cast<std::size_t>(column)];
    }
}

/// Calls body(part, customer, trace) for every entry of the population; the rest is as eachCustomer() says.
template <typename Part, typename MakePart, typename Body, typename Join>
Status eachEntry(const RetentionScan& scan, const CustomerPass& pass, Job& job, MakePart makePart, Body body,
                 Join join)
{
    struct Both {
        Part part;
        std::vector<Index> entries {};
        std::vector<Index> later {};
    };
    return eachCustomer<Both>(
        pass.customers, job, [&] { return Both {makePart()}; },
        [&](Both& both, Index customer) {
            scan.each(customer, both.entries, both.later,
                      [&](const RetentionTrace& trace) { body(both.part, customer, trace); });
        },
        [&](const Both& both) { join(both.part); }, pass.share);
}

/// The most frequent values of the field come first; of equal ones the one that stands first in the
/// dictionary.
Result<Split> splitOf(const RetentionScan& scan, const Snapshot& snapshot, const RetentionOptions& options,
                      const Bitset& wanted, Job& job)
{
    Split split;
    if (!options.splitBy) {
        return split;
    }
    using Counts = std::vector<Index>;
    const std::size_t codes = snapshot.dictionary(*options.splitBy).size();
    Counts counts(codes);
    const Status status = eachEntry<Counts>(
        scan, {wanted}, job, [&] { return Counts(codes); },
        [](Counts& part, Index, const RetentionTrace& trace) { ++part[trace.split]; },
        [&](const Counts& part) {
            std::transform(part.begin(), part.end(), counts.begin(), counts.begin(), std::plus<> {});
        });
    if (!status) {
        return status.error();
    }
    std::vector<std::uint32_t> order(codes);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return counts[a] > counts[b]; });
    order.erase(
        std::find_if(order.begin(), order.end(), [&](std::uint32_t code) { return counts[code] == 0; }),
        order.end());
    const std::size_t named = std::min(order.size(), static_cast<std::size_t>(options.splitTop));
    split.codes.assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(named));
    split.hasOther = order.size() > named;
    split.groupOf.assign(codes, static_cast<std::int32_t>(named));
    for (std::size_t g = 0; g < named; ++g) {
        split.groupOf[split.codes[g]] = static_cast<std::int32_t>(g);
    }
    return split;
}

RetentionGroup groupOf(const Table& table, std::size_t group, const Periods& periods, int firstRow,
                       int lastRow, int columns)
{
    RetentionGroup result;
    const auto rows = static_cast<std::size_t>(periods.count());
    const auto width = static_cast<std::size_t>(columns);
    result.total.cells.resize(width);
    for (int row = firstRow; row <= lastRow; ++row) {
        const std::size_t at = group * rows + static_cast<std::size_t>(row);
        RetentionRow& line = result.rows.emplace_back();
        line.start = periods.start(row);
        line.size = table.sizes[at];
        line.cells.assign(table.cells.begin() + static_cast<std::ptrdiff_t>(at * width),
                          table.cells.begin() + static_cast<std::ptrdiff_t>((at + 1) * width));
        result.total.size += line.size;
        for (std::size_t column = 0; column < width; ++column) {
            result.total.cells[column].add(line.cells[column]);
        }
    }
    result.total.start = periods.start(firstRow);
    return result;
}

void fillGroups(const Table& table, const Split& split, const Snapshot& snapshot,
                const RetentionOptions& options, const RetentionScan& scan, RetentionResult& result)
{
    const Periods& periods = scan.periods();
    const auto rows = static_cast<std::size_t>(periods.count());
    int first = periods.count();
    int last = -1;
    for (std::size_t at = 0; at < table.sizes.size(); ++at) {
        if (table.sizes[at] > 0) {
            first = std::min(first, static_cast<int>(at % rows));
            last = std::max(last, static_cast<int>(at % rows));
        }
    }
    for (std::size_t group = 0; group < split.groups(); ++group) {
        result.groups.push_back(groupOf(table, group, periods, first, last, scan.columns()));
        result.groups.back().isOther = group == split.codes.size();
        if (options.splitBy && !result.groups.back().isOther) {
            result.groups.back().value = snapshot.dictionary(*options.splitBy).text(split.codes[group]);
        }
    }
}

}  // namespace

Result<RetentionResult> retention(const Snapshot& snapshot, const RetentionOptions& options, Job& job)
{
    const Result<RetentionScan> scan = RetentionScan::make(snapshot, options, job);
    if (!scan) {
        return scan.error();
    }
    const Population population = populationOf(snapshot, options.population, options.includeAnonymous);
    const Result<Split> split = splitOf(*scan, snapshot, options, population.rows, job);
    if (!split) {
        return split.error();
    }
    const int rows = scan->periods().count();
    const int days = scan->asOf() - scan->periods().start(0);
    const auto fresh = [&] { return Table(split->groups(), rows, scan->columns(), days); };
    Table table = fresh();
    struct Part {
        Table table;
        std::vector<Index> customers {};
    };
    const Status status = eachEntry<Part>(
        *scan, {population.rows}, job, [&] { return Part {fresh()}; },
        [&](Part& part, Index customer, const RetentionTrace& trace) {
            const std::size_t group = split->of(trace.split);
            const std::size_t at
                = group * static_cast<std::size_t>(rows) + static_cast<std::size_t>(trace.period);
            ++part.table.sizes[at];
            count(trace, !options.brackets.empty(), scan->columns(),
                  part.table.cells.data() + at * static_cast<std::size_t>(scan->columns()));
            ReturnTimes& times = part.table.times[group];
            const bool back = trace.daysToReturn != RetentionTrace::kNever;
            ++(back ? times.returned
                    : times.unseen)[static_cast<std::size_t>(back ? trace.daysToReturn : trace.daysSeen)];
            ++part.table.entries;
            if (part.customers.empty() || part.customers.back() != customer) {
                part.customers.push_back(customer);
            }
        },
        [&](const Part& part) {
            table.add(part.table);
            table.customers += static_cast<Index>(part.customers.size());
        });
    if (!status) {
        return status.error();
    }
    if (table.entries == 0) {
        return Error {
            .code = ErrorCode::EmptyInput, .subject = "entry", .detail = "nobody entered on these days"};
    }
    RetentionResult result;
    result.asOf = scan->asOf();
    result.entries = table.entries;
    result.customers = table.customers;
    result.notSelected = population.notSelected;
    result.anonymous = population.anonymous;
    result.noEntry = population.rows.count() - table.customers;
    fillGroups(table, *split, snapshot, options, *scan, result);
    result.times = std::move(table.times);
    return result;
}

Result<Bitset> retentionMembers(const Snapshot& snapshot, const RetentionOptions& options,
                                const RetentionResult& result, const RetentionPlace& place, Job& job)
{
    const Result<RetentionScan> scan = RetentionScan::make(snapshot, options, job);
    if (!scan) {
        return scan.error();
    }
    const auto groups = static_cast<int>(result.groups.size());
    const bool known = place.group >= 0 && place.group < groups
        && place.row < static_cast<int>(result.groups[static_cast<std::size_t>(place.group)].rows.size())
        && place.column < scan->columns();
    if (!known) {
        return badOption("place", {}, "no cell of this table");
    }
    const RetentionGroup& group = result.groups[static_cast<std::size_t>(place.group)];
    const int period
        = place.row < 0 ? -1 : scan->periods().of(group.rows[static_cast<std::size_t>(place.row)].start);
    std::vector<bool> inGroup(options.splitBy ? snapshot.dictionary(*options.splitBy).size() : 1, true);
    if (options.splitBy) {
        const Dictionary& texts = snapshot.dictionary(*options.splitBy);
        inGroup.assign(inGroup.size(), group.isOther);
        for (const RetentionGroup& other : result.groups) {
            if (!other.isOther) {
                inGroup[texts.find(other.value)] = &other == &group;
            }
        }
    }
    const Population population = populationOf(snapshot, options.population, options.includeAnonymous);
    Bitset members(snapshot.customers());
    using Found = std::vector<Index>;
    const Status status = eachEntry<Found>(
        *scan, {population.rows}, job, [] { return Found(); },
        [&](Found& found, Index customer, const RetentionTrace& trace) {
            const bool here = (period < 0 || trace.period == period) && inGroup[trace.split];
            if (here && (place.column < 0 || hits(trace, place.column) == place.returned)) {
                found.push_back(customer);
            }
        },
        [&](const Found& found) {
            for (const Index customer : found) {
                members.set(customer);
            }
        });
    return status ? Result<Bitset>(std::move(members)) : Result<Bitset>(status.error());
}

}  // namespace meitrace
